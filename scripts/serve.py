"""`make run`, after the dependencies are there: prepare what changed, then run the server and the worker side by side.

Plain Python without Django: loading Django once more only to start two processes would double the time of a second start.
"""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("MINGBAI_VAR", ROOT / "var")).resolve()
PORT = os.environ.get("PORT", "8000")
STAMP = VAR / "prepared.sum"
# Whatever the preparation depends on: when none of these changed, it is skipped.
WATCHED = ("site", "education", "media", "quizzes", "campaigns", "requirements.txt")
MANAGE = [sys.executable, str(ROOT / "manage.py")]
# One process with a bounded number of threads suits SQLite's single writer.
SERVER = [
    str(Path(sys.executable).parent / "granian"),
    *("--interface", "wsgi", "--host", "127.0.0.1", "--port", PORT),
    *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning"),
    "config.wsgi:application",
]


def tree_sum() -> str:
    """A digest of names, sizes and times of every file that the preparation depends on, and of the database's address."""
    digest = hashlib.sha256(f"{os.environ.get('DATABASE_URL', '')} {VAR}".encode())
    for name in WATCHED:
        root = ROOT / name
        for path in sorted([root] if root.is_file() else (p for p in root.rglob("*") if p.is_file())):
            if path.suffix != ".pyc":
                status = path.stat()
                digest.update(f"{path.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def prepare() -> None:
    """Run `manage.py prepare` unless nothing changed since it last succeeded."""
    current = tree_sum()
    if STAMP.exists() and STAMP.read_text() == current:
        return
    print("Preparing database, static files and demo content (this takes a while the first time) …", flush=True)
    status = subprocess.run([*MANAGE, "prepare"], cwd=ROOT, check=False).returncode  # noqa: S603
    if status:
        sys.exit(status)
    STAMP.write_text(current)


def watch(processes: list[subprocess.Popen]) -> int:
    """Wait until one process ends or we are told to stop; then stop the others. Returns the exit status."""
    stopped = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: stopped.append(received))
    while not stopped and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    status = 0 if stopped else next(process.returncode for process in processes if process.poll() is not None)
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
    return status


def main() -> int:
    """Prepare, start, announce, watch."""
    VAR.mkdir(parents=True, exist_ok=True)
    prepare()
    environment = os.environ | {"PYTHONPATH": str(ROOT / "site"), "MINGBAI_VAR": str(VAR)}
    server = subprocess.Popen(SERVER, cwd=ROOT, env=environment)  # noqa: S603
    worker = subprocess.Popen([*MANAGE, "worker"], cwd=ROOT, env=environment)  # noqa: S603
    print(f"\n  明白消费   http://127.0.0.1:{PORT}/\n  后台       http://127.0.0.1:{PORT}/cms/", flush=True)
    print("  演示编辑   editor / mingbai-demo（只在本机开发时存在）\n  停止：Ctrl+C\n", flush=True)
    return watch([server, worker])


if __name__ == "__main__":
    sys.exit(main())
