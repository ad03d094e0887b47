"""A crew: the processes that index, as many as it pays and as memory allows."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

_Result = TypeVar("_Result")
_MOST = 4
"""Each takes some eighty megabytes."""


class Crew:
    """At most `jobs` processes (0: one a core), which are called in with the first work that is worth it."""

    def __init__(self, jobs: int) -> None:
        self._size = min(jobs or os.cpu_count() or 1, _MOST)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def do(self, work: Callable[..., _Result], tasks: Iterable[tuple[object, ...]], *, much: bool) -> Iterator[_Result]:
        """The results of `work`, task by task in their order. Tasks are made when their turn comes, so few are held at once."""
        if not much or self._size < 2:
            yield from (work(*task) for task in tasks)
            return
        self._pool = self._pool or ProcessPoolExecutor(
            self._size, get_context("spawn")
        )  # a fork would copy the archive
        waiting: deque[Future[_Result]] = deque()
        for task in tasks:
            waiting.append(self._pool.submit(work, *task))
            if len(waiting) > self._size:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
