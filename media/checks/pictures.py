"""Pictures: what they declare is checked before anything is decoded, then they are decoded once to the end."""

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence

# extension → Pillow's format. MPO is what phones call a JPEG that carries a second picture.
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
OPENED = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")  # JPEG opens MPO too
MAX_FRAMES = 400
# What Pillow raises for files that are broken in one way or another.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError, OverflowError)
# The keys of Image.info that describe the pixels. Anything else (EXIF, XMP, IPTC, comments) is about people and places.
TECHNICAL = {
    "adobe", "adobe_transform", "aspect", "background", "chromaticity", "default_image", "disposal", "dpi", "duration",
    "extension", "gamma", "icc_profile", "interlace", "jfif", "jfif_density", "jfif_unit", "jfif_version", "loop",
    "mp", "progression", "progressive", "srgb", "timestamp", "transparency", "version", "bbox", "blend",
}  # fmt: skip
KEPT_SEGMENTS = {"APP0", "APP2", "APP14"}  # of a JPEG: JFIF, colour profile, Adobe's colour transform


def check_picture(content: bytes, name: str) -> None:
    """Refuse what is not a whole picture of an allowed kind and size. Nothing is decoded before its size is known."""
    check_size(len(content))
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if extension == "svg" or looks_like_svg(content):
        raise ValidationError(_("不接受 SVG 图片，因为里面可以夹带脚本。请另存为 PNG 或 WebP 再上传。"), code="svg")
    if extension not in FORMATS:
        kinds = "、".join(dict.fromkeys(FORMATS.values()))
        raise ValidationError(_("不是支持的图片格式。可以用 %s。") % kinds, code="invalid_image_extension")
    with open_picture(content) as picture:
        kind = "JPEG" if picture.format == "MPO" else picture.format
        if kind != FORMATS[extension]:
            names = {"extension": extension, "kind": kind}
            message = _("文件名说是 .%(extension)s，内容却是 %(kind)s。请改正扩展名再上传。")
            raise ValidationError(message % names, code="invalid_image_known_format")
        check_pixels(picture)
        decode(picture)


def check_size(size: int) -> None:
    """Refuse too many bytes, before they are read where the size is known."""
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > limit:
        sizes = {"size": filesizeformat(size), "most": filesizeformat(limit)}
        raise ValidationError(_("图片有 %(size)s，最大 %(most)s。请缩小后再上传。") % sizes, code="file_too_large")


def looks_like_svg(content: bytes) -> bool:
    """Whether the bytes begin like SVG or other XML, packed or not."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!doctype", b"<!--", b"<html", b"\x1f\x8b")) or b"<svg" in start


def open_picture(content: bytes) -> Image.Image:
    """Read a picture's header. Raises ValidationError for what is no picture, or one of monstrous size."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(content), formats=OPENED)
    except Image.DecompressionBombError as error:
        raise too_many_pixels() from error
    except BROKEN as error:
        raise ValidationError(_("这不是一张能打开的图片，文件可能坏了。"), code="invalid_image") from error


def check_pixels(picture: Image.Image) -> None:
    """Refuse too many pixels, over all frames together."""
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.width * picture.height > limit:
        raise too_many_pixels()
    try:
        frames = getattr(picture, "n_frames", 1)
    except BROKEN as error:
        raise broken_picture() from error
    if picture.format != "MPO" and (frames > MAX_FRAMES or picture.width * picture.height * frames > limit):
        raise ValidationError(
            _("动图太大：%s 帧加起来像素太多。请减少帧数或尺寸。") % frames, code="file_too_many_pixels"
        )


def too_many_pixels() -> ValidationError:
    millions = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return ValidationError(
        _("图片的像素太多，最多 %s 百万像素。请缩小后再上传。") % millions, code="file_too_many_pixels"
    )


def broken_picture() -> ValidationError:
    return ValidationError(_("图片不完整，可能没有传完或已经损坏。请重新导出再上传。"), code="truncated")


def decode(picture: Image.Image) -> None:
    """Decode every frame, so that a file cut off in the middle is found now and not when a reader opens the page."""
    try:
        if picture.format == "MPO":
            picture.load()
            return
        for frame in ImageSequence.Iterator(picture):
            frame.load()
    except BROKEN as error:
        raise broken_picture() from error


def without_metadata(content: bytes) -> bytes:
    """Return the picture without EXIF, GPS, XMP, IPTC, comments and hidden second pictures, turned the right way up.

    A file that carries nothing of the kind comes back as it is, byte for byte. Raises ValidationError for no picture.
    """
    with open_picture(content) as picture:
        check_pixels(picture)
        try:
            if not carries_metadata(picture, content):
                return content
            return written_again(picture)
        except BROKEN as error:
            raise broken_picture() from error


def carries_metadata(picture: Image.Image, content: bytes) -> bool:
    """Whether the file says more than its pixels."""
    picture.load()  # text after the pixels of a PNG is known only now
    if picture.format == "JPEG":
        segments = {name for name, _data in picture.applist}
        return bool(segments - KEPT_SEGMENTS) or not content.rstrip(b"\0").endswith(b"\xff\xd9")
    if picture.format == "PNG" and not content.endswith(b"IEND\xaeB`\x82"):
        return True
    return picture.format == "MPO" or bool(set(picture.info) - TECHNICAL) or bool(picture.getexif())


def written_again(picture: Image.Image) -> bytes:
    """Encode the picture (all frames) with its colours and nothing else."""
    kind = "JPEG" if picture.format == "MPO" else picture.format
    profile = picture.info.get("icc_profile")
    options: dict = {"icc_profile": profile} if profile else {}
    turned = picture.getexif().get(0x0112, 1) != 1
    out = BytesIO()
    if getattr(picture, "n_frames", 1) > 1 and kind != "JPEG":
        frames = [frame.copy() for frame in ImageSequence.Iterator(picture)]
        options |= {key: picture.info[key] for key in ("duration", "loop", "disposal") if key in picture.info}
        frames[0].info = {}
        frames[0].save(out, kind, save_all=True, append_images=frames[1:], **options, **quality_of(kind, turned=True))
        return out.getvalue()
    quality = quality_of(kind, turned=turned or picture.format == "MPO")
    upright = ImageOps.exif_transpose(picture) if turned else picture
    for key in set(upright.info) - {"transparency"}:
        del upright.info[key]
    upright.save(out, kind, exif=b"", **options, **quality)
    return out.getvalue()


def quality_of(kind: str, *, turned: bool) -> dict:
    """How to encode so that nothing visible is lost. An unturned JPEG keeps its own tables."""
    if kind == "JPEG":
        return {"quality": 92, "subsampling": 0} if turned else {"quality": "keep"}
    return {"WEBP": {"quality": 92, "method": 4}, "AVIF": {"quality": 85}, "PNG": {"optimize": False}}.get(kind, {})
