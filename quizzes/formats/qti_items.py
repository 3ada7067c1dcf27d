"""Reads one assessment item of QTI 2.1, 2.2 or 3.0 (https://www.1edtech.org/standards/qti) into a row.

The names are those of version 2 (qti_tree.py). An item holds response declarations (the key), a body with interactions, and feedback.
Scoring is read from the declaration (correctResponse, mapping) and from which of the standard templates the item names; own
response processing is not run, and said so.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ..question_data import LIMITS, Picture, QuestionData, Row, cleaned_row
from ..question_types import InvalidBody
from ..text import BLANK
from .html_text import Converted, read_text
from .moodle_answers import Found, number_of, too_many
from .qti_tree import to_html
from .xml_tree import once

MAX_CODE = LIMITS["code"]
# Interactions that this platform lacks are named as they are in the file.
KNOWN = ("choiceInteraction", "orderInteraction", "matchInteraction", "textEntryInteraction")
CHOICES = ("simpleChoice", "simpleAssociableChoice")
INLINE = "textEntryInteraction"
FEEDBACK = ("modalFeedback", "feedbackBlock", "feedbackInline")
HIDDEN = (
    "rubricBlock",
    "templateBlock",
    "templateInline",
    "printedVariable",
    "stylesheet",
    "catalogInfo",
    "infoControl",
)
Loader = Callable[[str], bytes | None]


class Declaration:
    """A responseDeclaration: the right values in order, the mapping (key → points), its type."""

    def __init__(self, element: Element):
        self.identifier = element.get("identifier", "")
        self.cardinality = element.get("cardinality", "single")
        self.base = element.get("baseType", "identifier")
        self.right = [(value.text or "").strip() for value in element.findall("correctResponse/value")]
        self.mapped: dict[str, Fraction] = {}
        for entry in element.findall("mapping/mapEntry"):
            if (points := number_of(entry.get("mappedValue"))) is not None:
                self.mapped[" ".join((entry.get("mapKey") or "").split())] = Fraction(points)
        mapping = element.find("mapping")
        self.rest = Fraction(number_of(mapping.get("defaultValue")) or 0) if mapping is not None else Fraction(0)


class QtiItem:
    """One item on its way to a row. `load` returns the bytes of a file beside the item, or None."""

    def __init__(self, element: Element, load: Loader):
        self.element, self.load = element, load
        self.warnings: list[str] = []
        self.problems: list[str] = []
        self.declarations = {d.identifier: d for d in map(Declaration, element.findall("responseDeclaration"))}
        self.body = element.find("itemBody")
        self.feedback: dict[str, str] = {}

    @property
    def maps(self) -> bool:
        """Whether points come from the mapping."""
        processing = self.element.find("responseProcessing")
        if processing is None:
            return False
        template = (processing.get("template") or "").rpartition("/")[2].removesuffix(".xml")
        return template.startswith("map_response") or next(processing.iter("mapResponse"), None) is not None

    def row(self, number: int, source: str) -> Row:
        common: dict[str, Any] = {"source": tuple(filter(None, (source, self.element.get("title", ""))))}
        if self.body is None:
            return Row(number, problems=(_("题目没有正文（itemBody）。"),), **common)
        interactions = [e for e in self.body.iter() if e.tag.endswith("Interaction")]
        kinds = {entry.tag for entry in interactions}
        unknown = sorted(kinds - set(KNOWN))
        if unknown or not interactions:
            return Row(number, unsupported="、".join(unknown) or _("没有作答的说明文字"), **common)
        if len(interactions) > 1 and kinds != {INLINE}:
            return Row(
                number, unsupported=_("一题里有几个作答（%(kinds)s）") % {"kinds": "、".join(sorted(kinds))}, **common
            )
        self.problems += too_many(sum(e.tag in CHOICES for e in self.body.iter()) + len(interactions))
        missing = [e for e in interactions if e.get("responseIdentifier") not in self.declarations]
        if missing:
            return Row(number, problems=(_("题目没有写明正确答案（responseDeclaration）。"),), **common)
        try:
            question = None if self.problems else self._question(interactions)
        except InvalidBody as error:
            return Row(number, problems=error.problems, **common)
        row = Row(number, None if self.problems else question, warnings=once(self.warnings), **common)
        return cleaned_row(replace(row, problems=once(self.problems)))

    def _question(self, interactions: list[Element]) -> QuestionData | None:
        self._name_what_is_lost()
        self._collect_feedback()
        found = READERS[interactions[0].tag](self, interactions)
        if self.problems:
            return None
        stem = self._stem()
        if len(self.feedback) > 1:
            self.warnings.append(_("不同情况下的几条反馈合在了解析里，请核对。"))
        code = self.element.get("identifier", "").strip()
        if len(code) > MAX_CODE:
            self.warnings.append(_("编号“%(code)s”超过 60 个字，没有导入。") % {"code": code})
        return QuestionData(
            type=found.type,
            stem=stem.text,
            body=found.body,
            points=self._points(interactions),
            explanation="\n".join(self.feedback.values()),
            code=code if len(code) <= MAX_CODE else "",
            picture=self._picture(stem),
        )

    # Texts

    def text(self, element: Element) -> str:
        """Return the text of a choice: its own words, its feedback aside."""
        converted = read_text(to_html(element, lambda child: "" if child.tag in (*FEEDBACK, *HIDDEN) else None), "html")
        self.warnings += converted.warnings
        if converted.images:
            self.warnings.append(_("选项和反馈里的图片没有导入，只有题干可以带图片。"))
        return converted.text

    def _stem(self) -> Converted:
        """Return the text of the body: prompts stay, choices go, text entries become blanks."""

        def replace(element: Element) -> str | None:
            if element.tag == INLINE:
                return BLANK
            if element.tag.endswith("Interaction"):
                prompt = element.find("prompt")
                return f"<p>{to_html(prompt, replace)}</p>" if prompt is not None else ""
            if element.tag in (*FEEDBACK, *HIDDEN):
                return ""
            return f"<div>{to_html(element, replace)}</div>" if element.tag in ("contentBody", "feedback") else None

        converted = read_text(to_html(self.body, replace), "html")
        self.warnings += converted.warnings
        return converted

    def _picture(self, stem: Converted) -> Picture | None:
        pictures = []
        for image in stem.images:
            content = self.load(image.source)
            if content is None:
                self.warnings.append(_("图片“%(name)s”不在文件里，没有导入。") % {"name": image.source[:100]})
            else:
                pictures.append(Picture(PurePosixPath(unquote(image.source)).name, content, image.alt))
        if len(pictures) > 1:
            self.warnings.append(_("题干有 %(count)d 张图片，只导入了第一张。") % {"count": len(pictures)})
        return pictures[0] if pictures else None

    def _collect_feedback(self) -> None:
        """Gather feedback by its identifier; what hides again or says nothing is left out."""
        for entry in self.element.iter():
            if entry.tag in FEEDBACK and entry.get("showHide", "show") != "hide" and (words := self.text(entry)):
                key = entry.get("identifier", "")
                self.feedback[key] = "\n".join(dict.fromkeys(filter(None, (self.feedback.get(key), words))))

    def _name_what_is_lost(self) -> None:
        if next(self.element.iter("assessmentStimulusRef"), None) is not None:
            self.warnings.append(_("题目引用的共用材料没有导入。"))
        if next(self.element.iter("rubricBlock"), None) is not None:
            self.warnings.append(_("评分说明（rubricBlock）没有导入。"))
        if next(self.element.iter("templateDeclaration"), None) is not None:
            self.problems.append(_("题目用变量生成数字，本平台没有这种题。"))
        processing = self.element.find("responseProcessing")
        if processing is not None and len(processing) and not processing.get("template"):
            self.warnings.append(_("题目自带评分程序，导入后按正确答案和分值表计分，请核对。"))

    # Points

    def _points(self, interactions: list[Element]) -> int:
        worth = self._written_points()
        if worth is None and self.maps:
            mapped = [self.declarations[e.get("responseIdentifier")] for e in interactions]
            worth = sum((_best(declaration) for declaration in mapped), Fraction(0)) or None
        worth = Fraction(1) if worth is None else worth
        points = max(1, int((Decimal(worth.numerator) / worth.denominator).to_integral_value(ROUND_HALF_UP)))
        if points != worth:
            words = {"grade": f"{float(worth):g}", "points": points}
            self.warnings.append(_("原来是 %(grade)s 分，本平台的分数是整数，改成了 %(points)d 分。") % words)
        return points

    def _written_points(self) -> Fraction | None:
        for outcome in self.element.findall("outcomeDeclaration"):
            name = outcome.get("identifier")
            words = outcome.findtext("defaultValue/value") if name == "MAXSCORE" else outcome.get("normalMaximum")
            if name in ("SCORE", "MAXSCORE") and (number := number_of(words)):
                return Fraction(number)
        return None


def _best(declaration: Declaration) -> Fraction:
    """Return the most that a mapping gives."""
    positive = [points for points in declaration.mapped.values() if points > 0]
    return sum(positive, Fraction(0)) if declaration.cardinality != "single" else max(positive, default=Fraction(0))


def _choice(item: QtiItem, interactions: list[Element]) -> Found:
    (interaction,) = interactions
    declaration = item.declarations[interaction.get("responseIdentifier")]
    single = declaration.cardinality == "single" or interaction.get("maxChoices") == "1"
    keys, options = [], []
    for entry in interaction.findall("simpleChoice"):
        key = entry.get("identifier", "")
        keys.append(key)
        option = {"text": item.text(entry), "feedback": item.feedback.pop(key, "")}
        options.append(option | ({"right": True} if key in declaration.right else {}))
    fixed = any(entry.get("fixed") == "true" for entry in interaction.findall("simpleChoice"))
    body: dict[str, Any] = {"options": options, "keep_order": fixed or interaction.get("shuffle", "false") != "true"}
    strangers = [key for key in declaration.right if key not in keys]
    if strangers:
        item.problems.append(_("正确答案“%(key)s”不在选项里。") % {"key": "、".join(strangers)})
    shares = _shares(declaration, keys) if item.maps else []
    if single:
        _weigh_single(shares, options)
        return Found("single_choice", body)
    body["rule"] = _rule(item, shares, options)
    return Found("multiple_choice", body)


def _shares(declaration: Declaration, keys: list[str]) -> list[Fraction]:
    best = _best(declaration)
    return [max(Fraction(-1), declaration.mapped.get(key, declaration.rest) / best) for key in keys] if best else []


def _weigh_single(shares: list[Fraction], options: list[dict]) -> None:
    for share, option in zip(shares, options, strict=False):
        if share == 1:
            option["right"] = True
        elif share > 0:
            option.pop("right", None)
            option["weight"] = str(share)


def _rule(item: QtiItem, shares: list[Fraction], options: list[dict]) -> str:
    """Return the scoring rule; the mapping's shares become weights."""
    if not shares:
        return "all_or_nothing"
    for share, option in zip(shares, options, strict=True):
        option["weight"] = str(share)
    if 0 in shares:
        item.warnings.append(_("有的错误选项不扣分，把所有选项都选上也可能得满分，请核对计分规则。"))
    return "weights"


def _order(item: QtiItem, interactions: list[Element]) -> Found:
    (interaction,) = interactions
    choices = {entry.get("identifier", ""): item.text(entry) for entry in interaction.findall("simpleChoice")}
    right = item.declarations[interaction.get("responseIdentifier")].right
    if sorted(right) != sorted(choices):
        item.problems.append(_("正确的顺序没有把每一项都排一次。"))
    return Found("ordering", {"items": [choices.get(key, "") for key in right], "rule": "all_or_nothing"})


def _match(item: QtiItem, interactions: list[Element]) -> Found:
    (interaction,) = interactions
    sets = [
        {entry.get("identifier", ""): item.text(entry) for entry in side.findall("simpleAssociableChoice")}
        for side in interaction.findall("simpleMatchSet")
    ]
    declaration = item.declarations[interaction.get("responseIdentifier")]
    written = declaration.right or [key for key, points in declaration.mapped.items() if points > 0]
    pairs = [pair for words in written if len(pair := words.split()) == 2]
    if len(sets) != 2 or len(pairs) != len(written):
        item.problems.append(_("配对题要有左右两组，答案要成对。"))
        return Found("matching")
    lefts, rights = sets
    if sorted(left for left, _right in pairs) != sorted(lefts) and sorted(right for _left, right in pairs) == sorted(
        rights
    ):
        lefts, rights, pairs = rights, lefts, [[right, left] for left, right in pairs]
    if sorted(left for left, _right in pairs) != sorted(lefts) or not all(right in rights for _left, right in pairs):
        item.problems.append(_("有的左边没有配对，或者配了几个。本平台的配对题每个左边正好配一个右边。"))
        return Found("matching")
    used = {right for _left, right in pairs}
    right_of = dict(pairs)
    body = {
        "pairs": [[words, rights[right_of[key]]] for key, words in lefts.items()],
        "extra": [words for key, words in rights.items() if key not in used],
    }
    return Found("matching", body)


def _text(item: QtiItem, interactions: list[Element]) -> Found:
    declarations = [item.declarations[entry.get("responseIdentifier")] for entry in interactions]
    if len(declarations) == 1 and declarations[0].base in ("float", "integer"):
        (declaration,) = declarations
        answers = [{"value": words, "tolerance": _tolerance(item)} for words in declaration.right]
        return Found("numeric", {"answers": answers})
    if len({_best(declaration) for declaration in declarations if item.maps}) > 1:
        item.warnings.append(_("各空原来的分数不同，导入后每个空占同样的比例。"))
    if any(entry.get("caseSensitive") == "true" for entry in item.element.iter("mapEntry")):
        item.warnings.append(_("原题区分大小写，本平台不区分。"))
    return Found("fill_in", {"blanks": [_accepted(declaration) for declaration in declarations]})


def _tolerance(item: QtiItem) -> str:
    """Return the absolute tolerance of the item's own processing, "0" where there is none."""
    for entry in item.element.iter("equal"):
        widths = [
            number for words in (entry.get("tolerance") or "").split() if (number := number_of(words)) is not None
        ]
        if entry.get("toleranceMode") == "absolute" and widths:
            return f"{max(widths):f}"
    return "0"


def _accepted(declaration: Declaration) -> list:
    best = _best(declaration)
    accepted: list = list(
        dict.fromkeys(declaration.right[:1] if declaration.cardinality == "single" else declaration.right)
    )
    for words, points in declaration.mapped.items():
        share = points / best if best else Fraction(0)
        if share == 1:
            accepted.append(words)
        elif share > 0 and words not in accepted:
            accepted.append({"text": words, "weight": str(share)})
    return accepted


READERS = {"choiceInteraction": _choice, "orderInteraction": _order, "matchInteraction": _match, INLINE: _text}
