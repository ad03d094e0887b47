"""The review list: what needs a person, most urgent first. Nothing on it keeps anything from being published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jianbao.archive.model import Article, Page, Review
from jianbao.archive.read_pages import HeldPage
from jianbao.content import page_record, pages_table
from jianbao.content.article import STANDS_ALONE
from jianbao.content.page_record import PageDoubt

LOSS = "[…]"
URGENCY = {
    "vanished": 1.0, "record": 1.0, "ledger": 0.9, "reference": 0.9, "loss": 0.3, "facts": 0.25, "newspaper": 0.2,
    "day": 0.2, "district": 0.1, "topic": 0.1,
    "same-person": 0.09, "same-organization": 0.08, "near-topic": 0.07, "unknown-district": 0.07, "once": 0.01,
}  # fmt: skip
"""How soon a person should look at what stands on the list, by its kind; an article read with doubt has its own figure."""
_TO_SETTLE = 1.0
"""Where a person's text stands against a reading, and only they can settle it."""
_DOUBT = 0.5
"""Of a doubt that nobody reckoned: of a page, or in a record of an older version."""


def by_urgency(found: Iterable[Review]) -> tuple[Review, ...]:
    """The list, most urgent first; what is equally urgent stays in its order."""
    weighed = (line if line.urgency else replace(line, urgency=URGENCY.get(line.kind, 0.0)) for line in found)
    return tuple(sorted(weighed, key=lambda line: -line.urgency))


def review_pages(
    pages: Mapping[str, Page], held: Mapping[str, HeldPage], articles: Mapping[str, Article]
) -> Iterator[Review]:
    """What is doubtful or missing, in the order of the pages and of the articles on them."""
    for page in pages.values():
        yield from review_with_articles(page, held.get(page.id), articles)


def review_with_articles(page: Page, held: HeldPage | None, articles: Mapping[str, Article]) -> Iterator[Review]:
    """What is doubtful or missing of one page, and of the articles on it."""
    yield from review_page(page, held, articles)
    for id in page.articles:
        if not articles[id].front.withheld:
            yield from review_article(articles[id], articles)


def review_page(page: Page, held: HeldPage | None, articles: Mapping[str, Article]) -> Iterator[Review]:
    """Facts that nobody told and the page does not print; doubts of the machine; a missing record."""
    if held is None:
        yield Review("record", page.path, "", "这个版面没有 page.yaml，不知道文章出自哪个原始文件",
                     "there is no page.yaml for this page; the raw file of its articles is not known")  # fmt: skip
        return
    yield from missing_facts(page)
    if held.ledger is None:
        yield Review("ledger", page.path, held.path, "没有台账，全部文字都当作人写的",
                     "there is no ledger; all text counts as a person's")  # fmt: skip
    shown = {line.number for line in page.lines if line.text.strip()}
    for doubt in page.doubts:
        if not is_settled(doubt, articles):
            path = f"{page.path}#L{doubt.line}" if doubt.line in shown else page.path
            yield review_doubt(doubt, held, articles, path)


def is_settled(doubt: PageDoubt, articles: Mapping[str, Article]) -> bool:
    """Whether people have looked: they changed the article that was read with doubt, proofread it, or took it away."""
    if doubt.mark or not doubt.article:
        return False
    article = articles.get(doubt.article)
    return article is None or article.edited or bool(article.front.proofread)


def review_doubt(doubt: PageDoubt, held: HeldPage, articles: Mapping[str, Article], path: str) -> Review:
    """A doubt of the machine, with the article that it is about."""
    folder = held.path.removesuffix(page_record.NAME)
    article = articles.get(doubt.article)
    named = (f"《{article.display}》", f"“{article.display}” ") if article else ("", "")
    urgency = _TO_SETTLE if doubt.mark else doubt.doubt or _DOUBT
    zh, en = f"{named[0]}第 {doubt.line} 行：{doubt.zh}", f"{named[1]}line {doubt.line}: {doubt.en}"
    return Review(
        "doubt", path, article.file if article else folder, zh, en, urgency, f"{held.record.raw_file}:{doubt.line}"
    )


def missing_facts(page: Page) -> Iterator[Review]:
    """Paper and day, as far as nobody told them and they are not printed: one line a page, with the row to fill in."""
    known = page.issued or "?"
    row = f"请填 pages.csv 里 {page.file} 一行", f"fill in the row of {page.file} in pages.csv"
    if not page.newspaper and not page.date:
        yield Review("facts", page.path, pages_table.NAME, f"不知道是什么报纸，日期待考（现知：{known}），{row[0]}",
                     f"the paper and the day are unknown (known: {known}): {row[1]}")  # fmt: skip
    elif not page.newspaper:
        yield Review("newspaper", page.path, pages_table.NAME, f"不知道是什么报纸，{row[0]}",
                     f"the paper is unknown: {row[1]}")  # fmt: skip
    elif not page.date:
        yield Review("day", page.path, pages_table.NAME, f"日期待考（现知：{known}），{row[0]}",
                     f"the day is unknown (known: {known}): {row[1]}")  # fmt: skip


def review_article(article: Article, articles: Mapping[str, Article]) -> Iterator[Review]:
    """Lost text, an article that no district or topic list shows, a reference to nothing."""
    losses = article.plain.count(LOSS)
    if losses:
        yield of(article, "loss", f"有 {losses} 处缺文 {LOSS}", f"has lost text (marked {LOSS}: {losses})")
    if not article.districts:
        yield of(article, "district", "没有归入任何地区", "belongs to no district")
    if not article.topics:
        yield of(article, "topic", "没有归入任何主题", "belongs to no topic")
    for target in (article.front.continues, article.front.continued_by):
        if target and target not in articles and target not in STANDS_ALONE:
            yield of(
                article, "reference", f"所指的文章 {target} 不存在", f"names the article {target}, which does not exist"
            )


def of(article: Article, kind: str, zh: str, en: str) -> Review:
    """A line about an article, with its name before it."""
    return Review(kind, article.path, article.file, f"《{article.display}》{zh}", f"“{article.display}” {en}")
