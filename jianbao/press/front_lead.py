"""The lead as the front page prints it: its opening in two columns, and residents' own words as pull quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from markupsafe import Markup, escape

from jianbao.archive.model import Article
from jianbao.frozen import frozen
from jianbao.press.edition import Edition, Entry
from jianbao.press.headline import set_front_headline
from jianbao.press.lead import best_voice
from jianbao.press.slip import Slip, fill_slip
from jianbao.press.typeset import set_body

CHARACTERS, ALONE, LATIN, BEFORE_VOICE = 650, 720, 2.0, 280
"""The opening ends at the sentence that reaches so many, of a lead without a pull quote more, of Latin text in proportion.

The paragraph of the pull quote ends it, too, where so many characters stand before it.
"""

FURTHER_VOICES = 2
_SENTENCE = re.compile(r"[^。！？.!?]*(?:[。！？]+[”’）]*|[.!?]+[”’)]*(?=\s|$)|[.!?]+|$)")
_NO_PARAGRAPH = re.compile(r"#(?!# )|[>|\-*+=`~]|\d{1,3}[.)]\s")


@frozen
class Quote:
    """A resident's own words, the address of the paragraph in which they stand, and the article that has them."""

    words: str
    path: str
    entry: Entry


@frozen
class Lead:
    """The article at the head of the front page: its opening, how long it is in all, and its pull quote, if any."""

    path: str
    language: str
    kicker: str
    subtitle: str
    slip: Slip
    headline: Markup
    opening: Markup
    goes_on: bool
    characters: int
    quote: Quote | None


def front_lead(edition: Edition, article: Article) -> Lead:
    """The lead, set."""
    lost = edition.wording.table["lost"]
    quote = quote_from(edition, article)
    opening = opening_of(article.body, quote.words if quote else "")
    return Lead(
        article.path,
        edition.language_of(article),
        next(iter(article.front.kicker), ""),
        next(iter(article.front.subtitle), ""),
        fill_slip(edition, edition.archive.pages.get(article.page), article),
        set_front_headline(article.display, lost),
        _below_headline(set_body(opening, lost, anchors=False)),
        len(opening) < len(article.body.strip()),
        len("".join(article.plain.split())),
        quote,
    )


def further_quotes(edition: Edition, articles: Iterable[Article]) -> list[Quote]:
    """What residents say in other stories, in the order of the stories."""
    said = (quote for article in articles if (quote := quote_from(edition, article)))
    return list(islice(said, FURTHER_VOICES))


def quote_from(edition: Edition, article: Article) -> Quote | None:
    """A resident's own words in an article; None where no resident speaks."""
    voice = best_voice(article)
    if voice is None:
        return None
    return Quote(voice.text, _place_of(edition, article, voice.text), edition.entries[article.id])


def opening_of(body: str, voice: str) -> str:
    """The opening of a body: whole sentences, up to a list or table or to the paragraph of the pull quote."""
    most = round((CHARACTERS if voice else ALONE) * (LATIN if body[:200].isascii() else 1))
    taken: list[str] = []
    for block in body.strip().split("\n\n"):
        length = sum(map(len, taken))
        if taken and (_NO_PARAGRAPH.match(block) or (voice and voice in block and length >= BEFORE_VOICE)):
            break
        taken.append("".join(_sentences(block, most - length)))
        if length + len(taken[-1]) >= most or taken[-1] != block:
            break
    while taken and taken[-1].startswith("## "):
        taken.pop()
    return "\n\n".join(taken)


def _below_headline(text: Markup) -> Markup:
    """The sub-heads of the text one step lower: the headline of the front page is of the second order itself."""
    return Markup(str(text).replace("<h2>", "<h3>").replace("</h2>", "</h3>"))


def _sentences(block: str, most: int) -> Iterator[str]:
    """The sentences of a paragraph, the first one always, until `most` characters are reached."""
    passed = 0
    for match in _SENTENCE.finditer(block):
        yield match[0]
        passed += len(match[0])
        if passed >= most:
            return


def _place_of(edition: Edition, article: Article, words: str) -> str:
    """The address of the paragraph in which `words` stand, as far as it can be pointed at."""
    before, found, _ = set_body(article.body, edition.wording.table["lost"]).partition(str(escape(words)))
    _, mark, after = before.rpartition('<p id="')
    return f"{article.path}#{after.partition(chr(34))[0]}" if found and mark else article.path
