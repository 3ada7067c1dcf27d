"""The front page and plain pages such as 关于我们."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from education.blocks import BodyBlock


class HomePage(Page):
    """The front page: who are you, and what is worth five minutes today."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "home/home.html"

    kicker = models.CharField(_("眉题"), max_length=40, blank=True)
    headline = models.CharField(_("大标题"), max_length=40, help_text=_("用“｜”分行。"))
    lead = models.CharField(_("导语"), max_length=160)
    hero = models.ForeignKey(
        "media.LibraryImage", verbose_name=_("主图"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    hero_alt = models.CharField(_("主图描述"), max_length=120, blank=True)
    featured = StreamField(
        [("page", blocks.PageChooserBlock(page_type="education.Material", label=_("页面")))],
        verbose_name=_("本周推荐"),
        blank=True,
        block_counts={"page": {"max_num": 6}},
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kicker"),
                FieldPanel("headline"),
                FieldPanel("lead"),
                FieldPanel("hero"),
                FieldPanel("hero_alt"),
            ],
            heading=_("头图区"),
        ),
        FieldPanel("featured"),
    ]

    class Meta:
        verbose_name = _("首页")

    @property
    def headline_lines(self) -> list[str]:
        return self.headline.split("｜")

    def get_context(self, request, *args, **kwargs):
        from ..selectors import home_context

        return super().get_context(request, *args, **kwargs) | home_context(self)


class PlainPage(Page):
    """A page of text: about, privacy, accessibility."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "home/plain.html"

    body = StreamField(BodyBlock(), verbose_name=_("正文"))
    updated_on = models.DateField(_("更新日期"), default=timezone.localdate)

    content_panels = [*Page.content_panels, FieldPanel("body"), FieldPanel("updated_on")]

    class Meta:
        verbose_name = _("普通页面")
        verbose_name_plural = _("普通页面")
