"""Notices: tips, inspection results, laws, news, announcements of training."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from ..blocks import BodyBlock
from ..facets import Facet
from .listing import ListingPage
from .materials import Material, stream_text


class NoticeIndexPage(ListingPage):
    """All notices, newest first, with an archive by month."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["education.NoticePage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.NOTICE]
    template = "education/notice_index.html"

    class Meta:
        verbose_name = _("公告目录")

    def materials(self):
        return NoticePage.objects.child_of(self).live().order_by("-date", "-pk")

    def facets(self) -> list[Facet]:
        def month(value: str) -> Q:
            year, number = value.split("-")
            return Q(date__year=int(year), date__month=int(number))

        months = [
            (f"{day:%Y-%m}", f"{day.year} 年 {day.month} 月")
            for day in NoticePage.objects.child_of(self).live().dates("date", "month", order="DESC")
        ]
        return [
            Facet("kind", _("类别"), NoticePage.NoticeKind.choices, lambda value: Q(notice_kind=value)),
            *super().facets(),
            Facet("month", _("月份"), months, month),
        ]


class NoticePage(Material):
    """A notice. Its date, not its publication, orders the list."""

    class NoticeKind(models.TextChoices):
        TIP = "tip", _("消费提示")
        INSPECTION = "inspection", _("抽检信息")
        LAW = "law", _("法律法规")
        NEWS = "news", _("动态")
        TRAINING = "training", _("培训预告")

    KIND = Material.Kind.NOTICE
    parent_page_types = ["education.NoticeIndexPage"]
    subpage_types: list[str] = []
    template = "education/notice.html"

    notice_kind = models.CharField(_("类别"), max_length=12, choices=NoticeKind, default=NoticeKind.TIP)
    date = models.DateField(_("日期"), default=timezone.localdate)
    body = StreamField(BodyBlock(), verbose_name=_("正文"), blank=True)
    event_start = models.DateTimeField(_("开始时间"), null=True, blank=True)
    event_end = models.DateTimeField(_("结束时间"), null=True, blank=True)
    event_place = models.CharField(_("地点"), max_length=80, blank=True)

    content_panels = [
        *Material.content_panels,
        FieldRowPanel([FieldPanel("notice_kind"), FieldPanel("date")]),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("event_start"), FieldPanel("event_end")]), FieldPanel("event_place")],
            heading=_("培训预告：时间地点"),
            classname="collapsed",
        ),
        InlinePanel("inspection_items", heading=_("抽检结果"), label=_("产品"), classname="collapsed"),
        FieldPanel("related"),
    ]
    search_fields = [
        *Material.search_fields,
        index.SearchField("body"),
        index.RelatedFields(
            "inspection_items",
            [index.SearchField("product"), index.SearchField("producer"), index.SearchField("finding")],
        ),
    ]

    class Meta:
        verbose_name = _("公告")
        verbose_name_plural = _("公告")
        constraints = [
            models.CheckConstraint(
                condition=Q(event_end__isnull=True)
                | Q(event_start__isnull=False, event_end__gte=models.F("event_start")),
                name="education_notice_event_range",
                violation_error_message=_("结束时间不能早于开始时间。"),
            )
        ]
        indexes = [models.Index(fields=["-date"], name="education_notice_date")]  # the list and the feed, newest first

    def reading_text(self) -> str:
        return stream_text(self.body)

    def get_context(self, request, *args, **kwargs):
        from ..selectors import notice_context

        return super().get_context(request, *args, **kwargs) | notice_context(self)


class InspectionItem(Orderable):
    """One inspected product in an inspection notice."""

    notice = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="inspection_items")
    product = models.CharField(_("产品"), max_length=120)
    producer = models.CharField(_("生产者"), max_length=120, blank=True)
    batch = models.CharField(_("批号或生产日期"), max_length=60, blank=True)
    place = models.CharField(_("抽样地点"), max_length=120, blank=True)
    passed = models.BooleanField(_("合格"), default=False)
    finding = models.CharField(_("结果"), max_length=300, help_text=_("不合格的写明项目、检出值和标准值。"))

    panels = [
        FieldRowPanel([FieldPanel("product"), FieldPanel("producer")]),
        FieldRowPanel([FieldPanel("batch"), FieldPanel("place"), FieldPanel("passed")]),
        FieldPanel("finding"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("抽检产品")
        verbose_name_plural = _("抽检产品")
