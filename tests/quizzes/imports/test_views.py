"""The flow in the CMS: who may, what is shown, double clicks, downloads."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from factories.imports import finish, keep, question_data, row
from factories.questions import make_question, make_user
from quizzes.formats import format_named
from quizzes.models import Question, QuestionImport

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words", "site")]


def person(client, *codenames):
    """Somebody who may enter the CMS and has some permissions of quizzes."""
    user = make_user()
    wanted = Permission.objects.filter(content_type__app_label="quizzes", codename__in=codenames)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"), *wanted)
    client.force_login(user)
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def editor(client):
    return person(client, "add_question", "change_question")


def upload(client, questions, **values):
    content = format_named("xlsx").write(questions)
    file = SimpleUploadedFile("题目.xlsx", content)
    return client.post(reverse("quizzes_files"), {"file": file, "mode": "good"} | values)


def page(client, kept, **query):
    return client.get(reverse("quizzes_import", args=[kept.pk]), query)


def test_upload_preview_confirm_progress_result(client, editor):
    answer = upload(client, [question_data(code="a-1"), question_data(code="a-2", stem="另一道？")])
    kept = QuestionImport.objects.get()
    assert answer.url == reverse("quizzes_import", args=[kept.pk])
    preview = page(client, kept).content.decode()
    assert "卖家发错了货" in preview
    assert "会新建 1 个分类" in preview
    assert not Question.objects.exists()
    for _click in range(2):
        assert client.post(reverse("quizzes_import_confirm", args=[kept.pk])).status_code == 302
    assert "data-import-progress" in page(client, kept).content.decode()
    step = client.post(reverse("quizzes_import_next", args=[kept.pk]), headers={"accept": "application/json"})
    assert step.json() == {"written": 2, "total": 2, "done": True}
    client.post(reverse("quizzes_import_next", args=[kept.pk]))
    client.post(reverse("quizzes_import_confirm", args=[kept.pk]))
    assert Question.objects.count() == 2
    result = page(client, kept).content.decode()
    assert "导入的题是草稿" in result
    assert "题目.xlsx" in client.get(reverse("quizzes_files")).content.decode()


def test_pasted_text_is_read(client, editor):
    words = "1. 网购的东西，收到几天内可以退？\nA. 三天\nB. 七天\n答案：B\n"
    client.post(reverse("quizzes_files"), {"text": words, "mode": "good"})
    assert QuestionImport.objects.get().rows.get().data["body"]["options"][1]["right"] is True


@pytest.mark.parametrize(
    "given", [{}, {"file": SimpleUploadedFile("a.xlsx", b"nothing")}, {"file": SimpleUploadedFile("a.exe", b"MZ")}]
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(client, editor, given):
    answer = client.post(reverse("quizzes_files"), given | {"mode": "good"})
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not QuestionImport.objects.exists()


def test_rows_can_be_filtered_and_refused_ones_downloaded(client, editor):
    bad = question_data(stem="另一道？", topics=("园艺",))
    upload(client, [question_data(), bad, question_data()])
    kept = QuestionImport.objects.get()
    shown = page(client, kept, shown="refused").content.decode()
    assert "没有“园艺”这个主题。" in shown
    assert "卖家发错了货" not in shown
    assert "第 2 项一样" in page(client, kept, shown="skipped").content.decode()
    sheet = load_workbook(BytesIO(client.get(reverse("quizzes_import_refused", args=[kept.pk])).content)).active
    cells = [str(cell.value) for cells in sheet.iter_rows() for cell in cells]
    assert "没有“园艺”这个主题。" in cells
    assert "另一道？" in cells


def test_a_row_is_shown_as_a_participant_sees_it(client, editor):
    kept = keep([row()], by=editor)
    shown = client.get(reverse("quizzes_import_row_preview", args=[kept.pk, 1]))
    assert shown.status_code == 200
    assert "卖家发错了货" in shown.content.decode()
    assert not Question.objects.exists()


def test_a_long_file_comes_in_pages_with_a_fixed_number_of_queries(client, editor, django_assert_max_num_queries):
    kept = keep([row(number, stem=f"第 {number} 题？") for number in range(1, 161)], by=editor)
    with django_assert_max_num_queries(30):
        first = page(client, kept).content.decode()
    assert "第 50 题？" in first
    assert "第 51 题？" not in first
    assert "第 160 题？" in page(client, kept, p=4).content.decode()


def test_cancelling_keeps_nothing(client, editor):
    kept = keep([row()], by=editor)
    client.post(reverse("quizzes_import_cancel", args=[kept.pk]))
    assert not QuestionImport.objects.exists()


def test_nobody_confirms_somebody_elses_import(client, editor):
    kept = keep([row()], by=editor)
    person(client, "add_question")
    assert client.post(reverse("quizzes_import_confirm", args=[kept.pk])).status_code == 404
    assert "只有上传的人能确认" in page(client, kept).content.decode()


def test_without_the_permission_every_address_is_refused(client, editor):
    kept = keep([row()], by=editor)
    person(client, "view_question")
    refused = [
        client.get(reverse("quizzes_files")),
        client.post(reverse("quizzes_files"), {"text": "x", "mode": "good"}),
        client.get(reverse("quizzes_export"), {"format": "xlsx"}),
        client.get(reverse("quizzes_import_template")),
        page(client, kept),
        client.post(reverse("quizzes_import_confirm", args=[kept.pk])),
        client.post(reverse("quizzes_import_next", args=[kept.pk])),
        client.post(reverse("quizzes_import_cancel", args=[kept.pk])),
        client.get(reverse("quizzes_import_refused", args=[kept.pk])),
        client.get(reverse("quizzes_import_row_preview", args=[kept.pk, 1])),
    ]
    # Wagtail turns a refusal inside the CMS into a redirect with a message.
    assert {answer.status_code for answer in refused} == {302}
    assert {answer.url for answer in refused} == {reverse("wagtailadmin_home")}
    assert QuestionImport.objects.filter(status="checked").exists()


def test_publishing_at_once_is_offered_to_those_who_may_publish(client, editor):
    assert 'name="publish"' not in client.get(reverse("quizzes_files")).content.decode()
    upload(client, [question_data()], publish="on")
    assert QuestionImport.objects.get().publish is False
    person(client, "add_question", "publish_question")
    assert 'name="publish"' in client.get(reverse("quizzes_files")).content.decode()


def test_the_template_is_a_workbook_that_can_be_read(client, editor):
    answer = client.get(reverse("quizzes_import_template"))
    assert load_workbook(BytesIO(answer.content)).sheetnames


def test_export_by_category(client, editor):
    make_question(category="网购/退货", code="in", stem="在里面？")
    make_question(category="食品", code="out", stem="在外面？")
    category = Question.objects.get(code="in").category.parent
    answer = client.get(reverse("quizzes_export"), {"format": "xlsx", "category": category.pk})
    (found,) = format_named("xlsx").read(answer.content)
    assert found.question.stem == "在里面？"


def test_what_a_format_cannot_carry_is_named_before_the_download(client, editor):
    make_question(code="one", stem="单选？")
    make_question("case_study", code="two", stem="案例？")
    query = {"format": "aiken"}
    answer = client.get(reverse("quizzes_export"), query)
    assert answer["Content-Type"].startswith("text/html")
    assert "案例？" in answer.content.decode()
    file = client.get(reverse("quizzes_export"), query | {"confirmed": "1"})
    assert "单选？" in file.content.decode()
    assert "案例？" not in file.content.decode()


def test_a_published_export_leaves_out_drafts(client, editor):
    question = make_question(stem="公开的？")
    question.stem = "改过的？"
    question.save_revision()
    make_question(stem="草稿？", publish=False)
    exported = {}
    for name, query in (("all", {}), ("published", {"published": "on"})):
        content = client.get(reverse("quizzes_export"), {"format": "xlsx"} | query).content
        exported[name] = {found.question.stem for found in format_named("xlsx").read(content)}
    assert exported == {"all": {"改过的？", "草稿？"}, "published": {"公开的？"}}


def test_a_finished_import_links_to_its_questions(client, editor):
    kept = finish(keep([row()], by=editor), by=editor)
    assert f"/{Question.objects.get().pk}/" in page(client, kept).content.decode()
