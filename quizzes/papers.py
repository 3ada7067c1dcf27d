"""From a quiz's paper settings to the questions of one attempt."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from random import Random

from django.core.cache import cache
from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils.translation import gettext as _

from .bank import bank_generation
from .models.categories import Category, within
from .models.questions import Question

# The pools of a quiz are computed once and kept until a question or category changes.
POOL_SECONDS = 3600


@dataclass(frozen=True)
class Candidate:
    """A published question that a slot may get: ids of question and version, and its points in this place."""

    question: int
    version: int
    points: int


def slot_pools(quiz) -> list[list[Candidate]]:
    """Return for each slot of the paper the questions that may stand there. One query, none from the cache.

    A fixed question is a pool of one. A question that is not published leaves its pool empty.
    """
    raw = [(block["type"], block["value"]) for block in quiz.paper.get_prep_value()]
    digest = hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:24]
    key = f"quizzes:pools:{bank_generation()}:{digest}"
    pools = cache.get(key)
    if pools is None:
        pools = _compute_pools(raw)
        cache.set(key, pools, POOL_SECONDS)
    slots = []
    for (kind, value), pool in zip(raw, pools, strict=True):
        slots += [[Candidate(*row) for row in pool]] * (value["count"] if kind == "draw" else 1)
    return slots


def reserved_questions(now: datetime) -> frozenset[int]:
    """Return the ids of the questions in the papers of quizzes that hide their key until they close.

    Practice shows keys, so it leaves these out. No query when they are kept: they are, until a question or quiz changes.
    """
    from .models import QuizPage

    key = f"quizzes:reserved:{bank_generation()}"
    kept = cache.get(key)
    if kept is None:
        quizzes = [quiz for quiz in QuizPage.objects.live() if quiz.hides_key]
        kept = [(q.closes_at, {c.question for pool in slot_pools(q) for c in pool}) for q in quizzes]
        cache.set(key, kept, POOL_SECONDS)
    return frozenset(pk for closes_at, ids in kept if closes_at is None or now < closes_at for pk in ids)


def _compute_pools(raw: list) -> list[list[tuple[int, int, int]]]:
    conditions = {f"in{n}": _condition(kind, value) for n, (kind, value) in enumerate(raw)}
    if not conditions:
        return []
    anywhere = Q()
    for condition in conditions.values():
        anywhere |= condition
    rows = (
        Question.objects.filter(live=True, current__isnull=False)
        .filter(anywhere)
        .annotate(**{name: ExpressionWrapper(c, models.BooleanField()) for name, c in conditions.items()})
        .values("pk", "current_id", "current__points", "current__type", *conditions)
        .order_by("pk")
    )
    pools: list[list] = [[] for _pool in raw]
    for row in rows:
        for n, (_kind, value) in enumerate(raw):
            if row[f"in{n}"]:
                # A case study is worth the sum of its parts, wherever it stands.
                own = None if row["current__type"] == "case_study" else value.get("points")
                pools[n].append((row["pk"], row["current_id"], own or row["current__points"]))
    return pools


def _condition(kind: str, value: dict) -> Q:
    if kind == "fixed":
        return Q(pk=value["question"])
    condition = Q(pk__isnull=False)
    if value.get("category"):
        path = Category.objects.filter(pk=value["category"]).values_list("path", flat=True).first()
        condition &= within(path) if path else Q(pk__isnull=True)
    if value.get("topic"):
        condition &= Q(pk__in=Question.topics.through.objects.filter(topic=value["topic"]).values("question"))
    if value.get("audience"):
        condition &= Q(pk__in=Question.audiences.through.objects.filter(audience=value["audience"]).values("question"))
    for name in ("type", "difficulty"):
        if value.get(name):
            condition &= Q(**{name: value[name]})
    return condition


def draw_paper(pools: list[list[Candidate]], chance: Random) -> list[Candidate] | None:
    """Return one candidate for each slot, no question twice, or None when the pools cannot fill the slots.

    Every slot takes a random free question; where none is free, augmenting paths (Kuhn 1955) move earlier slots over, so a
    paper is found whenever there is one.
    """
    taken: dict[int, int] = {}
    chosen: list[Candidate | None] = [None] * len(pools)

    def place(slot: int, visited: set[int]) -> bool:
        pool = pools[slot]
        free = [candidate for candidate in pool if candidate.question not in taken]
        if free:
            candidate = chance.choice(free)
            taken[candidate.question], chosen[slot] = slot, candidate
            return True
        for candidate in pool:
            if candidate.question not in visited:
                visited.add(candidate.question)
                if place(taken[candidate.question], visited):
                    taken[candidate.question], chosen[slot] = slot, candidate
                    return True
        return False

    # Narrow pools first: fixed questions keep their place, and fewer slots have to move.
    for slot in sorted(range(len(pools)), key=lambda number: len(pools[number])):
        if not place(slot, set()):
            return None
    return [candidate for candidate in chosen if candidate is not None]


def paper_problems(quiz) -> list[str]:
    """Return, in sentences for the editor, why the bank cannot fill this paper; empty when it can."""
    problems, slot = [], 0
    pools = slot_pools(quiz)
    for number, block in enumerate(quiz.paper, 1):
        if block.block_type == "fixed":
            if not pools[slot]:
                problems.append(_("第 %(number)d 项：这道题还没有发布。") % {"number": number})
            slot += 1
            continue
        count = block.value["count"]
        if len(pools[slot]) < count:
            problems.append(
                _("第 %(number)d 项要抽 %(count)d 道题，题库里符合条件的已发布题目只有 %(found)d 道。")
                % {"number": number, "count": count, "found": len(pools[slot])}
            )
        slot += count
    if not pools:
        problems.append(_("试卷里还没有题。"))
    elif not problems and draw_paper(pools, Random(0)) is None:  # noqa: S311 - only whether there is one
        problems.append(_("各项的题目有重叠，凑不齐不重复的一份试卷。"))
    return problems
