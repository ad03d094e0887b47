"""The story of a preview: build, serve, and build again whenever a source changes, until the person ends it."""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from jianbao.frozen import frozen
from jianbao.preview.news import News
from jianbao.preview.server import PreviewServer
from jianbao.preview.watch import WAKE, Watch
from jianbao.problems import CallError


@frozen
class Built:
    """A build: whether the site's files are other ones now, and what could not be processed, in words for the page."""

    changed: bool
    fault: str = ""


Build: TypeAlias = Callable[[frozenset[Path]], Built]
"""Builds the site after the files changed; for an empty set, for the first time."""


Proof: TypeAlias = Callable[[frozenset[Path]], bool]
"""Shows what can be shown of a change at once; whether the site's files are other ones now."""


def no_proof(_: frozenset[Path]) -> bool:
    """Everything waits for the build."""
    return False


@frozen
class Sources:
    """What is watched: folders with all below them, the settings file, and which of the folders hold themes."""

    folders: tuple[Path, ...]
    settings: Path
    themes: tuple[Path, ...]


@frozen
class Talk:
    """What the terminal is told: the address when the first build is over, and why a build broke off."""

    ready: Callable[[str], None]
    broken: Callable[[str], None]


def preview(site: Path, base: str, sources: Sources, build: Build, talk: Talk, proof: Proof = no_proof) -> None:
    """Serve `site` under `base` until Ctrl-C. What `proof` can show of a change at once stands before it is built."""
    news, watch = News(), Watch(sources.folders, sources.settings)
    watch.start()
    news.built(changed=False, styles=False, fault=_attempt(build, frozenset(), talk).fault)
    with PreviewServer(site, base, news) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            talk.ready(server.url)
            for changes in _proved(watch.changes(), proof, news):
                built = _attempt(build, changes, talk)
                news.built(changed=built.changed, styles=_are_styles(changes, sources.themes), fault=built.fault)
        except KeyboardInterrupt:
            return
        finally:
            watch.stop()
            news.close()
            server.shutdown()


def _proved(changes: Iterator[frozenset[Path]], proof: Proof, news: News) -> Iterator[frozenset[Path]]:
    """The changes as they wait to be built, proofs of them pulled already, also while something else is being built."""
    if proof is no_proof:
        yield from changes
        return
    waiting: queue.SimpleQueue[frozenset[Path] | None] = queue.SimpleQueue()

    def pull() -> None:
        for some in changes:
            with suppress(Exception):  # whatever is wrong with the change, the build will tell
                if proof(some):
                    news.built(changed=True, styles=False, fault=news.fault)
            waiting.put(some)
        waiting.put(None)

    threading.Thread(target=pull, daemon=True).start()
    while True:
        try:
            found = waiting.get(timeout=WAKE / 1000)
        except queue.Empty:  # a wait without an end could not be interrupted on Windows
            continue
        if found is None:
            return
        while not waiting.empty():
            found |= waiting.get() or frozenset()
        yield found


def _attempt(build: Build, changes: frozenset[Path], talk: Talk) -> Built:
    """The build; one that breaks off leaves the site as it was and says why, on the page and on the terminal."""
    try:
        return build(changes)
    except CallError as error:
        fault = str(error)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the preview has to go on and tell
        fault = f"{type(error).__name__}: {error}\n\n{''.join(traceback.format_exception(error)[-4:])}"
    talk.broken(fault)
    return Built(changed=False, fault=fault)


def _are_styles(changes: frozenset[Path], themes: tuple[Path, ...]) -> bool:
    return all(path.suffix == ".css" and any(path.is_relative_to(theme) for theme in themes) for path in changes)
