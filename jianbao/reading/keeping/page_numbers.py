"""What the pages of one raw file are called: 2022-09.txt#1, #2 …, numbers that are given once and stay with their page.

A page is known by its text, then by the likeness of its text, wherever in the file it stands now. A new page gets the
number of its place, or, where that is given, the next one: a page put in between changes the name of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from jianbao.content.page_name import cut_name
from jianbao.frozen import frozen
from jianbao.reading.keeping.matching import match
from jianbao.reading.keeping.place import mint_id
from jianbao.reading.keeping.shelf import PageCard


@frozen
class FilePages:
    """What is known of the pages of a raw file.

    `own` are those read from it before. `elsewhere` are pages of other files, by their digests. `lost` are the ids of
    those that have a row in pages.csv and no folder, or none that can be read, by number; `taken` are numbers that
    something else is called by.
    """

    own: Sequence[PageCard]
    elsewhere: Mapping[str, PageCard]
    lost: Mapping[int, str]
    taken: Collection[int]


def number_pages(
    digests: Sequence[str], known: FilePages, new_text: Callable[[int], str], old_text: Callable[[PageCard], str]
) -> list[tuple[int, PageCard | None]]:
    """For each page of a file its number, and what was read of it before, None where it is new to the file.

    The pages are given by the digests of their texts, in order; the texts are asked for only where some are not known.
    """
    cards = _by_digest(digests, known.own)
    left = [card for card in known.own if card not in cards.values()]
    same = {card.sha256 for card in cards.values()} | known.elsewhere.keys()
    unknown = [place for place, digest in enumerate(digests) if place not in cards and digest not in same]
    if left and unknown:
        found = match([new_text(place) for place in unknown], [old_text(card) for card in left])
        cards |= {unknown[one]: left[other] for one, other in found.items()}
    numbers = {place: number for place, card in cards.items() if (number := number_of(card))}
    numbers |= _of_lost(digests, [place for place in unknown if place not in cards], known.lost)
    for place, number in _of_moved(digests, known.elsewhere):
        if place not in numbers and number not in _given(known, numbers):
            numbers[place] = number
    for place in range(len(digests)):
        if place not in numbers:
            numbers[place] = _next(place + 1, _given(known, numbers))
    return [(numbers[place], cards.get(place)) for place in range(len(digests))]


def number_of(card: PageCard) -> int:
    """The number of a page among several in one raw file; 0 where it is alone."""
    return cut_name(card.file)[1] if card.lines else 0


def _by_digest(digests: Sequence[str], own: Sequence[PageCard]) -> dict[int, PageCard]:
    left = list(own)
    cards: dict[int, PageCard] = {}
    for place, digest in enumerate(digests):
        card = next((card for card in left if card.sha256 == digest), None)
        if card is not None:
            cards[place] = card
            left.remove(card)
    return cards


def _of_lost(digests: Sequence[str], unknown: Sequence[int], lost: Mapping[int, str]) -> dict[int, int]:
    """The numbers of pages whose folders are gone: by the id that their text gives, the others in their order."""
    by_id = {page_id: number for number, page_id in lost.items()}
    minted = {place: by_id[page_id] for place in unknown if (page_id := mint_id(digests[place], ())) in by_id}
    others = sorted(lost.keys() - set(minted.values()))
    return minted | dict(zip([place for place in unknown if place not in minted], others, strict=False))


def _of_moved(digests: Sequence[str], elsewhere: Mapping[str, PageCard]) -> Iterator[tuple[int, int]]:
    """The numbers that pages of another file have there: when a raw file is renamed they stay."""
    for place, digest in enumerate(digests):
        number = number_of(elsewhere[digest]) if digest in elsewhere else 0
        if number:
            yield place, number


def _given(known: FilePages, numbers: Mapping[int, int]) -> set[int]:
    return {*map(number_of, known.own), *known.lost, *known.taken, *numbers.values()}


def _next(wanted: int, given: Collection[int]) -> int:
    return wanted if wanted not in given else max(given) + 1
