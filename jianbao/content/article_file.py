"""An article's file as people leave it: emptied, saved in another encoding, or a note that is no article at all."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from jianbao.content.article import Article, FrontMatter
from jianbao.content.edtf import is_day
from jianbao.content.fences import Cut, cut_fences, even_out
from jianbao.content.frontmatter import parse
from jianbao.content.own_hand import read_plainly
from jianbao.content.raw_body import RawCut
from jianbao.problems import Problem, Weight, Words


class ArticleText(NamedTuple):
    """What a file holds: its text with its own line ends (None if it is not UTF-8), the article in it, what is wrong.

    A file without article is `unread` where it should hold one, else it is a note.
    """

    text: str | None
    article: Article | None
    problems: tuple[Problem, ...]

    @property
    def unread(self) -> bool:
        """Whether the file should hold an article, and none could be read."""
        return self.article is None and any(problem.weight is Weight.ERROR for problem in self.problems)


def read_article(path: str, data: bytes) -> ArticleText:
    """The article in the bytes of the file at `path` below content/."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return ArticleText(None, None, (_other_encoding(path, data, data.count(b"\n", 0, error.start) + 1),))
    if not text.strip("\ufeff\x00 \t\r\n\u3000"):
        return ArticleText(text, None, (_empty(path),))
    if _is_note(text):
        return ArticleText(text, None, (_note(path),))
    article, problems = parse(path, text)
    if article is None or article.front.issued in ("", article.front.date):
        return ArticleText(text, article, problems)
    day = _day_of(article.front.issued)
    told = (_two_days(path, text, article.front.issued, day),) if article.front.date not in ("", day) else ()
    return ArticleText(text, replace(article, front=replace(article.front, date=day)), (*problems, *told))


def read_neat(path: str, cut: RawCut) -> Article | None:
    """The same of a file in our own hand, of which nothing is to be told; None where `read_article` must look at it."""
    plainly = read_plainly(cut.front)
    if plainly is None:
        return None
    issued, date = plainly.get("issued", ""), plainly.get("date", "")
    if issued not in ("", date):
        if date:
            return None  # it says another day
        plainly["date"] = _day_of(issued)
    return Article(path, FrontMatter(**plainly), cut.body)


def _day_of(issued: str) -> str:
    return issued if is_day(issued) else ""


def _is_note(text: str) -> bool:
    """Whether there is no front matter, nor anything that is meant as one."""
    if even_out(text).lstrip("\n").startswith("---"):
        return False
    cut = cut_fences("", text)
    return isinstance(cut, Cut) and not cut.front


def _two_days(path: str, text: str, issued: str, day: str) -> Problem:
    lines = even_out(text).split("\n")
    line = next((number for number, one in enumerate(lines, start=1) if one.startswith("date")), None)
    return Problem(
        f"content/{path}",
        Words(
            f"date 与 issued 不一致，以 issued（{issued}）为准", f"date contradicts issued; issued ({issued}) counts"
        ),
        Words("改成下面这行", "write the line below") if day else Words("删掉 date 这一行", "delete the line date"),
        line,
        f"date: '{day}'" if day else "",
        Weight.WARNING,
    )


def _empty(path: str) -> Problem:
    return Problem(
        f"content/{path}",
        Words(
            "文件是空的；它的编号和网址保留，没有写入任何内容",
            "the file is empty; its id and its address are kept, nothing was written",
        ),
        Words("用 git 恢复它，或者删掉这个文件", "restore it with git, or delete it"),
    )


def _note(path: str) -> Problem:
    return Problem(
        f"content/{path}",
        Words(
            "文件没有文首（---），当作笔记，不是文章，没有动", "no front matter (---): a note, no article; left alone"
        ),
        Words(
            "如果是文章，在最上面加两行“---”，再运行一次",
            "if it is an article, put two lines --- at its top and run again",
        ),
        weight=Weight.WARNING,
    )


def _other_encoding(path: str, data: bytes, line: int) -> Problem:
    name = _encoding_of(data)
    what = (
        Words(f"文件存成了 {name}，没有动", f"the file is saved as {name}; it was not touched")
        if name
        else Words("文件不是 UTF-8，没有动", "the file is not UTF-8; it was not touched")
    )
    remedy = Words("用记事本打开，“另存为”，编码选 UTF-8", "open it in a text editor and save it as UTF-8")
    return Problem(f"content/{path}", what, remedy, None if name else line)


def _encoding_of(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16 (Unicode)"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "ANSI (GBK)"
