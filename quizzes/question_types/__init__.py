"""The registry of question types: `question_type("single_choice")`."""

from .base import Answer, BadResponse, Choice, Deal, InvalidBody, Mark, QuestionType
from .case_study import CaseStudy
from .fill_in import FillIn
from .matching import Matching
from .multiple_choice import MultipleChoice
from .numeric import Numeric
from .ordering import Ordering
from .single_choice import SingleChoice
from .true_false import TrueFalse

SIMPLE_TYPES: dict[str, QuestionType] = {
    kind.code: kind
    for kind in (SingleChoice(), MultipleChoice(), TrueFalse(), FillIn(), Numeric(), Ordering(), Matching())
}
TYPES: dict[str, QuestionType] = SIMPLE_TYPES | {CaseStudy.code: CaseStudy(SIMPLE_TYPES)}


def question_type(code: str) -> QuestionType:
    """Return the type with this code; KeyError for an unknown one."""
    return TYPES[code]


__all__ = [
    "SIMPLE_TYPES",
    "TYPES",
    "Answer",
    "BadResponse",
    "Choice",
    "Deal",
    "InvalidBody",
    "Mark",
    "QuestionType",
    "question_type",
]
