"""The versions of a question as an editor sees them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.questions import BODIES, NOW, after, make_question, make_quiz, visitor
from home.actions.roles import BUREAU, EDITORS
from quizzes.actions.attempts import start_attempt, submit_attempt
from quizzes.actions.tallies import tally_attempts
from quizzes.cms.version_history import answer_lines, difference, version_history
from quizzes.models import PracticeAnswer
from quizzes.question_types import TYPES

pytestmark = pytest.mark.django_db


def publish_again(question, **changes):
    for name, value in changes.items():
        setattr(question, name, value)
    question.save_revision().publish()
    question.refresh_from_db()


def test_what_changed_is_marked():
    assert difference("赔三倍", "赔十倍") == "赔<del>三</del><ins>十</ins>倍"
    assert difference("<b>", "<i>") == "&lt;<del>b</del><ins>i</ins>&gt;"


def test_a_version_names_what_changed_and_only_that():
    question = make_question(stem="赔三倍？", explanation="看第五十五条。")
    publish_again(question, stem="赔十倍？", difficulty="hard")
    latest, first = version_history(question)
    assert (latest.version.number, first.version.number) == (2, 1)
    assert [(change.name, change.html) for change in latest.changes] == [
        ("题干", "赔<del>三</del><ins>十</ins>倍？"),
    ]
    assert first.changes == []


@pytest.mark.parametrize("code", TYPES)
def test_an_answer_shows_all_that_an_author_sets(code):
    question = make_question(code)
    lines = "\n".join(answer_lines(code, question.body))
    for words in question.kind.searchable(question.body):
        assert words in lines
    assert lines


def test_a_changed_key_shows():
    question = make_question()
    body = {"options": [{"text": "甲", "right": True}, *BODIES["single_choice"]["options"][2:], {"text": "乙"}]}
    question.set_body("single_choice", body)
    publish_again(question)
    assert "甲<ins> ✓</ins>" in version_history(question)[0].changes[0].html


def test_a_version_says_where_it_was_answered(site):
    question = make_question("case_study")
    quiz = make_quiz([question])
    for _number in range(3):
        person = visitor()
        attempt = start_attempt(quiz=quiz, person=person, now=NOW)
        submit_attempt(attempt_id=attempt.pk, person=person, now=after(1))
    tally_attempts(now=NOW)
    PracticeAnswer.objects.create(
        version=question.current,
        mode="topic",
        response=[None, None],
        points=0,
        maximum=5,
        answered_at=NOW,
        visitor=visitor().visitor,
    )
    (entry,) = version_history(question)
    assert [(use.quiz_id, use.attempts) for use in entry.uses] == [(quiz.pk, 3)]
    assert entry.practised == 1


def test_the_page_costs_the_same_for_many_versions(client, people):
    def count(question) -> int:
        client.get(reverse("quizzes_cms_versions", args=[question.pk]))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("quizzes_cms_versions", args=[question.pk])).status_code == 200
        return len(captured)

    client.force_login(people[BUREAU])
    few, many = make_question(), make_question()
    publish_again(few, stem="改过一次？")
    for number in range(8):
        publish_again(many, stem=f"改了 {number} 次？")
    assert count(few) == count(many)


def test_only_the_bureau_is_offered_to_regrade(client, people):
    question = make_question()
    url, offer = reverse("quizzes_cms_versions", args=[question.pk]), "给这一版改分"
    client.force_login(people[EDITORS])
    assert offer not in client.get(url).content.decode()
    client.force_login(people[BUREAU])
    assert offer in client.get(url).content.decode()
