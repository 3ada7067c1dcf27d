"""The admin's front page and frame: what waits for me, in our colours and our language."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow

from education import blocks
from education.models import ActivityPage, NoticeIndexPage, NoticePage
from factories.site import add, make_home, text_body
from home.actions.roles import BUREAU, EDITORS, MODERATORS, set_up_roles
from home.models import PlainPage
from home.panels import SHOWN, ToDoPanel

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    set_up_roles()
    return make_home()


def person(name: str, group: str):
    user = get_user_model().objects.create_user(name, nickname=name)
    user.groups.add(Group.objects.get(name=group))
    return get_user_model().objects.get(pk=user.pk)


def groups_of(user) -> dict[str, object]:
    request = RequestFactory().get("/cms/")
    request.user = get_user_model().objects.get(pk=user.pk)
    return {group.title: group for group in ToDoPanel().get_context_data({"request": request})["groups"]}


def new_page(home, number: int) -> PlainPage:
    return add(home, PlainPage(title=f"第 {number} 篇", body=text_body()))


def submitted(home, author, number: int) -> PlainPage:
    page = new_page(home, number)
    page.save_revision(user=author)
    Workflow.objects.get(name="两级审核").start(page, author)
    return page


def test_each_role_sees_what_waits_for_it(home):
    author, moderator, bureau = person("小林", EDITORS), person("老陈", MODERATORS), person("沈工", BUREAU)
    page = submitted(home, author, 1)
    draft = new_page(home, 2)
    draft.save_revision(user=author)
    assert list(groups_of(author)) == ["我的草稿，还没提交"]
    assert groups_of(author)["我的草稿，还没提交"].tasks[0].title == "第 2 篇"
    waiting = groups_of(moderator)["等我审核"]
    assert (waiting.total, waiting.tasks[0].title) == (1, "第 1 篇")
    assert "小林" in waiting.tasks[0].detail
    assert groups_of(bureau) == {}

    state = page.current_workflow_task_state
    state.task.specific.on_action(state, moderator, "approve")
    assert groups_of(moderator) == {}
    assert groups_of(bureau)["等我审核"].tasks[0].detail.startswith("终审")

    page = PlainPage.objects.get(pk=page.pk)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, bureau, "reject", comment="请补上版本。")
    assert groups_of(author)["退回给我的"].tasks[0].detail == "沈工：请补上版本。"


def test_laws_unchecked_for_a_year_and_scheduled_pages_are_named(home):
    index = add(home, NoticeIndexPage(title="公告"))
    today = timezone.localdate()
    for number, age in enumerate((366, 364, None)):
        checked = today - timedelta(days=age) if age else None
        add(index, NoticePage(title=f"公告 {number}", date=date(2026, 1, 1), checked_on=checked))
    later = new_page(home, 9)
    later.go_live_at = datetime.now(UTC) + timedelta(days=3)
    later.save_revision().publish()
    bureau, author = groups_of(person("沈工", BUREAU)), groups_of(person("小林", EDITORS))
    assert [task.title for task in bureau["法条该重新核对了"].tasks] == ["公告 0"]
    assert [task.title for task in bureau["就要定时发布"].tasks] == ["第 9 篇"]
    assert list(author) == ["法条该重新核对了"]


def test_the_panel_asks_a_fixed_number_of_queries(home):
    author, moderator = person("小林", EDITORS), person("老陈", MODERATORS)

    def count() -> int:
        request = RequestFactory().get("/cms/")
        request.user = get_user_model().objects.get(pk=moderator.pk)
        with CaptureQueriesContext(connection) as captured:
            context = ToDoPanel().get_context_data({"request": request})
        assert context["groups"]
        return len(captured)

    def more(number: int) -> None:
        submitted(home, author, number)
        page = new_page(home, number + 100)
        page.save_revision(user=moderator)
        add(index, NoticePage(date=date(2026, 1, 1), checked_on=date(2020, 1, 1)))

    index = add(home, NoticeIndexPage(title="公告"))
    more(1)
    count()
    few = count()
    for number in range(2, SHOWN):
        more(number)
    assert count() == few


def test_long_lists_are_cut_and_counted(home):
    author = person("小林", EDITORS)
    for number in range(SHOWN + 3):
        new_page(home, number).save_revision(user=author)
    group = groups_of(author)["我的草稿，还没提交"]
    assert (len(group.tasks), group.total, group.more) == (SHOWN, SHOWN + 3, 3)


def test_the_admin_wears_the_brand_and_speaks_chinese(home, admin_client):
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "css/admin.css" in page
    assert "img/logo.svg" in page
    assert "等我处理的事" in page
    assert "现在没有要您处理的事" in page
    assert "guide.wagtail.org" not in page
    admin_client.logout()
    # People sign in on the site's own page, in the admin as elsewhere.
    assert "/accounts/login/" in admin_client.get(reverse("wagtailadmin_home")).url


def test_every_icon_that_we_name_is_there(home, admin_client):
    sprite = admin_client.get(reverse("wagtailadmin_sprite")).content.decode()
    for name in ("gavel", "print", "book", "audience", "clipboard-list", "rotate", "calendar-alt"):
        assert f'id="icon-{name}"' in sprite
    for name in blocks.__all__:
        block = getattr(blocks, name)()
        icon = block.meta.icon
        assert f'id="icon-{icon}"' in sprite, name


def test_vocabularies_stand_in_one_group(home, admin_client):
    menu = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    for label in ("词表", "主题", "读者", "术语"):
        assert label in menu or label.encode("unicode_escape").decode() in menu
    for model in ("topic", "audience", "glossaryterm"):
        assert admin_client.get(reverse(f"wagtailsnippets_education_{model}:list")).status_code == 200
        assert admin_client.get(reverse(f"wagtailsnippets_education_{model}:add")).status_code == 200


def body_blocks():
    """Every block that a body may hold, and the blocks around them, with the name under which it is previewed."""
    for name, block in blocks.GuideBodyBlock().child_blocks.items():
        yield pytest.param(block, id=name)
    for name in ("StepBlock", "SectionBlock", "HandoutBlock", "PanelBlock", "ActivityStepBlock"):
        yield pytest.param(getattr(blocks, name)(), id=name)


@pytest.mark.parametrize("block", list(body_blocks()))
def test_every_block_has_a_label_a_description_and_a_preview_in_our_style(home, admin_client, block):
    assert block.label
    assert block.get_description()
    assert block.is_previewable
    url = reverse("wagtailadmin_block_preview")
    response = admin_client.get(url, {"id": block.definition_prefix})
    assert response.status_code == 200
    html = response.content.decode()
    for sheet in ("tokens", "base", "blocks"):
        assert f"css/{sheet}.css" in html
    body = html.split("<main>")[1].split("</main>")[0]
    assert len(body.split(">", 1)[1].strip()) > 40, body


def test_the_checker_on_the_page_speaks_chinese(home, admin_client):
    page = admin_client.get("/").content.decode()
    assert "wagtail-userbar" in page
    assert "image-alt" in page
    assert "\\u56fe\\u7247\\u6ca1\\u6709\\u66ff\\u4ee3\\u6587\\u5b57" in page or "图片没有替代文字" in page
    assert "Empty heading found" not in page


def test_page_types_have_chinese_names(home):
    for model in Page.__subclasses__()[0].__subclasses__() + [ActivityPage, NoticePage, PlainPage]:
        name = str(model._meta.verbose_name)
        assert any("\u4e00" <= character <= "\u9fff" for character in name), model
