"""What may be shown of an article: its facts, its body, and its text without markup."""

from __future__ import annotations

from jianbao.archive.read_many import Held
from jianbao.content.article import FrontMatter
from jianbao.content.markdown import plain_text
from jianbao.frozen import frozen

KEPT_OF_A_WITHHELD = ("id", "kind", "issued", "date", "newspaper", "page", "page_name", "language", "added", "withheld")


@frozen
class Text:
    """An article's facts, body and plain text; for a withheld one none of them says what it was about.

    `digest` is that of the whole file, empty for a withheld one.
    """

    front: FrontMatter
    body: str
    plain: str
    digest: str = ""

    @property
    def telling(self) -> str:
        """The text in which a correction may stand: title lines and body."""
        return "\n".join((*self.front.kicker, self.front.title, *self.front.subtitle, self.plain))

    def still_corrected(self, corrections: tuple[tuple[str, str], ...], edited: bool) -> tuple[tuple[str, str], ...]:
        """The corrections that still stand in the text: a person may have put back what was printed."""
        return tuple(one for one in corrections if one[1] in self.telling) if edited else corrections


def text_of(held: Held, *, untold: bool = False) -> Text:
    """What may be shown of an article; `untold`: nobody asks for its text without markup."""
    front = held.article.front
    if front.withheld:
        return Text(FrontMatter(**{key: getattr(front, key) for key in KEPT_OF_A_WITHHELD}), "", "")
    plain = "" if untold else held.plain
    if plain is None:
        plain = plain_text(held.article.body)
    return Text(front, held.article.body, plain, held.digest)
