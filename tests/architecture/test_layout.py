"""Traps of the layout that were fallen into once."""

import importlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_site_is_never_a_package():
    """A package named `site` would shadow the standard library's module of that name."""
    assert not (ROOT / "site" / "__init__.py").exists()
    assert not Path(importlib.import_module("site").__file__).is_relative_to(ROOT)


def test_tests_are_not_packages():
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_uploads_are_ignored_but_the_media_app_is_not():
    lines = (ROOT / ".gitignore").read_text().splitlines()
    assert "var/" in lines
    assert "media/" not in lines
