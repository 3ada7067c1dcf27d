"""Matching. Body: pairs ([[left, right], …]), extra (right sides that fit nothing). Response: for each left side the number of
a right side, or None. Right sides are counted in the order of `right_sides`: those of the pairs without repeats, then extra.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import (
    Answer,
    Choice,
    Deal,
    InvalidBody,
    Mark,
    QuestionType,
    entries_of,
    known_fields,
    position,
    raw_list,
    text_of,
)


def right_sides(body: dict) -> list[str]:
    return list(dict.fromkeys([right for _left, right in body["pairs"]] + body.get("extra", [])))


class Matching(QuestionType):
    code = "matching"
    label = gettext_lazy("配对题")
    icon = "link"

    def clean(self, body):
        known_fields(body, "pairs", "extra")
        pairs = []
        for entry in entries_of(body.get("pairs"), what=_("配对"), least=2, most=12):
            if not isinstance(entry, (list, tuple)) or len(entry) != 2:
                raise InvalidBody(_("每一对要有左右两边。"))
            pairs.append([text_of(entry[0], what=_("配对的左边")), text_of(entry[1], what=_("配对的右边"))])
        if len({left for left, _right in pairs}) < len(pairs):
            raise InvalidBody(_("配对的左边有两个一模一样。"))
        rights = {right for _left, right in pairs}
        extra = [text_of(entry, what=_("多余的右边")) for entry in body.get("extra") or []]
        extra = [entry for entry in dict.fromkeys(extra) if entry not in rights]
        if len(rights) + len(extra) < 2:
            raise InvalidBody(_("配对的右边至少要有两个不同的。"))
        if len(extra) > 12:
            raise InvalidBody(_("多余的右边不能超过 12 个。"))
        return {"pairs": pairs} | ({"extra": extra} if extra else {})

    def _orders(self, body, deal: Deal) -> tuple[list[int], list[int]]:
        lefts = deal.order(len(body["pairs"]))
        return lefts, deal.part(0).order(len(right_sides(body)), always=True)

    def present(self, body, deal):
        lefts, rights = self._orders(body, deal)
        sides = right_sides(body)
        return {"left": [body["pairs"][n][0] for n in lefts], "right": [sides[n] for n in rights]}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        lefts, rights = self._orders(body, deal)
        response: list[int | None] = [None] * len(lefts)
        for place, entry in enumerate(raw_list(raw, len(lefts))):
            if entry is not None and entry != "":
                response[lefts[place]] = rights[position(entry, len(rights))]
        return response if any(entry is not None for entry in response) else None

    def show(self, body, response, deal):
        if response is None:
            return None
        lefts, rights = self._orders(body, deal)
        return [None if response[n] is None else rights.index(response[n]) for n in lefts]

    def grade(self, body, response, points):
        sides = right_sides(body)
        found = sum(
            entry is not None and sides[entry] == right
            for entry, (_left, right) in zip(response or [], body["pairs"], strict=False)
        )
        return Mark(points * found // len(body["pairs"]), points)

    def rule(self, body, points):
        return _("全部配对得 %(points)d 分，每一对占同样的比例（舍去小数）。") % {"points": points}

    def right_answer(self, body):
        return [f"{left} → {right}" for left, right in body["pairs"]]

    def answer(self, body, response):
        sides, none = right_sides(body), _("没有选")
        return Answer(
            [
                f"{left} → {none if entry is None else sides[entry]}"
                for entry, (left, _right) in zip(response or [], body["pairs"], strict=False)
            ]
        )

    def choices(self, body):
        sides = right_sides(body)
        return [
            Choice(f"{number}:{side}", f"{left} → {words}", words == right)
            for number, (left, right) in enumerate(body["pairs"])
            for side, words in enumerate(sides)
        ]

    def tally(self, body, response):
        return [f"{number}:{entry}" for number, entry in enumerate(response or []) if entry is not None]

    def searchable(self, body):
        return [left for left, _right in body["pairs"]] + right_sides(body)
