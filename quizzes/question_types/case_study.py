"""A case study: shared material (the stem) with sub-questions of the other types.

Body: parts, each {"type", "stem", "points", "explanation"?, "body"}. Response: one response for each part, None where there is none.
Parts are always marked by their own points; the points of the whole are their sum (`part_points`).
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..text import tidy
from .base import Answer, BadResponse, Choice, Deal, InvalidBody, Mark, QuestionType, entries_of, raw_list, text_of

MAX_POINTS = 100


class CaseStudy(QuestionType):
    code = "case_study"
    label = gettext_lazy("案例题")
    icon = "doc-full"

    def __init__(self, types: dict[str, QuestionType]):
        self.types = types

    def clean(self, body):
        unknown = sorted(set(body) - {"parts"})
        if unknown:
            raise InvalidBody(_("这种题没有“%(name)s”这一项。") % {"name": "、".join(unknown)})
        problems, parts = [], []
        for number, entry in enumerate(entries_of(body.get("parts"), what=_("小题"), least=1, most=10), 1):
            try:
                parts.append(self._clean_part(entry))
            except InvalidBody as error:
                problems += [_("第 %(number)d 小题：") % {"number": number} + words for words in error.problems]
        if problems:
            raise InvalidBody(*problems)
        return {"parts": parts}

    def _clean_part(self, entry) -> dict:
        """A part's own fields may stand beside the type's (as in the shipped files) or under `body`."""
        if not isinstance(entry, dict) or entry.get("type") not in self.types:
            raise InvalidBody(_("不知道是哪种题。"))
        own = {"type", "stem", "points", "explanation", "body"}
        kind = self.types[entry["type"]]
        body = kind.clean(entry.get("body") or {name: value for name, value in entry.items() if name not in own})
        stem = text_of(entry.get("stem"), what=_("题干"))
        problems = kind.check_stem(stem, body)
        points = entry.get("points", 1)
        if isinstance(points, bool) or not isinstance(points, int) or not 1 <= points <= MAX_POINTS:
            problems.append(_("分数要是 1 到 %(limit)d 的整数。") % {"limit": MAX_POINTS})
        if problems:
            raise InvalidBody(*problems)
        part = {"type": kind.code, "stem": stem, "points": points, "body": body}
        explanation = tidy(str(entry.get("explanation") or ""))
        return part | ({"explanation": explanation} if explanation else {})

    def part_points(self, body) -> int:
        return sum(part["points"] for part in body["parts"])

    def _parts(self, body, deal: Deal):
        for number, part in enumerate(body["parts"]):
            yield self.types[part["type"]], part, deal.part(number)

    def present(self, body, deal):
        return {
            "parts": [
                {"type": kind.code, "stem": part["stem"], "points": part["points"], **kind.present(part["body"], own)}
                for kind, part, own in self._parts(body, deal)
            ]
        }

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        entries = raw_list(raw, len(body["parts"]))
        entries = entries + [None] * (len(body["parts"]) - len(entries))
        response = []
        for entry, (kind, part, own) in zip(entries, self._parts(body, deal), strict=True):
            if isinstance(entry, dict):
                raise BadResponse(_("答案的格式不对。"))
            response.append(kind.read(part["body"], entry, own))
        return response if any(entry is not None for entry in response) else None

    def show(self, body, response, deal):
        if response is None:
            return None
        return [
            kind.show(part["body"], entry, own)
            for entry, (kind, part, own) in zip(response, self._parts(body, deal), strict=True)
        ]

    def _entries(self, body, response) -> list:
        return [None] * len(body["parts"]) if response is None else response

    def grade(self, body, response, points):
        marks = tuple(
            self.types[part["type"]].grade(part["body"], entry, part["points"])
            for part, entry in zip(body["parts"], self._entries(body, response), strict=True)
        )
        return Mark(sum(mark.points for mark in marks), sum(mark.maximum for mark in marks), marks)

    def full_mark(self, body, points):
        marks = tuple(Mark(part["points"], part["points"]) for part in body["parts"])
        return Mark(sum(mark.points for mark in marks), sum(mark.maximum for mark in marks), marks)

    def rule(self, body, points):
        return _("共 %(count)d 小题，%(points)d 分，各小题分别计分。") % {
            "count": len(body["parts"]),
            "points": self.part_points(body),
        }

    def right_answer(self, body):
        return [
            f"({number}) " + "；".join(self.types[part["type"]].right_answer(part["body"]))
            for number, part in enumerate(body["parts"], 1)
        ]

    def answer(self, body, response):
        lines, feedback = [], []
        for number, (part, entry) in enumerate(zip(body["parts"], self._entries(body, response), strict=True), 1):
            said = self.types[part["type"]].answer(part["body"], entry)
            lines.append(f"({number}) " + ("；".join(said.lines) or _("没有作答")))
            feedback += said.feedback
        return Answer(lines if response is not None else [], feedback)

    def choices(self, body):
        return [
            Choice(f"{number}/{choice.key}", f"({number + 1}) {choice.text}", choice.right)
            for number, part in enumerate(body["parts"])
            for choice in self.types[part["type"]].choices(part["body"])
        ]

    def tally(self, body, response):
        return [
            f"{number}/{key}"
            for number, (part, entry) in enumerate(zip(body["parts"], self._entries(body, response), strict=True))
            for key in self.types[part["type"]].tally(part["body"], entry)
        ]

    def same(self, body, one, other):
        return all(
            self.types[part["type"]].same(part["body"], a, b)
            for part, a, b in zip(body["parts"], self._entries(body, one), self._entries(body, other), strict=True)
        )

    def searchable(self, body):
        words = []
        for part in body["parts"]:
            words += [part["stem"], *self.types[part["type"]].searchable(part["body"])]
        return words
