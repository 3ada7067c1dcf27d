"""Comics: series, episodes, panels."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import PanelBlock
from .listing import ListingPage
from .materials import Material, stream_text


class ComicIndexPage(ListingPage):
    """All comics."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["education.ComicSeriesPage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.COMIC]
    template = "education/comic_index.html"

    class Meta:
        verbose_name = _("漫画目录")


class ComicSeriesPage(Material):
    """A series: the same people in several episodes."""

    KIND = Material.Kind.COMIC_SERIES
    parent_page_types = ["education.ComicIndexPage"]
    subpage_types = ["education.ComicEpisodePage"]
    template = "education/comic_series.html"

    class Meta:
        verbose_name = _("漫画系列")
        verbose_name_plural = _("漫画系列")

    def episodes(self) -> models.QuerySet["ComicEpisodePage"]:
        """The published episodes, in order."""
        return ComicEpisodePage.objects.child_of(self).live().order_by("path")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["episodes"] = list(self.episodes().for_cards().defer("panels"))
        return context


class ComicEpisodePage(Material):
    """An episode: panels, each with what is visible and what is said, as text."""

    KIND = Material.Kind.COMIC
    parent_page_types = ["education.ComicSeriesPage"]
    subpage_types: list[str] = []
    template = "education/comic_episode.html"

    panels = StreamField([("panel", PanelBlock())], verbose_name=_("分格"), blank=True)

    content_panels = [*Material.content_panels, FieldPanel("panels"), FieldPanel("related")]
    search_fields = [*Material.search_fields, index.SearchField("panels")]

    class Meta:
        verbose_name = _("漫画一话")
        verbose_name_plural = _("漫画各话")

    def reading_text(self) -> str:
        return stream_text(self.panels)

    def missing_text(self) -> list[int]:
        """The 1-based numbers of panels that lack a picture, its description or its dialogue."""
        return [
            number
            for number, block in enumerate(self.panels, 1)
            if not block.value["image"]
            or not block.value["alt"].strip()
            or not any(line["text"].strip() for line in block.value["lines"])
        ]

    def clean(self):
        """Refuse to be live without panels, or with a panel that a blind reader could not follow."""
        super().clean()
        if not self.live:
            return
        if not len(self.panels):
            raise ValidationError({"panels": _("还没有分格，不能发布。")})
        if missing := self.missing_text():
            numbers = "、".join(map(str, missing))
            raise ValidationError({"panels": _("第 %s 格缺图片、画面描述或对白，不能发布。") % numbers})

    def get_context(self, request, *args, **kwargs):
        from ..selectors import episode_context

        return super().get_context(request, *args, **kwargs) | episode_context(self)
