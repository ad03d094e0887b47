"""How much a clue says: the more the fewer articles have it, in coarse steps, so that one more article changes little."""

from __future__ import annotations

from jianbao.frozen import frozen

STEPS = 8
_LEAST_LIMIT = 3
"""In the smallest archive too, what seven articles have is no longer common."""


@frozen
class Rarity:
    """How rare is rare in an archive of `articles` articles, known to a power of two (its bits).

    What more articles have than the square root of the archive, roughly, is common and says nothing.
    """

    bits: int

    @classmethod
    def of(cls, articles: int) -> Rarity:
        """The rarity of an archive of so many articles."""
        return cls(articles.bit_length())

    @property
    def limit(self) -> int:
        """The bits of the largest number of articles that may have a clue."""
        return max(_LEAST_LIMIT, (self.bits + 1) // 2)

    def level(self, articles: int) -> int:
        """How many articles have the clue, in bits; one more than the limit for all that is common."""
        return min(articles.bit_length(), self.limit + 1)

    def step(self, articles: int) -> int:
        """What the clue says, 0 (common) to 8 at most: of what two or three articles have 4 in a small archive, 6 in a large one."""
        return STEPS * (self.limit + 1 - self.level(articles)) // (self.limit + 1)
