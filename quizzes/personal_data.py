"""What quizzes keeps about a person, registered with users (see users/personal_data.py).

Statistics are sums over attempts: nobody can be found in them, so they stay.
"""

from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from users.personal_data import PersonalDataSource

from .actions.attempts import RESPONSE
from .models import Attempt, ExtraTime, PracticeAnswer, QuestionImport, QuestionVersion, Regrade, Reveal, ReviewCard
from .versions import versions_by_id


def export_quizzes(user) -> dict:
    """Attempts with the person's own answers, practice, review cards, extra time, and what they published or corrected as an editor.

    Never the key. A result is there when its quiz lets the person see it.
    """
    return {
        "attempts": _attempts(user),
        "practice": [
            {
                "question": answer.version.stem,
                "mode": answer.mode,
                "answer": _words(answer.version, answer.response),
                "points": answer.points,
                "maximum": answer.maximum,
                "answered_at": answer.answered_at.isoformat(),
            }
            for answer in PracticeAnswer.objects.filter(user=user).select_related("version").order_by("pk")
        ],
        "review_cards": [
            {
                "question": card.question.stem,
                "due": card.due.isoformat(),
                "answered_at": card.answered_at.isoformat(),
                "wrong_count": card.wrong_count,
                "right_streak": card.right_streak,
                "in_wrong_book": card.in_wrong_book,
                "schedule": card.card,
            }
            for card in ReviewCard.objects.filter(user=user).select_related("question").order_by("pk")
        ],
        "extra_time": [
            {"quiz": extra.quiz.title, "label": extra.label, "minutes": extra.minutes}
            for extra in ExtraTime.objects.filter(users=user).select_related("quiz").order_by("pk")
        ],
        "published_questions": [
            {"question": version.stem, "version": version.number, "published_at": version.created_at.isoformat()}
            for version in QuestionVersion.objects.filter(created_by=user).order_by("pk")
        ],
        "regrades": [
            {"question": regrade.version.stem, "note": regrade.note, "created_at": regrade.created_at.isoformat()}
            for regrade in Regrade.objects.filter(created_by=user).select_related("version").order_by("pk")
        ],
        "question_imports": [
            {"file": found.name, "status": found.status, "created_at": found.created_at.isoformat()}
            for found in QuestionImport.objects.filter(created_by=user).order_by("pk")
        ],
    }


def _attempts(user) -> list[dict]:
    # export() gets no `now`; the database knows which quizzes are over.
    closed = Case(When(quiz__closes_at__lte=Now(), then=Value(True)), default=False, output_field=BooleanField())
    attempts = Attempt.objects.filter(user=user).select_related("quiz").annotate(closed=closed).order_by("started_at")
    versions = versions_by_id(pk for attempt in attempts for pk, _points in attempt.paper)
    rows = []
    for attempt in attempts:
        reveals = attempt.quiz.reveal_closed if attempt.closed else attempt.quiz.reveal_after
        row = {
            "quiz": attempt.quiz.title,
            "number": attempt.number,
            "status": attempt.status,
            "started_at": attempt.started_at.isoformat(),
            "saved_at": attempt.saved_at.isoformat() if attempt.saved_at else None,
            "submitted_at": attempt.submitted_at.isoformat() if attempt.submitted_at else None,
            "answers": [
                {
                    "question": versions[version_id].stem,
                    "answer": _words(versions[version_id], attempt.answers.get(str(slot), [None])[RESPONSE]),
                }
                for slot, (version_id, _points) in enumerate(attempt.paper)
            ],
        }
        if not attempt.is_active and Reveal.SCORE in reveals:
            row |= {"points": attempt.points, "maximum": attempt.maximum, "passed": attempt.passed}
        rows.append(row)
    return rows


def _words(version: QuestionVersion, response: Any) -> list[str]:
    """Return an answer as the person gave it, in lines; none for no answer."""
    return version.kind.answer(version.body, response).lines


def erase_quizzes(user, now: datetime) -> None:
    """Attempts, practice and cards go, and their name in lists of extra time. What an editor published stays, without their name."""
    Attempt.objects.filter(user=user).delete()
    PracticeAnswer.objects.filter(user=user).delete()
    ReviewCard.objects.filter(user=user).delete()
    ExtraTime.users.through.objects.filter(user=user).delete()


SOURCE = PersonalDataSource(key="quizzes", label=_("测验和练习"), export=export_quizzes, erase=erase_quizzes)
