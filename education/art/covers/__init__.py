"""Covers of courses and lessons (1280 × 800) and the pictures inside lessons (1200 wide), one module per course.

A module offers COVERS {slug: function} and PICTURES {name: function}; each function returns a pen.Scene. Any module put
into this package is found by itself. The brief of a cover is `cover_alt` in content/courses/<course>/*.yaml.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..render import draw

COVERS, PICTURES = {}, {}
for _module in sorted(m.name for m in iter_modules(__path__)):
    _loaded = import_module(f"{__name__}.{_module}")
    COVERS.update(getattr(_loaded, "COVERS", {}))
    PICTURES.update(getattr(_loaded, "PICTURES", {}))


def draw_all(slugs, art: Path):
    """Write the covers and pictures named in `slugs` (all of them without names)."""
    for folder, width, drawings in (("covers", 1280, COVERS), ("pictures", 1200, PICTURES)):
        for name, scene in drawings.items():
            if not slugs or name in slugs:
                size = draw(scene().svg(), art / folder / f"{name}.webp", width)
                print(f"{folder} {name} {size / 1000:.1f} kB")
