"""From what the app works with to what the API sends. Nothing here decides what may be seen: sheets.py and results.py have done so."""

from datetime import date, datetime

from wagtail.rich_text import expand_db_html

from education.models import Material
from media.models import LibraryImage

from ..actions.attempts import Saved
from ..models import Attempt, QuizPage, Reveal
from ..practice.daily import DailyLog
from ..practice.screens import Screen
from ..practice.selection import CardNumbers, Today, TopicRow
from ..results import Outcome, Result
from ..selectors import may_start, question_count, rules_of
from ..sheets import Sheet, ShownQuestion, elapsed_ms, raw_answers, seconds_left
from . import questions as shapes
from . import schemas

# Wide enough for a phone.
PICTURE = "format-webp|width-800"

QUESTION_SHAPES = {
    "single_choice": shapes.SingleChoiceQuestion,
    "multiple_choice": shapes.MultipleChoiceQuestion,
    "true_false": shapes.TrueFalseQuestion,
    "fill_in": shapes.FillInQuestion,
    "numeric": shapes.NumericQuestion,
    "ordering": shapes.OrderingQuestion,
    "matching": shapes.MatchingQuestion,
    "case_study": shapes.CaseStudyQuestion,
}


def picture_out(image: LibraryImage | None, alt: str = "") -> shapes.Picture | None:
    """The picture as its phone-sized rendition: no query when it was fetched with its renditions and has this one."""
    if image is None:
        return None
    rendition = image.get_rendition(PICTURE)
    return shapes.Picture(url=rendition.url, width=rendition.width, height=rendition.height, alt=alt)


def question_out(shown: ShownQuestion) -> shapes.QuestionFrame:
    """A question in the shape of its type."""
    presented = dict(shown.presented)
    if "parts" in presented:
        raws = shown.raw or [None] * len(presented["parts"])
        presented["parts"] = [part | {"answer": raw} for part, raw in zip(presented["parts"], raws, strict=True)]
    return QUESTION_SHAPES[shown.type](
        type=shown.type,
        slot=shown.slot,
        type_label=shown.type_label,
        stem=shown.stem,
        points=shown.points,
        rule=shown.rule,
        picture=picture_out(shown.picture, shown.picture_alt),
        locked=shown.locked,
        answer=shown.raw,
        **presented,
    )


def attempt_fields(attempt: Attempt, now: datetime) -> dict:
    """The fields of an attempt (with its quiz); the score only where it may be seen now."""
    ended = not attempt.is_active
    shown = ended and Reveal.SCORE in attempt.quiz.reveals(submitted=True, now=now)
    return {
        "id": attempt.pk,
        "quiz": attempt.quiz_id,
        "quiz_title": attempt.quiz.title,
        "number": attempt.number,
        "status": attempt.status,
        "started_at": attempt.started_at,
        "deadline": attempt.deadline,
        "seconds_left": None if ended else seconds_left(attempt, now),
        "saved_at": attempt.saved_at,
        "submitted_at": attempt.submitted_at,
        "points": attempt.points if shown else None,
        "maximum": attempt.maximum if shown else None,
        "percent": attempt.percent if shown else None,
        "passed": attempt.passed if shown else None,
    }


def attempt_out(attempt: Attempt, now: datetime) -> schemas.Attempt:
    return schemas.Attempt(**attempt_fields(attempt, now))


def sheet_out(sheet: Sheet, now: datetime) -> schemas.Sheet:
    return schemas.Sheet(
        **attempt_fields(sheet.attempt, now),
        elapsed_ms=elapsed_ms(sheet.attempt, now),
        checkable=is_checkable(sheet.attempt.quiz),
        questions=[question_out(question) for question in sheet.questions],
    )


def is_checkable(quiz: QuizPage) -> bool:
    """Whether answers may be checked one by one during an attempt."""
    return bool({Reveal.KEY, Reveal.EXPLANATIONS} & set(quiz.reveal_during))


def saved_out(saved: Saved, now: datetime) -> schemas.Saved:
    newer = raw_answers(saved.attempt, saved.newer)
    return schemas.Saved(
        kept=saved.kept,
        newer=[schemas.NewerAnswer(slot=slot, raw=raw) for slot, raw in newer.items()],
        refused=[schemas.RefusedAnswer(slot=slot, message=words) for slot, words in saved.refused.items()],
        saved_at=now,
        seconds_left=seconds_left(saved.attempt, now),
        elapsed_ms=elapsed_ms(saved.attempt, now),
    )


def lesson_out(page: Material) -> schemas.Lesson:
    return schemas.Lesson(id=page.pk, title=page.title, url=page.url or "")


def outcome_out(outcome: Outcome) -> schemas.Outcome:
    return schemas.Outcome(
        state=outcome.state or None,
        points=outcome.points,
        maximum=outcome.maximum,
        answer=outcome.answer,
        right_answer=outcome.right_answer,
        feedback=outcome.feedback,
        explanation=outcome.explanation,
        part_explanations=outcome.part_explanations,
        law=outcome.law,
        lesson=lesson_out(outcome.lesson) if outcome.lesson else None,
        notes=outcome.notes,
    )


def result_out(result: Result, now: datetime) -> schemas.Result:
    band = result.band and schemas.Band(
        title=result.band["title"],
        feedback=result.band["feedback"],
        lessons=[lesson_out(page) for page in result.band_lessons],
    )
    return schemas.Result(
        attempt=attempt_out(result.attempt, now),
        reveals=[reveal for reveal in Reveal.values if reveal in result.reveals],
        band=band,
        rows=[
            schemas.ResultRow(question=question_out(row.question), outcome=outcome_out(row.outcome))
            for row in result.rows
        ],
        notes=result.notes,
    )


def quiz_fields(quiz: QuizPage, now: datetime) -> dict:
    """The fields of a quiz in a list (from `for_cards()`)."""
    state = "upcoming" if quiz.opens_in_future(now) else "closed" if quiz.is_closed(now) else "open"
    return {
        "id": quiz.pk,
        "title": quiz.title,
        "summary": quiz.summary,
        "url": quiz.url or "",
        "cover": picture_out(quiz.cover),
        "topics": [topic.slug for topic in quiz.topics.all()],
        "audiences": [audience.slug for audience in quiz.audiences.all()],
        "state": state,
        "opens_at": quiz.opens_at,
        "closes_at": quiz.closes_at,
        "question_count": question_count(quiz),
        "time_limit": quiz.time_limit,
        "needs_account": quiz.needs_account,
    }


def quiz_out(quiz: QuizPage, now: datetime) -> schemas.Quiz:
    return schemas.Quiz(**quiz_fields(quiz, now))


def detail_out(quiz: QuizPage, attempts: list[Attempt], *, has_account: bool, now: datetime) -> schemas.QuizDetail:
    """A quiz for one person, with their attempts at it."""
    for attempt in attempts:
        attempt.quiz = quiz
    return schemas.QuizDetail(
        **quiz_fields(quiz, now),
        intro=expand_db_html(quiz.intro),
        rules=rules_of(quiz),
        max_attempts=quiz.max_attempts,
        attempts_left=None if quiz.max_attempts is None else max(0, quiz.max_attempts - len(attempts)),
        pass_percent=quiz.pass_percent,
        untimed_in_elder_mode=quiz.untimed_in_elder_mode,
        checkable=is_checkable(quiz),
        may_start=may_start(quiz, attempts, now) and (has_account or not quiz.needs_account),
        attempts=[attempt_out(attempt, now) for attempt in attempts],
    )


def practice_out(screen: Screen, *, left: int) -> schemas.PracticeQuestion:
    question = question_out(screen.question)
    return schemas.PracticeQuestion(token=screen.token, question_id=screen.question_id, question=question, left=left)


def daily_out(day: date, streak: int, screen: Screen, outcome: Outcome | None) -> schemas.Daily:
    return schemas.Daily(
        date=day,
        token=None if outcome else screen.token,
        question=question_out(screen.question),
        streak=streak,
        outcome=outcome_out(outcome) if outcome else None,
    )


def numbers_out(cards: CardNumbers, today: Today, log: DailyLog, topics: list[TopicRow]) -> schemas.PracticeNumbers:
    return schemas.PracticeNumbers(
        wrong=cards.wrong,
        due=cards.due,
        next_due=cards.next_due,
        answered_today=today.answered,
        right_today=today.right,
        streak=log.streak,
        topics=[
            schemas.TopicNumbers(
                topic=row.topic.slug, name=row.topic.name, questions=row.questions, mastered=row.mastered
            )
            for row in topics
        ],
    )
