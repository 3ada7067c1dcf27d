"""Answers as Moodle marks them, by fractions of the marks: shared by GIFT, Moodle XML and its cloze questions.

A fraction is written in percent with five decimals (33.33333) and must be one of Moodle's list (question_bank::fraction_options
of Moodle's source): p/q up to q = 6, tenths, 1/q up to q = 10, 1/20, and their negatives.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from ..question_types.fill_in import accepted_text, accepted_weight
from ..text import BLANK

LISTED = sorted(
    {Fraction(p, q) for q in range(1, 7) for p in range(q + 1)}
    | {Fraction(p, 10) for p in range(11)}
    | {Fraction(1, q) for q in range(1, 11)}
    | {Fraction(1, 20)}
)
# How far a written percentage may be from the fraction that it means: people write 33.33 and 14.29 too.
SLACK = Fraction(1, 20_000)
NUMBER = re.compile(r"[+-]?[0-9]{0,15}(?:\.[0-9]{0,20})?(?:(?<=[0-9.])[eE][+-]?[0-9]{1,2})?")
MAX_ANSWERS = 200  # of one question in a file; none that fits this platform comes near
LONG_BLANK = re.compile(r"_{3,}")


@dataclass
class Answer:
    """One answer: its text, its share of the marks (1 is all), what is said about it."""

    text: str
    share: Fraction
    feedback: str = ""


@dataclass
class Found:
    """What was made of a question's answers. `type` is "" when there are only problems."""

    type: str
    body: dict = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def number_of(words: str | None) -> Decimal | None:
    """Return a number of reasonable size, with a point or a comma; None for anything else."""
    words = (words or "").strip().replace(",", ".")
    return Decimal(words) if NUMBER.fullmatch(words) and any(map(str.isdigit, words)) else None


def share_of_percent(words: str) -> Fraction | None:
    """Return the share that a percentage means, exact where Moodle rounds (33.33333 → 1/3); None when it is no number."""
    number = number_of(words)
    if number is None or abs(number) > 1000:
        return None
    share = Fraction(number) / 100
    near = next((entry for entry in LISTED if abs(entry - abs(share)) <= SLACK), None)
    if near is None:
        return share
    return near if share >= 0 else -near


def percent(share: Fraction) -> str:
    """Return the percentage as Moodle writes it: 1/3 → "33.33333", 1/2 → "50"."""
    words = f"{Decimal(share.numerator * 100) / Decimal(share.denominator):.5f}".rstrip("0").rstrip(".")
    return "0" if words == "-0" else words


def listed(share: Fraction) -> bool:
    """Whether Moodle has this fraction in its list."""
    return abs(share) in LISTED


def too_many(count: int) -> list[str]:
    """Return the problem of a question with so many answers, or nothing."""
    return [_("答案有 %(count)d 个，太多了。") % {"count": count}] if count > MAX_ANSWERS else []


def choice(answers: list[Answer], *, single: bool, keep_order: bool = False) -> Found:
    """Return a single or multiple choice question with these options."""
    found = Found("single_choice" if single else "multiple_choice")
    options = [{"text": a.text, "feedback": a.feedback} | ({"right": True} if a.share > 0 else {}) for a in answers]
    found.body = {"options": options, "keep_order": keep_order}
    if single:
        _mark_single(answers, options, found)
    else:
        _mark_multiple(answers, options, found)
    return found


def _mark_single(answers: list[Answer], options: list[dict], found: Found) -> None:
    for answer, option in zip(answers, options, strict=True):
        if answer.share < 1:
            option.pop("right", None)
        if 0 < answer.share < 1:
            option["weight"] = str(answer.share)
    if any(answer.share < 0 for answer in answers):
        found.warnings.append(_("单选题的错误选项不倒扣分，原来的负分值没有保留。"))


def _mark_multiple(answers: list[Answer], options: list[dict], found: Found) -> None:
    for answer, option in zip(answers, options, strict=True):
        option["weight"] = str(answer.share)
    right = [answer.share for answer in answers if answer.share > 0]
    wrong = [answer.share for answer in answers if answer.share <= 0]
    if right == [1] and all(share == -1 for share in wrong):
        found.body["rule"] = "all_or_nothing"
    elif right and set(right) == {Fraction(1, len(right))} and all(share == -1 for share in wrong):
        found.body["rule"] = "per_option"
    else:
        found.body["rule"] = "weights"
        if 0 in wrong:
            found.warnings.append(_("有的错误选项不扣分，把所有选项都选上也可能得满分，请核对计分规则。"))


def choice_shares(body: dict) -> list[Fraction]:
    """Return each option's share of the marks in Moodle, which knows no rule but fractions.

    per_option and weights keep their meaning; for the other two rules the parts of an incomplete answer count in Moodle.
    """
    options = body["options"]
    if body.get("rule") == "weights":
        return [Fraction(option["weight"]) for option in options]
    right = sum(bool(option.get("right")) for option in options)
    wrong = Fraction(-1) if "rule" in body else Fraction(0)
    return [Fraction(1, right) if o.get("right") else Fraction(o.get("weight", wrong)) for o in options]


def blank(answers: list[Answer], *, exact_case: bool = False) -> tuple[list, list[str], list[str]]:
    """Return the accepted answers of one blank, problems and warnings. "*" stands for anything, "\\*" for a star."""
    accepted, problems, warnings = [], [], []
    for answer in answers:
        words = answer.text.replace("\\*", "\0")
        if "*" in words and (answer.share > 0 or words.strip() != "*"):
            problems.append(_("答案“%(text)s”用了通配符 *，本平台的填空题不支持。") % {"text": answer.text})
        elif answer.share > 0:
            words = words.replace("\0", "*")
            accepted.append(words if answer.share == 1 else {"text": words, "weight": str(answer.share)})
        elif words.strip() != "*":
            warnings.append(_("错误答案“%(text)s”没有导入：填空题只列出可接受的答案。") % {"text": answer.text})
        if answer.feedback:
            warnings.append(_("答案“%(text)s”的反馈没有导入：填空题没有按答案的反馈。") % {"text": answer.text})
    if exact_case:
        warnings.append(_("原题区分大小写，本平台不区分。"))
    return accepted, problems, warnings


def blank_answers(entries: list) -> list[Answer]:
    """Return the accepted answers of one blank as Moodle's, stars escaped."""
    return [Answer(accepted_text(entry).replace("*", "\\*"), accepted_weight(entry)) for entry in entries]


def five_lines_to_blank(stem: str) -> str:
    """Return a foreign stem with each run of underscores as one blank (Moodle writes five)."""
    return LONG_BLANK.sub(BLANK, stem)


def numeric(answers: list[tuple[Answer, str]]) -> Found:
    """Return a numeric question; each answer comes with its tolerance."""
    found = Found("numeric", {"answers": []})
    for answer, tolerance in answers:
        if answer.feedback:
            found.warnings.append(_("答案“%(text)s”的反馈没有导入：数值题没有按答案的反馈。") % {"text": answer.text})
        if answer.text.strip() in ("*", "") and answer.share <= 0:
            continue
        if answer.share <= 0:
            found.warnings.append(_("错误答案“%(text)s”没有导入：数值题只列出可接受的答案。") % {"text": answer.text})
            continue
        entry = {"value": answer.text.strip().replace(",", "."), "tolerance": tolerance.strip() or "0"}
        found.body["answers"].append(entry | ({"weight": str(answer.share)} if answer.share != 1 else {}))
    return found


def unlisted(question_type: str, body: dict) -> bool:
    """Whether a body has a share that Moodle's list lacks; Moodle refuses such a question."""
    if question_type in ("single_choice", "multiple_choice"):
        return not all(listed(share) for share in choice_shares(body))
    if question_type == "fill_in":
        return not all(listed(accepted_weight(entry)) for entries in body["blanks"] for entry in entries)
    if question_type == "numeric":
        return not all(listed(Fraction(entry.get("weight", 1))) for entry in body["answers"])
    return False
