"""Print editions: every block, every word, contents with page numbers, answers at the end of the chapter."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from education.blocks import GuideBodyBlock
from education.guide_print import activity_pdf, activity_sheet, guide_pdf, guide_sheet, handouts_pdf
from education.models import ChapterPage, GlossaryTerm
from education.print_text import Links, rich_nodes
from media.models import Recording
from media.paper import typeset_pdf

from .conftest import library_image

BASE = "https://mingbai.example.cn"


def pages(pdf: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.fixture
def terms(db):
    GlossaryTerm.objects.create(
        term="格式条款", also="霸王条款", explanation="<p>商家事先写好、<b>不和你商量</b>的条款。</p>"
    )


def test_a_guide_is_a_book(guide, terms):
    pdf = guide_pdf(guide, teacher_notes=True, base_url=BASE, organiser="上海市消保委")
    book = PdfReader(BytesIO(pdf))
    said = pages(pdf)
    assert "中学生消费维权指南" in said[0]
    assert book.metadata.title == "中学生消费维权指南"
    everything = "".join(said)
    for chapter in guide.chapters():
        assert chapter.title in everything
        for section in chapter.sections:
            assert section.value["title"].replace(" ", "") in everything
    for part in (
        "目录",
        "前言",
        "术语表",
        "霸王条款",
        "自测答案",
        "教学提示",
        "上海市消保委",
        "2026年版",
        "《消费者权益保护法》",
    ):
        assert part in everything
    # Front matter in roman numbers, the book itself from 1.
    assert book.page_labels[1] == "i"
    assert "1" in book.page_labels
    outline = [entry.title for entry in book.outline if not isinstance(entry, list)]
    assert any("我也是消费者" in title for title in outline)
    assert book.trailer["/Root"]["/Lang"].startswith("zh")


def test_contents_name_the_right_pages(guide):
    pdf = guide_pdf(guide, teacher_notes=False, base_url=BASE)
    book, said = PdfReader(BytesIO(pdf)), pages(pdf)
    contents = next(page for page in said if "目录" in page)
    for number, chapter in enumerate(guide.chapters()):
        opened = next(
            i
            for i, page in enumerate(said)
            if f"第{'一二三四五六七八九'[number]}章{chapter.title}" in page and "目录" not in page
        )
        after = contents[contents.index(chapter.title) + len(chapter.title) :].lstrip(".")
        assert after.startswith(book.page_labels[opened])


def test_teacher_notes_only_for_teachers(guide):
    assert "常见错误" in "".join(pages(guide_pdf(guide, teacher_notes=True, base_url=BASE)))
    assert "常见错误" not in "".join(pages(guide_pdf(guide, teacher_notes=False, base_url=BASE)))


def test_the_same_guide_is_the_same_file(guide):
    assert guide_pdf(guide, teacher_notes=True, base_url=BASE) == guide_pdf(guide, teacher_notes=True, base_url=BASE)


def every_block() -> list[dict]:
    recording = Recording.objects.create(
        title="推销电话",
        kind="audio",
        file=SimpleUploadedFile("a.mp3", b"ID3" + b"\0" * 50),
        transcript="来电：恭喜您。\n奶奶：不要。",
    )
    option = {"text": "选项文字", "correct": True, "feedback": "反馈文字"}
    return [
        {"type": "text", "value": "<h3>小标题</h3><p>正<b>粗</b><i>斜</i>文<br/>换行</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol><li>一</li></ol>"},
        {"type": "picture", "value": {"image": {"image": library_image().pk, "alt_text": "画面", "decorative": False}, "caption": "图注文字"}},
        {"type": "recording", "value": {"recording": recording.pk, "caption": "录音说明"}},
        {"type": "law", "value": {"law": "民法典", "article": "第十九条", "version": "2020 年公布", "plain": "<p>法条白话</p>", "checked_on": "2026-11-25"}},
        {"type": "case", "value": {"situation": "<p>情景文字</p>", "action": "<p>办法文字</p>", "basis": "<p>依据文字</p>"}},
        {"type": "myth_fact", "value": {"myth": "流言文字", "fact": "<p>真相文字</p>"}},
        {"type": "checklist", "value": {"title": "清单标题", "items": ["清单甲", "清单乙"]}},
        {"type": "claim_steps", "value": {"title": "步骤标题", "steps": [{"title": "第一步", "text": "<p>步骤文字</p>"}] * 2}},
        {
            "type": "table",
            "value": {
                "data": [["表头", "列"], ["格子", None]], "first_row_is_table_header": True, "first_col_is_header": True,
                "table_header_choice": "both", "table_caption": "表题",
            },
        },
        {"type": "self_check", "value": {"question": "题目文字", "options": [option, {**option, "correct": False, "text": "另一项"}]}},
        {"type": "teacher_note", "value": "<p>教师文字</p>"},
    ]  # fmt: skip


def test_every_block_is_printed(guide):
    body = every_block()
    assert {block["type"] for block in body} == set(GuideBodyBlock().child_blocks), "a new block needs a form on paper"
    chapter = ChapterPage(
        title="全部",
        slug="all",
        summary="摘要",
        sections=[{"type": "section", "value": {"title": "节", "anchor": "a", "body": body}}],
    )
    guide.add_child(instance=chapter)
    said = "".join(pages(guide_pdf(guide, teacher_notes=True, base_url=BASE)))
    for part in (
        "小标题", "换行", "乙", "图注文字", "推销电话", "录音说明", "来电：恭喜您。", "第十九条", "法条白话", "核对于2026年11月25日",
        "情景文字", "办法文字", "依据文字", "流言文字", "真相文字", "清单标题", "清单乙", "步骤标题", "步骤文字", "表题", "格子",
        "题目文字", "另一项", "反馈文字", "教师文字",
    ):  # fmt: skip
        assert part in said, part


def test_links_on_paper(guide):
    first = guide.chapters().first()
    links = Links(BASE, {first.pk: 1})
    source = (
        f'<p><a linktype="page" id="{first.pk}">章</a><a linktype="page" id="999999">没有</a><a href="/search/">站内</a>'
        '<a href="javascript:alert(1)">坏</a><a href="tel:12315">电话</a></p><script>x</script><marquee>滚动</marquee>'
    )
    (paragraph, rest) = rich_nodes(source, links)
    assert paragraph["children"] == [
        {"tag": "a", "children": ["章"], "chapter": 1},
        "没有",
        {"tag": "a", "children": ["站内"], "href": f"{BASE}/search/"},
        "坏",
        {"tag": "a", "children": ["电话"], "href": "tel:12315"},
    ]
    assert rest["children"] == ["滚动"]


def test_nothing_typed_becomes_a_command(guide):
    evil = '#panic("x") *a* _b_ $c$ @d <e> = f // g /* h */ \\ `i`'
    guide.title = evil
    guide.save()
    data, pictures = guide_sheet(guide, teacher_notes=False, base_url=BASE)
    said = "".join(pages(typeset_pdf("education/typst/guide.typ", data, pictures=pictures, day=date(2026, 1, 1))))
    assert '#panic("x")' in said
    assert "/*h*/" in said


def test_an_activity_with_its_handouts(activity):
    said = pages(activity_pdf(activity, base_url=BASE))
    assert activity.title in said[0]
    for part in ("目标", "准备材料", "环节", "40分钟", "16–45人", "小学三年级至四年级"):
        assert part in said[0]
    everything = "".join(said)
    for handout in activity.handouts:
        assert handout.value["title"] in everything
    only = pages(handouts_pdf(activity, base_url=BASE))
    assert "环节" not in only[0]
    assert len(only) < len(said)


def test_blank_tables_get_room_to_write(activity):
    data, _pictures = activity_sheet(activity, base_url=BASE, organiser="", plan=True)
    tables = [block for handout in data["handouts"] for block in handout["blocks"] if block["type"] == "table"]
    assert [table["form"] for table in tables] == [True, False, False]
    assert all(table["ruled"] for table in tables)
