"""What a learner has done, and the certificate for a finished course."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonProgress(models.Model):
    """Which steps of a lesson a person has finished. Anonymous readers keep the same in their browser."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lesson_progress")
    lesson = models.ForeignKey("education.LessonPage", on_delete=models.CASCADE, related_name="progress")
    # Ids of the lesson's step blocks, as strings. Steps removed by an editor simply no longer count.
    steps_done = models.JSONField(_("读完的步骤"), default=list)
    completed_at = models.DateTimeField(_("读完时间"), null=True, blank=True)
    updated_at = models.DateTimeField(_("最近一次"))

    class Meta:
        verbose_name = _("学习进度")
        verbose_name_plural = _("学习进度")
        constraints = [
            models.UniqueConstraint(fields=["user", "lesson"], name="education_progress_one_per_user_and_lesson")
        ]


class CourseCertificate(models.Model):
    """A certificate that a person finished a course; anyone can check its code on the site."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="course_certificates"
    )
    course = models.ForeignKey("education.CoursePage", on_delete=models.PROTECT, related_name="certificates")
    code = models.CharField(_("证书编号"), max_length=16, unique=True)
    # Frozen at issue: a later change of nickname or title must not change a certificate that was given out.
    name = models.CharField(_("姓名或昵称"), max_length=30)
    course_title = models.CharField(_("课程"), max_length=255)
    lesson_count = models.PositiveSmallIntegerField(_("课数"))
    issued_at = models.DateTimeField(_("颁发时间"))

    class Meta:
        verbose_name = _("结课证书")
        verbose_name_plural = _("结课证书")
        constraints = [
            models.UniqueConstraint(fields=["user", "course"], name="education_certificate_one_per_user_and_course")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.course_title}"
