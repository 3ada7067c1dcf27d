"""An import of questions: what was found in a file, what is to become of it, and how far the work has come."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..question_data import Picture, QuestionData, Row

# Fields of a question that JSON has no type for, or that are kept in columns of their own.
APART = {"picture", "checked_on", "topics", "audiences"}


class QuestionImportQuerySet(models.QuerySet):
    def read(self):
        """Those whose file was read to its end."""
        return self.exclude(status=QuestionImport.Status.READING)


class QuestionImport(models.Model):
    """One file or pasted text on its way into the bank. `cursor` is the position of the last row that was dealt with."""

    class Status(models.TextChoices):
        READING = "reading", _("读取中")
        CHECKED = "checked", _("待确认")
        RUNNING = "running", _("导入中")
        DONE = "done", _("已完成")

    created_at = models.DateTimeField(_("上传时间"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("谁")
    )
    name = models.CharField(_("文件"), max_length=200)
    format = models.CharField(_("格式"), max_length=20)
    # A path; it need not be there yet.
    default_category = models.CharField(_("默认分类"), max_length=140, blank=True)
    publish = models.BooleanField(_("直接发布"), default=False)
    all_or_nothing = models.BooleanField(_("全部没问题才导入"), default=False)
    status = models.CharField(_("状态"), max_length=7, choices=Status, default=Status.READING)
    cursor = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(_("完成时间"), null=True)

    objects = QuestionImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入记录")
        verbose_name_plural = _("导入记录")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="done", finished_at__isnull=False)
                | models.Q(~models.Q(status="done"), finished_at__isnull=True),
                name="quizzes_import_done_has_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """One place of the file. `verdict` is the plan until the row is dealt with, and the outcome afterwards."""

    class Verdict(models.TextChoices):
        CREATE = "create", _("新建")
        UPDATE = "update", _("更新")
        UNCHANGED = "unchanged", _("没有变化")
        DUPLICATE = "duplicate", _("重复")
        REFUSED = "refused", _("有问题")
        UNSUPPORTED = "unsupported", _("没有的题型")

    belongs_to = models.ForeignKey(QuestionImport, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    number = models.PositiveIntegerField(_("位置"))
    verdict = models.CharField(_("结果"), max_length=11, choices=Verdict)
    category = models.CharField(_("分类"), max_length=200, blank=True)
    data = models.JSONField(null=True)
    picture_name = models.CharField(max_length=200, blank=True)
    picture = models.BinaryField(null=True)
    # [[field of QuestionData or "", sentence], …]
    problems = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    source = models.JSONField(default=list)
    unsupported = models.CharField(max_length=100, blank=True)
    # The question that this row became or changed.
    question = models.ForeignKey("quizzes.Question", on_delete=models.SET_NULL, null=True, related_name="+")
    # The question of the bank that it is equal or similar to, or that it is going to change.
    other = models.ForeignKey("quizzes.Question", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("导入的题")
        verbose_name_plural = _("导入的题")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["belongs_to", "position"], name="quizzes_import_row_once")]
        # The preview shows the rows of one verdict in order.
        indexes = [models.Index(fields=["belongs_to", "verdict", "position"], name="quizzes_import_row_verdict")]

    def __str__(self) -> str:
        return f"{self.belongs_to_id}/{self.number}"

    @property
    def question_data(self) -> QuestionData | None:
        """The question as it was read; None for a row without one. Its picture is there until the row is dealt with."""
        if self.data is None:
            return None
        values = dict(self.data)
        day, alt = values.pop("checked_on"), values.pop("picture_alt", "")
        picture = Picture(self.picture_name, bytes(self.picture), alt) if self.picture is not None else None
        return QuestionData(
            **values
            | {
                "topics": tuple(values["topics"]),
                "audiences": tuple(values["audiences"]),
                "checked_on": date.fromisoformat(day) if day else None,
                "picture": picture,
            }
        )

    def keep(self, question: QuestionData | None) -> None:
        """Store a question in canonical form."""
        if question is None:
            return
        self.category = question.category
        self.data = {name: value for name, value in vars(question).items() if name not in APART}
        self.data |= {
            "topics": list(question.topics),
            "audiences": list(question.audiences),
            "checked_on": question.checked_on.isoformat() if question.checked_on else "",
        }
        if question.picture:
            self.picture, self.picture_name = question.picture.content, question.picture.name[-200:]
            self.data["picture_alt"] = question.picture.alt

    @property
    def as_row(self) -> Row:
        """The row as a format read it, with every reason why it was refused."""
        refused = self.verdict in (self.Verdict.REFUSED, self.Verdict.UNSUPPORTED)
        return Row(
            number=self.number,
            question=None if refused else self.question_data,
            problems=tuple(sentence for _field, sentence in self.problems),
            warnings=tuple(self.warnings),
            source=tuple(self.source),
            unsupported=self.unsupported,
        )
