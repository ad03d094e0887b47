"""Python's collector of cycles at rest: it looks through everything again and again while much is made that is all kept.

An archive is hundreds of thousands of values that hold no cycles.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector rest for the length of the block; what counts references goes on.

    What was made meanwhile is not looked through afterwards either: that would take as long as a step of a build.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.freeze()
            gc.enable()
