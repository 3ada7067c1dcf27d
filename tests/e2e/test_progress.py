"""Progress without an account, its way into the account, and the certificate at the end."""

import json
import re

from playwright.sync_api import Page, expect

from e2e.helpers import LESSON, PASSWORD, Guard, Visitors, sign_in

COURSE = "/courses/prepaid-course/"


def finish_lesson(page: Page, path: str) -> tuple[int, int]:
    """Mark every step of a lesson; return the lesson's id and the number of its steps."""
    page.goto(path)
    buttons = page.locator("[data-step-done]")
    expect(buttons.first).to_be_visible()
    for button in buttons.all():
        button.click()
    expect(page.locator("[data-lesson-finished]")).to_be_visible()
    return int(page.locator("[data-lesson]").get_attribute("data-lesson")), buttons.count()


def test_progress_without_an_account_survives_a_reload(page: Page):
    page.goto(LESSON)
    steps = page.locator("[data-step-done]")
    steps.nth(0).click()
    steps.nth(1).click()
    text = page.locator("[data-progress-text]")
    every = steps.count()
    expect(text).to_have_text(f"读完 2 / {every} 步")
    page.reload()
    expect(text).to_have_text(f"读完 2 / {every} 步")
    expect(page.locator("[data-step-link].done")).to_have_count(2)
    lesson = page.locator("[data-lesson]").get_attribute("data-lesson")
    stored = json.loads(page.evaluate("localStorage.getItem('mingbai.progress')"))
    assert len(stored[lesson]) == 2
    # The course shows it too.
    page.goto(LESSON.rsplit("/", 2)[0] + "/")
    expect(page.locator(f".lessonlist [data-lesson='{lesson}'] [data-lesson-state]")).to_have_text(f"2 / {every}")


def test_ticks_of_a_checklist_are_remembered(page: Page):
    page.goto(LESSON)
    box = page.locator(".checklist input").nth(1)
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator(".checklist input").first).not_to_be_checked()


def test_from_the_browser_into_the_account_and_to_the_certificate(visitors: Visitors, guard: Guard):
    page = visitors.page()
    page.goto(COURSE)
    lessons = page.locator(".lessonlist a").evaluate_all("(links) => links.map((link) => link.pathname)")
    finished = dict(finish_lesson(page, path) for path in lessons)
    page.goto(COURSE)
    expect(page.locator("[data-lesson-state]", has_text="学完了")).to_have_count(len(lessons))

    # The course leads through the login to the certificate, and the progress comes along.
    page.get_by_role("link", name="登录领证书").click()
    page.locator("main input[name=login]").fill("teacher")
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_url(re.compile(r"/course-certificates/\d+/$"))
    page.goto(COURSE)
    expect(page.locator("[data-lesson-state]", has_text="学完了")).to_have_count(len(lessons))
    known = page.request.get("/api/v1/progress").json()
    for lesson, steps in finished.items():
        row = next(row for row in known if row["lesson"] == lesson)
        assert row["completed"] and len(row["steps"]) == steps
    assert page.evaluate("localStorage.getItem('mingbai.progress')") in (None, "{}"), "the account has taken it over"

    page.get_by_role("link", name="看看我的进度和证书").click()
    page.get_by_role("button", name="领证书").or_(page.get_by_role("link", name="看我的证书")).click()
    page.wait_for_url(re.compile(r"/certificates/MB-"))
    code = page.url.rstrip("/").rsplit("/", 1)[1]
    for kind, magic in (("PDF", b"%PDF-"), ("图片", b"\x89PNG\r\n\x1a\n")):
        link = page.get_by_role("link", name=f"下载{' ' if kind == 'PDF' else ''}{kind}")
        answer = page.request.get(link.get_attribute("href"))
        assert answer.status == 200
        assert answer.body().startswith(magic), kind

    # Anybody may check it; only its owner may fetch the files.
    stranger = visitors.page()
    stranger.goto("/certificates/")
    stranger.locator("main input[name=code]").fill(code.lower())
    stranger.locator("main .button").click()
    expect(stranger.locator("main")).to_contain_text("这张证书是本站颁发的")
    expect(stranger.locator("main")).to_contain_text(code)
    expect(stranger.locator("main")).to_contain_text("不作为中小学招生入学依据")
    assert stranger.request.get(f"/certificates/{code}.pdf").status == 404
    expect(stranger.get_by_role("link", name="下载")).to_have_count(0)
    guard.expect(r"404 \(Not Found\).*/certificates/")
    stranger.goto("/certificates/?code=MB-2222-2222")
    expect(stranger.get_by_role("alert")).to_contain_text("没有编号为 MB-2222-2222 的证书")


def test_progress_on_another_device(visitors: Visitors):
    """What is signed in here is known there: the second device had its own progress, both add up."""
    first = visitors.page()
    sign_in(first, "author", LESSON)
    first.locator("[data-step-done]").first.click()
    expect(first.locator("[data-progress-text]")).to_contain_text(re.compile(r"读完 [1-9]"))
    with first.expect_response(re.compile("/api/v1/progress")):
        first.reload()
    second = visitors.page()
    second.goto(LESSON)
    second.locator("[data-step-done]").nth(1).click()
    sign_in(second, "author", LESSON)
    expect(second.locator("[data-step-link].done")).to_have_count(2)
