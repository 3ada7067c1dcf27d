"""The versions of a question for people: what changed from one to the next, and where each was answered."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from media.models import LibraryImage

from ..models import ItemTally, PracticeAnswer, Question, QuestionVersion, Regrade
from ..question_types import question_type
from ..question_types.base import letter
from ..statistics import ItemTally as Counts


@dataclass(frozen=True)
class Change:
    """One field that differs: its name, and old and new words in one text with what went and what came marked."""

    name: str
    html: SafeString


@dataclass(frozen=True)
class Use:
    """A quiz in which a version was answered, and how many ended attempts the statistics count."""

    quiz_id: int
    title: str
    attempts: int


@dataclass(frozen=True)
class VersionEntry:
    version: QuestionVersion
    changes: list[Change]
    uses: list[Use]
    practised: int
    regrades: list[Regrade]


def version_history(question: Question) -> list[VersionEntry]:
    """Return the versions of a question, the newest first. A fixed number of queries."""
    versions = list(question.versions.select_related("created_by", "lesson").order_by("number"))
    pictures = LibraryImage.objects.in_bulk({v.picture_id for v in versions if v.picture_id})
    words = [_words(version, pictures) for version in versions]
    uses, practised, regrades = _uses(question), _practised(question), _regrades(question)
    entries = []
    for number, version in enumerate(versions):
        changes = _changes(words[number - 1], words[number]) if number else []
        entries.append(
            VersionEntry(
                version, changes, uses.get(version.pk, []), practised.get(version.pk, 0), regrades.get(version.pk, [])
            )
        )
    return entries[::-1]


def answer_lines(type_code: str, body: dict) -> list[str]:
    """Return an answer in lines, the key included, with everything that an author can set."""
    kind = question_type(type_code)
    if type_code == "case_study":
        lines = []
        for number, part in enumerate(body["parts"], 1):
            points = _("%(points)d 分") % {"points": part["points"]}
            lines.append(f"({number}) {question_type(part['type']).label} {part['stem']} — {points}")
            lines += [f"    {line}" for line in answer_lines(part["type"], part["body"])]
            lines += ["    " + _("解析：") + part["explanation"]] if part.get("explanation") else []
        return lines
    if "options" in body:
        lines = [_option_line(number, option) for number, option in enumerate(body["options"])]
        lines += [_("不打乱选项")] if body.get("keep_order") else []
    elif type_code == "fill_in":
        lines = [f"{number}. {' / '.join(map(_accepted, blank))}" for number, blank in enumerate(body["blanks"], 1)]
    else:
        lines = [*kind.right_answer(body), *(f"+ {extra}" for extra in body.get("extra", []))]
        lines += [words for words in body.get("feedback", {}).values() if words]
        lines += [f"1 {u['name']} = {u['factor']} {body['units'][0]['name']}" for u in body.get("units", [])[1:]]
        lines += [f"{a['value']} ± {a['tolerance']} ({a['weight']})" for a in body.get("answers", []) if "weight" in a]
    return [*lines, kind.rule(body, 100)] if "rule" in body else lines


def _option_line(number: int, option: dict) -> str:
    line = f"{letter(number)}. {option['text']}{' ✓' if option.get('right') else ''}"
    line += f" ({option['weight']})" if option.get("weight") else ""
    return f"{line} — {option['feedback']}" if option.get("feedback") else line


def _accepted(entry) -> str:
    return f"{entry['text']} ({entry['weight']})" if isinstance(entry, dict) else entry


def _words(version: QuestionVersion, pictures: dict) -> dict[str, str]:
    """The fields of a version as texts, by their names for people."""
    names = {field.name: str(field.verbose_name) for field in QuestionVersion._meta.get_fields() if field.concrete}
    picture = pictures.get(version.picture_id)
    return {
        names["type"]: str(version.kind.label),
        names["stem"]: version.stem,
        names["body"]: "\n".join(answer_lines(version.type, version.body)),
        names["points"]: str(version.full_points),
        names["explanation"]: version.explanation,
        names["law"]: version.law,
        names["checked_on"]: date_format(version.checked_on, "Y-m-d") if version.checked_on else "",
        names["picture"]: picture.title if picture else "",
        names["picture_alt"]: version.picture_alt,
        names["lesson"]: version.lesson.title if version.lesson else "",
    }


def _changes(before: dict[str, str], after: dict[str, str]) -> list[Change]:
    return [Change(name, difference(before[name], after[name])) for name in after if before[name] != after[name]]


def difference(before: str, after: str) -> SafeString:
    """Return both texts as one, escaped, with <del> around what went and <ins> around what came."""
    parts = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(escape(before[i:j]))
            continue
        parts.append(f"<del>{escape(before[i:j])}</del>" if i < j else "")
        parts.append(f"<ins>{escape(after[k:m])}</ins>" if k < m else "")
    return mark_safe("".join(parts).replace("\n", "<br>"))


def _uses(question: Question) -> dict[int, list[Use]]:
    counts: dict[tuple[int, int], Use] = {}
    rows = ItemTally.objects.filter(version__question=question).select_related("quiz").order_by("quiz", "pk")
    for row in rows:
        # Every attempt with a case study has its first part: the other parts would count it again.
        if row.part:
            continue
        key = (row.version_id, row.quiz_id)
        earlier = counts[key].attempts if key in counts else 0
        counts[key] = Use(row.quiz_id, row.quiz.title, earlier + Counts.from_json(row.data).attempts)
    uses: dict[int, list[Use]] = {}
    for (version_id, _quiz), use in counts.items():
        uses.setdefault(version_id, []).append(use)
    return uses


def _practised(question: Question) -> dict[int, int]:
    rows = PracticeAnswer.objects.filter(version__question=question).order_by().values("version")
    return {row["version"]: row["count"] for row in rows.annotate(count=Count("pk"))}


def _regrades(question: Question) -> dict[int, list[Regrade]]:
    found: dict[int, list[Regrade]] = {}
    for regrade in Regrade.objects.filter(version__question=question).select_related("created_by").order_by("pk"):
        found.setdefault(regrade.version_id, []).append(regrade)
    return found
