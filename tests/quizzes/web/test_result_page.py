"""The result: a receipt, then as much of each question as the quiz reveals now."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from factories.participants import finish, raw_of
from factories.questions import BODIES, after, make_question, make_quiz
from factories.site import SmallSite
from quizzes.actions.attempts import start_attempt, submit_attempt
from quizzes.models import Attempt, QuizPage, Regrade

ALL = ["score", "answers", "key", "explanations"]


def answered(participant, quiz: QuizPage, raws: dict | None = None) -> Attempt:
    """An ended attempt with some answers."""
    attempt = participant.start(quiz)
    if raws:
        participant.save(attempt, raws)
    finish(participant, attempt)
    return attempt


@pytest.fixture
def quiz(home) -> QuizPage:
    questions = [
        make_question("true_false", points=4, explanation="因为所以。", law="《某法》第一条", checked_on="2026-01-01"),
        make_question("single_choice", points=6),
    ]
    return make_quiz(questions, pass_percent=50, shuffle_questions=False)


def test_everything_is_told(quiz, visitor):
    attempt = answered(visitor, quiz, {0: False})
    page = visitor.page(attempt, "result/")
    receipt = page.select_one(".result__receipt").get_text()
    assert "4" in page.select_one(".result__score").get_text() and "40%" in receipt
    assert "没及格（及格线 50%）" in receipt
    assert "答对" in receipt and "没答" in receipt
    first, second = page.select(".result__question")
    assert "答对了" in first.get_text() and "4 / 4 分" in first.get_text()
    for words in ("你的答案", "正确答案", "因为所以。", "《某法》第一条"):
        assert words in first.get_text()
    assert "没有作答" in second.get_text() and "乙" in second.select_one(".outcome").get_text()
    assert page.select_one('a[href="/practice/wrong/"]')
    assert page.select_one(f'a[href="/quizzes/{quiz.pk}/start/"]')


def test_all_right_has_a_seal_and_no_mistakes_to_practise(all_types, visitor):
    attempt = visitor.start(all_types)
    visitor.save(attempt, {slot: raw_of(attempt, slot) for slot in range(len(BODIES))})
    finish(visitor, attempt)
    page = visitor.page(attempt, "result/")
    assert page.select_one(".result__seal").get_text() == "及格"
    assert "✓ 及格" in page.select_one(".result__receipt").get_text()
    assert not page.select('a[href="/practice/wrong/"]')
    assert len(page.select(".outcome--right")) == len(BODIES)


@pytest.mark.parametrize("reveals", [[], ["score"], ["answers"], ["key"], ["explanations"], ["score", "answers"], ALL])
def test_each_thing_shows_only_when_it_is_revealed(quiz, visitor, reveals):
    quiz.reveal_after = reveals
    quiz.save()
    page = visitor.page(answered(visitor, quiz, {0: True}), "result/")
    words = page.get_text()
    assert bool(page.select(".result__score")) == ("score" in reveals)
    assert ("答错了" in words) == bool({"score", "key"} & set(reveals) and set(reveals) - {"score"})
    assert ("你的答案" in words) == ("answers" in reveals)
    assert ("正确答案" in words) == ("key" in reveals)
    assert ("因为所以。" in words) == ("explanations" in reveals)
    assert bool(page.select(".result__question")) == bool(set(reveals) - {"score"})


def test_a_hidden_score_says_when_it_can_be_seen(quiz, visitor):
    quiz.closes_at = timezone.now() + timedelta(days=3)
    quiz.reveal_after, quiz.reveal_closed = [], ["score"]
    quiz.save()
    attempt = answered(visitor, quiz, {0: False})
    words = visitor.page(attempt, "result/").get_text()
    when = timezone.localtime(quiz.closes_at)
    assert f"{when.year} 年 {when.month} 月 {when.day} 日 {when:%H:%M}" in words
    assert "得分率" not in words
    QuizPage.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
    assert "40%" in visitor.page(attempt, "result/").get_text()


def test_a_score_that_is_never_shown_says_so(quiz, visitor):
    quiz.reveal_after = quiz.reveal_closed = []
    quiz.save()
    assert "不公布得分" in visitor.page(answered(visitor, quiz), "result/").get_text()


def test_bands_speak_and_recommend_what_is_published(visitor, db):
    site = SmallSite(2)
    lesson, draft = site.lessons
    draft.unpublish()
    bands = [
        ("band", {"from_percent": 0, "title": "新手", "feedback": "慢慢来。", "lessons": [lesson, draft]}),
        ("band", {"from_percent": 80, "title": "消费达人", "feedback": "真明白。", "lessons": []}),
    ]
    quiz = make_quiz([make_question("true_false")], bands=bands)
    low = visitor.page(answered(visitor, quiz), "result/")
    assert "新手" in low.get_text() and "慢慢来。" in low.get_text()
    assert lesson.title in low.get_text() and draft.title not in low.get_text()
    assert "消费达人" in visitor.page(answered(visitor, quiz, {0: False}), "result/").get_text()


def test_a_question_links_to_its_lesson_while_that_is_published(visitor, db):
    lesson = SmallSite().lessons[0]
    quiz = make_quiz([make_question(lesson=lesson.material_ptr)])
    attempt = answered(visitor, quiz)
    assert visitor.page(attempt, "result/").select_one(".outcome__lesson a")["href"] == lesson.url
    lesson.unpublish()
    assert not visitor.page(attempt, "result/").select(".outcome__lesson")


def test_a_regrade_is_explained(quiz, visitor):
    attempt = answered(visitor, quiz, {0: False})
    version = quiz.paper[1].value["question"].current
    Regrade.objects.create(
        version=version, kind="void", note="第二题出错了，不算分。", status="done",
        created_at=timezone.now(), applied_at=timezone.now(),
    )  # fmt: skip
    Attempt.objects.filter(pk=attempt.pk).update(marks=[[4, 4, []], [0, 0, []]], points=4, maximum=4, passed=True)
    page = visitor.page(attempt, "result/")
    assert "第二题出错了，不算分。" in page.select_one(".result__notes").get_text()
    assert "这道题不计分" in page.select(".result__question")[1].get_text()
    assert "100%" in page.get_text()


def test_times_are_those_of_shanghai(quiz, visitor):
    attempt = answered(visitor, quiz)
    start = datetime(2026, 3, 15, 17, 0, tzinfo=UTC)
    Attempt.objects.update(started_at=start, submitted_at=start + timedelta(minutes=8, seconds=12))
    page = visitor.page(attempt, "result/")
    assert page.select_one(".result__when time").get_text() == "2026-03-16 01:08"
    assert "8 分 12 秒" in page.get_text()


def test_no_retry_when_attempts_are_used_up_or_the_quiz_is_gone(quiz, visitor):
    attempt = answered(visitor, quiz)
    link = f'a[href="/quizzes/{quiz.pk}/start/"]'
    assert visitor.page(attempt, "result/").select(link)
    quiz.max_attempts = 1
    quiz.save()
    assert not visitor.page(attempt, "result/").select(link)
    quiz.max_attempts = None
    quiz.save()
    quiz.unpublish()
    assert not visitor.page(attempt, "result/").select(link)


@pytest.mark.parametrize("length", [2, 12])
def test_the_page_costs_the_same_whatever_the_length(home, member, django_assert_max_num_queries, length):
    quiz = make_quiz([make_question(points=1) for _n in range(length)])
    attempt = answered(member, quiz)
    with django_assert_max_num_queries(14):
        response = member.client.get(f"/attempts/{attempt.pk}/result/")
    assert "no-store" in response["Cache-Control"]


def test_my_attempts_tell_results_and_lead_on(quiz, member, all_types):
    done, running = answered(member, quiz, {0: False}), member.start(all_types)
    response = member.client.get("/attempts/")
    assert "no-store" in response["Cache-Control"]
    text = response.content.decode()
    assert f"/attempts/{done.pk}/result/" in text and "40%" in text and "没及格" in text
    assert f'href="/attempts/{running.pk}/"' in text and "接着答" in text


def test_my_attempts_are_paged_and_cost_the_same(home, member, django_assert_max_num_queries):
    quiz, person = make_quiz([make_question()]), answered(member, make_quiz([make_question()])).person
    for minute in range(21):
        attempt = start_attempt(quiz=quiz, person=person, now=after(minute))
        submit_attempt(attempt_id=attempt.pk, person=person, now=after(minute))
    with django_assert_max_num_queries(10):
        page = member.client.get("/attempts/")
    assert page.content.decode().count("attempt-lines__item") == 20
    assert member.client.get("/attempts/?page=2").content.decode().count("attempt-lines__item") == 2


def test_a_person_without_attempts_is_shown_where_to_begin(home, client):
    text = client.get("/attempts/").content.decode()
    assert "还没有答过测验" in text and 'href="/quizzes/"' in text


def test_the_account_page_leads_there(home, member):
    assert 'href="/attempts/"' in member.client.get("/accounts/me/").content.decode()
