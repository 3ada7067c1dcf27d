"""The models of quizzes, one noun in each file."""

from .attempts import Attempt
from .categories import Category
from .imports import ImportRow, QuestionImport
from .practice import DailyQuestion, PracticeAnswer, ReviewCard
from .questions import Difficulty, Question, QuestionVersion
from .quizzes import ExtraTime, QuizIndexPage, QuizPage, Reveal
from .regrades import Regrade
from .tallies import ItemTally, QuizTally

__all__ = [
    "Attempt",
    "Category",
    "DailyQuestion",
    "Difficulty",
    "ExtraTime",
    "ImportRow",
    "ItemTally",
    "PracticeAnswer",
    "Question",
    "QuestionImport",
    "QuestionVersion",
    "QuizIndexPage",
    "QuizPage",
    "QuizTally",
    "Regrade",
    "Reveal",
    "ReviewCard",
]
