"""Which blocks may stand in which text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .law import CaseBlock, ClaimStepsBlock, LawBlock, MythFactBlock
from .practice import ChecklistBlock, SelfCheckBlock
from .teaching import TeacherNoteBlock
from .text import PictureBlock, PlainTableBlock, RecordingBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """The blocks that every text may use."""

    text = TextBlock()
    picture = PictureBlock()
    recording = RecordingBlock()
    law = LawBlock()
    case = CaseBlock()
    myth_fact = MythFactBlock()
    checklist = ChecklistBlock()
    claim_steps = ClaimStepsBlock()
    table = PlainTableBlock()
    self_check = SelfCheckBlock()

    class Meta:
        template = "education/blocks/body.html"


class GuideBodyBlock(BodyBlock):
    """The content of a guide's section: teacher's notes are allowed."""

    teacher_note = TeacherNoteBlock()


class StepBlock(blocks.StructBlock):
    """One step of a lesson: what the progress bar counts."""

    title = blocks.CharBlock(label=_("这一步的标题"), max_length=20)
    body = BodyBlock(label=_("内容"))

    class Meta:
        icon = "list-ol"
        label = _("步骤")
        description = _("一课分几步，读者读完一步算一步。")
        template = "education/blocks/step.html"
        preview_value = {
            "title": "七天怎么算",
            "body": [{"type": "text", "value": "<p>从签收的第二天开始数。</p>"}],
        }


class SectionBlock(blocks.StructBlock):
    """A section of a guide's chapter."""

    title = blocks.CharBlock(label=_("小节标题"), max_length=40)
    anchor = blocks.RegexBlock(
        regex=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        label=_("链接名"),
        help_text=_("小写英文、数字和短横线，用在网址里，例如 read-the-label"),
        error_messages={"invalid": _("只能用小写英文、数字和短横线。")},
    )
    body = GuideBodyBlock(label=_("内容"))

    class Meta:
        icon = "title"
        label = _("小节")
        description = _("指南一章里的一节，链接名用在网址里。")
        preview_value = {
            "title": "先看标签",
            "anchor": "read-the-label",
            "body": [{"type": "text", "value": "<p>拿起来，翻到背面，从上往下看一遍。</p>"}],
        }
        template = "education/blocks/section.html"


class HandoutBlock(blocks.StructBlock):
    """A sheet to print and hand out."""

    title = blocks.CharBlock(label=_("讲义标题"), max_length=40)
    body = BodyBlock(label=_("内容"))

    class Meta:
        icon = "print"
        label = _("讲义")
        description = _("打印出来发给大家的一页纸。")
        template = "education/blocks/handout.html"
        preview_value = {
            "title": "标签侦探记录表",
            "body": [{"type": "text", "value": "<p>产品名称：＿＿＿＿　生产日期：＿＿＿＿</p>"}],
        }
