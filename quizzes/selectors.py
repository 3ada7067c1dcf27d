"""Reads that span relations. Every function here costs a fixed number of queries."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from education.selectors import related_materials

from .models import Attempt, QuizPage
from .papers import slot_pools
from .people import Person
from .versions import versions_by_id


def quiz_context(quiz: QuizPage) -> dict:
    """What the public page of a quiz shows; the same for everybody, so it may be cached."""
    return {
        "rules": rules_of(quiz),
        "question_count": len(slot_pools(quiz)),
        "related_materials": related_materials(quiz),
    }


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


def scoring_rules(attempt: Attempt) -> list[str]:
    """Return each different scoring rule of an attempt's paper once, in the order of the questions."""
    versions = versions_by_id(version_id for version_id, _points in attempt.paper)
    rules = {}
    for version_id, points in attempt.paper:
        version = versions[version_id]
        rules[f"{version.kind.label}：{version.kind.rule(version.body, points)}"] = None
    return list(rules)


def attempts_of(person: Person | None, quiz: QuizPage) -> list[Attempt]:
    """Return a person's attempts at a quiz, newest first."""
    return list(Attempt.objects.of(person).filter(quiz=quiz).order_by("-number")) if person else []


def may_start(quiz: QuizPage, attempts: list[Attempt], now: datetime) -> bool:
    """Whether a person with these attempts may start (or has a running one to go on with)."""
    if any(attempt.is_active and not attempt.is_over(now) for attempt in attempts):
        return True
    return quiz.is_open(now) and (quiz.max_attempts is None or len(attempts) < quiz.max_attempts)
