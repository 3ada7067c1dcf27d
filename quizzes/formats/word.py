"""Question papers in Word: the document is turned into the lines that a person sees, then read as teacher's text.

Automatic numbers are counted and written out, tables become lines, underlined gaps become blanks, pictures stay with their
question. Colours and bold type are not trusted as a mark of the right answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from ..question_data import Picture, Row, UnreadableFile
from .base import Format
from .safe_files import open_package
from .teacher_text import paper_rows
from .text_lines import Line, clean_line

MAX_PICTURE = 10 * 1024 * 1024  # bytes
CHINESE = "〇一二三四五六七八九"
GAP = "____"
VML_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
HIDDEN = (qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


class Word(Format):
    code = "docx"
    label = gettext_lazy("Word 文档")
    carries = gettext_lazy(
        "单选题、多选题、判断题、填空题：题干、选项、答案、解析、难度、分数、分类、法律依据，和题干的图片。"
    )
    extensions = ("docx",)
    can_write = False

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        package = open_package(content, "docx")
        try:
            lines = list(document_lines(Document(package)))
        except UnreadableFile:
            raise
        except Exception as error:
            # python-docx raises whatever a malformed part makes it stumble over.
            raise UnreadableFile(_("文档打不开，文件可能坏了。请用 Word 重新保存。")) from error
        yield from paper_rows(lines)


def document_lines(document: DocumentType) -> Iterator[Line]:
    """Yield what the document shows, line by line, in order."""
    yield from inner_lines(document.element.body, document, Numbering(document))


def inner_lines(container, parent, numbering: "Numbering") -> Iterator[Line]:
    """Yield the lines of a body or a cell: paragraphs, tables, and what stands in content controls."""
    for child in container:
        if child.tag == qn("w:p"):
            yield from paragraph_lines(Paragraph(child, parent), numbering)
        elif child.tag == qn("w:tbl"):
            yield from table_lines(Table(child, parent), numbering)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from inner_lines(child, parent, numbering)


def table_lines(table: Table, numbering: "Numbering") -> Iterator[Line]:
    """Yield a table's rows: cells of one line each joined with spaces, cells of several lines one after the other."""
    seen = set()  # a merged cell is listed once for each row and column that it spans
    for row in table.rows:
        cells = []
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                lines = inner_lines(cell._tc, cell, numbering)
                cells.append([line for line in lines if line.text or line.pictures])
        if all(len(lines) <= 1 for lines in cells):
            words = " ".join(line.text for lines in cells for line in lines)
            yield Line(
                clean_line(words), tuple(picture for lines in cells for line in lines for picture in line.pictures)
            )
        else:
            yield from (line for lines in cells for line in lines)


def paragraph_lines(paragraph: Paragraph, numbering: "Numbering") -> Iterator[Line]:
    """Yield a paragraph's lines: it is broken at soft line breaks, its automatic number stands before the first."""
    words = runs_text(paragraph)
    number = numbering.next(paragraph, words)
    first, *others = words.split("\n")
    yield Line(clean_line(f"{number} {first}" if number else first), tuple(pictures_of(paragraph)))
    for words in others:
        yield Line(clean_line(words))


def runs_text(paragraph: Paragraph) -> str:
    """Return the paragraph's text with underlined gaps as blanks."""
    pieces: list[str] = []
    gap = False
    for run in shown(paragraph, qn("w:r")):
        words = run_words(run)
        if is_underlined(run) and words and not words.strip():
            if not gap:
                pieces.append(GAP)
            gap = True
        elif words:
            pieces.append(words)
            gap = False
    return "".join(pieces)


def shown(paragraph: Paragraph, *tags: str) -> Iterator:
    """Yield the paragraph's elements of these kinds, without what was moved away or stands in for older programs."""
    for element in paragraph._p.iter(*tags):
        if next(element.iterancestors(*HIDDEN), None) is None:
            yield element


def run_words(run) -> str:
    """Return a run's text: tabs as spaces, breaks as \\n. Deleted text of tracked changes is no w:t and stays out."""
    words = []
    for child in run:
        if child.tag == qn("w:t"):
            words.append(child.text or "")
        elif child.tag == qn("w:tab"):
            words.append("\t")
        elif child.tag in (qn("w:br"), qn("w:cr")):
            words.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            words.append("-")
    return "".join(words)


def is_underlined(run) -> bool:
    properties = run.find(qn("w:rPr"))
    underline = None if properties is None else properties.find(qn("w:u"))
    return underline is not None and underline.get(qn("w:val"), "single") != "none"


def pictures_of(paragraph: Paragraph) -> Iterator[Picture]:
    """Yield the pictures of a paragraph, drawn or in the old way, with their descriptions."""
    for blip in shown(paragraph, qn("a:blip"), VML_IMAGE):
        part = paragraph.part.related_parts.get(blip.get(qn("r:embed")) or blip.get(qn("r:id")) or "")
        if part is None or not part.content_type.startswith("image/") or len(part.blob) > MAX_PICTURE:
            continue
        yield Picture(PurePosixPath(part.partname).name, part.blob, description_of(blip))


def description_of(blip) -> str:
    for parent in blip.iterancestors(qn("wp:inline"), qn("wp:anchor")):
        properties = parent.find(qn("wp:docPr"))
        return (properties.get("descr") or "")[:300] if properties is not None else ""
    return ""


class Numbering:
    """Counts the automatic numbers of lists, as Word does: by list and level, deeper levels begin again."""

    def __init__(self, document: DocumentType):
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}  # (list, level) → format, text, start
        self.lists: dict[str, str] = {}  # list → what counts together with it
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        part = next((p for p in document.part.package.iter_parts() if str(p.partname) == "/word/numbering.xml"), None)
        root = getattr(part, "element", None)
        if root is not None:
            self._read(root)
        self.styled, self.default = self._read_styles(document.styles.element)

    def _read(self, root) -> None:
        abstract = {entry.get(qn("w:abstractNumId")): entry for entry in root.findall(qn("w:abstractNum"))}
        for entry in root.findall(qn("w:num")):
            number = entry.get(qn("w:numId"))
            reference = entry.find(qn("w:abstractNumId"))
            base = reference.get(qn("w:val")) if reference is not None else None
            overrides = entry.findall(qn("w:lvlOverride"))
            # A list with a start of its own counts for itself; others of one kind count on.
            self.lists[number] = f"own {number}" if overrides else f"kind {base}"
            for level in abstract[base].findall(qn("w:lvl")) if base in abstract else ():
                self._read_level(number, level)
            for override in overrides:
                for level in override.findall(qn("w:lvl")):
                    self._read_level(number, level)
                self._restart(number, override)

    def _read_styles(self, root) -> tuple[dict[str, tuple[str, int] | None], str]:
        """Return the list and level of each style, its own or the one it is based on, and the default style's name."""
        styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        places: dict[str, tuple[str, int] | None] = {}
        for name, style in styles.items():
            passed = set()
            while style is not None and name not in places and style not in passed:
                passed.add(style)
                if place := place_in(style.find(qn("w:pPr"))):
                    places[name] = place
                based = style.find(qn("w:basedOn"))
                style = None if based is None else styles.get(based.get(qn("w:val")))
        default = next((name for name, style in styles.items() if style.get(qn("w:default")) == "1"), "")
        return places, default

    def _read_level(self, number: str, level) -> None:
        def value(name: str, default: str) -> str:
            found = level.find(qn(name))
            return default if found is None else found.get(qn("w:val"), default)

        key = number, int(level.get(qn("w:ilvl"), "0"))
        self.levels[key] = value("w:numFmt", "decimal"), value("w:lvlText", ""), int(value("w:start", "1"))

    def _restart(self, number: str, override) -> None:
        start, key = override.find(qn("w:startOverride")), (number, int(override.get(qn("w:ilvl"), "0")))
        if start is not None and key in self.levels:
            self.levels[key] = (*self.levels[key][:2], int(start.get(qn("w:val"), "1")))

    def next(self, paragraph: Paragraph, words: str) -> str:
        """Return the number that Word shows before this paragraph, "" for none, a bullet or no words; count it."""
        properties = paragraph._p.pPr
        named = None if properties is None else properties.find(qn("w:pStyle"))
        style = self.default if named is None else named.get(qn("w:val"))
        place = place_in(properties) or self.styled.get(style)
        if place is None or place not in self.levels:
            return ""
        number, level = place
        kind, text, start = self.levels[place]
        counts = self.counts[self.lists[number]]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if kind in ("bullet", "none") or not words.strip():
            return ""

        def counted(match: re.Match) -> str:
            wanted = int(match[1]) - 1
            style, _text, first = self.levels.get((number, wanted), ("decimal", "", 1))
            return number_words(counts.get(wanted, first), style)

        return re.sub(r"%(\d)", counted, text)


def place_in(properties) -> tuple[str, int] | None:
    """Return the list and level that paragraph properties (w:pPr or None) name; list "0" is none, on purpose."""
    found = None if properties is None else properties.find(qn("w:numPr"))
    number = None if found is None else found.find(qn("w:numId"))
    if number is None:
        return None
    level = found.find(qn("w:ilvl"))
    return number.get(qn("w:val")), 0 if level is None else int(level.get(qn("w:val"), "0"))


def number_words(number: int, style: str) -> str:
    """Return a number in a list's style."""
    if style in ("upperLetter", "lowerLetter"):
        sign = chr(ord("A") + (number - 1) % 26)
        return sign if style == "upperLetter" else sign.lower()
    if style.startswith(("chinese", "taiwanese", "ideograph", "japanese")) and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[ones] if ones else "")
    if style == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)
