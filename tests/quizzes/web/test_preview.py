"""An editor's preview shows a question as participants will see it, before and after answering."""

import pytest
from django.test import RequestFactory

from factories.questions import BODIES, make_question
from quizzes.cms.preview import perfect_response, preview_context
from quizzes.grading import mark_question
from quizzes.question_types import question_type

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", BODIES)
def test_the_perfect_answer_earns_everything(code):
    body = question_type(code).clean(BODIES[code])
    mark = mark_question(code, body, perfect_response(code, body), 12)
    assert mark.points == mark.maximum > 0


@pytest.mark.parametrize("code", BODIES)
def test_a_question_that_was_never_saved_can_be_seen_both_ways(code):
    question = make_question(code, publish=False, explanation="因为所以。")
    before, after = preview_context(question, answered=False), preview_context(question, answered=True)
    assert before["shown"].raw is None and before["outcome"] is None
    assert after["shown"].is_answered and after["outcome"].state == "right"
    assert after["outcome"].explanation == "因为所以。"


@pytest.mark.parametrize("mode", ["", "answered"])
def test_the_page_is_drawn(home, mode):
    question = make_question("case_study", explanation="因为所以。")
    response = question.make_preview_request(RequestFactory().get("/"), mode)
    text = response.render().content.decode() if hasattr(response, "render") else response.content.decode()
    assert "能退。" in text
    assert ("因为所以。" in text) == (mode == "answered")


def test_what_cannot_be_shown_yet_says_why(home):
    question = make_question("single_choice", publish=False)
    question.set_body("single_choice", {"options": [{"text": "甲", "right": True}]})
    problems = preview_context(question, answered=False)["problems"]
    assert problems
    assert problems[0] in question.make_preview_request().content.decode()
