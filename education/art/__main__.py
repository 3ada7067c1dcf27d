"""Draw everything again: python -m education.art comics|covers|hero|static|all [slug …]."""

import sys

from PIL import Image

from . import comics, render

ART = comics.CONTENT / "art"
GUTTER = 40


def draw_comics(slugs):
    """Panels of the named episodes (all without names), and the strip of the first episode."""
    for slug, episode in comics.episodes().items():
        if slugs and slug not in slugs:
            continue
        images = []
        for number, panel in enumerate(comics.panels(episode), 1):
            image = render.raster(panel.svg(), 1200)
            size = render.save_webp(image, ART / "panels" / slug / f"{number:02}.webp")
            images.append(image)
            print(f"{slug} {number:02} {size / 1000:.1f} kB")
        if slug == "prize-message":
            draw_strip(slug, images)


def draw_strip(slug, images):
    """All panels under each other with white gutters."""
    height = sum(i.height for i in images) + GUTTER * (len(images) + 1)
    strip = Image.new("RGBA", (1200 + 2 * GUTTER, height), "#fffdf8")
    y = GUTTER
    for image in images:
        strip.paste(image, (GUTTER, y), image)
        y += image.height + GUTTER
    size = render.save_webp(strip, ART / "strips" / f"{slug}.webp", limit_kb=400)
    print(f"strip {slug} {size / 1000:.1f} kB")


def draw_covers(slugs):
    from . import covers as course_covers
    from .comic_covers import COVERS

    for slug, cover in COVERS.items():
        if not slugs or slug in slugs:
            size = render.draw(cover().svg(), ART / "covers" / f"{slug}.webp", 1280)
            print(f"cover {slug} {size / 1000:.1f} kB")
    course_covers.draw_all(slugs, ART)


def draw_hero(_slugs):
    from .hero import hero

    size = render.draw(hero().svg(), ART / "hero.webp", 1120, limit_kb=80)
    print(f"hero {size / 1000:.1f} kB")


def draw_static(_slugs):
    from .brand import write_static

    write_static()


JOBS = {"comics": draw_comics, "covers": draw_covers, "hero": draw_hero, "static": draw_static}


def main(argv):
    job, slugs = [*argv, "all"][0], argv[1:]
    if job != "all" and job not in JOBS:
        sys.exit(__doc__)
    for name, run in JOBS.items():
        if job in ("all", name):
            run(slugs)


if __name__ == "__main__":
    main(sys.argv[1:])
