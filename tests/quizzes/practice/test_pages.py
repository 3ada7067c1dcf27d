"""The pages of practice, without scripts and with them: what they show, what they never show, what they cost."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.practice import answer, make_topic, make_topic_question
from factories.questions import BODIES, make_quiz, make_user
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.models import DailyQuestion, PracticeAnswer, ReviewCard
from quizzes.people import Person
from quizzes.practice.scheduling import Exposition, day_of, read_token
from quizzes.versions import versions_by_id

pytestmark = pytest.mark.django_db
TOPIC, WRONG, REVIEW, DAILY = ("/practice/topic/prepaid/", "/practice/wrong/", "/practice/review/", "/practice/daily/")
SCRIPT = {"X-Requested-With": "fetch"}


@pytest.fixture
def topic(site):
    return make_topic()


@pytest.fixture
def question(topic):
    return make_topic_question(
        topic, explanation="因为法律这样规定。", law="《某法》第一条", checked_on="2026-01-01", lesson_id=None
    )


@pytest.fixture
def user():
    return make_user()


@pytest.fixture
def member(client, user):
    client.force_login(user)
    return client


def token_of(html: str) -> str:
    return re.search(r'name="token" value="([^"]+)"', html)[1]


def form_for(html: str, *, right: bool = True) -> dict:
    """What a browser sends for a right or a wrong answer to the single choice question that a page shows."""
    shown = read_token(token_of(html))
    version = versions_by_id([shown.version_id])[shown.version_id]
    number = next(n for n, option in enumerate(version.body["options"]) if bool(option.get("right")) is right)
    return {"token": token_of(html), "q1": str(version.kind.show(version.body, number, shown.deal))}


def get(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


class TestWithoutScripts:
    def test_ask_answer_next(self, member, topic, question):
        other = make_topic_question(topic)
        html = get(member, TOPIC)
        shown = read_token(token_of(html)).version_id
        response = member.post(TOPIC, form_for(html))
        page = response.content.decode()
        assert response.status_code == 200
        assert "<title>答对了" in page and "正确答案" in page and "下一题" in page and "今天答对 1 / 1" in page
        following = read_token(token_of(get(member, TOPIC))).version_id
        assert {shown, following} == {question.current_id, other.current_id}

    def test_wrong_says_why(self, member, question):
        page = member.post(TOPIC, form_for(get(member, TOPIC), right=False)).content.decode()
        for words in ("答错了", "你的答案", "正确答案", "因为法律这样规定。", "《某法》第一条", "收在错题本里"):
            assert words in page

    def test_nothing_chosen_comes_back_with_the_question(self, member, question):
        token = token_of(get(member, TOPIC))
        response = member.post(TOPIC, {"token": token})
        page = response.content.decode()
        assert response.status_code == 422
        assert "请先作答" in page and token_of(page) == token
        assert "因为法律这样规定。" not in page

    def test_sending_again_changes_nothing(self, member, question):
        html = get(member, TOPIC)
        member.post(TOPIC, form_for(html, right=False))
        again = member.post(TOPIC, form_for(html, right=True)).content.decode()
        assert "答错了" in again and "今天答对 0 / 1" in again
        assert PracticeAnswer.objects.count() == 1

    @pytest.mark.parametrize("token", ["", "nonsense"])
    def test_a_broken_token_leads_to_a_new_question(self, member, question, token):
        response = member.post(TOPIC, {"token": token, "q1": "0"}, follow=True)
        assert response.redirect_chain and "换一道吧" in response.content.decode()
        assert not PracticeAnswer.objects.exists()

    def test_a_token_of_another_mode_is_refused(self, member, question):
        response = member.post(WRONG, form_for(get(member, TOPIC)))
        assert response.status_code == 302 and not PracticeAnswer.objects.exists()

    def test_the_wrong_book_in_and_out(self, member, question):
        assert "错题本是空的" in get(member, WRONG)
        member.post(TOPIC, form_for(get(member, TOPIC), right=False))
        assert "先歇一歇" in get(member, WRONG), "the only one was answered just now"
        PracticeAnswer.objects.update(answered_at=timezone.now() - timedelta(hours=1))
        assert "再答对 1 次" in member.post(WRONG, form_for(get(member, WRONG))).content.decode()
        PracticeAnswer.objects.update(answered_at=timezone.now() - timedelta(hours=1))
        assert "离开错题本了" in member.post(WRONG, form_for(get(member, WRONG))).content.decode()
        assert "错题本是空的" in get(member, WRONG)

    def test_review_shows_what_is_due(self, member, user, question):
        assert "现在没有要复习的" in get(member, REVIEW)
        answer(Person(user_id=user.pk), question, timezone.now() - timedelta(days=9))
        assert "到期 1 道" in get(member, REVIEW)
        page = member.post(REVIEW, form_for(get(member, REVIEW))).content.decode()
        assert "答对了" in page
        assert "下一道到期是" in get(member, REVIEW)

    def test_skip(self, member, topic, question):
        make_topic_question(topic)
        html = get(member, TOPIC)
        link = re.search(r'href="([^"]+skip=\d+)"', html)[1]
        assert read_token(token_of(get(member, link))).version_id != read_token(token_of(html)).version_id

    def test_filters_stay(self, member, topic):
        make_topic_question(topic, difficulty="hard")
        html = get(member, TOPIC + "?difficulty=hard&audience=nobody")
        assert "较难" in html and 'action="/practice/topic/prepaid/?difficulty=hard"' in html
        assert "少选一个条件试试" in get(member, TOPIC + "?difficulty=easy")

    def test_unknown_topics(self, client, site):
        assert client.get("/practice/topic/no-such/").status_code == 404
        assert client.post("/practice/topic/no-such/", {"token": "x"}).status_code == 404

    def test_an_empty_bank_is_kind(self, client, topic):
        assert "这里还没有题" in get(client, "/practice/")
        assert "这里还没有题" in get(client, TOPIC)
        assert "这里还没有题" in get(client, DAILY)


class TestByScript:
    def test_the_outcome_alone(self, member, question):
        response = member.post(TOPIC, form_for(get(member, TOPIC)), headers=SCRIPT)
        part = response.content.decode()
        assert response.status_code == 200
        assert 'data-practice-result="答对了"' in part and "<html" not in part and "下一题" in part

    def test_a_refusal_is_one_sentence(self, member, question):
        response = member.post(TOPIC, {"token": token_of(get(member, TOPIC))}, headers=SCRIPT)
        assert (response.status_code, response.content.decode()) == (422, "请先作答。")
        assert response.headers["Content-Type"].startswith("text/plain")

    def test_too_fast(self, member, question, settings):
        settings.QUIZ_RATE_LIMITS = settings.QUIZ_RATE_LIMITS | {"practise": {"person": "1/60"}}
        form = form_for(get(member, TOPIC))
        assert member.post(TOPIC, form, headers=SCRIPT).status_code == 200
        assert member.post(TOPIC, form, headers=SCRIPT).status_code == 429


class TestVisitors:
    def test_looking_makes_no_session(self, client, question):
        for path in ("/practice/", TOPIC, WRONG, REVIEW, DAILY):
            get(client, path)
        assert "sessionid" not in client.cookies

    def test_what_a_visitor_did_goes_along_to_the_account(self, client, user, question):
        client.post(TOPIC, form_for(get(client, TOPIC), right=False))
        assert PracticeAnswer.objects.get().visitor is not None
        client.force_login(user)
        assert re.search(r"<b>1</b> 道", get(client, "/practice/"))
        assert PracticeAnswer.objects.get().user == user
        assert ReviewCard.objects.get().user == user

    def test_pages_are_never_cached(self, client, question):
        for path in ("/practice/", TOPIC, WRONG, REVIEW, DAILY):
            response = client.get(path)
            assert "no-store" in response.headers["Cache-Control"] and "private" in response.headers["Cache-Control"]
            assert "X-Page-Cache" not in response.headers

    def test_forged_requests_are_refused(self, question):
        strict = Client(enforce_csrf_checks=True)
        form = form_for(get(strict, TOPIC))
        assert strict.post(TOPIC, form).status_code == 403
        form["csrfmiddlewaretoken"] = strict.cookies["csrftoken"].value
        assert strict.post(TOPIC, form).status_code == 200


class TestTheKeyStaysHere:
    """Markers in everything that belongs to the key must not be in what a browser gets before the answer."""

    MARK = "ZXQKEY"

    def body(self, code: str) -> dict:
        if code == "single_choice":
            return {
                "options": [{"text": "甲", "right": True, "feedback": self.MARK}, {"text": "乙", "feedback": self.MARK}]
            }
        if code == "true_false":
            return {"right": True, "feedback": {"true": self.MARK, "false": self.MARK}}
        if code == "fill_in":
            return {"blanks": [[self.MARK], [self.MARK + "2"]]}
        if code == "numeric":
            return {"answers": [{"value": "98765.4321"}]}
        if code == "case_study":
            part = {"type": "fill_in", "stem": "答案是____。", "points": 1, "blanks": [[self.MARK]]}
            return {"parts": [part | {"explanation": self.MARK}]}
        return BODIES[code]

    @pytest.mark.parametrize("code", BODIES)
    def test_before_the_answer(self, client, topic, code):
        make_topic_question(
            topic, code, body=self.body(code), explanation=self.MARK, law=self.MARK, checked_on="2026-01-01"
        )
        for path in (TOPIC, DAILY):
            html = get(client, path)
            assert self.MARK not in html and "98765" not in html and '"right"' not in html
        refusal = client.post(TOPIC, {"token": token_of(get(client, TOPIC))})
        assert refusal.status_code == 422 and self.MARK not in refusal.content.decode()

    def test_after_the_answer_it_is_there(self, client, topic):
        make_topic_question(topic, body=self.body("single_choice"), explanation=self.MARK)
        assert self.MARK in client.post(TOPIC, form_for(get(client, TOPIC))).content.decode()


class TestDaily:
    def test_once_and_then_its_outcome(self, member, question):
        html = get(member, DAILY)
        assert "从今天开始" in html
        page = member.post(DAILY, form_for(html, right=False)).content.decode()
        assert "答错了" in page and "连续 1 天" in page
        later = get(member, DAILY)
        assert "答错了" in later and 'name="token"' not in later
        assert "今天的答过了" in get(member, "/practice/")

    def test_yesterdays_with_its_answer(self, member, topic, question):
        today = day_of(timezone.now())
        other = make_topic_question(topic, stem="今天的题干")
        DailyQuestion.objects.create(date=today - timedelta(days=1), question=question)
        DailyQuestion.objects.create(date=today, question=other)
        html = get(member, DAILY)
        assert "昨天的题和答案" in html and "因为法律这样规定。" in html and "今天的题干" in html

    def test_everybody_gets_the_same(self, topic):
        for _ in range(6):
            make_topic_question(topic)
        versions = {read_token(token_of(get(Client(), DAILY))).version_id for _ in range(4)}
        assert len(versions) == 1 and DailyQuestion.objects.count() == 1


class TestAttempts:
    def test_opening_the_book_collects_what_may_be_seen(self, member, user, question):
        person, now = Person(user_id=user.pk), timezone.now()
        shown = make_quiz([question])
        hidden = make_quiz([make_topic_question(make_topic("other"))], reveal_after=["score"])
        for quiz in (shown, hidden):
            attempt = start_attempt(quiz=quiz, person=person, now=now - timedelta(hours=2))
            version = versions_by_id([attempt.paper[0][0]])[attempt.paper[0][0]]
            wrong = Given(version.kind.show(version.body, 0, deal_of(attempt, 0)))
            submit_attempt(attempt_id=attempt.pk, person=person, answers={0: wrong}, now=now - timedelta(hours=1))
        assert "错题本里有 1 道" in get(member, WRONG)
        assert list(ReviewCard.objects.values_list("question", flat=True)) == [question.pk]


class TestCost:
    LIMIT = 6
    OWN = re.compile(r'"(quizzes|education|media|taggit)_')

    def cost(self, client, path) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len([query for query in captured if self.OWN.search(query["sql"])])

    def test_few_queries_and_no_more_of_them_for_more_questions(self, member, user, topic, question):
        paths = ["/practice/", TOPIC, WRONG, REVIEW, DAILY]
        person, long_ago = Person(user_id=user.pk), timezone.now() - timedelta(days=9)
        answer(person, question, long_ago, right=False)
        few = [self.cost(member, path) for path in paths]
        for _ in range(8):
            answer(person, make_topic_question(topic), long_ago, right=False)
            make_topic_question(topic)
        many = [self.cost(member, path) for path in paths]
        assert few == many
        assert max(many) <= self.LIMIT, dict(zip(paths, many, strict=True))


def test_time_in_tokens_is_exact_to_the_microsecond():
    moment = datetime(2026, 3, 15, 2, 0, 0, 123457, tzinfo=UTC)
    assert read_token(Exposition(1, "topic", "x", moment).token).shown_at == moment
