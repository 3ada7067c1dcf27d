"""Question papers as teachers type them, pasted or in a text file. Layouts that are understood: docs/editing/question-files.md."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..question_data import Row, UnreadableFile
from .base import Format
from .safe_files import text_from
from .text_lines import Line, clean_line
from .text_paper import cut_paper
from .text_question import row_of, shortened

MAX_LINES = 50_000
MAX_CHARACTERS = 3_000_000


class TeacherText(Format):
    code = "text"
    label = gettext_lazy("粘贴的文字")
    carries = gettext_lazy("单选题、多选题、判断题、填空题：题干、选项、答案、解析、难度、分数、分类、法律依据。")
    extensions = ("txt",)
    can_write = False

    def read(self, content: bytes, *, name: str = "") -> Iterator[Row]:
        yield from paper_rows([Line(clean_line(words)) for words in text_from(content).split("\n")])


def paper_rows(lines: list[Line]) -> Iterator[Row]:
    """Yield the questions of a paper. Raises UnreadableFile when there is none."""
    if len(lines) > MAX_LINES or sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise UnreadableFile(_("文字太多。请分成几次导入。"))
    paper = cut_paper(lines)
    if not paper.blocks:
        raise UnreadableFile(_("没有认出题目。每道题前面要有题号，例如“1.”；选项以 A. B. 开头；答案写“答案：B”。"))
    last = len(paper.blocks)
    for ordinal, block in enumerate(paper.blocks, 1):
        row = row_of(ordinal, block)
        if ordinal == last and paper.stray:
            words = _("这些文字没有导入：%(text)s") % {"text": shortened("／".join(paper.stray))}
            row = replace(row, warnings=(*row.warnings, words))
        yield row
