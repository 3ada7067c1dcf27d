"""Pictures to share: their size, their code, and lines that break as Chinese does."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from media import fonts
from media.lines import CLOSING, OPENING, all_lines, wrap
from media.models import LibraryImage
from media.posters import poster, share_picture

from .conftest import library_image, picture_bytes

WORDS = {"title": "七天无理由退货：拆开包装试穿之后", "summary": "“拆封不退”站不住脚。", "site_name": "明白消费"}
URL = "https://mingbai.example.cn/courses/online-shopping/seven-day-return/"


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    assert image.format == "PNG"
    return image


@pytest.mark.parametrize("system", [True, False])
@pytest.mark.parametrize("title", ["短", "长" * 200, "", "emoji 😀 <b>", "W" * 90])
def test_sizes_hold_for_any_words(title, system, monkeypatch):
    if not system:
        monkeypatch.setattr(fonts, "SYSTEM_FONTS", Path("/nowhere"))
    words = WORDS | {"title": title, "summary": "摘" * 400}
    assert opened(poster(**words, cover=None, url=URL, hotline="12315")).size == (1080, 1440)
    assert opened(share_picture(**words, cover=None)).size == (1200, 630)


def test_a_cover_is_shown(db):
    cover = library_image(colour=(10, 200, 10))
    image = opened(poster(**WORDS, cover=cover, url=URL, hotline="12315"))
    assert image.getpixel((500, 400)) == (10, 200, 10)
    assert opened(share_picture(**WORDS, cover=cover)).getpixel((300, 300)) == (10, 200, 10)
    file = SimpleUploadedFile("a.png", picture_bytes(colour=(10, 10, 200)))
    assert opened(share_picture(**WORDS, cover=file)).getpixel((300, 300)) == (10, 10, 200)


def test_a_lost_cover_does_not_matter(db):
    cover = library_image()
    cover.file.storage.delete(cover.file.name)
    lost = LibraryImage.objects.get(pk=cover.pk)
    assert opened(poster(**WORDS, cover=lost, url=URL, hotline="12315")).size == (1080, 1440)


def test_the_same_words_give_the_same_picture():
    assert poster(**WORDS, cover=None, url=URL, hotline="1") == poster(**WORDS, cover=None, url=URL, hotline="1")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="消费者权益退货 A1，。！？（）“”《》…%￥12", max_size=80), st.integers(120, 500))
def test_no_line_begins_or_ends_with_the_wrong_mark(text, width):
    font = fonts.picture_font("sans", 30)
    lines = all_lines(text, font, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(font.getlength(line) <= width for line in lines)
    for before, after in pairwise(lines):
        # A mark that stands after a space or in a run of marks wider than the line has no better place.
        if after[0] in CLOSING or before[-1] in OPENING:
            run = sum(1 for c in before + after if c in CLOSING or c in OPENING)
            assert run * 30 > width // 2 or " " in text


def test_wrap_ends_in_an_ellipsis():
    font = fonts.picture_font("sans", 30)
    lines = wrap("消费者的权利写在法律里，（一共九项。）" * 5, font, 300, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert font.getlength(lines[1]) <= 300
    assert wrap("短", font, 300, most=2) == ["短"]
    assert wrap("短", font, 300, most=0) == []
