"""Answering a quiz: nothing is lost, everything works by keyboard, the clock is the server's."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.helpers import PHONE, Guard, Visitors, until
from e2e.quiz_site import (
    BLANKS,
    CASE,
    MATCH,
    NUMBER,
    ORDER,
    PICTURE,
    QUEUED,
    SEVERAL,
    SINGLE,
    TRUE_FALSE,
    QuizData,
    choose,
    look_again,
    question,
    saved,
    status,
)
from e2e.speech import give_voice

EVERY = "e2e-every-type"


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on `selector`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard never reached {selector}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_every_type_by_keyboard_alone(visitors: Visitors, quizzes: QuizData):
    page = visitors.page()
    page.goto(f"/quizzes/{quizzes.ids[EVERY]}/start/")
    tab_to(page, ".quiz-start__go")
    press(page, "Enter")
    page.wait_for_url("**/attempts/*/")
    attempt = page.url.rstrip("/").split("/")[-1]
    tab_to(page, "#q1 input")
    press(page, "Space", "ArrowDown")

    def following(number: int, first: str) -> None:
        tab_to(page, f"#q{number - 1} .question__next")
        press(page, "Enter")
        expect(question(page, number)).to_be_focused()
        tab_to(page, f"#q{number} {first}")

    following(SEVERAL, "input")
    press(page, "Space", "Tab", "Space")
    following(TRUE_FALSE, "input")
    press(page, "Space")
    following(BLANKS, ".blank")
    page.keyboard.type("三倍")
    press(page, "Tab")
    page.keyboard.type("500")
    following(NUMBER, "input")
    page.keyboard.type("7")
    following(ORDER, ".ordering__pick")
    press(page, "Enter", "Tab", "Tab", "Enter")  # placed first, then moved down by its arrow
    following(MATCH, "select")
    for _row in range(3):
        press(page, "ArrowDown", "Tab")
    following(CASE, "input")
    press(page, "Space")
    tab_to(page, "#q8 [name='q8.1']")
    press(page, "Space")
    tab_to(page, "#q8 .blank")
    page.keyboard.type("12315")
    following(PICTURE, "input")
    press(page, "Space")
    expect(page.locator("[data-count]")).to_have_text("已答 9 / 9")
    saved(page)
    tab_to(page, "#q9 [data-submit]")
    press(page, "Enter")
    expect(page.locator("[data-submit-summary]")).to_contain_text("全部答完了")
    tab_to(page, "[data-submit-sure]")
    press(page, "Enter")
    page.wait_for_url("**/result/")
    stored = quizzes.answers(attempt)
    assert sorted(stored) == [str(slot) for slot in range(9)]
    assert stored["3"][0] == ["三倍", "500"] and stored["4"][0] == "7" and stored["7"][0][2] == ["12315"]
    assert len(stored["1"][0]) == 2


def test_ordering_by_tapping_and_by_arrows(page: Page, quizzes: QuizData):
    attempt = quizzes.start(page, EVERY)
    page.goto(page.url + f"#q{ORDER}")
    box = question(page, ORDER)
    texts = box.locator("[data-item-text]").all_inner_texts()
    for text in reversed(texts):
        box.locator(".ordering__item", has_text=text).locator(".ordering__pick").click()
    assert box.locator("[data-item-text]").all_inner_texts() == texts[::-1]
    assert box.locator(".ordering__pick").all_inner_texts() == ["1", "2", "3", "4"]
    expect(box.locator("[data-ordering-status]")).to_contain_text("都排好了")
    saved(page)
    first = quizzes.answers(attempt)["5"][0]
    up = box.locator(".ordering__item", has_text=texts[0]).get_by_role("button", name="上移")
    up.click()
    expect(up).to_be_focused()
    assert box.locator("[data-item-text]").all_inner_texts() == [texts[3], texts[2], texts[0], texts[1]]
    box.locator(".ordering__item").first.locator(".ordering__pick").click()
    expect(page.locator(f"[data-nav='{ORDER - 1}'] [data-nav-state]")).to_have_text("没答")
    box.locator("[data-ordering-clear]").click()
    for text in reversed(texts):
        box.locator(".ordering__item", has_text=text).locator(".ordering__pick").click()
    saved(page)
    assert quizzes.answers(attempt)["5"][0] == first


def test_offline_answers_are_kept_and_saved_when_the_network_is_back(
    visitors: Visitors, quizzes: QuizData, guard: Guard
):
    guard.expect("ERR_INTERNET_DISCONNECTED")
    context = visitors.context()
    page = context.new_page()
    attempt = quizzes.start(page, EVERY, view="all")
    choose(page, SINGLE, 0)
    saved(page)
    context.set_offline(True)
    choose(page, SINGLE, 1)
    question(page, NUMBER).locator("input").fill("7")
    expect(status(page)).to_have_text(re.compile("还没保存（没有网络）"))
    assert page.evaluate(QUEUED) == 2
    assert "4" not in quizzes.answers(attempt)
    context.set_offline(False)
    saved(page)
    assert page.evaluate(QUEUED) == 0
    assert quizzes.answers(attempt)["4"][0] == "7"


def test_leaving_with_unsent_answers_warns_and_they_outlast_the_page(
    visitors: Visitors, quizzes: QuizData, guard: Guard
):
    guard.expect("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    context = visitors.context()
    page = context.new_page()
    attempt = quizzes.start(page, EVERY, view="all")
    address = page.url
    context.set_offline(True)
    choose(page, SINGLE, 2)
    expect(status(page)).to_have_text(re.compile("没有网络"))
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => { location.href = '/courses/' })")
    assert asked.value.type == "beforeunload"
    asked.value.accept()
    context.set_offline(False)
    page.goto(address)
    expect(question(page, SINGLE).locator("input").nth(2)).to_be_checked()
    saved(page)
    assert quizzes.answers(attempt)["0"][0] is not None


def test_reloading_keeps_answers_place_and_clock(page: Page, quizzes: QuizData):
    quizzes.start(page, EVERY)
    choose(page, SINGLE, 1)
    page.locator("#q1 .question__next").click()
    question(page, SEVERAL).locator(".choice").nth(0).click()
    question(page, SEVERAL).locator(".choice").nth(2).click()
    saved(page)
    page.reload()
    expect(question(page, SEVERAL)).to_be_visible()
    expect(question(page, SINGLE)).to_be_hidden()
    expect(question(page, SEVERAL).locator("input").nth(2)).to_be_checked()
    expect(page.locator("[data-count]")).to_have_text("已答 2 / 9")
    expect(page.locator("[data-clock-face]")).to_have_text(re.compile(r"^2\d:\d\d$"))


def test_another_tab_takes_over_what_was_answered(visitors: Visitors, quizzes: QuizData):
    context = visitors.context()
    one, other = context.new_page(), context.new_page()
    quizzes.start(one, EVERY, view="all")
    other.goto(one.url)
    choose(one, SINGLE, 3)
    saved(one)
    look_again(other)
    expect(question(other, SINGLE).locator("input").nth(3)).to_be_checked()
    expect(question(other, SINGLE).locator("[data-problem]")).to_contain_text("较新的答案")
    expect(other.locator("[data-count]")).to_have_text("已答 1 / 9")


def test_the_later_answer_wins_over_an_older_one_that_was_offline(visitors: Visitors, quizzes: QuizData, guard: Guard):
    guard.expect("ERR_INTERNET_DISCONNECTED")
    here = visitors.context()
    page = here.new_page()
    attempt = quizzes.start(page, EVERY, view="all")
    there = visitors.context(storage_state=here.storage_state(), mode=None).new_page()
    there.goto(page.url)
    here.set_offline(True)
    choose(page, SINGLE, 0)
    expect(status(page)).to_have_text(re.compile("没有网络"))
    choose(there, SINGLE, 2)
    saved(there)
    kept = quizzes.answers(attempt)["0"]
    here.set_offline(False)
    expect(question(page, SINGLE).locator("[data-problem]")).to_contain_text("较新的答案")
    expect(question(page, SINGLE).locator("input").nth(2)).to_be_checked()
    assert quizzes.answers(attempt)["0"] == kept


def test_a_slow_request_does_not_overtake_the_answer_that_came_after_it(page: Page, quizzes: QuizData):
    attempt = quizzes.start(page, EVERY)
    held = []
    page.route("**/save/", lambda route: held.append(route) if not held else route.continue_())
    choose(page, SINGLE, 0)
    expect(status(page)).to_have_text("正在保存……")  # said once a request takes long
    choose(page, SINGLE, 1)
    held[0].continue_()
    saved(page)
    expect(question(page, SINGLE).locator("input").nth(1)).to_be_checked()
    expect(question(page, SINGLE).locator("[data-problem]")).to_be_hidden()
    page.reload()
    expect(question(page, SINGLE).locator("input").nth(1)).to_be_checked()
    assert list(quizzes.answers(attempt)) == ["0"]


@pytest.mark.parametrize(("seconds", "words"), [(301.5, "还剩 5 分钟。"), (61.5, "还剩 1 分钟。")])
def test_the_time_left_is_announced(page: Page, quizzes: QuizData, seconds: float, words: str):
    attempt = quizzes.start(page, EVERY)
    quizzes.deadline(attempt, seconds + 3)
    look_again(page)
    notice = page.locator("[data-notice]")
    expect(notice).to_have_text(words, timeout=15_000)
    expect(notice).to_have_attribute("role", "status")


def test_at_the_end_of_time_everything_is_submitted(page: Page, quizzes: QuizData):
    attempt = quizzes.start(page, EVERY)
    page.locator("#q1 .question__next").click()
    quizzes.deadline(attempt, 4)
    look_again(page)
    choose(page, SEVERAL, 0)
    page.wait_for_url("**/result/", timeout=20_000)
    expect(page.locator(".result__receipt")).to_contain_text("时间到，自动交卷")
    assert list(quizzes.answers(attempt)) == ["1"]


def test_the_clock_does_not_believe_the_device(visitors: Visitors, quizzes: QuizData):
    context = visitors.context()
    context.add_init_script("const real = Date.now; Date.now = () => real() + 9e8;")
    page = context.new_page()
    attempt = quizzes.start(page, EVERY)
    expect(page.locator("[data-clock-face]")).to_have_text(re.compile(r"^(30:00|29:\d\d)$"))
    choose(page, SINGLE, 1)
    saved(page)
    assert 0 < quizzes.answers(attempt)["0"][1] < 120_000


def test_review_names_what_is_open_and_submitting_twice_is_once(page: Page, quizzes: QuizData):
    quizzes.start(page, EVERY)
    choose(page, SINGLE, 1)
    page.locator(".answer-card [data-submit]").click()
    expect(page.locator("[data-submit-summary]")).to_have_text("还有 8 题没答：")
    page.locator("[data-submit-list] a", has_text="第 5 题").click()
    expect(page.locator("[data-submit-dialog]")).to_be_hidden()
    expect(question(page, NUMBER)).to_be_visible()
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").dblclick()
    page.wait_for_url("**/result/")
    assert page.evaluate("Object.keys(localStorage).filter((key) => /answer|marks/.test(key))") == []


def test_submitting_without_a_network_waits_for_it(visitors: Visitors, quizzes: QuizData, guard: Guard):
    guard.expect("ERR_INTERNET_DISCONNECTED")
    context = visitors.context()
    page = context.new_page()
    attempt = quizzes.start(page, EVERY)
    context.set_offline(True)
    choose(page, SINGLE, 1)
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").click()
    expect(page.locator("[data-submit-problem]")).to_contain_text("还没交上")
    context.set_offline(False)
    page.wait_for_url("**/result/")
    assert "0" in quizzes.answers(attempt)


def test_marks_and_views_lose_nothing(page: Page, quizzes: QuizData):
    quizzes.start(page, EVERY)
    page.locator("#q1 .question__next").click()
    choose(page, SEVERAL, 1)
    question(page, SEVERAL).locator("[data-mark]").click()
    link = page.locator("[data-nav='1']")
    expect(link.locator("[data-nav-state]")).to_have_text("已答 存疑")
    page.locator("[data-view-toggle]").click()
    expect(question(page, PICTURE)).to_be_visible()
    expect(question(page, SEVERAL).locator("input").nth(1)).to_be_checked()
    page.reload()
    expect(page.locator("#sheet")).to_have_attribute("data-view", "all")
    expect(link).to_have_class(re.compile("is-marked"))
    page.locator("[data-view-toggle]").click()
    expect(page.locator(".question:visible")).to_have_count(1)


def test_the_skip_link_leaves_the_question_where_it_is(page: Page, quizzes: QuizData):
    quizzes.start(page, EVERY)
    page.locator("[data-nav='4']").click()
    page.locator(".skip").focus()
    press(page, "Enter")
    expect(question(page, NUMBER)).to_be_visible()
    expect(page.locator(".question:visible")).to_have_count(1)


def test_checking_one_question(page: Page, quizzes: QuizData, guard: Guard):
    guard.expect(r"422 \(Unprocessable")  # asked before answering
    quizzes.start(page, "e2e-checked")
    button = question(page, SINGLE).locator("[data-check]")
    button.click()
    expect(question(page, SINGLE).locator("[data-problem]")).to_have_text("请先作答。")
    question(page, SINGLE).get_by_text("最低 1000 元").click()
    button.click()
    outcome = question(page, SINGLE).locator("[data-outcome]")
    expect(outcome).to_contain_text("答对了")
    expect(outcome).to_have_attribute("role", "status")
    expect(outcome).to_contain_text("《食品安全法》第一百四十八条")
    expect(button).to_be_focused()
    expect(question(page, SINGLE).locator("input").first).to_be_disabled()
    page.reload()
    expect(outcome).to_contain_text("答对了")
    expect(question(page, SINGLE).locator("input").first).to_be_disabled()


@pytest.fixture
def lost(visitors: Visitors, quizzes: QuizData, guard: Guard) -> tuple[BrowserContext, Page, list]:
    guard.expect(r"404 \(Not Found\)")
    context = visitors.context()
    page = context.new_page()
    quizzes.start(page, EVERY)
    cookies = context.cookies()
    context.clear_cookies(name="sessionid")
    choose(page, SINGLE, 1)
    return context, page, cookies


def test_a_lost_session_keeps_the_answers_and_says_what_to_do(lost):
    context, page, cookies = lost
    trouble = page.locator("[data-trouble]")
    expect(trouble).to_be_visible()
    expect(trouble).to_contain_text("答案留在这台设备上")
    assert page.evaluate(QUEUED) == 1
    context.add_cookies(cookies)
    page.locator("[data-retry]").click()
    saved(page)
    expect(trouble).to_be_hidden()


def test_a_token_that_was_changed_by_a_login_elsewhere_is_renewed(visitors: Visitors, quizzes: QuizData, guard: Guard):
    guard.expect(r"403 \(Forbidden\)")
    context = visitors.context()
    page = context.new_page()
    attempt = quizzes.start(page, EVERY)
    context.clear_cookies(name="csrftoken")
    choose(page, SINGLE, 1)
    saved(page)
    assert "0" in quizzes.answers(attempt)


def test_without_scripts_one_question_a_screen_and_submit(visitors: Visitors, quizzes: QuizData):
    page = visitors.page(java_script_enabled=False, viewport=PHONE)
    attempt = quizzes.start(page, EVERY)
    expect(page.locator(".question:visible")).to_have_count(1)
    page.locator("#q1 .choice").nth(0).click()
    page.locator("#q1 .question__next").click()
    expect(page.locator("#q2")).to_be_visible()
    expect(page.locator("#q1")).to_be_hidden()
    for control in ("[data-listen]", "[data-mark]", "[data-ordering-foot]"):
        expect(page.locator(control).first).to_be_hidden()
    page.locator("[data-save]").click()
    expect(page.locator(".messages")).to_contain_text("已保存")
    page.locator("#q1 .choice").nth(0).locator("input").is_checked()
    page.locator("[data-nav='5']").click()
    for place, select in enumerate(page.locator("#q6 [data-place]").all(), 1):
        select.select_option(str(place))
    page.locator(".answer-card [data-submit]").click()
    expect(page.locator("h1")).to_have_text("现在交卷吗？")
    page.get_by_role("button", name="确定交卷").click()
    page.wait_for_url("**/result/")
    assert sorted(quizzes.answers(attempt)) == ["0", "5"]


def test_a_question_is_read_aloud(visitors: Visitors, quizzes: QuizData):
    context = visitors.context(mode="elder")
    give_voice(context)
    page = context.new_page()
    quizzes.start(page, EVERY)
    page.locator("#q1 [data-listen]").click()
    until(page, "speech.said.length >= 6 && !speech.current")
    said = page.evaluate("speech.said.map((entry) => entry.text)")
    assert any("过期牛奶" in words for words in said) and any("36 元" in words for words in said)
    assert not any("中奖" in words for words in said)


def test_the_service_worker_keeps_nothing_of_it(visitors: Visitors, quizzes: QuizData):
    page = visitors.page(service_workers="allow")
    page.goto("/quizzes/")
    until(page, "navigator.serviceWorker.ready.then((registration) => registration.active.state === 'activated')")
    quizzes.start(page, EVERY)
    page.locator(".answer-card [data-submit]").click()
    page.locator("[data-submit-sure]").click()
    page.wait_for_url("**/result/")
    page.goto("/attempts/")
    kept = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname)))).flat()"
    )
    assert kept and not [path for path in kept if path.startswith("/attempts/") or path.endswith("/start/")]
