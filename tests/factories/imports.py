"""Rows as formats give them, and the way through an import."""

from io import BytesIO

from PIL import Image

from factories.questions import BODIES, NOW
from quizzes.actions.question_import import confirm_import, keep_import, options_for, write_chunk
from quizzes.exchange.plan import plan_import
from quizzes.models import QuestionImport
from quizzes.question_data import Picture, QuestionData, Row

BLANKS = {"fill_in": "____，____"}


def question_data(type: str = "single_choice", **values) -> QuestionData:
    """A question in canonical form."""
    values = {
        "stem": f"卖家发错了货，怎么办？{BLANKS.get(type, '')}",
        "body": BODIES[type],
        "category": "网购",
    } | values
    return QuestionData(type=type, **values).cleaned()


def row(number: int = 2, type: str = "single_choice", **values) -> Row:
    return Row(number=number, question=question_data(type, **values), source=("原文", str(number)))


def bad_row(number: int = 2, reason: str = "请填写题干。") -> Row:
    return Row(number=number, problems=(reason,), source=("坏行", str(number)))


def png(colour: str = "#b6291f", size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def picture(colour: str = "#b6291f", alt: str = "一张收据") -> Picture:
    return Picture(name="receipt.png", content=png(colour), alt=alt)


def keep(rows, *, by=None, default_category: str = "", publish: bool = False, all_or_nothing: bool = False):
    """An import that waits for its confirmation."""
    options = options_for(default_category=default_category, publish=publish, user=by)
    return keep_import(
        planned=list(plan_import(rows, options)),
        name="题目.xlsx",
        format="xlsx",
        default_category=default_category,
        publish=publish,
        all_or_nothing=all_or_nothing,
        by=by,
        now=NOW,
    )


def finish(kept: QuestionImport, *, by=None) -> QuestionImport:
    """Confirm an import and write it to the end."""
    kept = confirm_import(import_id=kept.pk, by=by, now=NOW)
    while kept.status == QuestionImport.Status.RUNNING:
        kept = write_chunk(import_id=kept.pk, by=by, now=NOW)
    return kept


def run(rows, **options) -> QuestionImport:
    return finish(keep(rows, **options), by=options.get("by"))
