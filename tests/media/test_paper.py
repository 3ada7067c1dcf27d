"""Typeset sheets: right words, embedded fonts, the same bytes again, no missing glyph, and limits."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from pypdf import PdfReader

from media import certificates, fonts, paper
from media.certificates import course_certificate
from media.paper import PaperError, typeset_pdf

SHEET = {
    "name": "王小满",
    "course": "银发守护课",
    "lessons": 6,
    "issued_on": date(2026, 11, 25),
    "code": "MB26-7K3F-92QD",
    "check_url": "https://mingbai.example.cn/certificates/MB26-7K3F-92QD/",
    "organiser": "上海市消费者权益保护委员会",
}


@pytest.fixture(params=["fonts-noto-cjk", "wheel only"])
def each_font_set(request, monkeypatch):
    """Once with Debian's fonts, if they are here, and once with nothing but the wheel."""
    if request.param == "wheel only":
        monkeypatch.setattr(fonts, "SYSTEM_FONTS", Path("/nowhere"))
    elif not fonts.system_files():
        pytest.skip("fonts-noto-cjk is not installed")


def words(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def embedded_fonts(pdf: bytes) -> tuple[set, set]:
    """The names of all fonts of a PDF and of those that are not embedded."""
    names, missing = set(), set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for entry in (page.get("/Resources", {}).get("/Font") or {}).values():
            font = entry.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            names.add(str(font["/BaseFont"]))
            descriptor = inner["/FontDescriptor"].get_object()
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                missing.add(str(font["/BaseFont"]))
    return names, missing


@pytest.mark.usefixtures("each_font_set")
def test_a_certificate_says_what_it_must():
    pdf = course_certificate(**SHEET)
    said = words(pdf)
    for part in (
        "结课证书",
        "王小满",
        "银发守护课",
        "6课",
        "2026年11月25日",
        "MB26-7K3F-92QD",
        "不作为中小学招生入学依据",
    ):
        assert part in said
    assert SHEET["organiser"] in said
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    width, height = PdfReader(BytesIO(pdf)).pages[0].mediabox[2:]
    assert (round(width), round(height)) == (842, 595)
    names, missing = embedded_fonts(pdf)
    assert names
    assert all("Noto" in name for name in names)
    assert not missing


def test_the_same_certificate_is_the_same_file():
    assert course_certificate(**SHEET) == course_certificate(**SHEET)
    assert course_certificate(**SHEET, kind="png") == course_certificate(**SHEET, kind="png")


def test_the_picture_is_the_sheet():
    with Image.open(BytesIO(course_certificate(**SHEET, kind="png"))) as picture:
        assert picture.size == (1754, 1240)
        assert picture.getpixel((5, 5))[:3] == (0xF3, 0xEB, 0xDB)


@pytest.mark.usefixtures("each_font_set")
@pytest.mark.parametrize(
    "name",
    [
        "阿卜杜热合曼·买买提依明江·努尔麦麦提·吐尔逊古丽",
        "W" * 60,
        "一",
        "王" * 90,
        "O'Neil <b>#x</b> *y* $z$ \\ @ref #import",
    ],
)
def test_any_name_fits_on_one_page(name):
    pdf = course_certificate(**(SHEET | {"name": name, "organiser": "某某" * 40, "course": "课" * 60}))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    assert "".join(name.split()) in words(pdf)


@pytest.mark.usefixtures("each_font_set")
def test_no_character_prints_as_a_missing_glyph():
    assert fonts.printable("奶奶👵🏽笑😀了\u200d\ufe0f\x07") == "奶奶笑了"
    assert fonts.printable("ሴ") == fonts.GETA
    assert fonts.printable("你好 A1，“”☐√×\n") == "你好 A1，“”☐√×\n" or "☐" not in fonts.printable("☐")
    assert fonts.GETA in fonts.printable("王\U0003134a")
    pdf = course_certificate(**(SHEET | {"name": "王\U0003134a😀ሴ"}))
    assert "王〓" in words(pdf)


@pytest.mark.usefixtures("each_font_set")
def test_what_is_called_printable_has_a_shape():
    """The character map that we read agrees with FreeType, which draws an empty box for what it does not have."""
    path = (fonts.system_files() or fonts.wheel_files())["serif"]
    index = fonts.SIMPLIFIED_FACE if path.suffix == ".ttc" else 0
    font = ImageFont.truetype(path, 40, index=index)
    absent = bytes(font.getmask("\U000e1234"))
    covered = fonts.coverage((path,))
    for character in "一中国消费者权益龘𠮷。，〓Az09":
        assert (ord(character) in covered) == (bytes(font.getmask(character)) != absent)


def test_limits(monkeypatch):
    with pytest.raises(PaperError):
        typeset_pdf(certificates.TEMPLATE, {"title": "字" * 9_000_000}, day=date(2026, 1, 1))
    with pytest.raises(PaperError, match="dictionary"):
        typeset_pdf(certificates.TEMPLATE, {}, day=date(2026, 1, 1))
    with pytest.raises(PaperError, match="longer"):
        typeset_pdf(certificates.TEMPLATE, {}, day=date(2026, 1, 1), timeout=0.001)


def test_a_template_reads_nothing_outside_of_its_job(tmp_path, monkeypatch):
    templates = tmp_path / "media" / "typst"
    templates.mkdir(parents=True)
    (tmp_path / "education" / "typst").mkdir(parents=True)
    (templates / "nosy.typ").write_text('#read("/../../../../../../etc/hostname")')
    (templates / "remote.typ").write_text('#import "@preview/cetz:0.3.0": canvas')
    monkeypatch.setattr(paper, "PROJECT", tmp_path)
    for name in ("nosy", "remote"):
        with pytest.raises(PaperError):
            typeset_pdf(f"media/typst/{name}.typ", {}, day=date(2026, 1, 1))
