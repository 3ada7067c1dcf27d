"""The shipped content: sound, and as much as was promised."""

from collections import Counter
from pathlib import Path

import pytest

from home.content.schema import Content, read_content
from quizzes.question_types import TYPES

ROOT = Path(__file__).resolve().parents[2] / "education" / "content"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(ROOT)


@pytest.fixture(scope="module")
def counts(content) -> Counter:
    return Counter(page.kind for page in content.pages)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("course", 6),
        ("lesson", 24),
        ("chapter", 8),
        ("comic-series", 3),
        ("comic", 6),
        ("notice", 20),
        ("activity", 12),
    ],
)
def test_there_is_enough_of_each_kind(counts, kind, least):
    assert counts[kind] >= least


def test_there_are_enough_sound_questions_each_with_an_explanation(content):
    assert len(content.questions) >= 300
    assert {question.data.type for question in content.questions} == set(TYPES)
    assert all(question.data.explanation for question in content.questions)
    assert all(question.data.checked_on for question in content.questions if question.data.law)


def test_every_topic_has_questions_and_there_are_quizzes(content, counts):
    named = {topic for question in content.questions for topic in question.data.topics}
    assert named >= {topic["slug"] for topic in content.topics}
    assert counts["quiz"] >= 8


def test_there_are_enough_panels(content):
    assert sum(len(page.values["panels"]) for page in content.of_kind("comic")) >= 30


def test_every_course_has_lessons_and_every_series_episodes(content):
    parents = {page.parent for page in content.pages}
    for page in content.of_kind("course", "guide", "comic-series"):
        assert page.slug in parents, page.source


def test_every_topic_and_audience_has_something_to_read(content):
    for name, entries in (("topics", content.topics), ("audiences", content.audiences)):
        used = {slug for page in content.pages for slug in page.values.get(name) or []}
        assert {entry["slug"] for entry in entries} == used


def test_every_lesson_lets_the_reader_try(content):
    for page in content.of_kind("lesson"):
        names = {name for step in page.values["steps"] for name, _value in step["body"]}
        assert names & {"self_check", "checklist"}, page.source


def test_every_rule_of_law_was_checked_by_the_page_it_stands_on(content):
    """A page's date of checking is never later than that of the oldest rule on it."""
    for page in content.pages:
        dates = [law["checked_on"] for law in laws(page.values)]
        if dates and page.kind != "plain":
            assert page.values["checked_on"] <= min(dates), page.source


def laws(value) -> list[dict]:
    """Every law block anywhere in a checked value."""
    if isinstance(value, tuple) and value[0] == "law":
        return [value[1]]
    if isinstance(value, dict):
        value = list(value.values())
    return [found for part in value for found in laws(part)] if isinstance(value, list | tuple) else []
