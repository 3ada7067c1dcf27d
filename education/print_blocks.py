"""Every block of education/blocks as plain JSON for a Typst template. One function per block, found by its name."""

from io import BytesIO

from PIL import Image, ImageOps

from .print_text import Links, plain_nodes, rich_nodes

PRINT_PIXELS = 1800  # the longer side of a printed picture: 250 dots an inch over the width of a text column
LETTERS = "ABCDEFGH"


class BlockPrinter:
    """Turns blocks into JSON and gathers the pictures that they need, as bytes by name."""

    def __init__(self, links: Links, *, teacher_notes: bool, ruled: bool = False):
        self.links = links
        self.ruled = ruled  # tables with every line drawn: to cut out or to fill in by hand
        self.teacher_notes = teacher_notes
        self.pictures: dict[str, bytes] = {}
        self.answers: list[dict] = []  # of the self-checks since the last take_answers()

    def take_answers(self) -> list[dict]:
        """The answers gathered so far; numbering starts anew."""
        answers, self.answers = self.answers, []
        return answers

    def body(self, stream) -> list[dict]:
        """The blocks of a body, in order. A kind that paper does not know prints its words."""
        blocks = []
        for child in stream:
            convert = getattr(self, f"print_{child.block_type}", None)
            block = convert(child.value) if convert else self.print_unknown(child)
            if block:
                blocks.append({"type": child.block_type if convert else "text"} | block)
        return blocks

    def rich(self, value) -> list:
        return rich_nodes(getattr(value, "source", value), self.links)

    def print_unknown(self, child) -> dict:
        words = child.block.get_searchable_content(child.value)
        return {"nodes": plain_nodes("\n".join(map(str, words)))}

    def print_text(self, value) -> dict:
        return {"nodes": self.rich(value)}

    def print_teacher_note(self, value) -> dict | None:
        return {"nodes": self.rich(value)} if self.teacher_notes else None

    def print_picture(self, value) -> dict | None:
        image = value.get("image")
        if image is None:
            return None
        name = self.picture(image)
        alt = "" if getattr(image, "decorative", False) else getattr(image, "contextual_alt_text", None) or ""
        return {"file": name, "alt": alt, "caption": value.get("caption") or ""} if name else None

    def print_recording(self, value) -> dict | None:
        recording = value.get("recording")
        if recording is None:
            return None
        return {
            "kind": str(recording.get_kind_display()),
            "title": recording.title,
            "caption": value.get("caption") or "",
            "nodes": plain_nodes(recording.transcript),
        }

    def print_law(self, value) -> dict:
        return {
            "law": value["law"],
            "article": value["article"],
            "version": value.get("version") or "",
            "nodes": self.rich(value["plain"]),
            "checked-on": day(value.get("checked_on")),
        }

    def print_case(self, value) -> dict:
        return {part: self.rich(value[part]) for part in ("situation", "action", "basis")}

    def print_myth_fact(self, value) -> dict:
        return {"myth": value["myth"], "nodes": self.rich(value["fact"])}

    def print_checklist(self, value) -> dict:
        return {"title": value["title"], "items": list(value["items"])}

    def print_claim_steps(self, value) -> dict:
        steps = [{"title": step["title"], "nodes": self.rich(step["text"])} for step in value["steps"]]
        return {"title": value["title"], "steps": steps}

    def print_table(self, value) -> dict | None:
        rows = [[str(cell) if cell is not None else "" for cell in row] for row in (value or {}).get("data") or []]
        if not rows or not rows[0]:
            return None
        width = max(map(len, rows))
        header = value.get("first_row_is_table_header") or value.get("table_header_choice") in {"row", "both"}
        return {
            "caption": value.get("table_caption") or "",
            "header": bool(header),
            "first-column": bool(value.get("first_col_is_header")),
            "rows": [row + [""] * (width - len(row)) for row in rows],
            "widths": column_widths(rows, width),
            "ruled": self.ruled,
            "form": any(not cell.strip() for row in rows[1:] for cell in row),  # room to write in
        }

    def print_self_check(self, value) -> dict:
        options = list(value["options"])
        self.answers.append(
            {
                "letters": "、".join(
                    letter for letter, option in zip(LETTERS, options, strict=False) if option["correct"]
                ),
                "feedback": [
                    [letter, option["feedback"]]
                    for letter, option in zip(LETTERS, options, strict=False)
                    if option.get("feedback")
                ],
            }
        )
        return {
            "number": len(self.answers),
            "question": value["question"],
            "options": [option["text"] for option in options],
        }

    def picture(self, image) -> str:
        """Prepare a picture for print and return its name; an empty name when its file cannot be read."""
        name = f"image-{image.pk}.jpg"
        if name not in self.pictures:
            try:
                with image.open_file() as file:
                    self.pictures[name] = print_picture(file)
            except (OSError, ValueError, Image.DecompressionBombError):
                return ""
        return name


def print_picture(file) -> bytes:
    """Return a JPEG of a picture for print: at most PRINT_PIXELS on a side, transparency on white."""
    with Image.open(file) as original:
        original.draft("RGB", (PRINT_PIXELS, PRINT_PIXELS))
        picture = ImageOps.exif_transpose(original)
        picture.thumbnail((PRINT_PIXELS, PRINT_PIXELS))
        if picture.has_transparency_data:
            picture = picture.convert("RGBA")
            ground = Image.new("RGB", picture.size, "white")
            ground.paste(picture, mask=picture.getchannel("A"))
            picture = ground
        out = BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=88, subsampling=0)
        return out.getvalue()


def column_widths(rows: list[list[str]], width: int) -> list[int]:
    """The share of each column: its longest cell, within bounds, so that a column of numbers stays narrow."""
    longest = [max((len(row[column]) for row in rows if column < len(row)), default=1) for column in range(width)]
    return [min(max(length, 4), 30) for length in longest]


def day(value) -> list[int] | None:
    """A date as [year, month, day]."""
    return [value.year, value.month, value.day] if value else None
