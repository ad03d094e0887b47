"""What reading a page takes and gives: the raw page, its facts, and the page as read."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from jianbao.content.article import FrontMatter
from jianbao.frozen import frozen

Span: TypeAlias = tuple[int, int]
"""A half-open range of code points of the decoded raw text."""


@frozen
class RawPage:
    """A raw file, decoded: `file` is its path below seeds/ with forward slashes, `text` has no BOM, line ends as found."""

    file: str
    text: str
    encoding: str = "utf-8"


@frozen
class Facts:
    """What people told about the page in content/pages.csv (the columns of that name); empty where nothing was told."""

    newspaper: str = ""
    issued: str = ""
    edition: str = ""
    page: str = ""
    page_name: str = ""
    city: str = ""
    districts: tuple[str, ...] = ()
    language: str = ""
    source_url: str = ""
    retrieved: str = ""
    image: str = ""
    rights: str = ""


class EditClass(StrEnum):
    """A MECHANICAL edit changes space, width, quotes or joins lines; a READING edit changes a word or marks a loss."""

    MECHANICAL = "mechanical"
    READING = "reading"


class Edit(NamedTuple):
    """A named change: the raw text `before` at `span` reads `after`. `before` is exactly raw[span[0]:span[1]].

    A named tuple, for a page has hundreds of them: made in a third of the time of a dataclass.
    """

    rule: str
    span: Span
    before: str
    after: str
    kind: EditClass = EditClass.MECHANICAL


class Role(StrEnum):
    """What a part of an article is, in the trade's terms."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP = "jump"


@frozen
class Part:
    """A part of an article: its clean text, the raw spans it is made of in reading order, and the edits inside them.

    `text` is always what the spans give when the edits are applied to them (`reading.ledger.replay`).
    """

    role: Role
    text: str
    spans: tuple[Span, ...]
    edits: tuple[Edit, ...] = ()


@frozen
class Jumps:
    """The pages, as printed, that an article goes on to (下转, continued on) and comes from (上接); empty for none."""

    to: str = ""
    come: str = ""


@frozen
class Furniture:
    """Raw text that belongs to no article: banner, section, colophon, running-head, noise, duplicate."""

    kind: str
    text: str
    spans: tuple[Span, ...]


@frozen
class Reason:
    """One cue that spoke for a decision and its weight: positive costs, negative rewards."""

    cue: str
    weight: float


@frozen
class Decision:
    """What was decided at a place of the page, the runner-up, and why (shown by `explain`).

    `what` is `place` (of a fragment), `border` (whether an article begins), `order` (of mixed columns) or `article` (its
    doubt, which is the margin then). `instead` are the reasons of the runner-up, where it came close.
    """

    what: str
    span: Span
    chosen: str
    runner_up: str
    margin: float
    reasons: tuple[Reason, ...] = ()
    instead: tuple[Reason, ...] = ()


@frozen
class Sign:
    """Something that speaks for a look at an article: its name, how much of it there is, and where it shows."""

    name: str
    amount: float
    span: Span


@frozen
class Guess:
    """A fact of the page as the machine reads it, and where from (masthead, running head, colophon, file name, text)."""

    value: str
    source: str


@frozen
class Doubt:
    """Something a person should look at, on the review list: the place, what it is, in the two languages.

    Of an article: its number on the page (else -1), and the chance, 0 to 1, that something in it is wrong (`doubts`).
    """

    span: Span
    zh: str
    en: str
    article: int = -1
    doubt: float = 0.0


@frozen
class ReadArticle:
    """An article as read: its parts in reading order, the facts derived from them, its body, and the margin of its span.

    `front` has neither `id` nor `added`: the shelf gives them. `body` is the CommonMark of the paragraphs and sub-heads.
    """

    parts: tuple[Part, ...]
    front: FrontMatter
    body: str
    margin: float
    jumps: Jumps = Jumps()


@frozen
class ReadPage:
    """A page as read. Articles and furniture partition the non-space characters of the raw text.

    `signs` are those of doubt, for each article in their order.
    """

    raw: RawPage
    articles: tuple[ReadArticle, ...]
    furniture: tuple[Furniture, ...]
    decisions: tuple[Decision, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    guesses: dict[str, Guess] = field(default_factory=dict)
    """By the name of the fact: `newspaper`, `issued`, `page`, `page_name`, `city`, `districts`, `language`."""
    signs: tuple[tuple[Sign, ...], ...] = ()
