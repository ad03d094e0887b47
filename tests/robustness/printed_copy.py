"""What a newspaper makes of an article for the compositor: headlines, by-line, opening, captions, sign-off."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from jianbao.content.article import Author
from tests.robustness.clean_articles import CleanArticle
from tests.robustness.sheet import Copy, Story

ROLE_WORDS = {"reporter": "记者", "correspondent": "通讯员", "photographer": "", "writer": "", "text-and-photo": ""}
_AGENCY = re.compile("据?(?:新华社|中新社)")
MARKS = ("□", "□", "□", "■", "○", "")


def printed(article: CleanArticle, rng: Random) -> Story:
    """The article with its copy, in the manner of a Chinese or of an English paper."""
    return Story(article, _chinese(article, rng) if article.is_chinese else _english(article))


def _headlines(article: CleanArticle) -> list[Copy]:
    kickers = [Copy("kicker", text) for text in article.kicker]
    title = [Copy("title", article.title)] if article.title else []
    return [*kickers, *title, *(Copy("subtitle", text) for text in article.subtitle)]


def _body(article: CleanArticle) -> list[Copy]:
    return [
        Copy("subhead" if block.subhead else "paragraph", block.text, number, block.lines)
        for number, block in enumerate(article.body)
    ]


def _with_credit(names: str, rng: Random) -> str:
    return rng.choice((f" {names} 摄", f"（{names} 摄）", f"（本报记者 {names} 摄）"))


def grouped(authors: tuple[Author, ...], gap: str = "") -> str:
    """`记者 A B 通讯员 C`: each role word before the names it speaks of, `gap` between it and the first name."""
    out = ""
    role = ""
    for author in authors:
        word = ROLE_WORDS[author.role] if author.role != role else ""
        role = author.role
        out += f"{' ' if out else ''}{word}{gap if word else ''}{author.name}"
    return out


def _chinese(article: CleanArticle, rng: Random) -> tuple[Copy, ...]:
    heads, body = _headlines(article), _body(article)
    written = tuple(author for author in article.authors if author.role in ("reporter", "correspondent"))
    signed = tuple(author for author in article.authors if author not in written)
    lines: list[Copy] = []
    if article.kind == "news" and not _AGENCY.match(body[0].text):
        names = f"（{grouped(written, rng.choice(('', ' ')))}）" if written else rng.choice(("", " "))
        body[0] = replace(body[0], text=f"本报讯{' ' if written and rng.random() < 0.7 else ''}{names}{body[0].text}")
    elif written and article.kind != "news":
        own = rng.choice(("本报", ""))
        lines = [Copy("byline", f"{rng.choice(MARKS)}{own}{grouped(written, ' ')}")]
    if signed and article.kind in ("commentary", "literature") and signed[0].role == "writer":
        lines = [Copy("byline", rng.choice((signed[0].name, f"□{signed[0].name}")))]
    elif signed:
        body[-1] = replace(body[-1], text=body[-1].text + _signature(signed, rng))
    captions = [
        Copy("caption", caption.text + (_with_credit(caption.credit, rng) if caption.credit else ""))
        for caption in article.captions
    ]
    return (*heads, *lines, *body, *captions)


def _signature(authors: tuple[Author, ...], rng: Random) -> str:
    names = " ".join(author.name for author in authors)
    if authors[0].role == "photographer":
        return _with_credit(names, rng)
    return f"（{names} 文/图）" if authors[0].role == "text-and-photo" else f"（{names}）"


def _english(article: CleanArticle) -> tuple[Copy, ...]:
    names = " and ".join(author.name for author in article.authors if author.role == "reporter")
    line = [Copy("byline", f"By {names}")] if names else []
    captions = [
        Copy("caption", caption.text + (f" Photo by {caption.credit}" if caption.credit else ""))
        for caption in article.captions
    ]
    return (*_headlines(article), *line, *_body(article), *captions)
