"""The files of the index, each with a mark that is known before its bytes are made, and the first that tells of all others."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from jianbao.archive.model import Archive, Article
from jianbao.frozen import frozen
from jianbao.search.catalogue import BLOCK, blocks, encode
from jianbao.search.facets import columns, list_values
from jianbao.search.kept_index import KeptIndex, KeptSegment
from jianbao.search.packing import digest, pack

FORM = 2
_MARK = 10
"""Digits of a mark in an address."""


@frozen
class IndexFile:
    """A file below search/: its path, a mark that stands for its bytes, and how they are made."""

    path: str
    mark: str
    make: Callable[[], bytes]


def index_files(
    archive: Archive, documents: Mapping[int, Article], kept: KeptIndex, shard_of: Callable[[int, int], bytes]
) -> tuple[IndexFile, ...]:
    """All files of the index, `index.json` first; `shard_of` gives a shard of `kept` by its segment's first number and its own."""
    values = list_values(archive, documents)
    rows = [(f"d/{block}.bin", data) for block, data in blocks(documents)]
    of_facets = [(name, data) for name, data in columns(documents, values)]
    offered = encode({facet: [[one.slug, one.name, one.count] for one in some] for facet, some in values.items()})
    about = {
        "form": FORM,
        "documents": len(documents),
        "next": max(documents, default=-1) + 1,
        "segments": about_segments(kept),
        "block": BLOCK,
        "blocks": digest(*(data for _, data in rows))[:_MARK],
        "columns": {name: digest(data)[:_MARK] for name, data in of_facets},
        "values": digest(offered)[:_MARK],
    }
    whole = [*rows, *((f"c/{name}.bin", data) for name, data in of_facets), ("values.bin", offered)]
    return (
        IndexFile("index.json", digest(encode(about)), partial(encode, about)),
        *(IndexFile(path, digest(data), partial(pack, data)) for path, data in whole),
        *shard_files(kept, shard_of),
    )


def shard_files(kept: KeptIndex, shard_of: Callable[[int, int], bytes]) -> Iterator[IndexFile]:
    """The files of the shards."""
    for (first, shard), mark in kept.marks().items():
        yield IndexFile(f"t/{first}/{shard}.bin", mark, partial(shard_of, first, shard))


def about_segments(kept: KeptIndex) -> list[dict[str, Any]]:
    """The segments as `index.json` tells them."""
    marks = kept.marks()
    return [_about_segment(one, marks) for one in kept.segments().values()]


def _about_segment(kept: KeptSegment, marks: Mapping[tuple[int, int], str]) -> dict[str, Any]:
    """A segment as `index.json` tells it; its mark stands for all its shards."""
    (first, end), shards = kept
    of_shards = "".join(marks[first, shard] for shard in range(shards))
    return {"first": first, "end": end, "shards": shards, "mark": digest(of_shards.encode("ascii"))[:_MARK]}


def as_script(file: IndexFile) -> IndexFile:
    """The file as a script, for pages that come from a disk. It takes a third more bytes."""
    name = file.path.rpartition(".")[0]
    return IndexFile(f"{name}.js", file.mark, lambda: script(name, file.make()))


def script(name: str, data: bytes) -> bytes:
    """A script that hands over the bytes of a file under its name."""
    return b'jianbaoShard("%s","%s")\n' % (name.encode("ascii"), b64encode(data))
