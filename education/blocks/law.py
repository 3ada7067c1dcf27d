"""Rules of law and how they work in life."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .text import INLINE_FEATURES

PROSE_FEATURES = ["ol", "ul", *INLINE_FEATURES]


class LawBlock(blocks.StructBlock):
    """One rule: law, article, version, what it means in plain words, and when it was last checked."""

    law = blocks.CharBlock(label=_("法律名称"), max_length=60, help_text=_("不加书名号，例如：消费者权益保护法"))
    article = blocks.CharBlock(label=_("条款"), max_length=30, help_text=_("例如：第二十五条"))
    version = blocks.CharBlock(label=_("版本"), max_length=30, required=False, help_text=_("例如：2013 年修正"))
    plain = blocks.RichTextBlock(label=_("用大白话说"), features=PROSE_FEATURES)
    checked_on = blocks.DateBlock(label=_("核对日期"))

    class Meta:
        icon = "gavel"
        label = _("法条")
        description = _("写明哪部法、哪一条、什么意思，以及哪天核对过。")
        template = "education/blocks/law.html"
        preview_value = {
            "law": "消费者权益保护法",
            "article": "第二十五条",
            "version": "2013 年修正",
            "plain": "<p>网上买的东西，收到后七天内一般可以退，不用说理由。</p>",
            "checked_on": "2026-11-25",
        }


class CaseBlock(blocks.StructBlock):
    """情景 → 怎么办 → 依据."""

    situation = blocks.RichTextBlock(label=_("情景"), features=PROSE_FEATURES)
    action = blocks.RichTextBlock(label=_("怎么办"), features=PROSE_FEATURES)
    basis = blocks.RichTextBlock(label=_("依据"), features=PROSE_FEATURES)

    class Meta:
        icon = "group"
        label = _("案例")
        description = _("情景、怎么办、依据，三步讲完一件事。")
        template = "education/blocks/case.html"
        preview_value = {
            "situation": "<p>客服坚持“拆封不退”。</p>",
            "action": "<p>先在平台提交退货，附开箱照片；不答应，拨 12315。</p>",
            "basis": "<p>消费者权益保护法第二十五条。</p>",
        }


class MythFactBlock(blocks.StructBlock):
    """A saying that goes round, and the truth."""

    myth = blocks.CharBlock(label=_("流传的说法"), max_length=80)
    fact = blocks.RichTextBlock(label=_("真相"), features=INLINE_FEATURES)

    class Meta:
        icon = "warning"
        label = _("误区与真相")
        description = _("左边一句流传的说法，右边是真相。")
        template = "education/blocks/myth_fact.html"
        preview_value = {"myth": "特价商品一概不退。", "fact": "<p>有质量问题，特价也得退换。</p>"}


class ClaimStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("这一步"), max_length=30)
    text = blocks.RichTextBlock(label=_("怎么做"), features=PROSE_FEATURES)

    class Meta:
        icon = "arrow-right"
        label = _("步骤")


class ClaimStepsBlock(blocks.StructBlock):
    """维权步骤: what to do, in order."""

    title = blocks.CharBlock(label=_("标题"), max_length=40)
    steps = blocks.ListBlock(ClaimStepBlock(), label=_("步骤"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        label = _("维权步骤")
        description = _("按先后写清每一步做什么、找谁。")
        template = "education/blocks/claim_steps.html"
        preview_value = {
            "title": "商家不退，怎么办",
            "steps": [
                {"title": "先和商家说清楚", "text": "<p>说明要求，留下聊天记录。</p>"},
                {"title": "找平台", "text": "<p>提交售后，附上照片。</p>"},
                {"title": "拨 12315", "text": "<p>说清时间、商家、金额和要求。</p>"},
            ],
        }
