"""Ordering. Body: items in the right order, rule. Response: the items' numbers in the order given."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import (
    Answer,
    BadResponse,
    Choice,
    InvalidBody,
    Mark,
    QuestionType,
    entries_of,
    known_fields,
    pick_rule,
    position,
    raw_list,
    text_of,
)

RULES = ("all_or_nothing", "per_position")


class Ordering(QuestionType):
    code = "ordering"
    label = gettext_lazy("排序题")
    icon = "list-ol"

    def clean(self, body):
        known_fields(body, "items", "rule")
        entries = entries_of(body.get("items"), what=_("要排序的项"), least=2, most=12)
        items = [text_of(entry, what=_("要排序的项")) for entry in entries]
        if len(set(items)) < len(items):
            raise InvalidBody(_("有两个要排序的项一模一样。"))
        return {"items": items, "rule": pick_rule(body.get("rule"), RULES)}

    def _order(self, body, deal) -> list[int]:
        """The dealt order, which is never the right one: that would show the key."""
        order = deal.order(len(body["items"]), always=True)
        return order if order != sorted(order) else order[1:] + order[:1]

    def present(self, body, deal):
        return {"items": [body["items"][number] for number in self._order(body, deal)]}

    def read(self, body, raw, deal):
        if raw is None or raw == "" or raw == []:
            return None
        order = self._order(body, deal)
        numbers = [order[position(entry, len(order))] for entry in raw_list(raw, len(order))]
        if sorted(numbers) != list(range(len(order))):
            raise BadResponse(_("每一项都要排进去，而且只能排一次。"))
        return numbers

    def show(self, body, response, deal):
        if response is None:
            return None
        order = self._order(body, deal)
        return [order.index(number) for number in response]

    def grade(self, body, response, points):
        if response is None:
            return Mark(0, points)
        placed = sum(number == place for place, number in enumerate(response))
        if body["rule"] == "per_position":
            return Mark(points * placed // len(response), points)
        return Mark(points if placed == len(response) else 0, points)

    def rule(self, body, points):
        if body["rule"] == "per_position":
            return _("全部排对得 %(points)d 分，排不全对时按位置正确的项数占总数的比例得分（舍去小数）。") % {
                "points": points
            }
        return _("全部排对得 %(points)d 分，有一处不对就不得分。") % {"points": points}

    def right_answer(self, body):
        return [f"{place}. {item}" for place, item in enumerate(body["items"], 1)]

    def answer(self, body, response):
        return Answer([f"{place}. {body['items'][number]}" for place, number in enumerate(response or [], 1)])

    def choices(self, body):
        return [
            Choice(f"{place}:{number}", f"{place + 1}. {item}", place == number)
            for place in range(len(body["items"]))
            for number, item in enumerate(body["items"])
        ]

    def tally(self, body, response):
        return [f"{place}:{number}" for place, number in enumerate(response or [])]

    def searchable(self, body):
        return list(body["items"])
