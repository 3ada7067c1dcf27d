"""GIFT, the text format of Moodle: https://docs.moodle.org/en/GIFT_format.

GIFT has a question's name, text, answers, feedback and general feedback (our explanation). What it lacks (points, difficulty,
topics, audiences, law, its date, the lesson, the scoring rule, a fixed order of options, units) is written as a comment line above the
question, `// mingbai: {"points": 5}`, so that reading gives back exactly what was written and other systems skip it. The code
is Moodle's own `// [id:code]`; a question's ::name:: is a heading for people, not unique in real files, and not read as the code.
Texts are written as [plain], those with emphasis as [html].
"""

import json
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..question_data import QuestionData, Row
from ..question_types import question_type
from ..text import EMPHASIS, inline_html
from . import moodle_answers
from .base import Format
from .gift_reader import MARK, category_path, read_gift
from .moodle_answers import Answer, percent
from .safe_files import text_from

RESERVED = str.maketrans({sign: f"\\{sign}" for sign in "\\#=~{}:"} | {"\n": "\\n"})
# What HTML reads otherwise than plain text.
PLAIN_SIGNS = re.compile(r"[<>&\n]")
ROOT, UNSORTED = "$course$/top", "未分类"
WRITTEN = ("single_choice", "multiple_choice", "true_false", "fill_in", "numeric", "matching")


class Gift(Format):
    code = "gift"
    label = gettext_lazy("GIFT（Moodle 文本）")
    carries = gettext_lazy("单选、多选、判断、一个空的填空、数值、配对题的全部内容，不含图片。")
    extensions = ("gift", "txt")

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        yield from read_gift(text_from(content))

    def cannot_write(self, question: QuestionData) -> str:
        body = question.body
        if question.type not in WRITTEN:
            return _("GIFT 没有%(type)s。") % {"type": question_type(question.type).label}
        if question.picture:
            return _("GIFT 不能带图片。")
        if question.type == "fill_in" and len(body["blanks"]) > 1:
            return _("GIFT 的填空题只能有一个空。")
        if moodle_answers.unlisted(question.type, body):
            return _("有的分值比例不在 Moodle 认可的比例之内。")
        if question.type == "fill_in" and any("->" in a.text for a in moodle_answers.blank_answers(body["blanks"][0])):
            return _("GIFT 会把含有“->”的填空答案当成配对题。")
        if question.type == "matching" and any("->" in inline_html(left) or "->" in left for left, _r in body["pairs"]):
            return _("GIFT 的配对题左边不能有“->”。")
        return ""

    def write(self, questions: Iterable[QuestionData]) -> bytes:
        blocks, category, path = [], "", ""
        for question in questions:
            if self.cannot_write(question):
                continue
            if question.category != category:
                category = question.category
                path = f"{ROOT}/{category or UNSORTED}".replace("\n", " ")
                blocks.append(f"$CATEGORY: {path}")
            blocks.append(_block(question, {} if category_path(path) == category else {"category": category}))
        return ("\n\n".join(blocks) + "\n").encode()


def _block(question: QuestionData, extras: dict) -> str:
    extras |= {
        name: value
        for name, value in {
            "points": question.points if question.points != 1 else None,
            "difficulty": question.difficulty if question.difficulty != "medium" else None,
            "topics": list(question.topics),
            "audiences": list(question.audiences),
            "law": question.law,
            "checked_on": question.checked_on and question.checked_on.isoformat(),
            "lesson": question.lesson,
            "body": {name: question.body[name] for name in ("rule", "keep_order", "units") if name in question.body},
        }.items()
        if value
    }
    identifier = question.code.replace("]", "\\]")
    lines = [f"// [id:{identifier}]"] if question.code else []
    lines.append(f"// {MARK} {json.dumps(extras, ensure_ascii=False)}")
    title = f"::{question.code.translate(RESERVED)}::" if question.code else ""
    form = _form(question.stem)
    answers = WRITERS[question.type](question.body, form)
    if question.explanation:
        answers.append("####" + _text(question.explanation, form))
    joined = "".join(answers) if question.type == "true_false" else "\n".join([*answers, ""])
    lines.append(f"{title}[{form}]{_words(question.stem, form)}{{{joined}}}")
    return "\n".join(lines)


def _form(words: str) -> str:
    return "html" if EMPHASIS.search(words) else "plain"


def _words(words: str, form: str) -> str:
    return (str(inline_html(words)) if form == "html" else words).translate(RESERVED)


def _text(words: str, base: str) -> str:
    """Return a text with its form where that is not the question's, or where its own words look like one."""
    form = "html" if base == "html" and not PLAIN_SIGNS.search(words) else _form(words)
    written = _words(words, form)
    return f"[{form}]{written}" if form != base or written.startswith("[") else written


def _feedback(words: str, base: str) -> str:
    return f"#{_text(words, base)}" if words else ""


def _choice(body: dict, form: str) -> list[str]:
    lines = []
    for option, share in zip(body["options"], moodle_answers.choice_shares(body), strict=True):
        words = _text(option["text"], form)
        if share == 1 and "rule" not in body:
            sign = "="
        elif share == 0 and not words.startswith("%"):
            sign = "~"
        else:
            sign = f"~%{percent(share)}%"
        lines.append(f"{sign}{words}{_feedback(option.get('feedback', ''), form)}")
    return ["", *lines]


def _true_false(body: dict, form: str) -> list[str]:
    said = body.get("feedback", {})
    wrong, right = (
        _feedback(said.get(side, ""), form) for side in (("false", "true") if body["right"] else ("true", "false"))
    )
    return [("TRUE" if body["right"] else "FALSE") + (wrong or ("#" if right else "")) + right]


def _weighted(answer: Answer, words: str) -> str:
    return f"=%{percent(answer.share)}%{words}" if answer.share != 1 or words.startswith("%") else f"={words}"


def _fill_in(body: dict, form: str) -> list[str]:
    answers = moodle_answers.blank_answers(body["blanks"][0])
    return ["", *(_weighted(answer, _raw(answer.text)) for answer in answers)]


def _raw(words: str) -> str:
    """Return words that no form applies to."""
    return ("[plain]" if words.startswith("[") else "") + words.translate(RESERVED)


def _numeric(body: dict, form: str) -> list[str]:
    lines = [
        _weighted(Answer("", moodle_answers.Fraction(entry.get("weight", 1))), f"{entry['value']}:{entry['tolerance']}")
        for entry in body["answers"]
    ]
    return ["#", *lines]


def _matching(body: dict, form: str) -> list[str]:
    pairs = [f"={_text(left, form)} -> {right.translate(RESERVED)}" for left, right in body["pairs"]]
    return ["", *pairs, *(f"= -> {right.translate(RESERVED)}" for right in body.get("extra", []))]


WRITERS = {
    "single_choice": _choice,
    "multiple_choice": _choice,
    "true_false": _true_false,
    "fill_in": _fill_in,
    "numeric": _numeric,
    "matching": _matching,
}
