"""Answering without scripts: one plain form that saves and submits."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from factories.participants import Participant, form_of, raw_of
from factories.questions import BODIES, RIGHT, make_question, make_quiz
from quizzes.models import Attempt

SLOTS = {code: slot for slot, code in enumerate(BODIES)}


def fill(form, attempt: Attempt) -> None:
    """Write the right answer to every question into the form, as a person would."""
    for code, slot in SLOTS.items():
        raw, field = raw_of(attempt, slot), f"q{slot + 1}"
        if code == "multiple_choice":
            form.setlist(field, [str(entry) for entry in raw])
        elif code == "fill_in":
            form.update({f"{field}-{n}": words for n, words in enumerate(RIGHT["fill_in"])})
        elif code == "ordering":
            for place, position in enumerate(raw, 1):
                form[f"{field}-{position}"] = str(place)
        elif code == "matching":
            for place, entry in enumerate(raw):
                form[f"{field}-{place}"] = str(entry)
        elif code == "case_study":
            form[f"{field}.0"], form[f"{field}.1"] = "true", str(raw[1])
        else:
            form[field] = {True: "true", False: "false"}.get(raw, str(raw)) if code == "true_false" else str(raw)


def test_the_whole_way_without_scripts(all_types, visitor):
    attempt = visitor.start(all_types)
    page = visitor.page(attempt)
    assert len(page.select("fieldset.question__sheet > legend")) == len(BODIES)
    form = form_of(page)
    fill(form, attempt)
    saved = visitor.post_form(attempt, form, "save")
    assert saved.status_code == 302
    again = visitor.page(attempt)
    assert "已保存" in again.get_text() and f"已答 {len(BODIES)} / {len(BODIES)}" in again.get_text()
    done = visitor.post_form(attempt, form_of(again), "submit")
    assert done.url == f"/attempts/{attempt.pk}/result/"
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points, attempt.maximum) == ("submitted", 7 * 12 + 5, 7 * 12 + 5)


def test_reloading_and_another_device_show_what_was_saved(all_types, member, join):
    attempt = member.start(all_types)
    form = form_of(member.page(attempt))
    fill(form, attempt)
    member.post_form(attempt, form, "save")
    other = Participant(Client())
    other.client.force_login(attempt.user)
    here, there = form_of(member.page(attempt)), form_of(other.page(attempt))
    for fields in (here, there):
        fields.pop("csrfmiddlewaretoken")
    assert here == there
    assert here["q1"] == str(raw_of(attempt, 0))


def test_submitting_with_gaps_asks_first_and_keeps_what_was_given(all_types, visitor):
    attempt = visitor.start(all_types)
    form = form_of(visitor.page(attempt))
    form["q1"] = str(raw_of(attempt, 0))
    asked = visitor.post_form(attempt, form, "submit")
    assert asked.status_code == 200
    assert "还有 7 题没答" in asked.content.decode()
    attempt.refresh_from_db()
    assert attempt.is_active and attempt.answers["0"][0] == RIGHT["single_choice"]
    done = visitor.client.post(f"/attempts/{attempt.pk}/", {"do": "submit", "sure": "1"})
    assert done.url.endswith("/result/")
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points) == ("submitted", 12)


def test_an_old_form_undoes_nothing_that_was_given_elsewhere(all_types, visitor):
    attempt = visitor.start(all_types)
    old = form_of(visitor.page(attempt))
    visitor.save(attempt, {0: 0, 2: True})
    old["q3"] = "false"
    visitor.post_form(attempt, old, "save")
    now = form_of(visitor.page(attempt))
    assert (now["q1"], now["q3"]) == ("0", "false")


def test_an_impossible_answer_is_explained_beside_its_question_and_can_be_put_right(all_types, visitor):
    attempt = visitor.start(all_types)
    form = form_of(visitor.page(attempt))
    slot = SLOTS["ordering"]
    form[f"q{slot + 1}-0"], form["q3"] = "1", "false"
    response = visitor.post_form(attempt, form, "submit")
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    assert "每一项都要排进去" in page.select_one(f"#q{slot + 1} [data-problem]").get_text()
    assert form_of(page)[f"q{slot + 1}-0"] == "1"
    assert visitor.post_form(attempt, form_of(page), "submit").status_code == 422  # not forgotten on the second try
    attempt.refresh_from_db()
    assert attempt.is_active and attempt.answers["2"][0] is False


def test_the_view_button_saves_too(all_types, visitor):
    attempt = visitor.start(all_types)
    form = form_of(visitor.page(attempt))
    form["q3"] = "true"
    visitor.post_form(attempt, form, "view:all")
    page = visitor.page(attempt)
    assert page.select_one("#sheet")["data-view"] == "all"
    assert form_of(page)["q3"] == "true"


def test_checking_one_answer_locks_it(home, visitor):
    quiz = make_quiz(
        [make_question("true_false", explanation="因为所以。"), make_question()],
        reveal_during=["key", "explanations"],
        shuffle_questions=False,
    )
    attempt = visitor.start(quiz)
    form = form_of(visitor.page(attempt))
    assert visitor.post_form(attempt, form, "check:0").status_code == 302
    assert "请先作答" in visitor.page(attempt).get_text()
    form["q1"] = "false"
    visitor.post_form(attempt, form, "check:0")
    page = visitor.page(attempt)
    first, second = page.select("section.question")
    assert "答对了" in first.select_one("[data-outcome]").get_text() and "因为所以" in first.get_text()
    assert first.select_one("fieldset[disabled]") and not first.select("[data-check]")
    assert not second.select("fieldset[disabled]") and second.select("[data-check]")
    locked = form_of(page)
    locked["q1"] = "true"
    visitor.post_form(attempt, locked, "save")
    attempt.refresh_from_db()
    assert attempt.answers["0"][0] is False
    assert visitor.post_form(attempt, form, "check:99").status_code == 302


def test_there_is_no_check_button_where_nothing_may_be_shown(all_types, visitor):
    assert not visitor.page(visitor.start(all_types)).select("[data-check]")


@pytest.mark.parametrize("do", ["save", "submit", "check:0"])
def test_after_the_deadline_the_form_leads_to_the_result(all_types, visitor, do):
    attempt = visitor.start(all_types)
    form = form_of(visitor.page(attempt))
    form["q3"] = "false"
    visitor.post_form(attempt, form, "save")
    form["q3"] = "true"
    past = timezone.now() - timedelta(seconds=1)
    Attempt.objects.update(started_at=past - timedelta(minutes=10), deadline=past)
    assert visitor.post_form(attempt, form, do).url == f"/attempts/{attempt.pk}/result/"
    words = visitor.page(attempt, "result/").get_text()
    assert "时间到，自动交卷" in words
    attempt.refresh_from_db()
    assert (attempt.status, attempt.points) == ("timed_out", 12)


def test_an_ended_attempt_and_a_running_result_lead_to_each_other(all_types, visitor):
    attempt = visitor.start(all_types)
    assert visitor.client.get(f"/attempts/{attempt.pk}/result/").url == f"/attempts/{attempt.pk}/"
    visitor.client.post(f"/attempts/{attempt.pk}/", {"do": "submit", "sure": "1"})
    assert visitor.client.get(f"/attempts/{attempt.pk}/").url == f"/attempts/{attempt.pk}/result/"
    assert visitor.client.post(f"/attempts/{attempt.pk}/", {"do": "submit", "sure": "1"}).url.endswith("/result/")


def test_the_page_is_never_kept_and_costs_few_queries(all_types, member, django_assert_max_num_queries):
    attempt = member.start(all_types)
    with django_assert_max_num_queries(12):
        response = member.client.get(f"/attempts/{attempt.pk}/")
    assert "no-store" in response["Cache-Control"] and "X-Page-Cache" not in response
