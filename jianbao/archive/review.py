"""The review list: what needs a person, page by page. Nothing on it keeps anything from being published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jianbao.archive.load import HeldPage
from jianbao.archive.model import Article, Page, Review

LOSS = "[…]"


def review_pages(
    pages: Mapping[str, Page], held: Mapping[str, HeldPage], articles: Mapping[str, Article]
) -> Iterator[Review]:
    """What is doubtful or missing, in the order of the pages and of the articles on them."""
    for page in pages.values():
        yield from review_page(page, held.get(page.id))
        for id in page.articles:
            if not articles[id].front.withheld:
                yield from review_article(articles[id], articles)


def review_page(page: Page, held: HeldPage | None) -> Iterator[Review]:
    """Facts that nobody told and the page does not print; doubts of the machine; a missing record."""
    if held is None:
        yield Review("record", page.path, "", "这个版面没有 page.yaml，不知道文章出自哪个原始文件",
                     "there is no page.yaml for this page; the raw file of its articles is not known")  # fmt: skip
        return
    if not page.newspaper:
        yield Review(
            "newspaper",
            page.path,
            held.path,
            "不知道是什么报纸，请填 pages.csv",
            "the paper is unknown: fill in pages.csv",
        )
    if not page.date:
        known = page.issued or "?"
        yield Review("day", page.path, held.path, f"日期待考（现知：{known}），请填 pages.csv",
                     f"the day is unknown (known: {known}): fill in pages.csv")  # fmt: skip
    if held.ledger is None:
        yield Review("ledger", page.path, held.path, "没有台账，全部文字都当作人写的",
                     "there is no ledger; all text counts as a person's")  # fmt: skip
    for doubt in page.doubts:
        yield Review("doubt", page.path, held.path, f"第 {doubt.line} 行：{doubt.zh}", f"line {doubt.line}: {doubt.en}")


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
        if target and target not in articles:
            yield of(
                article, "reference", f"所指的文章 {target} 不存在", f"names the article {target}, which does not exist"
            )


def of(article: Article, kind: str, zh: str, en: str) -> Review:
    """A line about an article, with its name before it."""
    return Review(kind, article.path, article.file, f"《{article.display}》{zh}", f"“{article.display}” {en}")
