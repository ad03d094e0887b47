"""An article is corrected as readers of the proofs do, and the archive is built again: nothing but what shows it is made anew.

Whatever the correction was, the site is byte for byte the one that is built from nothing.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.cli import main
from tests.cli.test_nothing_twice import bytes_of, put

SHELF = Path(__file__).parents[2] / "content"
PAGES = ("002_f81e2fa27388aec0", "003_685b516b9f0461eb")
PAPER = PAGES[1]

Correct = Callable[[str], str]


def replaced(old: str, new: str) -> Correct:
    """Some words of an article put right."""

    def correct(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return correct


CHECKED = "proofread:\n- by: 王\n  'on': '2026-11-20'\n"


def proofread_with(old: str, new: str) -> Correct:
    """Some words put right, and a line that says who did so."""
    return lambda text: replaced(old, new)(replaced("added:", f"{CHECKED}added:")(text))


def ended(words: str) -> Correct:
    """Words put behind the end of an article."""
    return lambda text: f"{text.rstrip()}{words}\n"


def _body_of(file: str) -> str:
    return (SHELF / file).read_text(encoding="utf-8").partition("\n---\n")[2].strip()


ROUNDS: dict[str, tuple[tuple[str, str, Correct], ...]] = {
    "words": (
        ("a word in an article that was read with doubt", f"{PAPER}/03.md", replaced("传来消息", "传出消息")),
        ("another one in the same article", f"{PAPER}/03.md", replaced("斐然", "显著")),
        ("and as it was", f"{PAPER}/03.md", replaced("显著", "斐然")),
        ("a sentence at the end", f"{PAPER}/07.md", ended("大家都说今年比去年好。")),
        ("a sentence in which somebody is quoted", f"{PAPER}/06.md", replaced("高兴地说", "笑着说")),
    ),
    "proofread": (
        ("nothing but that", f"{PAPER}/05.md", replaced("added:", f"{CHECKED}added:")),
        (
            "with a word, in an article that was read with doubt",
            f"{PAPER}/03.md",
            proofread_with("传来消息", "传出消息"),
        ),
        ("once more", f"{PAPER}/03.md", replaced("  'on': '2026-11-20'\n", f"  'on': '2026-11-20'\n{CHECKED[11:]}")),
    ),
    "lines and marks": (
        ("a loss made good", f"{PAPER}/03.md", replaced("年度投资计划的[…]", "年度投资计划的大半。")),
        ("a mark before the names", f"{PAPER}/06.md", replaced("乔旭阳2022年9月", "。乔旭阳2022年9月")),
        ("two paragraphs that are one", f"{PAPER}/06.md", replaced("\n\n“唱两天了", "“唱两天了")),
        ("a list", f"{PAPER}/07.md", ended("\n\n- 竹子\n- 果树")),
        ("the first words", f"{PAPER}/05.md", replaced("正在硬化", "忙着硬化")),
    ),
}
"""Corrections that stay within the article: what, the file, how."""
LINKED_AGAIN: tuple[tuple[str, str, Correct], ...] = (
    ("somebody who was not named", f"{PAPER}/07.md", ended("区农业农村和水利局局长李志强出席。")),
    ("a headline", f"{PAPER}/05.md", replaced("title: 抓紧施工", "title: 加紧施工")),
    ("a headline that is the first clause", f"{PAPER}/06.md", replaced("锣弦悦耳、唱腔", "锣鼓悦耳、唱腔")),
    (
        "withheld",
        f"{PAPER}/05.md",
        replaced("kind: photo", "kind: photo\nwithheld: {reason: 应要求, on: '2026-11-20'}"),
    ),
    ("a reprint", f"{PAPER}/07.md", ended("\n\n" + _body_of(f"{PAPER}/03.md"))),
)
"""Corrections that reach further."""


def build(archive: Path) -> int:
    """The site of an archive as it is."""
    return main(["--archive", str(archive), "site", "--quiet"])


def from_nothing(archive: Path) -> dict[str, bytes]:
    """The site that the archive has where nothing stood, and nothing was kept."""
    fresh = archive.with_name("从头")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(archive, fresh, ignore=shutil.ignore_patterns("site", ".jianbao"))
    assert build(fresh) == 0
    return bytes_of(fresh / "site")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two newspaper pages, built once."""
    archive = tmp_path / "我的 档案"
    for page in PAGES:
        shutil.copytree(SHELF / page, archive / "content" / page)
    assert build(archive) == 0
    return archive


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Told whenever everything is linked."""
    from jianbao.archive import link

    times: list[str] = []
    whole = link.link_whole

    def told(*of: object, **more: object) -> object:
        times.append("linked")
        return whole(*of, **more)

    monkeypatch.setattr(link, "link_whole", told)
    return times


def correct(archive: Path, file: str, how: Correct) -> None:
    """Correct a file of content/."""
    path = archive / "content" / file
    put(path, how(path.read_text(encoding="utf-8")))


def as_from_nothing(archive: Path) -> bool:
    """Whether the site is the one that the archive has when it is built from nothing."""
    fresh = archive.with_name("从头")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(archive, fresh, ignore=shutil.ignore_patterns("site", ".jianbao"))
    assert build(fresh) == 0
    built, right = bytes_of(archive / "site"), bytes_of(fresh / "site")
    assert [file for file in right if built.get(file) != right[file]] == []
    return built.keys() == right.keys()


@pytest.mark.parametrize("round", ROUNDS)
def test_what_stays_within_an_article_is_amended(archive: Path, linked: list[str], round: str) -> None:
    """One correction after the other: nothing is linked again, and the site is as if built from nothing."""
    for what, file, how in ROUNDS[round]:
        correct(archive, file, how)
        assert build(archive) == 0
        assert linked == [], what
    assert as_from_nothing(archive)


def test_several_articles_at_once_are_amended(archive: Path, linked: list[str]) -> None:
    """Also several of one page, and a word that makes those of others rarer or more common."""
    for file, words in ((f"{PAPER}/03.md", "石榴"), (f"{PAPER}/07.md", "石榴"), (f"{PAGES[0]}/01.md", "石榴")):
        correct(archive, file, ended(f"又种了{words}。"))
    assert build(archive) == 0
    assert linked == []
    assert as_from_nothing(archive)


def test_what_reaches_further_is_linked_again(archive: Path, linked: list[str]) -> None:
    """The long way is taken where the change is more than words, and amending goes on from there."""
    for what, file, how in LINKED_AGAIN:
        correct(archive, file, how)
        linked.clear()
        assert build(archive) == 0
        assert linked == ["linked"], what
    assert as_from_nothing(archive)
    linked.clear()
    correct(archive, f"{PAPER}/03.md", replaced("斐然", "显著"))
    assert build(archive) == 0
    assert linked == []
    assert as_from_nothing(archive)


@pytest.mark.parametrize("few", [0, 4096])
def test_how_amended_pages_stand_is_known(archive: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told on the slip or in the list of all files: a run with nothing to do sees when one of them is another."""
    monkeypatch.setattr("jianbao.press.last_edition._FEW", few)
    for words in ("又种了石榴。", "又种了柿子。"):
        correct(archive, f"{PAPER}/07.md", ended(words))
        assert build(archive) == 0
    page = next(
        file for file in sorted((archive / "site" / "a").rglob("*.html")) if "又种了柿子" in file.read_text("utf-8")
    )
    right, stood = page.read_bytes(), page.stat().st_mtime_ns
    assert build(archive) == 0
    assert page.stat().st_mtime_ns == stood
    page.write_text("被改过", encoding="utf-8")
    assert build(archive) == 0
    assert page.read_bytes() == right
    assert as_from_nothing(archive)


@pytest.mark.parametrize(
    "step",
    [
        "jianbao.press.amend.deliver_amended",
        "jianbao.press.amend.remember_amended",
        "jianbao.archive.standing.Standing.keep",
        "jianbao.cabinet.keep",
        "jianbao.cli.built_before.keep",
    ],
)
def test_a_run_that_is_broken_off_is_mended(archive: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Ctrl-C at any step of amending; a correction before it, and one after it."""
    correct(archive, f"{PAPER}/07.md", ended("又种了石榴。"))
    assert build(archive) == 0
    correct(archive, f"{PAPER}/07.md", ended("又种了柿子。"))

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(step, broken)
        assert build(archive) != 0
    correct(archive, f"{PAPER}/03.md", replaced("斐然", "显著"))
    assert build(archive) == 0
    assert as_from_nothing(archive)


def test_who_looks_after_the_site_is_heard(archive: Path, linked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large site another process tells whether it stands: where it does, and where a page was lost meanwhile."""
    monkeypatch.setattr("jianbao.door.MANY", 1)
    correct(archive, f"{PAPER}/07.md", ended("又种了石榴。"))
    assert build(archive) == 0
    assert linked == []
    correct(archive, f"{PAPER}/07.md", ended("又种了柿子。"))
    (archive / "site" / "about" / "index.html").unlink()
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_a_sitemap_is_whole_although_nobody_knows_the_jobs(archive: Path, linked: list[str]) -> None:
    """What was kept of the jobs is damaged after an amendment, and the next one changes a day in the sitemap."""
    correct(archive, f"{PAPER}/07.md", ended("又种了石榴。"))
    assert build(archive) == 0
    (archive / ".jianbao" / "dockets.kept").write_bytes(b"?")
    correct(archive, f"{PAPER}/05.md", replaced("added:", f"{CHECKED}added:"))
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_a_site_from_before_an_amendment_does_not_stand(archive: Path) -> None:
    """Somebody put back the site of yesterday, ages and all, and the slip of what was amended since is lost."""
    shutil.copytree(archive / "site", archive / "昨天")
    correct(archive, f"{PAPER}/07.md", ended("又种了石榴。"))
    assert build(archive) == 0
    shutil.rmtree(archive / "site")
    (archive / "昨天").rename(archive / "site")
    (archive / ".jianbao" / "amended.kept").unlink()
    assert build(archive) == 0
    assert as_from_nothing(archive)


def test_a_doubt_that_comes_back_is_linked_again(archive: Path, linked: list[str]) -> None:
    """An article was proofread after all not: the review list has a line more, which must find its place."""
    correct(archive, f"{PAPER}/05.md", replaced("added:", f"{CHECKED}added:"))
    assert build(archive) == 0
    assert linked == []
    correct(archive, f"{PAPER}/05.md", replaced(CHECKED, ""))
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_what_is_not_as_it_was_left_is_mended(archive: Path, linked: list[str]) -> None:
    """Somebody deleted a page of the site, emptied the cache, or damaged what is kept in it: the site is right all the same."""
    site, cache = archive / "site", archive / ".jianbao"
    spoil: dict[str, Callable[[], object]] = {
        "a page is gone": (site / "about" / "index.html").unlink,
        "the archive that was kept is gone": (cache / "standing.cards").unlink,
        "it is damaged": lambda: (cache / "standing.cards").write_bytes(bytes(99_999)),
        "the index of the search is gone": (cache / "search.sqlite").unlink,
        "what the edition says of itself is damaged": lambda: (cache / "edition.cards").write_bytes(b"?"),
        "the names are gone": lambda: shutil.rmtree(cache / "names"),
        "the words are gone": (cache / "keywords.kept").unlink,
        "what jobs the pages are from is gone": (cache / "dockets.kept").unlink,
    }
    for what, spoiled in spoil.items():
        spoiled()
        correct(archive, f"{PAPER}/03.md", ended("又一句。"))
        linked.clear()
        assert build(archive) == 0
        assert linked == ([] if what == "the names are gone" else ["linked"]), what
    assert as_from_nothing(archive)


@st.composite
def slips(draw: st.DrawFn) -> Correct:
    """A slip of the pen anywhere in a text: a character more, less or another one, a line break."""
    place, kind = draw(st.floats(0, 1)), draw(st.sampled_from(("more", "less", "other", "break", "twice")))
    new = draw(st.sampled_from("的了，。区村乔旭阳年2[…]“” "))

    def correct(text: str) -> str:
        front, fence, body = text.partition("\n---\n\n")
        at = int(place * (len(body) - 2))
        pieces = {
            "more": body[:at] + new + body[at:], "less": body[:at] + body[at + 1 :], "other": body[:at] + new + body[at + 1 :],
            "break": body[:at] + "\n\n" + body[at:], "twice": body[:at] + body[at : at + 9] + body[at:],
        }  # fmt: skip
        return front + fence + pieces[kind]

    return correct


@pytest.mark.slow
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(("01", "02", "03", "04", "06", "07")), slips()), min_size=1, max_size=12))
def test_slips_of_the_pen(corrections: list[tuple[str, Correct]]) -> None:
    """Whatever was typed, one article after the other: the site is the one that is built from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "档案")
        for page in PAGES:
            shutil.copytree(SHELF / page, archive / "content" / page)
        assert build(archive) == 0
        for number, how in corrections:
            correct(archive, f"{PAPER}/{number}.md", how)
            assert build(archive) == 0
        assert as_from_nothing(archive)


def test_names_that_are_kept_no_more_are_no_ground_to_count_on(archive: Path, linked: list[str]) -> None:
    """A word became more common that others have: who they are stood in the names."""
    cut = next(file for file in (archive / ".jianbao" / "names").iterdir() if file.stat().st_size > 99)
    cut.write_bytes(cut.read_bytes()[:99])
    correct(archive, f"{PAPER}/07.md", ended("又有志愿者，还是志愿者，仍是志愿者。"))
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_what_cannot_be_kept_is_not_counted_on(
    archive: Path, linked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words are held by another program: the site is right, and the next run takes the long way."""
    with monkeypatch.context() as held:
        held.setattr("jianbao.archive.amend.keep", lambda *_: False)
        correct(archive, f"{PAPER}/07.md", ended("又有志愿者，还是志愿者，仍是志愿者。"))
        assert build(archive) == 0
    assert linked == []
    correct(archive, f"{PAPER}/07.md", replaced("又有志愿者，还是志愿者，仍是志愿者。", ""))
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_an_index_in_use_is_made_again_the_next_time(
    archive: Path, linked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody looks into the database: what was published is right."""

    def in_use(_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as held:
        held.setattr("jianbao.search.kept_index.KeptIndex.save", in_use)
        correct(archive, f"{PAPER}/07.md", ended("又种了石榴。"))
        assert build(archive) == 0
    assert as_from_nothing(archive)
    linked.clear()
    correct(archive, f"{PAPER}/07.md", ended("也种了柿子。"))
    assert build(archive) == 0
    assert linked == ["linked"]
    assert as_from_nothing(archive)


def test_an_index_of_fewer_files_leaves_none_behind(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shorter text may have its words in half as many files."""
    monkeypatch.setattr("jianbao.search.update.shards_for", lambda postings: 1)
    correct(archive, f"{PAPER}/07.md", replaced("彰显特色", "显特色"))
    assert build(archive) == 0
    assert as_from_nothing(archive)


def test_a_warning_that_was_mended_is_told_no_more(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where a word was corrected at the same time."""
    correct(archive, f"{PAPER}/05.md", replaced("issued: '2023-02'", "issued: '2023-02'\ndate: '2023-02-20'"))
    assert main(["--archive", str(archive), "site"]) == 0
    assert "05.md" in capsys.readouterr().err
    correct(
        archive, f"{PAPER}/05.md", lambda text: replaced("预计", "预料")(text.replace("\ndate: '2023-02-20'", "", 1))
    )
    assert main(["--archive", str(archive), "site"]) == 0
    assert "05.md" not in capsys.readouterr().err


def test_a_theme_at_fault_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template of one's own that fails at what an article says now; the site stays as it was."""
    theme = archive / "themes" / "自己的"
    put(theme / "theme.yaml", "name: 自己的\nparent: broadsheet\n")
    fault = '{% if summary[:2] == "出错" %}{{ 1 // 0 }}{% endif %}'
    page = f'{{% extends "broadsheet/article.html" %}}{{% block head %}}{fault}{{{{ super() }}}}{{% endblock %}}'
    put(theme / "templates" / "article.html", page)
    put(archive / "archive.yaml", "theme: 自己的\n")
    assert build(archive) == 0, capsys.readouterr().err
    before = bytes_of(archive / "site")
    correct(archive, f"{PAPER}/05.md", replaced("2月20日，工人", "出错的工人"))
    assert build(archive) == 1
    assert "article.html" in capsys.readouterr().err
    assert bytes_of(archive / "site") == before
