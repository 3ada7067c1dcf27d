"""The vocabularies by which everything is found and understood: topics, audiences, and the glossary."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index


class Colour(models.TextChoices):
    """The washes of the look; a template turns the key into a class, a theme decides the colour."""

    SEAL = "seal", _("印章红")
    JADE = "jade", _("玉绿")
    OCHRE = "ochre", _("赭黄")
    INDIGO = "indigo", _("靛蓝")
    PLUM = "plum", _("梅紫")


class Topic(models.Model):
    """What a material is about: 保健品, 预付式消费, …"""

    slug = models.SlugField(_("链接名"), unique=True)
    name = models.CharField(_("名称"), max_length=20, unique=True)
    summary = models.CharField(_("一句话说明"), max_length=60, blank=True)
    colour = models.CharField(_("颜色"), max_length=10, choices=Colour, default=Colour.OCHRE)
    position = models.PositiveSmallIntegerField(_("顺序"), default=0)

    class Meta:
        verbose_name = _("主题")
        verbose_name_plural = _("主题")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class Audience(models.Model):
    """For whom a material is written: 小学 … 联络员."""

    slug = models.SlugField(_("链接名"), unique=True)
    name = models.CharField(_("名称"), max_length=20, unique=True)
    position = models.PositiveSmallIntegerField(_("顺序"), default=0)

    class Meta:
        verbose_name = _("读者")
        verbose_name_plural = _("读者")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class GlossaryTerm(index.Indexed, models.Model):
    """A term explained in place wherever a guide uses it."""

    term = models.CharField(_("术语"), max_length=30, unique=True)
    also = models.CharField(
        _("也叫"), max_length=120, blank=True, help_text=_("其他写法，用顿号隔开，例如：七日无理由退货、七天退货")
    )
    explanation = RichTextField(_("大白话解释"), features=["bold", "link"])

    panels = [FieldPanel("term"), FieldPanel("also"), FieldPanel("explanation")]
    search_fields = [index.SearchField("term", boost=2), index.AutocompleteField("term"), index.SearchField("also")]

    class Meta:
        verbose_name = _("术语")
        verbose_name_plural = _("术语表")
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    @property
    def spellings(self) -> list[str]:
        """Every way to write the term, the longest first, so that a match never stops halfway."""
        return sorted({self.term, *(part.strip() for part in self.also.split("、") if part.strip())}, key=len)[::-1]
