"""What no article usually looks like: no headline or a very long one, a single sub-head, a by-line in its midst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.reading.byline import is_personal_name
from jianbao.reading.page import Part, ReadArticle, Role, Sign

_LONG_HEADLINE, _SHORT_HEADLINE = 34, 5
_TINY, _MANY_PARAGRAPHS = 60, 8
_LONG_CAPTION = 40
_LIKE_A_CAPTION = re.compile(r"图为|资料图片|资料照片|[摄攝][）)]?$")
_SIGNS_OFF = re.compile(r"\d{1,2}月\d{1,2}日$")
_USUAL_KINDS = frozenset({"news", "brief", "feature", "photo", "advertisement"})


def odd_shapes(article: ReadArticle) -> Iterator[Sign]:
    """Signs that the article as a whole shows."""
    first = article.parts[0].spans[0]
    prose = parts_of(article, Role.PARAGRAPH)
    yield from _of_headline(article)
    yield from _around_headline(article)
    yield from _of_captions(article)
    subheads = parts_of(article, Role.SUBHEAD)
    if len(subheads) == 1:
        yield Sign("single_subhead", 1.0, subheads[0].spans[0])
    yield from _inner_bylines(article.parts)
    for author in article.front.authors:
        if not is_personal_name(author.name) and _is_han(author.name):
            yield Sign("odd_name", 1.0, first)
    if article.front.kind not in _USUAL_KINDS and not article.front.section:
        yield Sign("unlabelled_kind", 1.0, first)
    if sum(len(part.text) for part in prose) < _TINY:
        yield Sign("tiny", 1.0, first)
    if len(prose) > _MANY_PARAGRAPHS:
        yield Sign("long", len(prose) / _MANY_PARAGRAPHS - 1, first)


def parts_of(article: ReadArticle, role: Role) -> list[Part]:
    """The parts of that role, in reading order."""
    return [part for part in article.parts if part.role is role]


def _is_han(name: str) -> bool:
    return all("一" <= character <= "鿿" for character in name)


def _of_headline(article: ReadArticle) -> Iterator[Sign]:
    headlines = parts_of(article, Role.TITLE)
    if not headlines:
        yield Sign("untitled_photo" if article.front.kind == "photo" else "untitled", 1.0, article.parts[0].spans[0])
        return
    text, place = headlines[0].text, headlines[0].spans[0]
    if len(text) > _LONG_HEADLINE:
        yield Sign("long_headline", 1.0, place)
    elif len(text) < _SHORT_HEADLINE:
        yield Sign("short_headline", 1.0, place)
    if _LIKE_A_CAPTION.search(text):
        yield Sign("caption_as_headline", 1.0, place)


def _around_headline(article: ReadArticle) -> Iterator[Sign]:
    """A kicker that is rather the end of the article before, a subtitle that is rather the headline."""
    for part in parts_of(article, Role.KICKER):
        if _SIGNS_OFF.search(part.text):
            yield Sign("odd_kicker", 1.0, part.spans[0])
    for part in parts_of(article, Role.SUBTITLE):
        if not part.text.startswith(("—", "－", "-")):
            yield Sign("plain_subtitle", 1.0, part.spans[0])


def _of_captions(article: ReadArticle) -> Iterator[Sign]:
    for part in parts_of(article, Role.CAPTION):
        if len(part.text) > _LONG_CAPTION:
            yield Sign("long_caption", 1.0, part.spans[0])


def _inner_bylines(parts: Sequence[Part]) -> Iterator[Sign]:
    """By-lines and openings between two paragraphs."""
    prose = [number for number, part in enumerate(parts) if part.role is Role.PARAGRAPH]
    for number, part in enumerate(parts):
        if part.role is Role.BYLINE and prose and prose[0] < number < prose[-1]:
            yield Sign("inner_byline", 1.0, part.spans[0])
