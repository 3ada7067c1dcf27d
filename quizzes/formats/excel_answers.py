"""The answer of a question in the cells of a row, and back: `encode(type, body)`, `decode(type, cells, stem)`.

Each type's cells are described in docs/editing/question-files.md and in the workbook's own sheet 填写说明.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _

from ..question_types import InvalidBody
from ..question_types.base import letter, weight_of
from ..text import BLANK
from .excel_columns import ORDERS, RULES, code_of, truth_of
from .marks import Marks, split

ALTERNATIVES = Marks("|｜", rare="(（;；")
SIDES = Marks("=＝", rare="多")
UNITS = Marks("|｜=＝")
EXTRA = "多余"
SHARE = re.compile(r"[（(]\s*(\d+(?:\.\d+)?\s*[%％]|\d+\s*/\s*\d+)\s*[)）]$")
NUMBER = r"[+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?"
ANSWER = re.compile(rf"({NUMBER})(.*?)(?:(?:±|\+/?-)({NUMBER})(.*))?", re.IGNORECASE | re.DOTALL)
WEIGHT = re.compile(r"([A-Z])\s*[=:]\s*(.+)")
LETTERED = re.compile(r"([A-ZＡ-Ｚ])\s*[：:、.．]\s*(.*)")
SIDED = re.compile(r"(对|错|正确|错误|√|×)\s*[：:]\s*(.*)")


@dataclass
class Cells:
    """The cells that say the answer, as texts. `options` are in the order of their columns, empty ones included."""

    options: list[str] = field(default_factory=list)
    answer: str = ""
    rule: str = ""
    order: str = ""
    weights: str = ""
    feedback: str = ""
    units: str = ""


def share_words(share: Fraction) -> str:
    """Return a share as people write it: 50%, 1/3."""
    return f"{share * 100}%" if (share * 100).denominator == 1 else str(share)


def rule_words(code: str) -> str:
    return RULES[code][0]


def filled_options(cells: Cells) -> list[str]:
    """Return the options; raise InvalidBody for a gap between them."""
    options = list(cells.options)
    while options and not options[-1].strip():
        options.pop()
    if gaps := [letter(number) for number, words in enumerate(options) if not words.strip()]:
        raise InvalidBody(_("选项%(letters)s是空的，后面却还有选项。") % {"letters": "、".join(gaps)})
    return options


def letters_of(words: str, count: int) -> list[int]:
    """Return the numbers of the `count` options that an answer such as "ACD" or "A、C" names; raise InvalidBody."""
    letters = re.sub(r"[\s、,;.。和及]", "", unicodedata.normalize("NFKC", words)).upper()
    if not letters:
        raise InvalidBody(_("请填写答案。"))
    if not re.fullmatch("[A-Z]+", letters):
        raise InvalidBody(_("答案“%(answer)s”不是选项的字母。") % {"answer": words[:40]})
    numbers = [ord(sign) - ord("A") for sign in letters]
    if missing := [letter(number) for number in numbers if number >= count]:
        raise InvalidBody(_("答案里的%(letters)s没有对应的选项。") % {"letters": "、".join(missing)})
    if len(set(numbers)) < len(numbers):
        raise InvalidBody(_("答案里有重复的字母。"))
    return numbers


def weights_of(words: str, count: int) -> dict[str, str]:
    """Return the share of each option named in "A=1/2；B=50%"; raise InvalidBody."""
    shares = {}
    for piece in split(unicodedata.normalize("NFKC", words), ";,、"):
        match = WEIGHT.fullmatch(piece.upper())
        if match is None:
            raise InvalidBody(_("选项分值“%(piece)s”要写成“A=50%%”的样子。") % {"piece": piece[:40]})
        shares[match[1]] = match[2].replace(" ", "")
    check_named(shares, count, _("选项分值"))
    return shares


def check_named(names: Iterable[str], count: int, what: str) -> None:
    """Raise InvalidBody when something is said about an option that is not there."""
    if unknown := [name for name in names if ord(name) - ord("A") >= count]:
        raise InvalidBody(
            _("%(what)s里写了%(letters)s，可是没有这个选项。") % {"what": what, "letters": "、".join(unknown)}
        )


def feedback_of(words: str, head: re.Pattern) -> dict[str, str]:
    """Return the feedback by its head; a line without a head goes on with the one before, as does one after a backslash."""
    said: dict[str, str] = {}
    current = None
    for line in (line.strip() for line in words.split("\n")):
        match = None if line.startswith("\\") else head.fullmatch(line)
        if match:
            current = unicodedata.normalize("NFKC", match[1])
            said[current] = match[2]
        elif line and current is None:
            raise InvalidBody(_("反馈的每一条前面要写明是谁的，例如“A：……”“对：……”。"))
        elif line:
            said[current] += "\n" + line.removeprefix("\\")
    return said


def feedback_words(said: dict[str, str], head: re.Pattern) -> str:
    """The other way round."""
    lines = []
    for name, words in said.items():
        first, *others = words.split("\n")
        lines.append(f"{name}：{first}")
        lines += ["\\" + line if line.startswith("\\") or head.fullmatch(line) else line for line in others]
    return "\n".join(lines)


def encode_choice(body: dict) -> Cells:
    options = body["options"]
    return Cells(
        options=[option["text"] for option in options],
        answer="".join(letter(number) for number, option in enumerate(options) if option.get("right")),
        rule=rule_words(body["rule"]) if "rule" in body else "",
        order="固定" if body.get("keep_order") else "",
        weights="；".join(
            f"{letter(number)}={share_words(Fraction(option['weight']))}"
            for number, option in enumerate(options)
            if "weight" in option
        ),
        feedback=feedback_words(
            {letter(number): option["feedback"] for number, option in enumerate(options) if "feedback" in option},
            LETTERED,
        ),
    )


def decode_choice(cells: Cells) -> dict:
    texts = filled_options(cells)
    right = letters_of(cells.answer, len(texts))
    shares = weights_of(cells.weights, len(texts))
    said = feedback_of(cells.feedback, LETTERED)
    check_named(said, len(texts), _("选项反馈"))
    if cells.order not in ORDERS:
        raise InvalidBody(_("选项顺序只能填“固定”或“打乱”。"))
    options = []
    for number, words in enumerate(texts):
        name, option = letter(number), {"text": words, "right": number in right}
        option |= {"weight": shares[name]} if name in shares else {}
        options.append(option | ({"feedback": said[name]} if name in said else {}))
    return {"options": options, "keep_order": ORDERS[cells.order]}


def decode_multiple(cells: Cells, stem: str) -> dict:
    body = decode_choice(cells) | {"rule": code_of(cells.rule, RULES)}
    if body["rule"] == "weights":
        positive = [weight_of(option.get("weight", "0")) > 0 for option in body["options"]]
        if positive != [option["right"] for option in body["options"]]:
            raise InvalidBody(_("按选项分值计分时，答案要正好是分值大于 0 的那些选项。"))
    return body


def encode_true_false(body: dict) -> Cells:
    said = body.get("feedback", {})
    named = {word: said[side] for word, side in (("对", "true"), ("错", "false")) if side in said}
    return Cells(answer="对" if body["right"] else "错", feedback=feedback_words(named, SIDED))


def decode_true_false(cells: Cells, stem: str) -> dict:
    """Also read the answer as the letter of an option 对 or 错."""
    right = truth_of(cells.answer)
    options = [truth_of(words) for words in filled_options(cells)]
    if options:
        if sorted(options, key=str) != [False, True]:
            raise InvalidBody(_("判断题不用填选项。"))
        if right is None:
            right = options[letters_of(cells.answer, 2)[0]]
    if right is None:
        raise InvalidBody(_("判断题的答案要填“对”或“错”。"))
    said = feedback_of(cells.feedback, SIDED)
    return {"right": right, "feedback": {"true" if truth_of(word) else "false": words for word, words in said.items()}}


def accepted_words(entry: str | dict) -> str:
    """Return an accepted answer, with its share after it; what only looks like a share is escaped."""
    words, share = (entry["text"], entry["weight"]) if isinstance(entry, dict) else (entry, None)
    match = SHARE.search(words)
    place = match.start() if match else len(words)
    escaped = ALTERNATIVES.escape(words[:place]) + ("\\" if match else "") + ALTERNATIVES.escape(words[place:])
    return escaped + (f"（{share_words(Fraction(share))}）" if share else "")


def encode_fill_in(body: dict) -> Cells:
    lines = ["|".join(accepted_words(entry) for entry in blank) for blank in body["blanks"]]
    if len(lines) == 1:  # one line could also be read as several blanks
        lines = [re.sub("([;；])", r"\\\1", lines[0])]
    return Cells(answer="\n".join(lines))


def decode_fill_in(cells: Cells, stem: str) -> dict:
    """A line for each blank; one line with as many pieces between semicolons as the stem has blanks will do too."""
    blanks = split(ALTERNATIVES.hide(cells.answer), "")
    if len(blanks) == 1 < max(stem.count(BLANK), len(re.findall("__+", stem))):
        blanks = split(blanks[0], "；;")
    if not blanks:
        raise InvalidBody(_("请填写答案。"))
    return {"blanks": [[decode_accepted(piece) for piece in split(blank, "|｜")] for blank in blanks]}


def decode_accepted(piece: str) -> str | dict:
    match = SHARE.search(piece)
    if match is None:
        return ALTERNATIVES.show(piece)
    share = unicodedata.normalize("NFKC", match[1]).replace(" ", "")
    return {"text": ALTERNATIVES.show(piece[: match.start()]), "weight": share}


def encode_numeric(body: dict) -> Cells:
    lines = [
        entry["value"]
        + (f"±{entry['tolerance']}" if entry["tolerance"] != "0" else "")
        + (f"（{share_words(Fraction(entry['weight']))}）" if "weight" in entry else "")
        for entry in body["answers"]
    ]
    units = [
        UNITS.escape(unit["name"]) + (f"={unit['factor']}" if unit["factor"] != "1" else "")
        for unit in body.get("units", [])
    ]
    return Cells(answer="\n".join(lines), units="|".join(units))


def decode_numeric(cells: Cells, stem: str) -> dict:
    units = []
    for piece in split(UNITS.hide(cells.units).replace("\n", " "), "|｜"):
        name, _equals, factor = piece.replace("＝", "=").partition("=")
        unit = {"name": UNITS.show(name).strip()}
        units.append(unit | ({"factor": UNITS.show(factor)} if factor.strip() else {}))
    answers = []
    for piece in split(cells.answer, "|｜；;"):
        entry, unit = decode_number(piece)
        if unit and not units and not re.match(r"[/\d]", unit):
            units.append({"name": unit})
        if unit and (not units or unicodedata.normalize("NFKC", units[0]["name"]) != unit):
            raise InvalidBody(_("答案“%(answer)s”要写成数字，可以带上第一个单位。") % {"answer": piece[:40]})
        answers.append(entry)
    return {"answers": answers, "units": units}


def decode_number(piece: str) -> tuple[dict, str]:
    """Return an answer and its unit from "500±1 元（50%）"; raise InvalidBody."""
    words = unicodedata.normalize("NFKC", piece).replace("−", "-").strip()
    entry = {}
    if share := SHARE.search(words):
        entry["weight"], words = share[1].replace(" ", ""), words[: share.start()].strip()
    match = ANSWER.fullmatch(words)
    if match is None:
        raise InvalidBody(_("答案“%(answer)s”不是数字。") % {"answer": piece[:40]})
    value, unit, tolerance, after = match.groups()
    entry |= {"value": value.replace(",", "")} | ({"tolerance": tolerance.replace(",", "")} if tolerance else {})
    return entry, (unit.strip() or (after or "").strip())


def encode_ordering(body: dict) -> Cells:
    return Cells(options=list(body["items"]), rule=rule_words(body["rule"]))


def decode_ordering(cells: Cells, stem: str) -> dict:
    items = filled_options(cells)
    if cells.answer.strip():
        order = letters_of(cells.answer, len(items))
        if len(order) < len(items):
            raise InvalidBody(_("排序题的答案要写出所有选项的字母，或者不填（表示就按选项的先后）。"))
        items = [items[number] for number in order]
    return {"items": items, "rule": code_of(cells.rule, RULES)}


def encode_matching(body: dict) -> Cells:
    pairs = [("\\" + left if left == EXTRA else SIDES.escape(left), right) for left, right in body["pairs"]]
    pairs += [(EXTRA, right) for right in body.get("extra", [])]
    return Cells(options=[f"{left}={SIDES.escape(right)}" for left, right in pairs])


def decode_matching(cells: Cells, stem: str) -> dict:
    pairs, extra = [], []
    for number, cell in enumerate(filled_options(cells)):
        left, equals, right = SIDES.hide(cell).replace("＝", "=").partition("=")
        if not equals:
            raise InvalidBody(
                _("选项%(letter)s要写成“左边=右边”，多余的右边写成“多余=右边”。") % {"letter": letter(number)}
            )
        if left.strip() == EXTRA:
            extra.append(SIDES.show(right))
        else:
            pairs.append([SIDES.show(left), SIDES.show(right)])
    return {"pairs": pairs, "extra": extra}


ENCODERS = {
    "single_choice": encode_choice,
    "multiple_choice": encode_choice,
    "true_false": encode_true_false,
    "fill_in": encode_fill_in,
    "numeric": encode_numeric,
    "ordering": encode_ordering,
    "matching": encode_matching,
}
# type → its reader, and which cells it uses; others are named in a warning when they are filled
DECODERS = {
    "single_choice": (lambda cells, stem: decode_choice(cells), {"options", "answer", "order", "weights", "feedback"}),
    "multiple_choice": (decode_multiple, {"options", "answer", "rule", "order", "weights", "feedback"}),
    "true_false": (decode_true_false, {"options", "answer", "feedback"}),
    "fill_in": (decode_fill_in, {"answer"}),
    "numeric": (decode_numeric, {"answer", "units"}),
    "ordering": (decode_ordering, {"options", "answer", "rule"}),
    "matching": (decode_matching, {"options"}),
    "case_study": (lambda cells, stem: {}, set()),
}


def fitting_stem(code: str, stem: str, body: dict) -> str:
    """Return the stem with runs of underscores as blanks where that makes them as many as the answers."""
    count = len(body.get("blanks", ()))
    if code != "fill_in" or stem.count(BLANK) == count or len(re.findall("__+", stem)) != count:
        return stem
    return re.sub("__+", BLANK, stem)
