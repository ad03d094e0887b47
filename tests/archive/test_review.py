"""The review list: what a person should look at, most urgent first, and no longer once they have."""

from __future__ import annotations

from jianbao.archive.model import Review
from jianbao.archive.review import by_urgency
from jianbao.content.ledger_file import Ledger, Written, ledger_text
from tests.archive.handwritten import Linked, Write, article, record

RAW = "标题甲\n正文甲。\n标题乙\n正文乙。\n"
DOUBTS = """\
- line: 1
  zh: 甲有疑
  en: a is doubtful
  article: AAAAAAA/01
  doubt: 0.61
- line: 3
  zh: 乙很可疑
  en: b is very doubtful
  article: AAAAAAA/02
  doubt: 0.93
- line: 2
  zh: 全页有疑
  en: the page is doubtful
"""


def write_page(write: Write, first: str, second: str) -> None:
    """A page of two articles with three doubts; the ledger has them as the machine wrote them."""
    written = {"01": article("AAAAAAA/01", "标题甲", "正文甲。"), "02": article("AAAAAAA/02", "标题乙", "正文乙。")}
    doubts = "\n" + DOUBTS.rstrip("\n")
    write("安阳/0923/page.yaml", record("AAAAAAA", "安阳/0923.txt", "AAAAAAA/01", "AAAAAAA/02", doubts=doubts))
    machine = tuple(Written(f"AAAAAAA/{name}", f"{name}.md", text) for name, text in written.items())
    write("安阳/0923/ledger.jsonl", ledger_text(Ledger(RAW, written=machine)))
    write("安阳/0923/01.md", first or written["01"])
    write("安阳/0923/02.md", second or written["02"])


def doubts(found: tuple[Review, ...]) -> list[str]:
    """The English words of the doubts on the list, in its order."""
    return [line.en for line in found if line.kind == "doubt"]


def test_the_most_doubtful_article_comes_first(write: Write, linked: Linked) -> None:
    """With its headline, its file, the raw file and the line."""
    write_page(write, "", "")
    first, *rest = (line for line in linked().review if line.kind == "doubt")
    assert first.en == "“标题乙” line 3: b is very doubtful"
    assert (first.file, first.raw, first.urgency) == ("安阳/0923/02.md", "安阳/0923.txt:3", 0.93)
    assert [line.en for line in rest] == ["“标题甲” line 1: a is doubtful", "line 2: the page is doubtful"]


def test_the_whole_list_is_in_the_order_of_urgency(write: Write, linked: Linked) -> None:
    """Also between kinds: a doubtful article comes before one without a topic."""
    write_page(write, "", "")
    urgencies = [line.urgency for line in linked().review]
    assert urgencies == sorted(urgencies, reverse=True)
    assert urgencies[-1] > 0


def test_an_article_that_people_changed_or_proofread_is_no_longer_doubtful(write: Write, linked: Linked) -> None:
    """They have looked; what is doubted of the page stays."""
    changed = article("AAAAAAA/01", "标题甲", "正文甲，改正了。")
    proofread = article("AAAAAAA/02", "标题乙", "正文乙。", proofread="[{by: 王敏, on: '2026-11-22'}]")
    write_page(write, changed, proofread)
    assert doubts(linked().review) == ["line 2: the page is doubtful"]


def test_what_is_equally_urgent_keeps_its_order() -> None:
    """The order of the pages and of the articles on them."""
    found = [Review("topic", f"a/{n}/", "", "无主题", "no topic") for n in range(3)]
    assert [line.path for line in by_urgency(found)] == ["a/0/", "a/1/", "a/2/"]
