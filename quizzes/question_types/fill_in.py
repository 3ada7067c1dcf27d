"""Fill in the blanks. Body: blanks, one list of accepted answers for each `____` of the stem, in order.

An accepted answer is a string, or {"text", "weight": "1/2"} when it earns a share. Spellings are compared folded (width, case,
spaces, punctuation). Response: one string for each blank, "" for a blank left open.
"""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..text import BLANK, fold, tidy
from .base import (
    MAX_ANSWER,
    Answer,
    BadResponse,
    Choice,
    InvalidBody,
    Mark,
    QuestionType,
    entries_of,
    known_fields,
    raw_list,
    share_of,
    text_of,
    weight_of,
)

OTHER = "-"


def accepted_text(entry) -> str:
    return entry["text"] if isinstance(entry, dict) else entry


def accepted_weight(entry) -> Fraction:
    return Fraction(entry["weight"]) if isinstance(entry, dict) else Fraction(1)


class FillIn(QuestionType):
    code = "fill_in"
    label = gettext_lazy("填空题")
    icon = "edit"

    def clean(self, body):
        known_fields(body, "blanks")
        blanks = entries_of(body.get("blanks"), what=_("空"), least=1, most=10)
        return {"blanks": [self._clean_blank(blank) for blank in blanks]}

    def _clean_blank(self, entries) -> list:
        blank, seen = [], set()
        for entry in entries_of(entries, what=_("一个空的可接受答案"), least=1, most=30):
            words, share = entry, Fraction(1)
            if isinstance(entry, dict):
                known_fields(entry, "text", "weight")
                words, share = entry.get("text"), weight_of(entry.get("weight", 1))
            words = text_of(words, what=_("可接受的答案"), limit=MAX_ANSWER).replace("\n", " ")
            if share <= 0:
                raise InvalidBody(_("可接受答案的分值比例要大于 0。"))
            if fold(words) in seen:
                continue
            seen.add(fold(words))
            blank.append(words if share == 1 else {"text": words, "weight": str(share)})
        if all(accepted_weight(entry) < 1 for entry in blank):
            raise InvalidBody(_("每个空至少要有一个得满分的答案。"))
        return blank

    def check_stem(self, stem, body):
        problems = super().check_stem(stem, body)
        count, marks = len(body["blanks"]), stem.count(BLANK)
        if stem and marks != count and not (count == 1 and marks == 0):
            problems.append(
                _("题干里有 %(marks)d 个空（四个下划线），答案却有 %(count)d 组。") % {"marks": marks, "count": count}
            )
        return problems

    def present(self, body, deal):
        return {"blanks": len(body["blanks"])}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        entries = raw_list(raw, len(body["blanks"]))
        if not all(isinstance(entry, str) and len(entry) <= MAX_ANSWER for entry in entries):
            raise BadResponse(_("填空的答案要是文字，每空不超过 %(limit)d 字。") % {"limit": MAX_ANSWER})
        words = [tidy(entry).replace("\n", " ") for entry in entries]
        words += [""] * (len(body["blanks"]) - len(words))
        return words if any(words) else None

    def show(self, body, response, deal):
        return response

    def _match(self, blank: list, words: str) -> int | None:
        folded = fold(words)
        return next((n for n, entry in enumerate(blank) if folded and fold(accepted_text(entry)) == folded), None)

    def grade(self, body, response, points):
        blanks, earned = body["blanks"], Fraction(0)
        for blank, words in zip(blanks, response or [], strict=False):
            match = self._match(blank, words)
            earned += 0 if match is None else accepted_weight(blank[match])
        return Mark(share_of(points, earned / len(blanks)), points)

    def rule(self, body, points):
        rule = _("填对得 %(points)d 分。")
        if len(body["blanks"]) > 1:
            rule = _("全部填对得 %(points)d 分，每个空占同样的比例（舍去小数）。")
        return rule % {"points": points} + _("全角半角、大小写、空格和标点不影响对错。")

    def right_answer(self, body):
        return [
            " / ".join(accepted_text(entry) for entry in blank if accepted_weight(entry) == 1)
            for blank in body["blanks"]
        ]

    def answer(self, body, response):
        return Answer(list(response or []))

    def choices(self, body):
        rows = []
        for number, blank in enumerate(body["blanks"]):
            prefix = f"({number + 1}) " if len(body["blanks"]) > 1 else ""
            rows += [
                Choice(f"{number}:{n}", prefix + accepted_text(entry), accepted_weight(entry) == 1)
                for n, entry in enumerate(blank)
            ]
            rows.append(Choice(f"{number}:{OTHER}", prefix + _("其他答案"), False))
        return rows

    def tally(self, body, response):
        keys = []
        for number, (blank, words) in enumerate(zip(body["blanks"], response or [], strict=False)):
            if words:
                match = self._match(blank, words)
                keys.append(f"{number}:{OTHER if match is None else match}")
        return keys

    def same(self, body, one, other):
        return [fold(words) for words in one or []] == [fold(words) for words in other or []]

    def searchable(self, body):
        return [accepted_text(entry) for blank in body["blanks"] for entry in blank]
