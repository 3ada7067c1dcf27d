"""Student guides: a guide has chapters, a chapter has sections."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from ..blocks import SectionBlock
from .listing import ListingPage
from .materials import Material, stream_text


class GuideIndexPage(ListingPage):
    """All guides."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["education.GuidePage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.GUIDE]
    template = "education/guide_index.html"

    class Meta:
        verbose_name = _("指南目录")


class GuidePage(Material):
    """A guide: read by chapter, printed or saved whole."""

    KIND = Material.Kind.GUIDE
    parent_page_types = ["education.GuideIndexPage"]
    subpage_types = ["education.ChapterPage"]
    template = "education/guide.html"

    edition = models.CharField(_("版次"), max_length=30, blank=True, help_text=_("例如：2026 年版"))
    intro = RichTextField(_("前言"), features=["bold", "ol", "ul", "link"], blank=True)

    content_panels = [*Material.content_panels, FieldPanel("edition"), FieldPanel("intro"), FieldPanel("related")]
    search_fields = [*Material.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("指南")
        verbose_name_plural = _("指南")

    def chapters(self) -> models.QuerySet["ChapterPage"]:
        """The published chapters, in order."""
        return ChapterPage.objects.child_of(self).live().order_by("path")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["chapters"] = list(self.chapters())
        return context


class ChapterPage(Material):
    """A chapter of a guide."""

    KIND = Material.Kind.CHAPTER
    parent_page_types = ["education.GuidePage"]
    subpage_types: list[str] = []
    template = "education/chapter.html"

    sections = StreamField([("section", SectionBlock())], verbose_name=_("小节"))
    activities = StreamField(
        [("activity", blocks.PageChooserBlock(page_type="education.ActivityPage", label=_("教案")))],
        verbose_name=_("配套课堂活动"),
        blank=True,
    )

    content_panels = [
        *Material.content_panels,
        FieldPanel("sections"),
        FieldPanel("activities"),
        FieldPanel("related"),
    ]
    search_fields = [*Material.search_fields, index.SearchField("sections")]

    class Meta:
        verbose_name = _("章")
        verbose_name_plural = _("章")

    def reading_text(self) -> str:
        return stream_text(self.sections)

    def get_context(self, request, *args, **kwargs):
        from ..selectors import chapter_context

        return super().get_context(request, *args, **kwargs) | chapter_context(self, request.user)
