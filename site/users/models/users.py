"""The account of a person: staff, teacher or learner. Reading never needs one."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class AudienceGroup(models.TextChoices):
    """Who somebody is as a learner; the same keys as education's audiences."""

    PRIMARY = "primary", _("小学")
    JUNIOR = "junior", _("初中")
    SENIOR = "senior", _("高中")
    ELDERLY = "elderly", _("老年人")
    PUBLIC = "public", _("大众")
    LIAISON = "liaison", _("联络员")


class User(AbstractUser):
    """A person's account. As little as possible: nobody's real name, address or ID number is kept here."""

    first_name = None
    last_name = None
    nickname = models.CharField(_("昵称"), max_length=30, blank=True)
    # E.164, "+8613812345678". One number, one account.
    phone = models.CharField(_("手机号"), max_length=20, null=True, blank=True, unique=True)
    phone_verified = models.BooleanField(_("手机号已验证"), default=False)
    audience = models.CharField(_("我是"), max_length=10, choices=AudienceGroup, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("出生年份"), null=True, blank=True)
    is_teacher = models.BooleanField(_("教师或联络员"), default=False, help_text=_("可以看到指南里的教学提示。"))

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = _("用户")
        constraints = [
            # Sign-in by e-mail must find one person.
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="users_user_email_unique_when_given"
            ),
            models.CheckConstraint(
                condition=models.Q(birth_year__isnull=True) | models.Q(birth_year__range=(1900, 2100)),
                name="users_user_birth_year_plausible",
            ),
            models.CheckConstraint(
                condition=models.Q(phone__isnull=True) | models.Q(phone__startswith="+"),
                name="users_user_phone_international",
            ),
            models.CheckConstraint(
                condition=models.Q(phone_verified=False) | models.Q(phone__isnull=False),
                name="users_user_verified_phone_exists",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name shown to the person and on certificates: the nickname, else the user name."""
        return self.nickname or self.username

    @property
    def may_enter_cms(self) -> bool:
        """Whether the CMS is open to this person; they need a second factor where staff must have one."""
        return self.is_staff or self.has_perm("wagtailadmin.access_admin")

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name
