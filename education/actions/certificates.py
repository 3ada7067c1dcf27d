"""Certificates for finished courses."""

import secrets
from datetime import datetime

from django.db import transaction

from ..errors import EducationError
from ..models import CourseCertificate, CoursePage
from ..selectors import course_progress

# Without 0, O, 1, I and L: a code is read aloud on the phone and typed from paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@transaction.atomic(durable=True)
def issue_certificate(*, user, course: CoursePage, now: datetime) -> CourseCertificate:
    """Give `user` the certificate of a finished course; the second call returns the first call's certificate.

    Raises EducationError `course_without_lessons` or `course_not_finished`.
    """
    existing = CourseCertificate.objects.filter(user=user, course=course).first()
    if existing:
        return existing
    progress = course_progress(course, user)
    if not progress.lessons:
        raise EducationError("course_without_lessons")
    if not progress.finished:
        raise EducationError("course_not_finished")
    certificate, _created = CourseCertificate.objects.get_or_create(
        user=user,
        course=course,
        defaults={
            "code": new_code(),
            "name": user.display_name,
            "course_title": course.title,
            "lesson_count": len(progress.lessons),
            "issued_at": now,
        },
    )
    return certificate


def new_code() -> str:
    """A code such as MB-7K4P-2XQD: 31^8 possibilities, so that a code cannot be guessed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"MB-{letters[:4]}-{letters[4:]}"
