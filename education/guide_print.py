"""The print edition of a guide and of a class activity: pages of ours → one PDF for paper."""

from datetime import date

from django.utils.timezone import localdate

from media.certificates import qr_svg
from media.paper import typeset_pdf

from .models import ActivityPage, GlossaryTerm, GuidePage
from .print_blocks import BlockPrinter, day
from .print_text import Links, rich_nodes
from .selectors import in_order

GUIDE_TEMPLATE = "education/typst/guide.typ"
ACTIVITY_TEMPLATE = "education/typst/activity.typ"
SITE_NAME = "明白消费"
HOTLINE = "12315"


def guide_pdf(guide: GuidePage, *, teacher_notes: bool, base_url: str, organiser: str = "") -> bytes:
    """Return the whole guide as a PDF: cover, contents, chapters with answers, glossary, colophon.

    `base_url` is the site's own address, without a path. Raises media.paper.PaperError.
    """
    data, pictures = guide_sheet(guide, teacher_notes=teacher_notes, base_url=base_url, organiser=organiser)
    return typeset_pdf(GUIDE_TEMPLATE, data, pictures=pictures, day=edition_day(guide))


def guide_sheet(guide: GuidePage, *, teacher_notes: bool, base_url: str, organiser: str = "") -> tuple[dict, dict]:
    """The data and pictures of a guide's template."""
    chapters = list(guide.chapters())
    links = Links(base_url, {chapter.pk: number for number, chapter in enumerate(chapters, 1)})
    printer = BlockPrinter(links, teacher_notes=teacher_notes)
    data = frame(guide, printer, organiser) | {
        "edition": guide.edition,
        "intro": printer.rich(guide.intro),
        "chapters": [chapter_data(chapter, printer) for chapter in chapters],
        "glossary": [
            {"term": term.term, "also": term.also, "nodes": rich_nodes(term.explanation, links)}
            for term in GlossaryTerm.objects.all()
        ],
        "teacher-notes": teacher_notes,
    }
    return data, printer.pictures


def chapter_data(chapter, printer: BlockPrinter) -> dict:
    """One chapter with its sections and the class activities that fit it."""
    activities = in_order(chapter.activities.raw_data, ActivityPage.objects.live())
    return {
        "title": chapter.title,
        "summary": chapter.summary,
        "checked-on": day(chapter.checked_on),
        "sections": titled_bodies(chapter.sections, printer),
        "answers": printer.take_answers(),
        "activities": [
            {"title": activity.title, "summary": activity.summary, "minutes": activity.minutes}
            for activity in activities
        ],
    }


def titled_bodies(stream, printer: BlockPrinter) -> list[dict]:
    """Sections or handouts: a title and the blocks under it."""
    return [{"title": part.value["title"], "blocks": printer.body(part.value["body"])} for part in stream]


def activity_pdf(activity: ActivityPage, *, base_url: str = "", organiser: str = "") -> bytes:
    """Return a class activity with its plan and handouts as a PDF. Raises media.paper.PaperError."""
    data, pictures = activity_sheet(activity, base_url=base_url, organiser=organiser, plan=True)
    return typeset_pdf(ACTIVITY_TEMPLATE, data, pictures=pictures, day=edition_day(activity))


def handouts_pdf(activity: ActivityPage, *, base_url: str = "", organiser: str = "") -> bytes:
    """Return only the sheets to hand out, each from a page of its own. Raises media.paper.PaperError."""
    data, pictures = activity_sheet(activity, base_url=base_url, organiser=organiser, plan=False)
    return typeset_pdf(ACTIVITY_TEMPLATE, data, pictures=pictures, day=edition_day(activity))


def activity_sheet(activity: ActivityPage, *, base_url: str, organiser: str, plan: bool) -> tuple[dict, dict]:
    """The data and pictures of an activity's template."""
    printer = BlockPrinter(Links(base_url), teacher_notes=plan, ruled=True)
    data = frame(activity, printer, organiser) | {
        "plan": plan,
        "kind": str(activity.get_activity_kind_display()),
        "setting": str(activity.get_setting_display()),
        "grade": activity.grade,
        "minutes": activity.minutes or activity.compute_minutes() or 0,
        "group": [activity.group_min, activity.group_max],
        "goals": [str(block.value) for block in activity.goals],
        "materials": [str(block.value) for block in activity.materials],
        "steps": [
            {
                "title": step.value["title"],
                "minutes": step.value["minutes"],
                "nodes": printer.rich(step.value["text"]),
            }
            for step in activity.steps
        ],
        "handouts": titled_bodies(activity.handouts, printer),
        "answers": printer.take_answers(),
    }
    return data, printer.pictures


def frame(page, printer: BlockPrinter, organiser: str) -> dict:
    """What every printed material carries: names, summary, cover, address and its QR code, date of the last check."""
    address = printer.links.address(page.get_url() or "").get("href", "")
    if address:
        printer.pictures["qr.svg"] = qr_svg(address)
    return {
        "site": SITE_NAME,
        "hotline": HOTLINE,
        "organiser": organiser,
        "title": page.title,
        "summary": page.summary,
        "cover": printer.picture(page.cover) if page.cover else "",
        "cover-alt": page.cover.default_alt_text if page.cover else "",
        "url": address,
        "checked-on": day(page.checked_on),
        "updated": day(edition_day(page)),
    }


def edition_day(page) -> date:
    """The day that a print carries: of the last publication, so that the same text gives the same file."""
    published = page.last_published_at or page.first_published_at
    return localdate(published) if published else date(2026, 1, 1)
