"""The shape of every block in a content file. Lengths are those of the blocks in education/blocks."""

from . import richtext
from .fields import Blocks, Day, Field, Flag, ListOf, Markdown, Pattern, Place, Record, Text

ArtName = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "要写图的文件名（小写英文，不带 .webp）")
Cell = Text(200, least=0)


def same_width(values: dict, at: Place) -> None:
    """Every row of a table is as wide as its header."""
    for number, row in enumerate(values["rows"]):
        if len(row) != len(values["header"]):
            (at / "rows" / number).wrong(f"表头有 {len(values['header'])} 列，这一行有 {len(row)} 列。")


def some_right(values: dict, at: Place) -> None:
    """A self-check has a right answer, and a wrong one."""
    right = sum(bool(option["correct"]) for option in values["options"])
    if right == 0:
        (at / "options").wrong("没有正确答案，请给对的选项写 correct: true。")
    elif right == len(values["options"]):
        (at / "options").wrong("不能所有选项都是正确答案。")


Law = Record({"law": Text(60), "article": Text(30), "version": Text(30), "plain": Markdown(), "checked_on": Day()})
Option = Record({"text": Text(200), "feedback": Text(300)}, {"correct": Flag()})

BLOCKS: dict[str, Field] = {
    "law": Law,
    "case": Record({"situation": Markdown(), "action": Markdown(), "basis": Markdown()}),
    "myth_fact": Record({"myth": Text(80), "fact": Markdown(richtext.INLINE)}),
    "checklist": Record({"title": Text(40), "items": ListOf(Text(120), least=2)}),
    "claim_steps": Record(
        {"title": Text(40), "steps": ListOf(Record({"title": Text(30), "text": Markdown()}), least=2, most=8)}
    ),
    "table": Record({"caption": Text(120), "header": ListOf(Cell), "rows": ListOf(ListOf(Cell))}, check=same_width),
    "self_check": Record({"question": Text(300), "options": ListOf(Option, least=2, most=6)}, check=some_right),
    "picture": Record({"art": ArtName, "alt": Text(200)}, {"caption": Text(120)}),
}

Body = Blocks({"text": Markdown(richtext.PROSE)} | BLOCKS)
HeadedBody = Blocks({"text": Markdown(richtext.TEXT)} | BLOCKS)
GuideBody = Blocks({"text": Markdown(richtext.TEXT)} | BLOCKS | {"teacher_note": Markdown(richtext.PROSE)})
Steps = ListOf(Record({"title": Text(14), "body": Body}), least=4, most=6)
Panel = Record(
    {"alt": Text(200), "lines": ListOf(Record({"speaker": Text(20), "text": Text(300)}), most=12)},
)
