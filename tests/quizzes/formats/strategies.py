"""Hypothesis strategies for questions of every type, in canonical form: `questions()`, `questions("fill_in")`.

Shared by the tests of every format. Texts mix plain Chinese with what the formats use as their own marks.
"""

from datetime import date

from hypothesis import reject
from hypothesis import strategies as st

from quizzes.question_data import Picture, QuestionData
from quizzes.question_types import SIMPLE_TYPES, TYPES, InvalidBody
from quizzes.text import tidy

# fmt: off
TRICKY = [
    "=1+1", "+86 12315", "-3", "@某人", "'引号", '"双引号"', "A. 选项", "B、选项", "（C）", "ANSWER: B", "答案：B", "1. 题干",
    "第2题", "{~错 =对 #反馈}", "a\\:b\\=c", "\\", "\\\\", "\\n", "\\|", "$CATEGORY: x", "// 注", "::名::", "[html]文", "~x",
    "**着重**", "**", "* 星", "<b>粗</b>", "&amp; & <", "]]>", "<!-- -->", "_x000D_", "a|b", "甲｜乙", "三；四", "；；", "左=右",
    "＝", "→", "->", "多余", "多余=乙", "\\多余", "TRUE", "FALSE", "对", "错", "500", "1e5", "0.10", "2026-11-25", "50%", "三（50%）",
    "(1/2)", "%50%", "０１２", "𠮷野家", "👩‍👩‍👧", "e\u0301", "①", "——", "“引”", "http://a.b/c?d=e&f=g#h", "第一行\n第二行", "甲：乙\nB：丙",
    "x\n\\y", "#N/A", "5:0.1", "1..5", "T", "√", "小题", "、", "nan", "None",
]
# fmt: on
PLAIN = st.text("消费者权益保护法七天无理由退货食品安全预付卡商家，。？！、0123456789abcXYZ ", min_size=1, max_size=30)
ANY = st.text(max_size=20)
PIECE = st.one_of(PLAIN, st.sampled_from(TRICKY), ANY)
SLUG = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
SHARE = st.sampled_from(["1/2", "1/3", "1/4", "3/4", "9/10", "1/7"])


@st.composite
def texts(draw, *, max_size: int = 3, lines: bool = True) -> str:
    """A tidy, not empty text; `max_size` in pieces."""
    words = tidy("".join(draw(st.lists(PIECE, min_size=1, max_size=max_size))))
    if not lines:
        words = words.replace("\n", " ")
    return words or "题"


def _unique(entries, least: int, most: int):
    return st.lists(entries, min_size=least, max_size=most, unique=True)


@st.composite
def _options(draw, *, feedback: bool) -> list[dict]:
    options = [{"text": words} for words in draw(_unique(texts(), 2, 12))]
    for option in options:
        if feedback and draw(st.booleans()):
            option["feedback"] = draw(texts())
    return options


@st.composite
def single_choice(draw) -> dict:
    options = draw(_options(feedback=draw(st.booleans())))
    right = draw(st.integers(0, len(options) - 1))
    shares = draw(st.booleans())
    for number, option in enumerate(options):
        if number == right:
            option["right"] = True
        elif shares and draw(st.booleans()):
            option["weight"] = draw(SHARE)
    return {"options": options, "keep_order": draw(st.booleans())}


@st.composite
def multiple_choice(draw) -> dict:
    options = draw(_options(feedback=draw(st.booleans())))
    rule = draw(st.sampled_from(["all_or_nothing", "half_if_incomplete", "per_option", "weights"]))
    right = draw(st.sets(st.integers(0, len(options) - 1), min_size=1))
    for number, option in enumerate(options):
        if number in right:
            option |= {"right": True} | ({"weight": f"1/{len(right)}"} if rule == "weights" else {})
        elif rule == "weights":
            option["weight"] = draw(st.sampled_from(["0", "-1", "-1/2", "-1/3"]))
    return {"options": options, "rule": rule, "keep_order": draw(st.booleans())}


@st.composite
def true_false(draw) -> dict:
    sides = draw(st.sets(st.sampled_from(["true", "false"])))
    return {"right": draw(st.booleans()), "feedback": {side: draw(texts()) for side in sorted(sides)}}


@st.composite
def fill_in(draw) -> dict:
    blanks = []
    for _number in range(draw(st.integers(1, 4))):
        blank = draw(st.lists(texts(max_size=2, lines=False), min_size=1, max_size=4))
        shared = draw(st.lists(st.tuples(texts(max_size=2, lines=False), SHARE), max_size=2))
        blanks.append([*blank, *({"text": words, "weight": share} for words, share in shared)])
    return {"blanks": blanks}


DECIMAL = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False).map(str)
TOLERANCE = st.one_of(st.just("0"), st.decimals(0, 1000, places=3).map(str))
UNIT = st.one_of(
    st.sampled_from(["元", "角", "%", "天", "千克", "m²", "元/千克", "a=b", "a|b", "\\", "（50%）", "元 "]),
    st.text("元角分天米克abc|=\\", min_size=1, max_size=5),
)


@st.composite
def numeric(draw) -> dict:
    answers = [{"value": draw(DECIMAL), "tolerance": draw(TOLERANCE)} for _n in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        answers.append({"value": draw(DECIMAL), "tolerance": draw(TOLERANCE), "weight": draw(SHARE)})
    units = [{"name": name} for name in draw(st.lists(UNIT, max_size=3, unique_by=tidy))]
    for unit in units[1:]:
        unit["factor"] = draw(st.sampled_from(["0.1", "100", "0.001", "1"]))
    return {"answers": answers, "units": units}


@st.composite
def ordering(draw) -> dict:
    return {
        "items": draw(_unique(texts(), 2, 12)),
        "rule": draw(st.sampled_from(["all_or_nothing", "per_position"])),
    }


@st.composite
def matching(draw) -> dict:
    lefts = draw(_unique(texts(), 2, 12))
    pool = draw(_unique(texts(), 2, 12))
    rights = [pool[0], pool[1], *(draw(st.sampled_from(pool)) for _left in lefts[2:])]
    extra = draw(st.lists(texts(), max_size=12, unique=True)) if draw(st.booleans()) else []
    return {"pairs": [list(pair) for pair in zip(lefts, rights, strict=True)], "extra": extra}


BODIES = {
    "single_choice": single_choice,
    "multiple_choice": multiple_choice,
    "true_false": true_false,
    "fill_in": fill_in,
    "numeric": numeric,
    "ordering": ordering,
    "matching": matching,
}


@st.composite
def stems(draw, code: str, body: dict) -> str:
    """A stem that fits the body: as many blanks as a fill-in question needs (none, now and then, when it has one)."""
    if code != "fill_in":
        return draw(texts())
    count = len(body["blanks"])
    pieces = [draw(texts(max_size=1)).replace("_", "·") for _n in range(count + 1)]
    return pieces[0] if count == 1 and draw(st.integers(0, 4)) == 0 else "____".join(pieces)


@st.composite
def case_study(draw) -> dict:
    parts = []
    for _number in range(draw(st.integers(1, 4))):
        code = draw(st.sampled_from(sorted(SIMPLE_TYPES)))
        body = draw(BODIES[code]())
        part = {"type": code, "stem": draw(stems(code, body)), "points": draw(st.integers(1, 20)), "body": body}
        parts.append(part | ({"explanation": draw(texts())} if draw(st.booleans()) else {}))
    return {"parts": parts}


@st.composite
def questions(draw, code: str | None = None, *, pictures: bool = False) -> QuestionData:
    """A question in canonical form, of the type `code` or of any; with a picture now and then when `pictures`."""
    code = code or draw(st.sampled_from(sorted(TYPES)))
    body = draw(case_study() if code == "case_study" else BODIES[code]())
    level = st.text("网络购物退货食品预付卡abc12=（）", min_size=1, max_size=8)
    law = draw(
        st.sampled_from(
            ["", "《消费者权益保护法》第二十五条", "《食品安全法》第一百四十八条；《民法典》第五百七十七条"]
        )
    )
    days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
    question = QuestionData(
        type=code,
        stem=draw(stems(code, body)),
        body=body,
        points=draw(st.integers(1, 1000)),
        explanation=draw(st.one_of(st.just(""), texts())),
        category="/".join(draw(st.lists(level, max_size=3))),
        code=draw(st.one_of(st.just(""), SLUG)),
        topics=tuple(draw(st.lists(SLUG, max_size=3, unique=True))),
        audiences=tuple(draw(st.lists(SLUG, max_size=3, unique=True))),
        difficulty=draw(st.sampled_from(["easy", "medium", "hard"])),
        law=law,
        checked_on=draw(days if law else st.one_of(st.none(), days)),
        lesson=draw(st.one_of(st.just(""), SLUG)),
        picture=draw(st.one_of(st.none(), picture())) if pictures else None,
    )
    try:
        return question.cleaned()
    except InvalidBody:
        return reject()


@st.composite
def picture(draw) -> Picture:
    """A picture by name; its bytes need not decode, formats carry them unchecked."""
    return Picture(
        draw(SLUG) + draw(st.sampled_from([".png", ".jpg"])),
        draw(st.binary(min_size=1, max_size=60)),
        draw(texts(lines=False)),
    )
