"""The guard that watches every other test is itself at work."""

import pytest

from e2e.helpers import Guard, Visitors

SCRIPT = "const s = document.createElement('script'); s.textContent = 'window.intruder = true'; document.head.append(s)"
STYLE = "const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s)"


@pytest.mark.parametrize(
    ("trespass", "complaint"),
    [
        ("console.error('broken')", "broken"),
        ("setTimeout(() => { throw new Error('thrown') })", "thrown"),
        (SCRIPT, "Content Security Policy"),
        (STYLE, "Content Security Policy"),
        ("new Image().src = 'http://127.0.0.2:9/pixel.png'", "left the site"),
    ],
)
def test_the_guard_sees(visitors: Visitors, guard: Guard, trespass: str, complaint: str):
    page = visitors.page()
    page.goto("/")
    assert not guard.problems
    page.evaluate(f"() => {{ {trespass} }}")
    page.wait_for_timeout(300)
    assert any(complaint in problem for problem in guard.problems), guard.problems
    assert not page.evaluate("'intruder' in window")
    guard.expect(".")
