"""How the organiser makes a record, step by step; each step only with what is known by then.

    lines = freeze(…)                     # the list is closed
    announced = announce(…)               # published before the seed exists: announced["commitment"] above all
    record = conclude(announced, …)       # with the public random numbers
    record = promote(record, vacated)     # later: places that nobody claimed go to the reserves
    redraw = announce(…, follows=record, vacated=…)   # or are drawn anew, with a new seed

Pure functions without a clock: `committed_at` is passed in. Standard library only.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from campaigns.prizes.draw import (
    FORMAT,
    RECORD,
    check_form,
    check_link,
    check_rules,
    check_times,
    commitment_digest,
    draw,
    draw_seed,
    freeze,
    holders,
    list_root,
    record_ending,
    record_text,
    rules_digest,
    succeed,
)


def announce(
    *,
    campaign: str,
    title: str,
    rules: dict,
    lines: Iterable[str],
    committed_at: str,
    follows: dict | None = None,
    vacated: Iterable[dict] = (),
) -> dict:
    """Freeze the list and commit to it: a record still without seed and winners.

    campaign: slug, never used twice. committed_at: UTC as 2026-03-15T02:00:00Z. follows, vacated: for a new draw of
    unclaimed prizes, the record before and its places that fell vacant, as {"entry", "reason"}. DrawError if refused.
    """
    check_rules(rules)
    frozen = freeze(lines, rules["person_limit"])
    announced = {
        "format": FORMAT,
        "kind": "draw",
        "campaign": campaign,
        "title": title,
        "previous": follows["digest"] if follows else "",
        "rules": rules,
        "count": len(frozen),
        "root": list_root(frozen),
        "vacated": _in_order(vacated),
        "excluded": sorted(holders(follows)) if follows else [],
        "committed_at": committed_at,
        "rules_digest": rules_digest(rules),
        "entries": frozen,
    }
    _check_head(announced)
    check_times(announced)
    if follows:
        check_link(announced, follows)
    return announced | {"commitment": commitment_digest(announced)}


def conclude(
    announced: dict, *, outcome: dict, source: int = 0, reason: str = "", evidence: Iterable[str] = ()
) -> dict:
    """The finished record: seed from the outcome of source number `source`, winners, reserves, digest.

    A source other than the first needs the reason why those before it failed; evidence: where the outcome is published.
    """
    seed_data = {"source": source, "reason": reason, "outcome": outcome}
    record = announced | {"seed_data": seed_data, "evidence": list(evidence)}
    record["seed"] = draw_seed(record)
    record |= draw(record["entries"], record["rules"], record["seed"], record["excluded"])
    return _sealed(record)


def promote(previous: dict, vacated: Iterable[dict]) -> dict:
    """The record after vacated places, {"entry", "reason"} each, went to the reserves in their order."""
    kept = ("format", "campaign", "title", "rules", "count", "root")
    record = {key: previous[key] for key in kept} | {"kind": "succession", "previous": previous["digest"]}
    record["vacated"] = _in_order(vacated)
    gone = {item["entry"] for item in record["vacated"]}
    places = [place for place in previous["winners"] + previous["reserves"] if place["entry"] in gone]
    record["excluded"] = sorted(holders({**previous, "winners": places}))
    record |= succeed(previous, record["vacated"])
    check_link(record, previous)
    return _sealed(record)


def record_file(record: dict) -> Iterator[bytes]:
    """The bytes of the file, in pieces: a record of a million entries need not be in memory twice."""
    yield from (piece.encode() for piece in record_text(record))
    yield record_ending(record["digest"]).encode()


def _in_order(vacated: Iterable[dict]) -> list[dict]:
    return sorted(vacated, key=lambda item: item["entry"])


def _sealed(record: dict) -> dict:
    """The record with its fields in the order of the file and the digest of all of them."""
    ordered = {key: record[key] for key in RECORD.forms[record["kind"]] if key != "digest"}
    content = sha256()
    for piece in record_text(ordered):
        content.update(piece.encode())
    ordered["digest"] = content.hexdigest()
    _check_head(ordered)
    return ordered


def _check_head(record: dict) -> None:
    """Check the form of the fields there are; that of the entries was checked when they were frozen."""
    head = {key: value for key, value in record.items() if key != "entries"}
    check_form(head, {key: RECORD.forms[record["kind"]][key] for key in head})
