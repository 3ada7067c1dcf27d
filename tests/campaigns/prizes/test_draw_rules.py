"""What rules, sources and outcomes are refused, and why."""

import pytest

from campaigns.prizes.draw import DrawError, check_rules
from campaigns.prizes.records import conclude
from factories.draws import (
    CAMPAIGN,
    QUICKNET,
    REVEALED,
    SSQ,
    VALUES,
    announced,
    people,
    record,
    reveal_source,
    rules,
    tier,
)

LOTTERY = {"kind": "lottery", "games": [SSQ]}
THREE_DIGITS = {
    "name": "3D",
    "issue": "1",
    "groups": [{"name": "号码", "pick": "digits", "count": 3, "low": 0, "high": 9}],
}
DRAND = {"kind": "drand", "chain": QUICKNET, "round": 60_000_000}


def without(data: dict, key: str) -> dict:
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (without(rules(), "sources"), "字段不对"),
        (rules() | {"note": ""}, "字段不对"),
        (rules(limit="twice"), "文字不合格式"),
        (rules(tier(quantity=0)), "规定范围"),
        (rules(tier(quantity=True)), "规定范围"),
        (rules(tier(quantity=1.0)), "规定范围"),
        (rules(tier() | {"name": "一等\u202e奖"}), "文字不合格式"),
        (rules(tier() | {"name": "一等\n奖"}), "文字不合格式"),
        (rules(tier() | {"name": "\ud800"}), "文字不合格式"),
        (rules(tier("a", 1), tier("a", 2)), "id 重复"),
        (rules(tier("a", 1), tier("b", 1)), "rank 重复"),
        (rules(tier(levels=[(100, 99)])), "下限高于上限"),
        (rules(tier(levels=[])), "没有资格档次"),
        (rules(sources=[{"kind": "dice"}]), "种类不对"),
        (rules(sources=[["kind"]]), "种类不对"),
        (rules(sources=[]) | {"sources": []}, "列表"),
        (rules(sources=[DRAND | {"chain": "0" * 64}]), "不认识的 drand 链"),
        (rules(sources=[{"kind": "lottery", "games": [THREE_DIGITS]}]), "只有 1000 种"),
        (rules(sources=[{"kind": "lottery", "games": [THREE_DIGITS] * 2}]), "只有 1000000 种"),
        (rules(sources=[reveal_source() | {"officers": reveal_source()["officers"][:1]}]), "列表"),
        (rules(sources=[reveal_source() | {"officers": reveal_source()["officers"][:1] * 2}]), "name 重复"),
    ],
)
def test_faulty_rules_are_refused(rule, reason):
    with pytest.raises(DrawError, match=reason):
        check_rules(rule)


@pytest.mark.parametrize("games", [[SSQ], [THREE_DIGITS] * 3])
def test_a_lottery_with_enough_possible_results_is_accepted(games):
    check_rules(rules(sources=[{"kind": "lottery", "games": games}]))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"campaign": "a b"}, "文字不合格式"),
        ({"title": ""}, "文字不合格式"),
        ({"committed_at": "2026-03-15 02:00"}, "文字不合格式"),
        ({"committed_at": "2026-02-30T02:00:00Z"}, "不存在"),
    ],
)
def test_a_faulty_announcement_is_refused_before_it_is_published(changes, reason):
    with pytest.raises(DrawError, match=reason):
        announced(rules(), people(2), **changes)


def test_a_drand_round_that_is_over_cannot_be_announced():
    """Quicknet's first round was at 2023-08-23T15:09:27Z, one every three seconds; also as a second source."""
    rule = rules(sources=[LOTTERY, DRAND | {"round": 11}])
    announced(rule, people(2), committed_at="2023-08-23T15:09:56Z")
    with pytest.raises(DrawError, match="quicknet 第 11 轮随机数产生得太早"):
        announced(rule, people(2), committed_at="2023-08-23T15:09:57Z")


def test_what_replaces_the_officers_must_come_after_their_time_is_up():
    """The officers' time ends at 04:00:00Z; quicknet's round 26914612 is due then, the next one three seconds later."""
    end = 1 + (1773547200 - 1692803367) // 3
    for number in (end, end + 1):
        rule = rules(sources=[reveal_source(), DRAND | {"round": number}])
        if number > end:
            assert announced(rule, people(2))["commitment"]
        else:
            with pytest.raises(DrawError, match="产生得太早"):
                announced(rule, people(2))
    with pytest.raises(DrawError, match="揭示期限"):
        announced(rules(), people(2), committed_at="2026-03-15T04:00:00Z")


NUMBERS = [3, 7, 12, 19, 28, 33]


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        ([[NUMBERS]], "组数"),
        ([[NUMBERS, [9]]] * 2, "组数"),
        ([[NUMBERS[:5], [9]]], "红球"),
        ([[NUMBERS[::-1], [9]]], "红球"),
        ([[[3, 3, 12, 19, 28, 33], [9]]], "红球"),
        ([[[*NUMBERS[:5], 34], [9]]], "红球"),
        ([[NUMBERS, [0]]], "蓝球"),
    ],
)
def test_numbers_that_the_lottery_cannot_yield_are_refused(numbers, reason):
    with pytest.raises(DrawError, match=reason):
        record(rules(sources=[LOTTERY]), people(2), {"kind": "lottery", "numbers": numbers})


def test_digits_keep_the_order_in_which_they_were_drawn():
    """Three digits are a number: 110 is not 011. Only what is drawn as a set is written in order."""
    rule = rules(sources=[{"kind": "lottery", "games": [THREE_DIGITS] * 3}])
    seeds = {
        record(rule, people(2), {"kind": "lottery", "numbers": [[digits]] * 3})["seed"]
        for digits in ([0, 1, 1], [1, 1, 0])
    }
    assert len(seeds) == 2


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([VALUES[0], "33" * 32], "公证员揭示的数与其承诺不符"),
        (VALUES[::-1], "市局监察员揭示的数与其承诺不符"),
        ([*VALUES, "33" * 32], "与揭示人不等"),
    ],
)
def test_a_number_that_was_not_committed_to_is_refused(values, reason):
    with pytest.raises(DrawError, match=reason):
        record(rules(), people(2), {"kind": "reveal", "values": values})


def test_a_commitment_to_a_number_holds_for_one_campaign_and_one_officer():
    with pytest.raises(DrawError, match="与其承诺不符"):
        record(rules(), people(2), REVEALED, campaign=f"{CAMPAIGN}-b")


SIGNATURE = "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"
RANDOMNESS = "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"
BEACON = {"kind": "drand", "randomness": RANDOMNESS, "signature": SIGNATURE, "previous_signature": ""}
EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (REVEALED, "种类不同"),
        (BEACON | {"randomness": EMPTY_HASH}, "不是信标签名的摘要"),
        (BEACON | {"randomness": EMPTY_HASH, "signature": ""}, "长度与链不符"),
        (BEACON | {"previous_signature": SIGNATURE}, "长度与链不符"),
        (BEACON | {"signature": SIGNATURE.upper()}, "文字不合格式"),
    ],
)
def test_a_faulty_beacon_is_refused(outcome, reason):
    with pytest.raises(DrawError, match=reason):
        record(rules(sources=[DRAND]), people(2), outcome)


def test_only_a_source_of_the_rules_counts():
    with pytest.raises(DrawError, match="没有这个来源"):
        conclude(announced(rules(), people(2)), outcome=REVEALED, source=1, reason="试试")


@pytest.mark.parametrize(("source", "reason"), [(0, "首选来源并没有失败"), (1, "")])
def test_a_reason_is_given_exactly_when_the_first_source_failed(source, reason):
    rule = rules(sources=[reveal_source(), reveal_source() | {"until": "2026-03-15T06:00:00Z"}])
    with pytest.raises(DrawError, match="须写明原因"):
        conclude(announced(rule, people(2)), outcome=REVEALED, source=source, reason=reason)
