"""Reads one <question> of Moodle XML into a row. See moodle_writer.py for what this platform adds to a file of its own."""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ..question_data import LIMITS, Picture, QuestionData, Row, cleaned_row
from ..question_types import InvalidBody
from . import moodle_cases
from .html_text import Converted, Image, read_text
from .moodle_answers import Found, five_lines_to_blank, number_of, too_many
from .moodle_types import NOT_HERE, READERS
from .moodle_writer import LAW_LABEL, TAG
from .xml_tree import once, words_at

FORMS = {
    "html": "html",
    "plain_text": "plain",
    "markdown": "markdown",
    "moodle_auto_format": "moodle",
    "wiki_like": "moodle",
}
LISTS = {"topic": "topics", "audience": "audiences"}
FEEDBACKS = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
# What Moodle itself puts there; nobody wrote it and nobody misses it.
STANDARD = re.compile(
    r"(your answer is (partially |in)?correct|your response is (partially |in)?correct"
    r"|well done!|parts, but only parts, of your response are correct|that is not right at all"
    r"|(您的|你的)?(回答|答案)(是)?(部分)?(不)?(正确|错误)(的)?)[.。!！]?",
    re.IGNORECASE,
)
FILE_ADDRESS = "@@PLUGINFILE@@/"
ANSWERS = ("answer", "subquestion", "selectoption", "dragbox")
MAX_CODE = LIMITS["code"]


class MoodleQuestion:
    """One question on its way from XML to a row. Handlers of types read texts through it, so that warnings gather here."""

    def __init__(self, element: Element, category: str):
        self.element, self.category = element, category
        self.type = element.get("type", "")
        self.warnings: list[str] = []
        self.tags: dict[str, Any] = {}
        self._read_tags()
        self.own = bool(self.tags)
        self.form = self._form(element.find("questiontext"), "html")

    def _read_tags(self) -> None:
        others = []
        for element in [*self.element.findall("tags/tag"), *self.element.findall("coursetags/tag")]:
            words = words_at(element, "text")
            name, sign, value = words.removeprefix(TAG).partition("=")
            if not (words.startswith(TAG) and sign):
                others.append(words)
            elif name in LISTS:
                self.tags.setdefault(LISTS[name], []).append(value)
            else:
                self.tags[name] = value
        if any(others):
            self.warnings.append(_("标签没有导入：%(tags)s。") % {"tags": "、".join(filter(None, others))})

    def _form(self, element: Element | None, default: str) -> str:
        return FORMS.get(element.get("format", ""), default) if element is not None else default

    def markup(self, path: str) -> str:
        """Return the raw text of an element of this question."""
        return words_at(self.element, f"{path}/text")

    def convert(self, words: str, form: str) -> Converted:
        converted = read_text(words, form)
        self.warnings += converted.warnings
        return converted

    def text(self, element: Element | None) -> str:
        """Return a text of an answer or a feedback; pictures in it are named as lost."""
        if element is None:
            return ""
        converted = self.convert(words_at(element, "text"), self._form(element, self.form))
        if converted.images:
            self.warnings.append(_("选项、反馈和解析里的图片没有导入，只有题干可以带图片。"))
        return converted.text

    def plain(self, element: Element) -> str:
        """Return a text that Moodle compares or shows as it stands."""
        return words_at(element, "text")

    def row(self, number: int) -> Row:
        common: dict[str, Any] = {
            "source": (self.markup("name"), self.markup("questiontext") or words_at(self.element, "questiontext"))
        }
        reader = READERS.get(self.type)
        if reader is None:
            label = NOT_HERE.get(self.type)
            return Row(number, unsupported=f"{label}（{self.type}）" if label else self.type or "?", **common)
        try:
            found = self._found(reader)
            question = None if found.problems else self._question(found)
        except InvalidBody as error:
            return Row(number, problems=error.problems, **common)
        warnings = once([*self.warnings, *found.warnings])
        return cleaned_row(Row(number, question, problems=once(found.problems), warnings=warnings, **common))

    def _found(self, reader: Callable[["MoodleQuestion"], Found]) -> Found:
        problems = too_many(sum(child.tag in ANSWERS for child in self.element))
        return Found("", problems=problems) if problems else reader(self)

    def _question(self, found: Found) -> QuestionData:
        body = dict(found.body)
        points = self._points(body.pop("points", None))
        stem, picture = self._stem(body.pop("stem", None))
        self._name_what_is_lost()
        law, explanation = self._explanation(body)
        return QuestionData(
            type=found.type,
            stem=stem,
            body=body,
            points=points,
            explanation=explanation,
            law=law,
            picture=picture,
            code=self._code(),
            **self._fields(),
        )

    def _stem(self, given: str | None) -> tuple[str, Picture | None]:
        """Return the stem and its picture. `given` is the HTML of the stem where the type's reader took it apart (cloze)."""
        converted = self.convert(self.markup("questiontext") if given is None else given, self.form)
        stem = converted.text if self.own else five_lines_to_blank(converted.text)
        return stem, self._picture(converted.images)

    def _picture(self, images: tuple[Image, ...]) -> Picture | None:
        legacy = words_at(self.element, "image_base64")
        pictures = [picture for image in images if (picture := self._load(image))]
        if legacy and not images:
            content = self._decoded(legacy, words_at(self.element, "image"))
            pictures += (
                [Picture(PurePosixPath(words_at(self.element, "image")).name or "image", content)] if content else []
            )
        if len(pictures) > 1:
            self.warnings.append(_("题干有 %(count)d 张图片，只导入了第一张。") % {"count": len(pictures)})
        return pictures[0] if pictures else None

    def _load(self, image: Image) -> Picture | None:
        if match := re.match(r"data:image/(\w+);base64,", image.source):
            content = self._decoded(image.source[match.end() :], "data:")
            return Picture(f"image.{match[1]}", content, image.alt) if content else None
        name = unquote(image.source.removeprefix(FILE_ADDRESS))
        file = next((f for f in self.element.findall("questiontext/file") if _file_path(f) in (name, f"/{name}")), None)
        if file is None or not image.source.startswith(FILE_ADDRESS):
            self.warnings.append(_("图片“%(name)s”不在文件里，没有导入。") % {"name": name[:100]})
            return None
        content = self._decoded(file.text or "", name)
        return Picture(PurePosixPath(name).name, content, image.alt) if content else None

    def _decoded(self, words: str, name: str) -> bytes:
        try:
            content = b64decode(re.sub(r"\s", "", words), validate=True)
        except (Base64Error, ValueError):
            content = b""
        if not content:
            self.warnings.append(_("图片“%(name)s”损坏了，没有导入。") % {"name": name[:100]})
        return content

    def _explanation(self, body: dict) -> tuple[str, str]:
        """Return law and explanation out of the general feedback; parts of a case study take theirs."""
        feedback = self.element.find("generalfeedback")
        form = self._form(feedback, self.form)
        words = words_at(feedback, "text") if feedback is not None else ""
        words, laws = moodle_cases.take_marked(words, "p", "mingbai-law")
        words = moodle_cases.take_part_feedback(words, body)
        converted = self.convert(words, form)
        if converted.images:
            self.warnings.append(_("选项、反馈和解析里的图片没有导入，只有题干可以带图片。"))
        law = read_text(laws[0][1], "html").text.removeprefix(LAW_LABEL) if laws else ""
        return law, converted.text

    def _points(self, given: int | None) -> int:
        if "points" in self.tags and self.tags["points"].isdecimal():
            return int(self.tags["points"][:6])
        if given is not None:
            return given
        words = words_at(self.element, "defaultgrade") or "1"
        grade = number_of(words)
        if grade is None or abs(grade) > 10**6:
            self.warnings.append(_("分数“%(grade)s”看不懂，改成了 1 分。") % {"grade": words[:20]})
            return 1
        points = max(1, int(grade.to_integral_value(ROUND_HALF_UP)))
        if points != grade:
            self.warnings.append(
                _("原来是 %(grade)s 分，本平台的分数是整数，改成了 %(points)d 分。")
                % {"grade": f"{grade.normalize():f}", "points": points}
            )
        return points

    def _code(self) -> str:
        code = words_at(self.element, "idnumber")
        if len(code) > MAX_CODE:
            self.warnings.append(_("编号“%(code)s”超过 60 个字，没有导入。") % {"code": code})
            return ""
        return code

    def _fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"category": self.tags.get("category", self.category)}
        fields |= {name: tuple(self.tags[name]) for name in LISTS.values() if name in self.tags}
        fields |= {name: self.tags[name] for name in ("difficulty", "lesson") if name in self.tags}
        if checked_on := self.tags.get("checked_on"):
            try:
                fields["checked_on"] = date.fromisoformat(checked_on)
            except ValueError:
                self.warnings.append(_("核对日期“%(date)s”看不懂，没有导入。") % {"date": checked_on})
        return fields

    def _name_what_is_lost(self) -> None:
        if words_at(self.element, "hidden") in ("1", "true"):
            self.warnings.append(_("这道题在原平台是隐藏的。"))
        if self.element.find("hint") is not None:
            self.warnings.append(_("提示（hint）没有导入。"))
        said = [read_text(self.markup(name), "html").text for name in FEEDBACKS]
        if any(words and not STANDARD.fullmatch(words) for words in said):
            self.warnings.append(_("“全对、部分对、全错”时的总反馈没有导入。"))


def _file_path(file: Element) -> str:
    return (
        (file.get("path") or "/").strip("/")
        + ("/" if (file.get("path") or "/").strip("/") else "")
        + file.get("name", "")
    )
