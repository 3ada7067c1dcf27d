"""Marks stand where the words stand, and nothing of the text becomes markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlight import highlight, snippet
from search.segment import query_tokens


def marked(text: str, query: str) -> str:
    return str(highlight(text, query_tokens(query)))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("七天无理由退货", "退货", "七天无理由<mark>退货</mark>"),
        ("七天无理由退货", "七天无理由退货", "<mark>七天无理由退货</mark>"),
        ("網購陷阱", "网购", "<mark>網購</mark>陷阱"),
        ("买ＡＥＤ看认证", "aed", "买<mark>ＡＥＤ</mark>看认证"),
        ("3·15晚会", "315", "<mark>3·15</mark>晚会"),
        ("标准GB 4706.1-2005", "gb4706.1", "标准<mark>GB 4706.1</mark>-2005"),
        ("消费者权益保护法第二十五条", "消法25条", "<mark>消费者权益保护法第二十五条</mark>"),
        ("第125条", "25条", "第125条"),
        ("退货，再退货", "退货", "<mark>退货</mark>，再<mark>退货</mark>"),
        ("买退货险，买", "买 退货险", "买<mark>退货</mark>险，买"),
        ("看懂“蓝帽子”", "”", "看懂“蓝帽子<mark>”</mark>"),
        ("没有这个词", "退货", "没有这个词"),
        ("", "退货", ""),
    ],
)
def test_highlight(text, query, expected):
    result = marked(text, query)
    if query == "买 退货险":  # 退货险 is one word or two, as jieba will have it; a lone 买 is not marked beside it
        assert "<mark>退货" in result
        assert not result.startswith("<mark>买")
    else:
        assert result == expected


XSS = [
    "<script>alert('退货')</script>",
    "<img src=x onerror=alert(1)>退货",
    '退货"><svg onload=alert(1)>',
    "退<b>货</b>退货",
    "&lt;script&gt;退货",
    "<mark>退货</mark>",
    "</mark><script>退货</script><mark>",
    "javascript:退货",
    "退货' onmouseover='alert(1)",
    "<退货>",
    "&退货;",
    "\u2028<退货\0>",
    "＜script＞退货＜/script＞",
]


@pytest.mark.parametrize("text", XSS)
@pytest.mark.parametrize("query", ["退货", "<script>", "mark", "&lt;", "amp", "\"'<>&", "script 退货", "<"])
def test_text_never_becomes_markup(text, query):
    for result in (marked(text, query), str(snippet(text, query_tokens(query)))):
        rest = re.sub(r"</?mark>", "", result)
        assert not set("<>\"'") & set(rest)
        assert re.fullmatch(r"(?:[^<]|<mark>[^<]+</mark>)*", result)
    assert html.unescape(re.sub(r"</?mark>", "", marked(text, query))) == text


@given(st.text(alphabet=st.sampled_from("退货七天<>&\"'/ 3·15aA１é\0"), max_size=40), st.text(max_size=10))
def test_any_text_comes_through_whole(text, query):
    assert html.unescape(re.sub(r"</?mark>", "", marked(text, query))) == text


def test_snippet_shows_where_most_words_stand():
    text = "退款。" + "无关的话。" * 60 + "合同、小票、聊天记录都是证据，退款要求书面提出。" + "还有别的。" * 60
    result = str(snippet(text, query_tokens("证据 退款")))
    assert "<mark>证据</mark>" in result
    assert "<mark>退款</mark>" in result
    assert result.startswith("…")
    assert result.endswith("…")
    assert len(result) < 150


def test_no_snippet_without_a_word():
    assert snippet("无关的话", query_tokens("退货")) == ""
    assert snippet("", query_tokens("退货")) == ""


def test_a_short_text_is_shown_whole():
    assert snippet("书面要求退款", query_tokens("退款")) == "书面要求<mark>退款</mark>"
