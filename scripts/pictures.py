"""Take the pictures of docs/pictures/ from a running site. Usage: pictures.py [http://127.0.0.1:8000]"""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
LESSON = "/courses/online-shopping-course/seven-day-return-after-unboxing/"
DESKTOP, PHONE = (1280, 860), (390, 844)
# name, address, size, cookies
SHOTS = [
    ("home", "/", DESKTOP, {}),
    ("lesson", LESSON, DESKTOP, {}),
    ("lesson-phone", LESSON, PHONE, {}),
    ("lesson-elder", LESSON, PHONE, {"mode": "elder"}),
    ("comic", "/comics/grandma-phone/prize-message/", PHONE, {}),
    ("activity", "/activities/label-detectives/", PHONE, {}),
    ("guide", "/guides/middle-school-guide/", DESKTOP, {}),
    ("quizzes", "/quizzes/", DESKTOP, {}),
    ("practice", "/practice/daily/", PHONE, {}),
    ("search", "/search/?q=退货", DESKTOP, {}),
    ("dark", "/", DESKTOP, {"theme": "dark"}),
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main(base: str) -> None:
    """Open every page, let it settle, keep its first view as WebP."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, address, (width, height), cookies in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1.5)
            context.add_cookies([{"name": key, "value": value, "url": base} for key, value in cookies.items()])
            page = context.new_page()
            page.goto(base + address)
            page.wait_for_load_state("networkidle")
            png = FOLDER / f"{name}.png"
            page.screenshot(path=png)
            Image.open(png).convert("RGB").save(png.with_suffix(".webp"), quality=82)
            png.unlink()
            context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000")
