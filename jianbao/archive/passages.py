"""Every article as a passage: the texts in which names are looked for, with what the archive knows of the article."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.arrange import Arranged
from jianbao.archive.districts import proper_labels
from jianbao.archive.names.passage import Passage, captions_of, title_of
from jianbao.archive.pages import page_of
from jianbao.archive.texts import Text
from jianbao.content.article import FrontMatter
from jianbao.knowledge.districts import Districts

PHOTOGRAPHER = "photographer"


def passages_of(arranged: Arranged, known: Districts) -> dict[str, Passage]:
    """The passages of the articles that lists may name, by id, in the order of the archive."""
    proper = proper_labels(arranged.listed, known)
    return {
        id: passage_of(arranged.texts[id], arranged.facts[page_of(id)].get("city", ""), proper, known)
        for id in arranged.listed
    }


def passage_of(text: Text, page_city: str, proper: Mapping[str, str], known: Districts) -> Passage:
    """One article as a passage; `proper` are the labels of districts. The city is that of its districts, else its page's."""
    districts = tuple(dict.fromkeys(proper[label] for label in text.front.districts))
    above = next((label.rpartition("/")[0] or label for label in districts), "")
    city = known.cities.get(above or page_city)
    return passage_from(text, city.name if city else above or page_city, districts)


def passage_from(text: Text, city: str, districts: tuple[str, ...]) -> Passage:
    """One article as a passage from a `city`, about these `districts`."""
    front = text.front
    return Passage(
        title=title_of(front),
        text=text.plain,
        caption=captions_of(front),
        language=front.language,
        city=city,
        districts=districts,
        authors=authors_of(front),
    )


def authors_of(front: FrontMatter) -> tuple[tuple[str, str], ...]:
    """(name, role) of everybody who signs: the by-line, then the photographers of the captions, each once."""
    signed = [(author.name, author.role) for author in front.authors]
    names = {name for name, _ in signed}
    credits = [caption.credit for caption in front.captions if caption.credit not in names]
    return tuple(dict.fromkeys([*signed, *((name, PHOTOGRAPHER) for name in credits if name)]))


def main_district(passage: Passage) -> str:
    """The label of the county that an article is mainly about, or its city, or nothing."""
    return next(iter(passage.districts), passage.city)
