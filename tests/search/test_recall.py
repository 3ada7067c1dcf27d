"""Every part of a title finds its page; nothing that can be typed is an error; saving keeps the index right."""

import pytest
from django.db import connection, transaction
from django.test import TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Not, Or, Phrase, PlainText
from wagtail.search.utils import parse_query_string

from education.models import (
    CourseIndexPage,
    CoursePage,
    GlossaryTerm,
    InspectionItem,
    LessonPage,
    Material,
    NoticePage,
    Topic,
)
from search.segment import fold

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def found(query) -> set[str]:
    return {page.title for page in Material.objects.live().public().search(query)}


def parts_of(title: str):
    """Every part of the title that shows something."""
    for start in range(len(title)):
        for end in range(start + 1, len(title) + 1):
            if fold(title[start:end]).strip():
                yield title[start:end]


def test_every_part_of_every_title_finds_its_page(pages):
    public = {page.title for page in Material.objects.live().public()}
    for title in sorted(public):
        missed = [part for part in parts_of(title) if title not in found(part)]
        assert not missed, (title, missed)


LETTERS = st.one_of(
    st.sampled_from("退货七天无理由预付卡消费者权益保护法第二十五条和服务的了怎么办蓝帽子網購賠償發票"),
    st.sampled_from("0123456789aAEDéßİﬁ１Ａ①½㎏3·.-/'’&_,: 　\t"),
    st.sampled_from("“”《》：，？！。（）…—·*\"'()%\\+@#😀👨‍👩‍👧🏽が한ёЖ𠮷〇々ﾞ´¨"),
    st.characters(codec="utf-8", exclude_characters="\0"),
)


@FEW
@given(data=st.data())
def test_every_part_of_any_title_finds_it(pages, data):
    """Any title that an editor could type, however odd."""
    title = data.draw(st.text(LETTERS, min_size=1, max_size=30).filter(lambda text: text.strip()), label="title")
    start = data.draw(st.integers(0, len(title) - 1), label="start")
    part = title[start : data.draw(st.integers(start + 1, len(title)), label="end")]
    with transaction.atomic():
        page = pages["和服租赁要看押金条款"]
        NoticePage.objects.filter(pk=page.pk).update(title=title)
        index.insert_or_update_object(NoticePage.objects.get(pk=page.pk))
        if fold(part).strip():
            results = Material.objects.live().public()
            assert page.pk in {result.pk for result in results.search(part)}
            assert page.pk in {result.pk for result in results.autocomplete(part)}
        transaction.set_rollback(True)


HOSTILE = [
    "", " ", "\t\n", "\0", "退\0货", "\ufeff", "\u200b", '"', "'", '"退货', "退货'", "''", "\\", "\\'", "退货\\",
    "*", "退*", "^退", "NEAR(退 货)", "NEAR", "AND", "OR NOT", "NOT 退货", "退货 AND", "title:退货", "{title}: 退",
    "(", ")", "((((", "())", "退:*", "退 & !货", "!退", "a:A", "<->", "| |", "退货 -货", "+退", "%s", "%", "%%s", "{}",
    "; DROP TABLE wagtailcore_page; --", "' OR 1=1 --", "<script>alert(1)</script>", "$$", "$1", "?", "😀", "👨‍👩‍👧", "🇨🇳",
    "é", "e\u0301", "\u0301", "İ", "ß", "\uffff", "\ue000", "\U0010ffff", "\ud83d", "ﷺ" * 50, "一" * 300, "二" * 9 + "条",
    "第" + "千" * 200 + "条", "9" * 300 + "条", "a" * 5000, "a.b" * 100, "退货" * 500_000, '"' * 100_000, "(" * 100_000,
    "退 " * 100_000, "的 了 吗", " ".join(chr(0x4E00 + n) for n in range(120)), "live:true 退货", "ａ＊＂",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_give_a_clean_result(pages, query):
    materials = Material.objects.live().public()
    _filters, parsed = parse_query_string(query[:10_000])
    for results in (materials.search(query), materials.autocomplete(query), materials.search(parsed)):
        assert len(results) == results.count()
    assert len(materials.search(query, operator="or", fields=["title"])) <= materials.count()


def test_nothing_to_look_for_finds_nothing(pages):
    for query in ("", "  ", "\0", "\u200b"):
        assert not found(query)


def test_sql_stays_within_the_database_s_limits_for_the_longest_query(pages):
    longest = "".join(chr(0x4E00 + 7 * n) for n in range(255))
    assert found(longest) == set()
    assert found(Phrase(longest)) == set()
    assert found(PlainText(longest, operator="or")) is not None


def test_queries_of_wagtail_s_language(pages):
    seven, guide = "七天无理由退货：哪些能退，哪些不能退", "中学生消费维权指南"
    assert found(Phrase("无理由退货")) == {seven}
    assert found(And([PlainText("退货"), Not(PlainText("后悔权"))])) == {guide}
    assert found(Or([Phrase("蓝帽子"), PlainText("后悔权")])) == {seven, "保健品不是药：看懂“蓝帽子”"}
    assert found(PlainText("退货 蓝帽子", operator="or")) == {seven, guide, "保健品不是药：看懂“蓝帽子”"}
    assert found(Not(MATCH_ALL)) == set()
    assert len(found(MATCH_ALL)) == Material.objects.live().public().count()
    assert len(found(Not(PlainText("退货")))) == Material.objects.live().public().count() - 2


def test_the_order_may_be_asked_for(pages):
    by_title = [page.title for page in Material.objects.live().public().search("消费", order_by="title")]
    assert by_title == sorted(by_title)
    scores = [page.score for page in Material.objects.live().public().search("消费").annotate_score("score")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_filters_narrow_a_search(pages):
    materials = Material.objects.live().public()
    assert {p.title for p in materials.filter(topics__slug="s-online").search("退货")} == {
        "七天无理由退货：哪些能退，哪些不能退",
        "中学生消费维权指南",
    }
    assert {p.title for p in materials.filter(audiences__slug="s-elder").search("退货")} == {
        "七天无理由退货：哪些能退，哪些不能退"
    }
    assert {p.title for p in materials.filter(kind="guide").search("退货")} == {"中学生消费维权指南"}
    assert {p.title for p in NoticePage.objects.search("退货")} >= {"退货草稿不应出现"}


def test_streams_and_children_of_pages_are_indexed(pages):
    assert found("氛围") == set()
    page = LessonPage.objects.get(title="预付卡跑路了怎么办")
    page.steps.append(("step", {"title": "结尾", "body": [("text", "<p>课堂氛围热烈</p>")]}))
    page.save()
    assert found("氛围热烈") == {page.title}
    page.steps.pop()
    page.save()
    assert found("氛围") == set()


def test_children_and_topics_are_indexed_when_the_transaction_ends(pages):
    """A page writes them after the signal by which Wagtail updates the index."""
    page = NoticePage.objects.get(title="联络点开放日：买和服务一起谈")
    page.inspection_items = [InspectionItem(product="蜂王浆冻干片", finding="合格", passed=True)]
    page.topics = [Topic.objects.create(slug="s-honey", name="蜂产品专题")]
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save()
    assert found("蜂王浆") == {page.title}
    assert found("蜂产品专题") == {page.title}


def test_unpublished_moved_and_deleted_pages_follow(pages):
    page = CoursePage.objects.get(title="长辈防骗第一课")
    page.unpublish()
    assert found("长辈防骗") == set()
    page.save_revision().publish()
    assert found("长辈防骗") == {page.title}
    page.title = "爷爷奶奶防骗"
    page.save_revision().publish()
    assert found("长辈防骗") == set()
    assert found("爷爷奶奶") == {"爷爷奶奶防骗"}
    page.delete()
    assert found("爷爷奶奶") == set()


def test_the_admin_finds_pages_of_every_type(pages):
    assert [page.title for page in Page.objects.search("教案目")] == ["教案目录"]
    assert [page.title for page in Page.objects.autocomplete("课程")][:1] == ["课程目录"]
    assert {page.title for page in Page.objects.search("退货", fields=["title"])} >= {"退货草稿不应出现"}
    assert "中学生消费维权指南" not in {page.title for page in Page.objects.search("退货", fields=["title"])}
    assert [page.title for page in CourseIndexPage.objects.search("目录")] == ["课程目录"]


@pytest.mark.parametrize(
    "words",
    [
        " ".join(f"{n:060d}" for n in range(20_000)),
        "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(300_000)),
        "一" * 300_000,
        "退\0货" * 10,
    ],
    ids=["long numbers", "every character", "one character", "null bytes"],
)
def test_a_very_long_text_can_be_saved_and_found(pages, words):
    """PostgreSQL's tsvector has an end; a page must not."""
    page = CoursePage.objects.get(title="长辈防骗第一课")
    page.intro = f"<p>{words}</p>"
    get_search_backend().add(page)
    assert found("长辈防骗第一课") == {page.title}


def test_models_without_a_title_are_indexed(pages):
    term = GlossaryTerm.objects.create(term="冷静期", also="犹豫期、反悔期", explanation="<p>可以反悔的日子。</p>")
    assert [found.pk for found in get_search_backend().search("犹豫期", GlossaryTerm)] == [term.pk]
    assert [found.pk for found in get_search_backend().autocomplete("冷静", GlossaryTerm)] == [term.pk]


def test_rebuilding_the_index_gives_the_same_results(pages):
    from django.core.management import call_command

    before = {query: found(query) for query in ("退货", "消费", "12315", "黑芝麻糊")}
    call_command("update_index", verbosity=0)
    assert {query: found(query) for query in before} == before


def test_wagtail_s_own_backend_finds_none_of_it(pages):
    """The negative control: without our backend the same searches fail."""
    stock = get_search_backend("wagtail.search.backends.database")
    for model in (NoticePage, LessonPage):
        stock.add_bulk(model, list(model.objects.all()))
    for query in ("退货", "预付卡", "先行赔付", "惩罚性赔偿"):
        assert list(stock.search(query, Material)) == []


def test_this_ran_on_the_database_that_was_asked_for(pages, settings):
    assert connection.vendor in ("sqlite", "postgresql")
    assert settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == "search.backends"


@FEW
@given(text=st.text(max_size=60))
def test_any_text_can_be_searched(pages, text):
    assert len(Material.objects.live().search(text)) >= 0
