"""The ids of articles: which file may stand for one, and which file has one that nobody gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Protocol

from jianbao.problems import Problem, Words

ID = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,38}[0-9A-Za-z])?/\d{2,}")
"""An article's id: its page's id, a slash, its number on the page. Page ids are seven Crockford base-32 characters where
the program mints them; a folder that people made may bring its own, of letters, digits and hyphens."""


class Numbered(Protocol):
    """What a page's record says of ids; `page_record.PageRecord` is one."""

    @property
    def id(self) -> str:
        """The id of the page."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles."""

    @property
    def deleted(self) -> tuple[str, ...]:
        """The ids of those that are gone."""

    @property
    def numbered(self) -> int:
        """The highest number that was given to one."""


def unlike_its_id(path: str, article_id: str) -> tuple[bool, str]:
    """A key to sort by: of two files with one id the one that is named after it (05.md, …/05) comes first."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    return not article_id.endswith("/" + stem), path


def same_id(path: str, first: str, article_id: str) -> Problem:
    """Two files that claim one id: usually a copy made to split an article. Paths are below content/."""
    return Problem(
        f"content/{path}",
        Words(
            f"编号 {article_id} 与 content/{first} 相同，这一篇没有发布",
            f"the id {article_id} is also that of content/{first}; this one is not published",
        ),
        Words(
            "若是把一篇拆成两篇：删掉这个文件的 id 那一行，再运行，它会得到新编号；若是误复制：删掉这个文件",
            "to split an article: delete the line id in this file and run again, it gets a new id; "
            "if it is a stray copy: delete this file",
        ),
    )


def stray_ids(files: Iterable[tuple[str, str]], records: Mapping[str, Numbered]) -> dict[str, Problem]:
    """The Problems, by path, of files whose id the program did not give. `files` are pairs (path below content/, id).

    `records` go by folder. A file in a folder without a record is left out: nothing is known of it.
    """
    pairs = list(files)
    by_page = {record.id: record for record in records.values()}
    there = {article_id for _, article_id in pairs}
    strays: dict[str, Problem] = {}
    for path, article_id in pairs:
        home = records.get(path.rpartition("/")[0])
        if home is not None and not _was_given(path, article_id, by_page):
            strays[path] = _stray(path, article_id, [one for one in home.articles if one not in there])
    return strays


def _was_given(path: str, article_id: str, by_page: Mapping[str, Numbered]) -> bool:
    """Whether the id is one of the program's; a file named by its number may be of a run that broke off."""
    page, _, number = article_id.partition("/")
    record = by_page.get(page)
    if record is None:
        return False
    known = article_id in record.articles or article_id in record.deleted or int(number) <= record.numbered
    return known or PurePosixPath(path).stem == number


def _stray(path: str, article_id: str, missing: list[str]) -> Problem:
    missing = [one for one in missing if one.endswith("/" + PurePosixPath(path).stem)] or missing
    lost = "、".join(missing[:3])
    return Problem(
        f"content/{path}",
        Words(
            f"编号 {article_id} 不是程序给的，这一篇没有处理，原来的网址保留",
            f"the id {article_id} is none that the program gave; the article is left out, its old address stays",
        ),
        Words(
            f"改回原来的编号（这一版缺 {lost}）" if lost else "删掉 id 这一行，再运行，它会得到新编号",
            f"write the old id again (the page misses {', '.join(missing[:3])})"
            if lost
            else "delete the line id and run again; it gets a new one",
        ),
        paste=f"id: {missing[0]}" if len(missing) == 1 else "",
    )
