"""Pictures: bombs, wrong names and broken files are refused with a sentence; places and people are taken out."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, PngImagePlugin

from media.checks.pictures import check_picture, without_metadata
from media.models import LibraryImage


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def declared_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def picture(kind="PNG", size=(60, 40), **options) -> bytes:
    out = BytesIO()
    image = Image.new("RGB", size, (28, 100, 87))
    image.paste((182, 41, 31), (0, 0, size[0] // 2, size[1] // 2))
    image.save(out, kind, **options)
    return out.getvalue()


def animation(kind: str, frames: int, size=(40, 30)) -> bytes:
    out = BytesIO()
    images = [Image.new("RGB", size, (n % 256, n * 7 % 256, 60)) for n in range(frames)]
    images[0].save(out, kind, save_all=True, append_images=images[1:], duration=50)
    return out.getvalue()


def gps_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Phone"
    exif[0x8825] = {1: "N", 2: (31.0, 14.0, 0.0), 3: "E", 4: (121.0, 29.0, 0.0)}
    return exif


@pytest.mark.parametrize(
    "kind, extension", [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp"), ("AVIF", "avif"), ("GIF", "gif")]
)
def test_good_pictures_pass_and_stay_byte_for_byte(kind, extension):
    content = picture(kind)
    check_picture(content, f"a.{extension}")
    assert without_metadata(content) == content


@pytest.mark.parametrize(
    "content, name, words",
    [
        (declared_png(10_000, 10_001), "a.png", "像素太多"),
        (declared_png(60_000, 60_000), "a.png", "像素太多"),
        (declared_png(2**31 - 1, 2**31 - 1), "a.png", "像素太多"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "a.svg", "SVG"),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><svg onload='x'/>", "a.png", "SVG"),
        (picture("JPEG"), "a.png", "内容却是 JPEG"),
        (picture("PNG"), "a.webp", "内容却是 PNG"),
        (picture("BMP"), "a.png", "不是一张能打开的图片"),
        (picture("PNG"), "a.exe", "不是支持的图片格式"),
        (picture("JPEG", (400, 300))[:-400], "a.jpg", "不完整"),
        (picture("PNG", (400, 300))[:-80], "a.png", "不完整"),
        (picture("WEBP", (400, 300))[:-60], "a.webp", ""),
        (b"", "a.png", ""),
        (b"GIF89a", "a.gif", ""),
        (b"\0" * 5000, "a.jpg", "不是一张能打开的图片"),
    ],
)
def test_bad_pictures_are_refused(content, name, words):
    with pytest.raises(ValidationError) as refusal:
        check_picture(content, name)
    assert words in refusal.value.messages[0]


@pytest.mark.parametrize("kind, extension", [("GIF", "gif"), ("WEBP", "webp"), ("PNG", "png"), ("AVIF", "avif")])
def test_frames_count_as_pixels(kind, extension, settings):
    content = animation(kind, 12)
    check_picture(content, f"a.{extension}")
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40 * 30 * 11
    with pytest.raises(ValidationError, match="12 帧"):
        check_picture(content, f"a.{extension}")


def test_too_many_bytes(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 50
    with pytest.raises(ValidationError, match="最大"):
        check_picture(picture(), "a.png")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_places_are_taken_out_and_the_picture_is_turned(kind):
    content = picture(kind, (60, 40), exif=gps_exif(6))
    clean = without_metadata(content)
    with Image.open(BytesIO(clean)) as image:
        assert image.format == kind
        assert image.size == (40, 60)
        assert not dict(image.getexif())
        assert not dict(image.getexif().get_ifd(0x8825))
        # Turned clockwise, the red upper left quarter is now at the upper right.
        red = image.convert("RGB").getpixel((35, 10))
        assert red[0] > 140 > red[1]
    assert b"Phone" not in clean


def test_an_upright_jpeg_keeps_its_quality():
    content = picture("JPEG", (60, 40), exif=gps_exif(1), quality=80)
    clean = without_metadata(content)
    with Image.open(BytesIO(content)) as before, Image.open(BytesIO(clean)) as after:
        assert before.quantization == after.quantization
    assert b"Exif" not in clean


def test_text_comments_and_appended_data_are_taken_out():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "a pupil of class 3")
    assert b"pupil" not in without_metadata(picture("PNG", pnginfo=info))
    assert b"pupil" not in without_metadata(picture("JPEG", comment="a pupil of class 3"))
    assert b"pupil" not in without_metadata(picture("GIF", comment=b"a pupil of class 3"))
    assert b"pupil" not in without_metadata(picture("JPEG", xmp=b"<x>a pupil</x>"))
    for kind in ("JPEG", "PNG"):
        assert b"hidden film" not in without_metadata(picture(kind) + b"hidden film")


def test_an_animation_keeps_its_frames():
    frames = [Image.new("RGB", (40, 30), (n * 30, 90, 60)) for n in range(5)]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=50, comment=b"a pupil")
    clean = without_metadata(out.getvalue())
    assert b"pupil" not in clean
    with Image.open(BytesIO(clean)) as image:
        assert image.n_frames == 5


def post_add(client, name, content):
    return client.post(
        reverse("wagtailimages:add"),
        {"title": "t", "file": SimpleUploadedFile(name, content), "tags": "", "description": "d"},
    )


def post_multiple(client, name, content, title="t"):
    return client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": title, "files[]": SimpleUploadedFile(name, content)},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )


def post_chooser(client, name, content):
    return client.post(
        reverse("wagtailimages_chooser:create"),
        {"image-chooser-upload-title": "t", "image-chooser-upload-file": SimpleUploadedFile(name, content)},
    )


@pytest.mark.parametrize("post", [post_add, post_multiple, post_chooser])
@pytest.mark.parametrize(
    "name, content, words",
    [
        ("a.svg", b"<svg onload='alert(1)'/>", "SVG"),
        ("a.png", declared_png(10_000, 10_001), "像素太多"),
        ("a.jpg", picture("JPEG", (300, 200))[:-300], "不完整"),
        ("a.png", picture("JPEG"), "内容却是"),
    ],
)
def test_every_form_of_the_library_refuses(editor_client, post, name, content, words, uploads):
    answer = post(editor_client, name, content)
    text = (
        answer.json()["error_message"]
        if answer["Content-Type"] == "application/json" and post is post_multiple
        else (answer.content.decode("unicode_escape", "replace") if post is post_chooser else answer.content.decode())
    )
    assert words in text
    assert not LibraryImage.objects.exists()
    assert not list(uploads.rglob("*.*"))


@pytest.mark.parametrize("post", [post_add, post_multiple, post_chooser])
def test_every_form_of_the_library_cleans(editor_client, post):
    post(editor_client, "a.jpg", picture("JPEG", exif=gps_exif(6)))
    image = LibraryImage.objects.get()
    assert (image.width, image.height) == (40, 60)
    with image.open_file() as file:
        content = file.read()
    assert b"Exif" not in content
    assert image.file_size == len(content)


def test_an_upload_that_waits_for_its_title_is_cleaned_too(editor_client):
    answer = post_multiple(editor_client, "a.jpg", picture("JPEG", exif=gps_exif(6)), title="t" * 300)
    waiting = answer.json()["uploaded_file_id"]
    editor_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting]),
        {f"uploaded-image-{waiting}-title": "t", f"uploaded-image-{waiting}-tags": ""},
    )
    image = LibraryImage.objects.get()
    with image.open_file() as file:
        assert b"Exif" not in file.read()
    assert (image.width, image.height) == (40, 60)


def test_saving_by_code_cleans_as_well(db):
    image = LibraryImage.objects.create(title="t", file=SimpleUploadedFile("a.jpg", picture("JPEG", exif=gps_exif(1))))
    with image.open_file() as file:
        assert b"Exif" not in file.read()
