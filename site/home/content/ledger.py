"""What the loader did before, kept in Wagtail's own log, so that a reload knows its work from an editor's.

Every load of a thing leaves an entry with the action LOADED. Its data: `key` (which shipped thing), `state` (a digest
of what the files say) and what the load left behind, by which an editor's later change shows: for pages `live` and the
entry's revision, for everything else `left`, a digest of the row.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry

LOADED = "mingbai.content.load"


@dataclass(frozen=True)
class Entry:
    """The latest load of one shipped thing. Pages have `live` and `revision`, everything else `left`."""

    pk: int
    state: str
    live: bool = True
    revision: int | None = None
    left: str = ""


def digest(value: Any) -> str:
    """A digest of plain data; the same data always gives the same."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str, ensure_ascii=False).encode()).hexdigest()


class Ledger:
    """The latest entry of every key, read in two queries."""

    def __init__(self):
        pages = PageLogEntry.objects.filter(action=LOADED).order_by("timestamp", "pk")
        others = ModelLogEntry.objects.filter(action=LOADED).order_by("timestamp", "pk")
        self.entries: dict[str, Entry] = {}
        for pk, revision, data in pages.values_list("page_id", "revision_id", "data"):
            self.entries[data["key"]] = Entry(pk, data["state"], data["live"], revision)
        for pk, data in others.values_list("object_id", "data"):
            self.entries[data["key"]] = Entry(int(pk), data["state"], left=data["left"])

    def get(self, key: str) -> Entry | None:
        return self.entries.get(key)

    def page_loaded(self, key: str, page: Page, state: str, revision) -> None:
        """Record that the loader wrote `page` as `revision`."""
        data = {"key": key, "state": state, "live": page.live}
        log(page, LOADED, data=data, revision=revision, content_changed=True)
        self.entries[key] = Entry(page.pk, state, page.live, revision.pk)

    def loaded(self, key: str, instance: models.Model, state: str, left: str) -> None:
        """Record that the loader wrote `instance`."""
        log(instance, LOADED, data={"key": key, "state": state, "left": left}, content_changed=True)
        self.entries[key] = Entry(instance.pk, state, left=left)
