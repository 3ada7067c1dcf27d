"""What is written to a workbook is read back equal, for every type, whatever the texts hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import questions

from quizzes.formats import format_named
from quizzes.question_types import TYPES

EXCEL = format_named("xlsx")


def read_back(written):
    rows = list(EXCEL.read(EXCEL.write(written)))
    assert [row.problems for row in rows] == [()] * len(rows)
    return [row.question for row in rows]


@pytest.mark.parametrize("code", list(TYPES))
def test_a_question_comes_back_equal(code):
    @settings(max_examples=60, deadline=None)
    @given(questions(code))
    def check(question):
        assert EXCEL.cannot_write(question) == ""
        assert read_back([question]) == [question]

    check()


@settings(max_examples=30, deadline=None)
@given(st.lists(questions(), min_size=1, max_size=8))
def test_a_mixed_list_comes_back_in_order(written):
    assert read_back(written) == written


@settings(max_examples=20, deadline=None)
@given(questions(pictures=True))
def test_a_picture_is_left_out_and_the_reader_says_so(question):
    (row,) = EXCEL.read(EXCEL.write([question]))
    assert row.question == replace(question, picture=None)
    assert bool(row.warnings) == (question.picture is not None)
