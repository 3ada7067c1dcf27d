"""Multiple choice. Body: options (at least one right), rule, keep_order. Response: the options' numbers, ascending."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import BadResponse, InvalidBody, Mark, QuestionType, known_fields, pick_rule, position, raw_list, share_of
from .options import answer_of, clean_options, option_choices, option_order, present_options

RULES = ("all_or_nothing", "half_if_incomplete", "per_option", "weights")


class MultipleChoice(QuestionType):
    code = "multiple_choice"
    label = gettext_lazy("多选题")
    icon = "tick-inverse"

    def clean(self, body):
        known_fields(body, "options", "rule", "keep_order")
        rule = pick_rule(body.get("rule"), RULES)
        options = clean_options(body.get("options"), least=2)
        for option in options:
            if rule == "weights":
                share = Fraction(option.get("weight", 0))
                option["weight"] = str(share)
                option.pop("right", None)
                if share > 0:
                    option["right"] = True
            else:
                option.pop("weight", None)
        right = [option for option in options if option.get("right")]
        if not right:
            raise InvalidBody(_("多选题至少要有一个正确选项。"))
        if rule == "weights" and sum(Fraction(option["weight"]) for option in right) != 1:
            raise InvalidBody(_("正确选项的分值比例加起来要等于 100%%。"))
        return {"options": options, "rule": rule} | ({"keep_order": True} if body.get("keep_order") else {})

    def present(self, body, deal):
        return {"options": present_options(body, deal)}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        order = option_order(body, deal)
        chosen = {order[position(entry, len(order))] for entry in raw_list(raw, len(order))}
        if len(chosen) != len(raw):
            raise BadResponse(_("同一个选项选了两次。"))
        return sorted(chosen) or None

    def show(self, body, response, deal):
        if response is None:
            return None
        order = option_order(body, deal)
        return sorted(order.index(number) for number in response)

    def grade(self, body, response, points):
        return Mark(self._points(body, set(response or []), points), points)

    def _points(self, body, chosen: set[int], points: int) -> int:
        right = {number for number, option in enumerate(body["options"]) if option.get("right")}
        if not chosen:
            return 0
        if body["rule"] == "weights":
            return share_of(points, sum((Fraction(body["options"][n]["weight"]) for n in chosen), Fraction(0)))
        if chosen == right:
            return points
        if chosen - right or body["rule"] == "all_or_nothing":
            return 0
        if body["rule"] == "half_if_incomplete":
            return points // 2
        return points * len(chosen) // len(right)

    def rule(self, body, points):
        return {
            "all_or_nothing": _("全部选对得 %(points)d 分，多选、少选、错选都不得分。"),
            "half_if_incomplete": _("全部选对得 %(points)d 分，少选得 %(half)d 分，选了错误选项不得分。"),
            "per_option": _(
                "全部选对得 %(points)d 分，少选时按选对的个数占正确选项的比例得分（舍去小数），选了错误选项不得分。"
            ),
            "weights": _("最高 %(points)d 分。每个选项有各自的比例，错误选项可能倒扣；加起来不低于 0 分，舍去小数。"),
        }[body["rule"]] % {"points": points, "half": points // 2}

    def right_answer(self, body):
        return [option["text"] for option in body["options"] if option.get("right")]

    def answer(self, body, response):
        return answer_of(body, response or [])

    def choices(self, body):
        return option_choices(body)

    def tally(self, body, response):
        return [str(number) for number in response or []]
