"""content/pages.csv: the facts of every page in one table that people fill in with Excel.

A row is a page or a pattern of pages (`安阳/2022/*`). Of several pages in one raw file each has a row (`2022-09.txt#2`),
and a row or pattern that names the raw file is one of all of them. Columns of facts are people's; the columns `…_guess` beside them
and `guessed_from` and `page_id` are the machine's. What people wrote, the order of their columns and columns of their own stay.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from jianbao.content.fact_cells import bad_cell, normal_fact
from jianbao.content.page_name import cut_name
from jianbao.content.table_faults import conflict_marks, mistyped_columns, unclosed_quote
from jianbao.frozen import frozen
from jianbao.problems import Problem, Words

NAME = "pages.csv"
FACTS = (
    "newspaper", "issued", "edition", "page", "page_name", "city", "districts", "language", "source_url", "retrieved",
    "image", "rights",
)  # fmt: skip
GUESSED = ("newspaper", "issued", "page", "page_name", "city", "districts", "language")
FROM = "guessed_from"
PAGE_ID = "page_id"
"""The id of the page, so that it is known although its folder was deleted."""
HEADER = (
    "file",
    *(column for fact in FACTS for column in ((fact, f"{fact}_guess") if fact in GUESSED else (fact,))),
    FROM,
    PAGE_ID,
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes Excel take a cell for a formula."""


@frozen
class PagesTable:
    """The table as people have it: the header and the rows, each with as many cells as were typed.

    `exact` and `patterns` give for a file, and for the patterns from the most general to the most specific one, the
    facts told there. A table without a column `file` is not `usable`: it is left alone.
    """

    header: tuple[str, ...] = HEADER
    rows: tuple[tuple[str, ...], ...] = ()
    exact: Mapping[str, Mapping[str, str]] | None = None
    patterns: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = ()
    usable: bool = True
    read_from: Mapping[str, tuple[str, int]] | None = None
    """By file, as `exact`: the id of the page that was read from it, and the number of the row that says so."""
    numbered: Mapping[str, Mapping[int, str]] | None = None
    """The ids of `read_from` for pages that are one of several, by the raw file and their number."""

    def facts_for(self, file: str, raw_file: str = "") -> dict[str, str]:
        """What people told of the raw file `file` (below seeds/): a filled cell wins, the most specific row first.

        Where the page is one of several, `file` has its number (`2022-09.txt#2`), and `raw_file` holds them all.
        """
        names = [_key(raw_file), _key(file)] if raw_file and raw_file != file else [_key(file)]
        told: dict[str, str] = {}
        for pattern, facts in self.patterns:
            if any(map(pattern.fullmatch, names)):
                told |= facts
        for name in names:
            told |= (self.exact or {}).get(name, {})
        return told

    def facts_in_force(self, file: str, applied: Mapping[str, str], raw_file: str = "") -> dict[str, str]:
        """What people told of `file`, where `applied` was told before: only a cell that is there can take a fact back.

        An empty cell does; a row or a column that is missing, or a table that cannot be used, leaves the fact as it is.
        """
        if not self.usable:
            return dict(applied)
        absent = {fact for fact in FACTS if not self.has_row(file) or fact not in self.header}
        told = {fact: value for fact, value in applied.items() if fact in absent} | self.facts_for(file, raw_file)
        return {fact: told[fact] for fact in FACTS if fact in told}

    def has_row(self, file: str) -> bool:
        """Whether the file has a row of its own."""
        return _key(file) in (self.exact or {})

    def page_of(self, file: str) -> tuple[str, int]:
        """The id of the page that was read from `file`, empty where none is known, and the number of its row."""
        return (self.read_from or {}).get(_key(file), ("", 0))

    def ids_by_number(self, raw_file: str) -> Mapping[int, str]:
        """The ids of the pages that were read from a raw file of several, by their numbers."""
        return (self.numbered or {}).get(_key(raw_file), {})


@frozen
class PageGuess:
    """A fact of a page as the machine reads it, and where it reads it (masthead, file name …)."""

    value: str
    source: str


def parse_table(data: bytes, file: str = "content/" + NAME) -> tuple[PagesTable, tuple[Problem, ...]]:
    """The table in a file's bytes, as Excel and WPS write it: UTF-8, GBK or UTF-16; commas, semicolons or tabs."""
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        what = Words("这个表的编码读不懂", "the encoding of this table is not known")
        remedy = Words("在 Excel 里另存为“CSV UTF-8”", "save it in Excel as 'CSV UTF-8'")
        return PagesTable(usable=False), (Problem(file, what, remedy),)
    first = text.partition("\n")[0]
    marked = re.search(r"^(?:<{7}|={7}|>{7})", text, re.MULTILINE)
    if marked:
        problem = conflict_marks(file, text.count("\n", 0, marked.start()) + 1)
        return PagesTable(usable=False), (problem,)
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=first.count), strict=True)
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            begins = reader.line_num + 1
    except csv.Error:
        return PagesTable(usable=False), (unclosed_quote(file, begins),)
    if not rows:
        return PagesTable(), ()
    header = tuple(cell.strip() for cell in rows[0])
    if "file" not in header:
        what = Words("表头里没有“file”这一列，整个表没有读", "there is no column file; the table was not read")
        remedy = Words("把写着原始文件名的一列叫作 file", "call the column with the names of the raw files file")
        return PagesTable(header, tuple(map(tuple, rows[1:])), usable=False), (Problem(file, what, remedy, 1),)
    table, problems = _indexed(PagesTable(header, tuple(map(tuple, rows[1:]))), file)
    return table, (*mistyped_columns(file, header, HEADER), *problems)


def table_bytes(table: PagesTable) -> bytes:
    """The table as Excel opens it by a double click: UTF-8 with a byte order mark, CRLF."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows((table.header, *table.rows))
    return out.getvalue().encode("utf-8-sig")


def with_guesses(
    table: PagesTable,
    guesses: Mapping[str, Mapping[str, PageGuess]],
    ids: Mapping[str, str] = MappingProxyType({}),
    facts: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> PagesTable:
    """The table with a row for each file of `guesses` and the guesses in it; people's cells and rows stay as they are.

    A new row stands where its raw file does among the others: behind the file before it by name, wherever people have
    put that one; the first files before the one after them; where none of the files has a row yet, at the end.
    `ids` are those of the pages. `facts`, which are in force, are written where the row or the column was missing.
    """
    if not table.usable:
        return table
    header = table.header + tuple(column for column in HEADER if column not in table.header)
    place = {column: header.index(column) for column in HEADER}
    keys = [_key(_cell(row, place["file"])) for row in table.rows]
    there, lost = frozenset(keys), tuple(fact for fact in FACTS if fact not in table.header)
    cells = {
        file: _told_cells(place, facts.get(file, {}), lost if _key(file) in there else FACTS)
        | _guess_cells(place, guessed)
        | ({place[PAGE_ID]: ids[file]} if file in ids else {})
        for file, guessed in guesses.items()
    }
    rows_of = _new_rows(cells, there, place["file"], len(header))
    first = next((_key(file) for file in sorted(cells, key=cut_name) if _key(file) in there), "")
    cells_of = {_key(file): filled for file, filled in cells.items()}
    rows: list[tuple[str, ...]] = []
    for key, row in zip(keys, table.rows, strict=True):
        filled = cells_of.pop(key, None)  # of two rows for one file the first has the guesses
        if filled is None:
            rows.append(row)
        else:
            rows += (*(rows_of.pop("", ()) if key == first else ()), _filled(row, filled), *rows_of.pop(key, ()))
    rows += rows_of.pop("", ())
    if tuple(rows) == table.rows:
        return table
    return _indexed(replace(table, header=header, rows=tuple(rows)), "")[0]


def _new_rows(
    cells: Mapping[str, Mapping[int, str]], there: Collection[str], file_column: int, columns: int
) -> dict[str, list[tuple[str, ...]]]:
    """The rows of files that have none, by the key of the row behind which they go; empty: there is none."""
    before = ""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for file in sorted(cells, key=cut_name):
        if _key(file) in there:
            before = _key(file)
        else:
            row = _filled(("",) * columns, {file_column: _safe(file), **cells[file]})
            rows.setdefault(before, []).append(row)
    return rows


def with_new_names(table: PagesTable, names: Mapping[str, str]) -> PagesTable:
    """The table after raw files were renamed, old name to new: what people told of them stands in their rows still.

    A row that people wrote for the new name already counts instead.
    """
    old_names = {_key(old) for old in names}
    taken = (table.exact or {}).keys() - old_names
    given = {_key(old): _safe(new) for old, new in names.items() if _key(new) not in taken}
    if not table.usable or not given.keys() & (table.exact or {}).keys():
        return table
    place = table.header.index("file")
    rows = tuple(
        _filled(row, {place: given[_key(_cell(row, place))]}) if _key(_cell(row, place)) in given else row
        for row in table.rows
    )
    return _indexed(replace(table, rows=rows), "")[0]


def _told_cells(place: Mapping[str, int], told: Mapping[str, str], columns: Iterable[str]) -> dict[int, str]:
    return {place[fact]: _safe(told[fact]) for fact in columns if fact in told}


def rows_without_page(table: PagesTable, files: Iterable[str]) -> list[tuple[int, str]]:
    """The rows, by number and as typed, whose file or pattern is none of `files`."""
    if not table.usable:
        return []
    names = {_key(file) for file in files}
    place = table.header.index("file")
    typed = ((number, _cell(row, place)) for number, row in enumerate(table.rows, start=2))
    return [(number, name) for number, name in typed if name and not _names_one(_key(name), names)]


def _names_one(name: str, names: Collection[str]) -> bool:
    if "*" not in name and "?" not in name:
        return name in names
    pattern = _regex(name)
    return any(pattern.fullmatch(one) for one in names)


def _guess_cells(place: Mapping[str, int], guessed: Mapping[str, PageGuess]) -> dict[int, str]:
    cells = {place[f"{fact}_guess"]: _safe(guessed[fact].value) if fact in guessed else "" for fact in GUESSED}
    sources = "; ".join(f"{fact}: {guessed[fact].source}" for fact in GUESSED if fact in guessed)
    return cells | {place[FROM]: _safe(sources)}


def _filled(row: tuple[str, ...], cells: Mapping[int, str]) -> tuple[str, ...]:
    """The row with some cells set, as long as it must be for that."""
    needed = max((number for number, text in cells.items() if text), default=-1) + 1
    longer = [*row, *[""] * (needed - len(row))]
    return tuple(cells.get(number, text) for number, text in enumerate(longer))


def _indexed(table: PagesTable, file: str) -> tuple[PagesTable, tuple[Problem, ...]]:
    """The table with its facts found by file, and what is wrong with single cells."""
    exact: dict[str, Mapping[str, str]] = {}
    patterns: list[tuple[str, Mapping[str, str]]] = []
    problems: list[Problem] = []
    columns = [(number, name) for number, name in enumerate(table.header) if name in FACTS]
    for line, row in enumerate(table.rows, start=2):
        name = _key(_cell(row, table.header.index("file")))
        facts = {}
        for number, fact in columns:
            typed = _cell(row, number)
            value = normal_fact(fact, typed)
            if value is None:
                problems.append(bad_cell(file, line, fact, typed))
            elif value:
                facts[fact] = value
        if not name:
            continue
        if "*" in name or "?" in name:
            patterns.append((name, facts))
        else:
            problems += _contradictions(file, line, name, exact.get(name, {}), facts)
            exact[name] = facts | dict(exact.get(name, {}))
    ordered = sorted(patterns, key=lambda pattern: _specificity(pattern[0]))
    compiled = tuple((_regex(name), facts) for name, facts in ordered)
    read_from = _read_from(table)
    indexed = replace(table, exact=exact, patterns=compiled, read_from=read_from, numbered=_numbered(read_from))
    return indexed, tuple(problems)


def _read_from(table: PagesTable) -> dict[str, tuple[str, int]]:
    if PAGE_ID not in table.header:
        return {}
    names, ids = table.header.index("file"), table.header.index(PAGE_ID)
    rows = [(_key(_cell(row, names)), _cell(row, ids), number) for number, row in enumerate(table.rows, start=2)]
    return {file: (page_id, number) for file, page_id, number in reversed(rows) if page_id}


def _numbered(read_from: Mapping[str, tuple[str, int]]) -> dict[str, dict[int, str]]:
    ids: dict[str, dict[int, str]] = {}
    for file, (page_id, _) in read_from.items():
        raw_file, number = cut_name(file)
        if number:
            ids.setdefault(raw_file, {})[number] = page_id
    return ids


def _key(file: str) -> str:
    """A file as it is compared: however slashes and accents were typed, with or without `seeds/` before it."""
    return unicodedata.normalize("NFC", file.strip().replace("\\", "/").removeprefix("./").removeprefix("seeds/"))


def _cell(row: tuple[str, ...], number: int) -> str:
    text = row[number].strip() if number < len(row) else ""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _safe(text: str) -> str:
    """A cell of the machine's that Excel does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile("".join({"*": ".*", "?": "."}.get(mark, re.escape(mark)) for mark in pattern), re.DOTALL)


def _specificity(pattern: str) -> tuple[int, int]:
    """How much a pattern says: the characters before its first wildcard, then all that are none."""
    return len(re.split(r"[*?]", pattern)[0]), len(re.sub(r"[*?]", "", pattern))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _contradictions(
    file: str, line: int, name: str, told: Mapping[str, str], again: Mapping[str, str]
) -> list[Problem]:
    return [
        Problem(
            file,
            Words(
                f"第{line}行又写了“{name}”，“{fact}”与前面不同；用前面的“{told[fact]}”",
                f"row {line} has {name} again with another {fact}; the first one, {told[fact]}, is used",
            ),
            Words("留下一行", "keep one of the rows"),
            line,
        )
        for fact in again
        if fact in told and told[fact] != again[fact]
    ]
