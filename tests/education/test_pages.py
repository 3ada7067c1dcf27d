"""What the pages of education promise."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from education.facets import apply_facets, audience_facet, topic_facet
from education.glossary import explain_terms
from education.models import ComicEpisodePage, GlossaryTerm, LessonPage, Material, NoticePage, Topic
from factories.site import SmallSite, add, make_image, panel, text_body

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return SmallSite()


def test_every_page_renders(site, client):
    for name, page in site.one_of_each().items():
        assert client.get(page.get_url()).status_code == 200, name


def test_materials_of_every_kind_are_found_by_topic_and_audience(site):
    found = Material.objects.live().in_topic("online-shopping").for_audience("junior")
    # Quizzes stand above education; tests/quizzes looks after them.
    assert {page.kind for page in found} == set(Material.Kind) - {Material.Kind.QUIZ}


def test_reading_time_counts_the_words(site):
    lesson = site.lessons[0]
    assert lesson.minutes == 1
    lesson.steps = [{"type": "step", "value": {"title": "长", "body": text_body("字" * 1000)}}]
    lesson.save()
    assert LessonPage.objects.get(pk=lesson.pk).minutes == 4


def test_an_activity_lasts_as_long_as_its_steps(site):
    assert site.activities[0].minutes == 15


@pytest.mark.parametrize(
    "broken",
    [
        {"alt": ""},
        {"alt": "   "},
        {"lines": []},
        {"lines": [{"speaker": "奶奶", "text": " "}]},
        {"image": None},
    ],
)
def test_an_episode_without_text_cannot_be_published(site, broken):
    good = panel(make_image())
    bad = panel(make_image())
    bad["value"] |= broken
    page = ComicEpisodePage(title="缺字", slug="no-text", summary="缺字的一话。", panels=[good, bad], live=False)
    site.series.add_child(instance=page)
    revision = page.save_revision()
    with pytest.raises(ValidationError, match="第 2 格"):
        revision.publish()
    page.refresh_from_db()
    assert not page.live


def test_an_episode_without_panels_cannot_be_published(site):
    page = ComicEpisodePage(title="空", slug="no-panels", summary="没有分格。", live=False)
    site.series.add_child(instance=page)
    with pytest.raises(ValidationError, match="还没有分格"):
        page.save_revision().publish()


def test_panels_carry_description_and_dialogue_as_text(site, client):
    page = client.get(site.episodes[0].get_url()).content.decode()
    assert 'alt="奶奶举着手机"' in page
    assert "<b>奶奶</b><span>中奖了？</span>" in page
    assert 'type="image/avif"' in page
    assert ".webp" in page


def test_facets_count_and_filter_and_ignore_nonsense(site, rf):
    other = Topic.objects.create(slug="travel", name="旅游")
    lesson = add(site.course, LessonPage(title="旅游一课", steps=site.lessons[0].steps))
    lesson.topics.set([other])
    lesson.save()
    lessons = Material.objects.live().filter(kind="lesson")
    everything, facets = apply_facets(lessons, [topic_facet(), audience_facet()], rf.get("/").GET)
    assert everything.count() == 2
    assert {option.value: option.count for option in facets[0].options} == {"online-shopping": 1, "travel": 1}
    some, facets = apply_facets(lessons, [topic_facet(), audience_facet()], rf.get("/?topic=travel").GET)
    assert [page.title for page in some] == ["旅游一课"]
    # A facet's own counts show what another choice would give; other facets count within the choice.
    assert {option.value: option.count for option in facets[0].options} == {"online-shopping": 1, "travel": 1}
    assert {option.value: option.count for option in facets[1].options} == {"junior": 1}
    nonsense, _ = apply_facets(lessons, [topic_facet()], rf.get("/?topic='; DROP TABLE").GET)
    assert nonsense.count() == 2


@pytest.mark.parametrize(
    "query", ["page=0", "page=999", "page=x", "month=x", "month=2026-13", "duration=huge", "kind="]
)
def test_lists_survive_any_address(site, client, query):
    for page in (site.course_index, site.activity_index, site.notice_index, site.comic_index):
        assert client.get(f"{page.get_url()}?{query}").status_code == 200


def test_activities_are_found_by_length_kind_and_setting(site, client):
    url = site.activity_index.get_url()
    title = site.activities[0].title
    assert title in client.get(f"{url}?duration=short&kind=game&setting=indoor").content.decode()
    assert title not in client.get(f"{url}?duration=long").content.decode()
    assert "这样筛选，一项也没有" in client.get(f"{url}?setting=online").content.decode()


def test_notices_have_an_archive_by_month_and_a_feed(site, client):
    add(site.notice_index, NoticePage(title="六月的提示", date=date(2026, 6, 1), body=text_body()))
    page = client.get(f"{site.notice_index.get_url()}?month=2026-06").content.decode()
    assert "六月的提示" in page
    assert site.notices[0].title not in page
    feed = client.get("/notices/feed.xml")
    assert feed["Content-Type"].startswith("application/rss+xml")
    text = feed.content.decode()
    assert text.index(site.notices[0].title) < text.index("六月的提示")


def test_notice_constraints_say_what_is_wrong(site):
    notice = site.notices[0]
    notice.event_end = "2026-11-20T10:00:00+08:00"
    with pytest.raises(ValidationError, match="结束时间不能早于开始时间"):
        notice.full_clean()


def test_group_size_must_make_sense(site):
    activity = site.activities[0]
    activity.group_min, activity.group_max = 30, 10
    with pytest.raises(ValidationError, match="最多人数不能少于最少人数"):
        activity.full_clean()


def test_terms_are_explained_once_a_section_and_never_in_links():
    term = GlossaryTerm.objects.create(term="预付卡", also="储值卡", explanation="<p>先付钱后消费的卡。</p>")
    html = (
        '<section class="step"><h2>预付卡</h2><p><a href="/x">预付卡</a>办预付卡，用储值卡，再办预付卡。</p></section>'
        '<section class="step"><p>储值卡 &amp; &lt;b&gt;</p></section>'
    )
    explained = explain_terms(html)
    assert explained.count(f'popovertarget="term-{term.pk}"') == 2
    assert explained.count('popover=""') == 1
    assert '<a href="/x">预付卡</a>' in explained
    assert "<h2>预付卡</h2>" in explained
    assert "&lt;b&gt;" in explained


def test_text_without_terms_is_left_as_it_is():
    GlossaryTerm.objects.create(term="先行赔付", explanation="<p>平台先赔。</p>")
    html = '<section class="step"><p>一句话</p></section>'
    assert explain_terms(html) is html


def test_the_longest_spelling_wins():
    GlossaryTerm.objects.create(term="退货", explanation="<p>a</p>")
    long = GlossaryTerm.objects.create(term="七天无理由退货", explanation="<p>b</p>")
    explained = explain_terms("<p>七天无理由退货</p>")
    assert explained.count("popovertarget") == 1
    assert f'id="term-{long.pk}"' in explained
