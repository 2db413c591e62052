"""Many documents read side by side, in processes of their own; what they give comes in order."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from trucewatch.core.case import Case
from trucewatch.core.errors import InputError
from trucewatch.extract.reader import Reader
from trucewatch.pipeline.readers import ReaderChoice

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Answer = TypeVar("Answer")

Job = Callable[[Item, Case, Reader], Answer]
"""What is done with each item: a function of a module, so that other processes find it."""

PAYS: Final = 16
"""With fewer items, starting processes takes longer than they save."""

AHEAD: Final = 3
"""So many items are taken up for each process: none waits, and memory stays bounded."""


def each_in_order(
    job: Job[Item, Answer],
    items: Iterable[Item],
    case: Case,
    choice: ReaderChoice,
    *,
    processes: int = 1,
) -> Iterator[Answer]:
    """Do a job with each item, and yield the answers in the items' order.

    ModelError where the reader cannot be made; InputError where a process is ended from outside.
    """
    reader = choice.make()
    waiting = iter(items)
    begun = list(islice(waiting, PAYS)) if processes > 1 else []
    if len(begun) < PAYS:
        for item in chain(begun, waiting):
            yield job(item, case, reader)
        return
    yield from _side_by_side(job, chain(begun, waiting), case, choice, processes)


def _side_by_side(
    job: Job[Item, Answer],
    items: Iterator[Item],
    case: Case,
    choice: ReaderChoice,
    processes: int,
) -> Iterator[Answer]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(case, choice, processes)
    try:
        ahead: deque[Future[Answer]] = deque()
        for item in items:
            with _interruption_held_back():
                ahead.append(pool.submit(_work, job, item))
            if len(ahead) >= AHEAD * processes:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
    except BrokenProcessPool as error:
        raise InputError(
            "a process that was reading was ended from outside, perhaps for want of memory",
            mend="Give fewer --processes",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Keep an interruption waiting while a process may be started: what it inherits is to wait."""
    if sys.platform == "win32":
        yield
        return
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)


def _pool(case: Case, choice: ReaderChoice, processes: int) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(case, choice),
    )


_desk: tuple[Case, Reader] | None = None
"""In a process that reads: the case, and its own reader."""


def _begin(case: Case, choice: ReaderChoice) -> None:
    """Make ready a process that reads; an interruption is the first process's to handle."""
    global _desk  # noqa: PLW0603 - a process is begun once, and is handed nothing else
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _desk = (case, choice.make())


def _work(job: Callable[[Any, Case, Reader], Any], item: object) -> Any:  # noqa: ANN401
    assert _desk is not None  # noqa: S101 - every process begins by being made ready
    return job(item, *_desk)
