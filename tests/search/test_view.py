"""The search page and the suggestions."""

import re

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from education.models import ChapterPage, GuidePage, NoticeIndexPage, NoticePage, Topic

SEVEN = "七天无理由退货：哪些能退，哪些不能退"
GUIDE = "中学生消费维权指南"


@pytest.fixture
def ask(pages, client):
    """GET the search page; returns the response."""

    def get(**params):
        response = client.get("/search/", params)
        assert response.status_code == 200
        return response

    return get


def titles(response) -> list[str]:
    return [result.page.title for result in response.context["found"]]


def test_address():
    assert reverse("search") == "/search/"
    assert reverse("search-suggest") == "/search/suggest/"


def test_results_are_marked_and_linked(ask, pages):
    response = ask(q="退货")
    text = response.content.decode()
    assert titles(response) == [SEVEN, GUIDE]
    assert "七天无理由<mark>退货</mark>：哪些能退" in text
    assert f'href="{pages[SEVEN].get_url()}"' in text
    assert "七天内可以<mark>退货</mark>" in text  # the snippet of a page whose title and summary do not show the word
    assert 'value="退货"' in text


def test_nothing_asked_offers_topics(ask):
    response = ask()
    assert "found" not in response.context
    assert "?topic=s-health" in response.content.decode()


def test_filters_narrow_and_count(ask):
    response = ask(q="退货")
    counts = {
        facet.name: {choice.label: choice.count for choice in facet.choices} for facet in response.context["filters"]
    }
    assert counts == {
        "type": {"指南": 1, "消费提示与公告": 1},
        "topic": {"网络购物": 2, "法律": 2},
        "audience": {"老年人": 1, "初中": 2},
    }
    assert titles(ask(q="退货", type="guide")) == [GUIDE]
    assert titles(ask(q="退货", audience="s-elder")) == [SEVEN]
    assert titles(ask(q="退货", topic="s-law", type="notice")) == [SEVEN]
    assert titles(ask(q="退货", topic="no-such-topic")) == [SEVEN, GUIDE]
    assert "清除筛选" in ask(q="退货", topic="s-prepaid").content.decode()


def test_a_filter_alone_lists_materials(ask):
    response = ask(topic="s-prepaid")
    assert set(titles(response)) == {"长辈防骗第一课", "预付卡跑路了怎么办"}


def test_filter_links_keep_the_query_and_take_back_a_choice(ask):
    response = ask(q="退货 商品", type="guide")
    links = [choice.url for facet in response.context["filters"] for choice in facet.choices if choice.selected]
    assert links == ["?q=%E9%80%80%E8%B4%A7+%E5%95%86%E5%93%81"]
    assert '<input type="hidden" name="type" value="guide">' in response.content.decode()


def test_pages_of_results_keep_the_query(ask, pages):
    parent = NoticeIndexPage.objects.get(title="公告目录")
    for number in range(25):
        parent.add_child(
            instance=NoticePage(title=f"翻页测试{number}", slug=f"many-{number}", summary="第", date="2026-03-01")
        )
    first, second = ask(q="翻页测试"), ask(q="翻页测试", page="2")
    assert len(titles(first)) == 20
    assert len(titles(second)) == 5
    assert not set(titles(first)) & set(titles(second))
    assert "?q=%E7%BF%BB%E9%A1%B5%E6%B5%8B%E8%AF%95&amp;page=2" in first.content.decode()
    assert titles(ask(q="翻页测试", page="99")) == titles(second)
    assert titles(ask(q="翻页测试", page="x")) == titles(first)


def test_empty_state_offers_fewer_words_topics_and_the_hotline(ask):
    response = ask(q="黑芝麻糊 和服")
    text = response.content.decode()
    assert titles(response) == []
    assert response.context["fewer"] == ["黑芝麻糊", "和服"]
    assert "少用几个词" in text
    assert "tel:12315" in text
    assert "?topic=s-health" in text
    assert ask(q="火星移民").context["fewer"] == []


def test_a_long_query_is_cut(ask):
    response = ask(q="退货" * 300)
    assert response.context["query"] == "退货" * 50


@pytest.mark.parametrize(
    "query",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "退货<b>", "退\0货", "' OR 1=1", "😀", "{{ 7*7 }}"],
)
def test_the_query_never_becomes_markup(ask, query):
    text = ask(q=query).content.decode()
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "退货<b>" not in text
    assert "\0" not in text


def test_titles_and_summaries_never_become_markup(ask, pages):
    page = NoticePage.objects.get(pk=pages["和服租赁要看押金条款"].pk)
    page.title, page.summary = "<script>alert('和服')</script>", "<img src=x onerror=alert('和服')>"
    page.save()
    text = ask(q="和服").content.decode()
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "&lt;script&gt;" in text


def test_no_inline_script_or_style(ask):
    text = ask(q="退货").content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)


def test_drafts_and_private_pages_stay_out(ask, pages):
    text = ask(q="退货").content.decode()
    assert "不应出现" not in text
    PageViewRestriction.objects.create(page=pages["公告目录"], restriction_type=PageViewRestriction.LOGIN)
    assert titles(ask(q="退货")) == [GUIDE]


def test_teachers_notes_are_not_quoted(ask, pages):
    guide = GuidePage.objects.get(title=GUIDE)
    section = {
        "title": "退货小节",
        "anchor": "returns",
        "body": [("teacher_note", "<p>班会机密提示</p>"), ("text", "<p>班会讨论退货。</p>")],
    }
    guide.add_child(instance=ChapterPage(title="第三章", slug="three", summary="章", sections=[("section", section)]))
    text = ask(q="班会").content.decode()
    assert "机密提示" not in text
    assert "<mark>班会</mark>讨论退货" in text


def test_the_number_of_queries_does_not_grow(ask, pages, django_assert_max_num_queries):
    parent = NoticeIndexPage.objects.get(title="公告目录")
    for number in range(18):
        page = parent.add_child(
            instance=NoticePage(title=f"查询次数{number}", slug=f"count-{number}", summary="第", date="2026-03-01")
        )
        page.topics = list(Topic.objects.all()[:2])
        page.save()
    ask(q="查询次数")
    with django_assert_max_num_queries(24):
        ask(q="查询次数")


def test_search_is_not_kept_in_the_page_cache(ask):
    response = ask(q="退货")
    assert "private" in response["Cache-Control"]
    assert not response.has_header("X-Page-Cache") or response["X-Page-Cache"] == "miss"
    assert "private" in ask(q="退货")["Cache-Control"]


def test_suggestions(pages, client):
    response = client.get("/search/suggest/", {"q": "七天"})
    assert response["Content-Type"] == "application/json"
    assert response.json() == {
        "suggestions": [{"title": SEVEN, "url": pages[SEVEN].get_url(), "kind": "消费提示与公告"}]
    }


def test_at_most_eight_suggestions(pages, client):
    parent = NoticeIndexPage.objects.get(title="公告目录")
    for number in range(12):
        parent.add_child(
            instance=NoticePage(title=f"建议测试{number}", slug=f"some-{number}", summary="第", date="2026-03-01")
        )
    assert len(client.get("/search/suggest/", {"q": "建议"}).json()["suggestions"]) == 8


@pytest.mark.parametrize("query", ["", " ", "\0", '"', "NEAR(", "退货" * 5000, "😀", "不应出现"])
def test_odd_suggestions(pages, client, query):
    suggestions = client.get("/search/suggest/", {"q": query}).json()["suggestions"]
    assert isinstance(suggestions, list)
    assert not any("不应出现" in suggestion["title"] for suggestion in suggestions)


def test_only_reading_is_allowed(client, db):
    assert client.post("/search/").status_code == 405
    assert client.post("/search/suggest/").status_code == 405
