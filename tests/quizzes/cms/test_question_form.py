"""Writing a question: the types to choose from, every type through its form, and where what is wrong is said."""

import pytest
from django.urls import reverse

from factories.cms import answer_data, block_data, question_data
from factories.questions import BODIES, make_question
from factories.site import make_image
from home.actions.roles import EDITORS
from quizzes.models import Question
from quizzes.question_types import TYPES, question_type

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_quizzes_question:add"


@pytest.fixture
def editor(client, people):
    client.force_login(people[EDITORS])
    return client


def test_a_new_question_begins_with_its_type(editor):
    page = editor.get(reverse(ADD)).content.decode()
    for code, kind in TYPES.items():
        assert f"?type={code}" in page
        assert str(kind.label) in page
    assert editor.get(reverse(ADD), {"type": "essay"}).content.decode().count("?type=") == len(TYPES)


@pytest.mark.parametrize("code", TYPES)
def test_the_form_of_every_type_opens_with_rows_to_fill_in(editor, code):
    response = editor.get(reverse(ADD), {"type": code})
    answer = response.context["form"].instance.answer
    assert [child.block_type for child in answer] == [code]
    if code in ("single_choice", "multiple_choice"):
        assert len(answer[0].value["options"]) == 4


@pytest.mark.parametrize("code", TYPES)
def test_every_type_is_saved_as_it_was_filled_in(editor, code):
    response = editor.post(reverse(ADD), question_data(code))
    assert response.status_code == 302, response.context["form"].errors
    question = Question.objects.get()
    assert (question.type, question.live) == (code, False)
    assert question.body == question_type(code).clean(BODIES[code])


def refused(client, data) -> dict:
    """Post the form, which must be refused; return its errors."""
    response = client.post(reverse(ADD), data)
    assert response.status_code == 200
    assert not Question.objects.exists()
    return response.context["form"].errors


def right_marks(*numbers) -> dict[str, str]:
    """The answer of a single choice with these options ticked as right."""
    data = answer_data("single_choice")
    data.pop("answer-0-value-options-1-value-right")
    return data | {f"answer-0-value-options-{number}-value-right": "on" for number in numbers}


@pytest.mark.parametrize(("numbers", "count"), [((), "0"), ((0, 2), "2")])
def test_the_number_of_right_options_is_said_at_the_answer(editor, numbers, count):
    data = question_data()
    data.pop("answer-0-value-options-1-value-right")
    errors = refused(editor, data | right_marks(*numbers))
    assert list(errors) == ["answer"]
    page = editor.post(reverse(ADD), data | right_marks(*numbers)).content.decode()
    said = f"也只能有一个正确选项，现在是 {count} 个"
    # The form hands its errors to the editor's script as JSON.
    assert said in page or said.encode("unicode_escape").decode() in page


def test_blanks_that_do_not_match_are_said_at_the_stem(editor):
    assert list(refused(editor, question_data("fill_in", stem="只有一个空：____。"))) == ["stem"]


def test_a_picture_without_words_is_said_at_the_words(editor):
    assert list(refused(editor, question_data(picture=str(make_image().pk)))) == ["picture_alt"]


def test_a_law_without_its_date_is_said_at_the_date(editor):
    assert list(refused(editor, question_data(law="《消费者权益保护法》第二十五条"))) == ["checked_on"]


def test_a_question_needs_a_category(editor):
    assert list(refused(editor, question_data(category=""))) == ["category"]


def test_editing_names_other_questions_with_the_same_stem(editor):
    one = make_question(stem="七天，能退吗？", publish=False)
    other = make_question(stem="七天能退吗", publish=False)
    url = reverse("wagtailsnippets_quizzes_question:edit", args=[one.pk])
    page = editor.get(url).content.decode()
    assert reverse("wagtailsnippets_quizzes_question:edit", args=[other.pk]) in page
    other.delete()
    assert "题干相同的题" not in editor.get(url).content.decode()


def test_the_form_of_a_saved_question_sends_back_what_it_holds(editor):
    """Opening and saving changes nothing: the answer goes through the form and back."""
    for code in TYPES:
        question = make_question(code, publish=False)
        data = question_data(code, stem=question.stem) | block_data(
            question.answer.stream_block, question.answer, "answer"
        )
        url = reverse("wagtailsnippets_quizzes_question:edit", args=[question.pk])
        assert editor.get(url).status_code == 200
        response = editor.post(url, data)
        assert response.status_code == 302, response.context["form"].errors
        assert Question.objects.get(pk=question.pk).body == question.body
