"""Questions, quizzes and people for tests, made through the same code that editors use."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import uuid4

import pytest

from education.models import CourseIndexPage
from quizzes.errors import QuizError
from quizzes.models import Category, Question, QuizIndexPage, QuizPage
from quizzes.people import Person
from quizzes.question_types import question_type
from users.models import User

NOW = datetime(2026, 3, 15, 2, 0, tzinfo=UTC)
_numbers = count(1)

BODIES = {
    "single_choice": {"options": [{"text": "甲"}, {"text": "乙", "right": True}, {"text": "丙"}, {"text": "丁"}]},
    "multiple_choice": {
        "options": [{"text": "甲", "right": True}, {"text": "乙", "right": True}, {"text": "丙"}, {"text": "丁"}],
        "rule": "half_if_incomplete",
    },
    "true_false": {"right": False},
    "fill_in": {"blanks": [["三倍", "3倍"], ["五百", "500"]]},
    "numeric": {"answers": [{"value": "500", "tolerance": "0.5"}], "units": [{"name": "元"}]},
    "ordering": {"items": ["协商", "调解", "投诉", "诉讼"], "rule": "per_position"},
    "matching": {"pairs": [["红", "苹果"], ["黄", "香蕉"], ["绿", "黄瓜"]], "extra": ["茄子"]},
    "case_study": {
        "parts": [
            {"type": "true_false", "stem": "能退。", "points": 2, "right": True},
            {
                "type": "single_choice",
                "stem": "找谁？",
                "points": 3,
                "options": [{"text": "商家", "right": True}, {"text": "邻居"}],
            },
        ]
    },
}
# A response that earns everything, in the author's numbering.
RIGHT = {
    "single_choice": 1,
    "multiple_choice": [0, 1],
    "true_false": False,
    "fill_in": ["３倍", " 500。"],
    "numeric": "500 元",
    "ordering": [0, 1, 2, 3],
    "matching": [0, 1, 2],
    "case_study": [True, 0],
}


def make_category(path: str = "测试") -> Category:
    return Category.at(path)


def make_question(
    type: str = "single_choice", *, body: dict | None = None, publish: bool = True, category: str = "测试", **fields
) -> Question:
    """A question, published (frozen as a version) unless told otherwise."""
    number = next(_numbers)
    stem = fields.pop("stem", f"第 {number} 道测试题：____，____。" if type == "fill_in" else f"第 {number} 道测试题？")
    question = Question(category=Category.at(category), stem=stem, live=False, **fields)
    question.set_body(type, question_type(type).clean(body or BODIES[type]))
    question.full_clean()
    question.save()
    if publish:
        question.save_revision().publish()
        question.refresh_from_db()
    return question


def quiz_index() -> QuizIndexPage:
    index = QuizIndexPage.objects.first()
    if index is None:
        home = CourseIndexPage.objects.get().get_parent()
        index = QuizIndexPage(title="测验", slug="quizzes")
        home.add_child(instance=index)
    return index


def make_quiz(questions: list[Question] | None = None, *, draws: list[dict] | None = None, **settings) -> QuizPage:
    """A published quiz over fixed questions and draws ({"count": 3, "category": Category, …})."""
    number = next(_numbers)
    quiz = QuizPage(title=f"测验 {number}", slug=f"quiz-{number}", summary="测试用的测验。", **settings)
    quiz.paper = [("fixed", {"question": question, "points": None}) for question in questions or []] + [
        (
            "draw",
            {"category": None, "topic": None, "audience": None, "type": "", "difficulty": "", "points": None} | draw,
        )
        for draw in draws or []
    ]
    quiz_index().add_child(instance=quiz)
    return QuizPage.objects.get(pk=quiz.pk)


def make_user(name: str = "") -> User:
    number = next(_numbers)
    return User.objects.create_user(username=name or f"person{number}", password=None)


def user_person(user: User | None = None) -> Person:
    return Person(user_id=(user or make_user()).pk)


def visitor() -> Person:
    return Person(visitor=uuid4())


def after(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@contextmanager
def refused(code: str):
    """The block must be refused with this code of quizzes/errors.py."""
    with pytest.raises(QuizError) as refusal:
        yield
    assert refusal.value.code == code
