"""Loading the shipped content: what it makes, that it can be repeated, and that editors' work is safe from it."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageLogEntry, Revision, Site

from education.models import ComicEpisodePage, GlossaryTerm, LessonPage, NoticePage, Topic
from factories.content import FILES, change, draw, write_content, write_file
from home.content.load import load_content
from home.content.schema import ContentError, read_content
from home.models import HomePage, PlainPage, SiteTexts
from media.models import LibraryImage

LESSON = "courses/net/01-return.yaml"
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("uploads")


@pytest.fixture
def root(tmp_path):
    write_content(tmp_path)
    for number in ("01", "02"):
        draw(tmp_path, f"panels/prize/{number}.webp")
    return tmp_path


def load(root: Path, **options):
    return load_content(content=read_content(root), now=NOW, **options)


def save_as_editor(page: Page, publish: bool = True) -> None:
    user, _new = get_user_model().objects.get_or_create(username="somebody")
    page.title += "（改）"
    revision = page.save_revision(user=user)
    if publish:
        revision.publish(user=user, skip_permission_checks=True)


def test_it_makes_the_whole_site(root, client):
    outcome = load(root)
    assert (len(outcome.created), outcome.updated, outcome.kept, outcome.drafts) == (16, [], [], [])
    site = Site.objects.get()
    assert isinstance(site.root_page.specific, HomePage)
    assert site.site_name == "明白消费"
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert all(page.live and page.live_revision_id for page in Page.objects.filter(depth__gt=1))
    texts = SiteTexts.for_site(site)
    assert [item["value"]["label"] for item in texts.main_menu.raw_data] == ["课程"]
    assert client.get("/courses/net-course/return/").status_code == 200
    assert GlossaryTerm.objects.get().also == "订金"


def test_blocks_are_what_an_editor_would_have_made(root):
    """Every stream passes the checks of the edit form, and links name pages by id."""
    draw(root, "pictures/parcel.webp")
    load(root)
    lesson = LessonPage.objects.get(slug="return")
    for page in (lesson, NoticePage.objects.get(slug="drinks"), PlainPage.objects.get()):
        field = page.steps if hasattr(page, "steps") else page.body
        field.stream_block.clean(field)
    comic = Page.objects.get(slug="prize")
    body = lesson.steps[0].value["body"]
    assert f'<a linktype="page" id="{comic.pk}">漫画</a>' in body[0].value.source
    assert [block.block_type for block in body][-1] == "picture"
    assert [item["value"] for item in lesson.related.raw_data] == [comic.pk, Page.objects.get(slug="label-game").pk]
    assert lesson.minutes >= 1
    assert [topic.slug for topic in lesson.topics.all()] == ["online-shopping"]


def test_a_notice_is_as_old_as_its_date(root):
    load(root)
    notice = NoticePage.objects.get(slug="tip")
    assert notice.first_published_at == datetime(2026, 11, 20, 1, tzinfo=UTC)
    assert LessonPage.objects.get(slug="return").first_published_at == NOW


def test_loading_twice_changes_nothing(root):
    draw(root, "covers/return.webp")
    load(root)
    before = (
        Revision.objects.count(),
        LibraryImage.objects.count(),
        PageLogEntry.objects.count(),
        Page.objects.count(),
    )
    outcome = load(root)
    assert (outcome.created, outcome.updated, outcome.images) == ([], [], 0)
    assert len(outcome.unchanged) == 16
    assert before == (
        Revision.objects.count(),
        LibraryImage.objects.count(),
        PageLogEntry.objects.count(),
        Page.objects.count(),
    )


def test_a_changed_file_changes_its_page_and_keeps_the_steps_ids(root):
    """Progress is kept by step ids: a new step in front must not shift them."""
    load(root)
    old = LessonPage.objects.get(slug="return").step_ids
    steps = [{"title": "新的开头", "body": [{"text": "先看这里。"}]}, *FILES[LESSON]["steps"]]
    change(root, LESSON, steps=steps)
    outcome = load(root)
    assert outcome.updated == ["return"]
    assert LessonPage.objects.get(slug="return").step_ids[1:] == old


def test_a_new_file_takes_its_place_in_the_order(root):
    load(root)
    write_file(root, "courses/net/00-first.yaml", FILES[LESSON] | {"slug": "first", "title": "第一课"})
    write_file(root, "courses/net/02-last.yaml", FILES[LESSON] | {"slug": "last", "title": "最后一课"})
    write_file(root, "courses/net/01-between.yaml", FILES[LESSON] | {"slug": "between", "title": "中间一课"})
    outcome = load(root)
    assert sorted(outcome.created) == ["between", "first", "last"]
    course = Page.objects.get(slug="net-course")
    assert [page.slug for page in course.get_children()] == ["first", "between", "return", "last"]


@pytest.mark.parametrize("publish", [True, False])
def test_a_page_that_an_editor_touched_is_left_alone(root, publish):
    load(root)
    save_as_editor(LessonPage.objects.get(slug="return"), publish)
    change(root, LESSON, title="文件里的新标题")
    outcome = load(root)
    assert outcome.kept == ["return"]
    assert LessonPage.objects.get(slug="return").get_latest_revision_as_object().title == "七天能退吗（改）"


def test_what_an_editor_took_down_or_deleted_stays_away(root):
    load(root)
    LessonPage.objects.get(slug="return").unpublish()
    Page.objects.get(slug="label-game").delete()
    change(root, LESSON, title="文件里的新标题")
    outcome = load(root)
    assert "return" in outcome.kept
    assert not Page.objects.filter(slug="label-game").exists()
    assert not LessonPage.objects.get(slug="return").live
    # Pages that linked to the deleted one no longer name it.
    rights = Page.objects.get(slug="rights").specific
    assert list(rights.activities.raw_data) == []


def test_an_editors_page_with_the_same_address_is_left_alone(root):
    load(root)
    home = HomePage.objects.get()
    home.add_child(instance=PlainPage(title="编辑写的", slug="help", body='[{"type": "text", "value": "<p>好</p>"}]'))
    write_file(root, "pages/help.yaml", FILES["pages/about.yaml"] | {"slug": "help"})
    outcome = load(root)
    assert outcome.kept == ["help"]
    assert PlainPage.objects.get(slug="help").title == "编辑写的"


def test_vocabularies_and_menus_follow_the_file_until_an_editor_changes_them(root):
    load(root)
    change_topics = [FILES["topics.yaml"][0] | {"colour": "jade"}]
    write_file(root, "topics.yaml", change_topics)
    load(root)
    topic = Topic.objects.get()
    assert topic.colour == "jade"
    topic.summary = "编辑写的"
    topic.save()
    write_file(root, "topics.yaml", [change_topics[0] | {"colour": "plum"}])
    change(root, "pages/menus.yaml", main=[])
    write_file(root, "pages/menus.yaml", FILES["pages/menus.yaml"] | {"main": [{"label": "指南", "page": "guides"}]})
    load(root)
    assert (Topic.objects.get().colour, Topic.objects.get().summary) == ("jade", "编辑写的")
    texts = SiteTexts.for_site(Site.objects.get())
    assert [item["value"]["label"] for item in texts.main_menu.raw_data] == ["指南"]
    texts.main_menu = "[]"
    texts.save()
    write_file(root, "pages/menus.yaml", FILES["pages/menus.yaml"] | {"main": [{"label": "漫画", "page": "comics"}]})
    load(root)
    assert list(SiteTexts.objects.get().main_menu.raw_data) == []


def test_a_redrawn_picture_takes_its_place_and_an_editors_stays(root):
    draw(root, "covers/return.webp")
    load(root)
    cover = LessonPage.objects.get(slug="return").cover
    assert cover.title == cover.description == "奶奶举着手机，孙女凑过来看。"
    first = cover.file_hash
    draw(root, "covers/return.webp", "#b6291f")
    assert load(root).images == 1
    cover.refresh_from_db()
    assert cover.file_hash != first
    cover.title = "编辑写的描述"
    cover.save()
    draw(root, "covers/return.webp", "#1c6457")
    assert load(root).images == 0
    cover.refresh_from_db()
    assert cover.title == "编辑写的描述"


def test_undrawn_pictures_are_left_out_or_refused(root):
    """A page without its cover is fine; an episode with an undrawn panel stays a draft, and goes live once it is drawn."""
    (root / "art/panels/prize/02.webp").unlink()
    outcome = load(root)
    assert outcome.drafts == ["prize"]
    assert not ComicEpisodePage.objects.get(slug="prize").live
    assert "covers/return.webp" in outcome.missing_art
    with pytest.raises(ContentError, match=r"art/covers/return.webp: 还没有这张图。"):
        load(root, strict=True)
    draw(root, "panels/prize/02.webp", "#b6291f")
    assert load(root).updated == ["prize"]
    assert ComicEpisodePage.objects.get(slug="prize").live


def test_nothing_is_written_when_a_file_is_bad(root):
    load(root)
    change(root, LESSON, title="新标题")
    change(root, "activities/label-game.yaml", minutes=1)
    revisions = Revision.objects.count()
    with pytest.raises(ContentError):
        load(root)
    assert Revision.objects.count() == revisions


def test_loaded_pages_are_found(root):
    load(root)
    assert [page.slug for page in LessonPage.objects.live().search("七天能退")] == ["return"]


def run(root: Path, monkeypatch, **options) -> str:
    monkeypatch.setattr("home.management.commands.load_demo.CONTENT", root)
    out = StringIO()
    call_command("load_demo", stdout=out, **options)
    return out.getvalue()


def test_the_command_makes_demo_accounts_and_says_so(root, monkeypatch):
    out = run(root, monkeypatch)
    assert "新建 16 页" in out
    users = get_user_model().objects
    assert set(users.values_list("username", flat=True)) == {"editor", "author", "moderator", "bureau", "teacher"}
    assert users.get(username="editor").is_superuser
    assert users.get(username="author").check_password("mingbai-demo")
    assert users.get(username="teacher").is_teacher
    users.get(username="author").delete()
    assert "未变 16 页" in run(root, monkeypatch)
    assert users.filter(username="author").exists()


def test_production_has_no_demo_accounts(root, monkeypatch, settings):
    del settings.DEMO_EDITOR
    assert "演示账号" not in run(root, monkeypatch)
    assert not get_user_model().objects.exists()


def test_the_command_names_bad_files(root, monkeypatch):
    change(root, LESSON, title="")
    with pytest.raises(CommandError, match=r"什么也没有写入：\ncourses/net/01-return.yaml: title: 不能为空。"):
        run(root, monkeypatch)


def test_the_shipped_content_loads_and_every_stream_is_sound(django_assert_max_num_queries):
    """The real thing, once: every page as the edit form would accept it; a second load asks little of the database."""
    from wagtail.fields import StreamField

    content = read_content(Path(__file__).resolve().parents[2] / "education" / "content")
    load_content(content=content, now=NOW)
    for page in Page.objects.filter(depth__gt=1).specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                value = getattr(page, field.name)
                if not (isinstance(page, ComicEpisodePage) and not page.live):
                    value.stream_block.clean(value)
    with django_assert_max_num_queries(40):
        outcome = load_content(content=content, now=NOW)
    assert not outcome.created
    assert not outcome.updated
