"""What the machine did to a page, in numbers: the balance of its characters and the edits by rule."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.model import Article, Page
from jianbao.frozen import frozen
from jianbao.press.typeset import LOSS
from jianbao.press.wording import Wording


@frozen
class Balance:
    """Where the characters of a raw page went: all of them stand in articles or in furniture."""

    all: int
    articles: int
    furniture: int


def balance_of(page: Page) -> Balance:
    """The balance of a page in non-space characters."""
    furniture = sum(len("".join(text.split())) for _, text in page.furniture)
    return Balance(page.characters, page.characters - furniture, furniture)


def losses_of(article: Article) -> int:
    """The places of an article where the page lost some of its text, in the lines of its head too."""
    front = article.front
    captions = (caption.text for caption in front.captions)
    return sum(text.count(LOSS) for text in (*front.kicker, front.title, *front.subtitle, article.plain, *captions))


def numbers_of(wording: Wording, done: Mapping[str, int], losses: int) -> list[tuple[str, int]]:
    """(what was done, how often) by rule, the most frequent first; at the end the losses."""
    edits = sorted(done.items(), key=lambda edit: (-edit[1], edit[0]))
    counted: dict[str, int] = {}
    for rule, number in edits:
        name = wording.name("rules", rule)
        counted[name] = counted.get(name, 0) + number
    return [*counted.items(), (str(wording.table["losses"]), losses)]
