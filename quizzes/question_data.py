"""A question as plain data: what every format reads and writes, and the bank stores.

    QuestionData(type="single_choice", stem="…", body={"options": [{"text": "…", "right": True}, {"text": "…"}]})

`body` is the type's (quizzes/question_types); all texts are those of quizzes/text.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models.questions import Difficulty
from .question_types import TYPES, InvalidBody, question_type
from .text import tidy

MAX_POINTS = 1000
LIMITS = {"stem": 4000, "explanation": 4000, "law": 300, "code": 60, "picture_alt": 300}


@dataclass(frozen=True)
class Picture:
    """A picture that comes with a question: its file name, its bytes (not yet checked), its description."""

    name: str
    content: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True)
class QuestionData:
    """One question. `category` is a path ("网络购物/七天退货"), topics and audiences are slugs, `lesson` a slug of education."""

    type: str
    stem: str
    body: dict
    points: int = 1
    explanation: str = ""
    category: str = ""
    code: str = ""
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    difficulty: str = Difficulty.MEDIUM.value
    law: str = ""
    checked_on: date | None = None
    lesson: str = ""
    picture: Picture | None = None

    def cleaned(self) -> "QuestionData":
        """Return the question in canonical form; raise InvalidBody with every problem found."""
        if self.type not in TYPES:
            raise InvalidBody(_("不知道是哪种题：“%(type)s”。") % {"type": self.type})
        kind, problems, body = question_type(self.type), [], {}
        texts = {name: tidy(str(getattr(self, name) or "")) for name in ("stem", "explanation", "law", "code")}
        for name, words in texts.items():
            if len(words) > LIMITS[name]:
                problems.append(
                    _("%(field)s超过 %(limit)d 个字。") % {"field": FIELD_NAMES[name], "limit": LIMITS[name]}
                )
        try:
            body = kind.clean(self.body)
            problems += kind.check_stem(texts["stem"], body)
        except InvalidBody as error:
            problems += error.problems
            if not texts["stem"]:
                problems.append(_("请填写题干。"))
        if isinstance(self.points, bool) or not isinstance(self.points, int) or not 1 <= self.points <= MAX_POINTS:
            problems.append(_("分数要是 1 到 %(limit)d 的整数。") % {"limit": MAX_POINTS})
        if self.difficulty not in Difficulty.values:
            problems.append(_("难度只能是容易、中等或较难。"))
        if texts["law"] and self.checked_on is None:
            problems.append(_("写了法律依据，就要写核对日期。"))
        if problems:
            raise InvalidBody(*problems)
        points = kind.part_points(body) if self.type == "case_study" else self.points
        category = "/".join(part for part in (tidy(p) for p in self.category.split("/")) if part)
        return replace(self, **texts, body=body, points=points, category=category)


FIELD_NAMES = {
    "type": gettext_lazy("题型"),
    "stem": gettext_lazy("题干"),
    "points": gettext_lazy("分数"),
    "explanation": gettext_lazy("解析"),
    "category": gettext_lazy("分类"),
    "code": gettext_lazy("编号"),
    "topics": gettext_lazy("主题"),
    "audiences": gettext_lazy("读者"),
    "difficulty": gettext_lazy("难度"),
    "law": gettext_lazy("法律依据"),
    "checked_on": gettext_lazy("核对日期"),
    "lesson": gettext_lazy("相关的课"),
    "picture": gettext_lazy("图片"),
}


@dataclass(frozen=True)
class Row:
    """What a format found at one place of a file: a question, or the reasons why there is none.

    `number` is the place as people count it (a sheet's row, a question's number), `source` the original text or cells, given
    back with the reason when the row is refused. `unsupported` names the type of a question that the platform lacks.
    """

    number: int
    question: QuestionData | None = None
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    unsupported: str = ""


class UnreadableFile(ValueError):
    """A file that cannot be read at all; `str()` is the sentence for the person who sent it."""


def cleaned_row(row: Row) -> Row:
    """Return the row with its question in canonical form, or with the question's problems instead of it."""
    if row.question is None:
        return row
    try:
        return replace(row, question=row.question.cleaned())
    except InvalidBody as error:
        return replace(row, question=None, problems=(*row.problems, *error.problems))


def from_mapping(entry: dict, defaults: dict | None = None) -> QuestionData:
    """Return a question from the mapping form of the shipped files (education/content/questions/README.md).

    The type's own fields stand beside the common ones. Raises InvalidBody for an unknown type; `picture` and `panel` are
    left to the caller.
    """
    common = (defaults or {}) | entry
    own = set(FIELD_NAMES) | {"panel"}
    body = {name: value for name, value in entry.items() if name not in own}
    return QuestionData(
        type=str(common.get("type", "")),
        stem=str(common.get("stem") or ""),
        body=body,
        points=common.get("points", 1),
        explanation=str(common.get("explanation") or ""),
        category=str(common.get("category") or ""),
        code=str(common.get("code") or ""),
        topics=_slugs(common.get("topics")),
        audiences=_slugs(common.get("audiences")),
        difficulty=common.get("difficulty", Difficulty.MEDIUM.value),
        law=str(common.get("law") or ""),
        checked_on=common.get("checked_on"),
        lesson=str(common.get("lesson") or ""),
    )


def _slugs(value: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(value or ())
