"""The list of quizzes, and one quiz."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from factories.api import Caller, app, refusal
from factories.questions import make_question, make_quiz, make_user, quiz_index
from factories.site import make_image, make_vocabulary

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def ids(path: str = "/quizzes") -> list[int]:
    return [item["id"] for item in Caller().get(path).json()["items"]]


@pytest.fixture
def three(site):
    """A quiz that will open, one that is open, one that is closed."""
    now = timezone.now()
    question = make_question()
    return {
        "upcoming": make_quiz([question], opens_at=now + HOUR, closes_at=now + 2 * HOUR),
        "open": make_quiz([question], opens_at=now - HOUR, closes_at=now + HOUR),
        "closed": make_quiz([question], closes_at=now - HOUR),
    }


@pytest.mark.parametrize("state", ["upcoming", "open", "closed"])
def test_by_state(three, state):
    assert ids(f"/quizzes?state={state}") == [three[state].pk]
    assert Caller().get(f"/quizzes/{three[state].pk}").json()["state"] == state


def test_a_quiz_without_times_is_open(site):
    quiz = make_quiz([make_question()])
    assert (
        ids("/quizzes?state=open") == [quiz.pk] and ids("/quizzes?state=closed") == ids("/quizzes?state=upcoming") == []
    )


def test_newest_first_and_paged(three):
    newest = [three[name].pk for name in ("closed", "open", "upcoming")]
    assert ids() == newest
    page = Caller().get("/quizzes?page_size=2&page=2").json()
    assert (page["count"], page["pages"], page["page"]) == (3, 2, 2)
    assert [item["id"] for item in page["items"]] == newest[2:]


def test_by_topic_and_audience(three):
    topic, audience = make_vocabulary()
    quiz = three["open"]
    quiz.topics.set([topic])
    quiz.audiences.set([audience])
    quiz.save()
    assert ids(f"/quizzes?topic={topic.slug}&audience={audience.slug}") == [quiz.pk]
    assert ids("/quizzes?topic=nothing") == []
    item = Caller().get(f"/quizzes?topic={topic.slug}").json()["items"][0]
    assert (item["topics"], item["audiences"]) == ([topic.slug], [audience.slug])


@pytest.mark.parametrize(
    "query", ["state=gone", "page=0", "page=x", "page_size=101", "topic=a%00b", "topic=" + "x" * 101]
)
def test_invalid_filters(site, query):
    response = Caller().get(f"/quizzes?{query}")
    assert refusal(response) == (422, "invalid_request")
    assert response.json()["fields"][0]["field"] == f"query.{query.split('=')[0]}"


def test_only_what_anybody_may_see(site):
    hidden, draft, seen = (make_quiz([make_question()]) for _ in range(3))
    draft.unpublish()
    restriction = PageViewRestriction.objects.create(page=hidden, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="班"))
    assert ids() == [seen.pk]
    for quiz in (hidden, draft):
        assert refusal(Caller().get(f"/quizzes/{quiz.pk}")) == (404, "unknown_quiz")
        assert refusal(Caller().post(f"/quizzes/{quiz.pk}/attempts")) == (404, "unknown_quiz")
    PageViewRestriction.objects.create(page=quiz_index(), restriction_type="login")
    assert ids() == []


def test_detail(site):
    quiz = make_quiz(
        [make_question(), make_question()],
        intro="<p>看清<b>再</b>答。</p>",
        time_limit=10,
        max_attempts=2,
        pass_percent=60,
        cover=make_image(),
    )
    caller = app(make_user())
    caller.post(f"/quizzes/{quiz.pk}/attempts")
    detail = caller.get(f"/quizzes/{quiz.pk}").json()
    assert detail["intro"] == "<p>看清<b>再</b>答。</p>"
    assert (detail["question_count"], detail["time_limit"], detail["pass_percent"]) == (2, 10, 60)
    assert (detail["max_attempts"], detail["attempts_left"], detail["may_start"]) == (2, 1, True)
    assert any("10 分钟" in rule for rule in detail["rules"])
    assert detail["cover"]["width"] == 64 and detail["cover"]["url"].startswith("/media/")
    assert [(attempt["number"], attempt["status"]) for attempt in detail["attempts"]] == [(1, "started")]
    assert detail["url"] == quiz.url


def test_a_quiz_for_accounts_cannot_be_started_by_strangers(site):
    quiz = make_quiz([make_question()], needs_account=True)
    assert Caller().get(f"/quizzes/{quiz.pk}").json()["may_start"] is False
    assert app(make_user()).get(f"/quizzes/{quiz.pk}").json()["may_start"] is True


def test_the_list_costs_the_same_however_long_it_is(site):
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert Caller().get("/quizzes").status_code == 200
        return len(queries)

    make_quiz([make_question()], cover=make_image())
    cost()
    one = cost()
    for _ in range(4):
        make_quiz([make_question()], cover=make_image())
    ids()  # makes the covers' renditions
    assert cost() == one
