"""From the lines of one question to its data: what is stem, option, answer, explanation, and which type it is."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..models.questions import Difficulty
from ..question_data import QuestionData, Row, cleaned_row
from ..question_types import InvalidBody
from ..text import BLANK
from .excel_answers import Cells, decode_numeric, letters_of
from .excel_columns import DIFFICULTIES, code_of, truth_of
from .excel_rows import parse_day
from .text_lines import (
    ANY_TYPE,
    CIRCLED,
    EMPTY_BRACKETS,
    FILLED_LETTERS,
    FILLED_TRUTH,
    LETTERS,
    MAX_BLOCK,
    TYPE_OF,
    Block,
    cut_labels,
    find_circled,
    find_options,
    half,
)

TAG = re.compile(rf"[【\[（(〔]\s*({ANY_TYPE})(?:[,，、]?\s*(\d+(?:\.\d+)?)\s*分)?\s*[】\]）)〕]\s*")
POINTS = re.compile(r"[（(【\[]\s*(?:本小?题|共)?\s*(\d+(?:\.\d+)?)\s*分\s*[)）】\]]\s*")
UNDERSCORES = re.compile(r"_{2,}|＿+|﹍+")
LETTER_WITH_WORDS = re.compile(rf"(?:选\s*)?([{LETTERS}])\s*[.．、:：)）]\s*\S.*", re.DOTALL)
OPEN = re.compile(r"[？?]$|^(?:简述|试述|论述|谈谈|请说明|请简述|什么是|为什么|如何)")
# An option that speaks of others makes sense in its own place alone.
REFERRING = re.compile(
    rf"以上|上述(?:都|全|均|选项|说法|答案)|^[{LETTERS}](?:\s*[、,，和与及]?\s*[{LETTERS}])+\s*(?:都|均|项|$)"
)
NUMBERED = re.compile(r"[（(]\d{1,2}[)）]\s*|[①-⑩]\s*|(?:^|(?<=[\s；;，,。]))\d{1,2}[)）.．、]\s*(?=\S)")
UNITS = ("元", "米", "克", "升", "次", "人", "公里", "千米", "吨", "件")


@dataclass
class Found:
    """What was found in a block: texts, not yet judged."""

    stem: str
    options: list[str]
    answer: str
    hint: str  # a type, "choice" for either kind of choice, "" for none
    word: str  # the hint in the paper's words
    points: str
    fields: dict[str, str]
    warnings: list[str] = field(default_factory=list)


def row_of(ordinal: int, block: Block) -> Row:
    """Return the row of a block; `ordinal` counts the questions of the paper from 1."""
    found = dissect(block)
    pictures = [picture for line in block.lines for picture in line.pictures]
    if len(pictures) > 1:
        found.warnings.append(_("这道题有 %(count)d 张图片，只取了第一张。") % {"count": len(pictures)})
    if block.stray:
        found.warnings.insert(0, _("前面这些文字没有导入：%(text)s") % {"text": shortened("／".join(block.stray))})
    unsupported, problems, question = "", [], None
    try:
        if block.is_too_long:
            raise InvalidBody(_("这道题超过 %(limit)d 个字，可能有题号没有认出来。") % {"limit": MAX_BLOCK})
        code = type_of(found)
        if code.startswith("-"):
            unsupported = code[1:]
        else:
            question = question_of(code, found, pictures[0] if pictures else None, problems)
    except InvalidBody as error:
        problems += error.problems
    row = Row(
        number=ordinal,
        question=None if problems else question,
        problems=tuple(problems),
        warnings=tuple(found.warnings),
        source=("\n".join(block.source).strip(),),
        unsupported=unsupported,
    )
    return cleaned_row(row)


def shortened(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:119]}…"


def dissect(block: Block) -> Found:
    """Take a block apart."""
    head, fields = cut_labels(block.text)
    stem, options = find_options(head)
    if not options and "answer" in fields:  # the answer may stand before the options
        answer, options = find_options(fields["answer"])
        if options and answer:
            fields["answer"] = answer
        else:
            options = []
    stem, word, points = take_tags(stem, options)
    word = fields.get("type") or word or block.section.word
    points = fields.get("points") or points or block.section.points
    hint = TYPE_OF.get(half(word).strip(), "")
    if not options and hint in ("single_choice", "multiple_choice", "choice", "") and "①" in stem:
        answer = fields.get("answer") or block.key
        if CIRCLED.fullmatch(answer.strip()) or hint:
            stem, options = find_circled(stem)
    found = Found(stem, options, fields.get("answer", ""), hint, word, points, fields)
    if block.key:
        if found.answer and half(found.answer) != half(block.key):
            found.fields["conflict"] = block.key
        found.answer = block.key
    if block.key_explanation and not fields.get("explanation"):
        fields["explanation"] = block.key_explanation
    if fields.get("-"):
        found.warnings.append(_("这些内容没有导入：%(text)s") % {"text": shortened(fields["-"])})
    return found


def take_tags(stem: str, options: list[str]) -> tuple[str, str, str]:
    """Return the stem without a type and points in brackets at its ends, the type's word, the points."""
    word = points = ""
    for _again in range(2):
        for pattern in (TAG, POINTS):
            match = pattern.match(stem) or re.search(pattern.pattern + "$", stem)
            if match is None:
                continue
            if pattern is TAG:
                word, points = match[1], match[2] or points
            else:
                points = match[1]
            stem = (stem[: match.start()] + stem[match.end() :]).strip()
    return stem, word, points


def type_of(found: Found) -> str:
    """Return the type's code, or "-" and the name of a type that there is not. Raises InvalidBody when nothing tells."""
    if found.hint == "-layout":
        raise InvalidBody(_("%(type)s请用 Excel 表格导入。") % {"type": found.word})
    if found.hint == "-unsupported":
        return f"-{found.word}"
    if found.options:
        if found.hint in ("single_choice", "multiple_choice", "true_false"):
            return found.hint
        if not found.hint and all(truth_of(words) is not None for words in found.options):
            return "true_false"
        return "multiple_choice" if len(re.findall(f"[{LETTERS}]", answer_of(found))) > 1 else "single_choice"
    if found.hint in ("true_false", "fill_in", "numeric"):
        return found.hint
    if found.hint:
        raise InvalidBody(_("没有认出选项。选项要以 A. B. 或 A、B、开头。"))
    return type_without_options(found)


def type_without_options(found: Found) -> str:
    underlined = bool(UNDERSCORES.search(found.stem))
    answer = found.answer if len(EMPTY_BRACKETS.findall(found.stem)) > 1 else first_words(found.answer)
    if not underlined and (truth_of(answer) is not None or (not answer and FILLED_TRUTH.search(found.stem))):
        return "true_false"
    if underlined or EMPTY_BRACKETS.search(found.stem):
        return "fill_in"
    if found.answer or OPEN.search(found.stem):
        return "-" + _("问答题")
    raise InvalidBody(_("没有选项，没有空，也没有答案，看不出是哪种题。"))


def answer_of(found: Found) -> str:
    """Return the answer to a choice: labelled, listed, or in the brackets of the stem."""
    return found.answer or "".join(
        filter(None, (match[1] or match[2] for match in FILLED_LETTERS.finditer(found.stem)))
    )


def question_of(code: str, found: Found, picture, problems: list[str]) -> QuestionData:
    """Return the question, not yet checked; add to `problems` or raise InvalidBody."""
    if "conflict" in found.fields:
        problems.append(
            _("题目里的答案是“%(one)s”，答案表里是“%(other)s”。")
            % {"one": shortened(found.fields["answer"]), "other": shortened(found.fields["conflict"])}
        )
    body = READERS[code](found)
    return QuestionData(
        type=code,
        stem=found.stem,
        body=body,
        points=points_of(found),
        explanation=found.fields.get("explanation", ""),
        category=found.fields.get("category", ""),
        code=found.fields.get("code", ""),
        difficulty=code_of(found.fields.get("difficulty", ""), DIFFICULTIES) or Difficulty.MEDIUM.value,
        law=found.fields.get("law", ""),
        checked_on=parse_day(found.fields.get("checked_on", ""), problems),
        picture=picture,
    )


def points_of(found: Found) -> int:
    match = re.match(r"(\d+)(\.\d+)?", half(found.points).strip())
    if match is None:
        return 1
    if match[2] and float(match[2]):
        found.warnings.append(_("分数 %(points)s 不是整数，按 1 分算。") % {"points": match[0]})
        return 1
    return int(match[1])


def read_choice(found: Found) -> dict:
    answer, inline = found.answer, list(FILLED_LETTERS.finditer(found.stem))
    if not answer:
        if len(inline) > 1:
            raise InvalidBody(_("题干里有几个括号都像答案，请另起一行写“答案：”。"))
        if not inline:
            raise InvalidBody(_("没有找到答案。"))
        answer = inline[0][1] or inline[0][2]
    numbers = choice_numbers(answer, len(found.options))
    for match in reversed(inline):  # a key left in the stem would be shown
        given = match[1] or match[2]
        if sorted(choice_numbers(given, len(found.options))) == sorted(numbers):
            empty = "（ ）" if match[1] else BLANK
            found.stem = found.stem[: match.start()] + empty + found.stem[match.end() :]
        elif not found.answer or match[1]:
            found.warnings.append(_("题干括号里的“%(given)s”和答案不一样，按答案算。") % {"given": given.strip()})
    fixed = any(REFERRING.search(words) for words in found.options)
    if fixed:
        found.warnings.append(_("有的选项提到别的选项（例如“以上都是”），所以选项不打乱。"))
    options = [{"text": words, "right": n in numbers} for n, words in enumerate(found.options)]
    return {"options": options, "keep_order": fixed}


def choice_numbers(answer: str, count: int) -> list[int]:
    """Return the options that an answer names: "B", "A、C", "B. 七天", "②"; raise InvalidBody."""
    words = answer.strip()
    if match := LETTER_WITH_WORDS.fullmatch(words):
        rest = words[match.end(1) :]
        if not re.fullmatch(rf"[\s、,，.．;；:：)）{LETTERS}]+[。.]?", rest):
            words = match[1]
    circled = re.fullmatch(r"[①-⑫\s、,，]+", words)
    if circled:
        words = "".join(chr(ord("A") + ord(sign) - ord("①")) for sign in words if "①" <= sign <= "⑫")
    return letters_of(re.sub(r"^选\s*", "", words).strip("（）()【】[] "), count)


def read_true_false(found: Found) -> dict:
    inline = list(FILLED_TRUTH.finditer(found.stem))
    right = truth_of(first_words(found.answer))
    if right is None and found.answer and found.options:
        chosen = choice_numbers(found.answer, len(found.options))
        right = truth_of(found.options[chosen[0]]) if len(chosen) == 1 else None
    if right is None and not found.answer and len(inline) == 1:
        right = truth_of(inline[0][1] or inline[0][2])
    if right is None:
        raise InvalidBody(_("没有找到答案。判断题的答案写“对”或“错”。"))
    for match in reversed(inline):
        if truth_of(match[1] or match[2]) is right:
            found.stem = found.stem[: match.start()] + found.stem[match.end() :]
    found.stem = re.sub(r"[（(]\s*[)）]\s*([。.]?)$", r"\1", found.stem.strip())
    found.stem = re.sub(r"^[（(]\s*[)）]\s*", "", found.stem).strip()
    return {"right": right}


def first_words(answer: str) -> str:
    """Return an answer up to a comma: "错，应当是七天" → 错."""
    return re.split(r"[，,。；;\s]", answer.strip(), maxsplit=1)[0].strip("（）()【】[] ")


def read_fill_in(found: Found) -> dict:
    stem = UNDERSCORES.sub(BLANK, found.stem)
    if BLANK not in stem:
        stem = EMPTY_BRACKETS.sub(BLANK, stem)
    if not found.answer:
        raise InvalidBody(_("没有找到答案。填空题要另起一行写“答案：”，几个空之间用“；”隔开。"))
    found.stem = stem
    count = max(1, stem.count(BLANK))
    pieces = split_blanks(found.answer, count)
    if len(pieces) != count:
        raise InvalidBody(
            _("有 %(count)d 个空，答案却认出 %(found)d 个。几个空的答案之间用“；”隔开。")
            % {"count": count, "found": len(pieces)}
        )
    return {"blanks": [alternatives(piece, found) for piece in pieces]}


def split_blanks(answer: str, count: int) -> list[str]:
    """Return the answers of so many blanks: by lines, semicolons, numbers, commas or spaces, whichever comes out even."""
    if count == 1:
        return [re.sub(r"^(?:[（(]1[)）]|①|1(?:、|[.．](?!\d)))\s*(?=\S)", "", answer.strip().rstrip("。；;"))]
    pieces = [answer]
    for separator in (r"\n", r"[；;]", NUMBERED, r"、", r"[，,]", r"\s+"):
        parts = [part.strip().strip("。；;，,") for part in re.split(separator, answer)]
        parts = [part for part in parts if part]
        if len(parts) == count:
            return [re.sub(r"^(?:[（(]\d{1,2}[)）]|[①-⑩]|\d{1,2}[.．、])\s*", "", part) or part for part in parts]
        if len(parts) > len(pieces):
            pieces = parts
    return pieces


def alternatives(piece: str, found: Found) -> list[str]:
    """Return the accepted spellings: "三倍|3倍", or "三倍/3倍" where the stroke is no part of a number or a unit."""
    words = [part.strip() for part in re.split(r"[|｜]", piece) if part.strip()]
    if len(words) == 1 and "/" in piece and not re.search(rf"\d/\d|(?:{'|'.join(UNITS)})/", piece):
        words = [part.strip() for part in piece.split("/") if part.strip()]
        found.warnings.append(_("“%(answer)s”当作 %(count)d 种说法。") % {"answer": piece, "count": len(words)})
    return words


READERS = {
    "single_choice": read_choice,
    "multiple_choice": read_choice,
    "true_false": read_true_false,
    "fill_in": read_fill_in,
    "numeric": lambda found: decode_numeric(Cells(answer=found.answer), found.stem),
}
