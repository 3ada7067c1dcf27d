"""Class activities (教案) for teachers and contact people."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import ActivityStepBlock, HandoutBlock
from ..facets import Facet
from .listing import ListingPage
from .materials import Material, stream_text

# The duration facet: value, label, minutes from and to (both included).
DURATIONS = [
    ("short", _("20 分钟以内"), 1, 20),
    ("lesson", _("21–45 分钟"), 21, 45),
    ("long", _("45 分钟以上"), 46, 999),
]


class ActivityIndexPage(ListingPage):
    """All class activities, searched by facets."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["education.ActivityPage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.ACTIVITY]
    template = "education/activity_index.html"

    class Meta:
        verbose_name = _("教案目录")

    def materials(self):
        return ActivityPage.objects.child_of(self).live()

    def facets(self) -> list[Facet]:
        def duration(value: str) -> Q:
            low, high = next((low, high) for key, _label, low, high in DURATIONS if key == value)
            return Q(minutes__range=(low, high))

        return [
            *super().facets(),
            Facet("duration", _("时长"), [(key, label) for key, label, _low, _high in DURATIONS], duration),
            Facet("kind", _("形式"), ActivityPage.ActivityKind.choices, lambda value: Q(activity_kind=value)),
            Facet("setting", _("地点"), ActivityPage.Setting.choices, lambda value: Q(setting=value)),
        ]


class ActivityPage(Material):
    """One class activity: everything that is needed to hold it tomorrow."""

    class ActivityKind(models.TextChoices):
        GAME = "game", _("游戏")
        ROLE_PLAY = "role-play", _("角色扮演")
        DISCUSSION = "discussion", _("讨论")
        LECTURE = "lecture", _("讲座")
        WORKSHOP = "workshop", _("工作坊")
        INVESTIGATION = "investigation", _("调查")
        CONTEST = "contest", _("竞赛")

    class Setting(models.TextChoices):
        INDOOR = "indoor", _("室内")
        OUTDOOR = "outdoor", _("室外")
        ONLINE = "online", _("线上")

    KIND = Material.Kind.ACTIVITY
    parent_page_types = ["education.ActivityIndexPage"]
    subpage_types: list[str] = []
    template = "education/activity.html"

    activity_kind = models.CharField(_("形式"), max_length=15, choices=ActivityKind)
    setting = models.CharField(_("地点"), max_length=10, choices=Setting, default=Setting.INDOOR)
    grade = models.CharField(_("适合对象"), max_length=40, blank=True, help_text=_("例如：初中二年级至三年级"))
    group_min = models.PositiveSmallIntegerField(_("最少人数"), default=10)
    group_max = models.PositiveSmallIntegerField(_("最多人数"), default=45)
    goals = StreamField(
        [("goal", blocks.CharBlock(label=_("目标"), max_length=80))], verbose_name=_("目标"), blank=True
    )
    materials = StreamField(
        [("item", blocks.CharBlock(label=_("物品"), max_length=80))], verbose_name=_("准备材料"), blank=True
    )
    steps = StreamField([("step", ActivityStepBlock())], verbose_name=_("环节"))
    handouts = StreamField([("handout", HandoutBlock())], verbose_name=_("讲义"), blank=True)

    content_panels = [
        *Material.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("activity_kind"), FieldPanel("setting"), FieldPanel("grade")]),
                FieldRowPanel([FieldPanel("group_min"), FieldPanel("group_max")]),
            ],
            heading=_("怎么办"),
        ),
        FieldPanel("goals"),
        FieldPanel("materials"),
        FieldPanel("steps"),
        FieldPanel("handouts"),
        FieldPanel("related"),
    ]
    search_fields = [
        *Material.search_fields,
        index.SearchField("goals"),
        index.SearchField("steps"),
        index.SearchField("handouts"),
    ]

    class Meta:
        verbose_name = _("教案")
        verbose_name_plural = _("教案")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(group_min__lte=models.F("group_max")), name="education_activity_group_range"
            )
        ]

    def reading_text(self) -> str:
        return stream_text(self.steps)

    def compute_minutes(self) -> int | None:
        """The steps' minutes added up: the activity's length, not the time to read its page."""
        return sum(block.value["minutes"] or 0 for block in self.steps) or None

    def clean(self):
        super().clean()
        if self.group_min and self.group_max and self.group_min > self.group_max:
            raise ValidationError({"group_max": _("最多人数不能少于最少人数。")})

    def get_context(self, request, *args, **kwargs):
        from ..selectors import related_materials

        context = super().get_context(request, *args, **kwargs)
        context["related_materials"] = related_materials(self)
        return context
