"""A passage: the texts of one article in which names are looked for, and what is known of the article."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.content.article import FrontMatter
from jianbao.frozen import frozen

TITLE, TEXT, CAPTION = "title", "text", "caption"
PARTS = (TITLE, TEXT, CAPTION)


@frozen
class Passage:
    """The texts of one article, and what decides who and what is meant in them.

    `title` holds kicker, headline and subtitle, a line each; `text` is the plain text, a blank line between two
    paragraphs; `caption` the captions, a line each. `districts` are the article's labels (`安阳市/文峰区`), the main
    one first; `city` is its city by the full name, from its districts or its page, empty where unknown. `authors` are
    (name, role) as printed, photographers too.
    """

    title: str
    text: str
    caption: str = ""
    language: str = "zh-Hans"
    city: str = ""
    districts: tuple[str, ...] = ()
    authors: tuple[tuple[str, str], ...] = ()

    @property
    def is_chinese(self) -> bool:
        """Whether the text parts no words by spaces. An article without a language is Chinese."""
        return (self.language or "zh").lower().startswith(("zh", "lzh"))

    def parts(self) -> Iterator[tuple[str, str]]:
        """(part, its text), those that are not empty."""
        yield from ((part, text) for part in PARTS if (text := getattr(self, part)))


def title_of(front: FrontMatter) -> str:
    """The title part: kicker, headline and subtitle, a line each."""
    return "\n".join((*front.kicker, *filter(None, [front.title]), *front.subtitle))


def captions_of(front: FrontMatter) -> str:
    """The caption part: the captions, a line each."""
    return "\n".join(caption.text for caption in front.captions if caption.text)
