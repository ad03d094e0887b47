"""Archives of a few articles with nothing but what the search takes of them, and their index as files."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from jianbao.archive.model import Archive, Article, Entity, Group, Named
from jianbao.content.article import Author, Caption, FrontMatter, Withdrawal
from jianbao.search.search_index import search_index


def article(
    number: int,
    text: str = "正文。",
    title: str = "标题",
    *,
    kicker: tuple[str, ...] = (),
    caption: str = "",
    date: str = "2022-09-23",
    kind: str = "news",
    district: str = "wenfengqu-410502",
    topics: tuple[str, ...] = ("rural",),
    newspaper: str = "anyangribao-1a2b",
    people: tuple[str, ...] = (),
    authors: tuple[str, ...] = (),
    section: str = "",
    withheld: bool = False,
) -> Article:
    """One article. `people` are slugs, their names are the same."""
    front = FrontMatter(
        title=title, kicker=kicker, kind=kind, issued=date, date=date if len(date) == 10 else "", page="2", section=section,
        authors=tuple(Author(name, "reporter") for name in authors),
        captions=(Caption(caption),) if caption else (), withheld=Withdrawal("隐私", "2026-01-01") if withheld else None,
    )  # fmt: skip
    told = (text, front)
    return Article(
        id=f"AAAAAAA/{number:02}", path=f"a/AAAAAAA/{number:02}/", file="", front=front, body=text, display=title,
        summary="", plain=text, page="AAAAAAA", position=1, districts=(district,) if district else (), topics=topics,
        reporters=(), keywords=(), newspaper=newspaper, previous="", next="", edited=False,
        digest=sha256(repr(told).encode()).hexdigest(), number=number,
        people=tuple(Named(slug, "person", path=f"people/{slug}/") for slug in people),
    )  # fmt: skip


def archive_of(articles: Iterable[Article]) -> Archive:
    """The archive of these articles, with its lists and its persons."""
    held = {one.id: one for one in articles}
    districts = {slug for one in held.values() for slug in one.districts}
    topics = {slug for one in held.values() for slug in one.topics}
    papers = {one.newspaper for one in held.values() if one.newspaper}
    people = {named.name for one in held.values() for named in one.people}
    return Archive(
        articles=held, pages={}, cities={}, days={}, reporters={}, news=(), undated=(), redirects=(), review=(), problems=(),
        districts={slug: Group("district", slug, f"districts/{slug}/", slug, f"安阳市/{slug}", ()) for slug in districts},
        topics={slug: Group("topic", slug, f"topics/{slug}/", slug, slug, ()) for slug in topics},
        newspapers={slug: Group("newspaper", slug, f"newspapers/{slug}/", "安阳日报", "安阳日报", ()) for slug in papers},
        people={
            slug: Entity("person", slug, f"people/{slug}/", slug, slug, "person", (), ()) for slug in people
        },
    )  # fmt: skip


def indexed(articles: Iterable[Article], cache: Path, *, jobs: int = 1, offline: bool = False) -> dict[str, bytes]:
    """The files of the index of these articles by their paths below search/."""
    with search_index(archive_of(articles), cache, jobs, offline) as index:
        assert index.problems == ()
        return {file.path: file.make() for file in index.files}
