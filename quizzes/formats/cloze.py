"""Moodle's cloze questions: gaps inside the text, {2:SHORTANSWER:=三倍~%50%两倍#差一点}.

Follows the reader of Moodle's own (question/type/multianswer): a gap ends at "}", answers are parted by "~", feedback begins at
"#"; each may be escaped by a backslash or written as an HTML entity. A gap's number is its marks.
"""

import html
import re
from dataclasses import dataclass, field
from fractions import Fraction

from ..text import inline_html
from . import moodle_answers
from .html_text import to_text
from .moodle_answers import Answer, Found, percent, share_of_percent

KINDS = {
    **dict.fromkeys(["NUMERICAL", "NM"], "number"),
    **dict.fromkeys(["SHORTANSWER", "SA", "MW"], "short"),
    **dict.fromkeys(["SHORTANSWER_C", "SAC", "MWC"], "exact"),
    **dict.fromkeys(["MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"], "choice"),
    **dict.fromkeys(["MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"], "choice shuffled"),
    **dict.fromkeys(["MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH"], "responses"),
    **dict.fromkeys(["MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS"], "responses shuffled"),
}
START = re.compile(r"\{(\d{0,4}):(" + "|".join(sorted(KINDS, key=len, reverse=True)) + "):")
AMPERSANDS = ("&", "&amp;")  # before "#", the beginning of an entity
SHARE = re.compile(r"=|%(-?\d+(?:[.,]\d*)?)%")
NUMBER = re.compile(
    r"(-?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?)(?::(-?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?))?\s*"
)
# Written as entities, these end neither answer nor gap, nor begin feedback.
ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\~#{}"})


@dataclass
class Gap:
    """One gap. `kind` is a value of KINDS; each answer is (share or None where none is written, words, feedback), still escaped."""

    kind: str
    points: int
    answers: list[tuple[Fraction | None, str, str]] = field(default_factory=list)

    @property
    def shuffled(self) -> bool:
        return self.kind.endswith("shuffled")

    def found(self) -> Found:
        """Return the question that this gap asks."""
        answers = [Answer(_unescape(w), Fraction(s or 0), to_text(_unescape(f)).text) for s, w, f in self.answers]
        if self.kind in ("short", "exact"):
            accepted, problems, warnings = moodle_answers.blank(answers, exact_case=self.kind == "exact")
            return Found("fill_in", {"blanks": [accepted]}, problems, warnings)
        if self.kind == "number":
            return moodle_answers.numeric([_with_tolerance(answer) for answer in answers])
        warnings = []
        for answer in answers:
            converted = to_text(answer.text)
            answer.text = converted.text
            warnings += converted.warnings
        single = self.kind.startswith("choice")
        if not single:
            self._balance(answers)
        found = moodle_answers.choice(answers, single=single, keep_order=not self.shuffled)
        found.warnings += warnings
        return found

    def _balance(self, answers: list[Answer]) -> None:
        """Let the right ones add up to all marks, as Moodle does; a wrong one takes away a right one's where nothing is said."""
        total = sum(answer.share for answer in answers if answer.share > 0)
        specific = any(share is not None and share not in (0, 1) for share, _words, _feedback in self.answers)
        for answer in answers if total else []:
            if answer.share > 0:
                answer.share /= total
            elif not specific and answer.share == 0:
                answer.share = -1 / Fraction(total)


def _with_tolerance(answer: Answer) -> tuple[Answer, str]:
    match = NUMBER.fullmatch(answer.text.strip())
    tolerance = (match[2] or "0").replace(",", ".") if match else ""
    return Answer(match[1] if match else answer.text, answer.share, answer.feedback), tolerance


def _unescape(words: str) -> str:
    return re.sub(r"\\([}#~])", r"\1", html.unescape(words))


def split_gaps(text: str) -> tuple[list[str], list[Gap]]:
    """Return the HTML around the gaps (one piece more than gaps) and the gaps."""
    pieces, gaps, since, at = [], [], 0, 0
    while match := START.search(text, at):
        gap = Gap(KINDS[match[2]], int(match[1] or 1))
        end = _read_answers(text, match.end(), gap)
        if end is None:
            break
        if not gap.answers:
            at = end
            continue
        pieces.append(text[since : match.start()])
        gaps.append(gap)
        since = at = end
    return [*pieces, text[since:]], gaps


def _read_answers(text: str, at: int, gap: Gap) -> int | None:
    """Read the answers of a gap from `at`; return where it ends, None when nothing closes it (nor any later one)."""
    since, feedback, escaped = at, None, False
    for place in range(at, len(text)):
        sign = text[place]
        if not escaped and sign in "~}":
            if words := text[since : place if feedback is None else feedback]:
                gap.answers.append(_weighted(words, "" if feedback is None else text[feedback + 1 : place]))
            if sign == "}":
                return place + 1
            since, feedback = place + 1, None
        elif (
            not escaped
            and sign == "#"
            and feedback is None
            and not text[max(at, place - 5) : place].endswith(AMPERSANDS)
        ):
            feedback = place
        escaped = sign == "\\" and not escaped
    return None


def _weighted(words: str, feedback: str) -> tuple[Fraction | None, str, str]:
    match = SHARE.match(words)
    if match is None:
        return None, words, feedback
    share = Fraction(1) if match[1] is None else share_of_percent(match[1])
    return share, words[match.end() :], feedback


def write_gap(marker: str, points: int, answers: list[Answer], *, as_html: bool) -> str:
    """Return a gap for HTML text. `as_html`: answers are shown (choices), not compared with what is typed."""

    def written(answer: Answer) -> str:
        words = _escape(str(inline_html(answer.text)) if as_html else answer.text)
        feedback = "#" + _escape(str(inline_html(answer.feedback))) if answer.feedback else ""
        share = "=" if answer.share == 1 else f"%{percent(answer.share)}%"
        return f"{share}{words}{feedback}"

    return f"{{{points}:{marker}:{'~'.join(written(answer) for answer in answers)}}}"


def _escape(words: str) -> str:
    """Return words as they may stand in a gap: entities, which Moodle resolves before it uses them."""
    return html.escape(words, quote=False).translate(ENTITIES)
