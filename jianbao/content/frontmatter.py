"""The front matter of an article, between two lines of `---`: read in our own hand where that is certain, else as YAML."""

from __future__ import annotations

from jianbao.content.article import Article, FrontMatter
from jianbao.content.fences import cut_fences
from jianbao.content.own_hand import read_plainly
from jianbao.problems import Problem


def parse(path: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article in `text`, a file's content with or without BOM and with any line ends; `path` is below content/.

    No article comes back where the front matter cannot be read at all. A single wrong value is told and left empty, an
    unknown key is told and kept.
    """
    file = "content/" + path
    cut = cut_fences(file, text)
    if isinstance(cut, Problem):
        return None, (cut,)
    plainly = read_plainly(cut.front)
    if plainly is not None:
        return Article(path, FrontMatter(**plainly), cut.body), ()
    from jianbao.content.front_yaml import read_yaml  # heavy, and seldom needed

    return read_yaml(path, cut)
