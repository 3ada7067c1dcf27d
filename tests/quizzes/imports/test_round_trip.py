"""What goes into the bank comes out of it, whatever the type and the words."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from strategies import questions

from education.models import Audience, Topic
from factories.imports import picture, question_data, run
from quizzes.exchange.export import question_data_of, questions_data
from quizzes.formats import format_named
from quizzes.models import ImportRow, Question
from quizzes.question_data import Row
from quizzes.question_types import TYPES


def placed(question):
    """The question in a category and with topics and audiences that the bank has."""
    return replace(
        question,
        category=question.category or "网购",
        topics=("online-shopping",) if question.topics else (),
        audiences=("junior", "senior") if question.audiences else (),
        lesson="",
    )


def rows(questions):
    return [Row(number, question) for number, question in enumerate(questions, 1)]


class BankRoundTrip(TestCase):
    @classmethod
    def setUpTestData(cls):
        Topic.objects.create(slug="online-shopping", name="网络购物", position=0)
        for slug in ("junior", "senior"):
            Audience.objects.create(slug=slug, name=f"读者 {slug}", position=0)

    def check(self, question, *, publish):
        run(rows([question]), publish=publish)
        stored = Question.objects.get()
        assert question_data_of(stored) == question
        assert ImportRow.objects.get().question_data == question
        if publish:
            assert (stored.current.body, stored.current.stem) == (question.body, question.stem)
        # The same question once more changes nothing.
        (verdict,) = run(rows([question]), publish=publish).rows.values_list("verdict", flat=True)
        assert verdict in ("unchanged", "duplicate")
        assert Question.objects.count() == 1

    @settings(max_examples=6 * len(TYPES), deadline=None, suppress_health_check=list(HealthCheck))
    @given(question=questions().map(placed), publish=st.booleans())
    def test_every_question_comes_out_as_it_went_in(self, question, publish):
        self.check(question, publish=publish)


@pytest.mark.django_db
@pytest.mark.usefixtures("words")
@pytest.mark.parametrize("code", ["xlsx", "moodle-xml"])
def test_a_file_of_the_whole_bank_is_unchanged_when_it_comes_back(code):
    run(
        rows(
            question_data(kind, code=f"c-{kind}", stem=f"{kind}？" + "____，____" * (kind == "fill_in"))
            for kind in TYPES
        )
    )
    fmt = format_named(code)
    exported = list(questions_data(Question.objects.order_by("pk")))
    kept = run(fmt.read(fmt.write(exported)))
    expected = sum(not fmt.cannot_write(question) for question in exported)
    assert set(kept.rows.values_list("verdict", flat=True)) == {"unchanged"}
    assert kept.rows.count() == expected >= len(TYPES) - 1


@pytest.mark.django_db
def test_a_picture_comes_out_with_its_description():
    run(rows([question_data(picture=picture())]))
    found = question_data_of(Question.objects.get()).picture
    assert (found.content, found.alt) == (picture().content, "一张收据")


@pytest.mark.django_db
def test_exporting_takes_the_same_queries_for_one_and_for_many(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from quizzes.exchange.export import latest_first

    run(rows(question_data(stem=f"第 {number} 题？") for number in range(30)))
    questions = latest_first(Question.objects.order_by("pk"))
    with CaptureQueriesContext(connection) as one:
        list(questions_data(questions[:1]))
    with django_assert_num_queries(len(one)):
        assert len(list(questions_data(questions.all()))) == 30
