"""Who is answering: somebody with an account, or a visitor known by a random id in the session."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Person:
    """Exactly one of `user_id` and `visitor` is set."""

    user_id: int | None = None
    visitor: UUID | None = None

    def __post_init__(self):
        if (self.user_id is None) == (self.visitor is None):
            raise ValueError("A person is either a user or a visitor.")

    @property
    def owner(self) -> dict:
        """The fields of an Owned row, as keyword arguments of filter() and of the constructor."""
        return {"user_id": self.user_id} if self.visitor is None else {"visitor": self.visitor}

    def __str__(self) -> str:
        return f"u{self.user_id}" if self.visitor is None else f"v{self.visitor}"


class Owned(models.Model):
    """A row that belongs to a person."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("用户")
    )
    visitor = models.UUIDField(_("访客"), null=True)

    class Meta:
        abstract = True

    @property
    def person(self) -> Person:
        return Person(user_id=self.user_id, visitor=self.visitor)

    @staticmethod
    def one_owner(name: str) -> models.CheckConstraint:
        """The constraint that a row has exactly one owner."""
        return models.CheckConstraint(
            condition=Q(user__isnull=False, visitor__isnull=True) | Q(user__isnull=True, visitor__isnull=False),
            name=name,
        )

    @staticmethod
    def once_per_owner(*fields: str, name: str, condition: Q | None = None) -> list[models.UniqueConstraint]:
        """The constraints that `fields` are unique among the rows of one owner (that meet the condition)."""
        extra = condition if condition is not None else Q()
        return [
            models.UniqueConstraint(
                fields=["user", *fields], condition=Q(user__isnull=False) & extra, name=f"{name}_per_user"
            ),
            models.UniqueConstraint(
                fields=["visitor", *fields], condition=Q(visitor__isnull=False) & extra, name=f"{name}_per_visitor"
            ),
        ]
