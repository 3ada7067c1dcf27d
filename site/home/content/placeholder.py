"""A stand-in for the front page's picture until it is drawn."""

from io import BytesIO

from PIL import Image

PAPER = (244, 234, 213)


def placeholder_hero() -> bytes:
    """A sheet of plain paper, as WebP."""
    out = BytesIO()
    Image.new("RGB", (1600, 1000), PAPER).save(out, "WEBP")
    return out.getvalue()
