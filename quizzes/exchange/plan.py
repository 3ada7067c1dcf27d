"""What would become of the rows of a file: each is created, updated, skipped with its reason, or refused. Nothing is written.

Duplicates are found by the stem folded (`stem_key`): equal answers too → the question is there already; other answers → similar,
which is created with a warning. An update is by `code` alone.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from itertools import batched

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState
from wagtail.utils.file import hash_filelike

from education.models import Audience, Material, Topic
from media.checks.pictures import check_picture, without_metadata

from ..models import Category, ImportRow, Question
from ..models.categories import MAX_LEVELS, SEPARATOR
from ..models.questions import stem_key
from ..question_data import Picture, QuestionData, Row
from .export import BATCH, Names, latest_first, state_of

Verdict = ImportRow.Verdict
MAX_NAME = Category._meta.get_field("name").max_length


@dataclass(frozen=True)
class Problem:
    """Why a row is refused: the field of QuestionData ("" for the row as a whole) and a sentence."""

    field: str
    sentence: str


@dataclass(frozen=True)
class PlannedRow:
    """A row with its verdict. `data` has slugs for topics and audiences, a category, and a picture without metadata.

    `other` is the question of the bank that the row changes, repeats or resembles.
    """

    row: Row
    verdict: Verdict
    data: QuestionData | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    other: Question | None = None
    picture_hash: str = ""

    @property
    def is_written(self) -> bool:
        return self.verdict in (Verdict.CREATE, Verdict.UPDATE)

    @property
    def is_refused(self) -> bool:
        return self.verdict in (Verdict.REFUSED, Verdict.UNSUPPORTED)


@dataclass
class Seen:
    """What earlier rows of the same file hold: code, question and stem, each to the number of its row."""

    codes: dict[str, int] = field(default_factory=dict)
    questions: dict[tuple[str, str], int] = field(default_factory=dict)
    stems: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """What the person who imports has chosen or may do: a category (path) for questions without one; whether questions are
    published at once; whether questions that are there may be changed, and pictures added to the library."""

    default_category: str = ""
    publish: bool = False
    may_change: bool = True
    may_add_pictures: bool = True


def plan_import(rows: Iterable[Row], options: Options) -> Iterator[PlannedRow]:
    """Yield the rows with their verdicts, in order: a fixed number of queries for every 500 rows."""
    seen = Seen()
    for batch in batched(rows, BATCH):
        bank = Bank(batch, options)
        for row in batch:
            yield _plan(row, bank, seen)


class Bank:
    """What the bank has of the things that some rows name."""

    def __init__(self, rows: Iterable[Row], options: Options):
        questions = [row.question for row in rows if row.question]
        self.options = options
        self.topics = _words(Topic)
        self.audiences = _words(Audience)
        slugs = {question.lesson for question in questions} - {""}
        self.lessons = set(Material.objects.filter(slug__in=slugs).values_list("slug", flat=True)) if slugs else set()
        codes = {question.code for question in questions} - {""}
        found = latest_first(
            Question.objects.filter(stem_key__in={stem_key(question.stem) for question in questions})
            | Question.objects.filter(code__in=codes)
        )
        questions = list(found)
        self.by_code = {question.code: question for question in questions if question.code}
        self.by_stem: dict[str, list[Question]] = {}
        for question in questions:
            self.by_stem.setdefault(question.stem_key, []).append(question)
        states = {question.pk: state_of(question) for question in questions}
        names = Names(list(states.values()))
        self.data = {pk: names.data_of(state) for pk, state in states.items()}
        self.pictures = {pk: names.pictures.get(state["picture"]) for pk, state in states.items()}
        self.alts = {pk: state["picture_alt"] for pk, state in states.items()}
        self.in_review = set(
            WorkflowState.objects.active()
            .filter(base_content_type__app_label="quizzes", base_content_type__model="question")
            .filter(object_id__in=[str(pk) for pk in states])
            .values_list("object_id", flat=True)
        )


def _words(model) -> dict[str, str]:
    """Slugs and names of a vocabulary, each to the slug."""
    words = {}
    for slug, name in model.objects.values_list("slug", "name"):
        words |= {name: slug, slug: slug}
    return words


def _plan(row: Row, bank: Bank, seen: Seen) -> PlannedRow:
    if row.unsupported:
        return PlannedRow(row, Verdict.UNSUPPORTED, problems=_of_format(row), warnings=row.warnings)
    if row.question is None:
        return PlannedRow(row, Verdict.REFUSED, problems=_of_format(row), warnings=row.warnings)
    problems: list[Problem] = []
    warnings = list(row.warnings)
    existing = bank.by_code.get(row.question.code) if row.question.code else None
    data = _resolved(row.question, existing, bank, problems, warnings)
    if data.picture and not bank.options.may_add_pictures:
        problems.append(Problem("picture", _("你没有往图片库添加图片的权限。")))
    data, picture_hash = _with_clean_picture(data, problems)
    if existing:
        _may_update(existing, bank, problems)
    if data.code in seen.codes:
        sentence = _("编号“%(code)s”和第 %(number)d 项一样。") % {"code": data.code, "number": seen.codes[data.code]}
        problems.append(Problem("code", sentence))
    if problems:
        return PlannedRow(row, Verdict.REFUSED, data, tuple(problems), tuple(warnings))
    planned = _compared(
        PlannedRow(row, Verdict.CREATE, data, picture_hash=picture_hash), existing, warnings, bank, seen
    )
    if planned.is_written:
        _remember(planned, seen)
    return planned


def _of_format(row: Row) -> tuple[Problem, ...]:
    return tuple(Problem("", sentence) for sentence in row.problems)


def _resolved(data: QuestionData, existing, bank: Bank, problems: list, warnings: list) -> QuestionData:
    """Return the question with the bank's own names for topics, audiences, lesson and category."""
    kept = bank.data[existing.pk].category if existing else ""
    category = data.category or kept or bank.options.default_category
    parts = category.split(SEPARATOR)
    if not category:
        problems.append(Problem("category", _("没有写分类，上传时也没有选默认分类。")))
    elif len(parts) > MAX_LEVELS:
        problems.append(Problem("category", _("分类最多 %(levels)d 级。") % {"levels": MAX_LEVELS}))
    elif any(len(part) > MAX_NAME for part in parts):
        problems.append(Problem("category", _("分类的名称最多 %(limit)d 个字。") % {"limit": MAX_NAME}))
    lesson = data.lesson
    if lesson and lesson not in bank.lessons:
        warnings.append(_("没有链接名是“%(slug)s”的课，“相关的课”留空。") % {"slug": lesson})
        lesson = ""
    return replace(
        data,
        category=category,
        lesson=lesson,
        topics=_known(data.topics, bank.topics, "topics", _("没有“%(word)s”这个主题。"), problems),
        audiences=_known(data.audiences, bank.audiences, "audiences", _("没有“%(word)s”这种读者。"), problems),
    )


def _known(words: tuple[str, ...], known: dict[str, str], name: str, sentence: str, problems: list) -> tuple[str, ...]:
    """Return the slugs of some words, sorted; what nobody knows becomes a problem."""
    problems += [Problem(name, sentence % {"word": word}) for word in words if word not in known]
    return tuple(sorted({known[word] for word in words if word in known}))


def _with_clean_picture(data: QuestionData, problems: list) -> tuple[QuestionData, str]:
    """Return the question with its picture as the library would keep it, and that file's hash."""
    if data.picture is None:
        return data, ""
    try:
        check_picture(data.picture.content, data.picture.name)
        content = without_metadata(data.picture.content)
    except ValidationError as error:
        problems += [Problem("picture", message) for message in error.messages]
        return replace(data, picture=None), ""
    if not data.picture.alt.strip():
        problems.append(Problem("picture", _("请写图片说明。")))
    return replace(data, picture=Picture(data.picture.name, content, data.picture.alt)), hash_filelike(BytesIO(content))


def _may_update(question: Question, bank: Bank, problems: list) -> None:
    if not bank.options.may_change:
        problems.append(Problem("code", _("题库里有这个编号的题，你没有修改题目的权限。")))
    if question.locked:
        problems.append(Problem("code", _("这个编号的题被锁住了，不能修改。")))
    if str(question.pk) in bank.in_review:
        problems.append(Problem("code", _("这个编号的题正在审核，审完再导入。")))


def _compared(planned: PlannedRow, existing: Question | None, warnings: list, bank: Bank, seen: Seen) -> PlannedRow:
    """Set verdict and warnings by what the bank and the earlier rows have."""
    data, key = planned.data, stem_key(planned.data.stem)
    if existing and _is_same(planned, existing, bank):
        return replace(planned, verdict=Verdict.UNCHANGED, warnings=tuple(warnings), other=existing)
    alike = [question for question in bank.by_stem.get(key, []) if question != existing]
    equal = next((q for q in alike if _answers(bank.data[q.pk]) == _answers(data)), None)
    earlier = seen.questions.get((key, _answers(data)))
    if existing is None and (equal or earlier):
        place = {"question": _name(equal)} if equal else {"number": earlier}
        reason = _("和题库里的%(question)s一样，跳过。") if equal else _("和第 %(number)d 项一样，跳过。")
        return replace(planned, verdict=Verdict.DUPLICATE, problems=(Problem("stem", reason % place),), other=equal)
    if alike:
        warnings.append(_("和题库里的%(question)s题干一样，答案不同。") % {"question": _name(alike[0])})
    elif key in seen.stems:
        warnings.append(_("和第 %(number)d 项题干一样，答案不同。") % {"number": seen.stems[key]})
    verdict, other = (Verdict.UPDATE, existing) if existing else (Verdict.CREATE, alike[0] if alike else None)
    return replace(planned, verdict=verdict, warnings=tuple(warnings), other=other)


def _is_same(planned: PlannedRow, question: Question, bank: Bank) -> bool:
    """Whether the question says already what the row says. A row without a picture leaves the question's picture alone."""
    if bank.options.publish and (not question.live or question.has_unpublished_changes):
        return False
    if replace(planned.data, picture=None) != bank.data[question.pk]:
        return False
    if planned.data.picture is None:
        return True
    picture = bank.pictures[question.pk]
    return (
        picture is not None
        and picture.file_hash == planned.picture_hash
        and bank.alts[question.pk] == planned.data.picture.alt
    )


def _answers(data: QuestionData) -> str:
    """A digest of the type and the answers."""
    return sha256(json.dumps([data.type, data.body], sort_keys=True).encode()).hexdigest()


def _name(question: Question) -> str:
    """How a question is named in a sentence."""
    return f"“{question}”（{question.code or question.pk}）"


def _remember(planned: PlannedRow, seen: Seen) -> None:
    data, number, key = planned.data, planned.row.number, stem_key(planned.data.stem)
    if data.code:
        seen.codes[data.code] = number
    seen.questions.setdefault((key, _answers(data)), number)
    seen.stems.setdefault(key, number)
