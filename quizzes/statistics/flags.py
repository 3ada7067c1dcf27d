"""Warnings about weak items, in the words of a person who has to decide what to do about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from .definitions import ItemStatistics
from .tallies import BLANK, OptionCount

FEW_ATTEMPTS = 10
EASY = 95
HARD = 20
WEAK_DISCRIMINATION = 20
DOMINANT_SHARE = 60


class Severity(StrEnum):
    NOTE = "note"
    WARNING = "warning"
    SERIOUS = "serious"


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning: a code that does not change, how bad it is, and a sentence to show."""

    code: str
    severity: Severity
    sentence: str


def item_flags(item: ItemStatistics, options: Sequence[OptionCount] = ()) -> list[Flag]:
    """The warnings on one item, the most serious first. `options`: its options with counts, if it has any."""
    if item.attempts < FEW_ATTEMPTS:
        sentence = _("只有 %(count)s 人做过这道题，还看不出好坏；至少要 %(least)s 人。")
        return [Flag("few_attempts", Severity.NOTE, sentence % {"count": item.attempts, "least": FEW_ATTEMPTS})]
    flags = [*_discrimination_flags(item), *_facility_flags(item)]
    if options:
        flags += [*_distractor_flags(item.attempts, options), *_unused_flags(options)]
    order = list(Severity)
    return sorted(flags, key=lambda flag: -order.index(flag.severity))


def _discrimination_flags(item: ItemStatistics) -> list[Flag]:
    if item.discrimination_index is None or item.discrimination_index >= WEAK_DISCRIMINATION:
        return []
    if item.discrimination_index < 0:
        sentence = _("总分高的人反而更容易答错这道题，请检查标准答案和题意。")
        return [Flag("negative_discrimination", Severity.SERIOUS, sentence)]
    return [Flag("weak_discrimination", Severity.WARNING, _("这道题不大能分出谁掌握得好、谁掌握得差。"))]


def _facility_flags(item: ItemStatistics) -> list[Flag]:
    if item.facility is None:
        return []
    share = {"share": round(item.facility)}
    if item.facility >= EASY:
        return [Flag("too_easy", Severity.NOTE, _("太容易：平均得到这道题分数的 %(share)s%%。") % share)]
    if item.random_guess and item.facility <= item.random_guess:
        sentence = _("太难：平均只得到这道题分数的 %(share)s%%，不比乱猜好。")
        return [Flag("near_guessing", Severity.WARNING, sentence % share)]
    if item.facility <= HARD:
        return [Flag("too_hard", Severity.WARNING, _("太难：平均只得到这道题分数的 %(share)s%%。") % share)]
    return []


def _distractor_flags(attempts: int, options: Sequence[OptionCount]) -> list[Flag]:
    """Wrong options that 60 % chose, or more than chose the least chosen right option."""
    right = [option for option in options if option.is_right]
    if not right:
        return []
    weakest = min(right, key=lambda option: option.count)
    names = _("、").join(option.label for option in right)
    flags = []
    for option in options:
        if option.is_right or option.key == BLANK:
            continue
        if 100 * option.count >= DOMINANT_SHARE * attempts:
            sentence = _("%(share)s%% 的人选了“%(option)s”，而标准答案是“%(key)s”，请检查标准答案。")
            words = {"share": round(100 * option.count / attempts), "option": option.label, "key": names}
            flags.append(Flag("dominant_distractor", Severity.SERIOUS, sentence % words))
        elif option.count > weakest.count:
            sentence = _("选“%(option)s”的人比选标准答案“%(key)s”的人还多。")
            words = {"option": option.label, "key": weakest.label}
            flags.append(Flag("strong_distractor", Severity.WARNING, sentence % words))
    return flags


def _unused_flags(options: Sequence[OptionCount]) -> list[Flag]:
    wrong = [option for option in options if not option.is_right and option.key != BLANK]
    unused = [option.label for option in wrong if not option.count]
    if not unused:
        return []
    sentence = _("没有人选“%(options)s”，可以换一个更像的干扰项。") % {"options": _("、").join(unused)}
    return [Flag("unused_option", Severity.NOTE, sentence)]
