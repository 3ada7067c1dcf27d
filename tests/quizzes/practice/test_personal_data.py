"""What quizzes keeps about a person is exported whole and erased whole."""

import json
from datetime import timedelta

import pytest
from django.apps import apps

from factories.practice import answer, make_topic, make_topic_question
from factories.questions import NOW, RIGHT, after, make_question, make_quiz, make_user
from quizzes.actions.attempts import Given, deal_of, start_attempt, submit_attempt
from quizzes.models import (
    Attempt,
    ExtraTime,
    ItemTally,
    PracticeAnswer,
    QuestionVersion,
    QuizTally,
    Regrade,
    ReviewCard,
)
from quizzes.people import Person
from quizzes.personal_data import SOURCE
from quizzes.versions import versions_by_id
from users.actions.accounts import delete_account
from users.exports import export_personal_data
from users.models import User

pytestmark = pytest.mark.django_db

# Every link from quizzes to a person, and what becomes of it. A new link must be thought about and written down here.
HANDLED = {
    "Attempt.user": "exported, erased",
    "PracticeAnswer.user": "exported, erased",
    "ReviewCard.user": "exported, erased",
    "ExtraTime_users.user": "exported, erased",
    "QuestionVersion.created_by": "exported, stays without a name",
    "Regrade.created_by": "exported, stays without a name",
    "QuestionImport.created_by": "exported, stays without a name",
    "Question.locked_by": "a lock in the CMS: stays without a name",
}


def links_to_people() -> set[str]:
    models = apps.get_app_config("quizzes").get_models(include_auto_created=True)
    return {
        f"{model.__name__}.{field.name}"
        for model in models
        for field in model._meta.get_fields()
        if field.concrete
        and not field.many_to_many
        and field.model is model
        and getattr(field, "related_model", None) is User
    }


def take(quiz, user, question, response) -> Attempt:
    person = Person(user_id=user.pk)
    attempt = start_attempt(quiz=quiz, person=person, now=NOW)
    version = versions_by_id([attempt.paper[0][0]])[attempt.paper[0][0]]
    raw = Given(version.kind.show(version.body, response, deal_of(attempt, 0)))
    return submit_attempt(attempt_id=attempt.pk, person=person, answers={0: raw}, now=after(5))


@pytest.fixture
def user():
    return make_user("editor-and-learner")


@pytest.fixture
def history(site, user):
    """Something of everything, for one person, and the same for another."""
    question = make_topic_question(make_topic(), stem="七天能退吗？")
    other_user = make_user("somebody-else")
    quiz = make_quiz([question], time_limit=10)
    for owner in (user, other_user):
        take(quiz, owner, question, RIGHT["single_choice"])
        answer(Person(user_id=owner.pk), question, after(10), right=False)
        extra = ExtraTime.objects.create(quiz=quiz, label=f"给{owner.username}", minutes=5)
        extra.users.add(owner)
    QuestionVersion.objects.update(created_by=user)
    Regrade.objects.create(
        version=question.current, kind="full", note="题目有歧义", status="done", created_at=NOW, applied_at=NOW,
        created_by=user,
    )  # fmt: skip
    QuizTally.objects.create(quiz=quiz, data={"attempts": 2}, updated_at=NOW)
    ItemTally.objects.create(quiz=quiz, version=question.current, maximum=1, data={"attempts": 2})
    return question


def test_every_link_to_a_person_is_known():
    assert links_to_people() == set(HANDLED)


def test_export_holds_everything(history, user):
    data = export_personal_data(user=user, now=after(20))["quizzes"]["data"]
    (attempt,) = data["attempts"]
    assert attempt["answers"] == [{"question": "七天能退吗？", "answer": ["乙"]}]
    assert (attempt["points"], attempt["maximum"], attempt["status"]) == (1, 1, "submitted")
    (row,) = data["practice"]
    assert (row["question"], row["answer"], row["points"], row["mode"]) == ("七天能退吗？", ["甲"], 0, "topic")
    (card,) = data["review_cards"]
    assert card["in_wrong_book"] and card["wrong_count"] == 1 and card["schedule"]["due"]
    assert [extra["label"] for extra in data["extra_time"]] == ["给editor-and-learner"]
    assert [entry["question"] for entry in data["published_questions"]] == ["七天能退吗？"]
    assert [entry["note"] for entry in data["regrades"]] == ["题目有歧义"]
    assert "somebody-else" not in json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize(
    ("settings", "has_score"),
    [
        ({"reveal_after": ["score"]}, True),
        ({"reveal_after": [], "reveal_closed": ["score"]}, False),
        ({"reveal_after": [], "reveal_closed": ["score"], "closes_at": NOW + timedelta(days=365 * 50)}, False),
        ({"reveal_after": [], "reveal_closed": ["score"], "closes_at": NOW}, True),
    ],
)
def test_a_hidden_result_stays_hidden(site, user, settings, has_score):
    question = make_question()
    quiz = make_quiz([question])
    take(quiz, user, question, 0)
    for name, value in settings.items():
        setattr(quiz, name, value)
    quiz.save()
    (attempt,) = SOURCE.export(user)["attempts"]
    assert ("points" in attempt) is has_score
    assert attempt["answers"][0]["answer"] == ["甲"]


def test_the_key_is_never_exported(site, user):
    question = make_question(explanation="因为标记。")
    take(make_quiz([question], reveal_after=[]), user, question, 0)
    text = json.dumps(SOURCE.export(user), ensure_ascii=False)
    assert "甲" in text and "乙" not in text and "因为标记" not in text


def test_a_person_without_anything(user):
    assert all(rows == [] for rows in SOURCE.export(user).values())


def test_erase_leaves_nothing_of_the_person_and_everything_of_others(history, user):
    delete_account(user=user, now=after(30))
    for model in (Attempt, PracticeAnswer, ReviewCard):
        assert [row.user.username for row in model.objects.all()] == ["somebody-else"]
    assert [row.user.username for row in ExtraTime.users.through.objects.all()] == ["somebody-else"]
    assert QuestionVersion.objects.get(question=history).created_by is None
    assert Regrade.objects.get().created_by is None
    assert QuizTally.objects.get().data == {"attempts": 2} and ItemTally.objects.count() == 1
