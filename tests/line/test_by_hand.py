"""What a keeper does by hand reaches the whole site, and no later run takes it back."""

from __future__ import annotations

import csv
import io
import shutil

from tests.line.keeper import Keeper

SEED = "000_4591953fbb375be9"
"""A page of 文峰区: its third article is of a quiz on quality, its fourth a picture."""


def fill(keeper: Keeper, file: str, **facts: str) -> None:
    """Fill cells of a page's row in pages.csv, as Excel does it."""
    table = keeper.content / "pages.csv"
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    (row,) = (row for row in rows if row["file"] == file)
    row.update(facts)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table.write_bytes(out.getvalue().encode("gb18030"))


def test_corrected_word_is_shown_and_stays(keeper: Keeper) -> None:
    """On the article's page, in its district's feed and in the feed of all; after two more runs it still is."""
    article = keeper.file_with("举办知识竞赛 推动质量提升")
    keeper.edit(article, "活动真的不错", "活动确实不错")
    mended = article.read_bytes()
    for _ in range(3):
        assert keeper.build() == 0
        assert article.read_bytes() == mended
        shown = keeper.shows("活动确实不错")
        assert {area.partition("/")[0] for area in shown} >= {"a", "districts", "feed.xml"}
    left = keeper.shows("活动真的不错")
    assert all(file.startswith("p/") for file in left), "the old word stands in the raw page alone"
    assert left


def test_facts_of_a_page_reach_every_page_list_and_feed(keeper: Keeper) -> None:
    """Paper, day and page number told in the table: the front matter, the pages, the lists and the feeds have them."""
    told = {id for id, article in keeper.articles().items() if article.front.source[0].file == f"{SEED}.txt"}
    assert len(told) >= 7
    fill(keeper, f"{SEED}.txt", newspaper="洹水晚报", issued="2022/9/24", page="5", page_name="文峰新闻")
    assert keeper.build() == 0
    for id in told:
        front = keeper.articles()[id].front
        assert (front.newspaper, front.issued, front.date) == ("洹水晚报", "2022-09-24", "2022-09-24")
        assert (front.page, front.page_name) == ("5", "文峰新闻")
        words = keeper.page(f"a/{id}").xpath("string(//main)")
        for fact in ("洹水晚报", "2022年9月24日", "第5版"):
            assert fact in words, f"{id} does not say {fact}"
    assert set(keeper.listed_on(keeper.addresses("newspaper")["洹水晚报"])) == told
    assert set(keeper.listed_on("dates/2022/09/24")) == told
    page = next(iter(told)).partition("/")[0]
    assert "洹水晚报" in keeper.page(f"p/{page}").findtext(".//h1")
    feed = (keeper.site / "feed.xml").read_text(encoding="utf-8")
    assert feed.count("2022年9月24日") == len(told)
    assert page not in keeper.page("dates/undated").xpath("string(//main//@href)")


def test_article_split_by_hand_stays_two(keeper: Keeper) -> None:
    """A copy without its id, and in each the other's text deleted: both are articles, and both stay as they were left."""
    first = keeper.file_with("举办知识竞赛 推动质量提升")
    second = first.with_name(f"{first.stem} - 副本.md")
    shutil.copyfile(first, second)
    text = first.read_text(encoding="utf-8")
    front, body = text.split("---\n\n", 1)
    opening, closing = body.split("\n\n", 1)
    id_line = next(line for line in front.splitlines(keepends=True) if line.startswith("id: "))
    first.write_text(f"{front}---\n\n{opening}\n", encoding="utf-8", newline="\n")
    second.write_text(f"{front.replace(id_line, '')}---\n\n{closing}", encoding="utf-8", newline="\n")
    before = keeper.articles().keys() - {""}
    for arguments in ([], [], ["clean", "--again"], []):
        assert keeper.build(*arguments) == 0
        articles = keeper.articles()
        (new,) = articles.keys() - before
        assert articles[new].body.strip() == closing.strip()
        assert articles[id_line.removeprefix("id: ").strip()].body.strip() == opening.strip()
    assert (keeper.site / "a" / new / "index.html").is_file()
    assert keeper.shows("个人必答题") & {f"a/{new}/index.html"}


def test_articles_merged_by_hand_stay_one_and_the_old_address_works(keeper: Keeper) -> None:
    """The text moved into the first file, the second deleted: it does not come back, and its address still answers."""
    kept, gone = keeper.file_with("举办知识竞赛 推动质量提升"), keeper.file_with("老少共携手")
    articles = keeper.articles()
    (gone_id,) = (id for id, article in articles.items() if (keeper.content / article.path) == gone)
    moved = articles[gone_id].body
    kept.write_text(f"{kept.read_text(encoding='utf-8').rstrip()}\n\n{moved}\n", encoding="utf-8", newline="\n")
    merged = kept.read_bytes()
    gone.unlink()
    for arguments in ([], [], ["clean", "--again"], []):
        assert keeper.build(*arguments) == 0
        assert kept.read_bytes() == merged
        assert keeper.articles().keys() == articles.keys() - {gone_id}
    assert (keeper.site / "a" / gone_id / "index.html").is_file()
