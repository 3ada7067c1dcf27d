"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. Reading: moodle_reader.py; writing: moodle_writer.py.

Every type but three shapes can be written: a share that Moodle's list lacks, a unit whose factor has no short inverse, a case study
with parts that a cloze question cannot hold. Fill-in questions of several blanks and case studies are cloze questions in Moodle. Moodle
has fractions only: of our rules for multiple choice, per_option and weights mean the same there; all_or_nothing and
half_if_incomplete give an incomplete answer its parts in Moodle (a wrong option takes all marks away), and come back here by their tag.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..question_data import QuestionData, Row, UnreadableFile
from . import moodle_answers
from .base import Format
from .gift_reader import category_path
from .moodle_reader import MoodleQuestion
from .moodle_types import factor_of
from .moodle_writer import PART_GAPS, TAG, category_element, multiplier_text, write_question
from .xml_tree import parse_xml, words_at

ROOT = "$course$/top"
UNSORTED = "未分类"


class MoodleXml(Format):
    code = "moodle-xml"
    label = gettext_lazy("Moodle XML")
    carries = gettext_lazy("全部内容，含图片；不能用完形填空表示的案例题除外。")
    extensions = ("xml",)

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        root = parse_xml(content)
        if root.tag != "quiz":
            raise UnreadableFile(_("不是 Moodle XML 文件：最外层是 <%(tag)s>，应该是 <quiz>。") % {"tag": root.tag})
        number, category = 0, ""
        for element in root.findall("question"):
            if element.get("type") == "category":
                category = category_path(words_at(element, "category/text") or words_at(element, "category"))
                continue
            number += 1
            yield MoodleQuestion(element, category).row(number)

    def cannot_write(self, question: QuestionData) -> str:
        if question.type == "case_study":
            reasons = (self._cannot_write_part(part) for part in question.body["parts"])
            return next((f"({n}) {reason}" for n, reason in enumerate(reasons, 1) if reason), "")
        return _reason(question.type, question.body)

    def _cannot_write_part(self, part: dict) -> str:
        kind, body = part["type"], part["body"]
        if kind != "fill_in" and kind not in PART_GAPS:
            return _("Moodle 的完形填空里不能有排序题和配对题。")
        if kind == "numeric" and len(body.get("units", [])) > 1:
            return _("Moodle 的完形填空里数值只能有一个单位。")
        if kind == "fill_in" and part["points"] % len(body["blanks"]):
            return _("小题的分数不能平分给每个空。")
        return _reason(kind, body)

    def write(self, questions: Iterable[QuestionData]) -> bytes:
        written, category, path = [], "", ""
        for question in questions:
            if self.cannot_write(question):
                continue
            if question.category != category:
                category = question.category
                path = f"{ROOT}/{category or UNSORTED}"
                written.append(category_element(path))
            extra = [] if category_path(path) == category else [f"{TAG}category={category}"]
            written.append(write_question(question, extra))
        return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(written) + "\n</quiz>\n").encode()


def _reason(kind: str, body: dict) -> str:
    if moodle_answers.unlisted(kind, body):
        return _("有的分值比例不在 Moodle 认可的比例之内。")
    for unit in body.get("units", []):
        if factor_of(multiplier_text(unit["factor"])) != unit["factor"]:
            return _("单位“%(unit)s”的换算系数除不尽，Moodle 存不下。") % {"unit": unit["name"]}
    return ""
