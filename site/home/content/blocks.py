"""Checked bodies to the raw data of StreamFields.

Block ids are UUIDs made from the page's slug and the block's way there (by title where it has one, else by place), so
that a reload keeps them: learners' progress is kept by the ids of steps.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from . import richtext

NAMESPACE = UUID("6d1f0a52-5b0c-5c3e-9d0e-6d696e676261")


@dataclass(frozen=True)
class Renderer:
    """Turns checked values into raw data for one page.

    `page_id`: the id of the page with a slug, or None. `image_id`: the id of the picture at a path below art/, or None
    while it is not drawn. `row_id`: the id of a "question" by code, "category" by path, "topic" or "audience" by slug, or None.
    """

    slug: str
    page_id: Callable[[str], int | None]
    image_id: Callable[[str], int | None]
    row_id: Callable[[str, str | None], int | None]
    used: Counter = field(default_factory=Counter)

    def block_id(self, way: str) -> str:
        """A stable id; the second block with the same way gets its own."""
        self.used[way] += 1
        suffix = f"#{self.used[way]}" if self.used[way] > 1 else ""
        return str(uuid5(NAMESPACE, f"{self.slug}/{way}{suffix}"))

    def item(self, way: str, kind: str, value: Any) -> dict:
        return {"type": kind, "value": value, "id": self.block_id(way)}

    def html(self, text: str | None) -> str:
        return richtext.to_html(text, self.page_id) if text else ""

    def strings(self, way: str, kind: str, values: list[str] | None) -> list[dict]:
        """A stream (or a list block, with the kind "item") of plain values."""
        return [self.item(f"{way}/{value}", kind, value) for value in values or []]

    def pages(self, way: str, kind: str, slugs: list[str] | None) -> list[dict]:
        """A stream of page choosers; pages that are gone drop out."""
        found = [(slug, self.page_id(slug)) for slug in slugs or []]
        return [self.item(f"{way}/{slug}", kind, page) for slug, page in found if page]

    def titled(self, way: str, kind: str, records: list[dict], value: Callable[[str, dict], dict]) -> list[dict]:
        """A stream of blocks that have a title. `value(way, record)` gives the raw value of one."""
        ways = [(f"{way}/{record['title']}", record) for record in records]
        return [self.item(below, kind, value(below, record)) for below, record in ways]

    def body(self, way: str, blocks: list[tuple[str, Any]]) -> list[dict]:
        """A stream of body blocks. A picture that is not drawn yet is left out."""
        out = []
        for number, (name, value) in enumerate(blocks):
            below = f"{way}/{number}"
            raw = self.html(value) if name in RICH else getattr(self, f"raw_{name}")(below, value)
            if raw is not None:
                out.append(self.item(below, name, raw))
        return out

    def raw_law(self, _way: str, value: dict) -> dict:
        return value | {"plain": self.html(value["plain"]), "checked_on": value["checked_on"].isoformat()}

    def raw_case(self, _way: str, value: dict) -> dict:
        return {name: self.html(text) for name, text in value.items()}

    def raw_myth_fact(self, _way: str, value: dict) -> dict:
        return value | {"fact": self.html(value["fact"])}

    def raw_checklist(self, way: str, value: dict) -> dict:
        return value | {"items": self.strings(way, "item", value["items"])}

    def raw_claim_steps(self, way: str, value: dict) -> dict:
        def step(_way: str, record: dict) -> dict:
            return record | {"text": self.html(record["text"])}

        return value | {"steps": self.titled(way, "item", value["steps"], step)}

    def raw_table(self, _way: str, value: dict) -> dict:
        return {
            "data": [value["header"], *value["rows"]],
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": value["caption"],
        }

    def raw_self_check(self, way: str, value: dict) -> dict:
        options = [
            self.item(f"{way}/{option['text']}", "item", option | {"correct": bool(option["correct"])})
            for option in value["options"]
        ]
        return value | {"options": options}

    def raw_picture(self, _way: str, value: dict) -> dict | None:
        image = self.image_id(f"pictures/{value['art']}.webp")
        if not image:
            return None
        chosen = {"image": image, "decorative": False, "alt_text": value["alt"]}
        return {"image": chosen, "caption": value["caption"] or ""}

    def panels(self, panels: list[dict]) -> list[dict]:
        """The panels of an episode; one that is not drawn yet has no picture."""
        out = []
        for number, panel in enumerate(panels, 1):
            way = f"panels/{number}"
            lines = [self.item(f"{way}/{place}", "item", line) for place, line in enumerate(panel["lines"])]
            image = self.image_id(f"panels/{self.slug}/{number:02}.webp")
            out.append(self.item(way, "panel", {"image": image, "alt": panel["alt"], "lines": lines}))
        return out


# Blocks whose whole value is rich text.
RICH = {"text", "teacher_note"}
