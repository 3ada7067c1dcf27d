"""Writing workbooks: every value a text, so that nothing in them can run, and one calm look."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MAX_CELL = 32_767  # characters; Excel's limit
PAPER, INK, SEAL, RULE = "F3EBDB", "2B2622", "A63A2B", "D9CDB8"
HEADER_FONT = Font(bold=True, color=INK)
TITLE_FONT = Font(bold=True, size=14, color=SEAL)
HEADER_FILL = PatternFill("solid", fgColor=PAPER)
HEADER_BORDER = Border(bottom=Side(style="medium", color=SEAL))
WRAPPED = Alignment(wrap_text=True, vertical="top")
RISKY = tuple("=+-@\t\r")  # what spreadsheet programs may take for a formula


def put(sheet: Worksheet, row: int, column: int, words: str) -> Cell:
    """Write a text as a text, whatever it looks like; return its cell."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:MAX_CELL]
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = WRAPPED
    if words.startswith(RISKY):
        cell.quotePrefix = True
    return cell


def put_header(sheet: Worksheet, headers: Iterable[str], widths: Iterable[int], *, row: int = 1) -> None:
    """Write the header row, set the columns' widths and freeze it; cells below are texts by default."""
    for column, (words, width) in enumerate(zip(headers, widths, strict=True), 1):
        cell = put(sheet, row, column, words)
        cell.font, cell.fill, cell.border = HEADER_FONT, HEADER_FILL, HEADER_BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.number_format, dimension.alignment = width, "@", WRAPPED
    sheet.row_dimensions[row].height = 28
    sheet.freeze_panes = sheet.cell(row + 1, 1)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text_workbook(headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return a workbook of one plain table."""
    book = Workbook()
    sheet = book.active
    put_header(sheet, headers, [12, *(60 for _header in headers[1:])])
    for number, cells in enumerate(rows, 2):
        for column, words in enumerate(cells, 1):
            put(sheet, number, column, words)
    return saved(book)
