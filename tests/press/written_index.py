"""The files of an index, written a second time from the description of the format alone: no code of jianbao.search.

Everything is plain: one token after the other, no budget of memory, nothing kept.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from jianbao.archive.model import Archive, Article
from jianbao.text.folding import fold

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
BLOCK = 64


def write_index(archive: Archive, site: Path, shards: int = 4, offline: bool = False) -> None:
    """Write the index of the articles that may be listed to site/search/, each segment in so many shards."""
    shown = {one.number: one for one in archive.articles.values() if one.front.withheld is None and one.number >= 0}
    end = max(shown) + 1
    files: dict[str, bytes] = {}
    segments = []
    for first, last in _segments(end):
        lists: dict[str, list[int]] = {}
        for number in range(first, last):
            for token in tokens_of(shown[number]) if number in shown else ():
                lists.setdefault(token, []).append(number)
        for place in range(shards):
            own = {token: lists[token] for token in sorted(lists) if _place(token) % shards == place}
            files[f"t/{first}/{place}"] = _shard(own, first)
        segments.append({"first": first, "end": last, "shards": shards, "mark": "m"})
    values = {kind: _values(archive, shown.values(), kind) for kind in ("district", "topic", "newspaper", "kind")}
    for place in range((end - 1) // BLOCK + 1):
        numbers = range(place * BLOCK, min((place + 1) * BLOCK, end))
        rows = [_row(archive, shown[number]) for number in numbers if number in shown]
        files[f"d/{place}"] = json.dumps(rows, ensure_ascii=False).encode()
    files["c/date"] = b"".join(_leb128(_day(shown[number]) if number in shown else 0) for number in range(end))
    for kind, known in values.items():
        places = {slug: place for place, (slug, _, _) in enumerate(known)}
        rows_of = [[places[slug] for slug in _facets(shown[n])[kind]] if n in shown else [] for n in range(end)]
        files[f"c/{kind}"] = b"".join(_leb128(one) for row in rows_of for one in (len(row), *row))
    about = {
        "form": 1, "documents": len(shown), "next": end, "segments": segments, "block": BLOCK, "blocks": "m",
        "columns": {kind: "m" for kind in ("date", *values)}, "values": values,
    }  # fmt: skip
    for name, data in files.items():
        _write(site / "search" / name, gzip.compress(data, mtime=0), offline, name, ".bin")
    _write(site / "search" / "index", json.dumps(about, ensure_ascii=False).encode(), offline, "index", ".json")


def tokens_of(article: Article) -> set[str]:
    """All tokens of an article, as the format tells them."""
    front = article.front
    title = [fold(line) for line in (*front.kicker, front.title, *front.subtitle) if line]
    text = [fold(one) for one in (*article.plain.split("\n"), *(caption.text for caption in front.captions))]
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
    sizes = [size for size in (8**power * 64 for power in range(9, -1, -1)) if size <= end]
    cuts, first = [], 0
    for size in sizes:
        if step := (end - first) // size * size:
            cuts.append((first, first + step))
            first += step
    return [*cuts, (first, end)] if first < end else cuts


def _place(token: str) -> int:
    key = token.removeprefix("\x01")
    return zlib.crc32((key if key[0] == "\x02" or re.match(f"[{HAN}]", key) else key[:3]).encode())


def _shard(lists: Mapping[str, list[int]], first: int) -> bytes:
    header, postings = [], b""
    for token, numbers in lists.items():
        before, own = first, b""
        for number in numbers:
            own += _leb128(number - before)
            before = number
        header += [token, len(own)]
        postings += own
    told = json.dumps(header, ensure_ascii=False).encode()
    return len(told).to_bytes(4, "little") + told + postings


def _leb128(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + _leb128(number >> 7)


def _facets(article: Article) -> dict[str, list[str]]:
    papers = [article.newspaper] if article.newspaper else []
    kinds = [article.front.kind] if article.front.kind else []
    return {"district": [*article.districts], "topic": [*article.topics], "newspaper": papers, "kind": kinds}


def _values(archive: Archive, shown: Iterable[Article], kind: str) -> list[tuple[str, str, int]]:
    groups = {"district": archive.districts, "topic": archive.topics, "newspaper": archive.newspapers}.get(kind, {})
    counted: dict[str, int] = {}
    for article in shown:
        for slug in _facets(article)[kind]:
            counted[slug] = counted.get(slug, 0) + 1
    return [(slug, groups[slug].name if slug in groups else slug, counted[slug]) for slug in sorted(counted)]


def _day(article: Article) -> int:
    told = [int(part) for part in re.findall(r"\d+", article.front.issued)]
    return (date(*[*told, 1, 1][:3]) - date(1800, 1, 1)).days + 1 if told else 0


def _row(archive: Archive, article: Article) -> list[object]:
    front = article.front
    names = [archive.districts[slug].name for slug in article.districts]
    return [article.number, article.id, article.display, front.newspaper, front.issued, front.page, names, front.kind, front.language]  # fmt: skip


def _write(file: Path, data: bytes, offline: bool, name: str, ending: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if offline:
        file.with_name(file.name + ".js").write_text(f'jianbaoShard("{name}","{b64encode(data).decode()}")', "ascii")
    else:
        file.with_name(file.name + ending).write_bytes(data)
