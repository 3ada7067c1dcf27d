"""Pictures to share, drawn with Pillow in the look "receipt and seal": a poster with a QR code, and the card of a link."""

from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageOps

from .fonts import has_bold, picture_font, printable
from .lines import fit_text, wrap

PAPER, PAPER_2, WHITE = "#fbf6ec", "#f3ebdb", "#fffdf8"
INK, INK_2, LINE, SEAL = "#211c17", "#5b5147", "#d9cdb8", "#b6291f"
WASHES = ("#f8e3dc", "#dcebe4", "#f7e8c6", "#dfe6f3")

POSTER_SIZE = (1080, 1440)
SHARE_SIZE = (1200, 630)


def poster(*, title: str, summary: str, cover, url: str, site_name: str, hotline: str) -> bytes:
    """Return a PNG of 1080 × 1440: a receipt with cover, title, summary and the QR code of `url`.

    `cover` is a LibraryImage, a file of a picture, or None. A cover that cannot be read is replaced by the seal.
    """
    canvas = Image.new("RGB", POSTER_SIZE, PAPER_2)
    draw = ImageDraw.Draw(canvas)
    left, right, top, bottom = 64, 1016, 60, 1364
    draw.rectangle((left, top, right, bottom), fill=WHITE)
    torn_edge(draw, left, right, bottom, tooth=28)
    head(draw, site_name, left + 56, right - 56, top + 46)
    if paste_cover(canvas, cover, (left + 56, top + 134, right - 56, top + 614), title):
        seal(canvas, (right - 206, top + 498), 128, turn=-7)
    words(draw, title, summary, left + 56, right - 56, top + 656, bottom - 316, size=66)
    foot(canvas, draw, url, hotline, left + 56, right - 56, bottom - 292)
    return png(canvas)


def share_picture(*, title: str, summary: str, cover, site_name: str) -> bytes:
    """Return a PNG of 1200 × 630 for chats and social networks: cover to the left, words to the right."""
    canvas = Image.new("RGB", SHARE_SIZE, PAPER_2)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((36, 36, 1164, 576), fill=WHITE)
    torn_edge(draw, 36, 1164, 576, tooth=24)
    if paste_cover(canvas, cover, (64, 64, 604, 548), title):
        seal(canvas, (516, 452), 108, turn=-7)
    font = type_of("serif-bold", 30)
    heavy(draw, (648, 74), clean(site_name, font), font, INK)
    dashes(draw, 648, 1120, 130)
    words(draw, title, summary, 648, 1120, 158, 548, size=58)
    return png(canvas)


def type_of(style: str, size: int):
    return picture_font(style, size)


def clean(text: str, font) -> str:
    """The text as `font` alone can show it (Pillow has no fallback), on one line."""
    return printable(" ".join((text or "").split()), (Path(font.path),))


def heavy(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, font, fill: str) -> None:
    """Draw a line in bold; where there is no bold face, with a thin stroke of its own colour."""
    draw.text(
        at,
        text,
        font=font,
        fill=fill,
        stroke_width=0 if has_bold() else max(1, round(font.size / 40)),
        stroke_fill=fill,
    )


def head(draw: ImageDraw.ImageDraw, site_name: str, left: int, right: int, top: int) -> None:
    """The name of the house, and what this is."""
    font, small = type_of("serif-bold", 38), type_of("sans", 26)
    heavy(draw, (left, top), clean(site_name, font), font, INK)
    tag = "公益消费教育"
    draw.text((right - draw.textlength(tag, small), top + 12), tag, font=small, fill=INK_2)
    dashes(draw, left, right, top + 72)


def words(
    draw: ImageDraw.ImageDraw, title: str, summary: str, left: int, right: int, top: int, bottom: int, *, size: int
) -> None:
    """Title and summary in their box: the title shrinks before it is cut, the summary takes the lines that are left."""
    width = right - left
    font, lines = fit_text(
        clean(title, type_of("serif-bold", size)), lambda s: type_of("serif-bold", s), width, 3, size, size // 2
    )
    for line in lines:
        heavy(draw, (left, top), line, font, INK)
        top += round(font.size * 1.32)
    small = type_of("sans", max(26, size // 2 - 4))
    step = round(small.size * 1.62)
    top += round(small.size * 0.45)
    for line in wrap(clean(summary, small), small, width, most=max(0, (bottom - top) // step)):
        draw.text((left, top), line, font=small, fill=INK_2)
        top += step


def foot(
    canvas: Image.Image, draw: ImageDraw.ImageDraw, url: str, hotline: str, left: int, right: int, top: int
) -> None:
    """QR code, what to do with it, and the hotline."""
    dashes(draw, left, right, top)
    code = qr(url, 208)
    canvas.paste(code, (right - code.width, top + 34))
    label, big = type_of("sans", 28), type_of("serif-bold", 60)
    heavy(draw, (left, top + 40), "扫码接着看", type_of("serif-bold", 44), INK)
    draw.text((left, top + 104), "不用登录，不收集个人信息", font=label, fill=INK_2)
    note = "消费者投诉举报热线"
    draw.text((left, top + 184), note, font=label, fill=INK_2)
    number = clean(hotline, big)
    heavy(draw, (left + round(draw.textlength(note, label)) + 24, top + 158), number, big, SEAL)


def paste_cover(canvas: Image.Image, cover, box: tuple[int, int, int, int], title: str) -> bool:
    """Fill `box` with the cover, cut around its middle, and return True; without one draw the seal on a wash."""
    size = (box[2] - box[0], box[3] - box[1])
    picture = read_cover(cover, size)
    if picture is None:
        draw = ImageDraw.Draw(canvas)
        draw.rectangle((*box[:2], box[2] - 1, box[3] - 1), fill=WASHES[sum(map(ord, title)) % len(WASHES)])
        side = min(size) // 2
        seal(canvas, ((box[0] + box[2] - side) // 2, (box[1] + box[3] - side) // 2), side, turn=-3)
        return False
    canvas.paste(picture, box[:2])
    return True


def read_cover(cover, size: tuple[int, int]) -> Image.Image | None:
    """The cover in RGB, cut to `size`; None when there is none or it cannot be read."""
    if cover is None:
        return None
    try:
        with (
            cover.open_file() if hasattr(cover, "open_file") else as_context(cover) as file,
            Image.open(file) as original,
        ):
            original.draft("RGB", (size[0] * 2, size[1] * 2))
            picture = ImageOps.exif_transpose(original).convert("RGBA")
            ground = Image.new("RGB", picture.size, WHITE)
            ground.paste(picture, mask=picture.getchannel("A"))
            return ImageOps.fit(ground, size, Image.Resampling.LANCZOS, centering=focus(cover))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def as_context(file):
    """A plain file as something to open and leave open."""
    file.seek(0)
    return nullcontext(file)


def focus(cover) -> tuple[float, float]:
    """Where the editor set the focal point, as parts of width and height; the middle otherwise."""
    x, y = getattr(cover, "focal_point_x", None), getattr(cover, "focal_point_y", None)
    return (x / cover.width, y / cover.height) if x is not None and y is not None else (0.5, 0.5)


def qr(url: str, side: int) -> Image.Image:
    """A QR code of about `side` pixels, with whole pixels to a module so that it stays sharp."""
    code = segno.make(url, error="m", micro=False)
    out = BytesIO()
    code.save(out, kind="png", scale=max(1, side // code.symbol_size(border=2)[0]), border=2, dark=INK, light=WHITE)
    return Image.open(out).convert("RGB")


def seal(canvas: Image.Image, at: tuple[int, int], side: int, *, turn: float) -> None:
    """Press the site's seal: white characters on red, two columns read from the right."""
    scale = 3  # drawn large and made small, for smooth edges
    big = side * scale
    stamp = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    draw.rounded_rectangle((0, 0, big - 1, big - 1), radius=big * 0.12, fill=SEAL)
    inset = big * 0.07
    draw.rounded_rectangle(
        (inset, inset, big - inset, big - inset), radius=big * 0.07, outline=WHITE, width=max(1, big // 55)
    )
    font = type_of("serif-bold", round(big * 0.335))
    for letter, x, y in (("明", 0.665, 0.33), ("白", 0.665, 0.67), ("消", 0.335, 0.33), ("费", 0.335, 0.67)):
        draw.text((big * x, big * y), letter, font=font, fill=WHITE, anchor="mm", stroke_width=0 if has_bold() else 2)
    stamp = stamp.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    stamp = stamp.resize((stamp.width // scale, stamp.height // scale), Image.Resampling.LANCZOS)
    canvas.paste(stamp, at, stamp)


def torn_edge(draw: ImageDraw.ImageDraw, left: int, right: int, bottom: int, *, tooth: int) -> None:
    """The lower edge of a receipt: teeth pointing down from `bottom`."""
    count = max(1, round((right - left) / tooth))
    step = (right - left + 1) / count
    points = [(left, bottom)]
    for number in range(count):
        points += [(left + step * (number + 0.5), bottom + step * 0.5), (left + step * (number + 1), bottom)]
    draw.polygon(points, fill=WHITE)


def dashes(draw: ImageDraw.ImageDraw, left: int, right: int, y: int) -> None:
    """A dashed rule, as between the parts of a receipt."""
    for x in range(left, right, 16):
        draw.rectangle((x, y, min(x + 8, right), y + 2), fill=LINE)


def png(canvas: Image.Image) -> bytes:
    out = BytesIO()
    canvas.save(out, "PNG", compress_level=6)
    return out.getvalue()
