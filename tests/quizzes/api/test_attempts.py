"""An attempt from start to result over HTTP, and every refusal on the way."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories.api import Caller, app, page, refusal, visitor_app
from factories.questions import BODIES, RIGHT, make_question, make_quiz, make_user
from quizzes.actions.attempts import deal_of
from quizzes.models import Attempt, Regrade
from quizzes.versions import versions_by_id

pytestmark = pytest.mark.django_db
DURING = {"reveal_during": ["score", "key", "explanations"]}


@pytest.fixture
def all_types(site):
    return make_quiz([make_question(code, points=12) for code in BODIES], time_limit=10, pass_percent=60)


@pytest.fixture
def one(site):
    """A quiz of one question."""
    return make_quiz([make_question()])


@pytest.fixture
def caller(db):
    return app(make_user())


def started(caller, quiz, **data) -> str:
    """The address of an attempt that was just started."""
    response = caller.post(f"/quizzes/{quiz.pk}/attempts", data or None)
    assert response.status_code == 200, response.content
    return f"/attempts/{response.json()['attempt']['id']}"


def right_answers(address: str) -> dict:
    """A raw right answer for every slot, as it was dealt."""
    attempt = Attempt.objects.get(pk=address.rsplit("/", 1)[1])
    answers = {}
    for slot, (version_id, _points) in enumerate(attempt.paper):
        version = versions_by_id([version_id])[version_id]
        answers[str(slot)] = {"raw": version.kind.show(version.body, RIGHT[version.type], deal_of(attempt, slot))}
    return answers


def end_time(address: str) -> None:
    """Let the attempt's time be over."""
    past = timezone.now() - timedelta(minutes=1)
    Attempt.objects.filter(pk=address.rsplit("/", 1)[1]).update(deadline=past, started_at=past - timedelta(minutes=10))


@pytest.mark.parametrize("make", [lambda: app(make_user()), lambda: page(make_user()), visitor_app])
def test_right_answers_of_every_type_earn_everything(all_types, make):
    caller = make()
    address = started(caller, all_types)
    sheet = caller.get(address).json()
    assert {question["type"] for question in sheet["questions"]} == set(BODIES)
    assert [question["slot"] for question in sheet["questions"]] == list(range(len(BODIES)))
    assert 590 <= sheet["seconds_left"] <= 600 and sheet["points"] is None and not sheet["checkable"]
    answers = right_answers(address)
    saved = caller.post(f"{address}/answers", {"answers": answers}).json()
    assert sorted(saved["kept"]) == list(range(len(BODIES))) and saved["refused"] == saved["newer"] == []
    shown = {str(question["slot"]): question["answer"] for question in caller.get(address).json()["questions"]}
    assert shown == {slot: sent["raw"] if slot != fill_slot(sheet) else shown[slot] for slot, sent in answers.items()}
    done = caller.post(f"{address}/submit").json()
    assert (done["status"], done["points"], done["maximum"]) == ("submitted", 7 * 12 + 5, 7 * 12 + 5)
    assert (done["percent"], done["passed"], done["seconds_left"]) == (100, True, None)
    result = caller.get(f"{address}/result").json()
    assert [row["outcome"]["state"] for row in result["rows"]] == ["right"] * len(BODIES)
    assert all(row["outcome"]["right_answer"] for row in result["rows"])


def fill_slot(sheet: dict) -> str:
    """The slot whose answer is stored tidied, so that it does not come back as it was sent."""
    return str(next(question["slot"] for question in sheet["questions"] if question["type"] == "fill_in"))


def test_the_parts_of_a_case_show_their_answers(site, caller):
    address = started(caller, make_quiz([make_question("case_study")]))
    caller.post(f"{address}/answers", {"answers": {"0": {"raw": [True, None]}}})
    question = caller.get(address).json()["questions"][0]
    assert question["answer"] == [True, None]
    assert [(part["type"], part["points"], part["answer"]) for part in question["parts"]] == [
        ("true_false", 2, True),
        ("single_choice", 3, None),
    ]


class TestStart:
    def test_a_stranger_becomes_a_visitor(self, one):
        response = Caller().post(f"/quizzes/{one.pk}/attempts")
        token = response.json()["visitor_token"]
        assert "sessionid" not in response.cookies
        known = Caller(**{"X-Visitor": token})
        assert known.get("/attempts").json()["count"] == 1
        assert known.post(f"/quizzes/{one.pk}/attempts").json()["visitor_token"] is None

    def test_twice_is_once(self, one, caller):
        assert started(caller, one) == started(caller, one)

    def test_elder_mode_has_no_time_limit(self, all_types, caller):
        assert caller.get(started(caller, all_types, elder=True)).json()["seconds_left"] is None

    def test_unknown_quiz(self, site, caller):
        assert refusal(caller.post("/quizzes/0/attempts")) == (404, "unknown_quiz")
        assert refusal(caller.post(f"/quizzes/{10**30}/attempts")) == (404, "not_found")

    def test_account_needed(self, site):
        quiz = make_quiz([make_question()], needs_account=True)
        assert refusal(visitor_app().post(f"/quizzes/{quiz.pk}/attempts")) == (401, "account_needed")
        started(app(make_user()), quiz)

    @pytest.mark.parametrize(
        ("settings", "code"),
        [
            ({"opens_at": timedelta(hours=1)}, "not_open_yet"),
            ({"closes_at": timedelta(hours=-1)}, "closed"),
        ],
    )
    def test_out_of_time(self, site, caller, settings, code):
        times = {name: timezone.now() + offset for name, offset in settings.items()}
        quiz = make_quiz([make_question()], **times)
        assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (409, code)

    def test_no_attempts_left(self, site, caller):
        quiz = make_quiz([make_question()], max_attempts=1)
        caller.post(f"{started(caller, quiz)}/submit")
        assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (409, "no_attempts_left")

    def test_paper_unavailable(self, site, caller, django_capture_on_commit_callbacks):
        question = make_question()
        quiz = make_quiz([question])
        with django_capture_on_commit_callbacks(execute=True):
            question.unpublish()
        assert refusal(caller.post(f"/quizzes/{quiz.pk}/attempts")) == (409, "paper_unavailable")

    @pytest.mark.parametrize("data", ["{", "[1", "\x00", "{" * 100_000])
    def test_unreadable(self, one, caller, data):
        assert refusal(caller.post(f"/quizzes/{one.pk}/attempts", data)) == (400, "unreadable_json")

    def test_invalid(self, one, caller):
        response = caller.post(f"/quizzes/{one.pk}/attempts", {"elder": "perhaps"})
        assert refusal(response) == (422, "invalid_request")
        assert response.json()["fields"] == [{"field": "body.elder", "problem": "bool_parsing"}]


class TestSave:
    def test_impossible_answers_are_refused_alone(self, site, caller):
        address = started(caller, make_quiz([make_question("true_false"), make_question("true_false")]))
        saved = caller.post(
            f"{address}/answers", {"answers": {"0": {"raw": True}, "1": {"raw": 7}, "9": {"raw": 1}}}
        ).json()
        assert saved["kept"] == [0] and [entry["slot"] for entry in saved["refused"]] == [1, 9]
        assert all(entry["message"] for entry in saved["refused"])

    def test_an_older_answer_does_not_undo_a_newer_one(self, site, caller):
        address = started(caller, make_quiz([make_question("true_false")]))
        caller.post(f"{address}/answers", {"answers": {"0": {"raw": True}}})
        late = caller.post(f"{address}/answers", {"answers": {"0": {"raw": False, "age_ms": 60_000}}}).json()
        assert late["kept"] == [] and late["newer"] == [{"slot": 0, "raw": True}]

    def test_ended(self, one, caller):
        address = started(caller, one)
        caller.post(f"{address}/submit")
        assert refusal(caller.post(f"{address}/answers", {"answers": {}})) == (409, "attempt_ended")

    def test_time_over(self, all_types, caller):
        address = started(caller, all_types)
        end_time(address)
        assert refusal(caller.post(f"{address}/answers", {"answers": {}})) == (409, "time_over")

    @pytest.mark.parametrize(
        ("data", "field", "problem"),
        [
            ({}, "body.answers", "missing"),
            ({"answers": {"x": {"raw": 1}}}, "body.answers.x.[key]", "int_parsing"),
            ({"answers": {"500": {"raw": 1}}}, "body.answers.500.[key]", "less_than"),
            ({"answers": {"0": {}}}, "body.answers.0.raw", "missing"),
            ({"answers": {"0": {"raw": 1, "age_ms": -1}}}, "body.answers.0.age_ms", "greater_than_equal"),
            ({"answers": {"0": {"raw": 1, "age_ms": 10**30}}}, "body.answers.0.age_ms", "less_than_equal"),
        ],
    )
    def test_invalid(self, one, caller, data, field, problem):
        response = caller.post(f"{started(caller, one)}/answers", data)
        assert refusal(response) == (422, "invalid_request")
        assert {"field": field, "problem": problem} in response.json()["fields"]

    def test_no_body(self, one, caller):
        assert refusal(caller.post(f"{started(caller, one)}/answers")) == (422, "invalid_request")

    def test_too_large(self, one, caller, settings):
        settings.API_MAX_BODY = 100
        response = caller.post(f"{started(caller, one)}/answers", {"answers": {"0": {"raw": "x" * 100}}})
        assert refusal(response) == (413, "too_large")

    @pytest.mark.parametrize(
        "raw",
        ["\u0000\ud800", float("nan"), 10**400, [[[[]]]], {"a": {}}, "x" * 5000],
        ids=["signs", "nan", "huge", "deep", "object", "long"],
    )
    @pytest.mark.parametrize("code", sorted(BODIES))
    def test_strange_answers_break_nothing(self, site, caller, code, raw):
        address = started(caller, make_quiz([make_question(code)]))
        caller.post(f"{address}/answers", {"answers": {"0": {"raw": raw}}})
        assert caller.get(address).status_code == 200
        assert caller.post(f"{address}/submit").json()["points"] == 0


class TestCheck:
    @pytest.fixture
    def address(self, site, caller):
        return started(caller, make_quiz([make_question("true_false", explanation="因为。")], **DURING))

    def test_locks_and_reveals(self, address, caller):
        outcome = caller.post(f"{address}/check", {"slot": 0, "answer": {"raw": True}}).json()["outcome"]
        assert (outcome["state"], outcome["points"], outcome["explanation"]) == ("wrong", 0, "因为。")
        assert outcome["right_answer"] == ["错"] and outcome["answer"] == ["对"]
        sheet = caller.get(address).json()
        assert sheet["checkable"] and sheet["questions"][0]["locked"]
        saved = caller.post(f"{address}/answers", {"answers": {"0": {"raw": False}}}).json()
        assert saved["kept"] == [] and saved["refused"][0]["slot"] == 0

    def test_the_saved_answer(self, address, caller):
        caller.post(f"{address}/answers", {"answers": {"0": {"raw": False}}})
        assert caller.post(f"{address}/check", {"slot": 0}).json()["outcome"]["state"] == "right"

    def test_not_answered(self, address, caller):
        assert refusal(caller.post(f"{address}/check", {"slot": 0})) == (422, "not_answered")

    def test_unknown_question(self, address, caller):
        assert refusal(caller.post(f"{address}/check", {"slot": 3})) == (404, "unknown_question")

    def test_bad_answer(self, address, caller):
        response = caller.post(f"{address}/check", {"slot": 0, "answer": {"raw": 3}})
        assert refusal(response) == (422, "bad_answer") and response.json()["detail"]

    def test_ended(self, address, caller):
        caller.post(f"{address}/submit")
        assert refusal(caller.post(f"{address}/check", {"slot": 0})) == (409, "attempt_ended")

    def test_time_over(self, address, caller):
        end_time(address)
        assert refusal(caller.post(f"{address}/check", {"slot": 0})) == (409, "time_over")

    def test_not_checkable(self, one, caller):
        address = started(caller, one)
        response = caller.post(f"{address}/check", {"slot": 0, "answer": {"raw": 0}})
        assert refusal(response) == (409, "not_checkable")

    def test_invalid(self, address, caller):
        assert refusal(caller.post(f"{address}/check", {"slot": -1})) == (422, "invalid_request")


class TestSubmit:
    def test_with_the_last_answers_and_twice(self, all_types, caller):
        address = started(caller, all_types)
        first = caller.post(f"{address}/submit", {"answers": right_answers(address)}).json()
        second = caller.post(f"{address}/submit", {"answers": {"0": {"raw": None}}}).json()
        assert first["percent"] == 100 and second == first

    def test_after_the_deadline_what_was_saved_counts(self, all_types, caller):
        address = started(caller, all_types)
        end_time(address)
        done = caller.post(f"{address}/submit", {"answers": right_answers(address)}).json()
        assert (done["status"], done["points"], done["submitted_at"]) == ("timed_out", 0, done["deadline"])

    def test_a_hidden_score_stays_hidden(self, site, caller):
        quiz = make_quiz([make_question()], pass_percent=50, reveal_after=[])
        done = caller.post(f"{started(caller, quiz)}/submit").json()
        assert [done[name] for name in ("points", "maximum", "percent", "passed")] == [None] * 4


class TestReadAndResult:
    def test_reading_ended_attempts(self, all_types, caller):
        address = started(caller, all_types)
        end_time(address)
        assert refusal(caller.get(address)) == (409, "time_over")
        caller.post(f"{address}/submit")
        assert refusal(caller.get(address)) == (409, "attempt_ended")

    def test_a_running_attempt_has_no_result(self, one, caller):
        assert refusal(caller.get(f"{started(caller, one)}/result")) == (403, "result_hidden")

    def test_nothing_revealed(self, site, caller):
        address = started(caller, make_quiz([make_question()], reveal_after=[]))
        caller.post(f"{address}/submit")
        assert refusal(caller.get(f"{address}/result")) == (403, "result_hidden")

    def test_reading_the_result_ends_what_is_over(self, all_types, caller):
        address = started(caller, all_types)
        end_time(address)
        assert caller.get(f"{address}/result").json()["attempt"]["status"] == "timed_out"

    @pytest.mark.parametrize(
        ("reveals", "seen"),
        [
            (["score"], set()),
            (["answers"], {"answer"}),
            (["score", "answers"], {"answer", "points"}),
            (["key"], {"right_answer"}),
            (["explanations"], {"explanation", "law"}),
        ],
    )
    def test_only_what_is_revealed(self, site, caller, reveals, seen):
        question = make_question("true_false", explanation="因为。", law="《法》第一条", checked_on="2026-11-25")
        address = started(caller, make_quiz([question], reveal_after=reveals))
        caller.post(f"{address}/submit", {"answers": {"0": {"raw": True}}})
        result = caller.get(f"{address}/result").json()
        assert result["reveals"] == reveals
        assert (result["attempt"]["points"] is None) is ("score" not in reveals)
        rows = [row["outcome"] for row in result["rows"]]
        assert {name for row in rows for name in ("answer", "right_answer", "explanation", "law") if row[name]} | (
            {"points"} if rows and rows[0]["points"] is not None else set()
        ) == seen
        if rows and "answers" not in reveals:
            assert result["rows"][0]["question"]["answer"] is None

    def test_bands_lessons_and_notes(self, site, caller):
        lesson = site.lessons[0]
        quiz = make_quiz([make_question(lesson=lesson)])
        quiz.bands = [("band", {"from_percent": 0, "title": "新手", "feedback": "再来。", "lessons": [lesson]})]
        quiz.save()
        address = started(caller, quiz)
        caller.post(f"{address}/submit")
        Regrade.objects.create(
            version=quiz_version(address), kind="full", note="题目有误。", status="done",
            created_at=timezone.now(), applied_at=timezone.now(),
        )  # fmt: skip
        result = caller.get(f"{address}/result").json()
        assert (result["band"]["title"], result["band"]["feedback"]) == ("新手", "再来。")
        assert result["band"]["lessons"][0]["url"] == lesson.url == result["rows"][0]["outcome"]["lesson"]["url"]
        assert result["notes"] == ["题目有误。"] == result["rows"][0]["outcome"]["notes"]


def quiz_version(address: str):
    attempt = Attempt.objects.get(pk=address.rsplit("/", 1)[1])
    return versions_by_id([attempt.paper[0][0]])[attempt.paper[0][0]]


def test_my_attempts_are_paged(site, caller):
    quizzes = [make_quiz([make_question()]) for _ in range(3)]
    for quiz in quizzes:
        started(caller, quiz)
    first = caller.get("/attempts?page_size=2").json()
    assert (first["count"], first["pages"]) == (3, 2)
    assert [item["quiz"] for item in first["items"]] == [quizzes[2].pk, quizzes[1].pk]
    assert [item["quiz"] for item in caller.get("/attempts?page_size=2&page=2").json()["items"]] == [quizzes[0].pk]
    assert caller.get("/attempts?page=3").json()["items"] == []
    assert refusal(caller.get("/attempts?page=0")) == (422, "invalid_request")


def test_answers_by_the_clock_of_the_attempt(site):
    """Two answers sent in the wrong order: the one given later stays."""
    quiz, caller = make_quiz([make_question("true_false")]), app(make_user())
    address = f"/attempts/{caller.post(f'/quizzes/{quiz.pk}/attempts').json()['attempt']['id']}"
    assert caller.get(address).json()["elapsed_ms"] >= 0
    later = caller.post(f"{address}/answers", {"answers": {"0": {"raw": True, "given_ms": 10**9}}}).json()
    assert later["kept"] == [0]
    earlier = caller.post(f"{address}/answers", {"answers": {"0": {"raw": False, "given_ms": 0}}}).json()
    assert (earlier["kept"], earlier["newer"]) == ([], [{"slot": 0, "raw": True}])
