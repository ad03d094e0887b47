"""Who reads the pages: this process alone, several processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from jianbao.reading.keeping.due import DuePage

_MANY = 16
"""From so many pages on starting other processes pays."""


@contextmanager
def hands(pages: Sequence[DuePage], jobs: int, scheduler: str) -> Iterator[Executor | None]:
    """Those to whom pages can be handed; None where this process reads them itself.

    `jobs` are processes (0: one a core); `scheduler` is the address of a Dask cluster, which is asked however few the
    pages are. Raises CallError for a cluster that cannot read these pages.
    """
    workers = min(jobs or os.cpu_count() or 1, len(pages) // 4)
    if scheduler and pages:
        from jianbao.reading.keeping.cluster import cluster  # an extra, and slow to load

        with cluster(scheduler, [page.page.raw.path for page in pages]) as others:
            yield others
    elif len(pages) < _MANY or workers < 2:
        yield None
    else:
        with ProcessPoolExecutor(workers) as pool:
            yield pool
