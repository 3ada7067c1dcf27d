"""QTI 2.1, 2.2 and 3.0 of 1EdTech (https://www.1edtech.org/standards/qti): single items and content packages; reading only.

An item with one choice, order or match interaction, or with text entries, is a question here; other interactions are named. A package is
a zip with imsmanifest.xml, whose resources list the items; pictures are taken out of it.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.checks.documents import check_zip

from ..question_data import Row, UnreadableFile
from .base import Format
from .qti_items import QtiItem
from .qti_tree import normalise
from .safe_files import MAX_UNPACKED, check_size
from .xml_tree import parse_xml

MANIFEST = "imsmanifest.xml"
ITEM, TEST = "assessmentItem", "assessmentTest"
OLD = "questestinterop"
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Qti(Format):
    code = "qti"
    label = gettext_lazy("QTI 2.1–3.0")
    carries = gettext_lazy("只能导入：单选、多选、排序、配对、填空和数值题，含题干图片。")
    extensions = ("zip", "xml")
    can_write = False

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        check_size(content)
        if content.startswith(b"PK"):
            yield from _Package(content).rows()
        else:
            root = normalise(parse_xml(content))
            _check_root(root)
            yield QtiItem(root, lambda _source: None).row(1, name)


def _check_root(root: Element) -> None:
    if root.tag == OLD:
        raise UnreadableFile(_("这是 QTI 1.2 文件，只能导入 2.1、2.2 和 3.0。"))
    if root.tag == TEST:
        raise UnreadableFile(_("这是一份试卷的目录，题目在别的文件里。请导入整个压缩包（.zip）。"))
    if root.tag != ITEM:
        raise UnreadableFile(_("不是 QTI 题目：最外层是 <%(tag)s>。") % {"tag": root.tag})


class _Package:
    """A content package that was checked before anything in it is unpacked."""

    def __init__(self, content: bytes):
        try:
            self.zip = zipfile.ZipFile(BytesIO(content))
            check_zip(self.zip, MAX_UNPACKED)
        except BROKEN as error:
            raise UnreadableFile(_("压缩包损坏了，打不开。")) from error
        except ValidationError as error:
            raise UnreadableFile(error.messages[0]) from error
        self.names = set(self.zip.namelist())

    def rows(self) -> Iterator[Row]:
        found = next((n for n in sorted(self.names, key=len) if posixpath.basename(n).lower() == MANIFEST), None)
        if found is None:
            raise UnreadableFile(_("压缩包里没有 imsmanifest.xml，不是 QTI 内容包。"))
        manifest = normalise(parse_xml(self._bytes(found)))
        folder = posixpath.dirname(found)
        paths = [
            posixpath.normpath(posixpath.join(folder, unquote(resource.get("href") or "")))
            for resource in manifest.iter("resource")
            if (resource.get("type") or "").startswith("imsqti_item")
        ]
        if not paths:
            raise UnreadableFile(_("内容包的目录里没有题目。"))
        for number, path in enumerate(paths, 1):
            yield self._row(number, path)

    def _row(self, number: int, path: str) -> Row:
        if path not in self.names:
            return Row(number, problems=(_("压缩包里没有“%(path)s”这个文件。") % {"path": path},), source=(path,))
        try:
            root = normalise(parse_xml(self._bytes(path)))
            _check_root(root)
        except UnreadableFile as error:
            return Row(number, problems=(str(error),), source=(path,))
        folder = posixpath.dirname(path)
        return QtiItem(root, lambda source: self._file(folder, source)).row(number, path)

    def _file(self, folder: str, source: str) -> bytes | None:
        path = posixpath.normpath(posixpath.join(folder, unquote(source)))
        try:
            return self._bytes(path) if path in self.names else None
        except UnreadableFile:
            return None

    def _bytes(self, path: str) -> bytes:
        try:
            return self.zip.read(path)
        except BROKEN as error:
            raise UnreadableFile(_("压缩包里的“%(path)s”损坏了。") % {"path": path}) from error
