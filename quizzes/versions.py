"""Versions of questions: freezing what is published, and reading them without asking the database each time."""

import json
from collections.abc import Iterable
from hashlib import sha256

from .models.questions import Question, QuestionVersion, Worded

FROZEN = [field.attname for field in Worded._meta.get_fields() if field.concrete]
# Versions never change, so a process may keep them. About 3 kB each.
MAX_KEPT = 4000
_kept: dict[int, QuestionVersion] = {}


def version_of(question: Question, body: dict | None = None) -> QuestionVersion:
    """Return the unsaved version that a question would be frozen as. `body`: its cleaned body, where that is known already."""
    values = {name: getattr(question, name) for name in FROZEN}
    body = question.body if body is None else body
    digest = sha256(json.dumps(values | {"body": body}, sort_keys=True, default=str).encode()).hexdigest()
    return QuestionVersion(question=question, number=1, body=body, digest=digest, **values)


def freeze(question: Question, *, user=None) -> QuestionVersion:
    """Make the question's published state its current version; nothing new when nothing changed. Inside a transaction."""
    version = version_of(question)
    current = question.current
    if current is not None and current.digest == version.digest:
        return current
    version.number = current.number + 1 if current else 1
    version.created_at = question.last_published_at
    version.created_by = user
    version.save()
    Question.objects.filter(pk=question.pk).update(current=version)
    question.current = version
    return version


def versions_by_id(ids: Iterable[int]) -> dict[int, QuestionVersion]:
    """Return the versions with these ids: at most one query, none when this process has seen them before."""
    wanted = set(ids)
    missing = wanted - _kept.keys()
    fetched = {version.pk: version for version in QuestionVersion.objects.filter(pk__in=missing)} if missing else {}
    found = {pk: _kept[pk] for pk in wanted & _kept.keys()} | fetched
    if len(_kept) + len(fetched) > MAX_KEPT:
        _kept.clear()
    _kept.update(fetched)
    return found


def forget_versions() -> None:
    """Empty this process's store; for tests, whose ids come back with other content."""
    _kept.clear()
