"""AVIF at our speed against Pillow's default, on the shipped comic panels: time and bytes as ratios of one run.

Run: python bench/renditions.py
"""

import json
import sys
from io import BytesIO
from pathlib import Path
from time import perf_counter

from django.conf import settings
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
settings.configure()  # Willow reads its settings while it is imported
from media.avif import SPEED  # noqa: E402

PANELS = sorted((ROOT / "education/content/art/panels").rglob("*.webp"))[:8]
PILLOW_SPEED = 6


def measure(speed: int) -> tuple[float, int]:
    """Seconds and bytes for all panels at 1200 px."""
    pictures = [Image.open(path).convert("RGB") for path in PANELS]
    start, size = perf_counter(), 0
    for picture in pictures:
        file = BytesIO()
        picture.save(file, "AVIF", quality=60, speed=speed)
        size += file.tell()
    return perf_counter() - start, size


if __name__ == "__main__":
    (ours, our_bytes), (pillows, pillow_bytes) = measure(SPEED), measure(PILLOW_SPEED)
    print(
        json.dumps(
            {
                "panels": len(PANELS),
                "time_ratio": round(ours / pillows, 2),
                "bytes_ratio": round(our_bytes / pillow_bytes, 2),
            }
        )
    )
