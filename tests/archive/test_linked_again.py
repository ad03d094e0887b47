"""What is kept from one build to the next saves time and changes nothing: the archive is that of a fresh folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.archive.link import link
from jianbao.archive.model import Archive
from tests.archive.handwritten import article, record

Edit = Callable[[Path], None]
"""Changes a content folder."""
OLD = 1_600_000_000
"""Seconds: long ago, so that a file may be known again by its size and age."""
BODIES = (
    "区发改委主任陈卫国昨天介绍，光华路街道的象道物流园项目开工了，文峰区财政局派人参加。",
    "宝莲寺镇小营村村民李秀英说，今年的玉米收成好，农机手正在抢收，秸秆禁烧也抓得紧。",
    "文峰区发展和改革委员会和安阳鑫盛机床股份有限公司签约，象道物流园项目明年五月投产。",
    "记者周俊英在宝莲寺镇采访，陈卫国主任到小营村看望李秀英，并介绍了鑫盛机床的新产品。",
    "9月22日，区关工委组织开展书画大赛，李秀英的孙女获得一等奖。",
    "",
)
FACTS = {"newspaper": "安阳日报", "page": "'2'", "authors": "[{name: 周俊英, role: reporter}]"}
DAYS = ("'2021-09-23'", "'2022-09-23'", "'2022-09-24'")
PAGES = ("AAAAAAA", "BBBBBBB", "CCCCCCC")
PATHS = [f"{page}/0{number}.md" for page in PAGES for number in (1, 2, 3)]
TOLD = {
    "people.yaml": ("hide: [李秀英]\n", "not: [陈卫国]\n", "add: [周俊英]\n"),
    "organizations.yaml": ("hide: [文峰区财政局]\n", "same: [[区发改委, 文峰区发改委, 文峰区发展和改革委员会]]\n"),
    "topics.yaml": ("- {name: 城建, en: Building, slug: building, strong: [项目]}\n", "- {name: 城建, hide: 'true'}\n"),
    "places.yaml": ("- {name: 星河小区, in: 安阳市/文峰区, kind: estate}\n",),
    "bylines.yaml": ("collective: [周俊英]\n",),
    "redirects.yaml": ("a/AAAAAAA/09/: a/AAAAAAA/01/\n",),
}
ages = iter(range(OLD, OLD + 10_000_000))


def put(file: Path, text: str) -> None:
    """Write a file that is old, and of another age than any before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    age = next(ages)
    os.utime(file, (age, age))


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """An article written anew, renamed or taken away; its page told otherwise; a file of what people know."""
    kind = draw(st.sampled_from(("write", "write", "write", "delete", "rename", "tell", "untell")))
    path, other = draw(st.sampled_from(PATHS)), draw(st.sampled_from(PATHS))
    if kind == "write":
        text = written(draw, path)
        return lambda content: put(content / path, text)
    if kind == "delete":
        return lambda content: (content / path).unlink(missing_ok=True)
    if kind == "rename":
        return lambda content: moved(content / path, content / other)
    name = draw(st.sampled_from(sorted(TOLD)))
    told = draw(st.sampled_from(TOLD[name]))
    if kind == "tell":
        return lambda content: put(content / "_authority" / name, told)
    return lambda content: (content / "_authority" / name).unlink(missing_ok=True)


def written(draw: st.DrawFn, path: str) -> str:
    """The text of an article at this path."""
    more = {
        "districts": draw(st.sampled_from(("[安阳市/文峰区]", "[安阳市/北关区, 安阳市/文峰区]", "[某市/某区]", "[]")))
    }
    more["topics"] = draw(st.sampled_from(("[城建]", "[市场监管, 无此主题]", "[]")))
    more["date"] = more["issued"] = draw(st.sampled_from(DAYS))
    if draw(st.integers(0, 5)) == 0:
        more["withheld"] = "{reason: 应当事人要求, on: '2026-01-02'}"
    if draw(st.integers(0, 5)) == 0:
        more["continued_by"] = draw(st.sampled_from(("BBBBBBB/01", "XXXXXXX/01")))
    title = draw(st.sampled_from(("象道物流园开工", "小营村的秋收", "")))
    body = "\n\n".join(draw(st.lists(st.sampled_from(BODIES), max_size=3)))
    return article(path.removesuffix(".md"), title, body, **FACTS, **more)


def moved(file: Path, to: Path) -> None:
    """An editor gives a file another name: its id stays, its age too."""
    if file.exists() and not to.exists():
        file.rename(to)


def fresh(content: Path, folder: str) -> Archive:
    """The archive of a copy of the folder, with nothing kept."""
    copy = Path(folder) / "副本" / content.name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(content, copy)
    return link(copy, None)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), min_size=4, max_size=9), st.lists(st.lists(edits(), max_size=2), min_size=1, max_size=4))
def test_an_archive_linked_again_is_that_of_a_fresh_folder(first: list[Edit], later: list[list[Edit]]) -> None:
    """Whatever was edited, renamed, taken away, told and untold in between; and when nothing was."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "县志 档案"
        for page in PAGES:
            ids = [f"{page}/0{number}" for number in (1, 2, 3)]
            put(content / page / "page.yaml", record(page, f"{page}.txt", *ids))
        for changes in (first, *later):
            for change in changes:
                change(content)
            alone = fresh(content, folder)
            assert link(content, Path(folder) / "cache", jobs=2) == alone


def ledger(taker: str) -> str:
    """The ledger of a page of one line, which this article took."""
    return f'{{"line":1,"raw":"原文一行\\n"}}\n{{"article":"{taker}","part":"paragraph","spans":[[0,4]]}}\n'


def a_page_of_each() -> dict[str, str]:
    """Three pages with an article for every body, one of them of no district."""
    files = {f"{page}/page.yaml": record(page, f"{page}.txt", f"{page}/01", f"{page}/02") for page in PAGES}
    files["AAAAAAA/ledger.jsonl"] = ledger("AAAAAAA/01")
    for number, (body, page) in enumerate(zip(BODIES, (*PAGES, *PAGES), strict=True)):
        place = {"districts": "[安阳市/文峰区]", "topics": "[城建]"} if number else {}
        day = {"issued": DAYS[number % 3], "date": DAYS[number % 3]}
        path = f"{page}/0{number // 3 + 1}.md"
        files[path] = article(path.removesuffix(".md"), f"第{number}篇报道", body, **FACTS, **place, **day)
    return files


BASE = a_page_of_each()
CHANGES: dict[str, Edit] = {
    "a name more": lambda content: put(content / "CCCCCCC/02.md", BASE["CCCCCCC/02.md"] + "\n陈卫国主任出席。\n"),
    "a reprint": lambda content: put(content / "CCCCCCC/02.md", BASE["CCCCCCC/02.md"] + f"\n{BODIES[1]}\n"),
    "a title": lambda content: put(content / "BBBBBBB/01.md", BASE["BBBBBBB/01.md"].replace("报道", "消息")),
    "a county": lambda content: put(content / "BBBBBBB/01.md", BASE["BBBBBBB/01.md"].replace("文峰区]", "北关区]")),
    "withheld": lambda content: put(
        content / "AAAAAAA/01.md",
        BASE["AAAAAAA/01.md"].replace("kind: news", "kind: news\nwithheld: {reason: 应要求, on: '2026-01-02'}"),
    ),
    "taken away": lambda content: (content / "AAAAAAA/02.md").unlink(),
    "renamed": lambda content: moved(content / "AAAAAAA/02.md", content / "BBBBBBB/07.md"),
    "the city of a page": lambda content: put(content / "pages.csv", "file,city\nAAAAAAA.txt,新乡市\n"),
    "the order on a page": lambda content: put(
        content / "AAAAAAA/page.yaml", record("AAAAAAA", "AAAAAAA.txt", "AAAAAAA/02", "AAAAAAA/01")
    ),
    "a record that nobody can read": lambda content: put(content / "AAAAAAA/page.yaml", "articles: ["),
    "a record that is gone": lambda content: (content / "AAAAAAA/page.yaml").unlink(),
    "a ledger": lambda content: put(content / "BBBBBBB/ledger.jsonl", ledger("BBBBBBB/01")),
    "a ledger of another page": lambda content: put(content / "AAAAAAA/ledger.jsonl", ledger("AAAAAAA/02")),
    "a ledger that is gone": lambda content: (content / "AAAAAAA/ledger.jsonl").unlink(),
    "a ledger that nobody can read": lambda content: put(content / "AAAAAAA/ledger.jsonl", '{"line":1,'),
    "what is no name": lambda content: put(content / "_authority/people.yaml", "not: [陈卫国]\n"),
    "who is hidden": lambda content: put(content / "_authority/people.yaml", "hide: [李秀英]\n"),
    "which body is one": lambda content: put(content / "_authority/organizations.yaml", TOLD["organizations.yaml"][1]),
    "a topic": lambda content: put(content / "_authority/topics.yaml", TOLD["topics.yaml"][0]),
    "a by-line": lambda content: put(content / "_authority/bylines.yaml", TOLD["bylines.yaml"][0]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_counts_at_once_and_for_everything(tmp_path: Path, change: Edit) -> None:
    """The archive is another one, and that of a fresh folder; where the change is taken back it is the first one again."""
    content, cache = tmp_path / "县志 档案", tmp_path / "cache"
    for path, text in BASE.items():
        put(content / path, text)
    before = link(content, cache, jobs=2)
    shutil.copytree(content, tmp_path / "before" / content.name)
    change(content)
    alone = fresh(content, str(tmp_path))
    assert alone != before
    assert link(content, cache, jobs=2) == alone
    shutil.rmtree(content)
    shutil.copytree(tmp_path / "before" / content.name, content)
    assert link(content, cache, jobs=2) == before
