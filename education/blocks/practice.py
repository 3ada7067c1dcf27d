"""Things that the reader does."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class ChecklistBlock(blocks.StructBlock):
    """A list to tick off."""

    title = blocks.CharBlock(label=_("标题"), max_length=40)
    items = blocks.ListBlock(blocks.CharBlock(label=_("一项"), max_length=120), label=_("清单"), min_num=2)

    class Meta:
        icon = "tasks"
        label = _("清单")
        description = _("一条一条可以打勾；打印出来就是一张单子。")
        template = "education/blocks/checklist.html"
        preview_value = {"title": "办卡之前", "items": ["看营业执照", "看合同里的退卡条款", "少充一点"]}


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("选项"), max_length=200)
    correct = blocks.BooleanBlock(label=_("这是正确答案"), required=False)
    feedback = blocks.TextBlock(label=_("选了以后说什么"), required=False, rows=2)

    class Meta:
        icon = "radio-full"
        label = _("选项")


class SelfCheckBlock(blocks.StructBlock):
    """A question with immediate feedback. It is never scored; real quizzes live in the question bank."""

    question = blocks.TextBlock(label=_("题目"), rows=2)
    options = blocks.ListBlock(OptionBlock(), label=_("选项"), min_num=2, max_num=6)

    def clean(self, value):
        """Refuse a question without a right answer, or in which every option is right."""
        cleaned = super().clean(value)
        right = sum(bool(option["correct"]) for option in cleaned["options"])
        if right == 0:
            raise StructBlockValidationError({"options": ValidationError(_("请至少把一个选项标为正确答案。"))})
        if right == len(cleaned["options"]):
            raise StructBlockValidationError({"options": ValidationError(_("不能所有选项都是正确答案。"))})
        return cleaned

    class Meta:
        icon = "help"
        label = _("小测")
        description = _("读者自己试一试，马上看到对错和解释，不计分。")
        template = "education/blocks/self_check.html"
        preview_value = {
            "question": "拆开包装试穿后，还能七天退货吗？",
            "options": [
                {"text": "能，只要衣服本身没坏", "correct": True, "feedback": "对，为检查而拆包装不算不完好。"},
                {"text": "不能，拆封不退", "correct": False, "feedback": "“拆封不退”多数时候站不住脚。"},
            ],
        }
