"""Questions of the bank as plain data: for files, and for comparing what comes in with what is there."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.db.models import QuerySet

from education.models import Audience, Material, Topic
from media.models import LibraryImage

from ..formats.base import Format
from ..models import Category, Question
from ..question_data import Picture, QuestionData
from ..question_types import question_type

BATCH = 500
ANSWER = Question._meta.get_field("answer")
# What of a question becomes part of its data, by the names of Question's own columns.
PLAIN = ("stem", "points", "explanation", "law", "difficulty")


def question_data_of(question: Question) -> QuestionData:
    """Return one question as it is worked on (its latest draft), its picture included."""
    (data,) = questions_data([question])
    return data


def questions_data(questions: Iterable[Question], *, published: bool = False) -> Iterator[QuestionData]:
    """Yield questions as data, in order, with their pictures; `published` takes what is public instead of the latest draft.

    A fixed number of queries for every 500 questions, and one file read for each picture.
    """
    for batch in batched(questions, BATCH):
        states = [state_of(question, published=published) for question in batch]
        names = Names(states)
        for state in states:
            yield names.data_of(state, with_picture=True)


def writable(
    fmt: Format, questions: Iterable[QuestionData]
) -> tuple[list[QuestionData], list[tuple[QuestionData, str]]]:
    """Return the questions that a format can carry, and the others with the reason."""
    fitting, left_out = [], []
    for question in questions:
        if reason := fmt.cannot_write(question):
            left_out.append((question, reason))
        else:
            fitting.append(question)
    return fitting, left_out


def latest_first(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Fetch with the questions what `state_of` looks at."""
    return questions.select_related("latest_revision").prefetch_related("topics", "audiences")


def state_of(question: Question, *, published: bool = False) -> dict[str, Any]:
    """Return the fields of a question as a revision keeps them: of its latest draft when there is one."""
    if question.has_unpublished_changes and question.latest_revision_id and not published:
        return question.latest_revision.content
    return question.serializable_data()


class Names:
    """How the things that some questions point at are called in files. Five queries, however many questions there are."""

    def __init__(self, states: list[dict[str, Any]]):
        wanted = {name: {state[name] for state in states} - {None} for name in ("category", "lesson", "picture")}
        self.topics = dict(Topic.objects.values_list("pk", "slug"))
        self.audiences = dict(Audience.objects.values_list("pk", "slug"))
        self.categories = dict(Category.objects.filter(pk__in=wanted["category"]).values_list("pk", "path"))
        self.lessons = dict(Material.objects.filter(pk__in=wanted["lesson"]).values_list("pk", "slug"))
        self.pictures = LibraryImage.objects.in_bulk(wanted["picture"])

    def data_of(self, state: dict[str, Any], *, with_picture: bool = False) -> QuestionData:
        """Return a state as data; without its picture unless told otherwise."""
        stream = ANSWER.to_python(state["answer"])
        code, body = stream.stream_block.body_of(stream)
        picture = self.pictures.get(state["picture"])
        return QuestionData(
            type=code,
            body=question_type(code).clean(body),
            **{name: state[name] for name in PLAIN},
            code=state["code"] or "",
            category=self.categories.get(state["category"], ""),
            topics=tuple(sorted(self.topics[pk] for pk in state["topics"] if pk in self.topics)),
            audiences=tuple(sorted(self.audiences[pk] for pk in state["audiences"] if pk in self.audiences)),
            checked_on=Question._meta.get_field("checked_on").to_python(state["checked_on"]),
            lesson=self.lessons.get(state["lesson"], ""),
            picture=read_picture(picture, state["picture_alt"]) if picture and with_picture else None,
        )


def read_picture(image: LibraryImage, alt: str) -> Picture:
    with image.file.open("rb") as file:
        return Picture(name=image.file.name.rpartition("/")[2], content=file.read(), alt=alt)
