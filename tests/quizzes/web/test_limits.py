"""Pages refuse too many requests with Retry-After, and lose nothing by it."""

import pytest

from factories.participants import form_of, raw_of

pytestmark = pytest.mark.django_db


def once(settings, action: str) -> None:
    settings.QUIZ_RATE_LIMITS = settings.QUIZ_RATE_LIMITS | {action: {"person": "1/60"}}


@pytest.mark.parametrize(("action", "body"), [("save", {"answers": {}}), ("submit", {}), ("check", {"slot": 0})])
def test_an_answer_that_comes_too_often_is_told_when_to_come_again(member, all_types, settings, action, body):
    attempt = member.start(all_types)
    once(settings, action)
    assert member.send(attempt, action, body).status_code != 429
    refused = member.send(attempt, action, body)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 1 <= int(refused.headers["Retry-After"]) <= 60


def test_the_plain_form_says_so_and_keeps_what_is_saved(member, all_types, settings):
    attempt = member.start(all_types)
    member.save(attempt, {0: raw_of(attempt, 0)})
    once(settings, "save")
    form = form_of(member.page(attempt))
    assert member.post_form(attempt, form, "save").status_code == 302
    assert member.post_form(attempt, form, "save").status_code == 302
    assert "太频繁" in member.page(attempt).get_text()
    attempt.refresh_from_db()
    assert attempt.answers["0"]


def test_starting_too_often(member, all_types, settings):
    once(settings, "start")
    member.start(all_types)
    refused = member.client.post(f"/quizzes/{all_types.pk}/start/")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) >= 1
