"""What each entry of a paper asks for and finds in the bank, for the editor of a quiz."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models.questions import Difficulty
from ..papers import slot_pools
from ..question_types import TYPES


@dataclass(frozen=True)
class PaperLine:
    """One entry: in words, how many questions it wants and finds, and the least and most points it can be worth."""

    what: str
    wanted: int
    found: int
    low: int
    high: int

    @property
    def enough(self) -> bool:
        return self.found >= self.wanted


def paper_lines(quiz) -> list[PaperLine]:
    """Return a line for each entry of the paper. A fixed number of queries."""
    lines, slot = [], 0
    pools = slot_pools(quiz)
    for block in quiz.paper:
        value = block.value
        wanted = value["count"] or 0 if block.block_type == "draw" else 1
        pool = pools[slot] if slot < len(pools) and wanted else []
        points = sorted(candidate.points for candidate in pool)
        lines.append(
            PaperLine(
                _draw_words(value) if block.block_type == "draw" else _fixed_words(value),
                wanted,
                len(pool),
                sum(points[:wanted]),
                sum(points[-wanted:]) if wanted else 0,
            )
        )
        slot += wanted
    return lines


def _fixed_words(value) -> str:
    return _("指定：%(question)s") % {"question": value["question"] or _("（题目已经删除）")}


def _draw_words(value) -> str:
    """The conditions of a draw in words."""
    conditions = [str(value[name]) for name in ("category", "topic", "audience") if value[name]]
    if value["type"]:
        conditions.append(str(TYPES[value["type"]].label))
    if value["difficulty"]:
        conditions.append(str(Difficulty(value["difficulty"]).label))
    return _("随机：%(conditions)s") % {"conditions": "，".join(conditions) or _("整个题库")}
