"""The verifiable prize draw: winners as a pure function of a published list, published rules and a public seed.

    python draw.py verify RECORD.json [--previous EARLIER.json] [--commitment HEX] [--json]

Standard library only and complete in this one file: whoever doubts a draw needs nothing but it and the record.
The method in words, with a worked example and what it can't prove: docs/algorithms/draw.md.
Hashes are SHA-256 as 64 lower-case hexadecimal digits; times are UTC; a level is a whole number (a class of scores).
"""

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

FORMAT = "mingbai-draw/1"
MAX_INT = 2**53 - 1  # beyond it JSON readers disagree (RFC 8785)
MIN_OUTCOMES = 2**24  # a lottery with fewer possible results could be aimed at by trying salts (docs: remaining trust)
TOP = 10**7


@dataclass(frozen=True)
class Chain:
    """A drand chain as its /info states it: first round (Unix time), seconds between rounds; sizes in bytes."""

    name: str
    genesis: int
    period: int
    signature: int
    previous_signature: int


# The chains accepted. Whether the network signed is checked by beacon.py: pairings are not in the standard library.
CHAINS = {
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": Chain("quicknet", 1692803367, 3, 48, 0),
    "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": Chain("default", 1595431050, 30, 96, 96),
}


class DrawError(ValueError):
    """Why a list, a rule or a record is refused: a sentence for people."""


# Form of the data: a pattern for strings, (low, high) for integers, Many for lists, Either for variants, dict for dicts.


@dataclass(frozen=True)
class Many:
    item: object
    low: int = 0
    high: int = TOP


@dataclass(frozen=True)
class Either:
    """A dict whose `key` says which of the forms it has."""

    key: str
    forms: dict


HEX, LINE = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{64} (?:[0-9a-f]{64}|-) (?:0|[1-9][0-9]{0,5})")
BYTES, SLUG = re.compile(r"(?:[0-9a-f]{2}){0,96}"), re.compile(r"\w[\w-]{0,99}")
TEXT = re.compile(r"[^\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]{1,500}")  # no controls, no hidden direction
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
RANGES = Many(Many((0, 999_999), 2, 2), 0, 20)
NUMBERS = {"name": TEXT, "pick": re.compile("set|digits"), "count": (1, 100), "low": (0, 9999), "high": (0, 9999)}
SOURCE = Either("kind", {
    "drand": {"kind": TEXT, "chain": HEX, "round": (1, MAX_INT)},
    "lottery": {"kind": TEXT, "games": Many({"name": TEXT, "issue": TEXT, "groups": Many(NUMBERS, 1, 9)}, 1, 9)},
    "reveal": {"kind": TEXT, "until": TIME, "officers": Many({"name": TEXT, "commitment": HEX}, 2, 9)},
})  # fmt: skip
OUTCOME = Either("kind", {
    "drand": {"kind": TEXT, "randomness": HEX, "signature": BYTES, "previous_signature": BYTES},
    "lottery": {"kind": TEXT, "numbers": Many(Many(Many((0, 9999), 1, 100), 1, 9), 1, 9)},
    "reveal": {"kind": TEXT, "values": Many(HEX, 2, 9)},
})  # fmt: skip
TIER = {"id": SLUG, "name": TEXT, "rank": (1, 999), "quantity": (1, TOP), "reserves": (0, TOP), "levels": RANGES}
RULES = {
    "person_limit": re.compile("once|highest|once_per_tier|entry"),
    "unclaimed": re.compile("forfeit|reserves|redraw|reserves_then_redraw"),
    "tiers": Many(TIER, 1, 100),
    "reserve": {"quantity": (0, TOP), "levels": RANGES},
    "sources": Many(SOURCE, 1, 3),
}
PLACE = {"tier": re.compile(r"|\w[\w-]{0,99}"), "place": (1, TOP), "entry": HEX, "person": re.compile("[0-9a-f]{64}|-")}
PLACE |= {"level": (0, 999_999), "ticket": HEX}
HEAD = {"format": re.compile(re.escape(FORMAT)), "kind": re.compile("draw|succession"), "campaign": SLUG, "title": TEXT}
HEAD |= {"previous": re.compile("|[0-9a-f]{64}"), "rules": RULES, "count": (0, TOP), "root": HEX}
HEAD |= {"vacated": Many({"entry": HEX, "reason": re.compile("unclaimed|declined|ineligible")}), "excluded": Many(HEX)}
SEEDING = {"committed_at": TIME, "rules_digest": HEX, "commitment": HEX}
SEEDING |= {"seed_data": {"source": (0, 2), "reason": re.compile(f"|{TEXT.pattern}"), "outcome": OUTCOME}}
SEEDING |= {"evidence": Many(TEXT, 0, 20), "seed": HEX}
RESULT = {"winners": Many(PLACE), "reserves": Many(PLACE), "vacant": Many({"tier": SLUG, "quantity": (1, TOP)})}
RECORD = Either("kind", {
    "draw": HEAD | SEEDING | RESULT | {"entries": Many(LINE), "digest": HEX},
    "succession": HEAD | RESULT | {"digest": HEX},
})  # fmt: skip
LISTS = ("vacated", "excluded", "winners", "reserves", "entries")  # one item a line in the file


def check_form(value: object, form: object, where: str = "记录") -> None:
    """Raise DrawError unless `value` has exactly this form: no field missing, none too many, no other type."""
    match form:
        case Either():
            kind = value.get(form.key) if isinstance(value, dict) else None
            _demand(isinstance(kind, str) and kind in form.forms, f"{where}:种类不对")
            check_form(value, form.forms[kind], where)
        case dict():
            _demand(isinstance(value, dict) and value.keys() == form.keys(), f"{where}:字段不对")
            for key, inner in form.items():
                check_form(value[key], inner, f"{where}.{key}")
        case Many():
            _demand(isinstance(value, list) and form.low <= len(value) <= form.high, f"{where}:不是规定长度的列表")
            if isinstance(form.item, re.Pattern):  # a million lines
                fine = all(type(item) is str for item in value) and all(map(form.item.fullmatch, value))
                _demand(fine, f"{where}:文字不合格式")
                return
            for item in value:
                check_form(item, form.item, where)
        case tuple():
            _demand(type(value) is int and form[0] <= value <= form[1], f"{where}:数不在规定范围")
        case _:
            _demand(isinstance(value, str) and form.fullmatch(value) is not None, f"{where}:文字不合格式")


def _demand(condition: bool, message: str) -> None:
    if not condition:
        raise DrawError(message)


# Hashes


def canonical(value: object) -> str:
    """JSON as RFC 8785 writes it, for our subset: dicts with ASCII keys, lists, strings, integers."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tagged_hash(tag: str, *parts: str) -> str:
    """SHA-256 over the tag and the parts, each after its length in 8 bytes: no two inputs read the same."""
    return sha256(_framed(f"{FORMAT}/{tag}", *parts)).hexdigest()


def _framed(*parts: str) -> bytes:
    return b"".join(len(raw).to_bytes(8) + raw for raw in (part.encode() for part in parts))


def merkle_root(leaves: Iterable[bytes]) -> str:
    """The Merkle tree hash of RFC 6962 section 2.1; an odd last node moves up as it is, which gives the same tree."""
    level = [sha256(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        paired = [sha256(b"\1" + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=False)]
        level = paired + level[len(paired) * 2 :]
    return (level[0] if level else sha256(b"").digest()).hex()


# Before the seed: list, rules, commitment


def freeze(lines: Iterable[str], person_limit: str) -> list[str]:
    """The list in its published order: lines "entry person level", sorted by entry; person is "-" where no rule asks."""
    ordered = list(lines)
    check_form(ordered, Many(LINE), "名单")
    ordered.sort()
    for earlier, later in pairwise(ordered):
        if earlier[:64] == later[:64]:
            raise DrawError(f"名单:参与码 {later[:64]} 重复")
    anonymous = person_limit == "entry"
    _demand(all((line[65] == "-") == anonymous for line in ordered), "名单:参与人代号与规则不符")
    return ordered


def list_root(lines: list[str]) -> str:
    return merkle_root(line.encode() for line in lines)


def check_rules(rules: dict) -> None:
    """Raise DrawError unless the draw can be made by these rules alone. Their form: RULES; meaning: docs."""
    check_form(rules, RULES, "规则")
    for name in ("id", "rank"):
        values = [tier[name] for tier in rules["tiers"]]
        _demand(len(set(values)) == len(values), f"规则:奖项的 {name} 重复")
    for holder in (*rules["tiers"], rules["reserve"]):
        _demand(all(low <= high for low, high in holder["levels"]), "规则:资格档次的下限高于上限")
        _demand(bool(holder["levels"]) or holder.get("id") is None, "规则:奖项没有资格档次")
    for source in rules["sources"]:
        _check_source(source)


def _check_source(source: dict) -> None:
    if source["kind"] == "drand":
        _demand(source["chain"] in CHAINS, "规则:不认识的 drand 链")
    elif source["kind"] == "lottery":
        outcomes = math.prod(_outcomes(group) for game in source["games"] for group in game["groups"])
        _demand(outcomes >= MIN_OUTCOMES, f"规则:彩票的可能结果只有 {outcomes} 种,至少要 {MIN_OUTCOMES} 种")
    else:
        for name in ("name", "commitment"):
            values = {officer[name] for officer in source["officers"]}
            _demand(len(values) == len(source["officers"]), f"规则:揭示人的 {name} 重复")


def _outcomes(group: dict) -> int:
    span = group["high"] - group["low"] + 1
    return math.comb(max(span, 0), group["count"]) if group["pick"] == "set" else max(span, 0) ** group["count"]


def rules_digest(rules: dict) -> str:
    return tagged_hash("rules", canonical(rules))


COMMITTED = ("campaign", "committed_at", "count", "excluded", "previous", "root", "rules_digest", "title", "vacated")


def commitment_digest(record: dict) -> str:
    """The one figure that is published before the seed exists; it binds the list, the rules and who is excluded."""
    return tagged_hash("commitment", canonical({key: record[key] for key in COMMITTED}))


# The seed


def draw_seed(record: dict) -> str:
    """The seed of a record, after checking what its source yielded. Nothing chosen after the commitment enters it."""
    data, sources = record["seed_data"], record["rules"]["sources"]
    _demand(data["source"] < len(sources), "种子:没有这个来源")
    _demand(bool(data["reason"]) == (data["source"] > 0), "种子:启用备用来源须写明原因,首选来源则不写")
    source, outcome = sources[data["source"]], data["outcome"]
    check_times(record)
    _demand(source["kind"] == outcome["kind"], "种子:来源与结果的种类不同")
    check = {"drand": _drand_result, "lottery": _lottery_result, "reveal": _reveal_result}[source["kind"]]
    return tagged_hash("seed", record["commitment"], str(data["source"]), check(source, outcome, record))


def check_times(record: dict) -> None:
    """Raise DrawError if a drand round that the rules name could be known at the commitment, or before the officers'
    time for revealing is up: then the last of them could choose between two known results.
    """
    latest = _unix_time(record["committed_at"])
    for source in record["rules"]["sources"]:
        if source["kind"] == "reveal":
            _demand(_unix_time(source["until"]) > latest, "种子:揭示期限不在承诺之后")
            latest = _unix_time(source["until"])
        elif source["kind"] == "drand":
            chain = CHAINS[source["chain"]]
            due = chain.genesis + (source["round"] - 1) * chain.period
            _demand(due > latest, f"种子:{chain.name} 第 {source['round']} 轮随机数产生得太早,可能已为人知")


def _unix_time(time: str) -> float:
    try:
        return datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError as error:
        raise DrawError(f"时间 {time} 不存在") from error


def _drand_result(source: dict, outcome: dict, record: dict) -> str:
    chain, signature = CHAINS[source["chain"]], bytes.fromhex(outcome["signature"])
    _demand(outcome["randomness"] == sha256(signature).hexdigest(), "种子:随机数不是信标签名的摘要")
    sizes = len(signature), len(outcome["previous_signature"]) // 2
    _demand(sizes == (chain.signature, chain.previous_signature), "种子:信标签名的长度与链不符")
    return outcome["randomness"]


def _lottery_result(source: dict, outcome: dict, _record: dict) -> str:
    games, results = source["games"], outcome["numbers"]
    _demand([len(game["groups"]) for game in games] == [len(result) for result in results], "种子:彩票号码组数不符")
    for game, result in zip(games, results, strict=True):
        for group, numbers in zip(game["groups"], result, strict=True):
            proper = len(numbers) == group["count"] and all(group["low"] <= n <= group["high"] for n in numbers)
            ordered = group["pick"] == "digits" or all(one < next_one for one, next_one in pairwise(numbers))
            _demand(proper and ordered, f"种子:{game['name']}的{group['name']}不是规则写明的号码")
    return canonical(results)


def reveal_commitment(campaign: str, name: str, value: str) -> str:
    """What an officer publishes before the list is frozen; `value` is 32 random bytes as hexadecimal digits."""
    return tagged_hash("reveal", campaign, name, value)


def _reveal_result(source: dict, outcome: dict, record: dict) -> str:
    officers, values = source["officers"], outcome["values"]
    _demand(len(officers) == len(values), "种子:揭示的数与揭示人不等")
    for officer, value in zip(officers, values, strict=True):
        right = reveal_commitment(record["campaign"], officer["name"], value) == officer["commitment"]
        _demand(right, f"种子:{officer['name']}揭示的数与其承诺不符")
    return canonical(values)


# The draw


class _Urn:
    """The entries in the order of their tickets, and who holds a place already."""

    def __init__(self, lines: list[str], rules: dict, seed: str, excluded: Iterable[str]):
        prefix = _framed(f"{FORMAT}/ticket", seed) + (64).to_bytes(8)
        self.lines, self.limit, self.excluded = lines, rules["person_limit"], set(excluded)
        self.tickets = [sha256(prefix + line[:64].encode()).digest() for line in lines]
        self.order = sorted(range(len(lines)), key=self.tickets.__getitem__)  # stable: equal tickets by entry
        self.levels = [int(line[line.rindex(" ") :]) for line in lines]
        self.used: set[int] = set()
        self.held: set[str] = set()
        self.ranked: dict[tuple[int, int], list[int]] = {}

    def eligible(self, low: int, high: int) -> list[int]:
        """The entries of these levels in the order of their tickets."""
        if (low, high) not in self.ranked:
            self.ranked[low, high] = [index for index in self.order if low <= self.levels[index] <= high]
        return self.ranked[low, high]

    def take(self, tier: str, quantity: int, ranges: list[list[int]]) -> list[dict]:
        """The next `quantity` places of a tier: all of the first range of levels before any of the second."""
        places: list[dict] = []
        for low, high in ranges if quantity else ():
            for index in self.eligible(low, high):
                entry, person, _level = self.lines[index].split(" ")
                holder = {"entry": entry, "once_per_tier": f"{tier} {person}"}.get(self.limit, person)
                banned = (entry if self.limit == "entry" else person) in self.excluded
                if banned or index in self.used or holder in self.held:
                    continue
                self.used.add(index)
                self.held.add(holder)
                place = {"tier": tier, "place": len(places) + 1, "entry": entry, "person": person}
                places.append(place | {"level": self.levels[index], "ticket": self.tickets[index].hex()})
                if len(places) == quantity:
                    return places
        return places


def draw(lines: list[str], rules: dict, seed: str, excluded: Iterable[str] = ()) -> dict:
    """{"winners", "reserves", "vacant"} of a frozen list. Highest rank first where the highest prize is kept."""
    urn, tiers = _Urn(lines, rules, seed, excluded), rules["tiers"]
    sequence = sorted(tiers, key=lambda tier: tier["rank"]) if rules["person_limit"] == "highest" else tiers
    won = {tier["id"]: urn.take(tier["id"], tier["quantity"], tier["levels"]) for tier in sequence}
    spare = {tier["id"]: urn.take(tier["id"], tier["reserves"], tier["levels"]) for tier in sequence}
    missing = {tier["id"]: tier["quantity"] - len(won[tier["id"]]) for tier in tiers}
    return {
        "winners": [place for tier in tiers for place in won[tier["id"]]],
        "reserves": [place for tier in tiers for place in spare[tier["id"]]]
        + urn.take("", rules["reserve"]["quantity"], rules["reserve"]["levels"]),
        "vacant": [{"tier": tier, "quantity": quantity} for tier, quantity in missing.items() if quantity],
    }


# After the draw: prizes that nobody claims


def holders(record: dict) -> set[str]:
    """Whoever may not win again in a new draw: all who were excluded or won before, also those who lost the prize."""
    key = "entry" if record["rules"]["person_limit"] == "entry" else "person"
    return {place[key] for place in record["winners"]} | set(record["excluded"])


def succeed(previous: dict, vacated: list[dict]) -> dict:
    """{"winners", "reserves", "vacant"} after the vacated places went to the reserves: the tier's own, then the common."""
    gone = {item["entry"] for item in vacated}
    spare = [place for place in previous["reserves"] if place["entry"] not in gone]
    levels = {tier["id"]: tier["levels"] for tier in previous["rules"]["tiers"]}
    vacant = Counter({item["tier"]: item["quantity"] for item in previous["vacant"]})
    winners = []
    for place in previous["winners"]:
        if place["entry"] in gone:
            own = [heir for heir in spare if heir["tier"] == place["tier"]]
            common = [heir for heir in spare if not heir["tier"] and _fits(heir, levels[place["tier"]])]
            if not own and not common:
                vacant[place["tier"]] += 1
                continue
            heir = (own or common)[0]
            spare.remove(heir)
            place = heir | {"tier": place["tier"], "place": place["place"]}
        winners.append(place)
    left = [{"tier": tier, "quantity": vacant[tier]} for tier in levels if vacant[tier]]
    return {"winners": winners, "reserves": spare, "vacant": left}


def _fits(place: dict, ranges: list[list[int]]) -> bool:
    return any(low <= place["level"] <= high for low, high in ranges)


def check_link(record: dict, previous: dict) -> None:
    """Raise DrawError unless the record continues the previous one as its rules allow."""
    _demand(record["previous"] == previous["digest"], "衔接:不是所写的上一份记录")
    for key in ("campaign", "title", "count", "root"):
        _demand(record[key] == previous[key], f"衔接:{key} 与上一份记录不同")
    gone = {item["entry"] for item in record["vacated"]}
    _demand([item["entry"] for item in record["vacated"]] == sorted(gone), "衔接:空出的名额没有排好或有重复")
    places = previous["winners"] + (previous["reserves"] if record["kind"] == "succession" else [])
    _demand(gone <= {place["entry"] for place in places}, "衔接:空出的名额不在上一份记录里")
    lost = holders({**previous, "winners": [place for place in places if place["entry"] in gone]})
    now_excluded = lost if record["kind"] == "succession" else holders(previous)
    _demand(record["excluded"] == sorted(now_excluded), "衔接:不得再中奖的名单不对")
    (_check_succession if record["kind"] == "succession" else _check_redraw)(record, previous, gone)


def _check_succession(record: dict, previous: dict, _gone: set[str]) -> None:
    _demand(record["rules"] == previous["rules"], "衔接:规则被改动")
    _demand(record["rules"]["unclaimed"].startswith("reserves"), "衔接:规则没有规定由候补递补")
    result = succeed(previous, record["vacated"])
    _demand(all(record[key] == result[key] for key in RESULT), "结果:递补与重新计算的不同")


def _check_redraw(record: dict, previous: dict, gone: set[str]) -> None:
    rules, earlier = record["rules"], previous["rules"]
    policy = earlier["unclaimed"]
    _demand(all(rules[key] == earlier[key] for key in ("person_limit", "unclaimed")), "衔接:规则被改动")
    after_reserves = policy == "reserves_then_redraw" and previous["kind"] == "succession" and not gone
    _demand(policy == "redraw" or after_reserves, "衔接:规则不允许此时重新抽取")
    open_places = Counter({item["tier"]: item["quantity"] for item in previous["vacant"]})
    open_places.update(place["tier"] for place in previous["winners"] if place["entry"] in gone)
    tiers = {tier["id"]: tier for tier in earlier["tiers"]}
    for tier in rules["tiers"]:
        old = tiers.get(tier["id"], {})
        _demand(all(tier[key] == old.get(key) for key in ("name", "rank", "levels")), "衔接:奖项被改动")
        _demand(tier["quantity"] <= open_places[tier["id"]], f"衔接:{tier['name']}的名额多于空出的")


# The record: one file, of which every byte is fixed by its content


def record_text(record: dict) -> Iterator[str]:
    """The file without its last two lines, in pieces: a key to a line, in long lists an item to a line."""
    before = "{\n"
    for key in RECORD.forms[record["kind"]]:
        if key == "digest":
            break
        yield f'{before}"{key}":'
        before = ",\n"
        if key not in LISTS or not record[key]:
            yield canonical(record[key])
            continue
        for start in range(0, len(record[key]), 5000):
            block = record[key][start : start + 5000]
            texts = (f'"{item}"' for item in block) if isinstance(block[0], str) else map(canonical, block)
            yield (",\n" if start else "[\n") + ",\n".join(texts)
        yield "\n]"
    yield before


def record_ending(digest: str) -> str:
    return f'"digest":"{digest}"\n}}\n'


def read_record(data: bytes) -> dict:
    """The record in a file. Raise DrawError unless each byte is as its content demands, and its digest too."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DrawError("文件:不是完整的 JSON") from error
    check_form(record, RECORD)
    content = sha256()
    for piece in record_text(record):
        content.update(piece.encode())
    _demand(content.hexdigest() == record["digest"], "文件:内容与文件末尾的摘要不符")
    content.update(record_ending(record["digest"]).encode())
    _demand(content.digest() == sha256(data).digest(), "文件:写法不是规定的格式")
    return record


@dataclass
class Report:
    """What was found to be right, why it stopped, and what no program can check for its reader."""

    checks: list[str] = field(default_factory=list)
    failure: str = ""
    remaining: list[str] = field(default_factory=list)


def verify(data: bytes, previous: bytes | None = None, commitment: str = "") -> Report:
    """Recompute all of a record. `previous`: the file it continues; `commitment`: the figure published beforehand."""
    report = Report()
    try:
        record = read_record(data)
        report.checks.append(f"文件:每个字节都符合规定格式,摘要 {record['digest']}")
        check_rules(record["rules"])
        _verify_link(record, previous, report)
        if record["kind"] == "draw":
            _verify_draw(record, commitment, report)
    except DrawError as error:
        report.failure = str(error)
    return report


def _verify_link(record: dict, previous: bytes | None, report: Report) -> None:
    if not record["previous"]:
        _demand(record["kind"] == "draw" and not record["vacated"] and not record["excluded"], "衔接:缺少上一份记录")
    elif previous is not None:
        check_link(record, read_record(previous))
        report.checks.append("衔接:与上一份记录相接,空出的名额按规则处理")
        report.remaining.append("上一份记录本身请另行核对;名额空出的原因请向主办方核实")
    else:
        _demand(record["kind"] == "draw", "衔接:递补记录须用 --previous 与上一份记录一起核对")
        report.remaining.append("这是重新抽取,与上一份记录的衔接请用 --previous 核对")


def _verify_draw(record: dict, commitment: str, report: Report) -> None:
    rules, lines = record["rules"], record["entries"]
    _demand(record["rules_digest"] == rules_digest(rules), "规则:与规则摘要不符")
    report.checks.append(f"规则:{len(rules['tiers'])} 个奖项,写法有效,摘要 {record['rules_digest']}")
    _demand(lines == freeze(lines, rules["person_limit"]), "名单:没有按参与码排列")
    _demand(record["count"] == len(lines), "名单:份数不符")
    _demand(record["root"] == list_root(lines), "名单:默克尔根不符")
    report.checks.append(f"名单:{len(lines)} 个参与码,没有重复,默克尔根 {record['root']}")
    _demand(record["commitment"] == commitment_digest(record), "承诺:与名单、规则不符")
    _demand(commitment in ("", record["commitment"]), "承诺:与事先公布的摘要不同")
    report.checks.append(f"承诺:由名单、规则和时间算出 {record['commitment']}")
    if not commitment:
        report.remaining.append(f"请对照抽奖前公布的承诺摘要,应为 {record['commitment']}(公布时间应在随机数产生之前)")
    _demand(record["seed"] == draw_seed(record), "种子:与承诺和公开随机数不符")
    report.checks.append(f"种子:由承诺和公开随机数算出 {record['seed']}")
    report.remaining.append(_source_note(record))
    result = draw(lines, rules, record["seed"], record["excluded"])
    _demand(all(record[key] == result[key] for key in RESULT), "结果:与重新抽取的不同")
    report.checks.append(f"结果:{len(record['winners'])} 个中奖、{len(record['reserves'])} 个候补,与重新抽取的完全相同")


def _source_note(record: dict) -> str:
    data = record["seed_data"]
    source = record["rules"]["sources"][data["source"]]
    if source["kind"] == "drand":
        chain = CHAINS[source["chain"]].name
        number = data["outcome"]["randomness"]
        return f"请到 drand 任一公开网站核对 {chain} 链第 {source['round']} 轮的随机数是 {number},或用 beacon.py 验签"
    if source["kind"] == "lottery":
        games = "、".join(f"{game['name']}第 {game['issue']} 期" for game in source["games"])
        return f"请到发行机构的公告核对开奖号码:{games}"
    names = "、".join(officer["name"] for officer in source["officers"])
    return f"请确认 {names} 的承诺值在名单冻结之前已经公布,且他们没有串通"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="核对一份抽奖记录:重新计算其中的一切。")
    command = parser.add_subparsers(required=True, metavar="verify").add_parser("verify", help="核对记录")
    command.add_argument("record", type=Path, help="记录文件")
    command.add_argument("--previous", type=Path, help="上一份记录(递补或重新抽取时)")
    command.add_argument("--commitment", default="", help="抽奖前公布的承诺摘要")
    command.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
    options = parser.parse_args(arguments)
    try:
        previous = options.previous.read_bytes() if options.previous else None
        report = verify(options.record.read_bytes(), previous, options.commitment.strip().lower())
    except OSError as error:
        report = Report(failure=f"文件:读不出来({error})")
    if options.json:
        print(json.dumps({"ok": not report.failure} | vars(report), ensure_ascii=False, indent=2))
        return int(bool(report.failure))
    for sentence in report.checks:
        print(f"✓ {sentence}")
    print(
        f"✗ {report.failure}\n结论:核对失败,这份记录不可信。"
        if report.failure
        else "结论:核对通过,抽奖结果与记录一致。"
    )
    for sentence in report.remaining if not report.failure else ():
        print(f"还须您自己核对:{sentence}")
    return int(bool(report.failure))


if __name__ == "__main__":
    sys.exit(main())
