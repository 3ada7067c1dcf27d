"""Material: what every page that teaches has in common, so that one query finds them all by topic and audience."""

import re
from math import ceil

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

# Characters that a person reads in a minute: slower than the 300 to 500 measured for adults' silent reading of Chinese,
# because many readers are children and elders.
READING_SPEED = 280


class MaterialQuerySet(PageQuerySet):
    """Composable reads of materials."""

    def in_topic(self, slug: str):
        return self.filter(topics__slug=slug)

    def for_audience(self, slug: str):
        return self.filter(audiences__slug=slug)

    def for_cards(self):
        """Fetch what a card shows, in a fixed number of queries."""
        return self.select_related("cover").prefetch_related("topics", "audiences", "cover__renditions")


class MaterialManager(PageManager.from_queryset(MaterialQuerySet)):
    pass


class Material(Page):
    """A page that teaches. Subclasses set KIND and, where it is read, `reading_text`."""

    class Kind(models.TextChoices):
        COURSE = "course", _("课程")
        LESSON = "lesson", _("课")
        GUIDE = "guide", _("指南")
        CHAPTER = "chapter", _("指南章节")
        ACTIVITY = "activity", _("教案")
        COMIC_SERIES = "comic-series", _("漫画系列")
        COMIC = "comic", _("漫画")
        NOTICE = "notice", _("消费提示与公告")
        QUIZ = "quiz", _("测验")

    KIND: str = ""

    # Set from the class when saved, so that lists of mixed kinds need neither a join nor `.specific`.
    kind = models.CharField(_("类型"), max_length=12, choices=Kind, editable=False)
    summary = models.CharField(_("摘要"), max_length=160, help_text=_("一两句话，列表和搜索结果里显示。"))
    cover = models.ForeignKey(
        "media.LibraryImage", verbose_name=_("封面"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    topics = ParentalManyToManyField("education.Topic", verbose_name=_("主题"), related_name="materials")
    audiences = ParentalManyToManyField("education.Audience", verbose_name=_("读者"), related_name="materials")
    checked_on = models.DateField(
        _("法条核对日期"), null=True, blank=True, help_text=_("最近一次对照官方文本核对全部法律规定的日期。")
    )
    minutes = models.PositiveSmallIntegerField(_("时长（分钟）"), null=True, editable=False)
    related = StreamField(
        [("page", blocks.PageChooserBlock(page_type="education.Material", label=_("页面")))],
        verbose_name=_("接着看"),
        blank=True,
    )

    objects = MaterialManager()

    is_creatable = False
    parent_page_types: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("topics", widget=CheckboxSelectMultiple),
                FieldPanel("audiences", widget=CheckboxSelectMultiple),
                FieldPanel("cover"),
                FieldPanel("checked_on"),
            ],
            heading=_("给谁看、讲什么"),
        ),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
        index.FilterField("kind"),
        index.RelatedFields("topics", [index.SearchField("name"), index.FilterField("slug")]),
        index.RelatedFields("audiences", [index.FilterField("slug")]),
    ]

    class Meta:
        verbose_name = _("学习材料")
        verbose_name_plural = _("学习材料")
        indexes = [
            # Lists of one kind, newest first, come from Page; this serves filters by kind.
            models.Index(fields=["kind"], name="education_material_kind")
        ]

    def reading_text(self) -> str:
        """Return the words that a reader reads, for the reading time. HTML is allowed."""
        return ""

    def compute_minutes(self) -> int | None:
        """Minutes to read this page (or to hold the activity); None when there is nothing to read."""
        characters = len(re.sub(r"\s+", "", strip_tags(self.reading_text())))
        return max(1, ceil(characters / READING_SPEED)) if characters else None

    def full_clean(self, *args, **kwargs):
        self.kind = self.KIND
        self.minutes = self.compute_minutes()
        super().full_clean(*args, **kwargs)


def stream_text(value) -> str:
    """Return every searchable word of a StreamField value as one string."""
    return " ".join(str(part) for part in value.stream_block.get_searchable_content(value))
