"""A number. Body: answers ([{"value", "tolerance", "weight"?}], decimal strings), units ([{"name", "factor"}], optional).

An answer without a unit is taken in the first unit. Response: the words as given, for example "500 元".
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..text import tidy
from .base import (
    Answer,
    BadResponse,
    Choice,
    InvalidBody,
    Mark,
    QuestionType,
    entries_of,
    known_fields,
    share_of,
    text_of,
    weight_of,
)

MAX_INPUT = 60
OTHER = "-"
NUMBER = re.compile(r"([+-]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?)(.*)", re.DOTALL)


def decimal_of(value, *, what: str) -> Decimal:
    """Return a finite decimal of at most 30 digits; raise InvalidBody."""
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation as error:
        raise InvalidBody(_("%(what)s“%(value)s”不是数字。") % {"what": what, "value": value}) from error
    if not number.is_finite() or len(number.as_tuple().digits) > 30 or abs(number.adjusted()) > 30:
        raise InvalidBody(_("%(what)s“%(value)s”太大或位数太多。") % {"what": what, "value": value})
    return number


def decimal_text(number: Decimal) -> str:
    """Return the shortest plain spelling: 500, 0.1."""
    words = f"{number.normalize():f}"
    return "0" if words == "-0" else words


class Numeric(QuestionType):
    code = "numeric"
    label = gettext_lazy("数值题")
    icon = "placeholder"

    def clean(self, body):
        known_fields(body, "answers", "units")
        answers = [self._clean_answer(a) for a in entries_of(body.get("answers"), what=_("答案"), least=1, most=12)]
        if all(Fraction(entry.get("weight", 1)) < 1 for entry in answers):
            raise InvalidBody(_("至少要有一个得满分的答案。"))
        units = [self._clean_unit(unit) for unit in body.get("units") or []]
        if len({unit["name"] for unit in units}) < len(units):
            raise InvalidBody(_("有两个单位同名。"))
        if units and units[0]["factor"] != "1":
            raise InvalidBody(_("第一个单位的换算系数要是 1。"))
        return {"answers": answers} | ({"units": units} if units else {})

    def _clean_answer(self, entry) -> dict:
        if not isinstance(entry, dict):
            entry = {"value": entry}
        known_fields(entry, "value", "tolerance", "weight")
        value = decimal_of(entry.get("value", ""), what=_("答案"))
        tolerance = decimal_of(entry.get("tolerance") or 0, what=_("误差"))
        if tolerance < 0:
            raise InvalidBody(_("误差不能是负数。"))
        share = weight_of(entry.get("weight") or 1)
        if share <= 0:
            raise InvalidBody(_("可接受答案的分值比例要大于 0。"))
        answer = {"value": decimal_text(value), "tolerance": decimal_text(tolerance)}
        return answer if share == 1 else answer | {"weight": str(share)}

    def _clean_unit(self, unit) -> dict:
        if not isinstance(unit, dict):
            unit = {"name": unit}
        known_fields(unit, "name", "factor")
        name = text_of(unit.get("name"), what=_("单位"), limit=20)
        if re.match(r"[\d.,+-]", name):
            raise InvalidBody(_("单位不能以数字或符号开头。"))
        factor = decimal_of(unit.get("factor") or 1, what=_("换算系数"))
        if factor <= 0:
            raise InvalidBody(_("换算系数要大于 0。"))
        return {"name": name, "factor": decimal_text(factor)}

    def parse(self, body, words: str) -> Decimal | None:
        """Return the number in the first unit; None when it is no number or the unit is unknown."""
        text = unicodedata.normalize("NFKC", words).strip().lower()
        text = re.sub(r"\s+", "", text).replace("−", "-")
        match = NUMBER.fullmatch(text)
        if match is None:
            return None
        number, unit = Decimal(match[1].replace(",", "")), match[2]
        if not unit:
            return number
        factors = {
            re.sub(r"\s+", "", unicodedata.normalize("NFKC", u["name"]).lower()): u["factor"]
            for u in body.get("units", [])
        }
        return number * Decimal(factors[unit]) if unit in factors else None

    def present(self, body, deal):
        return {"units": [unit["name"] for unit in body.get("units", [])]}

    def read(self, body, raw, deal):
        if raw is None or raw == "":
            return None
        if not isinstance(raw, str) or len(raw) > MAX_INPUT:
            raise BadResponse(_("请填写一个数字，不超过 %(limit)d 个字符。") % {"limit": MAX_INPUT})
        return re.sub(r"\s+", " ", tidy(raw)) or None

    def show(self, body, response, deal):
        return response

    def _match(self, body, response) -> int | None:
        number = None if response is None else self.parse(body, response)
        if number is None:
            return None
        hits = [
            n
            for n, entry in enumerate(body["answers"])
            if abs(number - Decimal(entry["value"])) <= Decimal(entry["tolerance"])
        ]
        return max(hits, key=lambda n: Fraction(body["answers"][n].get("weight", 1)), default=None)

    def grade(self, body, response, points):
        match = self._match(body, response)
        share = Fraction(0) if match is None else Fraction(body["answers"][match].get("weight", 1))
        return Mark(share_of(points, share), points)

    def rule(self, body, points):
        rule = _("填对得 %(points)d 分，填错或不填不得分。") % {"points": points}
        if any(entry["tolerance"] != "0" for entry in body["answers"]):
            rule += _("答案在允许的误差之内就算对。")
        if body.get("units"):
            rule += _("可以只写数字，单位按“%(unit)s”算。") % {"unit": body["units"][0]["name"]}
        return rule

    def _line(self, body, entry) -> str:
        unit = body["units"][0]["name"] if body.get("units") else ""
        line = f"{entry['value']} {unit}".strip()
        return line if entry["tolerance"] == "0" else f"{line} (± {entry['tolerance']})"

    def right_answer(self, body):
        return [self._line(body, entry) for entry in body["answers"] if "weight" not in entry]

    def answer(self, body, response):
        return Answer([response] if response else [])

    def choices(self, body):
        rows = [
            Choice(str(n), self._line(body, entry), "weight" not in entry) for n, entry in enumerate(body["answers"])
        ]
        return [*rows, Choice(OTHER, _("其他答案"), False)]

    def tally(self, body, response):
        if response is None:
            return []
        match = self._match(body, response)
        return [OTHER if match is None else str(match)]

    def same(self, body, one, other):
        if one is None or other is None:
            return one == other
        numbers = self.parse(body, one), self.parse(body, other)
        return one == other if None in numbers else numbers[0] == numbers[1]

    def searchable(self, body):
        return [entry["value"] for entry in body["answers"]]
