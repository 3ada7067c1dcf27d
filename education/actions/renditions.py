"""Pictures in the sizes that pages use, made before the first reader comes."""

from collections.abc import Iterator

from media.models import LibraryImage

from ..models import ComicEpisodePage, Material

# The sizes that the templates ask for (card.html, course.html, comic_episode.html); a test holds the two together.
COVER_SPECS = [f"format-webp|width-{width}" for width in (400, 800)]
PANEL_SPECS = [f"format-{kind}|width-{width}" for kind in ("avif", "webp") for width in (600, 1200)]


def make_renditions() -> int:
    """Make what is missing for covers and panels of published pages; return how many pictures needed something.

    Pictures whose renditions exist cost no more than their share of four queries.
    """
    return sum(make_missing(image, specs) for image, specs in wanted_renditions())


def make_missing(image: LibraryImage, specs: list[str]) -> bool:
    """Make those of `specs` that `image` (with its renditions prefetched) does not have yet."""
    existing = {rendition.filter_spec for rendition in image.renditions.all()}
    missing = [spec for spec in specs if spec not in existing]
    if missing:
        image.get_renditions(*missing)
    return bool(missing)


def wanted_renditions() -> Iterator[tuple[LibraryImage, list[str]]]:
    """Every picture that published pages show, with the specs they show it in."""
    live = Material.objects.live()
    covers = LibraryImage.objects.filter(pk__in=live.exclude(cover=None).values("cover")).prefetch_related("renditions")
    for image in covers:
        yield image, COVER_SPECS
    panels = {
        block["value"].get("image")
        for episode in ComicEpisodePage.objects.live().only("panels")
        for block in episode.panels.raw_data
    }
    for image in LibraryImage.objects.filter(pk__in=panels - {None}).prefetch_related("renditions"):
        yield image, PANEL_SPECS
