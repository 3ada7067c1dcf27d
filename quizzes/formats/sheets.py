"""Writing workbooks: every value a text, so that nothing in them can run, and one calm look."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

MAX_CELL = 32_767  # characters; Excel's limit
PAPER, INK, SEAL = "F3EBDB", "2B2622", "A63A2B"
HEADER_FONT = Font(bold=True, color=INK)
TITLE_FONT = Font(bold=True, size=14, color=SEAL)
REASON_FONT = Font(color=SEAL)
HEADER_FILL = PatternFill("solid", fgColor=PAPER)
HEADER_BORDER = Border(bottom=Side(style="medium", color=SEAL))
HEADER_ALIGNMENT = Alignment(wrap_text=True, vertical="center")
WRAPPED = Alignment(wrap_text=True, vertical="top")
RISKY = ("=", "+", "-", "@")  # what spreadsheet programs may take for a formula
# Office writes a character by its code as _x000D_; the same letters meant literally begin with _x005F_.
CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def text_cell(sheet, words: str) -> Cell | None:
    """Return a cell that holds a text as a text, whatever it looks like; None for no text."""
    if not words:
        return None
    cell = WriteOnlyCell(sheet)
    cell.value = CODED.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", words))[:MAX_CELL]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = WRAPPED
    if words.startswith(RISKY):
        cell.quotePrefix = True
    return cell


def add_row(sheet, cells: Iterable[str]) -> None:
    """Append a row of texts."""
    sheet.append([text_cell(sheet, words) for words in cells])


def add_header(sheet, headers: Iterable[str], widths: Iterable[int]) -> None:
    """Append the header row first of all, freeze it, set the columns' widths; cells below are texts by default."""
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 28
    cells = []
    for column, (words, width) in enumerate(zip(headers, widths, strict=True), 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.number_format, dimension.alignment = width, "@", WRAPPED
        cell = text_cell(sheet, words)
        cell.font, cell.fill, cell.border = HEADER_FONT, HEADER_FILL, HEADER_BORDER
        cell.alignment = HEADER_ALIGNMENT
        cells.append(cell)
    sheet.append(cells)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text_workbook(headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return a workbook of one plain table."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    add_header(sheet, headers, [12, *(60 for _header in headers[1:])])
    for cells in rows:
        add_row(sheet, cells)
    return saved(book)
