"""From the cells of a sheet's rows to a question."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from ..models.questions import Difficulty
from ..question_data import QuestionData, Row
from ..question_types import InvalidBody
from .excel_answers import DECODERS, Cells, fitting_stem
from .excel_columns import DIFFICULTIES, MOST_OPTIONS, NAMED, TYPES, code_of, layout
from .marks import split

# What belongs to a whole question and says nothing in the row of a part.
WHOLE = ("code", "difficulty", "category", "topics", "audiences", "law", "checked_on", "lesson", "picture")
ANSWER_CELLS = ("answer", "rule", "order", "weights", "feedback", "units")
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")


@dataclass
class SheetRow:
    """A row of the sheet: its number there, its cells as texts by the keys of their columns, and what is wrong with them."""

    number: int
    cells: dict[str, str]
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    @property
    def is_part(self) -> bool:
        return bool(self["part"].strip())

    @property
    def source(self) -> tuple[str, ...]:
        """The cells in the order of the workbook's layout with all the columns for options."""
        return tuple(self[column.key] for column in layout(MOST_OPTIONS))


def row_of(group: list[SheetRow]) -> Row:
    """Return what a row and the rows of its parts say."""
    first, *parts = group
    problems = [*first.problems]
    if first.is_part:
        problems.append(_("这是小题，可是它上面没有案例题。"))
    elif parts and code_of(first["type"], TYPES) != "case_study":
        problems.append(_("下面有小题，可是这一行的题型不是案例题。"))
    question = None
    try:
        question = question_of(first, problems)
        if parts:
            question.body["parts"] = [part_of(part, problems, number) for number, part in enumerate(parts, 1)]
    except InvalidBody as error:
        problems += error.problems
    return Row(
        number=first.number,
        question=None if problems else question,
        problems=tuple(dict.fromkeys(problems)),
        warnings=tuple(words for row in group for words in warnings_of(row)),
        source=tuple(cell for row in group for cell in row.source),
    )


def question_of(row: SheetRow, problems: list[str]) -> QuestionData:
    """Return the question of a row, not yet checked; add to `problems` or raise InvalidBody."""
    code = type_of(row)
    body = body_of(row, code, problems)
    return QuestionData(
        type=code,
        stem=fitting_stem(code, row["stem"], body),
        body=body,
        points=points_of(row, problems),
        explanation=row["explanation"],
        category=row["category"],
        code=row["code"],
        topics=tuple(split(row["topics"], "、,，;；|")),
        audiences=tuple(split(row["audiences"], "、,，;；|")),
        difficulty=code_of(row["difficulty"], DIFFICULTIES) or Difficulty.MEDIUM.value,
        law=row["law"],
        checked_on=parse_day(row["checked_on"], problems),
        lesson=row["lesson"].strip(),
    )


def part_of(row: SheetRow, problems: list[str], number: int) -> dict:
    """Return a part of a case study; its problems name it."""
    own: list[str] = [*row.problems]
    part: dict = {}
    try:
        code = type_of(row)
        body = body_of(row, code, own)
        part = {
            "type": code,
            "stem": fitting_stem(code, row["stem"], body),
            "points": points_of(row, own),
            "body": body,
        }
    except InvalidBody as error:
        own += error.problems
    problems += [_("第 %(number)d 小题：") % {"number": number} + words for words in own]
    return part | {"explanation": row["explanation"]}


def type_of(row: SheetRow) -> str:
    """Return the type's code; raise InvalidBody for none or an unknown one."""
    words = row["type"].strip()
    if not words:
        raise InvalidBody(_("请填写题型。"))
    code = code_of(words, TYPES)
    if code not in TYPES:
        raise InvalidBody(_("不知道是哪种题：“%(type)s”。") % {"type": words[:40]})
    return code


def body_of(row: SheetRow, code: str, problems: list[str]) -> dict:
    """Return the body that the cells say; an empty one, and its problems noted, when they say none."""
    cells = Cells(
        options=[row[str(number)] for number in range(MOST_OPTIONS)], **{name: row[name] for name in ANSWER_CELLS}
    )
    try:
        return DECODERS[code][0](cells, row["stem"])
    except InvalidBody as error:
        problems += error.problems
        return {}


def points_of(row: SheetRow, problems: list[str]) -> int:
    """Return the points, 1 when none are written."""
    words = re.sub(r"\s|分$", "", unicodedata.normalize("NFKC", row["points"]))
    match = re.fullmatch(r"(\d{1,6})(?:\.0+)?", words or "1")
    if match is None:
        problems.append(_("分数“%(value)s”不是整数。") % {"value": row["points"][:40]})
        return 1
    return int(match[1])


def parse_day(words: str, problems: list[str]) -> date | None:
    """Return the day that 2026-11-25, 2026年11月25日 or 2026/11/25 names."""
    words = unicodedata.normalize("NFKC", words).strip()
    if not words:
        return None
    match = DAY.fullmatch(words)
    try:
        return date(*(int(part) for part in match.groups()))
    except (AttributeError, ValueError):
        problems.append(_("核对日期“%(value)s”要写成 2026-11-25 的样子。") % {"value": words[:40]})
        return None


def warnings_of(row: SheetRow) -> list[str]:
    """Return what a row carries that does not get into its question."""
    code = code_of(row["type"], TYPES)
    used = DECODERS[code][1] if code in DECODERS else {"options", *ANSWER_CELLS}
    unused = [NAMED[name].header for name in ANSWER_CELLS if name not in used and row[name].strip()]
    if "options" not in used and any(row[str(number)].strip() for number in range(MOST_OPTIONS)):
        unused.insert(0, _("选项"))
    if row.is_part:
        unused += [NAMED[name].header for name in WHOLE if row[name].strip()]
    elif row["picture"].strip():
        row.warnings.append(_("图片不随表格导入，请导入以后在题目里添加。"))
    warnings = [*row.warnings]
    if unused:
        warnings.append(_("第 %(row)d 行没有用到：%(names)s。") % {"row": row.number, "names": "、".join(unused)})
    return warnings
