"""Prizes that nobody claims: places that go to the reserves, and draws anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.prizes.draw import DrawError, main, record_text, sha256, verify
from campaigns.prizes.records import announce, conclude, promote
from factories.draws import CAMPAIGN, COMMITTED_AT, REVEALED, file, line, people, record, reveal_source, rules, tier

TIERS = (tier("first", 1, 1, 1, [(100, 100)]), tier("second", 2, 2, 1, [(90, 100)]))
LIST = [line(number, number // 2, 90 + number % 11) for number in range(40)]


def finished(unclaimed: str = "reserves", common: int = 3) -> dict:
    return record(rules(*TIERS, unclaimed=unclaimed, common=common), LIST)


def gone(*places: dict, reason: str = "unclaimed") -> list[dict]:
    return [{"entry": place["entry"], "reason": reason} for place in places]


def reseal(changed: dict) -> dict:
    return changed | {"digest": sha256("".join(record_text(changed)).encode()).hexdigest()}


def redrawn(before: dict, vacated: list[dict], quantity: int = 1, **rule_changes) -> dict:
    tiers = [TIERS[1] | {"quantity": quantity, "reserves": 0}]
    rule = before["rules"] | {"tiers": tiers, "sources": [reveal_source()]} | rule_changes
    arguments = {"campaign": CAMPAIGN, "title": before["title"], "committed_at": COMMITTED_AT, "lines": LIST}
    return conclude(announce(rules=rule, follows=before, vacated=vacated, **arguments), outcome=REVEALED)


def test_the_reserve_of_the_same_prize_comes_first_and_then_the_common_one():
    before = finished()
    first, second, third = before["winners"]
    own, common = before["reserves"][1], before["reserves"][2:]
    after = promote(before, gone(second, third))
    assert verify(file(after), file(before)).failure == ""
    heirs = after["winners"]
    assert heirs[0] == first
    assert [heir["entry"] for heir in heirs[1:]] == [own["entry"], common[0]["entry"]]
    assert [(heir["tier"], heir["place"]) for heir in heirs] == [("first", 1), ("second", 1), ("second", 2)]
    assert after["reserves"] == [before["reserves"][0], *common[1:]]
    assert after["excluded"] == sorted({second["person"], third["person"]})


def test_a_common_reserve_below_the_level_of_the_prize_is_passed_over():
    """The common reserves stand in the order of their tickets; the first of them that may have the prize gets it."""
    rule = rules(tier(quantity=1, levels=[(100, 100)]), common=7)
    entries = people(4) + [line(name, name, 99) for name in "abcd"]
    draws = (record(rule, entries, title=f"第 {number} 场") for number in range(50))
    before = next(one for one in draws if one["reserves"][0]["level"] == 99)
    common = [place for place in before["reserves"] if place["level"] == 100]
    after = promote(before, gone(*before["winners"]))
    assert [place["entry"] for place in after["winners"]] == [common[0]["entry"]]
    nobody = promote(before, gone(*before["winners"], *common))
    assert (nobody["winners"], nobody["vacant"]) == ([], [{"tier": "first", "quantity": 1}])


def test_a_prize_without_reserves_left_stays_vacant():
    before = record(rules(tier(quantity=3, reserves=1)), people(4))
    after = promote(before, gone(*before["winners"][:2], reason="declined"))
    assert (len(after["winners"]), after["reserves"]) == (2, [])
    assert after["vacant"] == [{"tier": "first", "quantity": 1}]
    assert verify(file(after), file(before)).failure == ""


def test_one_succession_follows_another():
    before = record(rules(tier(quantity=2, reserves=3)), people(8))
    one = promote(before, gone(before["winners"][0]))
    two = promote(one, gone(one["winners"][0], one["reserves"][0]))
    assert two["winners"][0]["entry"] == before["reserves"][2]["entry"]
    assert len(two["excluded"]) == 3
    assert verify(file(two), file(one)).failure == ""
    assert verify(file(two), file(before)).failure == "衔接:不是所写的上一份记录"


@given(st.sets(st.integers(0, 7)), st.integers(0, 4))
def test_nobody_gains_or_keeps_a_place_that_they_lost(numbers, common):
    before = record(rules(tier("a", 1, 3, 1), tier("b", 2, 2, 0), common=common), people(9))
    places = before["winners"] + before["reserves"]
    lost = [places[number] for number in numbers if number < len(places)]
    after = promote(before, gone(*lost))
    now = [place["entry"] for place in after["winners"] + after["reserves"]]
    assert len(set(now)) == len(now)
    assert set(now) == {place["entry"] for place in places} - {place["entry"] for place in lost}
    assert len(after["winners"]) + sum(item["quantity"] for item in after["vacant"]) == 5
    assert verify(file(after), file(before)).failure == ""


def test_a_new_draw_leaves_out_all_who_won_before():
    before = finished("redraw")
    after = redrawn(before, gone(*before["winners"][1:]), quantity=2)
    assert verify(file(after), file(before)).failure == ""
    assert after["excluded"] == sorted(place["person"] for place in before["winners"])
    assert not {place["person"] for place in after["winners"]} & set(after["excluded"])
    assert after["seed"] != before["seed"]
    third = redrawn(after, gone(after["winners"][0]))
    assert set(after["excluded"]) < set(third["excluded"])
    assert verify(file(third), file(after)).failure == ""


def test_a_new_draw_after_the_reserves_ran_out():
    before = finished("reserves_then_redraw", common=0)
    used_up = promote(before, gone(*before["winners"][1:]))
    assert used_up["vacant"] == [{"tier": "second", "quantity": 1}]
    after = redrawn(used_up, [])
    assert verify(file(after), file(used_up)).failure == ""
    assert not {place["person"] for place in after["winners"]} & {place["person"] for place in before["winners"]}


@pytest.mark.parametrize("unclaimed", ["forfeit", "reserves", "reserves_then_redraw"])
def test_a_new_draw_against_the_rules_is_refused(unclaimed):
    before = finished(unclaimed)
    with pytest.raises(DrawError, match="不允许此时"):
        redrawn(before, gone(before["winners"][1]))


def test_reserves_come_before_a_new_draw_also_for_prizes_that_found_nobody():
    """A succession, be it an empty one, is what says that the reserves had their turn."""
    many = tier("first", 1, 9, 0, [(100, 100)])
    before = record(rules(many, unclaimed="reserves_then_redraw"), LIST)
    again = [many | {"quantity": before["vacant"][0]["quantity"]}]
    with pytest.raises(DrawError, match="不允许此时"):
        redrawn(before, [], tiers=again)
    assert redrawn(promote(before, []), [], tiers=again)["vacant"] == before["vacant"]


@pytest.mark.parametrize("unclaimed", ["forfeit", "redraw"])
def test_reserves_against_the_rules_are_refused(unclaimed):
    before = finished(unclaimed)
    with pytest.raises(DrawError, match="没有规定由候补递补"):
        promote(before, gone(before["winners"][0]))


def test_a_new_draw_gives_no_more_and_no_other_prizes():
    before = finished("redraw")
    vacated = gone(before["winners"][1])
    refused = [
        ({"quantity": 2}, "名额多于空出的"),
        ({"tiers": [TIERS[0] | {"reserves": 0}]}, "名额多于空出的"),
        ({"tiers": [TIERS[1] | {"quantity": 1, "name": "特等奖"}]}, "奖项被改动"),
        ({"tiers": [TIERS[1] | {"quantity": 1, "levels": [[0, 100]]}]}, "奖项被改动"),
        ({"tiers": [tier("third", 3)]}, "奖项被改动"),
        ({"person_limit": "once_per_tier"}, "规则被改动"),
        ({"unclaimed": "forfeit"}, "规则被改动"),
    ]
    for changes, reason in refused:
        with pytest.raises(DrawError, match=reason):
            redrawn(before, vacated, **changes)


def test_only_places_that_were_held_can_fall_vacant():
    before = finished()
    nobody = [{"entry": LIST[0][:64], "reason": "unclaimed"}]
    assert nobody[0]["entry"] not in {place["entry"] for place in before["winners"] + before["reserves"]}
    with pytest.raises(DrawError, match="不在上一份记录里"):
        promote(before, nobody)
    with pytest.raises(DrawError, match="重复"):
        promote(before, gone(before["winners"][0], before["winners"][0]))


def test_a_changed_follow_up_fails_even_with_a_digest_that_fits():
    before = finished()
    after = promote(before, gone(before["winners"][2]))
    changes = [
        {"title": "另一场"},
        {"count": after["count"] + 1},
        {"excluded": []},
        {"vacated": []},
        {"winners": before["winners"]},
        {"reserves": before["reserves"]},
        {"rules": after["rules"] | {"unclaimed": "reserves_then_redraw"}},
        {"previous": "0" * 64},
        {"previous": ""},
    ]
    for change in changes:
        assert verify(file(reseal(after | change)), file(before)).failure, change


def test_a_first_draw_excludes_nobody():
    before = finished()
    assert (
        verify(file(reseal(before | {"excluded": [before["winners"][0]["person"]]}))).failure == "衔接:缺少上一份记录"
    )


def test_without_the_record_before_a_succession_cannot_be_checked(tmp_path, capsys):
    before = finished("redraw")
    again = redrawn(before, gone(before["winners"][1]))
    assert "与上一份记录的衔接" in verify(file(again)).remaining[0]
    before = finished()
    after = promote(before, gone(before["winners"][1]))
    for name, one in (("before", before), ("after", after)):
        (tmp_path / name).write_bytes(file(one))
    assert main(["verify", str(tmp_path / "after")]) == 1
    assert "须用 --previous" in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "after"), "--previous", str(tmp_path / "before")]) == 0
