"""Real threads with real transactions, made to meet inside them."""

import threading
from collections.abc import Callable
from contextlib import contextmanager

from django.db import connection, connections

# How long a thread waits for the other one at the meeting point. With the lock held the other cannot come, and this passes.
PATIENCE = 0.6


def run_together(*calls: Callable[[], object]) -> list:
    """Run each call in its own thread and connection; return what each returned or raised, in order."""
    results: list = [None] * len(calls)
    start = threading.Barrier(len(calls))

    def run(number: int, call: Callable[[], object]) -> None:
        try:
            start.wait(10)
            results[number] = call()
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n, call)) for n, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads), "a thread hangs"
    return results


@contextmanager
def meeting(monkeypatch, *targets: tuple[object, str]):
    """Let the functions `(module, name)` wait for one another at their start: whoever may be there at once, is."""
    barrier = threading.Barrier(2)

    def waiting(function):
        def wrapped(*args, **kwargs):
            try:
                barrier.wait(PATIENCE)
            except threading.BrokenBarrierError:
                barrier.reset()
            return function(*args, **kwargs)

        return wrapped

    with monkeypatch.context() as patch:
        for module, name in targets:
            patch.setattr(module, name, waiting(getattr(module, name)))
        yield


@contextmanager
def holding(monkeypatch, module: object, name: str):
    """Hold the first call of a function until the other thread is done, or PATIENCE is over.

    Yields (held, done): the other thread waits for `held` before it begins, and sets `done` at its end.
    """
    held, done = threading.Event(), threading.Event()
    function = getattr(module, name)

    def wrapped(*args, **kwargs):
        if not held.is_set():
            held.set()
            done.wait(PATIENCE)
        return function(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, wrapped)
        yield held, done


def without_row_locks(monkeypatch) -> None:
    """The negative control: attempts are read without their lock."""
    from quizzes.models.attempts import AttemptQuerySet

    monkeypatch.setattr(AttemptQuerySet, "select_for_update", lambda self, **_options: self)


def on_postgresql() -> bool:
    """SQLite's IMMEDIATE transactions lock whole databases; only PostgreSQL can show what row locks are for."""
    return connection.vendor == "postgresql"
