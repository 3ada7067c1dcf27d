"""`make run`: bring the local site up to date, then serve it the way production does."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, call_command

# Whatever the preparation depends on: when none of these changed, the second start skips it.
WATCHED = ("site", "education", "media", "quizzes", "campaigns", "requirements.txt")
IGNORED = ("__pycache__", ".pyc")


class Command(BaseCommand):
    """Migrate, collect static files, load the demo content; then run the server and the worker side by side."""

    help = "启动本机网站：迁移、静态文件、演示内容、服务器和定时任务。"

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--prepare-only", action="store_true", help="只准备，不启动服务器")

    def handle(self, *args, port: int, prepare_only: bool = False, **options):
        self.prepare()
        if prepare_only:
            return
        environment = os.environ | {"PYTHONPATH": str(settings.SITE_DIR)}
        manage = [sys.executable, str(settings.BASE_DIR / "manage.py")]
        processes = [
            subprocess.Popen(server_command(port), cwd=settings.BASE_DIR, env=environment),  # noqa: S603
            subprocess.Popen([*manage, "worker"], cwd=settings.BASE_DIR, env=environment),  # noqa: S603
        ]
        self.announce(port)
        sys.exit(watch(processes))

    def prepare(self) -> None:
        """Do what a changed tree needs; the stamp of the last preparation says whether it changed."""
        stamp = settings.VAR_DIR / "prepared.sum"
        current = tree_sum()
        if stamp.exists() and stamp.read_text() == current:
            return
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("load_demo")
        stamp.write_text(current)

    def announce(self, port: int) -> None:
        demo = getattr(settings, "DEMO_EDITOR", None)
        lines = ["", f"  明白消费   http://127.0.0.1:{port}/", f"  后台       http://127.0.0.1:{port}/cms/"]
        if demo:
            lines.append(f"  演示编辑   {demo['username']} / {demo['password']}（只在本机开发时存在）")
        self.stdout.write("\n".join([*lines, "  停止：Ctrl+C", ""]))


def tree_sum() -> str:
    """A digest of names, sizes and times of every file that the preparation depends on, and of the database's name."""
    digest = hashlib.sha256(str(settings.DATABASES["default"]["NAME"]).encode())
    for name in WATCHED:
        root = settings.BASE_DIR / name
        for path in sorted([root] if root.is_file() else (p for p in root.rglob("*") if p.is_file())):
            if not any(part in str(path) for part in IGNORED):
                status = path.stat()
                digest.update(f"{path.relative_to(settings.BASE_DIR)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def server_command(port: int) -> list[str]:
    """The production server: one process with a bounded number of threads suits SQLite's single writer."""
    return [
        str(Path(sys.executable).parent / "granian"),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning"),
        "config.wsgi:application",
    ]


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
