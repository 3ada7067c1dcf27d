"""Files meant to do harm, and files that are broken: a sentence for a person, never a crash, never a swollen memory."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from quizzes.formats import FORMATS, format_named, guess_format
from quizzes.formats.safe_files import text_from
from quizzes.question_data import QuestionData, UnreadableFile

EXCEL, WORD = format_named("xlsx"), format_named("docx")
HEADER = ("题型", "题干", "选项A", "选项B", "答案")
GOOD = ("判断题", "甲。", None, None, "对")
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def saved(book) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows):
    book = Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    return book


def xlsx(*rows) -> bytes:
    return saved(workbook(*rows))


def docx() -> bytes:
    document = Document()
    document.add_paragraph("1. 甲。（√）")
    return saved(document)


def with_part(content: bytes, name: str, change, *, packed: bool = True) -> bytes:
    """Return the package with one part changed (or added, when it is not there)."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(out, "w") as changed:
        parts = {info.filename: package.read(info) for info in package.infolist()}
        parts[name] = change(parts.get(name, b""))
        for part, data in parts.items():
            changed.writestr(part, data, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
    return out.getvalue()


def read(content: bytes, fmt=EXCEL):
    return list(fmt.read(content))


def test_the_good_files_are_good():
    assert read(xlsx(GOOD))[0].question
    assert read(docx(), WORD)[0].question


def test_openpyxl_reads_through_defusedxml():
    assert openpyxl.DEFUSEDXML is True


@pytest.mark.parametrize(
    ("content", "part", "fmt"),
    [
        (xlsx(GOOD), "xl/worksheets/sheet1.xml", EXCEL),
        (xlsx(GOOD), "xl/sharedStrings.xml", EXCEL),
        (xlsx(GOOD), "xl/workbook.xml", EXCEL),
        (xlsx(GOOD), "[Content_Types].xml", EXCEL),
        (xlsx(GOOD), "xl/_rels/workbook.xml.rels", EXCEL),
        (docx(), "word/document.xml", WORD),
        (docx(), "word/numbering.xml", WORD),
        (docx(), "word/_rels/document.xml.rels", WORD),
    ],
)
@pytest.mark.parametrize("prolog", [LAUGHS, OUTSIDE, "<!DOCTYPE x>", "<!-- " + "长" * 100_000 + " -->" + OUTSIDE[21:]])
def test_document_types_and_entities_are_refused_in_every_part(content, part, fmt, prolog):
    def change(data: bytes) -> bytes:
        return prolog.encode() + data.removeprefix(b"\xef\xbb\xbf").split(b"?>", 1)[-1].strip()

    with pytest.raises(UnreadableFile, match="不安全的 XML"):
        read(with_part(content, part, change), fmt)


def test_a_document_type_in_another_encoding_is_refused():
    def change(data: bytes) -> bytes:
        return (OUTSIDE.replace("?>", ' encoding="utf-16"?>', 1) + data.decode().split("?>", 1)[-1]).encode("utf-16")

    with pytest.raises(UnreadableFile, match="不安全的 XML"):
        read(with_part(xlsx(GOOD), "xl/workbook.xml", change))


@pytest.mark.parametrize(
    ("content", "part", "fmt"), [(xlsx(GOOD), "xl/media/a.xml", EXCEL), (docx(), "word/media/a.png", WORD)]
)
def test_a_package_that_swells_is_refused(content, part, fmt):
    with pytest.raises(UnreadableFile, match="大得不正常"):
        read(with_part(content, part, lambda _data: b"\0" * 70_000_000), fmt)


def test_a_package_of_thousands_of_parts_is_refused():
    out = BytesIO(xlsx(GOOD))
    with zipfile.ZipFile(out, "a") as package:
        for number in range(3001):
            package.writestr(f"x/{number}", b"")
    with pytest.raises(UnreadableFile, match="大得不正常"):
        read(out.getvalue())


def test_parts_that_become_objects_may_not_be_large():
    styles = b"<a>" + b"<xf/>" * 250_000 + b"</a>"
    with pytest.raises(UnreadableFile, match="内容太多"):
        read(with_part(xlsx(GOOD), "xl/styles.xml", lambda _data: styles))


def test_a_sheet_of_millions_of_elements_is_refused():
    def change(data: bytes) -> bytes:
        return data.replace(b"</row>", b"<c/>" * 2_000_001 + b"</row>", 1)

    with pytest.raises(UnreadableFile, match="内容太多"):
        read(with_part(xlsx(GOOD), "xl/worksheets/sheet1.xml", change, packed=False))


def test_a_row_at_the_end_of_the_world_is_not_waited_for():
    book = workbook(GOOD)
    book.active.cell(1_048_576, 1).value = "判断题"
    with pytest.raises(UnreadableFile, match="表太长"):
        read(saved(book))


def test_a_cell_of_a_hundred_thousand_characters_refuses_its_row_alone():
    def change(data: bytes) -> bytes:
        return data.replace(b"LONG", b"x" * 100_000)

    content = with_part(xlsx(("判断题", "LONG", None, None, "对"), GOOD), "xl/worksheets/sheet1.xml", change)
    long, good = read(content)
    assert long.question is None
    assert "100000 个字" in long.problems[0]
    assert max(len(cell) for cell in long.source) == 10_000
    assert good.question
    assert read(EXCEL.rejected([long]))[0].question is None


@pytest.mark.parametrize("value", ["=1+1", '=HYPERLINK("http://a","b")', ArrayFormula("B2", "=A1:A2")])
def test_formulas_are_refused_and_their_results_not_trusted(value):
    book = workbook(GOOD, GOOD)
    book.active["B2"] = value
    with_result = with_part(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b"<v></v>", b"<v>7</v>").replace(b"<v/>", b"<v>7</v>"),
    )
    refused, good = read(with_result)
    assert refused.question is None
    assert refused.problems[0] == "“题干”是公式。请改成写好的值。"
    assert good.question
    again = load_workbook(BytesIO(EXCEL.rejected([refused])))
    assert {cell.data_type for row in again.active for cell in row if cell.value} == {"s"}


def test_error_values_are_refused():
    book = workbook(("判断题", "#REF!", None, None, "对"))
    assert "错误值" in read(saved(book))[0].problems[0]


@pytest.mark.parametrize("words", ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "=1\n+2", "#N/A"])
def test_texts_that_look_like_formulas_are_written_as_texts(words):
    question = QuestionData("true_false", words, {"right": True}, explanation=words).cleaned()
    content = EXCEL.write([question])
    assert read(content)[0].question == question
    cells = [cell for row in load_workbook(BytesIO(content)).active for cell in row if cell.value == words]
    assert len(cells) == 2
    for cell in cells:
        assert cell.data_type == "s"
        assert cell.quotePrefix or words[0] not in "=+-@"


def test_merged_cells_refuse_their_rows_alone():
    book = workbook(GOOD, GOOD, GOOD, GOOD)
    book.active.merge_cells("B3:B4")
    assert [bool(row.question) for row in read(saved(book))] == [True, False, False, True]
    assert "合并的单元格" in read(saved(book))[1].problems[0]


def test_merged_titles_above_the_header_do_no_harm():
    book = Workbook()
    for row in (("题库",), HEADER, GOOD):
        book.active.append(row)
    book.active.merge_cells("A1:E1")
    assert [row.question.stem for row in read(saved(book))] == ["甲。"]


def test_thousands_of_merged_cells_are_refused():
    cells = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 2103)).encode()

    def change(data: bytes) -> bytes:
        return data.replace(b"</sheetData>", b"</sheetData><mergeCells>" + cells + b"</mergeCells>")

    with pytest.raises(UnreadableFile, match="合并的单元格太多"):
        read(with_part(xlsx(GOOD), "xl/worksheets/sheet1.xml", change))


def test_a_workbook_without_sheets_or_with_a_broken_one():
    with pytest.raises(UnreadableFile):
        read(with_part(xlsx(GOOD), "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2]))
    with pytest.raises(UnreadableFile):
        read(with_part(xlsx(GOOD), "xl/workbook.xml", lambda _data: b"<workbook/>"))


@pytest.mark.parametrize("fmt", [EXCEL, WORD])
@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "密码"),
        ("题型,题干,答案\n".encode(), "不是"),
        (b"PK\x03\x04" + b"\0" * 100, "损坏"),
        (b"\0" * (20 * 1024 * 1024 + 1), "太大"),
    ],
)
def test_what_is_no_such_file(fmt, content, problem):
    with pytest.raises(UnreadableFile, match=problem):
        read(content, fmt)


@pytest.mark.parametrize(("content", "fmt"), [(docx(), EXCEL), (xlsx(GOOD), WORD)])
def test_the_other_kind_of_package(content, fmt):
    with pytest.raises(UnreadableFile, match="内容不是"):
        read(content, fmt)


@pytest.mark.parametrize(("content", "fmt"), [(xlsx(GOOD), EXCEL), (docx(), WORD)])
def test_every_truncation_is_refused(content, fmt):
    for size in range(1, len(content) - 1, len(content) // 40):
        with pytest.raises(UnreadableFile):
            read(content[:size], fmt)


def test_macros_are_refused():
    with pytest.raises(UnreadableFile, match="宏"):
        read(with_part(xlsx(GOOD), "xl/vbaProject.bin", lambda _data: b"x"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_encodings(encoding):
    assert text_from("1. 甲。（√）\r\n二\r三".encode(encoding)) == "1. 甲。（√）\n二\n三"


@pytest.mark.parametrize("content", [b"\xff\xff\xff\xff", b"\xff\xfea", b"a\0b", b"\x81"])
def test_no_text(content):
    with pytest.raises(UnreadableFile, match="编码"):
        text_from(content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("题库.XLSX", b"PK", "xlsx"),
        ("卷子.docx", b"PK", "docx"),
        ("a.gift", b"", "gift"),
        ("a.txt", "::甲:: 乙 {T}".encode(), "gift"),
        ("a.txt", "甲？ {=一 ~二}".encode("utf-16"), "gift"),
        ("a.txt", "甲？\nA. 一\nB. 二\nANSWER: A\n".encode(), "aiken"),
        ("a.txt", "1. 甲？\nA. 一\nB. 二\n答案：A\n".encode(), "text"),
    ],
)
def test_formats_are_guessed(name, content, code):
    assert guess_format(name, content).code == code


@pytest.mark.parametrize(
    ("name", "words"), [("a.xls", "xlsx"), ("a.doc", "docx"), ("a.csv", "xlsx"), ("a.exe", "xlsx")]
)
def test_formats_that_are_not_read_name_one_that_is(name, words):
    with pytest.raises(UnreadableFile, match=words):
        guess_format(name, b"")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xml", b'<?xml version="1.0"?>\n<quiz>', "moodle-xml"),
        ("a.xml", '<?xml version="1.0" encoding="utf-16"?><quiz>'.encode("utf-16"), "moodle-xml"),
        ("a.xml", b"<questestinterop>", "qti"),
        ("a.xml", b'<qti-assessment-item xmlns="x">', "qti"),
        ("a.zip", b"PK", "qti"),
    ],
)
def test_kinds_of_xml_are_told_apart(name, content, code):
    assert guess_format(name, content).code == code


def test_every_format_is_registered_and_describes_itself():
    assert set(FORMATS) == {"xlsx", "docx", "text", "aiken", "gift", "moodle-xml", "qti"}
    for code, fmt in FORMATS.items():
        assert (fmt.code, bool(str(fmt.label)), bool(str(fmt.carries)), bool(fmt.extensions)) == (
            code,
            True,
            True,
            True,
        )
