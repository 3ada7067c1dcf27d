"""The API of quizzes: quizzes, attempts, practice. The same actions as the pages."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from users import api_paths  # noqa: F401 - the converter `id`
from users.api_docs import documented

from ..actions.attempts import check_answer, save_answers, start_attempt, submit_attempt
from ..actions.practice import answer_question, collect_attempts, ensure_daily_question
from ..errors import REFUSALS, QuizError
from ..models import PracticeAnswer
from ..people import Person
from ..practice.daily import daily_log, daily_versions
from ..practice.scheduling import day_of, read_token
from ..practice.screens import earlier_answer, new_screen, outcome_of_answer
from ..practice.selection import (
    Scope,
    card_numbers,
    collectable,
    pick_from_cards,
    pick_from_topic,
    today_of,
    topic_rows,
)
from ..rate_limits import limit
from ..results import checked_outcome, result_of
from ..selectors import all_attempts_of, attempt_of, attempts_of
from ..sheets import sheet_of
from . import schemas
from .auth import ANYBODY, PERSON, visitor_of
from .output import (
    attempt_out,
    daily_out,
    detail_out,
    numbers_out,
    outcome_out,
    practice_out,
    quiz_out,
    result_out,
    saved_out,
    sheet_out,
)
from .selectors import list_quizzes, public_quiz
from .visitor_tokens import visitor_token

router = Router(tags=["quizzes"])
Mode = PracticeAnswer.Mode


def refusing(response: Any, *codes: str, **options) -> dict[str, Any]:
    """Document an endpoint: what it answers, and the codes that it may refuse with beside those of every call."""
    return documented(response, REFUSALS, *codes, **options)


def person_or_new(request: HttpRequest) -> tuple[Person, str | None]:
    """Return who calls; a stranger becomes a visitor, whose token comes with it."""
    if request.auth.person is not None:
        return request.auth.person, None
    visitor = uuid4()
    return Person(visitor=visitor), visitor_token(visitor)


def page_of(rows, paging: schemas.Paging) -> dict[str, Any]:
    """Return one page of a queryset; behind the last page there is nothing."""
    pages = Paginator(rows, paging.page_size)
    items = pages.page(paging.page).object_list if paging.page <= pages.num_pages else []
    return {"count": pages.count, "page": paging.page, "pages": pages.num_pages, "items": items}


@router.post("/visitors", auth=ANYBODY, **refusing(schemas.Visitor, "rate_limited", optional=True, writes=True))
def issue_visitor(request: HttpRequest):
    """新访客的凭证 / a token for a new visitor, or with X-Visitor a fresh one for the same visitor."""
    limit(request, "visitor", None, timezone.now())
    return schemas.Visitor(token=visitor_token(visitor_of(request) or uuid4()))


@router.get("/quizzes", auth=ANYBODY, **refusing(schemas.QuizPage, "invalid_request", optional=True))
def browse_quizzes(request: HttpRequest, query: Query[schemas.QuizFilter]):
    """测验目录，新的在前 / published quizzes, newest first."""
    now = timezone.now()
    found = list_quizzes(topic=query.topic, audience=query.audience, state=query.state, now=now)
    page = page_of(found, query)
    return schemas.QuizPage(**page | {"items": [quiz_out(quiz, now) for quiz in page["items"]]})


@router.get("/quizzes/{id:quiz_id}", auth=ANYBODY, **refusing(schemas.QuizDetail, "unknown_quiz", optional=True))
def read_quiz(request: HttpRequest, quiz_id: int):
    """一个测验：介绍、规则、设置、我的答卷 / a quiz with its rules, and my attempts at it."""
    quiz, person = public_quiz(quiz_id), request.auth.person
    has_account = person is not None and person.user_id is not None
    return detail_out(quiz, attempts_of(person, quiz), has_account=has_account, now=timezone.now())


@router.post(
    "/quizzes/{id:quiz_id}/attempts",
    auth=ANYBODY,
    **refusing(
        schemas.Started,
        *(
            "unknown_quiz",
            "account_needed",
            "not_open_yet",
            "closed",
            "no_attempts_left",
            "paper_unavailable",
            "conflict",
        ),
        "rate_limited",
        optional=True,
        writes=True,
        body=True,
    ),
)
def start(request: HttpRequest, quiz_id: int, data: schemas.Start | None = None):
    """开始，或继续正在答的 / start, or go on with the running attempt. Twice is once."""
    now = timezone.now()
    limit(request, "start", request.auth.person, now)
    quiz = public_quiz(quiz_id)
    person, token = person_or_new(request)
    attempt = start_attempt(quiz=quiz, person=person, elder=bool(data and data.elder), now=now)
    attempt.quiz = quiz
    return schemas.Started(attempt=attempt_out(attempt, now), visitor_token=token)


@router.get("/attempts", auth=PERSON, **refusing(schemas.AttemptPage, "invalid_request"))
def browse_attempts(request: HttpRequest, query: Query[schemas.Paging]):
    """我的答卷，新的在前 / my attempts, newest first."""
    now = timezone.now()
    page = page_of(all_attempts_of(request.auth.person), query)
    return schemas.AttemptPage(**page | {"items": [attempt_out(attempt, now) for attempt in page["items"]]})


@router.get(
    "/attempts/{uuid:attempt_id}",
    auth=PERSON,
    **refusing(schemas.Sheet, "unknown_attempt", "attempt_ended", "time_over"),
)
def read_attempt(request: HttpRequest, attempt_id: UUID):
    """正在答的试卷 / a running attempt: its questions and the saved answers. After time_over, submit."""
    now = timezone.now()
    attempt = attempt_of(request.auth.person, attempt_id)
    if not attempt.is_active:
        raise QuizError("attempt_ended")
    if attempt.is_over(now):
        raise QuizError("time_over")
    return sheet_out(sheet_of(attempt, now), now)


@router.post(
    "/attempts/{uuid:attempt_id}/answers",
    auth=PERSON,
    **refusing(schemas.Saved, "unknown_attempt", "attempt_ended", "time_over", "rate_limited", writes=True, body=True),
)
def save(request: HttpRequest, attempt_id: UUID, data: schemas.Save):
    """保存作答 / save answers. Sending the same again changes nothing; of two answers the one given later stays."""
    now, person = timezone.now(), request.auth.person
    limit(request, "save", person, now)
    return saved_out(save_answers(attempt_id=attempt_id, person=person, answers=given(data.answers), now=now), now)


@router.post(
    "/attempts/{uuid:attempt_id}/check",
    auth=PERSON,
    **refusing(
        schemas.Checked,
        *("unknown_attempt", "attempt_ended", "time_over", "not_checkable", "unknown_question", "bad_answer"),
        *("not_answered", "rate_limited"),
        writes=True,
        body=True,
    ),
)
def check(request: HttpRequest, attempt_id: UUID, data: schemas.Check):
    """对答案：这道题从此不能再改 / lock one answer and see what the quiz reveals about it."""
    now, person = timezone.now(), request.auth.person
    limit(request, "check", person, now)
    answer = data.answer.given if data.answer else None
    attempt = check_answer(attempt_id=attempt_id, person=person, slot=data.slot, given=answer, now=now)
    return schemas.Checked(slot=data.slot, outcome=outcome_out(checked_outcome(attempt, data.slot)))


@router.post(
    "/attempts/{uuid:attempt_id}/submit",
    auth=PERSON,
    **refusing(schemas.Attempt, "unknown_attempt", "rate_limited", writes=True, body=True),
)
def submit(request: HttpRequest, attempt_id: UUID, data: schemas.Submit | None = None):
    """交卷，可以带上最后的作答 / hand in, with the last answers if any. Twice is once; after the deadline it ends what was saved."""
    now, person = timezone.now(), request.auth.person
    limit(request, "submit", person, now)
    answers = given(data.answers) if data else {}
    return attempt_out(submit_attempt(attempt_id=attempt_id, person=person, answers=answers, now=now), now)


@router.get(
    "/attempts/{uuid:attempt_id}/result",
    auth=PERSON,
    **refusing(schemas.Result, "unknown_attempt", "result_hidden"),
)
def read_result(request: HttpRequest, attempt_id: UUID):
    """成绩，测验允许看多少就给多少 / the result, as far as the quiz reveals it now."""
    now = timezone.now()
    attempt = _ended(request.auth.person, attempt_id, now)
    result = result_of(attempt, now)
    if not result.reveals:
        raise QuizError("result_hidden")
    return result_out(result, now)


def _ended(person: Person, attempt_id: UUID, now: datetime):
    """Return the person's attempt; one whose time is over ends here if the worker has not come yet."""
    attempt = attempt_of(person, attempt_id)
    if not attempt.is_over(now):
        raise QuizError("result_hidden")
    return submit_attempt(attempt_id=attempt_id, person=person, now=now) if attempt.is_active else attempt


def given(answers: dict[int, schemas.SentAnswer]) -> dict:
    """Return sent answers as the actions take them."""
    return {slot: answer.given for slot, answer in answers.items()}


@router.get("/practice", auth=ANYBODY, **refusing(schemas.PracticeNumbers, optional=True))
def practice_numbers(request: HttpRequest):
    """练习的数字：错题、到期、今天、各主题 / practice in numbers: wrong answers, what is due, today, topics."""
    now, person = timezone.now(), request.auth.person
    _fill_wrong_book(person, now)
    numbers, today, log = card_numbers(person, now), today_of(person, now), daily_log(person, now)
    return numbers_out(numbers, today, log, topic_rows(person, now))


def _fill_wrong_book(person: Person | None, now: datetime) -> None:
    """Let what a person's attempts reveal by now go into their wrong book."""
    if person is not None and collectable(person, now).exists():
        collect_attempts(person=person, now=now)


@router.get(
    "/practice/next",
    auth=ANYBODY,
    **refusing(schemas.PracticeQuestion, "nothing_to_practise", "invalid_request", optional=True),
)
def next_question(request: HttpRequest, query: Query[schemas.PracticeFilter]):
    """下一道练习题 / the next question of a topic, of the wrong book, or of what is due."""
    now, person = timezone.now(), request.auth.person
    if query.mode == Mode.TOPIC:
        scope = Scope(query.topic or "", query.difficulty or "", query.audience or "")
        pick = pick_from_topic(scope, person, today_of(person, now), now, skip=query.skip)
    else:
        _fill_wrong_book(person, now)
        pick = pick_from_cards(query.mode, person, today_of(person, now), now, skip=query.skip)
    if pick is None or pick.version_id is None:
        raise QuizError("nothing_to_practise")
    return practice_out(new_screen(pick.version_id, query.mode, person, now), left=pick.left)


@router.post(
    "/practice/answers",
    auth=ANYBODY,
    **refusing(
        schemas.Practised,
        *("unknown_question", "question_reserved", "bad_answer", "not_answered", "rate_limited"),
        optional=True,
        writes=True,
        body=True,
    ),
)
def answer_practice(request: HttpRequest, data: schemas.PracticeAnswer):
    """作答一道练习题或每日一题，马上看对错和解析 / answer a question of practice, or of the day. Twice is once."""
    now = timezone.now()
    limit(request, "practise", request.auth.person, now)
    shown = read_token(data.token)
    person, token = person_or_new(request)
    answered = answer_question(person=person, shown=shown, raw=data.raw, now=now)
    outcome = outcome_out(outcome_of_answer(answered))
    return schemas.Practised(counted=answered.counted, outcome=outcome, visitor_token=token)


@router.get("/practice/daily", auth=ANYBODY, **refusing(schemas.Daily, "nothing_to_practise", optional=True))
def daily_question(request: HttpRequest):
    """每日一题 / the question of the day, the same for everybody; after answering, what came of it."""
    now, person = timezone.now(), request.auth.person
    version_id, _yesterday = daily_versions(now)
    if version_id is None and ensure_daily_question(now=now) is not None:
        version_id, _yesterday = daily_versions(now)
    if version_id is None:
        raise QuizError("nothing_to_practise")
    log, screen = daily_log(person, now), new_screen(version_id, Mode.DAILY, person, now)
    answered = None
    if log.today is not None and log.today.question_id == screen.question_id:
        answered = earlier_answer(log.today.version_id, log.today.response)
    return daily_out(day_of(now), log.streak, screen, answered and outcome_of_answer(answered))
