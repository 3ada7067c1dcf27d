"""The blocks of a quiz's settings: what its paper is made of, and what is said for which result."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class FixedBlock(blocks.StructBlock):
    """One question that everybody gets."""

    question = SnippetChooserBlock("quizzes.Question", label=_("题目"))
    points = blocks.IntegerBlock(
        label=_("分数"), required=False, min_value=1, max_value=1000, help_text=_("不填就用题目自己的分数。")
    )

    class Meta:
        icon = "help"
        label = _("指定一道题")


def type_choices():
    from .question_types import TYPES

    return [(code, kind.label) for code, kind in TYPES.items()]


def difficulty_choices():
    from .models.questions import Difficulty

    return Difficulty.choices


class DrawBlock(blocks.StructBlock):
    """Some questions drawn at random, anew for each attempt."""

    count = blocks.IntegerBlock(label=_("抽几道题"), min_value=1, max_value=200, default=10)
    category = SnippetChooserBlock("quizzes.Category", label=_("分类"), required=False, help_text=_("包括下级分类。"))
    topic = SnippetChooserBlock("education.Topic", label=_("主题"), required=False)
    audience = SnippetChooserBlock("education.Audience", label=_("读者"), required=False)
    type = blocks.ChoiceBlock(type_choices, label=_("题型"), required=False)
    difficulty = blocks.ChoiceBlock(difficulty_choices, label=_("难度"), required=False)
    points = blocks.IntegerBlock(
        label=_("每题分数"), required=False, min_value=1, max_value=1000, help_text=_("不填就用题目自己的分数。")
    )

    class Meta:
        icon = "rotate"
        label = _("随机抽题")


class PaperBlock(blocks.StreamBlock):
    """A paper: fixed questions and random draws, in order."""

    fixed = FixedBlock()
    draw = DrawBlock()

    class Meta:
        min_num = 1


class BandBlock(blocks.StructBlock):
    """What is said to those who reach a share of the points."""

    from_percent = blocks.IntegerBlock(label=_("从百分之几起"), min_value=0, max_value=100)
    title = blocks.CharBlock(label=_("等级"), max_length=20, help_text=_("例如“消费达人”。"))
    feedback = blocks.TextBlock(label=_("评语"), required=False, rows=2)
    lessons = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="education.Material", label=_("页面")),
        label=_("推荐学习"),
        default=[],
        max_num=4,
    )

    class Meta:
        icon = "pick"
        label = _("评语")
