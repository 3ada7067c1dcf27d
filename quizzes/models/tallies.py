"""Statistics as sums that are kept up to date: what the pages of statistics read, whatever the number of attempts."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class QuizTally(models.Model):
    """The sums of one quiz over its ended attempts (statistics.QuizTally as JSON)."""

    quiz = models.OneToOneField("quizzes.QuizPage", on_delete=models.CASCADE, related_name="tally")
    data = models.JSONField()
    updated_at = models.DateTimeField(_("更新时间"))

    class Meta:
        verbose_name = _("测验统计")
        verbose_name_plural = _("测验统计")


class ItemTally(models.Model):
    """The sums of one item in one quiz: a version of a question, or one part of a case study, worth so many points there."""

    quiz = models.ForeignKey("quizzes.QuizPage", on_delete=models.CASCADE, related_name="item_tallies")
    version = models.ForeignKey("quizzes.QuestionVersion", on_delete=models.CASCADE, related_name="tallies")
    part = models.PositiveSmallIntegerField(null=True)
    maximum = models.PositiveIntegerField(_("满分"))
    data = models.JSONField()

    class Meta:
        verbose_name = _("题目统计")
        verbose_name_plural = _("题目统计")
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "version", "part", "maximum"],
                name="quizzes_item_tally_part_once",
                condition=Q(part__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["quiz", "version", "maximum"], name="quizzes_item_tally_once", condition=Q(part__isnull=True)
            ),
        ]
