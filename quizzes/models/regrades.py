"""Re-grades: how a mistake in a question is put right after people have answered it."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Regrade(models.Model):
    """One correction of one version of a question (or of one part of a case study). Never edited or deleted.

    From `applied_at` on it holds for whoever is marked; the worker then goes over the attempts that were marked before.
    """

    class Kind(models.TextChoices):
        VOID = "void", _("作废：这道题不计分")
        ACCEPT = "accept", _("另一个答案也算对")
        REPLACE = "replace", _("换一个标准答案")
        FULL = "full", _("这道题人人得满分")

    class Status(models.TextChoices):
        PENDING = "pending", _("等待改分")
        RUNNING = "running", _("正在改分")
        DONE = "done", _("改分完成")

    version = models.ForeignKey("quizzes.QuestionVersion", on_delete=models.PROTECT, related_name="regrades")
    # The part's number in a case study, from 0; null for a whole question.
    part = models.PositiveSmallIntegerField(_("小题"), null=True, blank=True)
    kind = models.CharField(_("怎么改"), max_length=8, choices=Kind)
    # The response in the author's numbering that ACCEPT and REPLACE are about.
    response = models.JSONField(_("答案"), null=True)
    note = models.CharField(_("告诉参与者的话"), max_length=300)
    status = models.CharField(_("状态"), max_length=8, choices=Status, default=Status.PENDING)
    created_at = models.DateTimeField(_("提出时间"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    applied_at = models.DateTimeField(_("生效时间"), null=True)
    finished_at = models.DateTimeField(_("完成时间"), null=True)
    # How far the worker has come: the id of the last attempt it went over.
    cursor = models.UUIDField(null=True, editable=False)
    seen = models.PositiveIntegerField(_("看过的答卷"), default=0, validators=[MinValueValidator(0)])
    changed = models.PositiveIntegerField(_("改变的成绩"), default=0)

    class Meta:
        verbose_name = _("改分")
        verbose_name_plural = _("改分")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["accept", "replace"], response__isnull=False)
                | Q(kind__in=["void", "full"], response__isnull=True),
                name="quizzes_regrade_response_where_needed",
            ),
            models.CheckConstraint(
                condition=Q(status="pending", applied_at__isnull=True)
                | (~Q(status="pending") & Q(applied_at__isnull=False)),
                name="quizzes_regrade_applied_when_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.version}"
