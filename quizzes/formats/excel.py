"""Questions in an Excel workbook: one row each, columns by their headers; the parts of a case study in the rows below it.

Everything that a question has is carried except the picture's own bytes; its name stands in a column to be read by people.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook

from ..question_data import QuestionData, Row, cleaned_row
from .base import Format, is_refused, reason_of
from .excel_answers import ENCODERS, Cells
from .excel_columns import DIFFICULTIES, LEAST_OPTIONS, MOST_OPTIONS, REASON, SHEET, TYPES, layout
from .excel_rows import SheetRow, row_of
from .excel_sheet import MAX_CHARACTERS, sheet_rows
from .sheets import REASON_FONT, add_header, add_row, saved, text_cell


class Excel(Format):
    code = "xlsx"
    label = gettext_lazy("Excel 表格")
    carries = gettext_lazy("题目的全部内容，图片除外（只写出图片的文件名）。")
    extensions = ("xlsx",)

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        group: list[SheetRow] = []
        for row in sheet_rows(content):
            if group and not row.is_part:
                yield cleaned_row(row_of(group))
                group = []
            group.append(row)
        if group:
            yield cleaned_row(row_of(group))

    def write(self, questions: Iterable[QuestionData]) -> bytes:
        rows = [row for question in questions if not self.cannot_write(question) for row in rows_of(question)]
        return workbook(rows)

    def cannot_write(self, question: QuestionData) -> str:
        if any(len(cell) > MAX_CHARACTERS for row in rows_of(question) for cell in row.values()):
            return _("有一格会超过 %(limit)d 个字，Excel 放不下。") % {"limit": MAX_CHARACTERS}
        return ""

    def rejected(self, rows: Iterable[Row]) -> bytes:
        """Return the refused rows in the workbook's own layout, the reason before them: to be corrected and sent again."""
        entries = []
        for row in filter(is_refused, rows):
            columns = [column.key for column in layout(MOST_OPTIONS)]
            for start in range(0, len(row.source), len(columns)):
                cells = dict(zip(columns, row.source[start : start + len(columns)], strict=True))
                entries.append(cells | ({REASON: reason_of(row)} if start == 0 else {}))
        return workbook(entries, reasons=True)


def workbook(rows: list[dict[str, str]], *, reasons: bool = False) -> bytes:
    """Return a workbook of rows given by the keys of their columns."""
    options = max((int(key) + 1 for row in rows for key, words in row.items() if key.isdigit() and words), default=0)
    columns = layout(max(LEAST_OPTIONS, options))
    before = [REASON] if reasons else []
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    add_header(
        sheet, before + [column.header for column in columns], [40] * len(before) + [column.width for column in columns]
    )
    for row in rows:
        if reasons:
            reason = text_cell(sheet, row.get(REASON, ""))
            if reason:
                reason.font = REASON_FONT
            sheet.append([reason, *(text_cell(sheet, row.get(column.key, "")) for column in columns)])
        else:
            add_row(sheet, (row.get(column.key, "") for column in columns))
    return saved(book)


def rows_of(question: QuestionData) -> list[dict[str, str]]:
    """Return a question as rows, each by the keys of its columns; a case study is followed by its parts."""
    row = {
        "code": question.code,
        "type": TYPES[question.type][0],
        "stem": question.stem,
        "points": "" if question.type == "case_study" else str(question.points),
        "difficulty": DIFFICULTIES[question.difficulty][0],
        "category": question.category,
        "topics": "、".join(question.topics),
        "audiences": "、".join(question.audiences),
        "explanation": question.explanation,
        "law": question.law,
        "checked_on": question.checked_on.isoformat() if question.checked_on else "",
        "lesson": question.lesson,
        "picture": question.picture.name if question.picture else "",
    }
    if question.type != "case_study":
        return [row | cells_by_key(ENCODERS[question.type](question.body))]
    parts = [
        {
            "type": TYPES[part["type"]][0],
            "part": str(number),
            "stem": part["stem"],
            "points": str(part["points"]),
            "explanation": part.get("explanation", ""),
            **cells_by_key(ENCODERS[part["type"]](part["body"])),
        }
        for number, part in enumerate(question.body["parts"], 1)
    ]
    return [row, *parts]


def cells_by_key(cells: Cells) -> dict[str, str]:
    options = {str(number): words for number, words in enumerate(cells.options)}
    return options | {
        name: getattr(cells, name) for name in ("answer", "rule", "order", "weights", "feedback", "units")
    }
