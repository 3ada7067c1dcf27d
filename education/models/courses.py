"""Courses and their lessons."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from ..blocks import StepBlock
from .listing import ListingPage
from .materials import Material, stream_text


class CourseIndexPage(ListingPage):
    """All courses."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["education.CoursePage"]
    max_count = 1
    LISTED_KINDS = [Material.Kind.LESSON]
    template = "education/course_index.html"

    class Meta:
        verbose_name = _("课程目录")

    def get_context(self, request, *args, **kwargs):
        """The lessons come as the filtered list; the courses stand above it."""
        context = super().get_context(request, *args, **kwargs)
        context["courses"] = list(CoursePage.objects.child_of(self).live().order_by("path").for_cards())
        return context


class CoursePage(Material):
    """A course: lessons in order."""

    KIND = Material.Kind.COURSE
    parent_page_types = ["education.CourseIndexPage"]
    subpage_types = ["education.LessonPage"]
    template = "education/course.html"

    intro = RichTextField(_("课程介绍"), features=["bold", "ol", "ul", "link"], blank=True)

    content_panels = [*Material.content_panels, FieldPanel("intro"), FieldPanel("related")]
    search_fields = [*Material.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("课程")
        verbose_name_plural = _("课程")

    def lessons(self) -> models.QuerySet["LessonPage"]:
        """The published lessons, in order."""
        return LessonPage.objects.child_of(self).live().order_by("path")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["lessons"] = list(self.lessons().for_cards())
        return context


class LessonPage(Material):
    """One lesson: steps that are read, listened to and tried."""

    KIND = Material.Kind.LESSON
    parent_page_types = ["education.CoursePage"]
    subpage_types: list[str] = []
    template = "education/lesson.html"

    objectives = StreamField(
        [("objective", blocks.CharBlock(label=_("目标"), max_length=60))],
        verbose_name=_("学完能做到"),
        blank=True,
        block_counts={"objective": {"max_num": 5}},
    )
    steps = StreamField([("step", StepBlock())], verbose_name=_("步骤"), block_counts={"step": {"max_num": 12}})

    content_panels = [
        *Material.content_panels,
        FieldPanel("objectives"),
        FieldPanel("steps"),
        FieldPanel("related"),
    ]
    search_fields = [*Material.search_fields, index.SearchField("objectives"), index.SearchField("steps")]

    class Meta:
        verbose_name = _("课")
        verbose_name_plural = _("课")

    def reading_text(self) -> str:
        return stream_text(self.steps)

    @property
    def step_ids(self) -> list[str]:
        """The steps' stable ids, in order; progress is kept by them."""
        return [block["id"] for block in self.steps.get_prep_value()]

    def get_context(self, request, *args, **kwargs):
        from ..selectors import lesson_context

        return super().get_context(request, *args, **kwargs) | lesson_context(self)
