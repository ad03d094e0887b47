"""Three-way merging of an article: what the machine wrote last, what people made of it, what the machine reads now.

The front matter is merged by key, so that a person's comments, order and own keys stay; the body by paragraph. Where
both changed the same place, the person's text stays and the other one is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from jianbao.content.article import KEYS
from jianbao.content.fences import Cut, cut_fences, even_out
from jianbao.frozen import frozen

_KEY = re.compile(r"(?P<quote>['\"]?)(?P<key>[^\s#'\":\-][^'\":]*)(?P=quote)\s*:(?:\s|$)")


@frozen
class Merged:
    """The merged file, and the readings of the machine that a person's text stood against."""

    text: str
    conflicts: tuple[str, ...] = ()


class Chunk(NamedTuple):
    """Some lines of the front matter: those of one key, or (key empty) comments and blank lines."""

    key: str
    lines: str


def merge(base: str, ours: str, theirs: str) -> Merged:
    """`ours`, the person's file, with the changes from `base` to `theirs` where the person changed nothing.

    A person's file that has lost its fences, so that nothing can be told apart in it, stays as it is.
    """
    base, mine, theirs = even_out(base), even_out(ours), even_out(theirs)
    if mine in (base, theirs):
        return Merged(theirs)
    if base == theirs:
        return Merged(ours)
    cuts = [cut_fences("", text) for text in (base, mine, theirs)]
    old, own, new = (cut if isinstance(cut, Cut) else None for cut in cuts)
    if old is None or own is None or new is None or (new.front and not own.front):
        return Merged(ours, (_excerpt(theirs),))
    front, front_conflicts = _merge_front(chunks_of(old.front), chunks_of(own.front), chunks_of(new.front))
    paragraphs, body_conflicts = merge_lists(*(_paragraphs(cut.body) for cut in (old, own, new)))
    body = "\n\n".join(paragraphs)
    text = f"---\n{front}---\n" + (f"\n{body}\n" if body else "")
    return Merged(text, (*front_conflicts, *("\n\n".join(theirs) for theirs in body_conflicts)))


def chunks_of(front: str) -> list[Chunk]:
    """The front matter in pieces, which joined are it again."""
    chunks: list[Chunk] = []
    for line in front.splitlines(keepends=True):
        found = _KEY.match(line)
        if found:
            chunks.append(Chunk(found["key"].strip(), line))
        elif line.startswith("#") or not line.strip() or not chunks:
            chunks.append(Chunk("", line))
        else:
            last = chunks.pop()
            chunks.append(Chunk(last.key, last.lines + line))
    return chunks


def _merge_front(base: list[Chunk], ours: list[Chunk], theirs: list[Chunk]) -> tuple[str, list[str]]:
    old, own, new = (_by_key(chunks) for chunks in (base, ours, theirs))
    merged: list[Chunk] = []
    conflicts: list[str] = []
    for chunk in ours:
        kept, conflict = _merge_chunk(chunk, old.get(chunk.key), new.get(chunk.key))
        merged += [Chunk(chunk.key, kept)] if kept else []
        conflicts += conflict
    for key, lines in new.items():
        if key not in own and key not in old:
            merged.insert(place_for(key, merged), Chunk(key, lines))
        elif key not in own and old[key] != lines:
            conflicts.append(lines.rstrip("\n"))
    return "".join(chunk.lines for chunk in merged), conflicts


def _merge_chunk(own: Chunk, old: str | None, new: str | None) -> tuple[str, list[str]]:
    """The lines that stay for one key of the person's, and what the machine says against them."""
    if not own.key or own.lines in (new, None) or old == new:
        return own.lines, []
    if own.lines == old:
        return new or "", []
    return own.lines, [(new or f"{own.key}:").rstrip("\n")]


def _by_key(chunks: list[Chunk]) -> dict[str, str]:
    return {chunk.key: chunk.lines for chunk in reversed(chunks) if chunk.key}


def place_for(key: str, chunks: list[Chunk]) -> int:
    """Where a new key goes: behind the last of those that come before it by order."""
    before = set(KEYS[: KEYS.index(key)]) if key in KEYS else set(KEYS)
    return max((place + 1 for place, chunk in enumerate(chunks) if chunk.key in before), default=0)


def _paragraphs(body: str) -> list[str]:
    return [paragraph.strip("\n") for paragraph in re.split(r"\n[ \t]*\n", body) if paragraph.strip()]


def merge_lists(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The three-way merge of three lists, and what `theirs` has where both differ from `base` and from one another."""
    merged: list[str] = []
    conflicts: list[list[str]] = []
    at_base = at_ours = at_theirs = 0
    for sync in (*_kept_by_both(base, ours, theirs), _Sync(len(base), len(ours), len(theirs), 0)):
        old, own, new = base[at_base : sync.base], ours[at_ours : sync.ours], theirs[at_theirs : sync.theirs]
        stretch, disputed = _merge_stretch(list(old), list(own), list(new))
        merged += (*stretch, *ours[sync.ours : sync.ours + sync.size])
        conflicts += disputed
        at_base, at_ours, at_theirs = (place + sync.size for place in sync[:3])
    return merged, conflicts


def _merge_stretch(old: list[str], own: list[str], new: list[str]) -> tuple[list[str], list[list[str]]]:
    """Members between two runs that all have: member by member where their numbers are the same, else as one."""
    if old == own or own == new:
        return new, []
    if old == new:
        return own, []
    if not len(old) == len(own) == len(new) or len(old) < 2:
        return own, [new]
    merged: list[str] = []
    conflicts: list[list[str]] = []
    for members in zip(old, own, new, strict=True):
        stretch, disputed = _merge_stretch(*([member] for member in members))
        merged += stretch
        conflicts += disputed
    return merged, conflicts


class _Sync(NamedTuple):
    """A run of members that stands in all three lists."""

    base: int
    ours: int
    theirs: int
    size: int


def _kept_by_both(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Sync]:
    """The runs of `base` that both sides kept, in order."""
    for own in SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks():
        for new in SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks():
            start = max(own.a, new.a)
            end = min(own.a + own.size, new.a + new.size)
            if start < end:
                yield _Sync(start, own.b + start - own.a, new.b + start - new.a, end - start)


def _excerpt(text: str) -> str:
    return text if len(text) <= 200 else text[:200] + "…"
