"""Ordering a re-grade in the CMS: preview, confirm, list, and who may."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from factories.questions import NOW, RIGHT, after, make_question, make_quiz, visitor
from home.actions.roles import BUREAU, EDITORS, MODERATORS
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.actions.regrades import run_regrades
from quizzes.actions.tallies import tally_attempts
from quizzes.cms.regrade_views import DEAL, FIELD
from quizzes.models import Attempt, Regrade
from quizzes.question_inputs import input_of
from quizzes.question_types import SIMPLE_TYPES
from quizzes.sheets import show_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, people):
    client.force_login(people[BUREAU])
    return client


def answered(question, *responses) -> list[Attempt]:
    """One ended attempt for each response (in the author's numbering)."""
    quiz, attempts = make_quiz([question], pass_percent=60), []
    for response in responses:
        person = visitor()
        attempt = start_attempt(quiz=quiz, person=person, now=NOW)
        version = question.current
        raw = version.kind.show(version.body, response, deal_of(attempt, 0))
        attempts.append(submit_attempt(attempt_id=attempt.pk, person=person, answers={0: Given(raw)}, now=after(1)))
    tally_attempts(now=NOW)
    return attempts


def form_of(version, response) -> dict:
    """What the browser sends when the answer is put in like this."""
    shown = show_question(version, DEAL, response=response)
    controls, data = input_of(shown, FIELD), {}
    if chosen := [option.value for option in controls.options if option.chosen]:
        data[FIELD] = chosen
    if controls.text:
        data[FIELD] = controls.text.value
    data |= {piece.blank.name: piece.blank.value for piece in controls.pieces if piece.blank}
    for row in controls.rows:
        data[row.name] = next((option.value for option in row.options if option.chosen), "")
    return data


def test_preview_confirm_and_outcome(officer, people):
    question = make_question()
    answered(question, 0, 1, 2)
    url = reverse("quizzes_cms_regrade_new", args=[question.current.pk])
    data = {"kind": "accept", "note": "甲也算对。", FIELD: "0"}
    response = officer.post(url, data)
    preview = response.context["preview"]
    assert (preview.attempts, preview.changed, preview.up, preview.passing) == (3, 1, 1, 1)
    assert "3 份，成绩会变的 1 份" in response.content.decode()
    assert not Regrade.objects.exists()

    response = officer.post(url, data | {"confirm": "1"}, follow=True)
    regrade = Regrade.objects.get()
    assert (regrade.kind, regrade.response, regrade.note, regrade.created_by) == (
        "accept",
        0,
        "甲也算对。",
        people[BUREAU],
    )
    assert "js/cms-refresh.js" in response.content.decode()
    assert ModelLogEntry.objects.filter(action="quizzes.regrade", object_id=str(question.pk)).exists()
    run_regrades(now=after(2))
    page = officer.get(reverse("quizzes_cms_regrade", args=[regrade.pk])).content.decode()
    assert "js/cms-refresh.js" not in page
    assert "改分完成" in page
    assert sorted(Attempt.objects.values_list("points", flat=True)) == [0, 1, 1]
    listed = officer.get(reverse("quizzes_cms_regrades")).content.decode()
    assert "另一个答案也算对" in listed


@pytest.mark.parametrize("code", SIMPLE_TYPES)
def test_the_answer_of_every_type_is_put_in_as_participants_do(officer, code):
    question = make_question(code)
    data = {"kind": "replace", "note": "改。", "confirm": "1"} | form_of(question.current, RIGHT[code])
    response = officer.post(reverse("quizzes_cms_regrade_new", args=[question.current.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    regrade = Regrade.objects.get()
    assert question.kind.same(question.body, regrade.response, RIGHT[code])
    assert officer.get(reverse("quizzes_cms_regrade", args=[regrade.pk])).status_code == 200


def test_the_answer_stays_in_the_form_while_looking_at_the_preview(officer):
    question = make_question()
    url = reverse("quizzes_cms_regrade_new", args=[question.current.pk])
    page = officer.post(url, {"kind": "replace", "note": "改。", FIELD: "2"}).content.decode()
    assert f'name="{FIELD}" value="2" checked' in page


def test_one_part_of_a_case_study(officer):
    question = make_question("case_study")
    answered(question, [True, 1])
    url = reverse("quizzes_cms_regrade_new", args=[question.current.pk])
    whole = officer.get(url)
    assert [kind for kind, _label in whole.context["form"].fields["kind"].choices] == ["void", "full"]
    assert "?part=1" in whole.content.decode()
    officer.post(f"{url}?part=1", {"kind": "accept", "note": "邻居也行。", FIELD: "1", "confirm": "1"})
    regrade = Regrade.objects.get()
    assert (regrade.part, regrade.response) == (1, 1)
    assert officer.get(f"{url}?part=2").status_code == 404
    assert officer.get(f"{url}?part=x").status_code == 404


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kind": "void", "note": ""}, "note"),
        ({"kind": "accept", "note": "改。"}, "请填写算对的答案"),
        ({"kind": "accept", "note": "改。", FIELD: "9"}, "没有这个选项"),
        ({"kind": "other", "note": "改。"}, "kind"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_ordered(officer, data, words):
    question = make_question()
    url = reverse("quizzes_cms_regrade_new", args=[question.current.pk])
    response = officer.post(url, data | {"confirm": "1"})
    assert response.status_code == 200
    assert words in str(response.context["form"].errors)
    assert not Regrade.objects.exists()


@pytest.mark.parametrize(("group", "may_see"), [(EDITORS, False), (MODERATORS, True)])
def test_only_the_bureau_orders_re_grades(client, people, group, may_see):
    question = make_question()
    client.force_login(people[group])
    url = reverse("quizzes_cms_regrade_new", args=[question.current.pk])
    assert client.post(url, {"kind": "void", "note": "改。", "confirm": "1"}).status_code == 302
    assert not Regrade.objects.exists()
    assert (client.get(reverse("quizzes_cms_regrades")).status_code == 200) == may_see
