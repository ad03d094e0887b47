"""How much of a headline a text says: by pairs of characters, in Latin script by words."""

from __future__ import annotations

from jianbao.text.characters import has_han


def pairs_of(text: str) -> frozenset[str]:
    """Pairs of characters, in Latin script words of four letters and more: what two texts may have in common."""
    if not has_han(text):
        return frozenset(word.strip(".,;:'\"-").lower() for word in text.split() if len(word) > 3)
    return character_pairs(text)


def character_pairs(text: str) -> frozenset[str]:
    """Pairs of characters with no mark or space among them, in any script."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum())


def share_of_pairs(headline: str, text: str) -> float:
    """The share of the headline's pairs that the text has."""
    own = pairs_of(headline)
    return len(own & pairs_of(text)) / len(own) if own else 0.0
