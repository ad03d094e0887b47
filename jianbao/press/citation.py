"""How an article is cited (GB/T 7714, newspapers [N]; APA) and what it tells machines: JSON-LD, Highwire, Dublin Core."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from jianbao.archive.model import Article, Page
from jianbao.press.continued import parts_of, printed_pages
from jianbao.press.edition import Edition
from jianbao.press.printed_date import read_edtf
from jianbao.press.sheet import Late, late

APA_NAMES = 20
"""APA names so many authors at most; of more, all but one before the last."""
_FOR_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def cite(edition: Edition, article: Article) -> str:
    """The article as GB/T 7714 cites a newspaper; what is unknown is said to be unknown, in brackets.

    A part of a continued article is cited as the whole, with all its pages, by its first part.
    """
    words = edition.wording.table["cite"]
    pages, article = printed_pages(edition, article), parts_of(edition, article)[0]
    front = article.front
    names = list(dict.fromkeys(author.name for author in front.authors))
    people = words["comma"].join(names[:3]) + (words["others"] if len(names) > 3 else "")
    paper = _paper(edition, article) or words["paper_unknown"]
    printed = _gb_date(edition, article)
    place = f"({pages})" if pages else ""
    work = f"{article.display}[N]. {paper}, {printed}{place}. {edition.public(article.path)}".rstrip()
    return f"{people}. {work}" if people else work


def cite_apa(edition: Edition, article: Article) -> str:
    """The article as APA (7th edition) cites a newspaper; without an author the headline stands first."""
    words, pages = edition.wording.table["apa"], printed_pages(edition, article)
    article = parts_of(edition, article)[0]
    front = article.front
    names = list(dict.fromkeys(author.name for author in front.authors))
    if len(names) > APA_NAMES:
        names = [*names[: APA_NAMES - 1], f"… {names[-1]}"]
    people = words["last"].join([words["comma"].join(names[:-1]), names[-1]] if len(names) > 1 else names)
    paper = _paper(edition, article) or edition.wording.table["cite"]["paper_unknown"]
    printed = f"({_apa_date(edition, front.date or front.issued, 'issued' in article.inferred)})"
    place = f", {pages}" if pages else ""
    title = article.display.removesuffix(".")  # older English headlines are printed with one
    head = f"{people}. {printed}. {title}" if people else f"{title}. {printed}"
    return f"{head}. {paper}{place}. {edition.public(article.path)}".rstrip()


def _paper(edition: Edition, article: Article) -> str:
    name, _ = edition.newspaper(article.newspaper or article.front.newspaper)
    return edition.wording.paper(name, "newspaper" in article.inferred)


def _gb_date(edition: Edition, article: Article) -> str:
    words, printed = edition.wording.table["cite"], article.front.date or article.front.issued
    if not printed:
        return str(words["date_unknown"])
    read = read_edtf(printed)
    about = "issued" in article.inferred or (read is not None and read.about)
    return f"[{printed.rstrip('?~%')}]" if about else printed


def _apa_date(edition: Edition, printed: str, inferred: bool) -> str:
    words, read = edition.wording.table["apa"], read_edtf(printed)
    if read is None:
        return str(printed or words["unknown"])
    form = "day" if read.day else "month" if read.month else "year"
    name = edition.wording.month(read.month)
    said = words[form].format(y=read.year, m=read.month, d=read.day, name=name)
    return str(words["about"].format(date=said) if inferred or read.about else said)


def meta_tags(edition: Edition, article: Article) -> Iterator[tuple[str, str]]:
    """(name, content) of the tags by which Zotero and others know a newspaper article; only what is known.

    Highwire's, then Dublin Core's: without its type a paper's name would make the article one of a journal.
    """
    pages = printed_pages(edition, article).split(", ")
    article = parts_of(edition, article)[0]
    front = article.front
    names = dict.fromkeys(author.name for author in front.authors)
    paper = edition.newspaper(article.newspaper or front.newspaper)[0]
    printed, language = (front.date or front.issued).rstrip("?~%"), edition.language_of(article)
    tags = (
        ("citation_title", article.display),
        *(("citation_author", name) for name in names),
        ("citation_publication_date", printed.replace("-", "/")),
        ("citation_journal_title", paper),
        ("citation_firstpage", pages[0]),
        ("citation_lastpage", pages[-1] if pages[1:] else ""),
        ("citation_language", language),
        ("citation_public_url", edition.public(article.path)),
        ("DC.type", "newspaperArticle"),
        ("DC.title", article.display),
        *(("DC.creator", name) for name in names),
        ("DC.date", printed),
        ("DC.source", paper),
        ("DC.language", language),
        ("DC.identifier", edition.public(article.path)),
    )
    return (tag for tag in tags if tag[1])


def json_ld(edition: Edition, article: Article, page: Page | None, image: str) -> Late:
    """The article as schema.org NewsArticle, safe inside a script element; `image` is the path of its picture, or nothing."""
    return late(_in_script, _news_article(edition, article, page, image))


def _in_script(facts: dict[str, Any]) -> Markup:
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_FOR_SCRIPT))


def _news_article(edition: Edition, article: Article, page: Page | None, image: str) -> dict[str, Any]:
    pages, article = printed_pages(edition, article), parts_of(edition, article)[0]
    front = article.front
    paper = edition.newspaper(article.newspaper or front.newspaper)[0]
    printed = read_edtf(front.date or front.issued)
    topics = [edition.archive.topics[slug].name for slug in article.topics]
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.display,
        "alternativeHeadline": " ".join(front.subtitle),
        "identifier": article.id,
        "image": edition.public(image) if image else "",
        "url": edition.public(article.path),
        "inLanguage": edition.language_of(article),
        "isAccessibleForFree": True,
        "datePublished": (front.date or front.issued).rstrip("?~%") if printed else "",
        "author": [{"@type": "Person", "name": author.name} for author in front.authors],
        "publisher": {"@type": "Organization", "name": paper} if paper else None,
        "isPartOf": {"@type": "Newspaper", "name": paper} if paper else None,
        "pageStart": pages.split(", ")[0],
        "pagination": pages if ", " in pages else "",
        "printEdition": page.edition if page else "",
        "contentLocation": [
            {"@type": "Place", "name": edition.called(edition.archive.districts[slug])} for slug in article.districts
        ],
        "about": [{"@type": "Thing", "name": topic} for topic in topics],
        "articleSection": front.section,
        "sdDatePublished": front.added,
    }
    return {key: value for key, value in facts.items() if value}
