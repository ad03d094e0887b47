"""Which page a raw file is: the one that has its text, whatever the file is called now; else the one of its name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

from jianbao.frozen import frozen
from jianbao.problems import Problem
from jianbao.reading.keeping.shelf import PageCard
from jianbao.reading.keeping.unreadable import overwritten, same_bytes


@frozen
class WhichPage:
    """The page of each raw file that has one, the files that are left alone with the reason, and the pages without file."""

    pages: Mapping[str, PageCard]
    refused: Mapping[str, Problem]
    without_file: tuple[PageCard, ...]


def which_page(
    digests: Mapping[str, str],
    there: Container[str],
    cards: Iterable[PageCard],
    goes_on: Mapping[str, PageCard] = MappingProxyType({}),
) -> WhichPage:
    """`digests` go by raw file; `there` are all raw files, also those that cannot be opened now.

    A raw file is here what has a name and is one page. `goes_on` are names at which a page stands now that had another.
    """
    known = sorted(cards, key=lambda card: card.folder)
    at_path = {card.file: card for card in reversed(known)} | dict(goes_on)
    pages = _by_text(digests, there, known)
    _give_back_overwritten(pages, at_path, digests)
    taken = {card.id for card in pages.values()}
    first_of = {digests[file]: file for file in sorted(pages, reverse=True)}
    texts = {card.sha256 for card in known}
    refused: dict[str, Problem] = {}
    for file in sorted(digests.keys() - pages.keys()):
        card, sha256 = at_path.get(file), digests[file]
        own = card if card is not None and card.id not in taken else None
        if own is not None and sha256 in texts:
            other = next(one for one in known if one.sha256 == sha256)
            refused[file] = overwritten(file, own.folder, other.file)
        elif sha256 in first_of:
            refused[file] = same_bytes(file, first_of[sha256])
        else:
            first_of[sha256] = file
            if own is not None:
                pages[file] = own
                taken.add(own.id)
    left = (card for card in known if card.id not in taken and card.file not in there)
    return WhichPage(pages, refused, tuple(left))


def _by_text(digests: Mapping[str, str], there: Container[str], known: list[PageCard]) -> dict[str, PageCard]:
    """The pages of the files whose text is known: under their own name if it is there, else under the first new one."""
    by_text = {card.sha256: card for card in reversed(known)}
    pages = {card.file: card for card in known if digests.get(card.file) == card.sha256}
    held = {card.id for card in pages.values()}
    for file in sorted(digests):
        card = by_text.get(digests[file])
        if file in pages or card is None or card.id in held:
            continue
        if card.file not in there or card.file in digests:  # one that cannot be opened now may still have its text
            pages[file] = card
            held.add(card.id)
    return pages


def _give_back_overwritten(
    pages: dict[str, PageCard], at_path: Mapping[str, PageCard], digests: Mapping[str, str]
) -> None:
    """Take back names that a page would get from another one whose own text is nowhere: somebody overwrote its file."""
    while True:
        held = {card.id for card in pages.values()}
        over = [
            file
            for file, card in pages.items()
            if card.file != file and file in at_path and at_path[file].id not in held
        ]
        if not over:
            return
        for file in over:
            del pages[file]
