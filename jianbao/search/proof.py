"""The proof: what the index finds is held against a plain scan of the texts, before a site gets the index.

A whole new index is tried with 200 strings of two to eight characters and 20 single characters from the texts, up to 50
names, and every facet value, each against all documents. After an edit the strings are taken from what changed and a few other
documents, and tried against the documents that were read again and a sample of the others, so that it stays cheap: the
shards that did not change are the ones that were proved before. Which strings are tried follows from the archive alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from jianbao.frozen import frozen
from jianbao.search.document import Document
from jianbao.search.look_up import IndexReader
from jianbao.search.tokens import WORD_CHARACTER, phrase_tokens
from jianbao.text.folding import fold

_WHOLE = {"strings": 200, "characters": 20, "names": 50}
_PART = {"strings": 30, "characters": 5, "names": 10}
SAMPLE = 128
"""So many documents that did not change are looked through with those that did."""
_SHORTEST, _LONGEST = 2, 8
_WORD_OR_CHARACTER = re.compile(f"{WORD_CHARACTER}+|.")


@frozen
class Trial:
    """Folded phrases that are looked for in texts and index alike. `numbers` are documents that are looked through with those read."""

    phrases: tuple[str, ...]
    sample: tuple[int, ...] = ()


def choose_trial(
    seed: str, numbers: Sequence[int], changed: Sequence[int], names: Sequence[str], document: Callable[[int], Document]
) -> Trial:
    """What is tried, for an index of which the documents `changed` are new. `document` gives them folded."""
    chance = random.Random(seed)  # noqa: S311 - the same for the same archive
    whole = len(changed) >= len(numbers)
    amount = _WHOLE if whole else _PART
    sample = () if whole else tuple(sorted(chance.sample(numbers, min(SAMPLE, len(numbers)))))
    from_which = list(numbers) if whole else [*changed, *sample[: len(changed) + 1]]
    phrases = [*_strings(chance, from_which, document, amount["strings"], _SHORTEST, _LONGEST)]
    phrases += _strings(chance, from_which, document, amount["characters"], 1, 1)
    phrases += map(fold, chance.sample(names, min(amount["names"], len(names))))
    return Trial(tuple(dict.fromkeys(phrase for phrase in phrases if phrase_tokens(phrase))), sample)


def _strings(
    chance: random.Random,
    numbers: Sequence[int],
    document: Callable[[int], Document],
    count: int,
    least: int,
    most: int,
) -> Iterator[str]:
    """Strings from passages of these documents, in which no word is cut."""
    for _ in range(count if numbers else 0):
        drawn = document(chance.choice(numbers))
        passages = [*drawn.title, *drawn.text]
        if passages:
            units = _WORD_OR_CHARACTER.findall(chance.choice(passages))
            start = chance.randrange(len(units))
            yield "".join(units[start : start + chance.randint(least, most)]).strip()


def first_mismatch(
    reader: IndexReader,
    trial: Trial,
    read: Collection[int],
    found: Sequence[Sequence[int]],
    facets: Mapping[str, Sequence[int]],
) -> str | None:
    """What the index gets wrong; None where it stands the trial.

    `found` says for each phrase which of the documents `read` have it, `facets` for each token of a facet which have it.
    """
    for phrase, there in zip(trial.phrases, found, strict=True):
        candidates = [number for number in reader.find(phrase) if number in read]
        is_whole = phrase_tokens(phrase) == {phrase}
        if not set(there).issubset(candidates) or (is_whole and candidates != list(there)):
            return phrase
    return next((token for token, there in facets.items() if reader.listed(token) != list(there)), None)
