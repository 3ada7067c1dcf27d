"""What every file format does: read questions out of bytes, write questions into bytes.

A format is pure: no database, no clock, no network. It reads into `Row`s and writes `QuestionData` (quizzes/question_data.py);
whether a lesson, topic or category exists is the importer's business.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from ..question_data import QuestionData, Row
from .sheets import text_workbook


class Format(ABC):
    """One file format. `extensions` are without a dot, the usual one first; `carries` says what of a question it holds."""

    code: str
    label: Any
    carries: Any
    extensions: tuple[str, ...]
    can_write: bool = True

    @abstractmethod
    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        """Yield what is found, in order, each question in canonical form (`cleaned_row`).

        Raises UnreadableFile, while iterating, when nothing can be read; what is wrong with one question is in its row.
        `name` is the file's name, for messages and guesses alone.
        """

    def write(self, questions: Iterable[QuestionData]) -> bytes:
        """Return a file with the questions (canonical form). Those with a reason in `cannot_write` are left out."""
        return b""

    def cannot_write(self, question: QuestionData) -> str:
        """Return why a question cannot be expressed in this format without changing its meaning or its marks, else "".

        Fields that the format does not carry at all (`carries`) are no reason.
        """
        return _("这种格式只能导入，不能导出。")

    def rejected(self, rows: Iterable[Row]) -> bytes:
        """Return the refused rows (problems, or an unsupported type) as a workbook with the reason beside each."""
        return text_workbook(
            (_("位置"), _("原文"), _("原因")),
            ((str(row.number), "\n".join(row.source), reason_of(row)) for row in rows if is_refused(row)),
        )


def is_refused(row: Row) -> bool:
    """Whether a row gives no question though somebody meant one."""
    return row.question is None and bool(row.problems or row.unsupported)


def reason_of(row: Row) -> str:
    """Return why a row is refused, in sentences."""
    unsupported = (_("平台没有这种题型：%(type)s。") % {"type": row.unsupported},) if row.unsupported else ()
    return "\n".join((*unsupported, *row.problems))


def extension_of(name: str) -> str:
    """Return a file name's extension in lower case, without the dot."""
    return PurePath(name).suffix.lower().removeprefix(".")
