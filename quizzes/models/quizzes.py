"""Quizzes as pages: what they ask, under which rules, and what a participant may see when."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from education.facets import audience_facet, topic_facet
from education.models import Material
from education.models.listing import ListingPage

from ..bank import bank_changed
from ..cms.panels import PaperPanel
from ..cms.publishing import PaperRefused, QuizForm
from ..paper_blocks import BandBlock, PaperBlock


class Reveal(models.TextChoices):
    """What a participant may see of an attempt."""

    SCORE = "score", _("得分")
    ANSWERS = "answers", _("自己的答案")
    KEY = "key", _("正确答案")
    EXPLANATIONS = "explanations", _("解析")


class RevealField(models.JSONField):
    """A set of Reveal codes, stored as a list in the order of Reveal."""

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=Reveal.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value, model_instance):
        if not isinstance(value, list) or set(value) - set(Reveal.values):
            raise ValidationError(_("只能从列出的几项里选。"))


def after_submitting() -> list[str]:
    return list(Reveal.values)


class QuizIndexPage(ListingPage):
    """All quizzes."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["quizzes.QuizPage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.QUIZ]
    template = "quizzes/quiz_index.html"

    class Meta:
        verbose_name = _("测验目录")

    def facets(self):
        return [topic_facet(), audience_facet()]

    def get_context(self, request, *args, **kwargs):
        from ..selectors import quiz_cards

        context = super().get_context(request, *args, **kwargs)
        return context | {"cards": quiz_cards(context["results"])}


class QuizPage(Material):
    """A quiz. Its published settings hold for attempts that start from then on; a running attempt keeps its deadline."""

    KIND = Material.Kind.QUIZ
    parent_page_types = ["quizzes.QuizIndexPage"]
    subpage_types: list[str] = []
    template = "quizzes/quiz.html"
    base_form_class = QuizForm
    # Set by the form: a draft may ask for more than the bank holds. None where no form is at work.
    saving_draft: bool | None = None

    intro = RichTextField(_("介绍"), features=["bold", "ol", "ul", "link"], blank=True)
    paper = StreamField(PaperBlock(), verbose_name=_("试卷"))
    shuffle_questions = models.BooleanField(_("打乱题目顺序"), default=True)
    shuffle_options = models.BooleanField(_("打乱选项顺序"), default=True)
    needs_account = models.BooleanField(
        _("要登录才能答"), default=False, help_text=_("不勾选的话，不登录也能答，以后登录时成绩会跟着走。")
    )
    time_limit = models.PositiveSmallIntegerField(
        _("限时（分钟）"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    untimed_in_elder_mode = models.BooleanField(
        _("大字版不限时"), default=True, help_text=_("在大字版里开始的人没有时间限制。")
    )
    opens_at = models.DateTimeField(_("开放时间"), null=True, blank=True)
    closes_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    max_attempts = models.PositiveSmallIntegerField(
        _("最多答几次"), null=True, blank=True, validators=[MinValueValidator(1)], help_text=_("不填就不限次数。")
    )
    pass_percent = models.PositiveSmallIntegerField(
        _("及格线（%）"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    reveal_during = RevealField(
        _("答题时"),
        default=list,
        blank=True,
        help_text=_("勾选了正确答案或解析，就可以一题一题地对答案，对过的题不能再改。"),
    )
    reveal_after = RevealField(
        _("交卷以后"),
        default=after_submitting,
        blank=True,
        help_text=_("这里和“答题时”都不勾选正确答案，这个测验的题在它结束以前就不会出现在练习里。"),
    )
    reveal_closed = RevealField(_("测验结束以后"), default=after_submitting, blank=True)
    bands = StreamField([("band", BandBlock())], verbose_name=_("评语"), blank=True)

    content_panels = [
        *Material.content_panels,
        FieldPanel("intro"),
        FieldPanel("paper"),
        PaperPanel(heading=_("题目够不够")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("opens_at", help_text=_("北京时间。不填就是一发布就开放。")),
                        FieldPanel("closes_at", help_text=_("北京时间。不填就是一直开放；到时还没交的卷自动交。")),
                    ]
                ),
                FieldRowPanel([FieldPanel("time_limit"), FieldPanel("max_attempts"), FieldPanel("pass_percent")]),
                FieldRowPanel([FieldPanel("shuffle_questions"), FieldPanel("shuffle_options")]),
                FieldRowPanel([FieldPanel("needs_account"), FieldPanel("untimed_in_elder_mode")]),
            ],
            heading=_("规则"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("reveal_during"), FieldPanel("reveal_after"), FieldPanel("reveal_closed")])],
            heading=_("什么时候能看到什么"),
        ),
        FieldPanel("bands"),
        FieldPanel("related"),
    ]
    search_fields = [*Material.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("测验")
        verbose_name_plural = _("测验")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True)
                | models.Q(closes_at__isnull=True)
                | models.Q(closes_at__gt=models.F("opens_at")),
                name="quizzes_quiz_closes_after_it_opens",
                violation_error_message=_("结束时间要晚于开放时间。"),
            )
        ]

    def clean(self):
        super().clean()
        problems = {}
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            problems["closes_at"] = _("结束时间要晚于开放时间。")
        floors = [block.value["from_percent"] for block in self.bands]
        if len(set(floors)) < len(floors):
            problems["bands"] = _("有两条评语从同一个分数开始。")
        from ..papers import paper_problems

        made_by_code = self.saving_draft is None and self.live and self.pk is None
        if (self.saving_draft is False or made_by_code) and (paper := paper_problems(self)):
            problems["paper"] = paper
        if problems:
            raise ValidationError(problems)

    def publish(self, revision, user=None, **kwargs):
        """Publish; raise PaperRefused when a person publishes what the bank cannot fill (a schedule goes on regardless)."""
        from ..papers import paper_problems

        if user is not None and (problems := paper_problems(revision.as_object())):
            raise PaperRefused(self, problems)
        super().publish(revision, user=user, **kwargs)
        bank_changed()

    publish.alters_data = True

    def unpublish(self, *args, **kwargs):
        """Take the quiz off the site; questions that it reserved are free again."""
        super().unpublish(*args, **kwargs)
        bank_changed()

    unpublish.alters_data = True

    @property
    def hides_key(self) -> bool:
        """Whether participants learn the right answers after the closing only (or never)."""
        return Reveal.KEY not in {*self.reveal_during, *self.reveal_after}

    def is_open(self, now: datetime) -> bool:
        """Whether attempts may start at `now`."""
        return not self.opens_in_future(now) and not self.is_closed(now)

    def opens_in_future(self, now: datetime) -> bool:
        return self.opens_at is not None and now < self.opens_at

    def is_closed(self, now: datetime) -> bool:
        return self.closes_at is not None and now >= self.closes_at

    def deadline(self, *, start: datetime, extra_minutes: int = 0, untimed: bool = False) -> datetime | None:
        """Return when an attempt that starts at `start` ends: min(start + limit + extra, closing); None is never."""
        ends = [] if self.closes_at is None else [self.closes_at]
        if self.time_limit is not None and not untimed:
            ends.append(start + timedelta(minutes=self.time_limit + extra_minutes))
        return min(ends, default=None)

    def reveals(self, *, submitted: bool, now: datetime) -> frozenset[str]:
        """Return the Reveal codes that hold for an attempt at `now`."""
        if not submitted:
            return frozenset(self.reveal_during)
        return frozenset(self.reveal_closed if self.is_closed(now) else self.reveal_after)

    def band_for(self, percent: int) -> dict | None:
        """Return the grade band (a BandBlock value) that a result falls into; None when there is none."""
        fitting = [block.value for block in self.bands if block.value["from_percent"] <= percent]
        return max(fitting, key=lambda band: band["from_percent"], default=None)

    def get_context(self, request, *args, **kwargs):
        from ..selectors import quiz_context

        return super().get_context(request, *args, **kwargs) | quiz_context(self)


class ExtraTime(models.Model):
    """More time for some people in one quiz: one person, or a class as a list of people."""

    quiz = models.ForeignKey(QuizPage, verbose_name=_("测验"), on_delete=models.CASCADE, related_name="extra_times")
    label = models.CharField(_("给谁"), max_length=60, help_text=_("例如“初二（3）班”，或者一个人的昵称。"))
    minutes = models.PositiveSmallIntegerField(
        _("多给几分钟"), validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    users = models.ManyToManyField("users.User", verbose_name=_("人"), related_name="extra_times")

    class Meta:
        verbose_name = _("延长时间")
        verbose_name_plural = _("延长时间")

    def __str__(self) -> str:
        return f"{self.label} +{self.minutes}"
