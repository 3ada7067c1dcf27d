"""The shapes of the API of quizzes. Fields are added, never renamed or dropped, within a version of the API."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from ..actions.attempts import Given
from .questions import Picture, Question, RawAnswer, described

MAX_SLOTS = 500
# Nobody's answer waits in a phone for longer than ten years.
MAX_AGE_MS = 10 * 365 * 24 * 3600 * 1000
Slug = Annotated[str, Field(pattern=r"^[\w-]{1,100}$")]


class Lesson(Schema):
    id: int
    title: str
    url: str = described("课的网页 / its page", examples=["/courses/net/return/"])


class Attempt(Schema):
    """One attempt. points, maximum, percent and passed stay null until the score may be seen."""

    id: UUID
    quiz: int = described("测验编号 / id of the quiz", examples=[12])
    quiz_title: str
    number: int = described("第几次 / which attempt, from 1", examples=[1])
    status: Literal["started", "submitted", "timed_out"]
    started_at: datetime
    deadline: datetime | None = described("截止，不限时为 null / null without a time limit")
    seconds_left: int | None = described(
        "还剩几秒 / seconds left, null without a limit or after the end", examples=[583]
    )
    saved_at: datetime | None
    submitted_at: datetime | None
    points: int | None
    maximum: int | None
    percent: int | None = described("百分比，舍去小数 / rounded down", examples=[85])
    passed: bool | None = described("及格 / null while hidden, or where the quiz has no pass mark")


class Sheet(Attempt):
    """A running attempt with its questions as they were dealt to this person, and the answers saved so far."""

    elapsed_ms: int = described("开始以后多少毫秒 / ms since the start, the clock of given_ms")
    checkable: bool = described("可以一题一题对答案 / whether answers may be checked one by one")
    questions: list[Question]


class Quiz(Schema):
    """A quiz in a list."""

    id: int
    title: str
    summary: str
    url: str = described("网页 / its page")
    cover: Picture | None
    topics: list[str] = described("主题 / slugs of topics", examples=[["online-shopping"]])
    audiences: list[str] = described("读者 / slugs of audiences", examples=[["junior"]])
    state: Literal["upcoming", "open", "closed"]
    opens_at: datetime | None
    closes_at: datetime | None
    question_count: int
    time_limit: int | None = described("限时（分钟）/ minutes, null = 不限时", examples=[10])
    needs_account: bool


class QuizDetail(Quiz):
    intro: str = described("介绍，HTML / introduction in HTML")
    rules: list[str] = described("规则，一句一条 / rules in sentences")
    max_attempts: int | None
    attempts_left: int | None = described("还能答几次 / null = 不限")
    pass_percent: int | None
    untimed_in_elder_mode: bool
    checkable: bool = described("可以一题一题对答案 / whether answers may be checked one by one")
    may_start: bool = described("现在能不能开始或继续 / whether you may start, or go on, now")
    attempts: list[Attempt] = described("我的答卷，新的在前 / my attempts, newest first")


class QuizPage(Schema):
    count: int
    page: int
    pages: int
    items: list[Quiz]


class AttemptPage(Schema):
    count: int
    page: int
    pages: int
    items: list[Attempt]


class Paging(Schema):
    page: int = described("第几页 / page, from 1", default=1, ge=1, le=100_000)
    page_size: int = described("每页几条 / entries on a page", default=20, ge=1, le=100)


class QuizFilter(Paging):
    topic: Slug | None = described("主题 / slug of a topic", default=None)
    audience: Slug | None = described("读者 / slug of an audience", default=None)
    state: Literal["upcoming", "open", "closed"] | None = described("状态 / state", default=None)


class Start(Schema):
    elder: bool = described("大字版 / elder mode: without a time limit where the quiz says so", default=False)


class Visitor(Schema):
    token: str = described("放进 X-Visitor / to be sent as X-Visitor; good for a year, renewed by POST /visitors")


class Started(Schema):
    attempt: Attempt
    visitor_token: str | None = described(
        "给新访客的凭证 / for a visitor who had none: send it as X-Visitor from now on"
    )


class SentAnswer(Schema):
    raw: RawAnswer
    age_ms: int = described(
        "多少毫秒以前答的 / how many ms ago it was given", default=0, ge=0, le=MAX_AGE_MS, examples=[0]
    )
    given_ms: int | None = described(
        "开始以后多少毫秒答的，优先于 age_ms / ms after the start, by elapsed_ms; wins over age_ms",
        default=None,
        ge=0,
        le=MAX_AGE_MS,
    )

    @property
    def given(self) -> Given:
        return Given(self.raw, self.age_ms, self.given_ms)


SentAnswers = Annotated[
    dict[Annotated[int, Field(ge=0, lt=MAX_SLOTS)], SentAnswer],
    Field(
        max_length=MAX_SLOTS,
        examples=[{"0": {"raw": 2, "age_ms": 0}}],
        json_schema_extra={"propertyNames": {"pattern": "^(0|[1-9][0-9]?|[1-4][0-9][0-9])$"}},  # below MAX_SLOTS
    ),
]


class Save(Schema):
    answers: SentAnswers = described("题号 → 作答 / slot → answer")


class Submit(Schema):
    answers: SentAnswers = described("最后的作答 / last answers, slot → answer", default_factory=dict)


class Check(Schema):
    slot: int = described("第几题，从 0 数 / slot, from 0", ge=0, lt=MAX_SLOTS, examples=[0])
    answer: SentAnswer | None = described("不给就用已保存的 / null = the saved one", default=None)


class RefusedAnswer(Schema):
    slot: int
    message: str


class NewerAnswer(Schema):
    slot: int
    raw: RawAnswer


class Saved(Schema):
    kept: list[int] = described("已存下的题 / slots that now hold what was sent")
    newer: list[NewerAnswer] = described("别处后来答的，没有覆盖 / answers given later elsewhere, not overwritten")
    refused: list[RefusedAnswer] = described("不可能的作答 / impossible answers")
    saved_at: datetime
    seconds_left: int | None
    elapsed_ms: int = described("开始以后多少毫秒 / ms since the start, the clock of given_ms")


class Outcome(Schema):
    """What may be said about one answer; what may not is null or empty."""

    state: Literal["right", "partial", "wrong", "blank", "void"] | None
    points: int | None
    maximum: int | None
    answer: list[str]
    right_answer: list[str]
    feedback: list[str]
    explanation: str
    part_explanations: list[str]
    law: str = described("法律依据 / law and article", examples=["《消费者权益保护法》第二十五条"])
    lesson: Lesson | None
    notes: list[str] = described("改分说明 / notes on corrections")


class Checked(Schema):
    slot: int
    outcome: Outcome


class ResultRow(Schema):
    question: Question
    outcome: Outcome


class Band(Schema):
    title: str = described("等级 / grade", examples=["消费达人"])
    feedback: str
    lessons: list[Lesson]


class Result(Schema):
    """An ended attempt as far as the quiz reveals it now; `rows` is empty while only the score may be seen."""

    attempt: Attempt
    reveals: list[Literal["score", "answers", "key", "explanations"]]
    band: Band | None
    rows: list[ResultRow]
    notes: list[str]


class PracticeFilter(Schema):
    mode: Literal["topic", "wrong", "review"] = described("怎么练 / by topic, wrong answers, or what is due")
    topic: Slug | None = described("主题，按主题练习时要 / slug, needed by topic", default=None)
    difficulty: Literal["easy", "medium", "hard"] | None = None
    audience: Slug | None = None
    skip: int | None = described("现在不想做的题 / question_id of one not wanted now", default=None, ge=1, lt=2**63)


class PracticeQuestion(Schema):
    token: str = described("随作答送回 / to be sent with the answer")
    question_id: int = described("跳过时用 / for skipping it")
    question: Question
    left: int = described("错题本里或到期的几道；按主题时是主题的题数 / in the book or due; by topic, the topic's size")


class PracticeAnswer(Schema):
    token: str = described("题目带来的凭证 / the question's token", max_length=1000)
    raw: RawAnswer


class Practised(Schema):
    counted: bool = described("这次作答算不算 / false when this showing had been answered before")
    outcome: Outcome
    visitor_token: str | None = described("给新访客的凭证 / for a visitor who had none")


class TopicNumbers(Schema):
    topic: str
    name: str
    questions: int
    mastered: int


class PracticeNumbers(Schema):
    wrong: int = described("错题本里几道 / in the book of wrong answers")
    due: int = described("到期复习几道 / due for review")
    next_due: datetime | None
    answered_today: int
    right_today: int
    streak: int = described("每日一题连续几天 / days in a row")
    topics: list[TopicNumbers]


class Daily(Schema):
    date: date
    token: str | None = described("作答时送回，答过为 null / null when answered")
    question: Question
    streak: int
    outcome: Outcome | None = described("今天答过的结果 / what came of today's answer")
