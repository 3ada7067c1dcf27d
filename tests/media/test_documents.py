"""Documents and recordings: the content must be what the name says."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from media.checks.documents import check_document
from media.checks.recordings import check_recording, check_webvtt
from media.models import LibraryDocument, Recording

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
TYPES = (
    "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document'/></Types>"
)


def package(**parts) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def docx(types=TYPES, **more) -> bytes:
    return package(**({"[Content_Types].xml": types, "word/document.xml": "<w/>"} | more))


def xlsx() -> bytes:
    out = BytesIO()
    book = Workbook()
    book.active["A1"] = "产品"
    book.save(out)
    return out.getvalue()


def odt(kind="application/vnd.oasis.opendocument.text") -> bytes:
    return package(**{"mimetype": kind, "content.xml": "<o/>"})


@pytest.mark.parametrize(
    "name, content",
    [
        ("a.pdf", PDF),
        ("a.docx", docx()),
        ("a.xlsx", xlsx()),
        ("a.odt", odt()),
        ("a.txt", "明白消费".encode()),
        ("a.csv", "产品,结果\n雪糕,合格\n".encode("gb18030")),
    ],
)
def test_good_documents_pass(name, content):
    check_document(BytesIO(content), name)


@pytest.mark.parametrize(
    "name, content, words",
    [
        ("a.pdf", b"<html></html>", "不是 PDF"),
        ("a.pdf", PDF[:-8], "不完整"),
        ("a.docx", PDF, "不是 DOCX"),
        ("a.docx", xlsx(), "不是 DOCX"),
        ("a.xlsx", docx(), "不是 XLSX"),
        ("a.odt", odt("application/vnd.oasis.opendocument.spreadsheet"), "不是 ODT"),
        ("a.docx", docx(**{"word/vbaProject.bin": "x"}), "宏"),
        ("a.docx", docx(types=TYPES.replace("wordprocessingml.document", "document.macroEnabled.main")), "宏"),
        (
            "a.odt",
            package(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x", "Basic/a": "x"}),
            "宏",
        ),
        ("a.docx", docx(**{"word/media/a.bin": b"\0" * 30_000_000}), "大得不正常"),
        ("a.docx", docx()[:-30], "损坏"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "密码"),
        ("a.txt", b"\x89PNG\0\0", "不是文本"),
        ("a.txt", b" <!DOCTYPE html><script>alert(1)</script>", "网页代码"),
    ],
)
def test_bad_documents_are_refused(name, content, words):
    with pytest.raises(ValidationError) as refusal:
        check_document(BytesIO(content), name)
    assert words in refusal.value.messages[0]


@pytest.mark.parametrize("url", ["wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs_chooser:create"])
@pytest.mark.parametrize("name, content, words", [("a.docx", PDF, "不是 DOCX"), ("a.html", b"<script>", "")])
def test_the_forms_of_documents_refuse(editor_client, url, name, content, words, uploads):
    prefix = "document-chooser-upload-" if "chooser" in url else ""
    field = "files[]" if "multiple" in url else f"{prefix}file"
    data = {f"{prefix}title": "t", field: SimpleUploadedFile(name, content), f"{prefix}tags": ""}
    answer = editor_client.post(reverse(url), data, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    text = answer.content.decode()
    assert words in text or words.encode("unicode_escape").decode() in text
    assert not LibraryDocument.objects.exists()
    assert not list(uploads.rglob("*.*"))


def test_a_good_document_is_kept(editor_client):
    editor_client.post(reverse("wagtaildocs:add"), {"title": "t", "file": SimpleUploadedFile("a.pdf", PDF), "tags": ""})
    assert LibraryDocument.objects.get().file_size == len(PDF)


MP3 = b"ID3\x04\0\0\0\0\0\0" + b"\0" * 200
MP4 = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + b"\0" * 200
VTT = "WEBVTT\n\n1\n00:01.000 --> 00:04.000\n奶奶：中奖了？\n\n00:04.000 --> 00:06.500 align:start\n小敏：别点。\n"


@pytest.mark.parametrize(
    "name, content, good",
    [
        ("a.mp3", MP3, True),
        ("a.mp3", b"\xff\xfb\x90\x64" + b"\0" * 100, True),
        ("a.m4a", MP4.replace(b"isom", b"M4A "), True),
        ("a.mp4", MP4, True),
        ("a.ogg", b"OggS" + b"\0" * 100, True),
        ("a.webm", b"\x1a\x45\xdf\xa3\x93\x42\x82\x88webm" + b"\0" * 100, True),
        ("a.mp3", PDF, False),
        ("a.mp3", b"\xff\xff\xff\xff", False),
        ("a.mp4", MP3, False),
        ("a.webm", b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska", False),
        ("a.ogg", b"", False),
    ],
)
def test_recordings_are_known_by_their_container(name, content, good):
    file = SimpleUploadedFile(name, content)
    if good:
        check_recording(file)
    else:
        with pytest.raises(ValidationError, match="内容不是"):
            check_recording(file)


def test_a_recording_of_more_than_100_mb_is_refused():
    file = SimpleUploadedFile("a.mp4", MP4)
    file.size = 100 * 1024 * 1024 + 1
    with pytest.raises(ValidationError, match="最大"):
        check_recording(file)


@pytest.mark.parametrize(
    "text, words",
    [
        ("1\n00:01.000 --> 00:04.000\nx", "第一行"),
        ("WEBVTT\n", "一句话也没有"),
        ("WEBVTT\n\n00:01,000 --> 00:04,000\nx", "第 3 行"),
        ("WEBVTT\n\n00:04.000 --> 00:01.000\nx", "倒退"),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny", "第 6 行"),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n\nx", "没有文字"),
    ],
)
def test_captions_that_no_player_follows_are_refused(text, words):
    check_webvtt(VTT)
    with pytest.raises(ValidationError) as refusal:
        check_webvtt(text)
    assert words in refusal.value.messages[0]


def post_recording(client, **changes):
    data = {
        "title": "推销电话",
        "kind": "video",
        "file": SimpleUploadedFile("a.mp4", MP4),
        "captions": SimpleUploadedFile("a.vtt", VTT.encode()),
        "transcript": "奶奶：中奖了？",
    } | changes
    url = reverse(Recording.snippet_viewset.get_url_name("add"))
    return client.post(url, {key: value for key, value in data.items() if value is not None})


def test_a_recording_is_added_and_listed(editor_client):
    post_recording(editor_client)
    recording = Recording.objects.get()
    listing = editor_client.get(reverse(Recording.snippet_viewset.get_url_name("list")), {"q": "推销"})
    assert recording.title in listing.content.decode()
    # Editing the title later does not ask for the files again.
    url = reverse(Recording.snippet_viewset.get_url_name("edit"), args=[recording.pk])
    editor_client.post(url, {"title": "新标题", "kind": "video", "transcript": "x"})
    recording.refresh_from_db()
    assert recording.title == "新标题"
    assert recording.captions


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"captions": None}, "听不见的人"),
        ({"captions": SimpleUploadedFile("a.vtt", b"hello")}, "WEBVTT"),
        ({"file": SimpleUploadedFile("a.mp4", PDF)}, "内容不是 MP4"),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, "exe"),
        ({"kind": "audio"}, "类型和文件对不上"),
        ({"transcript": ""}, "transcript"),
    ],
)
def test_a_bad_recording_is_refused_in_its_form(editor_client, changes, words, uploads):
    answer = post_recording(editor_client, **changes)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Recording.objects.exists()
    assert not list(uploads.rglob("*.*"))


def test_a_request_larger_than_any_upload_is_not_read(editor_client, monkeypatch):
    monkeypatch.setattr("media.uploads.MAX_REQUEST", 1000)
    editor_client.raise_request_exception = False
    data = {"title": "t", "file": SimpleUploadedFile("a.pdf", PDF + b" " * 2000)}
    assert editor_client.post(reverse("wagtaildocs:add"), data).status_code in {400, 413}
    assert not LibraryDocument.objects.exists()
