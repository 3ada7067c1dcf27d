"""The API's document in a real browser, under the site's strict policy."""

from e2e.helpers import Guard, Visitors


def test_the_document_shows_and_leaves_the_site_alone(visitors: Visitors, guard: Guard):
    page = visitors.page()
    page.goto("/api/v1/docs")
    page.locator("#operations-quizzes-save .opblock-summary-control").click()
    save = page.locator("#operations-quizzes-save")
    save.get_by_text("rate_limited").first.wait_for()
    assert page.locator(".opblock").count() >= 18
    assert not guard.problems
