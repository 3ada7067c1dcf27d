"""Reads that span relations. Every function here costs a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.cache import cache
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from education.models import Material
from education.selectors import related_materials

from .bank import bank_generation
from .errors import QuizError
from .models import Attempt, QuestionVersion, QuizPage, Reveal
from .papers import slot_pools
from .people import Person

# The scoring rules of a quiz are put together once and kept until a question or category changes.
RULE_SECONDS = 3600


def quiz_context(quiz: QuizPage) -> dict:
    """What the public page of a quiz shows; the same for everybody, so it may be cached."""
    return {
        "rules": rules_of(quiz),
        "question_count": len(slot_pools(quiz)),
        "related_materials": related_materials(quiz),
    }


@dataclass(frozen=True)
class QuizCard:
    """A quiz in a list: its material from for_cards(), and its settings."""

    material: Material
    quiz: QuizPage
    question_count: int


def quiz_cards(materials: Iterable[Material]) -> list[QuizCard]:
    """Return the cards of a list of materials that are quizzes: one query."""
    materials = list(materials)
    quizzes = QuizPage.objects.in_bulk([material.pk for material in materials])
    return [QuizCard(m, quizzes[m.pk], question_count(quizzes[m.pk])) for m in materials if m.pk in quizzes]


def question_count(quiz: QuizPage) -> int:
    """Return how many questions an attempt gets. No query."""
    return sum(block["value"].get("count", 1) if block["type"] == "draw" else 1 for block in quiz.paper.raw_data)


def rules_of(quiz: QuizPage) -> list[str]:
    """Return the rules of a quiz in sentences, from its settings."""
    pools = slot_pools(quiz)
    drawn = any(block.block_type == "draw" for block in quiz.paper)
    rules = [ngettext("共 %(count)d 道题。", "共 %(count)d 道题。", len(pools)) % {"count": len(pools)}]
    if drawn:
        rules.append(_("题目从题库里随机抽取，每次不一样。"))
    if quiz.time_limit:
        rules.append(
            _("限时 %(minutes)d 分钟，从开始答题算起；到时自动交卷，已保存的答案都算。") % {"minutes": quiz.time_limit}
        )
        if quiz.untimed_in_elder_mode:
            rules.append(_("在大字版里开始，就没有时间限制。"))
    else:
        rules.append(_("不限时，可以慢慢答。"))
    if quiz.max_attempts:
        rules.append(_("每人最多答 %(count)d 次。") % {"count": quiz.max_attempts})
    if quiz.pass_percent:
        rules.append(_("得到满分的 %(percent)d%% 就算及格。") % {"percent": quiz.pass_percent})
    if quiz.needs_account:
        rules.append(_("要登录以后才能答。"))
    else:
        rules.append(_("不用登录就能答；登录以后，成绩会记到你的账号里。"))
    return [*rules, _reveal_rule(quiz)]


def _reveal_rule(quiz: QuizPage) -> str:
    if {"key", "explanations"} & set(quiz.reveal_during):
        return _("每道题答完可以马上看对错和解析。")
    if {"key", "explanations"} & set(quiz.reveal_after):
        return _("交卷以后可以看正确答案和解析。")
    if quiz.closes_at and {"key", "explanations"} & set(quiz.reveal_closed):
        return _("测验结束以后可以看正确答案和解析。")
    return _("这个测验不公布正确答案。")


def scoring_rules_of(quiz: QuizPage) -> dict[str, list[str]]:
    """Return the scoring rules that may come up in a quiz, by the name of the question type: one query, none from the cache."""
    slots = [candidate for pool in slot_pools(quiz) for candidate in pool]
    worth = sorted({(candidate.version, candidate.points) for candidate in slots})
    key = f"quizzes:rules:{bank_generation()}:{get_language()}:{quiz.pk}:{hash(tuple(worth))}"
    rules = cache.get(key)
    if rules is None:
        versions = QuestionVersion.objects.in_bulk({version for version, _points in worth})
        rules = {}
        for version_id, points in worth:
            kind, body = versions[version_id].kind, versions[version_id].body
            rules.setdefault(str(kind.label), {})[kind.rule(body, points)] = None
        rules = {label: list(sentences) for label, sentences in rules.items()}
        cache.set(key, rules, RULE_SECONDS)
    return rules


def attempt_of(person: Person | None, attempt_id: UUID) -> Attempt:
    """Return a person's attempt with its quiz; raise QuizError unknown_attempt, also for other people's."""
    attempt = Attempt.objects.of(person).select_related("quiz").filter(pk=attempt_id).first() if person else None
    if attempt is None:
        raise QuizError("unknown_attempt")
    return attempt


def attempts_of(person: Person | None, quiz: QuizPage) -> list[Attempt]:
    """Return a person's attempts at a quiz, newest first."""
    return list(Attempt.objects.of(person).filter(quiz=quiz).order_by("-number")) if person else []


def may_start(quiz: QuizPage, attempts: list[Attempt], now: datetime) -> bool:
    """Whether a person with these attempts may start (or has a running one to go on with)."""
    if any(attempt.is_active and not attempt.is_over(now) for attempt in attempts):
        return True
    return quiz.is_open(now) and (quiz.max_attempts is None or len(attempts) < quiz.max_attempts)


@dataclass(frozen=True)
class AttemptLine:
    """One attempt in a list. `percent` and `passed` are None while the score is hidden, and before the end."""

    attempt: Attempt
    quiz: QuizPage
    is_running: bool
    percent: int | None
    passed: bool | None


def attempt_line(attempt: Attempt, quiz: QuizPage, now: datetime) -> AttemptLine:
    """Say about an attempt what a list may say now."""
    running = not attempt.is_over(now)
    shown = not attempt.is_active and Reveal.SCORE in quiz.reveals(submitted=True, now=now)
    return AttemptLine(attempt, quiz, running, attempt.percent if shown else None, attempt.passed if shown else None)


def all_attempts_of(person: Person | None):
    """Return every attempt of a person with its quiz, newest first, as a queryset to be paged."""
    attempts = Attempt.objects.of(person) if person else Attempt.objects.none()
    return attempts.select_related("quiz").defer("paper", "answers", "marks").order_by("-started_at", "-pk")
