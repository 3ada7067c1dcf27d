"""Lists, rules and records of small draws."""

from hashlib import sha256

from campaigns.prizes.draw import reveal_commitment
from campaigns.prizes.records import announce, conclude, record_file

CAMPAIGN = "315-2026"
COMMITTED_AT = "2026-03-15T02:00:00Z"
VALUES = ["11" * 32, "22" * 32]
QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
SSQ = {
    "name": "双色球",
    "issue": "2026031",
    "groups": [
        {"name": "红球", "pick": "set", "count": 6, "low": 1, "high": 33},
        {"name": "蓝球", "pick": "set", "count": 1, "low": 1, "high": 16},
    ],
}


def digest(text: object) -> str:
    return sha256(str(text).encode()).hexdigest()


def line(entry: object, person: object = None, level: int = 100) -> str:
    """A line of the list from short names; without a person the line names none."""
    return f"{digest(f'entry {entry}')} {'-' if person is None else digest(f'person {person}')} {level}"


def people(count: int, level: int = 100) -> list[str]:
    return [line(number, number, level) for number in range(count)]


def tier(name: str = "first", rank: int = 1, quantity: int = 1, reserves: int = 0, levels=((0, 100),)) -> dict:
    return {
        "id": name,
        "name": f"{name}奖",
        "rank": rank,
        "quantity": quantity,
        "reserves": reserves,
        "levels": [list(pair) for pair in levels],
    }


def reveal_source() -> dict:
    names = ("市局监察员", "公证员")
    return {
        "kind": "reveal",
        "until": "2026-03-15T04:00:00Z",
        "officers": [
            {"name": name, "commitment": reveal_commitment(CAMPAIGN, name, value)}
            for name, value in zip(names, VALUES, strict=True)
        ],
    }


def rules(*tiers: dict, limit: str = "once", unclaimed: str = "reserves", common: int = 0, sources=None) -> dict:
    return {
        "person_limit": limit,
        "unclaimed": unclaimed,
        "tiers": list(tiers or [tier()]),
        "reserve": {"quantity": common, "levels": [[0, 100]]},
        "sources": sources or [reveal_source()],
    }


REVEALED = {"kind": "reveal", "values": VALUES}


def announced(rules: dict, lines: list[str], **changes) -> dict:
    arguments = {"campaign": CAMPAIGN, "title": "消费知识竞赛", "committed_at": COMMITTED_AT} | changes
    return announce(rules=rules, lines=lines, **arguments)


def record(rules: dict, lines: list[str], outcome: dict | None = None, **changes) -> dict:
    return conclude(announced(rules, lines, **changes), outcome=outcome or REVEALED)


def file(record: dict) -> bytes:
    return b"".join(record_file(record))
