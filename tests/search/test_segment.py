"""The pure part: folding, numerals, tokens, words of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.segment import (
    Every,
    Has,
    article_of,
    fold,
    fold_with_origins,
    index_tokens,
    jieba,
    lines_of,
    number_of,
    phrase,
    query_tokens,
    runs,
    synonyms,
    title_core,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＥＤ　１２３１５", "aed 12315"),
        ("預付卡網購賠償發票", "预付卡网购赔偿发票"),
        ("著作權、餘額", "着作权、余额"),
        ("Café", "cafe"),
        ("e\u0301", "e"),
        ("退\0货\u200b\ufeff", "退货"),
        ("３•１５", "3·15"),
        ("①㎏½…", "1kg1⁄2..."),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("´", "´"),
        ("退\n货\t", "退 货 "),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text(), st.text())
def test_a_part_of_a_text_folds_to_a_part_of_its_folding(left, right):
    assert fold(left + right) == fold(left) + fold(right)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_folded_character_knows_where_it_came_from(text):
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert origins == sorted(origins)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("二十五", 25), ("十", 10), ("十五", 15), ("五十五", 55), ("一百零四", 104), ("一百四十八", 148), ("两千", 2000), ("25", 25), ("百", 100), ("〇", 0)],
)  # fmt: skip
def test_number_of(numeral, value):
    assert number_of(numeral) == value
    assert article_of(f"第{numeral}条") == article_of(f"{numeral}条") == value


def test_runs():
    assert list(runs("消法第二十五条:3·15打12315 aed_x")) == [
        ("han", "消法"),
        ("article", "第二十五条"),
        ("sign", ":"),
        ("latin", "3·15"),
        ("han", "打"),
        ("latin", "12315"),
        ("latin", "aed_x"),
    ]


def test_words_of_the_field_stay_whole():
    for word in ("联络点", "七天无理由", "预付卡", "先行赔付", "惩罚性赔偿", "大数据杀熟"):
        assert [piece.text for piece in query_tokens(f"上海{word}指南")].count(word) == 1
    for line in lines_of("dictionary.txt"):
        assert jieba().has_word(fold(line))


def test_a_document_s_tokens():
    tokens = index_tokens("消费者买AED：3·15")
    assert {"w消费者", "w消费", "waed", "w315", "w3", "w15", "g消", "g消费", "g费者", "g者买"} <= set(tokens)
    assert not {"laed", "lae", "l31", "g:"} & set(tokens)
    assert len(tokens) == len(set(tokens))
    assert {"la", "lae", "led", "l31", "l15"} <= set(index_tokens("AED：3·15", short=True))
    assert "m退货" in index_tokens("退货，退货，还是退货")
    assert "m退货" not in index_tokens("退货，退货")


def test_signs_do_not_join_what_they_part():
    assert "g货哪" not in index_tokens("退货：哪些")
    assert "g货哪" not in index_tokens("退货 哪些")


def test_tokens_survive_every_tokenizer():
    for token in index_tokens("𠮷野家😀ё“が·'\"\\:*&|!()<>", short=True):
        assert all((c.isascii() and c.isalnum()) or "\u3400" <= c <= "\u9fcc" or c == "\ue000" for c in token)


def test_words_of_a_query():
    assert [word.text for word in query_tokens("预付卡怎么退款？")] == ["预付卡", "退款"]
    assert [word.text for word in query_tokens("怎么办")] == ["怎么办"]
    assert [word.text for word in query_tokens("“：”")] == ["“", ":", "”"]
    assert [word.text for word in query_tokens("退货 退货")] == ["退货"]
    assert query_tokens(" \0 ") == []
    assert query_tokens("退货")[0].found == Has("g退货")
    assert query_tokens("退")[0].found == Has("g退")
    assert query_tokens("联络点")[0].found == Every((Has("g联络"), Has("g络点")))
    assert phrase("：") == Has("s\ue00000003a")
    assert phrase(" ") is None


def test_a_long_query_is_cut():
    assert len(query_tokens("".join(f"词{n} " for n in range(10_000)))) <= 12


def test_synonyms_go_both_ways():
    assert set(synonyms()["消法"]) == set(synonyms()["消费者权益保护法"])
    assert query_tokens("消法")[0].spellings[0] == "消法"


def test_title_core():
    assert title_core("3·15晚会：“神药”") == "315晚会神药"
    assert title_core("：") == ""
