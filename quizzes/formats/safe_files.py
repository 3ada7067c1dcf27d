"""Files from outside: what they hold is limited and checked before any parser sees them.

Office packages go through the checks of uploaded documents (media/checks/documents.py); on top of these, each part has a limit
that follows from how its parser builds objects, and no part may declare a document type, so there are no entities at all.
"""

import codecs
import zipfile
from io import BytesIO

import openpyxl
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from media.checks.documents import check_package, decoded

from ..question_data import UnreadableFile

MAX_FILE = 20 * 1024 * 1024
MAX_UNPACKED = 60 * 1024 * 1024
# Bytes of one XML part. Styles and the like become an object for every element; sheets and strings are read as a stream.
MAX_PART = {"xlsx": 1024 * 1024, "docx": 10 * 1024 * 1024}
STREAMED = ("xl/worksheets/", "xl/sharedstrings")
MAX_MARKS = 2_000_000  # "<" in one streamed part: what bounds the elements of a single row
CHUNK = 256 * 1024

if not openpyxl.DEFUSEDXML:
    raise ImportError("openpyxl does not use defusedxml: install it, and leave OPENPYXL_DEFUSEDXML alone.")


def check_size(content: bytes) -> None:
    """Raise UnreadableFile for an empty file or one of more than 20 MB."""
    if not content:
        raise UnreadableFile(_("文件是空的。"))
    if len(content) > MAX_FILE:
        raise UnreadableFile(_("文件太大，最大 %(limit)d MB。") % {"limit": MAX_FILE // 1024 // 1024})


def text_from(content: bytes) -> str:
    """Return the text of a file, line breaks as \\n: UTF-8, GB18030, or UTF-16 with its mark. Raises UnreadableFile."""
    check_size(content)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            text = None
    else:
        text = decoded(content.removeprefix(codecs.BOM_UTF8))
    if text is None or "\0" in text:
        raise UnreadableFile(_("不是文本文件，或者文字编码不是 UTF-8 或 GB18030。请另存为 UTF-8 再上传。"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def open_package(content: bytes, extension: str) -> BytesIO:
    """Return an Office package (xlsx, docx) that is safe to hand to its parser. Raises UnreadableFile."""
    check_size(content)
    try:
        check_package(BytesIO(content), extension, most=MAX_UNPACKED)
    except ValidationError as error:
        raise UnreadableFile(error.messages[0]) from error
    with zipfile.ZipFile(BytesIO(content)) as package:
        for part in package.infolist():
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                check_part(package, part, extension)
    return BytesIO(content)


def check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, extension: str) -> None:
    """Refuse an XML part that is too large for its parser or that declares a document type."""
    if part.filename.lower().startswith(STREAMED):
        with package.open(part) as stream:
            marks = sum(chunk.count(b"<") for chunk in iter(lambda: stream.read(CHUNK), b""))
        too_large = marks > MAX_MARKS
    else:
        too_large = part.file_size > MAX_PART[extension]
    if too_large:
        raise UnreadableFile(_("文件的内容太多，读不了。请分成几个文件。"))
    with package.open(part) as stream:
        check_prolog(stream)


def check_prolog(stream) -> None:
    """Read XML up to its root element; raise UnreadableFile for a document type (and so for any entity) or no XML."""
    try:
        next(iterparse(stream, events=("start",), forbid_dtd=True), None)
    except DefusedXmlException as error:
        raise UnreadableFile(_("文件里有不安全的 XML 声明，不能导入。")) from error
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableFile(_("文件损坏或不完整，打不开。请重新保存再上传。")) from error
