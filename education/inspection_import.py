"""Products of an inspection notice from a spreadsheet: a template to fill in, rows read with their errors, then the draft."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from wagtail.models import Page

from media.checks.documents import check_package

from .models import InspectionItem, NoticePage

# header → field and width in the template
COLUMNS = {
    "产品": ("product", 24),
    "生产者": ("producer", 28),
    "批号或生产日期": ("batch", 20),
    "抽样地点": ("place", 24),
    "是否合格": ("passed", 12),
    "结果": ("finding", 48),
}
REQUIRED = ("产品", "是否合格", "结果")
PASSED = {"合格": True, "是": True, "通过": True, "不合格": False, "否": False, "未通过": False}
MAX_FILE = 5 * 1024 * 1024
MAX_UNPACKED = 60 * 1024 * 1024
MAX_ROWS = 2000
MAX_SCANNED = 20_000  # rows looked at, empty ones included
MAX_ERRORS = 100
MERGED = re.compile(rb"<(?:\w+:)?mergeCell[\s/>]")


@dataclass(frozen=True)
class RowError:
    """What is wrong in a cell; `row` is the number that the spreadsheet shows."""

    row: int
    column: str
    message: str


@dataclass
class InspectionTable:
    """What was read: unsaved items with their row numbers, and errors. Only a table without errors may be imported."""

    items: list[tuple[int, InspectionItem]] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    @property
    def failed_count(self) -> int:
        return sum(not item.passed for _row, item in self.items)


def template_xlsx() -> bytes:
    """An empty table with the headers, a list to choose from and a sheet that explains."""
    book = Workbook()
    sheet = book.active
    sheet.title = "抽检产品"
    for number, (header, (_name, width)) in enumerate(COLUMNS.items(), 1):
        cell = sheet.cell(1, number, header)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="F3EBDB")
        cell.alignment = Alignment(vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = width
        for row in range(2, 202):
            sheet.cell(row, number).number_format = "@"  # text, so that a batch keeps its zeros
    choice = DataValidation(type="list", formula1='"合格,不合格"', allow_blank=False)
    sheet.add_data_validation(choice)
    choice.add(f"E2:E{MAX_ROWS + 1}")
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("说明")
    for line in (
        "一行一个产品，第一行是表头，不要改。",
        "“产品”“是否合格”“结果”必填；“是否合格”只填“合格”或“不合格”。",
        "不合格的，在“结果”里写明项目、检出值和标准值。",
        f"不要合并单元格，不要用公式，最多 {MAX_ROWS} 行。",
    ):
        notes.append([line])
    notes.column_dimensions["A"].width = 70
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_table(content: bytes) -> InspectionTable:
    """Read a spreadsheet. Raises ValidationError for a file that cannot be read at all; errors of rows are in the result."""
    check_spreadsheet(content)
    table = InspectionTable()
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says about its own size is not to be trusted
        rows = sheet.iter_rows(max_row=MAX_SCANNED + 1, max_col=26)
        columns = read_header(next(rows, ()))
        for number, cells in filled_rows(rows):
            if len(table.items) >= MAX_ROWS:
                raise ValidationError(_("超过 %s 行。请分成几个公告，或者删去多余的行。") % MAX_ROWS, code="rows")
            read_row(table, number, {header: cells[i] for header, i in columns.items() if i < len(cells)})
        book.close()
    except ValidationError:
        raise
    except Exception as error:
        # openpyxl raises whatever a malformed part makes it stumble over.
        raise ValidationError(_("表格打不开，文件可能坏了。请用 Excel 重新保存。"), code="broken") from error
    if not table.items and not table.errors:
        raise ValidationError(_("表里没有产品。从第二行开始，一行填一个。"), code="empty")
    return table


def check_spreadsheet(content: bytes) -> None:
    """Refuse what is too large, swells, carries macros, is no xlsx, or has merged cells."""
    if len(content) > MAX_FILE:
        raise ValidationError(_("表格文件太大，最大 5 MB。"), code="file_too_large")
    check_package(BytesIO(content), "xlsx", most=MAX_UNPACKED)
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if (
                name.lower().startswith("xl/worksheets/")
                and name.lower().endswith(".xml")
                and MERGED.search(package.read(name))
            ):
                raise ValidationError(_("表里有合并的单元格。请取消合并，每格填好再导入。"), code="merged")


def read_header(cells) -> dict[str, int]:
    """The place of each column. Raises ValidationError for a missing, doubled or unknown header."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        header = re.sub(r"\s", "", str(cell.value or ""))
        if not header:
            continue
        if header not in COLUMNS:
            raise ValidationError(_("第一行有不认识的列“%s”。请用模板的表头。") % header[:30], code="header")
        if header in found:
            raise ValidationError(_("列“%s”出现了两次。") % header, code="header")
        found[header] = index
    if missing := [header for header in REQUIRED if header not in found]:
        raise ValidationError(_("第一行缺少列：%s。请用模板的表头。") % "、".join(missing), code="header")
    return found


def filled_rows(rows) -> Iterator[tuple[int, tuple]]:
    """The rows that hold something, with their numbers. Raises ValidationError for an endless sheet."""
    for number, cells in enumerate(rows, 2):
        if number > MAX_SCANNED:
            raise ValidationError(_("表太长了，超过 %s 行。请删去多余的空行。") % MAX_SCANNED, code="rows")
        if any(cell.value not in (None, "") for cell in cells):
            yield number, cells


def read_row(table: InspectionTable, number: int, cells: dict) -> None:
    """Read one row into the table: an item, or what is wrong with it."""
    errors: list[RowError] = []
    values: dict = {}
    for header, cell in cells.items():
        if cell.data_type == "f" or str(cell.value or "").startswith("="):
            errors.append(RowError(number, header, _("是公式。请改成写好的值。")))
        elif cell.data_type == "e":
            errors.append(RowError(number, header, _("是错误值。请改正。")))
        else:
            values[COLUMNS[header][0]] = text_of(cell.value)
    verdict = PASSED.get(values.get("passed", ""))
    if "passed" in values and verdict is None:
        errors.append(RowError(number, "是否合格", _("只能填“合格”或“不合格”。")))
    item = InspectionItem(**(values | {"passed": bool(verdict)}))
    if not errors:
        errors += item_errors(item, number)
    table.items.append((number, item))
    table.errors += errors[: MAX_ERRORS - len(table.errors)]


def item_errors(item: InspectionItem, number: int) -> list[RowError]:
    """What the model itself finds wrong."""
    headers = {name: header for header, (name, _width) in COLUMNS.items()}
    try:
        item.clean_fields(exclude=["notice", "id", "sort_order"])
    except ValidationError as error:
        return [
            RowError(number, headers.get(name, name), message)
            for name, messages in error.message_dict.items()
            for message in messages
        ]
    return []


def text_of(value) -> str:
    """A cell's value as a person would write it: dates without a time, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == value.min.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


@transaction.atomic(durable=True)
def import_items(*, notice: NoticePage, content: bytes, replace: bool, by) -> int:
    """Put the table's products into the notice's draft as a new revision (nothing is published); return how many.

    `replace` drops the products that the draft has. Raises ValidationError when the table has errors.
    """
    table = read_table(content)
    if table.errors:
        raise ValidationError(_("表里还有错误，没有导入。"), code="errors")
    Page.objects.select_for_update().get(pk=notice.pk)
    draft = NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object()
    kept = [] if replace else list(draft.inspection_items.all())
    items = kept + [item for _row, item in table.items]
    for position, item in enumerate(items):
        item.sort_order = position
    draft.inspection_items.set(items)
    draft.save_revision(user=by, clean=False, log_action=True)
    return len(table.items)
