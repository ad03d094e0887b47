"""Somebody who keeps an archive: builds it, mends its files, and looks at what its site shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

from lxml import etree, html

from jianbao.cli import main
from jianbao.content.article import Article
from jianbao.content.frontmatter import parse
from jianbao.content.register import parse_register

DAY = "1795219200"
"""21 November 2026, as SOURCE_DATE_EPOCH has it: the day of every build."""

Snapshot: TypeAlias = dict[str, tuple[bytes, int]]


@dataclass(frozen=True)
class Keeper:
    """The keeper of the archive in `folder`."""

    folder: Path

    @property
    def content(self) -> Path:
        """Where the articles are."""
        return self.folder / "content"

    @property
    def site(self) -> Path:
        """Where the site is."""
        return self.folder / "site"

    def build(self, *arguments: str) -> int:
        """`python build.py …`; the exit code."""
        with patch.dict("os.environ", {"SOURCE_DATE_EPOCH": DAY}):
            return main(["--archive", str(self.folder), "--jobs", "1", "--quiet", *arguments])

    def edit(self, file: Path, before: str, after: str) -> None:
        """Change a text that stands in the file once."""
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{file}: “{before}” stands in it {text.count(before)} times"
        file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")

    def articles(self) -> dict[str, Article]:
        """Every article of content/ by its id."""
        found = {}
        for file in sorted(self.content.rglob("*.md")):
            article, problems = parse(file.relative_to(self.content).as_posix(), file.read_text(encoding="utf-8"))
            assert article is not None, problems
            found[article.front.id] = article
        return found

    def file_with(self, words: str) -> Path:
        """The one article file in which the words stand."""
        (file,) = (file for file in self.content.rglob("*.md") if words in file.read_text(encoding="utf-8"))
        return file

    def addresses(self, kind: str) -> dict[str, str]:
        """The live addresses of one kind by the name of what they show, as the register has them."""
        known, problems = parse_register((self.content / "_register.csv").read_text(encoding="utf-8"))
        assert not problems
        return {one.name: one.address for one in known.values() if (one.kind, one.state) == (kind, "live")}

    def page(self, address: str) -> html.HtmlElement:
        """The page of the site at an address."""
        return html.fromstring((self.site / address / "index.html").read_text(encoding="utf-8"))

    def shows(self, words: str) -> set[str]:
        """The files of the site in which the words stand."""
        files = (file for file in self.site.rglob("*") if file.suffix in {".html", ".xml"})
        return {file.relative_to(self.site).as_posix() for file in files if words in file.read_text(encoding="utf-8")}

    def listed_on(self, address: str) -> list[str]:
        """The ids of the articles on a list, over all its leaves, in their order."""
        ids: list[str] = []
        leaves = [self.site / address]
        for leaf in leaves:
            page = html.fromstring((leaf / "index.html").read_text(encoding="utf-8"))
            ids += map(id_of, page.xpath("//main//ul[@class='list']//a/@href"))
            leaves += [(leaf / link).resolve() for link in page.xpath("//main//a[@rel='next']/@href")]
        return ids

    def fed_by(self, address: str) -> list[str]:
        """The ids of the articles that the feed of a list announces."""
        feed = etree.parse(self.site / address / "feed.xml")
        return [guid.rpartition(":")[2] for guid in feed.xpath("//item/guid/text()")]

    def snapshot(self) -> Snapshot:
        """Every file of content/ and site/ with its bytes and the nanosecond of its last writing."""
        files = (file for place in (self.content, self.site) for file in place.rglob("*") if file.is_file())
        return {
            file.relative_to(self.folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files
        }


def id_of(link: str) -> str:
    """The article's id in a link to it (`../../a/7KQ2M9X/01/`)."""
    area, page, number = link.strip("/").split("/")[-3:]
    assert area == "a", f"{link} leads to no article"
    return f"{page}/{number}"
