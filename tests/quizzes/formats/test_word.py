"""Word documents: what a person sees on the page is what is read."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from PIL import Image

from quizzes.formats import format_named
from quizzes.question_data import UnreadableFile

WORD = format_named("docx")


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read(document):
    return list(WORD.read(saved(document)))


def right(question) -> list[str]:
    return [option["text"] for option in question.body["options"] if option.get("right")]


def png(colour: str) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "PNG")
    out.seek(0)
    return out


def numbered(document, words: str, number: int, level: int = 0):
    """Add a paragraph with the automatic number of the list `number`."""
    paragraph = document.add_paragraph(words)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return paragraph


def add_list(document, number: int, *levels: tuple[str, str], restarts: bool = False) -> None:
    """Define the list `number` with levels of (format, text)."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restarts else ""
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + number}">{inner}</w:abstractNum>'))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{900 + number}"/>{override}</w:num>'
        )
    )


def test_typed_paragraphs():
    document = Document()
    document.add_heading("消费知识测验", 0)
    for words in ("1. 网购多久可以退货？", "A. 三天\tB. 七天", "答案：B", "2. 小票要留好。（√）"):
        document.add_paragraph(words)
    rows = read(document)
    assert [row.question.type for row in rows] == ["single_choice", "true_false"]
    assert right(rows[0].question) == ["七天"]
    assert "消费知识测验" in rows[0].warnings[0]


def test_automatic_numbers_of_questions_options_and_sections():
    document = Document()
    add_list(document, 71, ("chineseCounting", "%1、"))
    add_list(document, 72, ("decimal", "%1."))
    add_list(document, 73, ("upperLetter", "%1."), restarts=True)
    add_list(document, 74, ("upperLetter", "%1."), restarts=True)
    numbered(document, "单选题", 71)
    numbered(document, "网购多久可以退货？（ ）", 72)
    numbered(document, "三天", 73)
    numbered(document, "七天", 73)
    document.add_paragraph("答案：B")
    numbered(document, "投诉打什么电话？", 72)
    numbered(document, "12315", 74)
    numbered(document, "119", 74)
    document.add_paragraph("答案：A")
    numbered(document, "判断题", 71)
    numbered(document, "小票要留好。", 72)
    document.add_paragraph("答案：对")
    rows = read(document)
    assert [row.problems for row in rows] == [(), (), ()]
    assert [row.question.stem for row in rows] == ["网购多久可以退货？（ ）", "投诉打什么电话？", "小票要留好。"]
    assert [right(row.question) for row in rows[:2]] == [["七天"], ["12315"]]


def test_options_on_a_deeper_level_begin_again_for_each_question():
    document = Document()
    add_list(document, 71, ("decimal", "%1、"), ("upperLetter", "%2．"))
    for stem, first, second in (("甲？", "一", "二"), ("乙？", "三", "四")):
        numbered(document, stem, 71)
        numbered(document, first, 71, 1)
        numbered(document, second, 71, 1)
        document.add_paragraph("答案：B")
    rows = read(document)
    assert [(row.question.stem, right(row.question)) for row in rows] == [("甲？", ["二"]), ("乙？", ["四"])]


def test_underlined_gaps_are_blanks():
    document = Document()
    paragraph = document.add_paragraph("1. 退一赔")
    for words in ("   ", "  "):  # one gap, typed in two runs
        paragraph.add_run(words).underline = True
    paragraph.add_run("，最低")
    paragraph.add_run("\t\t").underline = True
    paragraph.add_run("元。")
    document.add_paragraph("答案：三；500")
    (row,) = read(document)
    assert row.question.stem == "退一赔____，最低____元。"
    assert row.question.body == {"blanks": [["三"], ["500"]]}


def test_soft_line_breaks_end_lines():
    document = Document()
    paragraph = document.add_paragraph("1. 甲？")
    for words in ("A. 一", "B. 二", "答案：A"):
        paragraph.add_run().add_break()
        paragraph.add_run(words)
    (row,) = read(document)
    assert (row.question.stem, right(row.question)) == ("甲？", ["一"])


def test_tables_of_options_questions_and_answers():
    document = Document()
    document.add_paragraph("1. 甲？")
    options = document.add_table(2, 2)
    for number, words in enumerate(("A. 一", "B. 二", "C. 三", "D. 四")):
        options.cell(number // 2, number % 2).text = words
    document.add_paragraph("2. 乙？")
    document.add_paragraph("A. 五 B. 六")
    document.add_paragraph("参考答案")
    key = document.add_table(2, 3)
    for row, cells in enumerate((("题号", "1", "2"), ("答案", "C", "B"))):
        for column, words in enumerate(cells):
            key.cell(row, column).text = words
    rows = read(document)
    assert [right(row.question) for row in rows] == [["三"], ["六"]]


def test_a_question_in_one_table_with_merged_cells_is_read_once():
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "1. 甲？"
    table.cell(1, 0).text = "A. 一\nB. 二"
    table.cell(1, 1).text = "答案：B"
    (row,) = read(document)
    assert (row.question.stem, right(row.question)) == ("甲？", ["二"])


def test_pictures_stay_with_their_question():
    document = Document()
    document.add_paragraph("1. 图里是什么？").add_run().add_picture(png("red"))
    document.add_paragraph("A. 一 B. 二")
    document.add_paragraph("答案：A")
    document.add_paragraph("2. 没有图。（√）")
    document.add_paragraph("3. 下图呢？")
    document.add_paragraph().add_run().add_picture(png("blue"))
    document.add_paragraph().add_run().add_picture(png("green"))
    document.add_paragraph("A. 一 B. 二")
    document.add_paragraph("答案：B")
    rows = read(document)
    with Image.open(BytesIO(rows[0].question.picture.content)) as picture:
        assert picture.getpixel((0, 0)) == (255, 0, 0)
    assert rows[1].question.picture is None
    with Image.open(BytesIO(rows[2].question.picture.content)) as picture:
        assert picture.getpixel((0, 0)) == (0, 0, 255)
    assert "2 张图片" in rows[2].warnings[0]


def test_bold_and_red_options_are_not_taken_for_the_answer():
    document = Document()
    document.add_paragraph("1. 甲？")
    document.add_paragraph("A. 一")
    document.add_paragraph().add_run("B. 二").bold = True
    (row,) = read(document)
    assert row.question is None
    assert row.problems == ("没有找到答案。",)


def test_text_in_content_controls_is_read_and_moved_text_is_not():
    document = Document()
    paragraph = document.add_paragraph("1. 甲？")
    paragraph._p.append(parse_xml(f"<w:moveFrom {nsdecls('w')}><w:r><w:t>旧的</w:t></w:r></w:moveFrom>"))
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>A. 一 B. 二</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    paragraph._p.addnext(control)
    document.element.body.insert(
        list(document.element.body).index(control) + 1,
        parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>答案：B</w:t></w:r></w:p>"),
    )
    assert control.tag == qn("w:sdt")
    (row,) = read(document)
    assert (row.question.stem, right(row.question)) == ("甲？", ["二"])


@pytest.mark.parametrize("content", [b"", b"no zip", b"\xd0\xcf\x11\xe0" + b"\0" * 600, saved(Document())[:400]])
def test_no_word_document(content):
    with pytest.raises(UnreadableFile):
        list(WORD.read(content))


def test_a_document_without_questions():
    document = Document()
    document.add_paragraph("通知")
    with pytest.raises(UnreadableFile, match="没有认出题目"):
        read(document)
