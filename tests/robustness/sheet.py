"""A newspaper page on its way from clean articles to a damaged file, together with the truth about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.robustness.clean_articles import CleanArticle

SOFT = "\ufdd0"
"""A hyphen at a line end that the setting put there: a noncharacter until it is printed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A piece of an article as the compositor gets it: `block` numbers the block of the truth's body, or is -1."""

    role: str
    text: str
    block: int = -1
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """An article's truth, and its copy: what is to be set, in reading order."""

    truth: CleanArticle
    copy: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Printed lines that stand together in the raw file.

    `story` is the number of the article, or -1 for furniture; `column` counts the columns of a story's text; `opens`
    says that a paragraph begins here and `gap` that the file has an empty block (a picture's place) before it.
    """

    role: str
    lines: tuple[str, ...]
    story: int = -1
    column: int = 0
    block: int = -1
    opens: bool = True
    gap: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """What belongs to no article: the kinds of gold/FORMAT.md."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """How the page was set and extracted: `measure` in ems, `height` in lines.

    `line_ends`: `lost` (a block is one line), `spaces` (a printed line ends with a space) or `kept` (a newline).
    """

    measure: float
    height: int
    line_ends: str
    indent: str = ""
    parted: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """Whose page it is: the paper's name and the day as the running head prints them."""

    name: str
    day: str
    iso: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: its stories, then its strips, then its text, then its bytes; `damages` names what was done to it."""

    name: str
    language: str
    paper: Paper
    setting: Setting
    stories: tuple[Story, ...]
    strips: tuple[Strip, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    text: str = ""
    data: bytes = b""
    damages: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[CleanArticle, ...]:
        """The truth, in reading order."""
        return tuple(story.truth for story in self.stories)

    def with_truth(self, number: int, truth: CleanArticle) -> Sheet:
        """The sheet with another truth for a story."""
        stories = list(self.stories)
        stories[number] = replace(stories[number], truth=truth)
        return replace(self, stories=tuple(stories))

    def with_furniture(self, *pieces: Furniture) -> Sheet:
        """The sheet with more furniture on its record."""
        return replace(self, furniture=(*self.furniture, *pieces))
