"""Every benchmark, each in its own process; prints one JSON object. Run: python -m bench"""

import json
import subprocess
import sys

BENCHMARKS = {
    "search": ["bench/search.py", "1000"],
    "renditions": ["bench/renditions.py"],
    "item_statistics": ["bench/item_statistics.py"],
    "draw": ["bench/draw.py"],
}


def run(arguments: list[str]) -> dict:
    """Run one benchmark and return the JSON object that it prints last."""
    result = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(result.stdout[result.stdout.index("{") :])


if __name__ == "__main__":
    print(json.dumps({name: run(arguments) for name, arguments in BENCHMARKS.items()}, indent=2))
