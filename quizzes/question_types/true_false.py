"""True or false. Body: right (whether the statement is true), feedback ({"true": …, "false": …}). Response: a boolean."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import Answer, BadResponse, Choice, InvalidBody, Mark, QuestionType, known_fields, text_of


def word(value: bool) -> str:
    return _("对") if value else _("错")


class TrueFalse(QuestionType):
    code = "true_false"
    label = gettext_lazy("判断题")
    icon = "check"

    def clean(self, body):
        known_fields(body, "right", "feedback")
        if not isinstance(body.get("right"), bool):
            raise InvalidBody(_("请说明这句话是对还是错。"))
        given = body.get("feedback") or {}
        if not isinstance(given, dict):
            raise InvalidBody(_("判断题的反馈要分“对”和“错”两项写。"))
        known_fields(given, "true", "false")
        feedback = {side: text_of(words, what=_("反馈")) for side, words in given.items() if words}
        return {"right": body["right"]} | ({"feedback": feedback} if feedback else {})

    def present(self, body, deal):
        return {}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        if not isinstance(raw, bool):
            raise BadResponse(_("判断题只能答“对”或“错”。"))
        return raw

    def show(self, body, response, deal):
        return response

    def grade(self, body, response, points):
        return Mark(points if response is body["right"] else 0, points)

    def rule(self, body, points):
        return _("判断正确得 %(points)d 分，判断错误或不答不得分。") % {"points": points}

    def right_answer(self, body):
        return [word(body["right"])]

    def answer(self, body, response):
        if response is None:
            return Answer()
        said = body.get("feedback", {}).get("true" if response else "false")
        return Answer([word(response)], [said] if said else [])

    def choices(self, body):
        return [Choice("true", word(True), body["right"]), Choice("false", word(False), not body["right"])]

    def tally(self, body, response):
        return [] if response is None else ["true" if response else "false"]

    def searchable(self, body):
        return []
