"""Whole papers put together at random from the ways in which people number, mark and answer: every question comes back."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.formats import format_named

TEXT = format_named("text")
WORDS = st.text("消费者权益保护法退货食品安全预付卡商家怎么办可以", min_size=2, max_size=12)
NUMBERS = ("{}. ", "{}、", "{}．", "（{}）", "{}）", "第{}题 ", "【{}】")
OPTIONS = ("{}. {}", "{}、{}", "{}．{}", "（{}）{}", "{}) {}", "{}：{}")
LABELS = ("答案：{}", "【答案】{}", "正确答案: {}", "参考答案：{}", "（答案：{}）")
HEADINGS = {"single": "单项选择题", "multiple": "多选题（每题1分）", "truth": "判断题", "blank": "填空题："}


@dataclass(frozen=True)
class Asked:
    """A question of the paper: its kind, stem, options, and the answer as it is typed."""

    kind: str
    stem: str
    options: tuple[str, ...]
    answer: str


@st.composite
def asked(draw, kind: str) -> Asked:
    stem = draw(WORDS)
    if kind == "truth":
        return Asked(kind, stem + "。", (), draw(st.sampled_from(["√", "×", "对", "错"])))
    if kind == "blank":
        return Asked(kind, f"{stem}____{draw(WORDS)}", (), draw(WORDS))
    options = tuple(draw(st.lists(WORDS, min_size=2, max_size=6, unique=True)))
    most = 1 if kind == "single" else len(options)
    right = sorted(draw(st.sets(st.sampled_from("ABCDEF"[: len(options)]), min_size=1, max_size=most)))
    return Asked(kind, stem + "？", options, "".join(right))


@st.composite
def papers(draw) -> tuple[str, list[Asked]]:
    """A paper in one style throughout, as one person types it, and what it asks."""
    kinds = draw(st.lists(st.sampled_from(sorted(HEADINGS)), min_size=1, max_size=4, unique=True))
    sections = [(kind, draw(st.lists(asked(kind), min_size=1, max_size=4))) for kind in kinds]
    numbering, mark, label = (draw(st.sampled_from(words)) for words in (NUMBERS, OPTIONS, LABELS))
    joint = draw(st.sampled_from(["\n", "  ", "\t"]))
    blank_lines = draw(st.booleans())
    restart, listed, explained = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    lines, keys, number = [draw(st.sampled_from(["", "消费知识测验"]))], ["参考答案"], 0
    for place, (kind, questions) in enumerate(sections):
        heading = f"{'一二三四'[place]}、{HEADINGS[kind]}"
        lines.append(heading)
        keys.append(heading)
        number = 0 if restart else number
        for question in questions:
            number += 1
            lines.append(numbering.format(number) + question.stem)
            options = [mark.format(sign, words) for sign, words in zip("ABCDEF", question.options, strict=False)]
            lines += [joint.join(options)] if options else []
            keys.append(f"{number}. {question.answer}")
            if not listed:
                lines.append(label.format(question.answer))
            if explained and not listed:
                lines.append("解析：1. 因为这样。\n2. 又因为那样。")
            if blank_lines:
                lines.append("")
    return "\n".join(lines + (keys if listed else [])), [
        question for _kind, questions in sections for question in questions
    ]


def answer_of(question) -> str | bool:
    body = question.body
    if "options" in body:
        return "".join("ABCDEF"[n] for n, option in enumerate(body["options"]) if option.get("right"))
    return body["blanks"][0][0] if "blanks" in body else body["right"]


@settings(max_examples=400, deadline=None)
@given(papers())
def test_every_question_of_a_paper_comes_back(paper):
    text, questions = paper
    rows = list(TEXT.read(text.encode()))
    assert [row.problems for row in rows] == [()] * len(questions)
    types = {"single": "single_choice", "multiple": "multiple_choice", "truth": "true_false", "blank": "fill_in"}
    assert [(row.question.type, row.question.stem) for row in rows] == [(types[q.kind], q.stem) for q in questions]
    truths = {"√": True, "对": True, "×": False, "错": False}
    assert [answer_of(row.question) for row in rows] == [truths.get(q.answer, q.answer) for q in questions]
    texts = [tuple(option["text"] for option in row.question.body.get("options", ())) for row in rows]
    assert texts == [question.options for question in questions]
