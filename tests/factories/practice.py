"""Practice for tests, through the same actions that the pages use."""

from datetime import datetime

from education.models import Topic
from factories.questions import RIGHT, make_question
from quizzes.actions.practice import Answered, answer_question
from quizzes.models import PracticeAnswer, Question
from quizzes.people import Person
from quizzes.practice.scheduling import Exposition, exposition_of

# A wrong response for single choice in the author's numbering (see factories.questions.BODIES).
WRONG = 0


def make_topic(slug: str = "prepaid") -> Topic:
    return Topic.objects.get_or_create(slug=slug, defaults={"name": slug})[0]


def make_topic_question(topic: Topic, type: str = "single_choice", **fields) -> Question:
    """A published question of a topic."""
    question = make_question(type, publish=False, **fields)
    question.topics.set([topic])
    question.save_revision().publish()
    question.refresh_from_db()
    return question


def shown(
    question: Question, person: Person | None, now: datetime, mode: str = PracticeAnswer.Mode.TOPIC
) -> Exposition:
    return exposition_of(question.current_id, mode, person, now)


def raw_for(exposition: Exposition, question: Question, response):
    """The raw answer that a browser would send for a response in the author's numbering."""
    version = question.current
    return version.kind.show(version.body, response, exposition.deal)


def answer(
    person: Person, question: Question, now: datetime, *, right: bool = True, mode: str = PracticeAnswer.Mode.TOPIC
) -> Answered:
    """Show a single choice question and answer it at the same moment."""
    exposition = shown(question, person, now, mode)
    raw = raw_for(exposition, question, RIGHT[question.type] if right else WRONG)
    return answer_question(person=person, shown=exposition, raw=raw, now=now)
