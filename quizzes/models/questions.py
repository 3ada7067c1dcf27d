"""Questions as editors write them, and their frozen versions as participants get them."""

from functools import cached_property
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from ..bank import bank_changed
from ..blocks import QuestionAnswerBlock
from ..question_types import TYPES, InvalidBody, question_type
from ..text import fold, plain, tidy

TYPE_CHOICES = [(code, kind.label) for code, kind in TYPES.items()]


class Difficulty(models.TextChoices):
    EASY = "easy", _("容易")
    MEDIUM = "medium", _("中等")
    HARD = "hard", _("较难")


def stem_key(stem: str) -> str:
    """Return the key under which stems that differ in width, case, spaces and punctuation alone are equal."""
    return sha256(fold(stem).encode()).hexdigest()[:32]


class Worded(models.Model):
    """What a question and its versions have in common."""

    type = models.CharField(_("题型"), max_length=20, choices=TYPE_CHOICES, editable=False)
    stem = models.TextField(
        _("题干"),
        max_length=4000,
        help_text=_("可以分段。用两个星号把要**着重**的字括起来；填空题用四个下划线 ____ 表示一个空。"),
    )
    picture = models.ForeignKey(
        "media.LibraryImage",
        verbose_name=_("题干图片"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("图片或漫画的一格，放在题干上面。"),
    )
    picture_alt = models.CharField(
        _("图片说明"), max_length=300, blank=True, help_text=_("写给看不见图的人，但不要说出答案。")
    )
    points = models.PositiveSmallIntegerField(
        _("分数"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("整数。案例题的分数是各小题的和。"),
    )
    explanation = models.TextField(_("解析"), max_length=4000, blank=True, help_text=_("答完以后给人看：为什么。"))
    law = models.CharField(
        _("法律依据"),
        max_length=300,
        blank=True,
        help_text=_("例如《消费者权益保护法》第二十五条。几条之间用“；”隔开。"),
    )
    checked_on = models.DateField(_("法条核对日期"), null=True, blank=True)
    lesson = models.ForeignKey(
        "education.Material",
        verbose_name=_("相关的课"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def kind(self):
        """The question type that checks, shows and marks this question."""
        return question_type(self.type)


class Question(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    Worded,
    ClusterableModel,
):
    """A question in the bank. Publishing freezes a version; only versions reach participants."""

    code = models.CharField(
        _("编号"), max_length=60, unique=True, null=True, blank=True, help_text=_("导入时按编号更新。可以不填。")
    )
    category = models.ForeignKey(
        "quizzes.Category", verbose_name=_("分类"), on_delete=models.PROTECT, related_name="questions"
    )
    topics = ParentalManyToManyField("education.Topic", verbose_name=_("主题"), blank=True, related_name="questions")
    audiences = ParentalManyToManyField(
        "education.Audience", verbose_name=_("读者"), blank=True, related_name="questions"
    )
    difficulty = models.CharField(_("难度"), max_length=6, choices=Difficulty, default=Difficulty.MEDIUM)
    answer = StreamField(QuestionAnswerBlock(), verbose_name=_("题型和答案"))
    stem_key = models.CharField(max_length=32, editable=False)
    # The version that new papers take; set by publishing.
    current = models.ForeignKey(
        "quizzes.QuestionVersion",
        verbose_name=_("现用版本"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    search_fields = [
        index.SearchField("stem"),
        index.AutocompleteField("stem"),
        index.SearchField("code"),
        index.SearchField("explanation"),
        index.FilterField("type"),
        index.FilterField("difficulty"),
        index.FilterField("category"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("题目")
        verbose_name_plural = _("题目")
        ordering = ["-pk"]
        indexes = [
            # The duplicate finder and imports look questions up by their folded stem.
            models.Index(fields=["stem_key"], name="quizzes_question_stem_key"),
            # Random draws and practice take the published questions of a category, type and difficulty.
            models.Index(fields=["live", "category", "type", "difficulty"], name="quizzes_question_draw"),
        ]

    def __str__(self) -> str:
        words = plain(self.stem).replace("\n", " ")
        return words if len(words) <= 40 else f"{words[:39]}…"

    @property
    def body(self) -> dict:
        """The answer as the type's plain body."""
        code, body = self.answer.stream_block.body_of(self.answer)
        return question_type(code).clean(body) if code else {}

    def set_body(self, code: str, body: dict) -> None:
        """Put a cleaned body of the type `code` in place of the answer."""
        self.type = code
        field = self._meta.get_field("answer")
        self.answer = field.to_python(field.stream_block.raw_of(code, body))

    def with_content_json(self, content):
        """Return the question as a revision has it; which version is current is a fact of the question, not of a revision."""
        question = super().with_content_json(content)
        question.current_id = self.current_id
        return question

    def full_clean(self, *args, **kwargs):
        """Set what follows from the other fields, so that imports and forms agree."""
        self.stem, self.explanation = tidy(self.stem), tidy(self.explanation)
        self.code = (self.code or "").strip() or None
        self.stem_key = stem_key(self.stem)
        if self.answer:
            self.type = self.answer[0].block_type
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        problems = {}
        if self.type and self.answer:
            try:
                body = self.body
            except InvalidBody as error:
                raise ValidationError({"answer": list(error.problems)}) from error
            if stem_problems := self.kind.check_stem(self.stem, body):
                problems["stem"] = stem_problems
            if self.type == "case_study":
                self.points = self.kind.part_points(body)
        if self.picture_id and not self.picture_alt.strip():
            problems["picture_alt"] = _("请写图片说明。")
        if self.law and not self.checked_on:
            problems["checked_on"] = _("写了法律依据，就要写核对日期。")
        if problems:
            raise ValidationError(problems)

    def publish(self, revision, *args, **kwargs):
        """Publish and freeze what was published as a version, in one transaction; what is scheduled is frozen when its time comes."""
        from ..versions import freeze

        with transaction.atomic():
            super().publish(revision, *args, **kwargs)
            published = Question.objects.get(pk=self.pk)
            if published.live_revision_id == revision.pk:
                freeze(published, user=kwargs.get("user"))
            bank_changed()

    publish.alters_data = True

    def unpublish(self, *args, **kwargs):
        """Take the question out of the bank that papers draw from."""
        super().unpublish(*args, **kwargs)
        bank_changed()

    unpublish.alters_data = True

    @property
    def preview_modes(self):
        return [("", _("参与者看到的")), ("answered", _("答完以后看到的"))]

    def get_preview_template(self, request, mode_name):
        return "quizzes/preview.html"

    def get_preview_context(self, request, mode_name):
        from ..cms.preview import preview_context

        return super().get_preview_context(request, mode_name) | preview_context(self, answered=mode_name == "answered")


class QuestionVersion(Worded):
    """A question as it was at one publication. Never changed: attempts, papers and results point here."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("版本"))
    body = models.JSONField(_("答案"))
    digest = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(_("发布时间"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("发布人")
    )

    class Meta:
        verbose_name = _("题目版本")
        verbose_name_plural = _("题目版本")
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="quizzes_version_number_once"),
        ]

    def __str__(self) -> str:
        words = plain(self.stem).replace("\n", " ")
        return words if len(words) <= 40 else f"{words[:39]}…"

    @cached_property
    def full_points(self) -> int:
        """Points of a right answer when the paper sets none of its own."""
        return self.kind.part_points(self.body) if self.type == "case_study" else self.points
