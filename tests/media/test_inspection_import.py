"""Products of an inspection notice from a spreadsheet, through the admin."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from wagtail.models import UploadedFile

from education.inspection_import import COLUMNS, import_items, read_table
from education.models import InspectionItem, NoticePage

HEADER = list(COLUMNS)
GOOD = ["牛奶雪糕", "示例冷饮厂甲", "2026-05-02 A1", "示例超市东店", "合格", "检验项目全部合格"]
BAD = ["草莓味棒冰", "示例冷饮厂丙", "0511", "3 号摊", "不合格", "菌落总数项目不合格"]


def sheet(*rows, header=HEADER, change=None) -> bytes:
    book = Workbook()
    book.active.append(header)
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def post_table(client, notice, content, name="a.xlsx"):
    url = reverse("education_inspection_upload", args=[notice.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_the_template_takes_rows_and_comes_back(editor_client):
    answer = editor_client.get(reverse("education_inspection_template"))
    book = load_workbook(BytesIO(answer.content))
    assert [cell.value for cell in book.active[1]] == HEADER
    for column, value in enumerate(GOOD, 1):
        book.active.cell(2, column, value)
    out = BytesIO()
    book.save(out)
    table = read_table(out.getvalue())
    assert not table.errors
    assert [item.product for _row, item in table.items] == ["牛奶雪糕"]


def test_the_whole_way(editor_client, notice):
    edit = editor_client.get(reverse("wagtailadmin_pages:edit", args=[notice.pk]))
    assert reverse("education_inspection_upload", args=[notice.pk]) in edit.content.decode()
    page = post_table(editor_client, notice, sheet(GOOD, [None] * 6, BAD))
    assert "共 2 个产品，其中不合格 1 个" in page.content.decode()
    kept = UploadedFile.objects.get()
    preview = reverse("education_inspection_preview", args=[notice.pk, kept.pk])
    answer = editor_client.post(preview, {"confirm": "1"}, follow=True)
    assert "草稿里加了 2 个产品" in answer.content.decode()
    assert not InspectionItem.objects.exists(), "only the draft changes"
    draft = NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object()
    assert [(item.product, item.passed, item.batch) for item in draft.inspection_items.all()] == [
        ("牛奶雪糕", True, "2026-05-02 A1"),
        ("草莓味棒冰", False, "0511"),
    ]
    draft.get_latest_revision().publish()
    assert InspectionItem.objects.filter(notice=notice).count() == 2
    assert not UploadedFile.objects.exists()


def test_added_or_replaced(editor_client, notice):
    import_items(notice=notice, content=sheet(GOOD), replace=False, by=editor_client.editor)
    import_items(notice=notice, content=sheet(BAD), replace=False, by=editor_client.editor)
    draft = NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object()
    assert [item.product for item in draft.inspection_items.all()] == ["牛奶雪糕", "草莓味棒冰"]
    import_items(notice=notice, content=sheet(BAD), replace=True, by=editor_client.editor)
    draft = NoticePage.objects.get(pk=notice.pk).get_latest_revision_as_object()
    assert [item.product for item in draft.inspection_items.all()] == ["草莓味棒冰"]


def test_dates_and_numbers_are_read_as_written():
    row = ["雪糕", "甲", datetime(2026, 5, 2), 12.0, "是", 3.5]
    (_row, item), *_rest = read_table(sheet(row, [*GOOD[:2], date(2026, 5, 3), *GOOD[3:]])).items
    assert (item.batch, item.place, item.passed, item.finding) == ("2026-05-02", "12", True, "3.5")


def test_rows_with_errors_are_shown_and_nothing_is_kept(editor_client, notice):
    rows = [
        ["", "甲", "1", "店", "合格", "好"],
        ["雪糕", "甲", "1", "店", "大概", "好"],
        ["雪糕", "甲", "1", "店", "合格", "=1+1"],
        ["雪" * 121, "甲", "1", "店", "合格", "好"],
        ["雪糕", "甲", "1", "店", "不合格", ""],
    ]
    page = post_table(editor_client, notice, sheet(*rows)).content.decode()
    assert "有 5 处要改" in page
    assert "是公式" in page
    assert "只能填“合格”或“不合格”" in page
    assert [(error.row, error.column) for error in read_table(sheet(*rows)).errors] == [
        (2, "产品"),
        (3, "是否合格"),
        (4, "结果"),
        (5, "产品"),
        (6, "结果"),
    ]
    assert not UploadedFile.objects.exists()
    with pytest.raises(ValidationError):
        import_items(notice=notice, content=sheet(*rows), replace=False, by=editor_client.editor)
    assert NoticePage.objects.get(pk=notice.pk).latest_revision is None


def bomb() -> bytes:
    import zipfile

    out = BytesIO(sheet(GOOD))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet9.xml", b" " * 70_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "content, words",
    [
        (b"PK\x03\x04 nothing", "损坏"),
        (b"%PDF-1.7", "不是 XLSX"),
        (bomb(), "大得不正常"),
        (sheet(GOOD, change=lambda table: table.merge_cells("A2:B2")), "合并的单元格"),
        (sheet(*[GOOD] * 2001), "超过 2000 行"),
        (sheet(), "没有产品"),
        (sheet(GOOD, header=[*HEADER[:5], "备注"]), "不认识的列“备注”"),
        (sheet(GOOD, header=[*HEADER[:5], "产品"]), "出现了两次"),
        (sheet(GOOD[:4], header=HEADER[:4]), "缺少列：是否合格、结果"),
        (sheet(GOOD, change=lambda table: table.cell(1_000_000, 1, "x")), "表太长了"),
    ],
    ids=["broken", "pdf", "bomb", "merged", "rows", "empty", "unknown", "doubled", "missing", "endless"],
)
def test_bad_files_are_refused_in_the_form(editor_client, notice, content, words):
    assert words in post_table(editor_client, notice, content).content.decode()
    assert not UploadedFile.objects.exists()


def test_2000_rows_pass():
    assert len(read_table(sheet(*[GOOD] * 2000)).items) == 2000


@pytest.mark.parametrize("visitor", ["plain_client", "outsider_client"])
def test_only_who_may_edit_the_page(visitor, request, notice):
    """Neither a reader nor somebody with the admin but without this page."""
    visitor = request.getfixturevalue(visitor)
    url = reverse("education_inspection_upload", args=[notice.pk])
    for answer in (visitor.get(url), visitor.post(url, {"file": SimpleUploadedFile("a.xlsx", sheet(GOOD))})):
        assert answer.status_code in {302, 403}
        assert "inspection" not in answer.get("Location", "").split("?")[0]
    assert not UploadedFile.objects.exists()
