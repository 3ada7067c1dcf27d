"""Searching all published materials, with filters, and suggestions while typing."""

from dataclasses import dataclass

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.fields import StreamField
from wagtail.search.index import RelatedFields, SearchField

from education.facets import Facet, apply_facets, audience_facet, topic_facet
from education.models import Material, Topic
from education.models.materials import stream_text
from search.highlight import highlight, snippet, spans
from search.segment import Word, query_tokens

MAX_QUERY = 100
PER_PAGE = 20
SUGGESTIONS = 8
FEWER_WORDS = 5  # words of a fruitless query that are tried alone


@dataclass(frozen=True)
class Result:
    """A page found, ready to show."""

    page: Material
    title: SafeString
    summary: SafeString
    snippet: SafeString


@dataclass(frozen=True)
class Choice:
    """One value of a filter as a link; `url` takes the choice back when it is selected."""

    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True)
class Filter:
    """A filter with the values that give something."""

    name: str
    label: str
    choices: list[Choice]
    selected: str
    selected_label: str


def cleaned(query: str) -> str:
    """What is read of the query: one line, without control characters, at most MAX_QUERY characters."""
    printable = "".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in query[: 4 * MAX_QUERY])
    return " ".join(printable.split())[:MAX_QUERY].strip()


def public_materials() -> QuerySet:
    return Material.objects.live().public()


def facets() -> list[Facet]:
    return [
        Facet("type", _("类型"), list(Material.Kind.choices), lambda value: Q(kind=value)),
        topic_facet(),
        audience_facet(),
    ]


def address(query: str, params: QueryDict, **changed: str) -> str:
    """The query string of this search with some filters changed; an empty value takes a filter out."""
    kept = QueryDict(mutable=True)
    if query:
        kept["q"] = query
    for name in ("type", "topic", "audience"):
        if value := changed.get(name, params.get(name, "")):
            kept[name] = value
    return "?" + kept.urlencode()


def filters_of(filled: list[Facet], query: str, params: QueryDict) -> list[Filter]:
    """The facets as links."""
    return [
        Filter(
            facet.name,
            facet.label,
            [
                Choice(
                    option.label,
                    option.count,
                    option.selected,
                    address(query, params, **{facet.name: "" if option.selected else option.value}),
                )
                for option in facet.options
                if option.count or option.selected
            ],
            facet.selected,
            facet.selected_label,
        )
        for facet in filled
    ]


def body_text(page: Material) -> str:
    """The searchable text of a specific page besides its title and summary."""
    parts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, RelatedFields) and field.get_field(type(page)).one_to_many:
            children = getattr(page, field.field_name).all()
            parts += [
                str(sub.get_value(child)) for child in children for sub in field.fields if isinstance(sub, SearchField)
            ]
        elif isinstance(field, SearchField) and field.field_name not in ("title", "summary"):
            definition = field.get_field(type(page))
            value = definition.value_from_object(page)
            if isinstance(definition, StreamField):
                parts.append(stream_text(value))
            else:
                parts.append(strip_tags(str(value)))
    return " ".join(parts)


def is_shown_in(words: list[Word], *texts: str) -> bool:
    """Whether every word is to be seen in one of the texts."""
    seen = {span.word for text in texts for span in spans(text, words)}
    return all(word.text in seen for word in words)


def results_of(pages: ResultPage, words: list[Word]) -> list[Result]:
    """The pages with their words marked; the text is only fetched where title and summary do not show every word."""
    unclear = [page.pk for page in pages if words and not is_shown_in(words, page.title, page.summary)]
    texts = {page.pk: body_text(page) for page in Material.objects.filter(pk__in=unclear).specific()} if unclear else {}
    return [
        Result(
            page,
            highlight(page.title, words),
            highlight(page.summary, words),
            snippet(texts.get(page.pk, ""), words),
        )
        for page in pages
    ]


def fewer_words(words: list[Word]) -> list[str]:
    """The words of a fruitless query that find something alone."""
    if len(words) < 2:
        return []
    return [word.text for word in words[:FEWER_WORDS] if public_materials().search(word.text).get_queryset().exists()]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """All published materials that hold every word of `q`, filtered by type, topic and audience; 20 a page."""
    query = cleaned(request.GET.get("q", ""))
    words = query_tokens(query)
    offered = facets()
    filtered = any(request.GET.get(facet.name) in dict(facet.choices) for facet in offered)
    context = {"query": query, "asked": bool(query) or filtered, "filtered": filtered, "max_length": MAX_QUERY}
    if context["asked"]:
        found = public_materials()
        found = found.search(query).get_queryset() if query else found.order_by("-first_published_at", "-pk")
        found, filled = apply_facets(found, offered, request.GET)
        page = Paginator(found.prefetch_related("topics"), PER_PAGE).get_page(request.GET.get("page"))
        context |= {
            "results": page,
            "found": results_of(page, words),
            "filters": filters_of(filled, query, request.GET),
            "query_string": address(query, request.GET).removeprefix("?"),
            "clear_url": address(query, QueryDict()),
            "fewer": [] if page.paginator.count or filtered else fewer_words(words),
        }
    if not context["asked"] or not context["found"]:
        context["topics"] = list(Topic.objects.all())
    response = render(request, "search/search.html", context)
    # Any words can be searched for: kept out of the page cache, which would fill up with them.
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Up to 8 materials whose title or summary holds what was typed: {"suggestions": [{title, url, kind}]}."""
    query = cleaned(request.GET.get("q", ""))
    pages = public_materials().autocomplete(query)[:SUGGESTIONS] if query else []
    response = JsonResponse(
        {
            "suggestions": [
                {"title": page.title, "url": page.get_url(request), "kind": page.get_kind_display()} for page in pages
            ]
        },
        json_dumps_params={"ensure_ascii": False},
    )
    patch_cache_control(response, private=True, max_age=60)
    return response
