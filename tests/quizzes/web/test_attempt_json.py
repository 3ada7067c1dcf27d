"""What the script of the attempt page asks for."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factories.participants import Participant, finish, raw_of
from factories.questions import BODIES, make_question, make_quiz
from quizzes.errors import REFUSALS
from quizzes.models import Attempt

SLOTS = {code: slot for slot, code in enumerate(BODIES)}


@pytest.fixture
def attempt(all_types, visitor) -> Attempt:
    return visitor.start(all_types)


def refusal(response, code: str) -> None:
    assert response.json()["code"] == code
    assert response.json()["message"].startswith(str(REFUSALS[code][1]))
    assert response.status_code == REFUSALS[code][0]
    assert "no-store" in response["Cache-Control"]


def rewind(attempt: Attempt, minutes: float) -> None:
    """Let the attempt have begun some minutes earlier."""
    Attempt.objects.filter(pk=attempt.pk).update(started_at=timezone.now() - timedelta(minutes=minutes))


def test_every_type_is_saved_and_comes_back_as_it_was_sent(attempt, visitor):
    answers = {slot: raw_of(attempt, slot) for slot in SLOTS.values()}
    told = visitor.save(attempt, answers).json()
    assert sorted(told["kept"]) == sorted(answers) and not told["newer"] and not told["refused"]
    assert 0 < told["seconds_left"] <= 600 and told["elapsed_ms"] >= 0
    state = visitor.client.get(f"/attempts/{attempt.pk}/state/").json()
    told_back = {int(slot): raw for slot, raw in state["answers"].items()}
    assert told_back == answers | {SLOTS["fill_in"]: ["３倍", "500。"]}
    assert (state["ended"], state["locked"]) == (False, [])


def test_saving_twice_changes_nothing(attempt, visitor):
    for _time in range(2):
        assert visitor.save(attempt, {0: 2}).json()["kept"] == [0]
    attempt.refresh_from_db()
    assert len(attempt.answers) == 1


def test_an_answer_given_later_elsewhere_is_told(attempt, visitor):
    rewind(attempt, 5)
    visitor.save(attempt, {0: 2}, given_ms=200_000)
    told = visitor.save(attempt, {0: 1, 2: True}, given_ms=100_000).json()
    assert (told["kept"], told["newer"]) == ([2], {"0": 2})
    assert told["last_given_ms"] == 200_000


def test_two_answers_of_one_browser_keep_their_order_however_slow_the_first_was(attempt, visitor):
    """The first was under way for a minute, the second arrived at once."""
    rewind(attempt, 2)
    visitor.save(attempt, {0: 2}, given_ms=60_000)
    assert visitor.save(attempt, {0: 1}, given_ms=60_001).json()["kept"] == [0]


def test_an_impossible_answer_is_refused_alone(attempt, visitor):
    told = visitor.save(attempt, {0: 99, 2: True, 77: 1}).json()
    assert told["kept"] == [2]
    assert set(told["refused"]) == {"0", "77"}


def test_a_quiz_without_a_limit_has_no_seconds(home, visitor):
    attempt = visitor.start(make_quiz([make_question()]))
    assert visitor.save(attempt, {0: 0}).json()["seconds_left"] is None


def test_odd_words_are_kept_out_of_the_database(attempt, visitor):
    told = visitor.save(attempt, {SLOTS["numeric"]: "5\x0000\ud800", SLOTS["fill_in"]: ["a\x00b", "\udfff"]}).json()
    assert not told["refused"]
    assert told["kept"] == [SLOTS["numeric"], SLOTS["fill_in"]]
    attempt.refresh_from_db()
    assert attempt.answers[str(SLOTS["numeric"])][0] == "500"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"{}",
        b'{"answers": []}',
        b'{"answers": {"x": {"raw": 1}}}',
        '{"answers": {"１": {"raw": 1}}}'.encode(),
        b'{"answers": {"-1": {"raw": 1}}}',
        b'{"answers": {"99999999999": {"raw": 1}}}',
        b'{"answers": {"0": 1}}',
        b'{"answers": {"0": {}}}',
        b'{"answers": {"0": {"raw": 1}}}',
        b'{"answers": {"0": {"raw": 1, "given_ms": "1"}}}',
        b'{"answers": {"0": {"raw": 1, "given_ms": true}}}',
        b'{"answers": {"0": {"raw": 1, "given_ms": 1.5}}}',
    ],
)
def test_a_body_of_the_wrong_shape_is_refused(attempt, visitor, body):
    response = visitor.client.post(f"/attempts/{attempt.pk}/save/", body, content_type="application/json")
    refusal(response, "invalid_request")


@pytest.mark.parametrize("raw", [None, "", [], {}, [[]], {"a": 1}, "x", -1, 1e308, True, [None], ["1"], "9" * 5000])
def test_no_raw_answer_breaks_anything(attempt, visitor, raw):
    for slot in SLOTS.values():
        assert visitor.save(attempt, {slot: raw}).status_code == 200
    assert visitor.client.get(f"/attempts/{attempt.pk}/").status_code == 200
    finish(visitor, attempt)
    assert visitor.client.get(f"/attempts/{attempt.pk}/result/").status_code == 200


def test_times_out_of_range_are_clamped(attempt, visitor):
    rewind(attempt, 2)
    visitor.save(attempt, {0: 0}, given_ms=-(10**15))
    visitor.save(attempt, {2: True}, given_ms=10**15)
    attempt.refresh_from_db()
    assert attempt.answers["0"][1] == 0
    assert 0 < attempt.answers["2"][1] <= 2 * 60_000 + 60_000


def test_submitting_saves_the_last_answers_and_twice_is_once(attempt, visitor):
    body = {"answers": {str(SLOTS["true_false"]): {"raw": False, "given_ms": 1}}}
    first = visitor.send(attempt, "submit", body).json()
    again = visitor.send(attempt, "submit", {"answers": {"0": {"raw": 1, "given_ms": 2}}}).json()
    assert first["result"] == again["result"] == f"/attempts/{attempt.pk}/result/"
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points) == ("submitted", 12)
    assert "0" not in attempt.answers


def test_nothing_is_saved_after_the_end(attempt, visitor):
    finish(visitor, attempt)
    refusal(visitor.save(attempt, {0: 0}), "attempt_ended")
    assert visitor.client.get(f"/attempts/{attempt.pk}/state/").json()["ended"] is True


def test_nothing_is_saved_after_the_deadline(attempt, visitor):
    visitor.save(attempt, {SLOTS["true_false"]: False})
    past = timezone.now() - timedelta(seconds=1)
    Attempt.objects.update(started_at=past - timedelta(minutes=10), deadline=past)
    refusal(visitor.save(attempt, {0: 0}), "time_over")
    state = visitor.client.get(f"/attempts/{attempt.pk}/state/").json()
    assert (state["ended"], state["seconds_left"]) == (True, 0)
    finish(visitor, attempt)
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points) == ("timed_out", 12)


@pytest.fixture
def checked(home, visitor) -> Attempt:
    quiz = make_quiz(
        [make_question("true_false", explanation="因为所以。"), make_question()],
        reveal_during=["key", "explanations"],
        shuffle_questions=False,
    )
    return visitor.start(quiz)


def test_checking_shows_the_outcome_and_locks_the_answer(checked, visitor):
    told = visitor.send(checked, "check", {"slot": 0, "answer": {"raw": True, "given_ms": 5}}).json()
    outcome = BeautifulSoup(told["html"], "html.parser")
    assert "答错了" in outcome.get_text() and "因为所以。" in outcome.get_text()
    assert told["raw"] is True
    assert "0" in visitor.save(checked, {0: False}).json()["refused"]
    assert visitor.client.get(f"/attempts/{checked.pk}/state/").json()["locked"] == [0]
    again = visitor.send(checked, "check", {"slot": 0, "answer": None})
    assert again.json()["html"] == told["html"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"slot": 0, "answer": None}, "not_answered"),
        ({"slot": 0, "answer": {"raw": "maybe", "given_ms": 5}}, "bad_answer"),
        ({"slot": 9, "answer": None}, "unknown_question"),
        ({"slot": "0"}, "invalid_request"),
        ({"slot": True}, "invalid_request"),
        ({}, "invalid_request"),
    ],
)
def test_a_check_is_refused_with_its_reason(checked, visitor, body, code):
    refusal(visitor.send(checked, "check", body), code)


def test_checking_is_refused_where_the_quiz_does_not_offer_it(attempt, visitor):
    refusal(visitor.send(attempt, "check", {"slot": 0, "answer": {"raw": 0, "given_ms": 5}}), "not_checkable")


def test_a_lost_session_is_a_refusal_and_not_a_page(attempt, join):
    stranger = join()
    refusal(stranger.save(attempt, {0: 0}), "unknown_attempt")
    refusal(stranger.client.get(f"/attempts/{attempt.pk}/state/"), "unknown_attempt")


def test_the_state_brings_a_fresh_token_when_the_old_one_is_gone(all_types):
    browser = Participant(Client(enforce_csrf_checks=True))
    start = BeautifulSoup(browser.client.get(f"/quizzes/{all_types.pk}/start/").content, "html.parser")
    token = start.select_one("input[name=csrfmiddlewaretoken]")["value"]
    attempt = browser.start(all_types, csrfmiddlewaretoken=token)
    body = json.dumps({"answers": {"0": {"raw": 0, "given_ms": 0}}})
    url = f"/attempts/{attempt.pk}/save/"
    assert browser.client.post(url, body, content_type="application/json").status_code == 403
    fresh = browser.client.get(f"/attempts/{attempt.pk}/state/").json()["csrf"]
    response = browser.client.post(url, body, content_type="application/json", headers={"X-CSRFToken": fresh})
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["save", "check", "submit"])
def test_reading_is_not_writing(attempt, visitor, path):
    assert visitor.client.get(f"/attempts/{attempt.pk}/{path}/").status_code == 405
    assert visitor.client.post(f"/attempts/{attempt.pk}/state/").status_code == 405


def test_a_save_costs_three_queries_with_the_user(all_types, member):
    attempt = member.start(all_types)
    member.page(attempt)  # the process has seen these questions
    with CaptureQueriesContext(connection) as captured:
        assert member.save(attempt, {0: 1, 1: [0], 2: True}).status_code == 200
    told = [q["sql"] for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(told) <= 3, "\n".join(told)
