"""What becomes of each row, before anything is written."""

from dataclasses import replace

import pytest

from factories.imports import bad_row, picture, question_data, row
from factories.questions import BODIES, make_question
from quizzes.exchange.plan import Options, plan_import
from quizzes.models import Category, ImportRow, Question
from quizzes.question_data import Row

pytestmark = pytest.mark.django_db
Verdict = ImportRow.Verdict
OTHER_BODY = {"options": [{"text": "甲", "right": True}, {"text": "乙"}]}


def plan(*rows, **options):
    return list(plan_import(rows, Options(**options)))


def verdicts(*rows, **options):
    return [planned.verdict for planned in plan(*rows, **options)]


def only(row, **options):
    (planned,) = plan(row, **options)
    return planned


def reasons(planned):
    return " ".join(problem.sentence for problem in planned.problems)


def test_a_question_that_nobody_has_is_created_and_nothing_is_written():
    assert verdicts(row()) == [Verdict.CREATE]
    assert not Question.objects.exists()
    assert not Category.objects.exists()


def test_the_code_says_which_question_is_updated():
    question = make_question(code="a-1", category="网购", stem="旧的题干？")
    planned = only(row(code="a-1", stem="新的题干？"))
    assert (planned.verdict, planned.other) == (Verdict.UPDATE, question)


def test_the_same_question_under_its_code_is_unchanged():
    make_question(code="a-1", category="网购", stem="卖家发错了货，怎么办？")
    assert only(row(code="a-1")).verdict == Verdict.UNCHANGED


def test_a_draft_that_says_the_same_is_published_when_publishing_is_asked_for():
    make_question(code="a-1", category="网购", stem="卖家发错了货，怎么办？", publish=False)
    assert only(row(code="a-1")).verdict == Verdict.UNCHANGED
    assert only(row(code="a-1"), publish=True).verdict == Verdict.UPDATE


def test_an_equal_question_of_the_bank_is_a_duplicate_however_its_stem_is_written():
    make_question(category="网购", stem="卖家 发错了货,怎么办?")
    planned = only(row())
    assert planned.verdict == Verdict.DUPLICATE
    assert "跳过" in reasons(planned)


def test_an_equal_question_in_the_same_file_is_a_duplicate():
    first, second = plan(row(2), row(3, stem="卖家发错了货怎么办"))
    assert (first.verdict, second.verdict) == (Verdict.CREATE, Verdict.DUPLICATE)
    assert "第 2 项" in reasons(second)


def test_other_answers_to_the_same_stem_are_created_with_a_warning():
    question = make_question(category="网购", stem="卖家发错了货，怎么办？")
    planned = only(row(body=OTHER_BODY))
    assert (planned.verdict, planned.other) == (Verdict.CREATE, question)
    assert "题干一样" in planned.warnings[0]


def test_other_answers_in_the_same_file_are_created_with_a_warning():
    _first, second = plan(row(2), row(3, body=OTHER_BODY))
    assert second.verdict == Verdict.CREATE
    assert "第 2 项" in second.warnings[0]


def test_a_code_stands_once_in_a_file():
    assert verdicts(row(2, code="a-1"), row(3, code="a-1", stem="另一道？")) == [Verdict.CREATE, Verdict.REFUSED]


def test_rows_that_the_format_refused_stay_refused_and_unknown_types_are_named():
    refused, unsupported = plan(bad_row(2), Row(number=3, unsupported="essay"))
    assert (refused.verdict, reasons(refused)) == (Verdict.REFUSED, "请填写题干。")
    assert unsupported.verdict == Verdict.UNSUPPORTED


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"topics": ("nothing",)}, "topics"),
        ({"audiences": ("nobody",)}, "audiences"),
        ({"category": ""}, "category"),
        ({"category": "一/二/三/四"}, "category"),
        ({"category": "长" * 41}, "category"),
        ({"picture": replace(picture(), content=b"no picture")}, "picture"),
        ({"picture": replace(picture(), alt="")}, "picture"),
    ],
)
def test_what_the_bank_cannot_take_is_refused_with_its_field(values, field):
    planned = only(row(**values))
    assert planned.verdict == Verdict.REFUSED
    assert [problem.field for problem in planned.problems] == [field]


def test_topics_and_audiences_may_be_named_by_slug_or_name(words):
    planned = only(row(topics=("网络购物",), audiences=("junior", "初中")))
    assert (planned.data.topics, planned.data.audiences) == (("online-shopping",), ("junior",))


def test_an_unknown_lesson_is_left_empty_with_a_warning():
    planned = only(row(lesson="nowhere"))
    assert (planned.verdict, planned.data.lesson) == (Verdict.CREATE, "")
    assert "nowhere" in planned.warnings[0]


def test_the_default_category_is_for_questions_without_one():
    first, second = plan(row(2, category=""), row(3, stem="另一道？"), default_category="其他")
    assert (first.data.category, second.data.category) == ("其他", "网购")


def test_an_update_without_a_category_keeps_the_question_where_it_is():
    make_question(code="a-1", category="退货", stem="旧？")
    assert only(row(code="a-1", category=""), default_category="其他").data.category == "退货"


def test_updates_need_the_right_to_change():
    make_question(code="a-1", category="网购")
    assert only(row(code="a-1"), may_change=False).verdict == Verdict.REFUSED
    assert only(row(), may_change=False).verdict == Verdict.CREATE


def test_a_locked_question_is_not_updated():
    question = make_question(code="a-1", category="网购")
    Question.objects.filter(pk=question.pk).update(locked=True)
    assert only(row(code="a-1")).verdict == Verdict.REFUSED


def test_a_draft_is_compared_not_what_is_public():
    question = make_question(code="a-1", category="网购", stem="公开的题干？")
    question.stem = "卖家发错了货，怎么办？"
    question.save_revision()
    assert only(row(code="a-1")).verdict == Verdict.UNCHANGED


def test_a_row_without_a_picture_leaves_the_picture_alone(words):
    from factories.imports import run

    run([row(code="a-1", picture=picture())])
    assert only(row(code="a-1")).verdict == Verdict.UNCHANGED
    assert only(row(code="a-1", picture=picture())).verdict == Verdict.UNCHANGED
    assert only(row(code="a-1", picture=picture("#2b2622"))).verdict == Verdict.UPDATE


def test_planning_takes_the_same_queries_for_one_row_and_for_many(words, django_assert_num_queries):
    make_question(code="c-0", category="网购")
    rows = [
        Row(
            number,
            question_data(
                stem=f"第 {number} 题？", code=f"c-{number}", topics=("网络购物",), body=BODIES["single_choice"]
            ),
        )
        for number in range(400)
    ]
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as one:
        plan(rows[0])
    with django_assert_num_queries(len(one)):
        plan(*rows)
