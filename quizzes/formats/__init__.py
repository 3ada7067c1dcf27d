"""The registry of file formats for questions: `format_named("xlsx")`, `guess_format(name, content)`."""

import codecs
import re

from django.utils.translation import gettext as _

from ..question_data import UnreadableFile
from .aiken import Aiken
from .base import Format, extension_of, is_refused, reason_of
from .excel import Excel
from .excel_template import template
from .gift import Gift
from .moodle_xml import MoodleXml
from .qti import Qti
from .teacher_text import TeacherText
from .word import Word

FORMATS: dict[str, Format] = {
    fmt.code: fmt for fmt in (Excel(), Word(), TeacherText(), Aiken(), Gift(), MoodleXml(), Qti())
}
OLD = {"xls": "xlsx", "et": "xlsx", "csv": "xlsx", "ods": "xlsx", "doc": "docx", "wps": "docx", "rtf": "docx"}
START = 64 * 1024  # bytes looked at
GIFT = re.compile(r"^\s*(?:\$CATEGORY:|::[^:\n]+::|//)|\{\s*(?:[=~#]|T\}|F\}|TRUE\}|FALSE\}|\})", re.MULTILINE)
AIKEN = re.compile(r"^\s*ANSWER\s*[:：]\s*[A-Z]\s*$", re.MULTILINE)


def format_named(code: str) -> Format:
    """Return the format with this code; KeyError for an unknown one."""
    return FORMATS[code]


def guess_format(name: str, content: bytes) -> Format:
    """Return the format of a file by its name, and by its first words where the name does not tell. Raises UnreadableFile."""
    extension = extension_of(name)
    if extension in OLD:
        raise UnreadableFile(
            _("不能导入 .%(old)s 文件，请另存为 .%(new)s 再上传。") % {"old": extension, "new": OLD[extension]}
        )
    fitting = [fmt for fmt in FORMATS.values() if extension in fmt.extensions]
    if not fitting:
        known = "、".join(dict.fromkeys(f".{end}" for fmt in FORMATS.values() for end in fmt.extensions))
        raise UnreadableFile(_("不认识这种文件。可以导入 %(known)s。") % {"known": known})
    if len(fitting) == 1:
        return fitting[0]
    start = beginning(content)
    if extension == "xml":
        return FORMATS["moodle-xml" if re.search(r"<quiz[\s>]", start) else "qti"]
    return FORMATS["gift" if GIFT.search(start) else "aiken" if AIKEN.search(start) else "text"]


def beginning(content: bytes) -> str:
    """Return a file's first words, as far as they can be read."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content[:START].decode("utf-16" if wide else "utf-8-sig", "ignore")


__all__ = ["FORMATS", "Format", "format_named", "guess_format", "is_refused", "reason_of", "template"]
