"""From the bytes of a workbook to rows of texts: finds the sheet and its header, refuses formulas, oversized and merged cells."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from ..question_data import UnreadableFile
from .excel_columns import EXAMPLES, GUIDE, MOST_OPTIONS, NAMED, REASON, REQUIRED, SHEET, header_key, option_header
from .excel_rows import SheetRow
from .safe_files import CHUNK, open_package

MAX_ROWS = 20_000  # rows looked at, empty ones included
MAX_COLUMNS = 80
MAX_CHARACTERS = 10_000  # of one cell
MAX_MERGES = 2000
HEADER_WITHIN = 10  # rows; titles may stand above the header
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)[\"']")
CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sheet_rows(content: bytes) -> Iterator[SheetRow]:
    """Yield the rows that hold something, below the header. Raises UnreadableFile."""
    package = open_package(content, "xlsx")
    try:
        book = load_workbook(package, read_only=True, data_only=False, keep_links=False)
        sheet, columns, unknown = question_sheet(book)
        merged = merged_rows(book, sheet)
        first = True
        for number, cells in numbered_rows(sheet):
            if number <= columns.row:
                continue
            row = read_row(number, cells, columns.keys)
            if not any(words.strip() for words in row.cells.values()) and not row.problems:
                continue
            if merged.holds(number):
                row.problems.append(_("这一行有合并的单元格。请取消合并，每格填好。"))
            if first and unknown:
                row.warnings.append(_("没有用到这些列：%(names)s。") % {"names": "、".join(unknown)})
            first = False
            yield row
        book.close()
    except UnreadableFile:
        raise
    except Exception as error:
        # openpyxl raises whatever a malformed part makes it stumble over.
        raise UnreadableFile(_("表格打不开，文件可能坏了。请用 Excel 重新保存。")) from error
    if first:
        raise UnreadableFile(_("表里没有题目。从表头下面一行开始，一行填一道。"))


class Columns:
    """Where the header stands and which column is what."""

    def __init__(self, row: int, keys: dict[int, str]):
        self.row, self.keys = row, keys


def question_sheet(book) -> tuple[Any, Columns, list[str]]:
    """Return the sheet of questions, its columns and the headers that mean nothing. Raises UnreadableFile."""
    sheets = [sheet for sheet in book.worksheets if sheet.title not in (GUIDE, EXAMPLES)]
    sheets.sort(key=lambda sheet: sheet.title != SHEET)
    for sheet in sheets:
        sheet.reset_dimensions()  # what a file says about its own size is not to be trusted
        for number, cells in numbered_rows(sheet):
            keys, unknown = header_of(cells)
            if "stem" in keys.values():
                return sheet, Columns(number, check_header(keys)), unknown
            if number >= HEADER_WITHIN:
                break
    raise UnreadableFile(_("没有找到表头：前十行里没有哪一行有“题干”这一列。请用模板的表头。"))


def numbered_rows(sheet) -> Iterator[tuple[int, tuple]]:
    """Yield the rows with their numbers. Raises UnreadableFile for an endless sheet."""
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), 1):
        if number > MAX_ROWS:
            raise UnreadableFile(_("表太长了，超过 %(limit)d 行。请分成几个文件。") % {"limit": MAX_ROWS})
        yield number, cells


def header_of(cells) -> tuple[dict[int, str], list[str]]:
    """Return the key of each column by its place, and the headers that mean nothing."""
    keys, unknown = {}, []
    for place, cell in enumerate(cells):
        words = "" if cell.value is None else str(cell.value).strip()
        key = header_key(words[:60])
        if key is not None:
            keys[place] = str(key)
        elif words and words != REASON:
            unknown.append(words[:30])
    return keys, unknown


def check_header(keys: dict[int, str]) -> dict[int, str]:
    """Return the keys; raise UnreadableFile when a needed column is missing or one stands twice."""
    found = list(keys.values())
    names = {key: column.header for key, column in NAMED.items()}
    names |= {str(number): option_header(number) for number in range(MOST_OPTIONS)}
    if missing := [names[key] for key in REQUIRED if key not in found]:
        raise UnreadableFile(_("表头缺少这些列：%(names)s。请用模板的表头。") % {"names": "、".join(missing)})
    if doubled := [names[key] for key in dict.fromkeys(found) if found.count(key) > 1]:
        raise UnreadableFile(_("表头里这些列出现了两次：%(names)s。") % {"names": "、".join(doubled)})
    return keys


def read_row(number: int, cells, keys: dict[int, str]) -> SheetRow:
    """Return a row's cells as texts, with what is wrong with them."""
    row = SheetRow(number, {})
    for place, key in keys.items():
        cell = cells[place] if place < len(cells) else None
        if cell is None or cell.value is None:
            continue
        header = NAMED[key].header if key in NAMED else option_header(int(key))
        words = text_of(cell)
        if cell.data_type == "f":
            row.problems.append(_("“%(column)s”是公式。请改成写好的值。") % {"column": header})
            words = str(getattr(cell.value, "text", cell.value))
        elif cell.data_type == "e":
            row.problems.append(_("“%(column)s”是错误值。请改正。") % {"column": header})
        if len(words) > MAX_CHARACTERS:
            row.problems.append(
                _("“%(column)s”有 %(count)d 个字，一格最多 %(limit)d 个字。")
                % {"column": header, "count": len(words), "limit": MAX_CHARACTERS}
            )
            words = words[:MAX_CHARACTERS]
        row.cells[key] = words
    return row


def text_of(cell) -> str:
    """Return a cell's value as a person would write it: 500, 50%, 2026-11-25, TRUE."""
    value = cell.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == value.min.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        percent = "%" in (cell.number_format or "")
        number = round(value * 100, 10) if percent else value
        words = str(int(number)) if float(number).is_integer() else repr(number)
        return words + ("%" if percent else "")
    return CODED.sub(lambda match: chr(int(match[1], 16)), str(value))


class MergedRows:
    """Which rows of a sheet lie in merged cells."""

    def __init__(self, spans: list[tuple[int, int]]):
        joined: list[list[int]] = []
        for first, last in sorted(spans):
            if joined and first <= joined[-1][1] + 1:
                joined[-1][1] = max(joined[-1][1], last)
            else:
                joined.append([first, last])
        self._firsts = [first for first, _last in joined]
        self._lasts = [last for _first, last in joined]

    def holds(self, number: int) -> bool:
        place = bisect_right(self._firsts, number) - 1
        return place >= 0 and number <= self._lasts[place]


def merged_rows(book, sheet) -> MergedRows:
    """Return the rows with merged cells. They are declared after all rows, where a reader of rows comes too late."""
    spans: list[tuple[int, int]] = []
    # Read-only sheets know nothing of merged cells, but hold the place of their part (openpyxl has no public name for it).
    with book._archive.open(sheet._worksheet_path) as stream:
        rest = b""
        while chunk := stream.read(CHUNK):
            text = rest + chunk
            end = 0
            for match in MERGED.finditer(text):
                spans.append((int(match[1][:8]), int(match[2][:8])))
                end = match.end()
            if len(spans) > MAX_MERGES:
                raise UnreadableFile(_("合并的单元格太多。请取消合并，每格填好再导入。"))
            rest = text[max(end, len(text) - 200) :]
    return MergedRows(spans)
