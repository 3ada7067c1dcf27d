"""Reads GIFT: https://docs.moodle.org/en/GIFT_format, with the behaviour of Moodle's own reader (question/format/gift).

Questions are separated by blank lines; braces hold the answers; `\\~ \\= \\# \\{ \\} \\: \\n` and `\\\\` are escaped signs. What this
platform adds stands in a comment line of the question, `// mingbai: {json}`, which others skip.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ..question_data import LIMITS, QuestionData, Row, cleaned_row
from ..question_types import InvalidBody
from ..question_types.numeric import decimal_text
from . import moodle_answers
from .html_text import read_text
from .moodle_answers import Answer, Found, number_of, share_of_percent

MARK = "mingbai:"
MAX_CODE = LIMITS["code"]
BODY_FIELDS = {"rule": str, "keep_order": bool, "units": list}
# Escaped signs stand as private ones while a question is taken apart; no tidy text has those.
SIGNS = ":#={}~\n"
PRIVATE = {chr(0xE010 + number): sign for number, sign in enumerate(SIGNS)}
ESCAPED = {sign: private for private, sign in PRIVATE.items()} | {"n": "\ue016", "\\": "\\"}
ESCAPE = re.compile(r"\\([\\:#={}~n])")
UNPRIVATE = str.maketrans(PRIVATE)
FORM = re.compile(r"\[(html|moodle|plain|markdown)\]")
WEIGHT = re.compile(r"%(-?\d{1,3}(?:[.,]\d*)?)%")
IDENTIFIER = re.compile(r"\[id:((?:\\]|[^\]])+)\]")
TAGS = re.compile(r"\[tag:((?:\\]|[^\]])+)\]")
CONTEXT = re.compile(r"^\$\w+\$(?:/|$)")
ORDERING = re.compile(r"^>[^\n]*\n(.+)", re.DOTALL)
TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass
class Block:
    """What stands between two blank lines: comment lines and the rest."""

    comments: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        return "\n".join(self.lines)


def read_gift(text: str) -> Iterator[Row]:
    """Yield a row for each question of a GIFT text."""
    number, category = 0, ""
    for block in _blocks(text):
        if block.lines and block.lines[0].strip().startswith("$CATEGORY:"):
            category = category_path(block.lines.pop(0).strip().removeprefix("$CATEGORY:"))
        if block.source.strip():
            number += 1
            question = _Question(block, category)
            try:
                yield cleaned_row(question.row(number))
            except InvalidBody as error:
                yield Row(number, problems=error.problems, source=(block.source,))


def _blocks(text: str) -> Iterator[Block]:
    block = Block()
    for line in [*text.split("\n"), ""]:
        if not line.strip():
            yield block
            block = Block()
        elif line.strip().startswith("//"):
            block.comments.append(line.strip().removeprefix("//").strip())
        else:
            block.lines.append(line)


def category_path(words: str) -> str:
    """Return the path of a Moodle category without its context: "$course$/top/A/B" → "A/B"."""
    path = CONTEXT.sub("", words.strip())
    if path != words.strip():
        path = re.sub(r"^top(?:/|$)", "", path)
    return "/".join(part.strip() for part in re.split(r"(?<!/)/(?!/)", path)).replace("//", "／")


class _Question:
    """One question on its way from a block to a row."""

    def __init__(self, block: Block, category: str):
        self.block = block
        self.warnings: list[str] = []
        self.form = "moodle"
        self.extras = self._extras()
        self.own = self.extras is not None
        self.fields: dict[str, Any] = {"category": category} | (self.extras or {})
        self.body_fields = self.fields.pop("body", {})
        self._read_moodle_comments()

    def _read_moodle_comments(self) -> None:
        """Read what Moodle writes into comments: `[id:…]` and `[tag:…]`."""
        comments = " ".join(comment for comment in self.block.comments if not comment.startswith(MARK))
        if identifier := IDENTIFIER.search(comments):
            code = identifier[1].replace("\\]", "]")
            self.fields["code"] = code if len(code) <= MAX_CODE else ""
            if len(code) > MAX_CODE:
                self.warnings.append(_("编号“%(code)s”超过 60 个字，没有导入。") % {"code": code})
        if tags := TAGS.findall(comments):
            self.warnings.append(_("标签没有导入：%(tags)s。") % {"tags": "、".join(tags)})

    def _extras(self) -> dict | None:
        """Return what this platform wrote into a comment, None when there is no such comment."""
        comment = next((c for c in self.block.comments if c.startswith(MARK)), None)
        if comment is None:
            return None
        try:
            return _checked(json.loads(comment.removeprefix(MARK)))
        except (ValueError, TypeError, RecursionError):
            self.warnings.append(_("看不懂这道题的“mingbai:”注释，里面的分数、主题等没有导入。"))
            return {}

    def row(self, number: int) -> Row:
        found, stem, explanation = Found(""), "", ""
        text = ESCAPE.sub(lambda match: ESCAPED[match[1]], re.sub("[\ue010-\ue016]", "", self.block.source)).strip()
        if text.startswith("::") and (end := text.find("::", 2)) > 0:
            text = text[end + 2 :].strip()
        start, end = text.find("{"), text.find("}")
        if start < 0 and end < 0:
            return Row(number, unsupported=_("说明文字（description）"), source=(self.block.source,))
        if start < 0 or end < start or "{" in text[end:] or "}" in text[end + 1 :]:
            found.problems = [_("花括号不成对，或者不止一对。正文里的花括号要写成 \\{ 和 \\}。")]
        else:
            tail = text[end + 1 :]
            stem = self._marked(text[:start] + (moodle_answers.BLANK if tail else "") + tail, stem=True)
            answers, separator, feedback = text[start + 1 : end].strip().rpartition("####")
            explanation = self._marked(feedback) if separator else ""
            found = self._answers(answers.strip() if separator else feedback)
        return self._row(number, found, stem, explanation)

    def _row(self, number: int, found: Found, stem: str, explanation: str) -> Row:
        common = {"source": (self.block.source,), "warnings": (*self.warnings, *found.warnings)}
        if found.problems or not found.body:
            unsupported = "" if found.problems else found.type
            return Row(number, problems=tuple(found.problems), unsupported=unsupported, **common)
        if not self.own:
            stem = moodle_answers.five_lines_to_blank(stem)
        body = found.body | self.body_fields
        return Row(number, QuestionData(found.type, stem, body, explanation=explanation, **self.fields), **common)

    def _marked(self, words: str, *, stem: bool = False) -> str:
        """Return a text that may begin with its form; the stem's form holds for the rest."""
        words, form = words.strip(), self.form
        if match := FORM.match(words):
            form, words = match[1], words[match.end() :]
        if stem:
            self.form = form
        converted = read_text(words.translate(UNPRIVATE).strip(), form)
        self.warnings += [w for w in converted.warnings if w not in self.warnings]
        if converted.images:
            self.warnings.append(_("图片没有导入：GIFT 文件里没有图片本身。"))
        return converted.text

    def _raw(self, words: str) -> str:
        words = words.strip()
        match = FORM.match(words)
        return (words[match.end() :] if match else words).translate(UNPRIVATE).strip()

    def _answers(self, answers: str) -> Found:
        """Return the answer that the braces hold; which type it is follows from the signs, as in Moodle."""
        if not answers:
            return Found(_("论述题（essay）"))
        if problems := moodle_answers.too_many(answers.count("~") + answers.count("=")):
            return Found("", problems=problems)
        if answers.startswith(">"):
            return self._ordering(answers)
        if answers.startswith("#"):
            return self._numeric(answers[1:])
        if "~" in answers:
            return self._choice(answers)
        if "=" in answers and "->" in answers:
            return self._matching(answers)
        if (truth := TRUTH.get(answers.partition("#")[0].strip().upper())) is not None:
            return self._true_false(truth, answers)
        return self._short(answers)

    def _weighted(self, words: str, default: Fraction) -> tuple[str, Fraction]:
        """Split the weight off an answer."""
        words = words.strip()
        if match := WEIGHT.match(words):
            share = share_of_percent(match[1])
            return words[match.end() :], default if share is None else share
        return words, default

    def _choice(self, answers: str) -> Found:
        entries = []
        for entry in filter(str.strip, re.split(r"~|(?==)", answers)):
            right = entry.strip().startswith("=")
            words, share = (entry.strip()[1:], Fraction(1)) if right else self._weighted(entry, Fraction(0))
            text, _sign, feedback = words.partition("#")
            entries.append(Answer(self._marked(text), share, self._marked(feedback)))
        return moodle_answers.choice(entries, single="=" in answers)

    def _short(self, answers: str) -> Found:
        entries = []
        for entry in filter(str.strip, answers.split("=")):
            words, share = self._weighted(entry, Fraction(1))
            text, _sign, feedback = words.partition("#")
            entries.append(Answer(self._raw(text), share, self._marked(feedback)))
        accepted, problems, warnings = moodle_answers.blank(entries)
        return Found("fill_in", {"blanks": [accepted]}, problems, warnings)

    def _numeric(self, answers: str) -> Found:
        answers, _sign, wrong = answers.partition("~")
        entries = []
        for entry in filter(str.strip, answers.split("=")):
            words, share = self._weighted(entry, Fraction(1))
            text, _sign, feedback = words.partition("#")
            value, tolerance = _number(self._raw(text))
            entries.append((Answer(value, share, self._marked(feedback)), tolerance))
        found = moodle_answers.numeric(entries)
        if wrong.partition("#")[2].strip():
            found.warnings.append(_("答错时的反馈没有导入：数值题没有按答案的反馈。"))
        return found

    def _matching(self, answers: str) -> Found:
        found = Found("matching", {"pairs": [], "extra": []})
        for entry in filter(str.strip, answers.split("=")):
            left, sign, right = entry.partition("->")
            left, right = self._marked(left), right.translate(UNPRIVATE).strip()
            if not sign:
                found.problems.append(_("配对“%(pair)s”里没有“->”。") % {"pair": left})
            elif left:
                found.body["pairs"].append([left, right])
            else:
                found.body["extra"].append(right)
        return found

    def _true_false(self, right: bool, answers: str) -> Found:
        said = [self._marked(words) for words in answers.split("#", 2)[1:]] + ["", ""]
        return Found("true_false", {"right": right, "feedback": {_side(not right): said[0], _side(right): said[1]}})

    def _ordering(self, answers: str) -> Found:
        """Moodle's ordering plugin writes `{>2 none` and one item a line."""
        match = ORDERING.match(answers)
        lines = match[1].split("\n") if match else []
        return Found("ordering", {"items": [words for words in map(self._marked, lines) if words]})


def _side(value: bool) -> str:
    return "true" if value else "false"


def _number(words: str) -> tuple[str, str]:
    """Return value and tolerance of `value`, `value:tolerance` or `low..high`; what is no number stays as it is."""
    low, dots, high = words.partition("..")
    if not (dots and low.strip()):
        value, _colon, tolerance = words.partition(":")
        return value, tolerance
    least, most = number_of(low), number_of(high)
    if least is None or most is None:
        return words, ""
    return decimal_text((least + most) / 2), decimal_text((most - least) / 2)


def _checked(extras: Any) -> dict:
    """Return the fields of the comment as QuestionData takes them; raise ValueError or TypeError."""
    kinds = {
        "points": int,
        "difficulty": str,
        "topics": list,
        "audiences": list,
        "law": str,
        "checked_on": str,
        "lesson": str,
        "category": str,
        "body": dict,
    }
    if not isinstance(extras, dict) or any(
        not isinstance(value, kinds[k]) for k, value in extras.items() if k in kinds
    ):
        raise TypeError
    fields = {name: value for name, value in extras.items() if name in kinds}
    for name in ("topics", "audiences"):
        if name in fields:
            fields[name] = tuple(str(slug) for slug in fields[name])
    if "checked_on" in fields:
        fields["checked_on"] = date.fromisoformat(fields["checked_on"])
    if "body" in fields:
        fields["body"] = {k: v for k, v in fields["body"].items() if isinstance(v, BODY_FIELDS.get(k, ()))}
    return fields
