"""A guardian's consent to a child's account."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class GuardianRelation(models.TextChoices):
    """Who the guardian is to the child."""

    MOTHER = "mother", _("妈妈")
    FATHER = "father", _("爸爸")
    GRANDPARENT = "grandparent", _("祖父母或外祖父母")
    OTHER = "other", _("其他监护人")


class GuardianConsent(models.Model):
    """Proof that a guardian, reached on their own phone, agreed to one version of the purposes.

    Written together with the account, never before it. It goes when the account goes.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="guardian_consents")
    relation = models.CharField(_("与孩子的关系"), max_length=12, choices=GuardianRelation)
    guardian_phone = models.CharField(_("监护人手机号"), max_length=20)
    # A key of consent_texts.PURPOSES.
    purpose_version = models.CharField(_("说明的版本"), max_length=16)
    consented_at = models.DateTimeField(_("同意时间"))

    class Meta:
        verbose_name = _("监护人同意")
        verbose_name_plural = _("监护人同意")
        constraints = [
            models.UniqueConstraint(fields=["user", "purpose_version"], name="users_consent_one_per_user_and_version"),
            models.CheckConstraint(
                condition=models.Q(guardian_phone__startswith="+"), name="users_consent_phone_international"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.consented_at:%Y-%m-%d}"
