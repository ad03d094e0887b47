"""Posts and occupations (data/posts.yaml): which words stand before a name, and which of them make a person public."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import read_yaml, texts

_SHIPPED = Path(__file__).parent / "data" / "posts.yaml"


@frozen
class Posts:
    """The words of posts, and which of them are an office, speak of many people, or shield who is named with them.

    `young` are those of the shielding ones that speak of children. `prefixes` may stand before a post; `finals` are the
    last characters of all words.
    """

    words: frozenset[str]
    public: frozenset[str]
    crowd: frozenset[str]
    shielded: frozenset[str]
    young: frozenset[str]
    prefixes: frozenset[str]
    finals: frozenset[str]
    longest: int

    @classmethod
    def load(cls) -> Posts:
        """As shipped."""
        fields, _ = read_yaml(_SHIPPED)
        public = frozenset(word for line in fields["public"].values() for word in line.split())
        crowd, young = frozenset(fields["crowd"].split()), frozenset(fields["young"].split())
        shielded = young | frozenset(fields["accused"].split())
        words = public | crowd | shielded | {word for line in fields["private"].values() for word in line.split()}
        finals = frozenset(word[-1] for word in words)
        return cls(
            words, public, crowd, shielded, young, frozenset(texts(fields["prefixes"])), finals, max(map(len, words))
        )

    def ending(self, text: str, end: int) -> int:
        """Where the longest post that ends at text[end] begins, its prefixes included; `end` where there is none."""
        if not end or text[end - 1] not in self.finals:
            return end
        for start in range(max(0, end - self.longest), end - 1):
            if text[start:end] in self.words:
                return self._with_prefixes(text, start)
        return end

    def _with_prefixes(self, text: str, start: int) -> int:
        for length in (2, 1):
            if start >= length and text[start - length : start] in self.prefixes:
                return self._with_prefixes(text, start - length)
        return start

    def is_crowd(self, post: str) -> bool:
        """Whether the post as printed is a word for many people (`干部群众`)."""
        return self._word(post) in self.crowd

    def is_shielded(self, post: str) -> bool:
        """Whether the post as printed (`周口报业小记者`) ends with a word that shields."""
        return self._word(post) in self.shielded

    def is_public(self, post: str) -> bool:
        """Whether the post as printed (`文峰区发改委副主任`) ends with an office."""
        return self._word(post) in self.public

    def _word(self, post: str) -> str:
        """The longest word that the post ends with."""
        return next((post[start:] for start in range(len(post)) if post[start:] in self.words), "")


@cache
def posts() -> Posts:
    """The posts, read once a process."""
    return Posts.load()
