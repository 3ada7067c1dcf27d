"""Reads a table of scores, pasted or from a CSV file, into an exact tally.

Rows are attempts, columns are items. The separator is a tab (Excel's clipboard), a semicolon or a comma; the text is
UTF-8, with or without a byte order mark, or GB18030. Decimal numbers are scaled to whole points by their common
denominator, so nothing is rounded.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from io import StringIO
from math import lcm

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .tallies import QuizTally

MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
CACHE = 100_000
NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)

SENTENCES = {
    "encoding": gettext_lazy("文字编码不对，请存成 UTF-8 或 GB18030。"),
    "empty": gettext_lazy("表里没有分数。"),
    "broken": gettext_lazy("第 %(row)s 行的引号或格式不对，读不下去。"),
    "too_many_rows": gettext_lazy("行数太多，最多 %(most)s 行。"),
    "too_many_columns": gettext_lazy("第 %(row)s 行有 %(count)s 列，最多 %(most)s 列。"),
    "ragged": gettext_lazy("第 %(row)s 行有 %(count)s 列，前面各行是 %(expected)s 列。"),
    "blank": gettext_lazy("第 %(row)s 行第 %(column)s 列是空的；没有作答请填 0。"),
    "not_a_number": gettext_lazy("第 %(row)s 行第 %(column)s 列的“%(cell)s”不是数字。"),
    "out_of_range": gettext_lazy("第 %(row)s 行第 %(column)s 列的“%(cell)s”不在 0 到 %(most)s 之间。"),
    "bad_maximum": gettext_lazy("第 %(row)s 行第 %(column)s 列的满分“%(cell)s”应当大于 0。"),
}


class ScoreFileError(ValueError):
    """A table that cannot be read: a code of SENTENCES, its sentence, and where (numbered from 1) if it is one place."""

    def __init__(self, code: str, *, row: int | None = None, column: int | None = None, **words) -> None:
        self.code, self.row, self.column = code, row, column
        super().__init__(SENTENCES[code] % {"row": row, "column": column, **words})


@dataclass(frozen=True)
class ScoreTable:
    """What was read: a name per item, the tally, and how many of its points make one point of the table."""

    labels: list[str]
    tally: QuizTally
    scale: int


def read_scores(data: bytes | str, *, maximum_row: bool = False) -> ScoreTable:
    """The attempts of a table.

    A first row without any number names the items, and so do the bare question numbers 1, 2, 3 …. Scores are shares
    0..1 of an item's points; with `maximum_row`, they are points, and the first row of numbers holds the maximum of
    each item. Raises ScoreFileError for the first cell or row that is wrong.
    """
    text = decode(data)
    labels, maxima, skipped = _head(text, maximum_row)
    denominators = {_number(maximum).denominator for maximum in maxima}
    attempts = 0
    for row, cells in _body(text, skipped):
        attempts += 1
        denominators.update(_checked(row, cells, maxima))
    if not attempts:
        raise ScoreFileError("empty")
    scale = lcm(*denominators)

    @lru_cache(CACHE)
    def points(cell: str) -> int:
        return int(_number(cell) * scale)

    tally = QuizTally.empty([points(maximum) for maximum in maxima])
    for _row, cells in _body(text, skipped):
        tally.add([points(cell) for cell in cells])
    return ScoreTable(labels, tally, scale)


def decode(data: bytes | str) -> str:
    """The text without a byte order mark. Raises ScoreFileError."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ScoreFileError("encoding")


def _head(text: str, maximum_row: bool) -> tuple[list[str], list[str], int]:
    """Item names, maximum points as text, and how many rows these took."""
    rows = _rows(text)
    row, cells = next(rows, (0, []))
    if not cells:
        raise ScoreFileError("empty")
    defaults = [_("第 %(number)s 题") % {"number": number} for number in range(1, len(cells) + 1)]
    labels, skipped = defaults, 0
    counted = [str(number) for number in range(1, len(cells) + 1)]
    if not any(map(_is_number, cells)) or (cells == counted and len(cells) > 1 and not maximum_row):
        labels = [
            default if cells == counted else name or default for name, default in zip(cells, defaults, strict=True)
        ]
        skipped = 1
        row, cells = next(rows, (0, []))
    if not maximum_row:
        return labels, ["1"] * len(labels), skipped
    if not cells:
        raise ScoreFileError("empty")
    for column, cell in enumerate(cells, 1):
        if not _is_number(cell) or _number(cell) <= 0:
            raise ScoreFileError("bad_maximum", row=row, column=column, cell=cell)
    return labels, cells, skipped + 1


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, stripped cells) of every row that is not blank; all have the same number of cells."""
    first_line = text.lstrip("\r\n ").partition("\n")[0]
    separator = next((mark for mark in "\t;" if mark in first_line), ",")
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    expected = 0
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise ScoreFileError("broken", row=reader.line_num) from error
        if not any(cells):
            continue
        if len(cells) > MAX_COLUMNS:
            raise ScoreFileError("too_many_columns", row=reader.line_num, count=len(cells), most=MAX_COLUMNS)
        expected = expected or len(cells)
        if len(cells) != expected:
            raise ScoreFileError("ragged", row=reader.line_num, count=len(cells), expected=expected)
        yield reader.line_num, cells


def _body(text: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of attempts."""
    for number, (row, cells) in enumerate(_rows(text), 1 - skipped):
        if number > MAX_ROWS:
            raise ScoreFileError("too_many_rows", most=MAX_ROWS)
        if number > 0:
            yield row, cells


def _checked(row: int, cells: list[str], maxima: list[str]) -> Iterator[int]:
    """The denominator of each score. Raises ScoreFileError for the first that is wrong."""
    for column, (cell, maximum) in enumerate(zip(cells, maxima, strict=True), 1):
        verdict = _verdict(cell, maximum)
        if isinstance(verdict, str):
            raise ScoreFileError(verdict, row=row, column=column, cell=cell, most=maximum)
        yield verdict


@lru_cache(CACHE)
def _verdict(cell: str, maximum: str) -> int | str:
    """The denominator of a right score, or the code of what is wrong with it."""
    if not cell:
        return "blank"
    if not _is_number(cell):
        return "not_a_number"
    score = _number(cell)
    return score.denominator if 0 <= score <= _number(maximum) else "out_of_range"


def _is_number(cell: str) -> bool:
    return NUMBER.fullmatch(cell) is not None


@lru_cache(CACHE)
def _number(cell: str) -> Fraction:
    return Fraction(cell)
