"""Nothing is done twice, and nobody can tell: a site built step by step is the site built at once, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.cli import main
from jianbao.press.find_theme import PACKAGE
from tests.archive.handwritten import article, record
from tests.cli.conftest import Run, article_with

PAPER = {"newspaper": "安阳日报", "date": "'2022-09-23'", "issued": "'2022-09-23'", "page": "'2'"}
ARTICLES = {
    "甲/01.md": article(
        "AAAAAAA/01", "文峰区开展书画大赛", "9月22日，文峰区关工委组织开展书画大赛。\n\n- 一等奖\n- 二等奖",
        districts="[安阳市/文峰区]", topics="[文化旅游]", authors="[{name: 周俊英, role: reporter}]", **PAPER,
    ),
    "甲/02.md": article(
        "AAAAAAA/02", "高新区规范成品油市场", "高新区市场监管局检查加油站。", districts="[安阳市/高新区]",
        topics="[市场监管]", authors="[{name: 周俊英, role: reporter}]", **PAPER,
    ),
    "甲/03.md": article("AAAAAAA/03", "", "9月21日，志愿者清扫落叶。", kind="photo", districts="[安阳市/文峰区]", **PAPER),
    "乙/01.md": article("BBBBBBB/01", "新区交警扶起老人", "11月4日，交警扶起一名老人。", districts="[新乡市/高新区]"),
}  # fmt: skip
PAGES = {
    "甲/page.yaml": record("AAAAAAA", "甲.txt", "AAAAAAA/01", "AAAAAAA/02", "AAAAAAA/03"),
    "乙/page.yaml": record("BBBBBBB", "乙.txt", "BBBBBBB/01"),
}

Edit = Callable[[Path], None]


def put(file: Path, text: str) -> None:
    """Write a file as an editor would."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def replaced(path: str, old: str, new: str) -> Edit:
    """The article as it was first, with some words of it replaced by others."""
    return lambda archive: put(archive / "content" / path, ARTICLES[path].replace(old, new))


def deleted(path: str) -> Edit:
    """The file is not there, of the content or of the site."""
    return lambda archive: (archive / path).unlink(missing_ok=True)


def written(path: str, text: str) -> Edit:
    """Another file with this text."""
    return lambda archive: put(archive / path, text)


PATHS = st.sampled_from(sorted(ARTICLES))
EDITS = st.one_of(
    st.builds(replaced, PATHS, st.just("。"), st.sampled_from("。！？")),
    st.builds(replaced, PATHS, st.just("title: "), st.sampled_from(["title: 又", "title: 重", "kicker: "])),
    st.builds(replaced, PATHS, st.just("安阳市"), st.sampled_from(["安阳市", "鹤壁市"])),
    st.builds(replaced, PATHS, st.just("kind:"), st.just("withheld: {reason: 当事人请求, on: '2026-11-21'}\nkind:")),
    st.builds(replaced, PATHS, st.just("kind: "), st.just("kind：")),
    st.builds(replaced, PATHS, st.just("2026-11-21"), st.sampled_from(["2026-11-21", "2026-11-22"])),
    st.builds(deleted, PATHS.map("content/{}".format)),
    st.builds(deleted, st.sampled_from(["site/index.html", "site/feed.xml", "site/.jianbao-site", ".jianbao/built.json"])),
    st.builds(written, st.just("site/about/index.html"), st.sampled_from(["", "被改过"])),
    st.builds(written, st.just("content/pages.csv"), st.sampled_from(["file,newspaper\n乙.txt,新乡日报\n", "file,city\n"])),
    st.builds(written, st.just("archive.yaml"), st.sampled_from(["title: 县志剪报\n", "languages: [en]\n", ""])),
    st.builds(written, st.just("content/_authority/topics.yaml"), st.sampled_from(["- {name: 书画, en: Art}\n", ""])),
)  # fmt: skip


def build(archive: Path) -> None:
    """The site of an archive, built as it is."""
    assert main(["--archive", str(archive), "site", "--quiet"]) in (0, 1)


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_step_by_step_is_the_same_as_at_once(rounds: list[list[Edit]]) -> None:
    """After any edits to articles, facts, settings and even the site itself."""
    with tempfile.TemporaryDirectory() as folder:
        archive, fresh = Path(folder, "档案"), Path(folder, "又 一份")
        for path, text in (ARTICLES | PAGES).items():
            put(archive / "content" / path, text)
        build(archive)
        for edits in rounds:
            for edit in edits:
                edit(archive)
            if not (archive / "site" / ".jianbao-site").exists():
                shutil.rmtree(archive / "site")  # without its list nobody knows which files are ours
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.copytree(archive, fresh, ignore=shutil.ignore_patterns("site", ".jianbao"))
            build(archive)
            build(fresh)
            assert bytes_of(archive / "site") == bytes_of(fresh / "site")


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on nothing may be linked or printed."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was done twice")

    def from_now_on() -> None:
        monkeypatch.setattr("jianbao.archive.link.link_whole", refuse)
        monkeypatch.setattr("jianbao.press.publish.publish", refuse)

    return from_now_on


def test_nothing_changed_is_not_built_again(run: Run, once: Callable[[], None]) -> None:
    """The second run reads no article and renders no page, and its summary tells the same counts."""
    first = run([])
    once()
    second = run([])
    assert second.code == 0
    counts = [line for line in first.out.splitlines() if "articles" in line]
    assert counts == [line for line in second.out.splitlines() if "articles" in line]
    assert "site/ 0" in second.out


def test_warnings_are_told_every_time(archive: Path, run: Run, once: Callable[[], None]) -> None:
    """What a person should look at is told by every run, also by one that has nothing to do."""
    run([])
    file = article_with(archive, "口袋公园")
    file.write_text(
        file.read_text(encoding="utf-8").replace("kind:", "记者注: 无\nkind:"), encoding="utf-8", newline="\n"
    )
    told = run([]).err
    assert "记者注" in told
    once()
    assert told.partition("提醒")[2] == run([]).err.partition("提醒")[2]


def test_errors_are_never_passed_over(archive: Path, run: Run) -> None:
    """A run that could not process an article tries it again, tells it again, and returns 1 again."""
    run([])
    file = article_with(archive, "口袋公园")
    file.write_text(file.read_text(encoding="utf-8").replace("kind:", "kind："), encoding="utf-8", newline="\n")
    assert [run([]).code, run([]).code] == [1, 1]


@pytest.mark.parametrize("file", ["site/index.html", "site/.jianbao-site", ".jianbao/site.kept", ".jianbao/built.json"])
def test_what_somebody_deleted_is_made_again(archive: Path, run: Run, file: str) -> None:
    """A file that is gone from the site or the cache is there after the next run."""
    run([])
    (archive / file).unlink()
    if file.endswith(".jianbao-site"):
        shutil.rmtree(archive / "site")
    assert run([]).code == 0
    assert (archive / file).is_file()


def test_changed_theme_is_seen(archive: Path, run: Run) -> None:
    """A template changed in the archive's own theme is on the pages after the next run."""
    shutil.copytree(PACKAGE.parent / "themes" / "broadsheet", archive / "themes" / "broadsheet")
    run([])
    about = archive / "themes" / "broadsheet" / "templates" / "about.html"
    about.write_text(
        about.read_text(encoding="utf-8").replace("<header>", "<header><p>本馆说明</p>"), encoding="utf-8", newline="\n"
    )
    assert run([]).code == 0
    assert "本馆说明" in (archive / "site" / "about" / "index.html").read_text(encoding="utf-8")
