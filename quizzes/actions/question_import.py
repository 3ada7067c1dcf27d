"""An import's life: read and planned → confirmed → written chunk by chunk → done.

Lock: every step begins with the import's row lock (`_locked`) and takes no other, so that a step is never done twice, however often
it is asked for; where it stands is in `cursor`, so that after a crash the next call goes on from there.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from itertools import batched

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection

from education.strips import collection_for
from media.strips import StripError

from ..cms.import_selectors import NOT_TAKEN, counts_of
from ..errors import QuizError
from ..exchange.plan import Options, PlannedRow, Problem, plan_import
from ..exchange.writes import Write, Writer, upsert
from ..models import ImportRow, QuestionImport
from ..question_data import Row

IMPORTED = "quizzes.import"
CHUNK = 100
Verdict, Status = ImportRow.Verdict, QuestionImport.Status
OUTCOME = ("verdict", "problems", "warnings", "question", "other", "picture")


def options_for(*, default_category: str, publish: bool, user) -> Options:
    """Return what holds for an import by this person (None: a command, which may do everything)."""
    return Options(
        default_category=default_category,
        publish=publish,
        may_change=user is None or user.has_perm("quizzes.change_question"),
        may_add_pictures=user is None or _collection(user) is not None,
    )


def _collection(user) -> Collection | None:
    """The collection of the library that pictures go to; None: the first one by default, or this person may not add any."""
    try:
        return None if user is None else collection_for(user)
    except StripError:
        return None


def _may_write(user, *, publish: bool) -> None:
    """Raise QuizError forbidden unless this person may create questions (and publish them)."""
    wanted = ["quizzes.add_question"] + (["quizzes.publish_question"] if publish else [])
    if user is not None and not user.has_perms(wanted):
        raise QuizError("forbidden")


def keep_import(
    *,
    planned: Iterable[PlannedRow],
    name: str,
    format: str,
    default_category: str = "",
    publish: bool = False,
    all_or_nothing: bool = False,
    by,
    now: datetime,
) -> QuestionImport:
    """Keep what is read and planned, until it is confirmed. What this person left unconfirmed before is thrown away.

    `planned` may still be reading: rows are stored in transactions of their own as they come, so that neither memory nor the
    database's lock is held for a whole file. Raises QuizError forbidden, and what `planned` raises; then nothing is kept.
    """
    _may_write(by, publish=publish)
    kept = _open_import(
        QuestionImport(
            name=name[-200:],
            format=format,
            default_category=default_category,
            publish=publish,
            all_or_nothing=all_or_nothing,
            created_by=by,
            created_at=now,
        )
    )
    try:
        for batch in batched(enumerate(planned, 1), CHUNK):
            ImportRow.objects.bulk_create(_row(kept, position, plan) for position, plan in batch)
    except BaseException:
        kept.delete()
        raise
    QuestionImport.objects.filter(pk=kept.pk).update(status=Status.CHECKED)
    kept.status = Status.CHECKED
    return kept


@transaction.atomic(durable=True)
def _open_import(kept: QuestionImport) -> QuestionImport:
    unconfirmed = (Status.READING, Status.CHECKED)
    QuestionImport.objects.filter(created_by=kept.created_by, status__in=unconfirmed).delete()
    kept.save()
    return kept


def _row(kept: QuestionImport, position: int, planned: PlannedRow) -> ImportRow:
    row = ImportRow(
        belongs_to=kept,
        position=position,
        number=planned.row.number,
        source=list(planned.row.source),
        unsupported=planned.row.unsupported[:100],
    )
    row.keep(planned.data or planned.row.question)
    _set_plan(row, planned)
    return row


def _set_plan(row: ImportRow, planned: PlannedRow) -> None:
    row.verdict, row.other = planned.verdict, planned.other
    row.problems = [[problem.field, problem.sentence] for problem in planned.problems]
    row.warnings = list(dict.fromkeys(planned.warnings))


@transaction.atomic(durable=True)
def drop_import(*, import_id: int, by) -> None:
    """Throw an unconfirmed import away. Raises QuizError: unknown_import, import_over."""
    kept = _locked(import_id, by)
    if kept.status not in (Status.READING, Status.CHECKED):
        raise QuizError("import_over")
    kept.delete()


@transaction.atomic(durable=True)
def confirm_import(*, import_id: int, by, now: datetime) -> QuestionImport:
    """Let an import begin; one that is all or nothing is written here and now, to the end.

    Confirming twice is confirming once. Raises QuizError: unknown_import, import_refused, forbidden.
    """
    kept = _locked(import_id, by)
    if kept.status != Status.CHECKED:
        return kept
    _may_write(by, publish=kept.publish)  # rights may have been taken away since the upload
    kept.status = Status.RUNNING
    kept.save(update_fields=["status"])
    if kept.all_or_nothing:
        _all_is_well(kept)
        with _files_of_failure() as files:
            while kept.status == Status.RUNNING:
                _write_chunk(kept, by, now, files)
            _all_is_well(kept)
    return kept


def _all_is_well(kept: QuestionImport) -> None:
    """Raise QuizError import_refused when a row of the import cannot be taken."""
    if kept.rows.filter(verdict__in=NOT_TAKEN).exists():
        raise QuizError("import_refused")


@transaction.atomic(durable=True)
def write_chunk(*, import_id: int, by, now: datetime) -> QuestionImport:
    """Write the next rows of a confirmed import; nothing when it is done. Call it until it is.

    Raises QuizError: unknown_import, forbidden.
    """
    kept = _locked(import_id, by)
    if kept.status == Status.RUNNING:
        _may_write(by, publish=kept.publish)  # rights may have been taken away since the upload
        with _files_of_failure() as files:
            _write_chunk(kept, by, now, files)
    return kept


def _locked(import_id: int, by) -> QuestionImport:
    """Take the import's row lock; only who uploaded it goes on with it."""
    own = QuestionImport.objects.filter(created_by=by) if by is not None else QuestionImport.objects.all()
    kept = own.select_for_update(of=("self",)).filter(pk=import_id).first()
    if kept is None:
        raise QuizError("unknown_import")
    return kept


@contextmanager
def _files_of_failure():
    """A list for the files stored meanwhile; they are deleted when the database takes back what points to them."""
    files: list[tuple] = []
    try:
        yield files
    except BaseException:
        for storage, name in files:
            storage.delete(name)
        raise


def _write_chunk(kept: QuestionImport, by, now: datetime, files: list) -> None:
    rows = list(kept.rows.filter(position__gt=kept.cursor).order_by("position")[:CHUNK])
    if rows:
        _write_rows(kept, rows, by, now, files)
        kept.cursor = rows[-1].position
    if len(rows) < CHUNK:
        kept.status, kept.finished_at = Status.DONE, now
        counts = asdict(counts_of([kept])[kept.pk])
        log(kept, IMPORTED, user=by, data=counts | {"file": kept.name, "publish": kept.publish})
    kept.save(update_fields=["cursor", "status", "finished_at"])


def _write_rows(kept: QuestionImport, rows: list[ImportRow], by, now: datetime, files: list) -> None:
    """Plan the rows again, because the bank may have changed since the upload, and write what still holds."""
    pending = [row for row in rows if row.verdict in (Verdict.CREATE, Verdict.UPDATE)]
    options = options_for(default_category=kept.default_category, publish=kept.publish, user=by)
    plans = plan_import((_as_read(row) for row in pending), options)
    writes: list[tuple[ImportRow, Write]] = []
    for row, planned in zip(pending, plans, strict=True):
        current = _still_holds(row, planned)
        _set_plan(row, current)
        if current.is_written:
            changed = current.other if current.verdict == Verdict.UPDATE else None
            writes.append((row, Write(current.data, changed)))
    writer = Writer(publish=kept.publish, user=by, now=now, collection=_collection(by), files=files)
    questions = writer.write([write for _row, write in writes])
    for (row, _write), question in zip(writes, questions, strict=True):
        row.question = question
    for row in pending:
        row.picture = None
    upsert(ImportRow, pending, OUTCOME)


def _as_read(row: ImportRow) -> Row:
    return Row(number=row.number, question=row.question_data, warnings=tuple(row.warnings), source=tuple(row.source))


def _still_holds(row: ImportRow, planned: PlannedRow) -> PlannedRow:
    """Refuse to change a question that was not there, or not the one, when the person looked at the plan."""
    if planned.verdict == Verdict.UPDATE and (row.verdict, row.other_id) != (Verdict.UPDATE, planned.other.pk):
        sentence = _("预览以后，题库里多了一道编号“%(code)s”的题。请重新上传，看过再确认。")
        return _refused(planned, sentence % {"code": planned.data.code})
    if planned.verdict == Verdict.CREATE and row.verdict == Verdict.UPDATE:
        return _refused(planned, _("预览以后，要更新的题被删掉了。请重新上传，看过再确认。"))
    return planned


def _refused(planned: PlannedRow, sentence: str) -> PlannedRow:
    return replace(planned, verdict=Verdict.REFUSED, problems=(*planned.problems, Problem("code", sentence)))
