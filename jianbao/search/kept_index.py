"""The index as the cache folder has it: documents, shards and their marks. It can be deleted at any time.

What is kept is a pure function of the documents, so it is right for whatever site is made of it. It is a database of
SQLite; a shard or a document that is not what its mark says counts as damage, and damage as an absent index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from jianbao.search.document import Document, kept_document
from jianbao.search.packing import digest
from jianbao.search.segments import Segment

_LAYOUT = """
CREATE TABLE form (form TEXT NOT NULL);
CREATE TABLE documents (number INTEGER PRIMARY KEY, mark TEXT NOT NULL, tokens INTEGER NOT NULL);
CREATE TABLE texts (number INTEGER PRIMARY KEY, kept BLOB NOT NULL);
CREATE TABLE segments (first INTEGER PRIMARY KEY, end INTEGER NOT NULL, shards INTEGER NOT NULL);
CREATE TABLE marks (first INTEGER, shard INTEGER, mark TEXT NOT NULL, PRIMARY KEY (first, shard)) WITHOUT ROWID;
CREATE TABLE shards (first INTEGER, shard INTEGER, file BLOB NOT NULL, PRIMARY KEY (first, shard));
"""


class Damaged(Exception):
    """What is kept is not what was kept."""


class KeptSegment(NamedTuple):
    """A segment in the index, and in how many shards it stands."""

    segment: Segment
    shards: int


class KeptIndex:
    """An open database. Every question may raise sqlite3.Error or Damaged."""

    def __init__(self, database: sqlite3.Connection, file: Path) -> None:
        self.file = file
        self._database = database

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def save(self) -> None:
        """Make what was put in since the last time stand, all of it or nothing."""
        self._database.commit()

    def forget(self) -> None:
        """Make sure that nobody builds on what is kept."""
        self._database.execute("DELETE FROM form")
        self.save()

    # ---------------------------------------------------------------- questions
    def documents(self) -> dict[int, str]:
        """All documents by their numbers, ascending: the mark of what the tokens of each are made from."""
        return dict(self._database.execute("SELECT number, mark FROM documents ORDER BY number"))

    def has(self, number: int) -> bool:
        """Whether a document is in the index."""
        row = self._database.execute("SELECT 1 FROM documents WHERE number = ?", (number,)).fetchone()
        return row is not None

    def postings(self, segment: Segment) -> int:
        """How many tokens the documents of a segment have, all together."""
        rows = self._database.execute("SELECT tokens FROM documents WHERE number >= ? AND number < ?", segment)
        return sum(tokens for (tokens,) in rows)

    def segments(self) -> dict[Segment, KeptSegment]:
        """All segments, in order."""
        rows = self._database.execute("SELECT first, end, shards FROM segments ORDER BY first")
        return {Segment(first, end): KeptSegment(Segment(first, end), shards) for first, end, shards in rows}

    def marks(self) -> dict[tuple[int, int], str]:
        """The mark of every shard, by the first number of its segment and by its own."""
        rows = self._database.execute("SELECT first, shard, mark FROM marks ORDER BY first, shard")
        return {(first, shard): mark for first, shard, mark in rows}

    def shard(self, first: int, shard: int) -> bytes:
        """The file of a shard."""
        row = self._database.execute(
            "SELECT file, mark FROM shards JOIN marks USING (first, shard) WHERE first = ? AND shard = ?",
            (first, shard),
        ).fetchone()
        if row is None or digest(row[0]) != row[1]:
            raise Damaged(f"{first}/{shard}")
        return bytes(row[0])

    def document(self, number: int) -> Document:
        """A document, folded."""
        row = self._database.execute("SELECT kept FROM texts WHERE number = ?", (number,)).fetchone()
        try:
            return kept_document(row[0])
        except Exception as error:  # no such row, or its bytes are not what they were
            raise Damaged(str(number)) from error

    # ---------------------------------------------------------------- answers
    def put_documents(self, rows: Iterable[tuple[int, str, int, bytes]]) -> None:
        """Documents by number, mark, number of tokens, and what is kept of them."""
        for number, mark, tokens, kept in rows:
            self._database.execute("REPLACE INTO documents VALUES (?, ?, ?)", (number, mark, tokens))
            self._database.execute("REPLACE INTO texts VALUES (?, ?)", (number, kept))

    def drop_documents(self, numbers: Iterable[int]) -> None:
        """Documents that are no longer there."""
        rows = [(number,) for number in numbers]
        self._database.executemany("DELETE FROM documents WHERE number = ?", rows)
        self._database.executemany("DELETE FROM texts WHERE number = ?", rows)

    def drop_segment(self, segment: Segment) -> None:
        """A segment with its shards."""
        for table in ("segments", "marks", "shards"):
            self._database.execute(f"DELETE FROM {table} WHERE first = ?", (segment.first,))  # noqa: S608 - names of ours

    def put_segment(self, segment: Segment, shards: int) -> None:
        """A segment whose shards follow."""
        self._database.execute("REPLACE INTO segments VALUES (?, ?, ?)", (*segment, shards))

    def put_shards(self, first: int, files: Iterable[tuple[int, bytes]]) -> None:
        """Shards of the segment that begins at `first`, by their numbers."""
        for shard, file in files:
            self._database.execute("REPLACE INTO marks VALUES (?, ?, ?)", (first, shard, digest(file)))
            self._database.execute("REPLACE INTO shards VALUES (?, ?, ?)", (first, shard, file))


def open_index(file: Path, form: str) -> KeptIndex | None:
    """The index that was kept in the format `form`; None where there is none, or none that can be read."""
    if not file.is_file():
        return None
    try:
        database = _connect(file)
    except sqlite3.Error:
        return None
    try:
        if database.execute("SELECT form FROM form").fetchall() == [(form,)]:
            return KeptIndex(database, file)
    except sqlite3.Error:
        pass
    database.close()
    return None


def new_index(file: Path, form: str) -> KeptIndex:
    """An empty index in a new file. It is written straight through: what is not finished is thrown away."""
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    database = _connect(file)
    database.execute("PRAGMA page_size = 16384")  # a text or a shard fills one without much waste
    database.execute("PRAGMA journal_mode = OFF")
    database.executescript(_LAYOUT)
    database.execute("INSERT INTO form VALUES (?)", (form,))
    return KeptIndex(database, file)


def _connect(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file)
    database.execute("PRAGMA synchronous = OFF")  # a loss of power damages a cache, which is seen
    database.execute("PRAGMA cache_size = -8000")
    return database


def whole_again(index: KeptIndex, file: Path, form: str) -> KeptIndex:
    """Let a finished new index take the place of the one in `file`; where something holds that, go on with the new one."""
    index.save()
    index.close()
    try:
        index.file.replace(file)
    except OSError:
        file = index.file
    opened = open_index(file, form)
    if opened is None:
        raise Damaged(file.name)
    return opened
