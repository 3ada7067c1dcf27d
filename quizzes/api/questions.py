"""How the API shows a question: one shape for each type, told apart by the field `type`.

A *raw answer* is what a person gave, by the positions as they were dealt: see `answer` of each type. Texts are plain; **…** is
emphasis and a line break a new paragraph.
"""

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

RawAnswer = Annotated[Any, Field(description="作答 / raw answer, null = 不作答 / none", examples=[2])]


def described(text: str, **more) -> Any:
    return Field(description=text, **more)


class Picture(Schema):
    url: str = described(
        "相对本站 / relative to the site unless absolute", examples=["/media/images/label.width-800.webp"]
    )
    width: int
    height: int
    alt: str = described("文字说明 / alternative text")


class Option(Schema):
    text: str = described("选项 / option", examples=["能，拆开看看不等于不完好"])


class SingleChoice(Schema):
    type: Literal["single_choice"]
    options: list[Option]
    answer: int | None = described("选中的位置，从 0 数 / position chosen, from 0", examples=[1])


class MultipleChoice(Schema):
    type: Literal["multiple_choice"]
    options: list[Option]
    answer: list[int] | None = described("选中的位置 / positions chosen", examples=[[0, 2]])


class TrueFalse(Schema):
    type: Literal["true_false"]
    answer: bool | None = described("对 = true / right = true")


class FillIn(Schema):
    type: Literal["fill_in"]
    blanks: int = described("几个空 / number of blanks (____ in the stem)", examples=[2])
    answer: list[str] | None = described("按空的顺序 / in the order of the blanks", examples=[["三倍", "五百"]])


class Numeric(Schema):
    type: Literal["numeric"]
    units: list[str] = described("可以用的单位 / units that may follow the number", examples=[["元"]])
    answer: str | None = described("数字，可以带单位 / number, with or without a unit", examples=["500 元"])


class Ordering(Schema):
    type: Literal["ordering"]
    items: list[str]
    answer: list[int] | None = described("排好的位置 / positions in order", examples=[[2, 0, 1]])


class Matching(Schema):
    type: Literal["matching"]
    left: list[str]
    right: list[str]
    answer: list[int | None] | None = described(
        "左边每一项配右边的位置 / for each left item the position on the right", examples=[[1, 0, None]]
    )


class PartFrame(Schema):
    """A sub-question of a case study; its answer stands in the list of the whole question."""

    stem: str
    points: int


class SingleChoicePart(SingleChoice, PartFrame):
    pass


class MultipleChoicePart(MultipleChoice, PartFrame):
    pass


class TrueFalsePart(TrueFalse, PartFrame):
    pass


class FillInPart(FillIn, PartFrame):
    pass


class NumericPart(Numeric, PartFrame):
    pass


class OrderingPart(Ordering, PartFrame):
    pass


class MatchingPart(Matching, PartFrame):
    pass


Part = Annotated[
    SingleChoicePart | MultipleChoicePart | TrueFalsePart | FillInPart | NumericPart | OrderingPart | MatchingPart,
    Field(discriminator="type"),
]


class CaseStudy(Schema):
    type: Literal["case_study"]
    parts: list[Part]
    answer: list[Any] | None = described("每小题的作答 / the raw answer of each part", examples=[[True, 0]])


class QuestionFrame(Schema):
    """What every question has."""

    slot: int = described("第几题，从 0 数 / place in the paper, from 0", examples=[0])
    type_label: str = described("题型 / name of the type", examples=["单选题"])
    stem: str = described("题干 / stem", examples=["网购的书包拆封了，**七天内**还能退吗？"])
    points: int = described("分值 / points", examples=[2])
    rule: str = described("怎么给分 / how points are given", examples=["选对得 2 分，选错或不选不得分。"])
    picture: Picture | None = None
    locked: bool = described("对过答案，不能再改 / checked, stays as it is")


class SingleChoiceQuestion(SingleChoice, QuestionFrame):
    pass


class MultipleChoiceQuestion(MultipleChoice, QuestionFrame):
    pass


class TrueFalseQuestion(TrueFalse, QuestionFrame):
    pass


class FillInQuestion(FillIn, QuestionFrame):
    pass


class NumericQuestion(Numeric, QuestionFrame):
    pass


class OrderingQuestion(Ordering, QuestionFrame):
    pass


class MatchingQuestion(Matching, QuestionFrame):
    pass


class CaseStudyQuestion(CaseStudy, QuestionFrame):
    pass


Question = Annotated[
    SingleChoiceQuestion
    | MultipleChoiceQuestion
    | TrueFalseQuestion
    | FillInQuestion
    | NumericQuestion
    | OrderingQuestion
    | MatchingQuestion
    | CaseStudyQuestion,
    Field(discriminator="type"),
]
