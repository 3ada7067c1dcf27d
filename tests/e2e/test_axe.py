"""axe-core finds nothing against WCAG 2.0, 2.1 and 2.2 at levels A and AA, on any kind of page, in any display."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from e2e.helpers import DESKTOP, PAGES, PHONE, Guard, Visitors, visit

TAGS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# A theme changes colours alone, so dark and high contrast are looked at for colours alone.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Every kind of page in every display at one size; at the other size the pages whose layout changes most.
SMALL = ["home", "lesson", "course index", "comic strip", "notice with an inspection", "search with results", "login"]
WALKS = {
    "normal at a desk": ("normal", "light", DESKTOP, list(PAGES), TAGS),
    "normal on a phone": ("normal", "light", PHONE, SMALL, TAGS),
    "elder on a phone": ("elder", "light", PHONE, list(PAGES), TAGS),
    "elder at a desk": ("elder", "light", DESKTOP, SMALL, TAGS),
    "dark on a phone": ("normal", "dark", PHONE, list(PAGES), COLOURS),
    "dark at a desk": ("normal", "dark", DESKTOP, SMALL, COLOURS),
    "high contrast at a desk": ("normal", "contrast", DESKTOP, list(PAGES), COLOURS),
    "high contrast and elder on a phone": ("elder", "contrast", PHONE, SMALL, COLOURS),
    "dark and elder at a desk": ("elder", "dark", DESKTOP, SMALL, COLOURS),
}


def describe(violation: dict) -> str:
    nodes = [f"    {' '.join(map(str, node['target']))}\n      {node['html'][:160]}" for node in violation["nodes"][:5]]
    return "\n".join([f"  {violation['id']}: {violation['help']} ({len(violation['nodes'])})", *nodes])


@pytest.mark.parametrize("walk", WALKS)
def test_axe_finds_nothing(visitors: Visitors, guard: Guard, walk: str):
    mode, theme, viewport, names, rules = WALKS[walk]
    guard.expect(r"404 \(Not Found\).*/no-such-page/")
    page = visitors.page(mode=mode, theme=theme, viewport=viewport)
    axe, found = Axe(), []
    for name in names:
        try:
            visit(page, PAGES[name])
        except AssertionError as wrong:
            found.append(str(wrong))
            continue
        violations = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
        if violations:
            found.append("\n".join([f"{name} ({PAGES[name].path})", *map(describe, violations)]))
    assert not found, "\n" + "\n".join(found)


def test_axe_sees_a_bad_page(visitors: Visitors):
    """The tests above prove something only if axe is really at work under the site's policy."""
    page = visitors.page()
    visit(page, PAGES["home"])
    page.evaluate("document.querySelector('.brand').replaceChildren()")
    violations = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    assert [violation["id"] for violation in violations] == ["link-name"]
