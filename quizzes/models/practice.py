"""Practice: what was answered, when each question comes up again, and the question of the day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..people import Owned


class PracticeAnswer(Owned):
    """One answer given in practice, marked at once."""

    class Mode(models.TextChoices):
        TOPIC = "topic", _("按主题练习")
        WRONG = "wrong", _("错题本")
        REVIEW = "review", _("到期复习")
        DAILY = "daily", _("每日一题")

    version = models.ForeignKey("quizzes.QuestionVersion", on_delete=models.PROTECT, related_name="+")
    mode = models.CharField(_("怎么练的"), max_length=6, choices=Mode)
    response = models.JSONField(_("答案"))
    points = models.PositiveIntegerField(_("得分"))
    maximum = models.PositiveIntegerField(_("满分"))
    answered_at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = _("练习记录")
        verbose_name_plural = _("练习记录")
        constraints = [Owned.one_owner("quizzes_practice_one_owner")]
        indexes = [
            models.Index(fields=["user", "-answered_at"], name="quizzes_practice_of_user"),
            models.Index(fields=["visitor", "-answered_at"], name="quizzes_practice_of_visitor"),
        ]


class ReviewCard(Owned):
    """When a person sees a question again (fsrs), and whether it is in the book of wrong answers.

    A question enters the book when it is answered wrong, in a quiz or in practice, and leaves it after two right answers in a row.
    """

    question = models.ForeignKey("quizzes.Question", on_delete=models.CASCADE, related_name="+")
    # The scheduler's state, as fsrs's Card.to_dict() gives it.
    card = models.JSONField()
    due = models.DateTimeField(_("下次复习"))
    wrong_count = models.PositiveIntegerField(_("错过几次"), default=0)
    right_streak = models.PositiveIntegerField(_("连对几次"), default=0)
    in_wrong_book = models.BooleanField(_("在错题本里"), default=False)
    answered_at = models.DateTimeField(_("最近一次"))

    class Meta:
        verbose_name = _("复习卡")
        verbose_name_plural = _("复习卡")
        constraints = [
            Owned.one_owner("quizzes_card_one_owner"),
            *Owned.once_per_owner("question", name="quizzes_card_once"),
        ]
        indexes = [
            # What is due for a person, and a person's book of wrong answers.
            models.Index(fields=["user", "due"], name="quizzes_card_due_user"),
            models.Index(fields=["visitor", "due"], name="quizzes_card_due_visitor"),
        ]


class DailyQuestion(models.Model):
    """The question of one day (Asia/Shanghai), the same for everybody. Chosen ahead by an editor, or by the date."""

    date = models.DateField(_("日期"), unique=True)
    question = models.ForeignKey("quizzes.Question", verbose_name=_("题目"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("每日一题")
        verbose_name_plural = _("每日一题")
        ordering = ["-date"]

    def __str__(self) -> str:
        return f"{self.date:%Y-%m-%d}"
