"""What education keeps about a person, registered with users (see users/personal_data.py)."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from users.personal_data import FORMER_USER, PersonalDataSource

from .models import CourseCertificate, LessonProgress


def export_learning(user) -> dict:
    """Progress lesson by lesson, and certificates."""
    return {
        "lessons": [
            {
                "lesson": progress.lesson.title,
                "url": progress.lesson.url_path,
                "steps_done": len(progress.steps_done),
                "completed_at": progress.completed_at.isoformat() if progress.completed_at else None,
                "updated_at": progress.updated_at.isoformat(),
            }
            for progress in LessonProgress.objects.filter(user=user).select_related("lesson").order_by("pk")
        ],
        "certificates": [
            {
                "code": certificate.code,
                "name": certificate.name,
                "course": certificate.course_title,
                "lessons": certificate.lesson_count,
                "issued_at": certificate.issued_at.isoformat(),
            }
            for certificate in CourseCertificate.objects.filter(user=user).order_by("pk")
        ],
    }


def erase_learning(user, now: datetime) -> None:
    """Progress goes. Certificates stay true about what was finished and when, without saying by whom.

    A code that somebody has shown to a school must not turn into "no such certificate", which reads like a forgery.
    """
    LessonProgress.objects.filter(user=user).delete()
    CourseCertificate.objects.filter(user=user).update(user=None, name=FORMER_USER)


SOURCE = PersonalDataSource(key="learning", label=_("学习记录"), export=export_learning, erase=erase_learning)
