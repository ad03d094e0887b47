"""An archive in a temporary folder, and a reader of pages simple enough to follow by eye.

The simple reader takes `# Headline` as the start of an article, every other line as a paragraph, and lines before the
first headline as furniture. It changes nothing but a straight comma and a doubled 不, and it keeps the ledger as the real one does.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from jianbao.content.article import FrontMatter, Source
from jianbao.content.edtf import is_day
from jianbao.content.frontmatter import parse
from jianbao.content.ledger_file import Ledger, parse_ledger
from jianbao.content.markdown import body_of
from jianbao.reading.keeping.clean import clean
from jianbao.reading.keeping.cleaned import Cleaned
from jianbao.reading.page import Edit, EditClass, Facts, Furniture, Guess, Part, RawPage, ReadArticle, ReadPage, Role
from jianbao.settings import Folders, Settings


def read_simply(raw: RawPage, facts: Facts, authority: Path | None) -> ReadPage:
    """The simple reader; a page that says `CRASH` is one on which the program fails, `LOSE` one that does not balance."""
    if "CRASH" in raw.text:
        raise ZeroDivisionError("division by zero")
    parts: list[list[Part]] = []
    furniture = []
    place = 0
    for line in raw.text.splitlines(keepends=True):
        text, start = line.strip(), place
        place += len(line)
        span = (start, start + len(line.rstrip("\r\n")))
        if text.startswith("#"):
            parts.append([_part(Role.TITLE, raw.text, (span[0] + 2, span[1]))])
            furniture.append(Furniture("noise", "#", ((span[0], span[0] + 1),)))
        elif text and not parts:
            furniture.append(Furniture("banner", text, (span,)))
        elif text and text != "LOSE":
            parts[-1].append(_part(Role.PARAGRAPH, raw.text, span))
    articles = tuple(_article(raw, facts, article) for article in parts)
    return ReadPage(raw, articles, tuple(furniture), guesses={"newspaper": Guess("安阳日报", "masthead")})


def _part(role: Role, raw: str, span: tuple[int, int]) -> Part:
    doubled = [
        Edit("doubled", (at, at + 2), "不不", "不", EditClass.READING)
        for at in range(*span)
        if raw[at : at + 2] == "不不"
    ]
    commas = [place for place in range(*span) if raw[place] == ","]
    edits = tuple(Edit("full-width", (place, place + 1), ",", "，") for place in commas)
    edits = tuple(sorted((*edits, *doubled), key=lambda edit: edit.span))
    return Part(role, raw[slice(*span)].replace(",", "，").replace("不不", "不"), (span,), edits)


def _article(raw: RawPage, facts: Facts, parts: list[Part]) -> ReadArticle:
    title = parts[0].text
    line = raw.text.count("\n", 0, parts[0].spans[0][0]) + 1
    source = (Source(raw.file, ((line, line + len(parts) - 1),)),)
    day = facts.issued if is_day(facts.issued) else ""
    front = FrontMatter(title=title, newspaper=facts.newspaper, issued=facts.issued, date=day, source=source)
    return ReadArticle(tuple(parts), front, body_of((False, part.text) for part in parts[1:]), 5.0)


@dataclass(frozen=True)
class Bench:
    """An archive to work on, the way its keeper does: put pages in, run, look, edit, run again."""

    folder: Path

    @property
    def settings(self) -> Settings:
        """The settings of this archive."""
        at = self.folder
        return Settings(Folders(at, at / "seeds", at / "content", at / "site", at / ".jianbao"), jobs=1)

    def seed(self, file: str, text: str | bytes) -> Path:
        """Put a raw page into seeds/."""
        path = self.folder / "seeds" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def run(self, **how: object) -> Cleaned:
        """Clean, as the command line does."""
        return clean(self.settings, read=read_simply, **how)  # type: ignore[arg-type]

    def path(self, file: str) -> Path:
        """A file of content/."""
        return self.folder / "content" / file

    def text(self, file: str) -> str:
        """What a file of content/ says."""
        return self.path(file).read_bytes().decode("utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a word in a file of content/, as a person would."""
        assert old in self.text(file)
        self.path(file).write_bytes(self.text(file).replace(old, new).encode("utf-8"))

    def body(self, file: str) -> str:
        """The body of an article."""
        return self._article(file)[1]

    def title(self, file: str) -> str:
        """The headline of an article."""
        return self._article(file)[0].title

    def newspaper(self, file: str) -> str:
        """The newspaper of an article."""
        return self._article(file)[0].newspaper

    def delete_folder(self, folder: str) -> None:
        """Delete a folder of content/ with all that is in it."""
        shutil.rmtree(self.path(folder))

    def written(self, ledger: str, number: int) -> str:
        """The digest of what the machine wrote as an article, by its place in the ledger."""
        parsed = parse_ledger(ledger, self.text(ledger))
        assert isinstance(parsed, Ledger)
        return parsed.written[number].sha256

    def id(self, file: str) -> str:
        """The id of an article."""
        return self._article(file)[0].id

    def _article(self, file: str) -> tuple[FrontMatter, str]:
        article, problems = parse(file, self.text(file))
        assert article is not None, problems
        return replace(article.front), article.body

    def articles(self) -> list[str]:
        """The article files that there are."""
        content = self.folder / "content"
        return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))

    def age(self) -> None:
        """Let an hour pass, so that files are not too young to be remembered."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                os.utime(path, (path.stat().st_atime - 3600, path.stat().st_mtime - 3600))

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        """Every file of content/ with its bytes and its age."""
        files = (path for path in (self.folder / "content").rglob("*") if path.is_file())
        return {path.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """An empty archive in a folder with a space and Chinese characters in its name, on 21 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    folder = tmp_path / "我的 剪报"
    (folder / "seeds").mkdir(parents=True)
    return Bench(folder)
