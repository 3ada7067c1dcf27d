"""The prize draw at the size of a city: time against the bare hashing that it can't do without, and peak memory.

    python bench/draw.py [ENTRIES]

Prints one JSON object. One `hash` is the time of a SHA-256 for each entry; drawing and verifying are told in such units
(a list needs three of them at least: leaf, node, ticket). Each step runs in its own process, for its own peak of memory.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from campaigns.prizes.draw import reveal_commitment, verify  # noqa: E402
from campaigns.prizes.records import announce, conclude, record_file  # noqa: E402

VALUES = ["31" * 32, "15" * 32]
CAMPAIGN = "bench"


def rules() -> dict:
    """Five tiers as a city's campaign has them, full scorers first, the highest prize kept."""
    officers = [
        {"name": name, "commitment": reveal_commitment(CAMPAIGN, name, value)}
        for name, value in zip(("甲", "乙"), VALUES, strict=True)
    ]
    quantities = [10, 20, 50, 1000, 10_000]
    common = {"reserves": 10, "levels": [[100, 100], [99, 99]]}
    tiers = [
        {"id": f"t{n}", "name": f"{n}等奖", "rank": n, "quantity": quantity} | common
        for n, quantity in enumerate(quantities, 1)
    ]
    return {
        "person_limit": "highest",
        "unclaimed": "reserves",
        "tiers": tiers,
        "reserve": {"quantity": 100, "levels": [[0, 100]]},
        "sources": [{"kind": "reveal", "until": "2026-03-15T04:00:00Z", "officers": officers}],
    }


def prepare(folder: Path, count: int) -> None:
    """The list: one entry a day for five days of each person, levels 90 to 100."""
    with (folder / "lines").open("w") as file:
        for n in range(count):
            entry, person = sha256(b"e%d" % n).hexdigest(), sha256(b"p%d" % (n // 5)).hexdigest()
            file.write(f"{entry} {person} {90 + n % 11}\n")


def make(folder: Path, _count: int) -> None:
    """Freeze, commit, draw, write the record."""
    lines = (folder / "lines").read_text().splitlines()
    announced = announce(
        campaign=CAMPAIGN, title="基准", rules=rules(), lines=lines, committed_at="2026-03-15T02:00:00Z"
    )
    record = conclude(announced, outcome={"kind": "reveal", "values": VALUES})
    with (folder / "record.json").open("wb") as file:
        file.writelines(record_file(record))


def check(folder: Path, _count: int) -> None:
    failure = verify((folder / "record.json").read_bytes()).failure
    if failure:
        raise SystemExit(failure)


def hash_each(_folder: Path, count: int) -> None:
    """A bare SHA-256 of a list line for each entry."""
    line = b"0" * 132
    for _number in range(count):
        sha256(line).digest()


def measured(step: Callable[[Path, int], None], folder: Path, count: int) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a step in a process of its own."""

    def run(sender) -> None:
        start = process_time()
        step(folder, count)
        sender.send((process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))

    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run, args=(sender,))
    process.start()
    sender.close()
    result = receiver.recv()
    process.join()
    return result


def main(count: int) -> dict:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, count)
        bare, _memory = measured(hash_each, folder, count)
        drawing, drawing_memory = measured(make, folder, count)
        verifying, verifying_memory = measured(check, folder, count)
        size = (folder / "record.json").stat().st_size
    return {
        "entries": count,
        "draw_in_hashes": round(drawing / bare, 1),
        "verify_in_hashes": round(verifying / bare, 1),
        "draw_seconds": round(drawing, 2),
        "verify_seconds": round(verifying, 2),
        "draw_peak_megabytes": round(drawing_memory),
        "verify_peak_megabytes": round(verifying_memory),
        "record_bytes_per_entry": round(size / count, 1),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000), indent=2))
