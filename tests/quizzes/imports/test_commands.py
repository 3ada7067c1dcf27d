"""The commands as scripts use them: JSON, exit status, one clear sentence for what cannot be done."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from factories.imports import question_data
from factories.questions import make_question
from quizzes.formats import format_named
from quizzes.models import Category, Question, QuestionImport

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]


def run(*arguments, **options):
    """The command's output and exit status."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*map(str, arguments), stdout=out, stderr=err, **options)
    except SystemExit as exit:
        return out.getvalue(), exit.code
    return out.getvalue(), 0


def figures(*arguments):
    out, status = run("import_questions", *arguments, "--json")
    return json.loads(out), status


@pytest.fixture
def file(tmp_path):
    def write(*questions):
        path = tmp_path / "questions.xlsx"
        path.write_bytes(format_named("xlsx").write(questions))
        return path

    return write


def test_good_rows_go_in_and_the_json_says_so(file):
    path = file(question_data(code="a-1"), question_data(code="a-2", stem="另一道？"))
    assert figures(path) == ({"created": 2, "updated": 0, "skipped": 0, "errors": []}, 0)
    assert set(Question.objects.values_list("live", flat=True)) == {False}
    assert figures(path) == ({"created": 0, "updated": 0, "skipped": 2, "errors": []}, 0)
    path = file(question_data(code="a-1", stem="改过的？"))
    assert figures(path, "--publish") == ({"created": 0, "updated": 1, "skipped": 0, "errors": []}, 0)
    assert Question.objects.get(code="a-1").current.stem == "改过的？"


def test_refused_rows_are_named_and_the_exit_status_is_one(file):
    path = file(question_data(code="a-1"), question_data(code="a-2", stem="另一道？", topics=("没有",)))
    answer, status = figures(path)
    assert (answer["created"], status) == (1, 1)
    assert answer["errors"] == [{"row": 3, "field": "topics", "message": "没有“没有”这个主题。"}]


def test_a_dry_run_says_the_same_and_writes_nothing(file):
    path = file(question_data(), question_data(code="a-2", stem="另一道？", topics=("没有",)))
    answer, status = figures(path, "--dry-run")
    assert (answer["created"], len(answer["errors"]), status) == (1, 1, 1)
    assert not (Question.objects.exists() or QuestionImport.objects.exists() or Category.objects.exists())


def test_all_or_nothing_takes_nothing_when_one_row_is_refused(file):
    path = file(question_data(), question_data(stem="另一道？", topics=("没有",)))
    answer, status = figures(path, "--all-or-nothing")
    assert (answer["created"], len(answer["errors"]), status) == (0, 1, 1)
    assert not (Question.objects.exists() or QuestionImport.objects.exists())


def test_questions_without_a_category_go_where_they_are_sent(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("收到几天内可以退？\nA. 三天\nB. 七天\nANSWER: B\n", encoding="utf-8")
    assert figures(path, "--format", "aiken")[1] == 1
    assert figures(path, "--format", "aiken", "--category", "网购/退货")[1] == 0
    assert Question.objects.get().category.path == "网购/退货"


def test_the_words_without_json(file):
    out, _status = run("import_questions", file(question_data()))
    assert out == "新建 1 道，更新 0 道，跳过 0 道，拒绝 0 道。\n"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [("missing.xlsx", None, "读不了"), ("broken.xlsx", b"PK nothing", ""), ("a.exe", b"MZ", "不认识这种文件")],
)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, name, content, sentence):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        call_command("import_questions", str(path))
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_or_a_template_is_needed():
    with pytest.raises(CommandError):
        call_command("import_questions")


def test_the_template(tmp_path):
    path = tmp_path / "template.xlsx"
    run("import_questions", "--template", path)
    assert load_workbook(path).sheetnames


def test_export_writes_what_import_reads(tmp_path):
    make_question(category="网购/退货", code="in", stem="在里面？")
    make_question(category="食品", code="out", stem="在外面？")
    path = tmp_path / "out.xlsx"
    out, status = run("export_questions", path, "--format", "xlsx", "--category", "网购")
    assert ("写了 1 道题" in out, status) == (True, 0)
    assert figures(path)[0]["skipped"] == 1


def test_export_names_what_the_format_cannot_carry(tmp_path):
    make_question("case_study", stem="案例？")
    err = StringIO()
    with pytest.raises(SystemExit) as exit:
        call_command("export_questions", str(tmp_path / "out.txt"), "--format", "aiken", stderr=err)
    assert exit.value.code == 1
    assert "案例？" in err.getvalue()


def test_exporting_an_unknown_category_is_refused(tmp_path):
    with pytest.raises(CommandError):
        call_command("export_questions", str(tmp_path / "out.xlsx"), "--format", "xlsx", "--category", "没有")
