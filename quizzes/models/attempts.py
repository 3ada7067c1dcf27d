"""Attempts: one row holds a person's whole attempt, so that saving an answer touches one row."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..people import Owned


class AttemptQuerySet(models.QuerySet):
    def of(self, person):
        """The attempts of one person (people.Person)."""
        return self.filter(**person.owner)

    def active(self):
        return self.filter(status=Attempt.Status.STARTED)

    def overdue(self, now: datetime):
        """The active attempts whose deadline has passed."""
        return self.active().filter(deadline__lte=now)


class Attempt(Owned):
    """One attempt at a quiz. Slots are counted from 0 in the order in which this person gets them."""

    class Status(models.TextChoices):
        STARTED = "started", _("进行中")
        SUBMITTED = "submitted", _("已交卷")
        TIMED_OUT = "timed_out", _("到时自动交卷")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    quiz = models.ForeignKey(
        "quizzes.QuizPage", verbose_name=_("测验"), on_delete=models.PROTECT, related_name="attempts"
    )
    number = models.PositiveIntegerField(_("第几次"))
    status = models.CharField(_("状态"), max_length=10, choices=Status, default=Status.STARTED)
    # From it follow the order of options; never sent to a browser.
    seed = models.BigIntegerField(editable=False)
    shuffle_options = models.BooleanField(default=True, editable=False)
    # [[version id, points], …], one for each slot.
    paper = models.JSONField(_("试卷"))
    # {slot: [response, milliseconds since the start when it was given, locked]}; see actions/attempts.py.
    answers = models.JSONField(_("答案"), default=dict)
    started_at = models.DateTimeField(_("开始"))
    deadline = models.DateTimeField(_("截止"), null=True)
    saved_at = models.DateTimeField(_("最近保存"), null=True)
    submitted_at = models.DateTimeField(_("交卷"), null=True)
    # [[points, maximum, [[points, maximum] for each part of a case study]], …], one for each slot, after grading.
    marks = models.JSONField(_("得分明细"), null=True)
    points = models.PositiveIntegerField(_("得分"), null=True)
    maximum = models.PositiveIntegerField(_("满分"))
    passed = models.BooleanField(_("及格"), null=True)
    # Whether the statistics count it (statistics are added up by the worker).
    tallied = models.BooleanField(default=False, editable=False)
    # Whether its wrong answers have gone into the person's review cards.
    collected = models.BooleanField(default=False, editable=False)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("答卷")
        verbose_name_plural = _("答卷")
        constraints = [
            Owned.one_owner("quizzes_attempt_one_owner"),
            *Owned.once_per_owner("quiz", name="quizzes_attempt_one_active", condition=Q(status="started")),
            *Owned.once_per_owner("quiz", "number", name="quizzes_attempt_number"),
            models.CheckConstraint(
                condition=Q(status="started", submitted_at__isnull=True, points__isnull=True, marks__isnull=True)
                | (~Q(status="started") & Q(submitted_at__isnull=False, points__isnull=False, marks__isnull=False)),
                name="quizzes_attempt_graded_when_ended",
            ),
            models.CheckConstraint(
                condition=Q(points__isnull=True) | Q(points__lte=F("maximum")), name="quizzes_attempt_points_in_range"
            ),
            models.CheckConstraint(
                condition=Q(status="started", tallied=False) | ~Q(status="started"), name="quizzes_attempt_tally_ended"
            ),
        ]
        indexes = [
            # The worker looks for attempts past their deadline.
            models.Index(fields=["deadline"], name="quizzes_attempt_overdue", condition=Q(status="started")),
            # The worker looks for attempts that the statistics do not count yet.
            models.Index(
                fields=["quiz"], name="quizzes_attempt_untallied", condition=Q(tallied=False) & ~Q(status="started")
            ),
            # A person's own results, newest first.
            models.Index(fields=["user", "-started_at"], name="quizzes_attempt_of_user"),
        ]

    def __str__(self) -> str:
        return f"{self.quiz_id} #{self.number} {self.status}"

    @property
    def is_active(self) -> bool:
        return self.status == self.Status.STARTED

    def is_over(self, now: datetime) -> bool:
        """Whether nothing can be saved any more at `now`."""
        return not self.is_active or (self.deadline is not None and now >= self.deadline)

    @property
    def percent(self) -> int:
        """The result in whole percent, rounded down; 0 when there is nothing to reach."""
        return 100 * (self.points or 0) // self.maximum if self.maximum else 0
