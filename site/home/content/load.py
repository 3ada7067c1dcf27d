"""Writes checked content into the database, in one transaction; a second load of the same files changes nothing."""

import json
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models, transaction
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from education.models import Audience, GlossaryTerm, InspectionItem, Topic
from quizzes.models import Category, Question

from ..cache import raise_generation
from ..models import HomePage, SiteTexts
from .blocks import Renderer
from .builders import SHANGHAI, art_of, build, model_for
from .gallery import Gallery
from .indexing import index_pages, indexing_held_back
from .ledger import Ledger, digest
from .questions import BankOutcome, load_questions
from .schema import Content, ContentError, PageFile

# What a morning's notice says as its time of publication.
MORNING = time(9, 0)


@dataclass
class Outcome:
    """What a load did, as slugs; `missing_art`: paths below art/."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    missing_art: list[str] = field(default_factory=list)
    images: int = 0
    bank: BankOutcome = field(default_factory=BankOutcome)


@transaction.atomic(durable=True)
def load_content(*, content: Content, now: datetime, strict: bool = False) -> Outcome:
    """Bring the site up to date with `content`. Pages that an editor has touched since are left alone.

    With `strict`, a picture that is not drawn yet is an error (ContentError); without it the page has none.
    """
    loading = Loading(content, now, Ledger())
    loading.pictures(strict)
    loading.vocabularies()
    with indexing_held_back(map(model_for, content.pages)):
        loading.skeletons([page for page in content.pages if page.kind != "quiz"])
        # Between the two: questions name lessons, quizzes name questions.
        loading.bank()
        loading.skeletons(content.of_kind("quiz"))
        loading.contents()
    index_pages(loading.written)
    loading.glossary()
    loading.menus()
    if loading.gallery.changed:
        raise_generation()
    return loading.outcome


class Loading:
    """One load under way. `ids`: slug to page id, for every page that is there."""

    def __init__(self, content: Content, now: datetime, ledger: Ledger):
        self.content = content
        self.now = now
        self.ledger = ledger
        self.gallery = Gallery(content.root / "art", ledger)
        self.outcome = Outcome()
        self.ids: dict[str, int] = {}
        self.foreign: set[str] = set()
        self.written: list[tuple[type[Page], int]] = []
        self.by_slug: dict[str, dict[str, models.Model]] = {}
        self.standing: dict[int, Page] = {}
        self.bank_ids: dict[str, dict[str, int]] = {}

    # Pictures and vocabularies

    def pictures(self, strict: bool) -> None:
        wanted: dict[str, str] = {}
        for page in self.content.pages:
            for path, alt in art_of(page).items():
                wanted.setdefault(path, alt)
        for question in self.content.questions:
            if question.art:
                wanted.setdefault(question.art, question.alt)
        self.gallery.load(wanted)
        self.outcome.missing_art = self.gallery.missing
        if strict and self.gallery.missing:
            raise ContentError([f"art/{path}: 还没有这张图。" for path in self.gallery.missing])
        self.outcome.images = self.gallery.changed

    def vocabularies(self) -> None:
        for model, entries in ((Topic, self.content.topics), (Audience, self.content.audiences)):
            for position, entry in enumerate(entries):
                given = {name: value for name, value in entry.items() if value is not None}
                self.keep_in_step(model, "slug", given | {"position": position})
            self.by_slug[model._meta.model_name] = {item.slug: item for item in model.objects.all()}

    def glossary(self) -> None:
        for entry in self.content.glossary:
            also = "、".join(entry["also"] or [])
            html = self.renderer("glossary").html(entry["explanation"])
            self.keep_in_step(GlossaryTerm, "term", {"term": entry["term"], "also": also, "explanation": html})

    def keep_in_step(self, model: type[models.Model], lookup: str, values: dict[str, Any]) -> None:
        """Create the row, or update it while it still says what the last load wrote."""
        key, state = f"{model._meta.model_name}/{values[lookup]}", digest(values)
        entry = self.ledger.get(key)
        if entry and entry.state == state:
            return
        row = model.objects.filter(pk=entry.pk) if entry else model.objects.filter(**{lookup: values[lookup]})
        instance = row.first()
        if not entry and not instance:
            instance = model(**values)
        elif entry and instance and digest({name: getattr(instance, name) for name in values}) == entry.left:
            for name, value in values.items():
                setattr(instance, name, value)
        else:
            return
        instance.full_clean()
        instance.save()
        self.ledger.loaded(key, instance, state, state)

    def bank(self) -> None:
        """Load the questions."""
        self.outcome.bank = load_questions(self.content, self.ledger, self.now)
        codes = [question.data.code for question in self.content.questions]
        self.bank_ids = {
            "question": dict(Question.objects.filter(code__in=codes).values_list("code", "pk")),
            "category": dict(Category.objects.values_list("path", "pk")),
        }

    # Pages

    def skeletons(self, pages: list[PageFile]) -> None:
        """Find or create pages, so that links can name each by its id. New pages are drafts until filled."""
        known = {page.slug: self.ledger.get(page.slug) for page in pages}
        loaded = [entry.pk for entry in known.values() if entry]
        self.standing |= {page.pk: page for page in Page.objects.filter(pk__in=loaded).only(*STANDING_FIELDS)}
        before: dict[str | None, int] = {}
        for page in pages:
            entry = known[page.slug]
            if not entry:
                self.create(page, before.get(page.parent))
            elif entry.pk in self.standing:
                self.ids[page.slug] = entry.pk
            if page.slug in self.ids:
                before[page.parent] = self.ids[page.slug]

    def create(self, page: PageFile, previous: int | None) -> None:
        """Create a page after its `previous` sibling, unless an editor deleted its parent or has made such a page."""
        if page.parent is not None and page.parent not in self.ids:
            self.outcome.kept.append(page.slug)
            return
        model = model_for(page)
        parent = Page.objects.get(pk=self.ids[page.parent]) if page.parent else Page.get_first_root_node()
        standing = model.objects.all() if model.max_count == 1 else Page.objects.child_of(parent).filter(slug=page.slug)
        if existing := standing.first():
            self.ids[page.slug] = existing.pk
            self.foreign.add(page.slug)
            return
        instance = model(live=False, first_published_at=self.first_published_at(page))
        self.assign(instance, self.fields(page))
        with disable_reference_index_auto_update():
            parent.add_child(instance=instance)
        self.put_in_order(instance, previous)
        self.ids[page.slug] = instance.pk
        if page.kind == "home":
            make_site_root(instance)

    @staticmethod
    def put_in_order(page: Page, previous: int | None) -> None:
        """Move a new page from the end of its siblings to behind `previous` (or to the front), where its file stands."""
        if previous:
            after = Page.objects.get(pk=previous)
            target, pos, following = after, "right", after.get_next_sibling()
        else:
            target, pos = page.get_first_sibling(), "left"
            following = target
        if following and following.pk != page.pk:
            page.move(target, pos=pos)

    def first_published_at(self, page: PageFile) -> datetime:
        if page.kind != "notice":
            return self.now
        return datetime.combine(page.values["date"], MORNING, tzinfo=SHANGHAI)

    def contents(self) -> None:
        """Fill and publish whatever is new or has changed."""
        for page in self.content.pages:
            if page.slug in self.foreign:
                self.outcome.kept.append(page.slug)
            elif page.slug in self.ids:
                self.bring_up_to_date(page)

    def bring_up_to_date(self, page: PageFile) -> None:
        fields = self.fields(page)
        state, entry = digest(fields), self.ledger.get(page.slug)
        if entry:
            standing = self.standing[entry.pk]
            if (standing.latest_revision_id, standing.live) != (entry.revision, entry.live):
                self.outcome.kept.append(page.slug)
                return
            if state == entry.state:
                self.outcome.unchanged.append(page.slug)
                return
        # Read again even when just created: its place in the tree may have changed, and its number of children.
        instance = model_for(page).objects.get(pk=self.ids[page.slug])
        self.assign(instance, fields)
        self.publish(page, instance, state)
        (self.outcome.updated if entry else self.outcome.created).append(page.slug)

    def publish(self, page: PageFile, instance: Page, state: str) -> None:
        """Save a revision and publish it; an episode with undrawn panels stays a draft."""
        revision = instance.save_revision()
        complete = all(panel["value"]["image"] for panel in self.fields(page).get("panels", []))
        if complete:
            revision.publish()
        else:
            self.outcome.drafts.append(page.slug)
        self.written.append((type(instance), instance.pk))
        instance.live = complete or instance.live
        self.ledger.page_loaded(page.slug, instance, state, revision)

    def renderer(self, slug: str) -> Renderer:
        return Renderer(slug, self.ids.get, self.gallery.image_id, self.row_id)

    def row_id(self, model_name: str, key: str | None) -> int | None:
        if model_name in self.bank_ids:
            return self.bank_ids[model_name].get(key)
        row = self.by_slug[model_name].get(key)
        return row and row.pk

    def fields(self, page: PageFile) -> dict[str, Any]:
        return build(page, self.renderer(page.slug), self.vocabulary_ids)

    def vocabulary_ids(self, model_name: str, slugs: list[str]) -> list[int]:
        rows = self.by_slug[model_name]
        return [rows[slug].pk for slug in slugs if slug in rows]

    def assign(self, page: Page, fields: dict[str, Any]) -> None:
        """Put plain data into a page's fields, streams and relations."""
        for name, value in fields.items():
            if name in ("topics", "audiences"):
                rows = self.by_slug[name.removesuffix("s")].values()
                value = [row for row in rows if row.pk in value]
            elif name == "inspection_items":
                value = [InspectionItem(sort_order=order, **item) for order, item in enumerate(value)]
            elif isinstance(page._meta.get_field(name), StreamField):
                value = json.dumps(value)
            setattr(page, name, value)

    # The frame

    def menus(self) -> None:
        """Fill the menus, or follow the file while nobody has changed them in the admin."""
        texts = SiteTexts.for_site(Site.objects.get(is_default_site=True))
        renderer = self.renderer("menus")
        wanted = {
            f"{name}_menu": [
                renderer.item(
                    f"{name}/{item['page']}", "item", {"label": item["label"], "page": self.ids[item["page"]]}
                )
                for item in items
                if item["page"] in self.ids
            ]
            for name, items in self.content.menus.items()
        }
        entry, state = self.ledger.get("menus"), digest(wanted)
        current = {name: list(getattr(texts, name).raw_data) for name in wanted}
        untouched = digest(current) == entry.left if entry else not any(current.values())
        if not untouched or (entry and entry.state == state):
            return
        for name, raw in wanted.items():
            setattr(texts, name, json.dumps(raw))
        texts.save()
        self.ledger.loaded("menus", texts, state, state)


STANDING_FIELDS = ("pk", "path", "depth", "latest_revision", "live")


def make_site_root(home: HomePage) -> None:
    """Let the default site start at `home`, and take Wagtail's welcome page away."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        Page.objects.get(pk=welcome.pk).delete()
