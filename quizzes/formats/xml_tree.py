"""XML from outside as a tree: no document types, no entities, limited in size, elements and depth."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.utils.translation import gettext as _

from ..question_data import UnreadableFile
from .safe_files import text_from

MAX_ELEMENTS = 500_000
MAX_DEPTH = 100
DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")


def parse_xml(content: bytes) -> Element:
    """Return the root of an XML document in UTF-8, GB18030 or UTF-16; raise UnreadableFile."""
    text = DECLARATION.sub("", text_from(content), count=1)
    if text.count("<") > MAX_ELEMENTS * 2:
        raise UnreadableFile(_("文件的内容太多，读不了。请分成几个文件。"))
    try:
        root = fromstring(text, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile(_("文件里有不安全的 XML 声明，不能导入。")) from error
    except (ParseError, ValueError) as error:
        raise UnreadableFile(_("不是完整的 XML 文件：%(error)s") % {"error": error}) from error
    level = [root]
    for _depth in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise UnreadableFile(_("文件里的 XML 嵌套得太深，不能导入。"))


def words_at(element: Element, path: str) -> str:
    """Return the text at a path, "" where there is none."""
    return (element.findtext(path) or "").strip()


def once(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return sentences without repeats."""
    return tuple(dict.fromkeys(sentences))
