"""What open pages are told: that a new site is there, or why there is none. One source, any number of listeners."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Generator
from dataclasses import dataclass, field

PING = 15.0
"""Seconds of silence after which a comment is sent, so that a tab that was closed is noticed."""


@dataclass(slots=True)
class News:
    """The number of the build that the site shows, and what keeps the next one from being shown. Safe between threads."""

    ping: float = PING
    build: int = field(default=1, init=False)
    fault: str = field(default="", init=False)
    _listeners: set[queue.SimpleQueue[str]] = field(default_factory=set, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def built(self, *, changed: bool, styles: bool, fault: str) -> None:
        """A build is over: whether the site is another now, by its style sheets alone, and what went wrong."""
        with self._lock:
            self.build += changed
            self.fault = fault
            self._send(_event("state", build=self.build, fault=fault, styles=styles))

    def close(self) -> None:
        """Let all listeners go."""
        with self._lock:
            self._send("")

    def listen(self) -> Generator[str, None, None]:
        """Server-Sent Events: how things stand, then every change, until `close`."""
        mine: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._lock:
            self._listeners.add(mine)
            mine.put(_event("state", build=self.build, fault=self.fault, styles=False))
        try:
            while event := self._next(mine):
                yield event
        finally:
            with self._lock:
                self._listeners.discard(mine)

    def _next(self, mine: queue.SimpleQueue[str]) -> str:
        try:
            return mine.get(timeout=self.ping)
        except queue.Empty:
            return ": ping\n\n"

    def _send(self, event: str) -> None:
        for listener in self._listeners:
            listener.put(event)


def _event(name: str, **data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
