"""Reads that span pages. Every function here costs a fixed number of queries, whatever the number of items."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict

from media.models import LibraryImage

from .facets import apply_facets
from .models import (
    ActivityPage,
    ChapterPage,
    ComicEpisodePage,
    CoursePage,
    LessonPage,
    LessonProgress,
    Material,
    NoticePage,
)


def related_materials(page: Material) -> list[Material]:
    """The published materials that the editor put under 接着看, in the editor's order, ready for cards."""
    return in_order(page.related.raw_data, Material.objects.live().for_cards())


def in_order(raw_stream: list, queryset: QuerySet) -> list:
    """Resolve a stream of page ids against `queryset`, keeping the stream's order and dropping what is not there."""
    ids = [item["value"] for item in raw_stream]
    found = {page.pk: page for page in queryset.filter(pk__in=ids)} if ids else {}
    return [found[pk] for pk in ids if pk in found]


def listing_context(page, params: QueryDict) -> dict:
    """The filtered, counted and paged list of a listing page."""
    queryset, facets = apply_facets(page.materials(), page.facets(), params)
    paginator = Paginator(queryset.for_cards(), page.PAGE_SIZE)
    results = paginator.get_page(params.get("page"))
    kept = params.copy()
    kept.pop("page", None)
    return {
        "facets": facets,
        "results": results,
        "filtered": any(facet.selected for facet in facets),
        "query_string": kept.urlencode(),
    }


def lesson_context(lesson: LessonPage) -> dict:
    """The lesson's course, its neighbours and what to read next."""
    siblings = list(
        LessonPage.objects.sibling_of(lesson, inclusive=True)
        .live()
        .order_by("path")
        .only("pk", "title", "url_path", "path")
    )
    position = next((i for i, page in enumerate(siblings) if page.pk == lesson.pk), 0)
    course = CoursePage.objects.ancestor_of(lesson).first()
    return {
        "course": course,
        "lesson_number": position + 1,
        "lesson_total": max(len(siblings), 1),
        "previous_lesson": siblings[position - 1] if position > 0 else None,
        "next_lesson": siblings[position + 1] if position + 1 < len(siblings) else None,
        "related_materials": related_materials(lesson),
    }


def sees_teacher_notes(user) -> bool:
    """Teacher's notes are for teachers, contact people and the site's staff."""
    return user.is_authenticated and (user.is_teacher or user.is_staff or user.has_perm("wagtailadmin.access_admin"))


def chapter_context(chapter: ChapterPage, user) -> dict:
    """The chapter's guide and neighbours, its class activities, and whether teacher's notes are shown."""
    siblings = list(ChapterPage.objects.sibling_of(chapter, inclusive=True).live().order_by("path").defer("sections"))
    position = next((i for i, page in enumerate(siblings) if page.pk == chapter.pk), 0)
    return {
        "guide": chapter.get_parent().specific,
        "chapters": siblings,
        "chapter_number": position + 1,
        "previous_chapter": siblings[position - 1] if position > 0 else None,
        "next_chapter": siblings[position + 1] if position + 1 < len(siblings) else None,
        "activities": in_order(chapter.activities.raw_data, ActivityPage.objects.live().for_cards()),
        "teacher_notes": sees_teacher_notes(user),
        "related_materials": related_materials(chapter),
    }


@dataclass(frozen=True)
class Panel:
    """A panel ready to draw: its number, picture, description and lines (speaker, text)."""

    number: int
    image: LibraryImage | None
    alt: str
    lines: list[tuple[str, str]]


def episode_context(episode: ComicEpisodePage) -> dict:
    """The panels with their renditions fetched at once, the series and the neighbouring episodes."""
    raw = [block["value"] for block in episode.panels.raw_data]
    ids = {value["image"] for value in raw if value.get("image")}
    images = {image.pk: image for image in LibraryImage.objects.filter(pk__in=ids).prefetch_related("renditions")}
    panels = [
        Panel(
            number,
            images.get(value.get("image")),
            value.get("alt", ""),
            [(line["speaker"], line["text"]) for line in line_values(value.get("lines", []))],
        )
        for number, value in enumerate(raw, 1)
    ]
    siblings = list(
        ComicEpisodePage.objects.sibling_of(episode, inclusive=True).live().order_by("path").defer("panels")
    )
    position = next((i for i, page in enumerate(siblings) if page.pk == episode.pk), 0)
    return {
        "panel_list": panels,
        "series": episode.get_parent().specific,
        "episode_number": position + 1,
        "previous_episode": siblings[position - 1] if position > 0 else None,
        "next_episode": siblings[position + 1] if position + 1 < len(siblings) else None,
        "related_materials": related_materials(episode),
    }


def line_values(lines: list) -> list[dict]:
    """The dialogue lines of a stored list block (each item wraps its value together with an id)."""
    return [line["value"] if "value" in line and "id" in line else line for line in lines]


def notice_context(notice: NoticePage) -> dict:
    """The notice's table of inspected products, its neighbours in time, and what to read next."""
    items = list(notice.inspection_items.all())
    others = NoticePage.objects.sibling_of(notice, inclusive=False).live()
    later = others.filter(Q(date__gt=notice.date) | Q(date=notice.date, pk__gt=notice.pk or 0)).order_by("date", "pk")
    earlier = others.filter(Q(date__lt=notice.date) | Q(date=notice.date, pk__lt=notice.pk or 0)).order_by(
        "-date", "-pk"
    )
    return {
        "items": items,
        "failed_count": sum(not item.passed for item in items),
        "newer": later.only("title", "url_path", "path").first(),
        "older": earlier.only("title", "url_path", "path").first(),
        "related_materials": related_materials(notice),
    }


@dataclass(frozen=True)
class CourseProgress:
    """How far a person is in a course: the lessons with done and total steps each."""

    lessons: list[LessonPage]
    done: dict[int, int]
    completed: set[int]

    @property
    def finished(self) -> bool:
        return all(lesson.pk in self.completed for lesson in self.lessons)


def course_progress(course: CoursePage, user) -> CourseProgress:
    """Read a person's progress through the published lessons of a course: two queries.

    A lesson completed once stays completed, even when an editor adds a step later.
    """
    lessons = list(course.lessons())
    rows = {row.lesson_id: row for row in LessonProgress.objects.filter(user=user, lesson__in=lessons)}
    done = {
        lesson.pk: len(set(rows[lesson.pk].steps_done) & set(lesson.step_ids)) if lesson.pk in rows else 0
        for lesson in lessons
    }
    return CourseProgress(lessons, done, {pk for pk, row in rows.items() if row.completed_at})
