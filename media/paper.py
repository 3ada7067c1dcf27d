"""Typeset pages with Typst: PDF for paper, PNG for a look or a picture.

A template (`<app>/typst/<name>.typ`) reads its data with `json("/data.json")` and pictures by the names it finds there. Data
are never put into markup, so nothing that an editor or a participant types can become a command. The same template, data,
day and fonts give the same bytes. Nothing comes from the network: fonts are files of this machine, packages are not used.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path

from . import fonts

PROJECT = Path(__file__).resolve().parents[1]
WORKER = Path(__file__).with_name("paper_worker.py")
TEMPLATE_FOLDERS = ("media/typst", "education/typst")
MAX_DATA = 8 * 1024 * 1024  # bytes of JSON
MAX_PICTURES = 96 * 1024 * 1024  # bytes of pictures
MAX_RESULT = 96 * 1024 * 1024  # bytes of all pages


class PaperError(Exception):
    """A page could not be typeset: too much data, too slow, or a template that does not fit its data."""


def typeset_pdf(template: str, data: dict, *, day: date, pictures: dict[str, bytes] | None = None, timeout=60) -> bytes:
    """Return the PDF of `template` (a path in the project). `day` is the date that the file carries."""
    return typeset(template, data, kind="pdf", ppi=72, day=day, pictures=pictures or {}, timeout=timeout)[0]


def typeset_png(
    template: str, data: dict, *, day: date, pictures: dict[str, bytes] | None = None, ppi=144, timeout=60
) -> list[bytes]:
    """Return every page of `template` as a PNG picture of `ppi` pixels an inch."""
    return typeset(template, data, kind="png", ppi=ppi, day=day, pictures=pictures or {}, timeout=timeout)


def typeset(
    template: str, data: dict, *, kind: str, ppi: int, day: date, pictures: dict[str, bytes], timeout: float
) -> list[bytes]:
    """Lay out a job folder, run the worker on it and return its pages.

    `pictures` maps the names used in `data` to the bytes of PNG, JPEG, GIF, WebP or SVG files. Raises PaperError.
    """
    text = json.dumps(printable_data(data) | {"has-bold": fonts.has_bold()}, ensure_ascii=False)
    if len(text.encode()) > MAX_DATA or sum(map(len, pictures.values())) > MAX_PICTURES:
        raise PaperError("Too much to typeset at once.")
    with tempfile.TemporaryDirectory(prefix="mingbai-paper-") as name:
        folder = Path(name)
        job = {
            "template": template,
            "kind": kind,
            "ppi": ppi,
            "timestamp": int(datetime.combine(day, time(), UTC).timestamp()),
            "fonts": [str(folder / "fonts")],
        }
        lay_out(folder, job, text, pictures)
        run_worker(folder, timeout)
        return read_pages(folder)


def lay_out(folder: Path, job: dict, text: str, pictures: dict[str, bytes]) -> None:
    """Fill the job folder: templates, data and pictures under root/ (all that a template may read), fonts beside it."""
    root = folder / "root"
    for templates in TEMPLATE_FOLDERS:
        shutil.copytree(PROJECT / templates, root / templates)
    (root / "data.json").write_text(text, encoding="utf-8")
    (root / "pictures").mkdir()
    for name, content in pictures.items():
        (root / "pictures" / Path(name).name).write_bytes(content)
    (folder / "fonts").mkdir()
    # Only the faces that the templates name: opening the whole of fonts-noto-cjk takes longer than most pages.
    for path in (fonts.system_files() or fonts.wheel_files()).values():
        (folder / "fonts" / path.name).symlink_to(path)
    (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")


def run_worker(folder: Path, timeout: float) -> None:
    """Run the worker within `timeout` seconds. Raises PaperError with what it said."""
    environment = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    command = [sys.executable, "-I", "-B", str(WORKER), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=timeout, env=environment, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise PaperError(f"Typesetting took longer than {timeout} seconds.") from error
    if done.returncode:
        said = folder / "error"
        reason = said.read_text(encoding="utf-8") if said.exists() else done.stderr.decode(errors="replace")
        raise PaperError(reason[:2000])


def read_pages(folder: Path) -> list[bytes]:
    """The worker's files, in order. Raises PaperError when they are too large."""
    files = sorted(folder.glob("out-*"))
    if sum(path.stat().st_size for path in files) > MAX_RESULT:
        raise PaperError("The typeset pages are too large.")
    return [path.read_bytes() for path in files]


def printable_data(value):
    """Return a copy of JSON data whose strings hold only characters that the fonts can show."""
    if isinstance(value, str):
        return fonts.printable(value)
    if isinstance(value, list | tuple):
        return [printable_data(item) for item in value]
    if isinstance(value, dict):
        return {key: printable_data(item) for key, item in value.items()}
    return value
