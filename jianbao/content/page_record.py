"""page.yaml: what the archive knows of one newspaper page, beside its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, field
from typing import Any, NamedTuple

from jianbao.content.page_name import cut_name
from jianbao.content.strict_yaml import NotYaml, plain, read
from jianbao.content.yaml_text import entry
from jianbao.frozen import frozen
from jianbao.problems import Problem, Words

NAME = "page.yaml"


@frozen
class PageDoubt:
    """Something on the page that a person should look at: the raw line, from 1, and what it is in the two languages.

    Of an article: its id, and `doubt`, the chance (0 to 1, 0 where nobody reckoned it) that something in it was read
    wrongly. Where a person's text stands against a reading: what was read, and the `mark` of the person's text. Such a
    doubt stays until that text changes.
    """

    line: int
    zh: str
    en: str
    article: str = ""
    reading: str = ""
    mark: str = ""
    doubt: float = 0.0


class Correction(NamedTuple):
    """A word that was read otherwise than it is printed, with a little of what stands around it; lines count from 1."""

    line: int
    before: str
    after: str


class Jump(NamedTuple):
    """The pages, as printed, that an article goes on to (下转) and comes from (上接); empty for none."""

    article: str
    to: str = ""
    come: str = ""


@frozen
class PageRecord:
    """A newspaper page in content/.

    `file` is the raw file below seeds/ and `sha256` the digest of the bytes that were read. `facts` are the
    ones people had told at that reading. `articles` are ids in reading order, `numbered` is the highest number
    ever given to one, `deleted` are those a person removed, which never come back, and those a later reading
    took back; `replaced` gives for one of these the id of the article that has its text now. `furniture` are
    pairs (kind, raw text). `losses` counts the places marked `[…]`, `characters` the non-space ones of the raw
    page. `guesses` are facts as the machine reads them: the value, and where it reads it. `jumps` are those of the
    articles that the page says go on, or begin, on another one (`{article: 7KQ2M9X/01, from: '1', to: '4'}`).

    Of a raw file that holds several pages `file` names one (`2022-09.txt#2`), `lines` are the first and the last line of
    the raw file that are this page's, and `sha256` is the digest of its text in UTF-8. All numbers of lines count in the
    raw file; the spans of the ledger count in the text of the page.
    """

    id: str
    file: str
    sha256: str
    lines: tuple[int, ...] = ()
    encoding: str = "utf-8"
    facts: Mapping[str, str] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    numbered: int = 0
    deleted: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
    furniture: tuple[tuple[str, str], ...] = ()
    losses: int = 0
    characters: int = 0
    doubts: tuple[PageDoubt, ...] = ()
    guesses: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    jumps: tuple[Jump, ...] = ()

    @property
    def raw_file(self) -> str:
        """The raw file below seeds/, also where the page is one of several in it."""
        return cut_name(self.file)[0] if self.lines else self.file

    @property
    def lines_before(self) -> int:
        """How many lines of the raw file stand before the page."""
        return self.lines[0] - 1 if self.lines else 0


def record_text(record: PageRecord) -> str:
    """The text of page.yaml; what is empty is left out."""
    values: dict[str, Any] = {
        "id": record.id,
        "file": record.file,
        "sha256": record.sha256,
        "lines": [list(record.lines)] if record.lines else [],
        "encoding": record.encoding,
        "facts": record.facts,
        "articles": record.articles,
        "numbered": record.numbered,
        "deleted": record.deleted,
        "replaced": record.replaced,
        "furniture": [{"kind": kind, "text": text} for kind, text in record.furniture],
        "losses": record.losses,
        "characters": record.characters,
        "doubts": [{name: value for name, value in asdict(doubt).items() if value} for doubt in record.doubts],
        "guesses": {fact: {"value": value, "from": source} for fact, (value, source) in record.guesses.items()},
        "corrections": [{"line": line, "from": before, "to": after} for line, before, after in record.corrections],
        "jumps": [_jump_row(jump) for jump in record.jumps],
    }
    return "\n".join(line for key, value in values.items() if value for line in entry(key, value)) + "\n"


def _jump_row(jump: Jump) -> dict[str, str]:
    row = {"article": jump.article, "from": jump.come, "to": jump.to}
    return {name: value for name, value in row.items() if value}


def parse_record(path: str, text: str) -> PageRecord | Problem:
    """The record in `text`; `path` is the file's path below content/."""
    try:
        values = plain(read(text.removeprefix("\ufeff")))
        return _record(values)
    except NotYaml as error:
        return _unreadable(path, error.reason, error.line)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return _unreadable(path, f"{type(error).__name__}: {error}", None)


def _record(values: Mapping[str, Any]) -> PageRecord:
    return PageRecord(
        id=values["id"],
        file=values["file"],
        sha256=values["sha256"],
        lines=tuple(int(number) for number in next(iter(values.get("lines", ())), ())),
        encoding=values.get("encoding", ""),
        facts=dict(values.get("facts", {})),
        articles=tuple(values.get("articles", ())),
        numbered=int(values.get("numbered", 0)),
        deleted=tuple(values.get("deleted", ())),
        replaced=dict(values.get("replaced", {})),
        furniture=tuple((run["kind"], run["text"]) for run in values.get("furniture", ())),
        losses=int(values.get("losses", 0)),
        characters=int(values.get("characters", 0)),
        doubts=tuple(_doubt(doubt) for doubt in values.get("doubts", ())),
        guesses={fact: (guess["value"], guess["from"]) for fact, guess in values.get("guesses", {}).items()},
        corrections=tuple(
            Correction(int(change.get("line", 0)), change["from"], change["to"])
            for change in values.get("corrections", ())
        ),
        jumps=tuple(
            Jump(jump["article"], jump.get("to", ""), jump.get("from", "")) for jump in values.get("jumps", ())
        ),
    )


def _doubt(values: Mapping[str, str]) -> PageDoubt:
    article, reading, mark = (values.get(name, "") for name in ("article", "reading", "mark"))
    doubt = float(values.get("doubt", 0))
    return PageDoubt(int(values["line"]), values["zh"], values["en"], article, reading, mark, doubt)


def _unreadable(path: str, reason: str, line: int | None) -> Problem:
    return Problem(
        f"content/{path}",
        Words(
            f"页面记录读不懂（{reason}），这一页的文章没有动",
            f"the page's record cannot be read ({reason}); its articles stay",
        ),
        Words("用 git 恢复这个文件", "restore the file from git"),
        line,
    )
