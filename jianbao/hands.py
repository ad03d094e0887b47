"""Many hands: work cut into parts and done by several processes, which all know what this one knows.

They are forks of this process, so nothing has to be packed for them. Where the system cannot fork, and beside other
threads, which a fork would leave half-way, this process does all parts itself: slower, to the same end.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import IO, Any, TypeVar

_Result = TypeVar("_Result")
_NUMBER = 2
"""Bytes in which the number of a part is handed on; so many are read from a pipe whole or not at all."""
_SIZE = 8
"""Bytes that tell how long a result is."""
MOST = 1 << 14
"""Parts of one piece of work: as many as a pipe holds."""

Told = Callable[[int], None]
"""Told how many parts have been begun."""


def tell_nobody(_: int) -> None:
    """Nobody wants to know."""


def hands_for(jobs: int) -> int:
    """How many processes may work: `jobs`, or with 0 one a core; one where this process cannot be forked."""
    threads = sys.modules.get("threading")
    alone = threads is None or threads.active_count() == 1
    return (jobs or os.cpu_count() or 1) if hasattr(os, "fork") and alone else 1


def do_nothing() -> None:
    """There is nothing else to do."""


def share_out(
    parts: Sequence[Callable[[], _Result]],
    hands: int,
    told: Told = tell_nobody,
    meanwhile: Callable[[], object] = do_nothing,
) -> list[_Result]:
    """What the parts give, in their order. A result is made of texts, bytes, numbers, None, tuples, lists and dicts of these.

    `meanwhile` is done by this process before it lends a hand.

    A part changes nothing in memory that another part or the caller would need. What a helping process could not do
    is done once more by this one, so that its fault is raised where it is understood.
    """
    done: dict[int, _Result] = {}
    gc.freeze()  # the collector would touch, and so copy, all that the processes share
    try:
        if hands > 1 and 1 < len(parts) <= MOST:
            done = _with_helpers(parts, hands, told, meanwhile)
        for number, part in enumerate(parts):
            if number not in done:
                told(number)
                done[number] = _do(part)
    finally:
        gc.unfreeze()
    return [done[number] for number in range(len(parts))]


def _with_helpers(
    parts: Sequence[Callable[[], _Result]], hands: int, told: Told, meanwhile: Callable[[], object]
) -> dict[int, _Result]:
    """What was done of the parts by this process and others, by their numbers."""
    done: dict[int, _Result] = {}
    queue = _queue_of(len(parts))
    helpers = [_call_in(parts, queue) for _ in range(min(hands, len(parts)) - 1)]
    try:
        meanwhile()
        while (number := _next(queue)) is not None:
            told(number)
            done[number] = _do(parts[number])
    finally:
        while _next(queue) is not None:
            pass
        for helper, results in helpers:
            done.update(_results_of(helper, results))
        os.close(queue)
    return done


def _do(part: Callable[[], _Result]) -> _Result:
    """What a part gives; the cycles that it leaves (a template's context is one) go at once: they would add up to gigabytes."""
    result = part()
    gc.collect(0)  # those alone that are new
    return result


def begin(work: Callable[[], _Result], hands: int) -> Callable[[], _Result]:
    """Begin work in another process, if there may be one; what comes back waits for its result, which is as in `share_out`.

    What nobody could begin, or did not come to an end, is done by the process that asks.
    """
    if hands < 2:
        return work
    queue = _queue_of(1)
    helper, results = _call_in([work], queue)
    os.close(queue)  # the helper has its own

    def ask() -> _Result:
        done = _results_of(helper, results)
        return done[0] if done else work()

    return ask


@contextmanager
def another_hand(work: Callable[[], _Result], hands: int) -> Iterator[Callable[[], _Result]]:
    """The same for as long as the block lasts: who leaves it waits for the other process, whether it was asked or not."""
    ask = cache(begin(work, hands))
    try:
        yield ask
    finally:
        ask()


def _queue_of(parts: int) -> int:
    """A pipe from which every process takes the number of its next part."""
    queue, end = os.pipe()
    os.write(end, b"".join(number.to_bytes(_NUMBER, "big") for number in range(parts)))
    os.close(end)
    return queue


def _next(queue: int) -> int | None:
    taken = os.read(queue, _NUMBER)
    return int.from_bytes(taken, "big") if taken else None


def _call_in(parts: Sequence[Callable[[], object]], queue: int) -> tuple[int, IO[bytes]]:
    """A process that takes parts as long as there are any; its id, and the file with its results."""
    results = tempfile.TemporaryFile()  # noqa: SIM115 - closed by whoever reads it
    helper = os.fork()
    if helper:
        return helper, results
    gc.freeze()  # for this process, too: what it has from the other one is not looked through
    code = 1
    try:
        while (number := _next(queue)) is not None:
            result: Any = _do(parts[number])
            told = marshal.dumps((number, result))
            results.write(len(told).to_bytes(_SIZE, "big") + told)
            results.flush()
        code = 0
    finally:  # whatever is raised here, nothing of the caller's may run in this process
        os._exit(code)


def _results_of(helper: int, results: IO[bytes]) -> dict[int, Any]:
    """What a helping process has done when it ends, by the numbers of the parts."""
    os.waitpid(helper, 0)
    done: dict[int, Any] = {}
    with results:
        results.seek(0)
        while size := results.read(_SIZE):
            told = results.read(int.from_bytes(size, "big"))  # marshal itself would read it value by value
            try:
                number, result = marshal.loads(told)  # noqa: S302 - written by this very run
            except (EOFError, ValueError, TypeError):  # it was ended in the middle of a word
                break
            done[number] = result
    return done
