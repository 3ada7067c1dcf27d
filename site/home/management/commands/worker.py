"""The worker: what must happen by the clock, whether or not anybody visits."""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from django.core.management import BaseCommand, call_command
from django.db import close_old_connections
from django.utils import timezone

from education.actions.renditions import make_renditions
from quizzes.actions.attempts import time_out_overdue
from quizzes.actions.regrades import run_regrades
from quizzes.actions.tallies import tally_attempts

logger = logging.getLogger(__name__)


@dataclass
class Job:
    """Something done every `seconds`; `due` is on the monotonic clock."""

    name: str
    seconds: int
    run: Callable[[], object]
    due: float = 0


JOBS = [
    Job("publish_scheduled", 20, lambda: call_command("publish_scheduled")),
    Job("time_out_attempts", 5, lambda: time_out_overdue(now=timezone.now())),
    Job("run_regrades", 5, lambda: run_regrades(now=timezone.now())),
    Job("tally_attempts", 15, lambda: tally_attempts(now=timezone.now())),
    Job("make_renditions", 60, make_renditions),
    Job("clear_unconfirmed_accounts", 24 * 3600, lambda: call_command("clear_unconfirmed_accounts")),
    Job("clearsessions", 24 * 3600, lambda: call_command("clearsessions")),
]


class Command(BaseCommand):
    """`manage.py worker`: runs the jobs until it is told to stop. A failing job is logged and tried again next time."""

    help = "定时任务：按时发布和下架页面、到时交卷、改分、统计、准备图片、清理过期会话和没确认的账号。"

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="每项任务做一次就退出")

    def handle(self, *args, once: bool = False, **options):
        stop = threading.Event()
        if not once:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            for job in JOBS:
                if monotonic() >= job.due:
                    self.run_job(job)
            if once:
                return
            stop.wait(max(0.5, min(job.due for job in JOBS) - monotonic()))

    def run_job(self, job: Job) -> None:
        job.due = monotonic() + job.seconds
        close_old_connections()
        try:
            job.run()
        except Exception:
            logger.exception("job %s failed", job.name)
        finally:
            close_old_connections()
