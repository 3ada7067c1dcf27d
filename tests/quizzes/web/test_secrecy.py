"""The key is nowhere before it is revealed, and other people's attempts are not there."""

import re

import pytest
from django.test import Client

from factories.participants import Participant, finish, raw_of, type_at
from factories.questions import BODIES, make_question, make_quiz, make_user
from quizzes.models import Attempt

SECRET = "机密"
# Words that stand only in what the key and the explanation say, never in what a participant is asked.
BODIES_WITH_SECRETS = {
    "single_choice": {
        "options": [{"text": "甲", "feedback": "机密反馈一"}, {"text": "乙", "right": True, "feedback": "机密反馈二"}]
    },
    "multiple_choice": {
        "options": [{"text": "甲", "right": True, "feedback": "机密反馈三"}, {"text": "乙"}, {"text": "丙"}]
    },
    "true_false": {"right": True, "feedback": {"true": "机密反馈四", "false": "机密反馈五"}},
    "fill_in": {"blanks": [["机密空一", "机密空二"], [{"text": "机密空三", "weight": "1/2"}, "机密空四"]]},
    "numeric": {"answers": [{"value": "60817", "tolerance": "3.5"}], "units": ["元"]},
    "ordering": BODIES["ordering"],
    "matching": BODIES["matching"],
    "case_study": {
        "parts": [
            {"type": "fill_in", "stem": "热线是____。", "blanks": [["机密热线"]], "explanation": "机密小题解析"},
            {
                "type": "single_choice",
                "stem": "找谁？",
                "options": [{"text": "甲", "right": True, "feedback": "机密反馈六"}, {"text": "乙"}],
            },
        ]
    },
}
MARKERS = [SECRET, "60817", "3.5"]


@pytest.fixture
def secret_quiz(home):
    questions = [
        make_question(code, body=body, points=4, explanation="机密解析", law="机密法条", checked_on="2026-01-01")
        for code, body in BODIES_WITH_SECRETS.items()
    ]
    return make_quiz(questions, time_limit=30, reveal_after=["score"])


def everything(visitor: Participant, quiz) -> list[tuple[str, str]]:
    """Walk the whole way to the result; return every response with its name."""
    seen = []

    def keep(name, response):
        assert response.status_code in (200, 302, 409, 422), (name, response.status_code)
        seen.append((name, response.content.decode() + str(response.headers)))
        return response

    for path in ("/quizzes/", quiz.url, f"/quizzes/{quiz.pk}/start/"):
        keep(path, visitor.client.get(path))
    attempt = visitor.start(quiz)
    keep("attempt", visitor.client.get(f"/attempts/{attempt.pk}/"))
    for slot in range(len(BODIES_WITH_SECRETS)):
        keep(f"save {slot}", visitor.save(attempt, {slot: wrong_raw(attempt, slot)}))
        keep(f"check {slot}", visitor.send(attempt, "check", {"slot": slot}))
    keep("state", visitor.client.get(f"/attempts/{attempt.pk}/state/"))
    keep("answered attempt", visitor.client.get(f"/attempts/{attempt.pk}/"))
    keep("refused form", visitor.client.post(f"/attempts/{attempt.pk}/", {"do": "submit"}))
    keep("submit", visitor.send(attempt, "submit", {}))
    for path in (f"/attempts/{attempt.pk}/result/", "/attempts/", f"/quizzes/{quiz.pk}/start/"):
        keep(path, visitor.client.get(path))
    return seen


def wrong_raw(attempt: Attempt, slot: int):
    response = {"fill_in": ["别的", "别的"], "numeric": "1", "case_study": [["别的"], 1]}
    code = type_at(attempt, slot)
    return raw_of(attempt, slot, response[code]) if code in response else 0 if code == "single_choice" else None


def test_no_response_holds_what_only_the_key_says(secret_quiz, visitor):
    for name, text in everything(visitor, secret_quiz):
        for marker in MARKERS:
            assert marker not in text, f"{marker} in {name}"


def test_the_markers_would_be_seen(secret_quiz, visitor):
    """The scan above proves something only if the markers do show once they may."""
    secret_quiz.reveal_after = ["score", "answers", "key", "explanations"]
    secret_quiz.save()
    attempt = visitor.start(secret_quiz)
    visitor.save(attempt, {slot: wrong_raw(attempt, slot) for slot in range(8)})
    finish(visitor, attempt)
    text = visitor.client.get(f"/attempts/{attempt.pk}/result/").content.decode()
    for marker in [*MARKERS, "机密解析", "机密法条", "机密热线", "机密小题解析", "机密空一"]:
        assert marker in text, marker


def test_neither_seed_nor_versions_nor_author_numbers_reach_the_browser(secret_quiz, visitor):
    attempt = visitor.start(secret_quiz)
    page = visitor.client.get(f"/attempts/{attempt.pk}/").content.decode()
    assert str(attempt.seed) not in page
    assert not re.search(r"data-(right|correct|version|question-id|seed|key)\b", page)
    form = visitor.page(attempt).select_one("form#sheet")
    for question in form.select("[data-answer]"):
        values = [field.get("value") for field in question.select("input[type=radio], input[type=checkbox]")]
        dealt = [value for value in values if value.isdigit()]
        assert sorted(dealt) == dealt or question["data-answer"] == "case_study"  # positions as dealt: 0, 1, 2, …


def test_an_order_is_never_dealt_as_the_right_one(home, join):
    quiz = make_quiz([make_question("ordering", body={"items": ["甲", "乙"]})])
    for _time in range(8):
        visitor = join()
        items = visitor.page(visitor.start(quiz)).select("[data-item-text]")
        assert [item.get_text() for item in items] == ["乙", "甲"]


PATHS = [
    ("get", ""),
    ("post", ""),
    ("get", "result/"),
    ("get", "state/"),
    ("post", "save/"),
    ("post", "check/"),
    ("post", "submit/"),
]


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize("ended", [False, True], ids=["running", "ended"])
def test_other_peoples_attempts_are_not_there(all_types, join, method, path, ended):
    owners = [join(make_user()), join()]
    staff = make_user()
    staff.is_staff = staff.is_superuser = True
    staff.save()
    for owner in owners:
        attempt = owner.start(all_types)
        if ended:
            finish(owner, attempt)
        before = Attempt.objects.values().get(pk=attempt.pk)
        with_own = join(make_user())
        with_own.start(all_types)
        other_visitor = join()
        other_visitor.start(all_types)
        for stranger in (join(), other_visitor, with_own, join(staff)):
            send = getattr(stranger.client, method)
            body = (
                {}
                if method == "get"
                else {
                    "data": '{"answers": {"0": {"raw": 1, "given_ms": 1}}, "slot": 0}',
                    "content_type": "application/json",
                }
            )
            assert send(f"/attempts/{attempt.pk}/{path}", **body).status_code == 404
        assert Attempt.objects.values().get(pk=attempt.pk) == before


def test_lists_hold_ones_own_attempts_alone(all_types, join):
    one, other = join(), join(make_user())
    mine = one.start(all_types)
    other.start(all_types)
    page = one.client.get("/attempts/").content.decode()
    assert page.count("attempt-lines__item") == 1 and str(mine.pk) in page


@pytest.mark.parametrize("path", ["save/", "check/", "submit/", ""])
def test_writing_needs_the_token(all_types, visitor, path):
    attempt = visitor.start(all_types)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = visitor.client.cookies
    response = strict.post(f"/attempts/{attempt.pk}/{path}", "{}", content_type="application/json")
    assert response.status_code == 403
    attempt.refresh_from_db()
    assert attempt.is_active and not attempt.answers
