"""Aiken, the plainest text format: a stem, options A. B. C., and a line "ANSWER: B". Single choice alone.

https://docs.moodle.org/en/Aiken_format
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..question_data import QuestionData, Row, UnreadableFile, cleaned_row
from ..question_types.base import letter
from .base import Format
from .safe_files import text_from
from .text_lines import half

OPTION = re.compile(r"([A-ZＡ-Ｚ])\s*[.)）．、:：]\s*(.*)")
ANSWER = re.compile(r"(?:ANSWER|答案)\s*[:：]\s*(.*)", re.IGNORECASE)


@dataclass
class Entry:
    """The lines of one question."""

    stem: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    answer: str | None = None
    source: list[str] = field(default_factory=list)


class Aiken(Format):
    code = "aiken"
    label = gettext_lazy("Aiken 文本")
    carries = gettext_lazy("单选题的题干、选项和答案；没有解析、反馈、分数、分类等。")
    extensions = ("txt",)

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        ordinal = 0
        for ordinal, entry in enumerate(entries_of(text_from(content).split("\n")), 1):
            yield cleaned_row(row_of(ordinal, entry))
        if not ordinal:
            raise UnreadableFile(_("没有认出题目。Aiken 的每道题要有选项 A. B. 和一行 ANSWER: B。"))

    def write(self, questions: Iterable[QuestionData]) -> bytes:
        return "\n".join(text_of(question) for question in questions if not self.cannot_write(question)).encode()

    def cannot_write(self, question: QuestionData) -> str:
        if question.type != "single_choice":
            return _("Aiken 只能写单选题。")
        options = question.body["options"]
        if any("\n" in words for words in (question.stem, *(option["text"] for option in options))):
            return _("Aiken 的题干和选项都只能是一行。")
        if OPTION.match(question.stem) or ANSWER.match(question.stem):
            return _("题干的开头像选项或答案，Aiken 分不清。")
        if any("weight" in option for option in options):
            return _("Aiken 写不了部分得分的选项。")
        if question.body.get("keep_order"):
            return _("Aiken 写不了“选项顺序固定”。")
        return ""


def text_of(question: QuestionData) -> str:
    options = question.body["options"]
    lines = [f"{letter(number)}. {option['text']}" for number, option in enumerate(options)]
    right = next(number for number, option in enumerate(options) if option.get("right"))
    return "\n".join((question.stem, *lines, f"ANSWER: {letter(right)}", ""))


def entries_of(lines: list[str]) -> Iterator[Entry]:
    """Yield the questions: each ends with its ANSWER, or before a blank line and a new stem when it has none."""
    entry, after_blank = Entry(), False
    for line in (line.strip() for line in lines):
        if not line:
            after_blank = True
            continue
        answer, option = ANSWER.fullmatch(line), OPTION.fullmatch(line)
        if not answer and not option and entry.options and after_blank:
            yield entry
            entry = Entry()
        after_blank = False
        entry.source.append(line)
        if answer:
            entry.answer = answer[1]
            yield entry
            entry = Entry()
        elif option and (entry.stem or entry.options):
            entry.letters.append(half(option[1]))
            entry.options.append(option[2])
        elif entry.options:
            entry.options[-1] += "\n" + line
        else:
            entry.stem.append(line)
    if entry.source:
        yield entry


def row_of(ordinal: int, entry: Entry) -> Row:
    problems, source = [], ("\n".join(entry.source),)
    marks = [letter(number) for number in range(len(entry.options))]
    answer = half(entry.answer or "").strip(" .。").upper()
    if not entry.options:
        problems.append(_("没有选项。选项要以 A. B. 开头。"))
    elif entry.letters != marks:
        problems.append(_("选项的字母要从 A 起依次写。"))
    if entry.answer is None:
        problems.append(_("没有 ANSWER 一行。"))
    elif answer not in marks and entry.options:
        problems.append(_("答案“%(answer)s”不是一个选项的字母；Aiken 只能有一个答案。") % {"answer": entry.answer[:40]})
    if problems:
        return Row(number=ordinal, problems=tuple(problems), source=source)
    options = [{"text": words, "right": sign == answer} for words, sign in zip(entry.options, marks, strict=True)]
    question = QuestionData(type="single_choice", stem="\n".join(entry.stem), body={"options": options})
    return Row(number=ordinal, question=question, source=source)
