"""The answer of a question as the editor fills it in: one block for each question type, and the way to plain bodies and back."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .question_types import SIMPLE_TYPES, TYPES, InvalidBody, question_type
from .question_types.case_study import MAX_POINTS


def text_block(label, **options):
    return blocks.TextBlock(label=label, rows=1, **options)


class OptionBlock(blocks.StructBlock):
    text = text_block(_("选项"))
    right = blocks.BooleanBlock(label=_("正确"), required=False)
    feedback = text_block(_("选了以后说什么"), required=False)
    weight = blocks.CharBlock(
        label=_("分值比例"), required=False, max_length=20, help_text=_("多数题不用填。例如 50% 或 1/3，可以是负数。")
    )

    class Meta:
        icon = "radio-full"
        label = _("选项")
        form_layout = blocks.BlockGroup(["text", "right"], settings=["feedback", "weight"])


def options_block():
    return blocks.ListBlock(OptionBlock(), label=_("选项"), min_num=2, max_num=12)


KEEP_ORDER = {
    "label": _("不打乱选项"),
    "required": False,
    "help_text": _("例如最后一项是“以上都对”，或者选项按金额排列。"),
}


class AnswerBlock(blocks.StructBlock):
    """The answer of one question type. `type_code` names the type; subclasses turn values into bodies and back."""

    type_code = ""

    def to_body(self, value) -> dict:
        """Return the body, not yet cleaned."""
        raise NotImplementedError

    def from_body(self, body: dict) -> dict:
        """Return the block's raw JSON value for a cleaned body."""
        raise NotImplementedError

    def clean(self, value):
        cleaned = super().clean(value)
        try:
            question_type(self.type_code).clean(self.to_body(cleaned))
        except InvalidBody as error:
            raise StructBlockValidationError(non_block_errors=[ValidationError(list(error.problems))]) from error
        return cleaned


def option_values(options) -> list[dict]:
    return [
        {name: option[name] for name in ("text", "right", "feedback", "weight") if option[name]} for option in options
    ]


class SingleChoiceBlock(AnswerBlock):
    type_code = "single_choice"
    options = options_block()
    keep_order = blocks.BooleanBlock(**KEEP_ORDER)

    def to_body(self, value):
        return {"options": option_values(value["options"]), "keep_order": value["keep_order"]}

    def from_body(self, body):
        return {"options": body["options"], "keep_order": body.get("keep_order", False)}

    class Meta:
        icon = "radio-full"
        label = _("单选题")


class MultipleChoiceBlock(AnswerBlock):
    type_code = "multiple_choice"
    options = options_block()
    rule = blocks.ChoiceBlock(
        [
            ("all_or_nothing", _("全部选对才得分")),
            ("half_if_incomplete", _("少选得一半，错选不得分")),
            ("per_option", _("少选按选对的个数得分，错选不得分")),
            ("weights", _("按每个选项的分值比例")),
        ],
        label=_("计分规则"),
        default="all_or_nothing",
    )
    keep_order = blocks.BooleanBlock(**KEEP_ORDER)

    def to_body(self, value):
        return {
            "options": option_values(value["options"]),
            "rule": value["rule"],
            "keep_order": value["keep_order"],
        }

    def from_body(self, body):
        return {"options": body["options"], "rule": body["rule"], "keep_order": body.get("keep_order", False)}

    class Meta:
        icon = "tick-inverse"
        label = _("多选题")


class TrueFalseBlock(AnswerBlock):
    type_code = "true_false"
    right = blocks.ChoiceBlock([("true", _("对")), ("false", _("错"))], label=_("题干这句话"))
    feedback_true = text_block(_("答“对”以后说什么"), required=False)
    feedback_false = text_block(_("答“错”以后说什么"), required=False)

    def to_body(self, value):
        feedback = {"true": value["feedback_true"], "false": value["feedback_false"]}
        return {"right": value["right"] == "true", "feedback": feedback}

    def from_body(self, body):
        feedback = body.get("feedback", {})
        return {
            "right": "true" if body["right"] else "false",
            "feedback_true": feedback.get("true", ""),
            "feedback_false": feedback.get("false", ""),
        }

    class Meta:
        icon = "check"
        label = _("判断题")


class FillInBlock(AnswerBlock):
    type_code = "fill_in"
    blanks = blocks.ListBlock(
        blocks.TextBlock(
            label=_("这个空的答案"), rows=2, help_text=_("一行一个可以接受的答案。只得部分分的，行末写“| 50%”。")
        ),
        label=_("空"),
        min_num=1,
        max_num=10,
        help_text=_("题干里用四个下划线 ____ 表示一个空，按顺序对应。"),
    )

    def to_body(self, value):
        return {
            "blanks": [[self._entry(line) for line in blank.splitlines() if line.strip()] for blank in value["blanks"]]
        }

    @staticmethod
    def _entry(line: str):
        words, bar, share = line.rpartition("|")
        return {"text": words, "weight": share.strip()} if bar else line

    def from_body(self, body):
        def line(entry):
            if isinstance(entry, dict):
                return f"{entry['text']} | {entry['weight']}"
            # A bar in the answer itself would be taken for the one before a share.
            return f"{entry} | 100%" if "|" in entry else entry

        return {"blanks": ["\n".join(line(entry) for entry in blank) for blank in body["blanks"]]}

    class Meta:
        icon = "edit"
        label = _("填空题")


class NumericAnswerBlock(blocks.StructBlock):
    value = blocks.CharBlock(label=_("数值"), max_length=40)
    tolerance = blocks.CharBlock(label=_("允许误差"), required=False, max_length=40, default="0")
    weight = blocks.CharBlock(label=_("分值比例"), required=False, max_length=20, help_text=_("不填是 100%。"))

    class Meta:
        label = _("答案")


class UnitBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("单位"), max_length=20)
    factor = blocks.CharBlock(label=_("等于几个第一单位"), required=False, max_length=40, default="1")

    class Meta:
        label = _("单位")


class NumericBlock(AnswerBlock):
    type_code = "numeric"
    answers = blocks.ListBlock(NumericAnswerBlock(), label=_("可以接受的答案"), min_num=1, max_num=12)
    units = blocks.ListBlock(UnitBlock(), label=_("单位"), default=[], max_num=8)

    def to_body(self, value):
        answers = [
            {name: entry[name] for name in ("value", "tolerance", "weight") if entry[name]}
            for entry in value["answers"]
        ]
        return {
            "answers": answers,
            "units": [{"name": u["name"], "factor": u["factor"] or "1"} for u in value["units"]],
        }

    def from_body(self, body):
        return {"answers": body["answers"], "units": body.get("units", [])}

    class Meta:
        icon = "placeholder"
        label = _("数值题")


class OrderingBlock(AnswerBlock):
    type_code = "ordering"
    items = blocks.ListBlock(text_block(_("一项")), label=_("按正确的顺序写"), min_num=2, max_num=12)
    rule = blocks.ChoiceBlock(
        [("all_or_nothing", _("全部排对才得分")), ("per_position", _("按位置正确的项数得分"))],
        label=_("计分规则"),
        default="all_or_nothing",
    )

    def to_body(self, value):
        return {"items": list(value["items"]), "rule": value["rule"]}

    def from_body(self, body):
        return {"items": body["items"], "rule": body["rule"]}

    class Meta:
        icon = "list-ol"
        label = _("排序题")


class PairBlock(blocks.StructBlock):
    left = text_block(_("左边"))
    right = text_block(_("右边"))

    class Meta:
        label = _("一对")


class MatchingBlock(AnswerBlock):
    type_code = "matching"
    pairs = blocks.ListBlock(PairBlock(), label=_("配对"), min_num=2, max_num=12)
    extra = blocks.ListBlock(text_block(_("多余的右边")), label=_("多余的右边"), default=[], max_num=12)

    def to_body(self, value):
        return {"pairs": [[pair["left"], pair["right"]] for pair in value["pairs"]], "extra": list(value["extra"])}

    def from_body(self, body):
        return {
            "pairs": [{"left": left, "right": right} for left, right in body["pairs"]],
            "extra": body.get("extra", []),
        }

    class Meta:
        icon = "link"
        label = _("配对题")


SIMPLE_BLOCKS = (
    SingleChoiceBlock,
    MultipleChoiceBlock,
    TrueFalseBlock,
    FillInBlock,
    NumericBlock,
    OrderingBlock,
    MatchingBlock,
)


class SimpleAnswerBlock(blocks.StreamBlock):
    """Exactly one answer block of a simple type."""

    def __init__(self, local_blocks=None, **kwargs):
        own = [(block.type_code, block()) for block in SIMPLE_BLOCKS]
        super().__init__(local_blocks or own, **{"min_num": 1, "max_num": 1} | kwargs)

    def body_of(self, value) -> tuple[str, dict]:
        """Return (type code, uncleaned body) of a value; ("", {}) when it is empty."""
        if not value:
            return "", {}
        child = value[0]
        return child.block_type, child.block.to_body(child.value)

    def raw_of(self, code: str, body: dict) -> list[dict]:
        """Return the raw JSON value for a type and its cleaned body."""
        return [{"type": code, "value": self.child_blocks[code].from_body(body)}]


class PartBlock(blocks.StructBlock):
    """One sub-question of a case study."""

    stem = blocks.TextBlock(label=_("小题题干"), rows=2)
    points = blocks.IntegerBlock(label=_("分数"), min_value=1, max_value=MAX_POINTS, default=1)
    answer = SimpleAnswerBlock(label=_("答案"))
    explanation = blocks.TextBlock(label=_("解析"), required=False, rows=2)

    class Meta:
        label = _("小题")


class CaseStudyBlock(AnswerBlock):
    type_code = "case_study"
    parts = blocks.ListBlock(PartBlock(), label=_("小题"), min_num=1, max_num=10)

    def to_body(self, value):
        answers = self.child_blocks["parts"].child_block.child_blocks["answer"]
        parts = []
        for part in value["parts"]:
            code, body = answers.body_of(part["answer"])
            own = {name: part[name] for name in ("stem", "points", "explanation") if part[name]}
            parts.append({"type": code, "body": body} | own)
        return {"parts": parts}

    def from_body(self, body):
        answers = self.child_blocks["parts"].child_block.child_blocks["answer"]
        return {
            "parts": [
                {
                    "stem": part["stem"],
                    "points": part["points"],
                    "explanation": part.get("explanation", ""),
                    "answer": answers.raw_of(part["type"], part["body"]),
                }
                for part in body["parts"]
            ]
        }

    class Meta:
        icon = "doc-full"
        label = _("案例题")


class QuestionAnswerBlock(SimpleAnswerBlock):
    """Exactly one answer block, a case study included: choosing it chooses the question's type."""

    def __init__(self, local_blocks=None, **kwargs):
        own = [(block.type_code, block()) for block in (*SIMPLE_BLOCKS, CaseStudyBlock)]
        super().__init__(local_blocks or own, **kwargs)


if {block.type_code for block in SIMPLE_BLOCKS} != set(SIMPLE_TYPES) or len(TYPES) != len(SIMPLE_TYPES) + 1:
    raise RuntimeError("Every question type needs its block, and every block its type.")
