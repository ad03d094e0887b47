"""An article that goes on on another page, from the raw pages to the linked archive."""

from __future__ import annotations

from jianbao.archive.link import link
from tests.line.keeper import Keeper
from tests.line.test_jumps import BACK, FRONT


def test_the_parts_find_each_other(beginner: Keeper) -> None:
    """Page one says 下转第4版, page four says 上接第1版: each part knows both, and nothing is left for the review list."""
    for name, text in (("柳河日报-01版", FRONT), ("柳河日报-04版", BACK)):
        (beginner.folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    assert beginner.build() == 0
    archive = link(beginner.content, None)
    (first,) = (one for one in archive.articles.values() if one.front.title == "青石桥上说变化")
    (second,) = (one for one in archive.articles.values() if "河滨步道" in one.body)
    assert first.continued == second.continued == (first.id, second.id)
    assert [line for line in archive.review if line.kind == "continued"] == []


def test_a_page_that_is_not_here_is_told(beginner: Keeper) -> None:
    """Only page one was scanned."""
    (beginner.folder / "seeds" / "柳河日报-01版.txt").write_text(FRONT, encoding="utf-8", newline="\n")
    assert beginner.build() == 0
    (line,) = (line for line in link(beginner.content, None).review if line.kind == "continued")
    assert line.zh.startswith("《青石桥上说变化》下转第4版，没有接上")
    assert line.file.endswith("柳河日报-01版/01.md")
