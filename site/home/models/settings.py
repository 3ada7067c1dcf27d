"""Texts and menus of the site's frame, editable under 设置 in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField


class MenuItemBlock(blocks.StructBlock):
    """A menu entry: words and a page of ours."""

    label = blocks.CharBlock(label=_("文字"), max_length=12)
    page = blocks.PageChooserBlock(label=_("页面"))

    class Meta:
        icon = "link"
        label = _("菜单项")
        description = _("导航里的一项，指向站内的一页。")


@register_setting(icon="site")
class SiteTexts(BaseSiteSetting):
    """The name, menus, hotline and footer of the site."""

    name = models.CharField(_("网站名称"), max_length=30, default="明白消费")
    tagline = models.CharField(_("一句话"), max_length=60, default="买得明白，也退得明白")
    hotline = models.CharField(_("热线"), max_length=20, default="12315")
    hotline_note = models.CharField(_("热线说明"), max_length=80, default="消费者投诉举报热线")
    organiser = models.CharField(_("主办单位"), max_length=60, blank=True)
    record_number = models.CharField(_("备案号"), max_length=60, blank=True)
    footer_note = models.CharField(_("页脚说明"), max_length=200, blank=True)
    main_menu = StreamField([("item", MenuItemBlock())], verbose_name=_("主导航"), blank=True)
    footer_menu = StreamField([("item", MenuItemBlock())], verbose_name=_("页脚导航"), blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline")], heading=_("名称")),
        MultiFieldPanel([FieldPanel("hotline"), FieldPanel("hotline_note")], heading=_("热线")),
        FieldPanel("main_menu"),
        FieldPanel("footer_menu"),
        MultiFieldPanel(
            [FieldPanel("organiser"), FieldPanel("record_number"), FieldPanel("footer_note")], heading=_("页脚")
        ),
    ]

    class Meta:
        verbose_name = _("网站文字与菜单")
