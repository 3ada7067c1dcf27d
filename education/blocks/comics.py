"""Panels of a comic and what is said in them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class DialogueLineBlock(blocks.StructBlock):
    """Who says what. Narration has the speaker 旁白."""

    speaker = blocks.CharBlock(label=_("谁说"), max_length=20, default="旁白")
    text = blocks.TextBlock(label=_("说什么"), rows=2, max_length=300)

    class Meta:
        icon = "comment"
        label = _("对白")
        form_classname = "struct-block dialogue-line"


class PanelBlock(blocks.StructBlock):
    """One panel: picture, what is visible in it, and its dialogue as text."""

    image = ImageChooserBlock(label=_("这一格的图"))
    alt = blocks.TextBlock(label=_("画面描述"), rows=2, max_length=200, help_text=_("画面里看得见什么，不重复对白。"))
    lines = blocks.ListBlock(DialogueLineBlock(), label=_("对白"), min_num=1)

    class Meta:
        icon = "image"
        label = _("一格")
        description = _("一格漫画：图、画面描述、对白文字。缺一样都不能发布。")
        template = "education/blocks/panel.html"
        preview_template = "education/blocks/panel_preview.html"
        preview_value = {"alt": "奶奶举着手机", "lines": [{"speaker": "奶奶", "text": "中奖了？快点开！"}]}
