"""Single choice. Body: options (exactly one right; others may carry a share of the points as `weight`), keep_order.

Response: the option's number.
"""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import InvalidBody, Mark, QuestionType, known_fields, position, share_of
from .options import answer_of, clean_options, option_choices, option_order, present_options


class SingleChoice(QuestionType):
    code = "single_choice"
    label = gettext_lazy("单选题")
    icon = "radio-full"

    def clean(self, body):
        known_fields(body, "options", "keep_order")
        options = clean_options(body.get("options"), least=2)
        right = [option for option in options if option.get("right")]
        if len(right) != 1:
            raise InvalidBody(_("单选题要有一个、也只能有一个正确选项，现在是 %(count)d 个。") % {"count": len(right)})
        right[0].pop("weight", None)
        for option in options:
            share = Fraction(option.get("weight", 0))
            if share >= 1:
                raise InvalidBody(_("错误选项的分值比例要小于 100%%。"))
            if share <= 0:
                option.pop("weight", None)
        return {"options": options} | ({"keep_order": True} if body.get("keep_order") else {})

    def present(self, body, deal):
        return {"options": present_options(body, deal)}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        order = option_order(body, deal)
        return order[position(raw, len(order))]

    def show(self, body, response, deal):
        return None if response is None else option_order(body, deal).index(response)

    def grade(self, body, response, points):
        if response is None:
            return Mark(0, points)
        option = body["options"][response]
        return Mark(points if option.get("right") else share_of(points, Fraction(option.get("weight", 0))), points)

    def rule(self, body, points):
        if any(option.get("weight") for option in body["options"]):
            return _("选对得 %(points)d 分，部分正确的选项按比例得分（舍去小数），其余不得分。") % {"points": points}
        return _("选对得 %(points)d 分，选错或不选不得分。") % {"points": points}

    def right_answer(self, body):
        return [option["text"] for option in body["options"] if option.get("right")]

    def answer(self, body, response):
        return answer_of(body, [] if response is None else [response])

    def choices(self, body):
        return option_choices(body)

    def tally(self, body, response):
        return [] if response is None else [str(response)]
