"""The category tree of the question bank."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..bank import bank_changed

MAX_LEVELS = 3
SEPARATOR = "/"


class Category(index.Indexed, models.Model):
    """A category. `path` is its name after its parents' names, joined by "/": how files and people name it."""

    name = models.CharField(_("名称"), max_length=40)
    parent = models.ForeignKey(
        "self", verbose_name=_("上级分类"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(_("分类"), max_length=140, unique=True, editable=False)

    search_fields = [index.AutocompleteField("path"), index.SearchField("path")]

    class Meta:
        verbose_name = _("题目分类")
        verbose_name_plural = _("题目分类")
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path

    @property
    def level(self) -> int:
        return self.path.count(SEPARATOR)

    def compute_path(self) -> str:
        return f"{self.parent.path}{SEPARATOR}{self.name}" if self.parent else self.name

    def clean(self):
        super().clean()
        self.name = self.name.strip()
        if SEPARATOR in self.name:
            raise ValidationError({"name": _("名称里不能有“/”。")})
        path = self.compute_path()
        if path.count(SEPARATOR) >= MAX_LEVELS:
            raise ValidationError({"parent": _("分类最多 %(levels)d 级。") % {"levels": MAX_LEVELS}})
        if (
            self.pk
            and self.parent
            and (self.parent_id == self.pk or self.parent.path.startswith(self.path + SEPARATOR))
        ):
            raise ValidationError({"parent": _("不能把分类放到它自己下面。")})
        if Category.objects.filter(path=path).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("已经有“%(path)s”这个分类。") % {"path": path}})

    def save(self, *args, **kwargs):
        """Keep the paths of this category and of everything below it."""
        self.path = self.compute_path()
        super().save(*args, **kwargs)
        bank_changed()
        for child in self.children.all():
            child.parent = self
            child.save()

    @classmethod
    def at(cls, path: str) -> "Category":
        """Return the category with this path; it and its parents are made where they are missing."""
        category = None
        for name in (part.strip() for part in path.split(SEPARATOR)):
            found = cls.objects.filter(name=name, parent=category).first()
            if found is None:
                found = cls(name=name, parent=category)
                found.full_clean()
                found.save()
            category = found
        return category


def within(path: str, field: str = "category") -> models.Q:
    """The condition of lying in the category with this path or below it; `field` leads to the category."""
    return models.Q(**{f"{field}__path": path}) | models.Q(**{f"{field}__path__startswith": path + SEPARATOR})
