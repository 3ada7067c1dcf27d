"""One table of results for the screen, CSV and Excel. Numbers are rounded here and nowhere else."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .definitions import ItemStatistics, QuizStatistics

DECIMALS = 4
Cell = str | int | float | None

# field of ItemStatistics → header; the first two are points, the rest per cent
ITEM_COLUMNS = {
    "attempts": gettext_lazy("作答人数"),
    "mean": gettext_lazy("平均分"),
    "maximum": gettext_lazy("满分"),
    "facility": gettext_lazy("难度指数（得分率，%）"),
    "standard_deviation": gettext_lazy("标准差（占满分，%）"),
    "random_guess": gettext_lazy("猜测得分率（%）"),
    "intended_weight": gettext_lazy("设定权重（%）"),
    "effective_weight": gettext_lazy("实际权重（%）"),
    "discrimination_index": gettext_lazy("区分度（%）"),
    "discriminative_efficiency": gettext_lazy("区分效率（%）"),
    "upper_lower": gettext_lazy("高低分组差（27%，%）"),
}
QUIZ_ROWS = {
    "attempts": gettext_lazy("作答人数"),
    "maximum": gettext_lazy("满分"),
    "mean": gettext_lazy("平均分"),
    "median": gettext_lazy("中位数"),
    "standard_deviation": gettext_lazy("标准差"),
    "skewness": gettext_lazy("偏度"),
    "kurtosis": gettext_lazy("峰度"),
    "internal_consistency": gettext_lazy("内部一致性（克龙巴赫 α，%）"),
    "error_ratio": gettext_lazy("误差比（%）"),
    "standard_error": gettext_lazy("测量标准误"),
}
POINTS = {"maximum", "mean", "median", "standard_deviation", "standard_error"}
"""Fields in points; of an item, the standard deviation is in per cent already."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def rounded(value: float | None) -> Cell:
    """The value as every output shows it: four decimals, no negative zero; whole numbers and None stay."""
    return round(value, DECIMALS) + 0.0 if isinstance(value, float) else value


def safe_text(text: str) -> str:
    """Text that a spreadsheet neither runs as a formula nor refuses: an apostrophe before = + - @, no control codes."""
    text = _CONTROL.sub("", text)
    return f"'{text}" if text.startswith(_FORMULA) else text


@dataclass(frozen=True)
class ResultTable:
    """Rows ready to show. `item_rows` go with `item_headers`, `quiz_rows` with `quiz_headers`."""

    item_headers: list[str]
    item_rows: list[list[Cell]]
    quiz_headers: list[str]
    quiz_rows: list[list[Cell]]

    def csv_text(self) -> str:
        """The items, an empty line, the whole paper."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerows([self.item_headers, *self.item_rows, [], self.quiz_headers, *self.quiz_rows])
        return text.getvalue()

    def write_csv(self, file: BinaryIO) -> None:
        """The same with a byte order mark, by which Excel knows UTF-8."""
        file.write(self.csv_text().encode("utf-8-sig"))

    def write_xlsx(self, file: BinaryIO) -> None:
        """One sheet for the items, one for the whole paper; numbers are numbers."""
        book = Workbook(write_only=True)
        sections = ((_("题目"), self.item_headers, self.item_rows), (_("整卷"), self.quiz_headers, self.quiz_rows))
        for title, headers, rows in sections:
            sheet = book.create_sheet(title)
            sheet.freeze_panes = "B2"
            for letter, width in (("A", 36), *((letter, 18) for letter in "BCDEFGHIJKL")):
                sheet.column_dimensions[letter].width = width
            sheet.append(_excel_cells(sheet, headers, Font(bold=True)))
            for row in rows:
                sheet.append(_excel_cells(sheet, row, Font()))
        book.save(file)


def result_table(
    items: Sequence[ItemStatistics], quiz: QuizStatistics, labels: Sequence[str], *, scale: int = 1, keys: bool = False
) -> ResultTable:
    """The table of one paper.

    `labels`: the name of each item. `scale`: how many points of the tally make one point to show.
    `keys`: put the English field name behind each Chinese header, for readers that are programs.
    """

    def names(fields: dict) -> list[str]:
        return [f"{label} {field}" if keys else str(label) for field, label in fields.items()]

    item_rows = [
        [safe_text(label), *(_item_cell(item, field, scale) for field in ITEM_COLUMNS)]
        for label, item in zip(labels, items, strict=True)
    ]
    quiz_rows = [
        [name, *_quiz_cells(quiz, field, scale)] for field, name in zip(QUIZ_ROWS, names(QUIZ_ROWS), strict=True)
    ]
    return ResultTable(
        [_("题目"), *names(ITEM_COLUMNS)], item_rows, [_("整卷"), _("数值"), _("占满分（%）")], quiz_rows
    )


def _item_cell(item: ItemStatistics, field: str, scale: int) -> Cell:
    value = getattr(item, field)
    return rounded(_shown_points(value, scale) if field in ("mean", "maximum") else value)


def _quiz_cells(quiz: QuizStatistics, field: str, scale: int) -> Iterator[Cell]:
    """The value, and for points their share of the maximum."""
    value = getattr(quiz, field)
    if field not in POINTS:
        yield rounded(value)
        yield None
    else:
        yield rounded(_shown_points(value, scale))
        yield rounded(100 * value / quiz.maximum) if value is not None and quiz.maximum else None


def _shown_points(value: float | None, scale: int) -> float | None:
    """Points of the tally in points to show; whole points stay whole numbers."""
    if value is None or scale == 1:
        return value
    return value // scale if isinstance(value, int) and not value % scale else value / scale


def _excel_cells(sheet, row: Iterable[Cell], font: Font) -> list[WriteOnlyCell]:
    cells = []
    for value in row:
        cell = WriteOnlyCell(sheet, value)
        cell.font = font
        cells.append(cell)
    return cells
