"""Statistics of quizzes: exact tallies, their definitions, warnings, charts, tables. No database, no request."""

from .charts import ItemPoint, item_scatter, option_bars, totals_histogram
from .definitions import ItemStatistics, QuizStatistics, item_statistics, quiz_statistics
from .flags import Flag, Severity, item_flags
from .score_file import ScoreFileError, ScoreTable, read_scores
from .table import ResultTable, result_table, rounded, safe_text
from .tallies import BLANK, ItemTally, OptionCount, QuizTally

__all__ = [
    "BLANK",
    "Flag",
    "ItemPoint",
    "ItemStatistics",
    "ItemTally",
    "OptionCount",
    "QuizStatistics",
    "QuizTally",
    "ResultTable",
    "ScoreFileError",
    "ScoreTable",
    "Severity",
    "item_flags",
    "item_scatter",
    "item_statistics",
    "option_bars",
    "quiz_statistics",
    "read_scores",
    "result_table",
    "rounded",
    "safe_text",
    "totals_histogram",
]
