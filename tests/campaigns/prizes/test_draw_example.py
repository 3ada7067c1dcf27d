"""The worked example of docs/algorithms/draw.md, recomputed from its words: hashlib and json, nothing of ours."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from campaigns.prizes.beacon import beacon_of, is_genuine
from campaigns.prizes.draw import verify

FOLDER = Path(__file__).resolve().parents[3] / "docs/algorithms"
TEXT = (FOLDER / "draw.md").read_text()
DATA = (FOLDER / "draw-example.json").read_bytes()
ROW = re.compile(r"\| (u\d) \| (d\d) \| (\d+) \| `([0-9a-f]{64})` \| `([0-9a-f]{64})` \| (\d) \|")
CAMPAIGN = "example-2023"


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """The figures of the example's block."""
    return dict(re.findall(r"^(root|rules_digest|commitment|randomness|seed) +([0-9a-f]{64})$", TEXT, re.MULTILINE))


@pytest.fixture(scope="module")
def record() -> dict:
    return json.loads(DATA)


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    found = ROW.findall(TEXT)
    assert len(found) == 6
    return found


def tagged(tag: str, *parts: str) -> str:
    content = b""
    for part in (f"mingbai-draw/1/{tag}", *parts):
        content += len(part.encode()).to_bytes(8, "big") + part.encode()
    return sha256(content).hexdigest()


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def tree(lines: list[str]) -> bytes:
    """RFC 6962 in its own words: split at the largest power of two below the number of leaves."""
    if len(lines) == 1:
        return sha256(b"\0" + lines[0].encode()).digest()
    split = 1
    while split * 2 < len(lines):
        split *= 2
    return sha256(b"\1" + tree(lines[:split]) + tree(lines[split:])).digest()


def lines_of(rows: list[tuple[str, ...]]) -> list[str]:
    lines = []
    for entrant, entry, level, *_rest in rows:
        salt = f"0{entrant[1]}".ljust(32, "0")
        names = tagged("entry", salt, CAMPAIGN, entrant, entry), tagged("person", salt, CAMPAIGN, entrant)
        lines.append(f"{names[0]} {names[1]} {level}")
    return lines


def test_list_and_root(rows, shown, record):
    lines = lines_of(rows)
    assert [line[:64] for line in lines] == [row[3] for row in rows]
    assert record["entries"] == sorted(lines)
    assert tree(sorted(lines)).hex() == shown["root"] == record["root"]


def test_commitment_and_seed(shown, record):
    assert tagged("rules", as_json(record["rules"])) == shown["rules_digest"]
    named = ["campaign", "committed_at", "count", "excluded", "previous", "root", "rules_digest", "title", "vacated"]
    assert tagged("commitment", as_json({name: record[name] for name in named})) == shown["commitment"]
    assert sha256(bytes.fromhex(record["seed_data"]["outcome"]["signature"])).hexdigest() == shown["randomness"]
    assert tagged("seed", shown["commitment"], "0", shown["randomness"]) == shown["seed"] == record["seed"]


def test_tickets_and_their_order(rows, shown):
    tickets = [tagged("ticket", shown["seed"], row[3]) for row in rows]
    assert tickets == [row[4] for row in rows]
    assert [sorted(tickets).index(ticket) + 1 for ticket in tickets] == [int(row[5]) for row in rows]


def test_winners_as_the_text_tells_them(rows, record):
    owners = {row[3]: f"{row[0]}'s {row[1]}" for row in rows}
    winners, reserves = (
        [(place["tier"], owners[place["entry"]]) for place in record[key]] for key in ("winners", "reserves")
    )
    assert winners == [("first", "u1's d2"), ("second", "u2's d1")]
    assert reserves == [("first", "u3's d1"), ("", "u4's d1")]
    assert record["vacant"] == []


def test_the_shipped_record_passes_every_check(shown):
    assert verify(DATA, commitment=shown["commitment"]).failure == ""
    assert is_genuine(beacon_of(json.loads(DATA)))
