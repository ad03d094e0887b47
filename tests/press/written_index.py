"""What an index has to say, and what its files say, from the description of the format alone: no code of jianbao.search."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

from jianbao.archive.model import Archive, Article
from jianbao.text.folding import fold

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
FACETS = ("district", "topic", "newspaper", "kind")


@dataclass(frozen=True, slots=True)
class Written:
    """What an index says: the numbers of each token, the ids of the documents, the values of each column by number."""

    lists: dict[str, list[int]]
    ids: dict[int, str]
    columns: dict[str, list[Any]]
    values: dict[str, dict[str, int]]


def write_index(archive: Archive) -> Written:
    """What the index of the articles that may be listed has to say."""
    shown = {one.number: one for one in archive.articles.values() if one.front.withheld is None and one.number >= 0}
    lists: dict[str, list[int]] = {}
    for number in sorted(shown):
        for token in tokens_of(shown[number]):
            lists.setdefault(token, []).append(number)
    numbers = range(max(shown) + 1)
    columns: dict[str, list[Any]] = {"date": [_day(shown[n]) if n in shown else 0 for n in numbers]}
    for facet in FACETS:
        columns[facet] = [_facets(shown[n])[facet] if n in shown else [] for n in numbers]
    values = {facet: dict(Counter(slug for row in columns[facet] for slug in row)) for facet in FACETS}
    return Written(lists, {number: one.id for number, one in shown.items()}, columns, values)


def read_index(folder: Path) -> Written:
    """What the files of an index say, read as their description tells."""
    about = json.loads((folder / "index.json").read_bytes())
    lists: dict[str, list[int]] = {}
    for segment in about["segments"]:
        first, shards = segment["first"], segment["shards"]
        assert (first, segment["end"]) in _segments(about["next"])
        for place in range(shards):
            for token, numbers in _read_shard(_unpacked(folder / f"t/{first}/{place}.bin"), first):
                assert zlib.crc32(_key(token).encode()) % shards == place
                lists[token] = lists.get(token, []) + numbers
    ids = dict(_read_ids(folder, about["block"]))
    offered = json.loads(_unpacked(folder / "values.bin"))
    slugs = {facet: [slug for slug, _, _ in known] for facet, known in offered.items()}
    columns: dict[str, list[Any]] = {"date": _numbers(_unpacked(folder / "c/date.bin"))}
    for facet in FACETS:
        columns[facet] = []
        flat = iter(_numbers(_unpacked(folder / f"c/{facet}.bin")))
        for size in flat:
            columns[facet].append([slugs[facet][next(flat)] for _ in range(size)])
    values = {facet: {slug: count for slug, _, count in known} for facet, known in offered.items()}
    return Written(lists, ids, columns, values)


def tokens_of(article: Article) -> set[str]:
    """All tokens of an article, as the format tells them."""
    front = article.front
    title = [fold(line) for line in (*front.kicker, front.title, *front.subtitle) if line]
    beside = (*(caption.text for caption in front.captions), front.section, *(author.name for author in front.authors))
    text = [fold(one) for one in (*article.plain.split("\n"), *beside)]
    tokens = {token for line in (*title, *text) for token in _tokens(line)}
    tokens |= {"\x01" + token for line in title for token in _tokens(line)}
    tokens |= {f"\x02{kind}:{value}" for kind, values in _facets(article).items() for value in values}
    tokens |= {"\x02person:" + one.path.split("/")[1] for one in article.people if one.path.startswith("people/")}
    return tokens | (set() if _day(article) else {"\x02undated:"})


def _tokens(folded: str) -> set[str]:
    found = set(re.findall(rf"[^\W_{HAN}]+", folded))
    for run in re.findall(rf"[{HAN}]+", folded):
        found |= {*run, *(run[at : at + 2] for at in range(len(run) - 1))}
    return found


def _segments(end: int) -> list[tuple[int, int]]:
    sizes = [size for size in (16**power * 64 for power in range(9, -1, -1)) if size <= end]
    cuts, first = [], 0
    for size in sizes:
        if step := (end - first) // size * size:
            cuts.append((first, first + step))
            first += step
    return [*cuts, (first, end)] if first < end else cuts


def _key(token: str) -> str:
    key = token.removeprefix("\x01")
    return key if key[0] == "\x02" or re.match(f"[{HAN}]", key) else key[:3]


def _read_shard(data: bytes, first: int) -> Iterator[tuple[str, list[int]]]:
    behind = 4 + int.from_bytes(data[:4], "little")
    tokens = data[4:behind].decode().split("\n") if behind > 4 else []
    ends = [at for at in range(behind, len(data)) if data[at] < 128][: len(tokens)]
    at = ends[-1] + 1 if ends else behind
    for token, length in zip(tokens, accumulate(_numbers(data[behind:at])), strict=True):
        yield token, [first + passed for passed in accumulate(_numbers(data[at : at + length]))]
        at += length


def _read_ids(folder: Path, block: int) -> Iterator[tuple[int, str]]:
    for file in folder.glob("d/*.bin"):
        rows, id = json.loads(_unpacked(file)), ""
        for place, (shared, rest) in enumerate(zip(rows[::2], rows[1::2], strict=True)):
            id = id[:shared] + rest
            if rest:
                yield int(file.stem) * block + place, id


def _numbers(data: bytes) -> list[int]:
    numbers, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value = shift = 0
    return numbers


def _unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes())


def _facets(article: Article) -> dict[str, list[str]]:
    papers = [article.newspaper] if article.newspaper else []
    kinds = [article.front.kind] if article.front.kind else []
    return {"district": [*article.districts], "topic": [*article.topics], "newspaper": papers, "kind": kinds}


def _day(article: Article) -> int:
    told = [int(part) for part in re.findall(r"\d+", article.front.issued)]
    return (date(*[*told, 1, 1][:3]) - date(1800, 1, 1)).days + 1 if told else 0
