"""The episodes. Words: content/comics/<series>/<nn>-<slug>.yaml; drawing: the module named like the slug."""

from importlib import import_module
from pathlib import Path

import yaml

CONTENT = Path(__file__).resolve().parents[2] / "content"


def episodes():
    """{slug: the episode's YAML} in file order."""
    files = sorted((CONTENT / "comics").glob("*/[0-9]*.yaml"))
    found = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    return {episode["slug"]: episode for episode in found}


def panels(episode):
    """The drawn panels (scenes) of an episode; a line that is not drawn exactly once is an error."""
    module = import_module(f".{episode['slug'].replace('-', '_')}", __name__)
    if len(module.PANELS) != len(episode["panels"]):
        raise ValueError(f"{episode['slug']}: {len(module.PANELS)} drawings for {len(episode['panels'])} panels")
    for draw, words in zip(module.PANELS, episode["panels"], strict=True):
        panel = draw(words["lines"])
        panel.check()
        yield panel
