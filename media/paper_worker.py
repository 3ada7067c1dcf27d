"""Typeset one job in a process of its own: `python paper_worker.py JOB_FOLDER`. Needs nothing but typst.

The parent (media/paper.py) lays out the folder, gives it a time limit and reads the result. Being a process, a runaway
template or a huge table costs its own memory and time, never the web server's.
"""

import json
import sys
from pathlib import Path

import typst

MEMORY = 3 * 1024**3  # bytes of address space; fonts are mapped, so this is far above what is really used
PROCESSOR = 120  # seconds


def bound() -> None:
    """Ask the system to stop this process beyond its limits, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))


def run(folder: Path) -> None:
    """Compile `folder`/root/<template> to `folder`/out-<n>; write what went wrong to `folder`/error."""
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(path) for path in job["fonts"]]
    )
    root = folder / "root"
    try:
        pages = typst.compile(
            str(root / job["template"]),
            root=str(root),
            font_paths=fonts,
            ignore_system_fonts=True,
            format=job["kind"],
            ppi=job["ppi"],
            timestamp=job["timestamp"],
            package_path=str(folder / "packages"),
            package_cache_path=str(folder / "packages"),
        )
    except typst.TypstError as error:
        (folder / "error").write_text(error.diagnostic or error.message, encoding="utf-8")
        sys.exit(1)
    for number, page in enumerate(pages if isinstance(pages, list) else [pages]):
        (folder / f"out-{number:05}").write_bytes(page)


if __name__ == "__main__":
    bound()
    run(Path(sys.argv[1]))
