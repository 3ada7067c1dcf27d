"""Search entries of a load, written once at its end: every page is saved three times on its way to being published."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page
from wagtail.search.backends import get_search_backends


@contextmanager
def indexing_held_back(models: Iterable[type[Page]]) -> Iterator[None]:
    """Write no search entries for these models meanwhile. For a process that does nothing else: a command."""
    held = [model for model in set(models) if post_save.disconnect(post_save_signal_handler, sender=model)]
    try:
        yield
    finally:
        for model in held:
            post_save.connect(post_save_signal_handler, sender=model)


def index_pages(pages: Iterable[tuple[type[Page], int]]) -> None:
    """Write the search entries of pages given by model and id."""
    by_model = defaultdict(list)
    for model, pk in pages:
        by_model[model].append(pk)
    for backend in get_search_backends(with_auto_update=True):
        for model, pks in by_model.items():
            backend.add_bulk(model, list(model.objects.filter(pk__in=pks)))
