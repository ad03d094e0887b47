"""What goes wrong with content/pages.csv as a whole: marks of a merge, an open quote, a column or a row that is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from jianbao.problems import Problem, Weight, Words

_CHINESE_NAMES = {
    "文件": "file", "文件名": "file", "报纸": "newspaper", "报名": "newspaper", "日期": "issued", "出版日期": "issued",
    "版次": "page", "版": "page", "版名": "page_name", "版面名": "page_name", "市": "city", "城市": "city", "区县": "districts",
    "地区": "districts", "语言": "language", "来源": "source_url", "网址": "source_url", "图片": "image", "版权": "rights",
    "版本": "edition", "date": "issued", "paper": "newspaper", "source": "source_url",
}  # fmt: skip


_MANY = 5_000
"""Among more names than this the nearest one is not looked for: it would take seconds a row."""


def conflict_marks(file: str, line: int) -> Problem:
    """The Problem of a table in which git left both sides of a merge."""
    what = Words(
        "表里有 git 合并冲突的记号，整个表没有用；已经填过的报名、日期等保持原样",
        "the table has git's marks of a conflict and was not used; the facts told before stay",
    )
    return Problem(file, what, Words("留下要的行，删掉记号", "keep the lines you want, delete the marks"), line)


def unclosed_quote(file: str, line: int) -> Problem:
    """The Problem of a quotation mark in a cell that is not doubled or not closed: all cells behind it are in doubt."""
    what = Words(
        f"从第{line}行起读不下去：英文双引号没有成对；整个表没有用，已经填过的保持原样",
        f"the table cannot be read from row {line} on: a straight quotation mark is not closed; the facts told before stay",
    )
    remedy = Words("补上或删掉这个双引号，或改用“”", "close or delete the quotation mark, or write “ ” instead")
    return Problem(file, what, remedy, line)


def mistyped_columns(file: str, header: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    """Columns that have the look of a known one that is missing: their cells do not count."""
    missing = [name for name in known if name not in header]
    for name in header:
        near = _meant(name, missing) if name not in known else ""
        if near:
            what = Words(
                f"不认识的列“{name}”，这一列没有用", f"the column {name} is not known; its cells were not used"
            )
            remedy = Words(f"是不是“{near}”？改回这个列名", f"did you mean {near}? Give the column that name")
            yield Problem(file, what, remedy, 1, weight=Weight.WARNING)


def _meant(name: str, missing: list[str]) -> str:
    bare = name.strip().lower().replace(" ", "_").replace("-", "_")
    meant = _CHINESE_NAMES.get(bare, bare)
    return meant if meant in missing else next(iter(get_close_matches(bare, missing, 1, 0.75)), "")


def lost_table(file: str, pages: int) -> Problem:
    """The note on a table that is gone although facts had been told in it."""
    what = Words(
        f"这个表不见了；{pages}个版面填过的报名、日期等保持原样，表重新写出",
        f"the table is gone; the facts told of {pages} page(s) stay, and the table is written again with them",
    )
    remedy = Words("如果还有别的内容，用 git 恢复", "if there was more in it, restore it with git")
    return Problem(file, what, remedy, weight=Weight.WARNING)


def lost_column(file: str, column: str, pages: int) -> Problem:
    """The note on a column that is gone although its facts are in force."""
    what = Words(
        f"“{column}”这一列不见了；{pages}个版面填过的保持原样，这一列重新写出",
        f"the column {column} is gone; what was told of {pages} page(s) stays, and the column is written again",
    )
    remedy = Words("要去掉这些内容，清空格子，不要删列", "to take them back empty the cells, do not delete the column")
    return Problem(file, what, remedy, 1, weight=Weight.WARNING)


def lost_rows(file: str, files: Sequence[str]) -> Problem:
    """The note on rows that are gone although facts of their pages are in force."""
    some = "、".join(files[:3]) + ("…" if len(files) > 3 else "")
    what = Words(
        f"{len(files)}个版面的行不见了，填过的保持原样，这些行重新写出：{some}",
        f"the rows of {len(files)} page(s) are gone; what was told stays, and the rows are written again: {some}",
    )
    remedy = Words("要去掉这些内容，清空格子，不要删行", "to take them back empty the cells, do not delete the row")
    return Problem(file, what, remedy, weight=Weight.WARNING)


def row_without_page(file: str, row: int, name: str, files: Iterable[str]) -> Problem:
    """The note on a row whose file or pattern names no raw file."""
    names = list(files)
    near = next(iter(get_close_matches(name, names, 1, 0.6)), "") if len(names) <= _MANY else ""
    what = Words(f"第{row}行的“{name}”在 seeds/ 里没有对应的文件", f"row {row}: {name} names no file below seeds/")
    remedy = (
        Words(f"是不是“{near}”？改正文件名", f"did you mean {near}? Correct the name")
        if near
        else Words("改正文件名，或删掉这一行", "correct the name, or delete the row")
    )
    return Problem(file, what, remedy, row, weight=Weight.WARNING)
