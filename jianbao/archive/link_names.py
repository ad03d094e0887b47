"""From the texts to the names: what each article names, which names mean one thing, the pages that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from jianbao.archive.all_names import all_names, form_of, mark_of
from jianbao.archive.arrange import Arranged
from jianbao.archive.catalogue import Catalogue
from jianbao.archive.entities.identify import Entities, identify
from jianbao.archive.entities.of_article import ArticleNames, names_of_articles
from jianbao.archive.entities.pages import EntityPages, entity_pages
from jianbao.archive.keywords import rank_all
from jianbao.archive.load import Shelf
from jianbao.archive.names.found import Names
from jianbao.archive.names.known import Known
from jianbao.archive.names.passage import Passage
from jianbao.archive.order import printed_day
from jianbao.archive.passages import passages_of
from jianbao.archive.read_many import Report
from jianbao.frozen import frozen


@frozen
class Linked:
    """Everything that names lead to. The mappings go by article id."""

    passages: Mapping[str, Passage]
    entities: Entities
    pages: EntityPages
    of_article: Mapping[str, ArticleNames]
    keywords: Mapping[str, tuple[str, ...]]


class Search(NamedTuple):
    """The search for names: where, under which marks it is remembered, and what asks for its outcome."""

    passages: Mapping[str, Passage]
    marks: Mapping[str, str]
    names: Callable[[], dict[str, Names]]


def search_names(arranged: Arranged, shelf: Shelf, cache: Path | None, jobs: int, report: Report) -> Search:
    """Begin to look for the names of the articles that lists may name; `cache` and `jobs` as in `link`."""
    passages = passages_of(arranged, shelf.districts)
    known = Known(shelf.districts, shelf.gazetteer, shelf.people, shelf.organizations, shelf.bylines)
    marks = {id: mark_of(passage, arranged.texts[id].digest) for id, passage in passages.items()}
    return Search(passages, marks, all_names(passages, marks, known, shelf.authority, cache, jobs, report))


def link_names(search: Search, catalogue: Catalogue, shelf: Shelf, cache: Path | None) -> Linked:
    """Everything that the names found lead to; `cache` as in `link`."""
    passages, names = search.passages, search.names()
    entities = identify(names, passages, shelf)
    days = {id: printed_day(front) for id, front in catalogue.newest.items()}
    pages = entity_pages(entities, days, catalogue, shelf.register)
    return Linked(
        passages,
        entities,
        pages,
        names_of_articles(names, passages, entities, pages, catalogue),
        rank_all({id: one.words for id, one in names.items()}, search.marks, cache, form_of(shelf.authority)),
    )
