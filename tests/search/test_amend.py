"""A few articles put right in an index that stands: the files are those of an index that is made anew, or there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.model import Article
from jianbao.search import document, update
from jianbao.search.amend import AmendedIndex, amended_index
from jianbao.search.search_index import FILE, search_index
from jianbao.search.tokens import document_tokens
from tests.search.handwritten import archive_of, article, indexed
from tests.search.test_update import SENTENCES, damage, never

Files = dict[str, bytes]
Held = dict[int, Article]


@pytest.fixture
def small_archives_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a segment of a hundred articles is patched like one of ten thousand, as long as few of it change."""
    monkeypatch.setattr(update, "RUN", 16)
    monkeypatch.setattr(update, "_SMALL", 8)
    monkeypatch.setattr(update, "_FEW", 4)


def printed(many: int) -> Held:
    """So many articles of a sentence or two, by their numbers."""
    return {number: article(number, SENTENCES[number % 6] + SENTENCES[number % 5]) for number in range(many)}


def published(held: Held, cache: Path) -> tuple[Files, bytes]:
    """The files of the index of these articles, and what `index.json` says; it is kept in the cache."""
    with search_index(archive_of(held.values()), cache) as index:
        assert index.problems == ()
        return {file.path: file.make() for file in index.files}, index.about


def amended(files: Files, index: AmendedIndex | None) -> Files:
    """All files of the site's index where these stood: shards stand in place of shards, all else stands as it stood."""
    assert index is not None
    others = {path: data for path, data in files.items() if not path.startswith("t/")}
    return others | {file.path: file.make() for file in index.files}


def is_amended(article: Article, about: bytes, cache: Path) -> bool:
    """Whether this index can be amended so; nothing is kept of it."""
    with amended_index([article], about, cache) as index:
        return index is not None


def put_right(number: int, text: str) -> Article:
    """An article of which nothing but the text is another."""
    return article(number, text)


# ---------------------------------------------------------------- as made anew
@pytest.mark.usefixtures("small_archives_are_large")
def test_a_word_put_right_is_patched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are, byte for byte, those of a fresh index; most of them are those that stand, and nothing is made anew."""
    held = printed(128)
    before, about = published(held, tmp_path / "cache")
    held[5] = put_right(5, held[5].plain + "鼎鑫公司开业了。")
    fresh = indexed(held.values(), tmp_path / "fresh")
    monkeypatch.setattr(update, "_make_anew", never)
    with amended_index([held[5]], about, tmp_path / "cache") as index:
        now = amended(before, index)
    assert now == fresh
    assert {path for path in now if now[path] != before[path]} > {"index.json"}
    assert sum(now[path] == before[path] for path in now) > len(now) // 2


def test_a_small_index_is_made_anew(tmp_path: Path) -> None:
    """An archive of a hundred articles is one segment, that costs nothing to make again."""
    held = printed(100)
    before, about = published(held, tmp_path / "cache")
    changed = [put_right(7, "镇里开会，推动鼎鑫公司开业。"), put_right(99, "")]
    held |= {one.number: one for one in changed}
    with amended_index(changed, about, tmp_path / "cache") as index:
        assert amended(before, index) == indexed(held.values(), tmp_path / "fresh")


@pytest.mark.usefixtures("small_archives_are_large")
@pytest.mark.parametrize("many", [64, 65, 130])
def test_a_text_that_grew_or_shrank_much_takes_another_number_of_files(tmp_path: Path, many: int) -> None:
    """A long report was a heading only: the segment is cut into more shards than before, and afterwards into fewer again."""
    long = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 3000))
    heading = printed(many)
    report = heading | {3: put_right(3, long)}
    for name, was, now in (("grown", heading, report), ("shrunk", report, heading)):
        before, about = published(was, tmp_path / name)
        fresh = indexed(now.values(), tmp_path / f"{name} anew")
        assert len(fresh) != len(before)
        with amended_index([now[3]], about, tmp_path / name) as index:
            assert amended(before, index) == fresh


@st.composite
def corrections(draw: st.DrawFn) -> list[Held]:
    """One build after another: in each a few of a hundred articles say something else."""
    numbers = st.lists(st.integers(0, 99), min_size=1, max_size=6, unique=True)
    sentences = st.lists(st.sampled_from((*SENTENCES, "鼎鑫公司开业了。")), max_size=3).map("".join)
    return [
        {number: put_right(number, draw(sentences)) for number in draw(numbers)} for _ in range(draw(st.integers(1, 3)))
    ]


@pytest.mark.usefixtures("small_archives_are_large")
@settings(max_examples=12)
@given(corrections())
def test_correction_after_correction_is_as_made_anew(
    tmp_path_factory: pytest.TempPathFactory, builds: list[Held]
) -> None:
    """Each goes by what the one before has kept; and a long build goes on from there."""
    cache, held = tmp_path_factory.mktemp("cache"), printed(100)
    files, about = published(held, cache)
    for changed in builds:
        held |= changed
        with amended_index(changed.values(), about, cache) as index:
            files = amended(files, index)
            assert index is not None
            about = index.about
            index.keep()
        assert files == indexed(held.values(), tmp_path_factory.mktemp("fresh"))
    assert published(held, cache) == (files, about)


def test_what_is_not_in_the_index_changes_nothing(tmp_path: Path) -> None:
    """An article without a number, or the very text that stands."""
    held = printed(40)
    before, about = published(held, tmp_path / "cache")
    with amended_index([put_right(-1, "鼎鑫。"), held[7]], about, tmp_path / "cache") as index:
        assert amended(before, index) == before


# ---------------------------------------------------------------- kept when it is published, not sooner
@pytest.mark.parametrize("size", ["small", "large"])
def test_nothing_is_kept_before_the_site_stands(tmp_path: Path, request: pytest.FixtureRequest, size: str) -> None:
    """A build that is broken off leaves the index as it was, so that the next one can amend it."""
    if size == "large":
        request.getfixturevalue("small_archives_are_large")
    held = printed(128)
    before, about = published(held, tmp_path)
    kept, changed = (tmp_path / FILE).read_bytes(), put_right(5, "鼎鑫公司开业了。")
    with amended_index([changed], about, tmp_path) as index:
        assert amended(before, index) != before
    with pytest.raises(KeyboardInterrupt), amended_index([changed], about, tmp_path):
        raise KeyboardInterrupt
    assert (tmp_path / FILE).read_bytes() == kept
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert published(held, tmp_path) == (before, about)


def test_what_was_kept_is_what_the_next_build_amends(tmp_path: Path) -> None:
    """It goes by the `index.json` that is published now, and no longer by the one before."""
    _, about = published(printed(128), tmp_path)
    with amended_index([put_right(5, "鼎鑫公司开业了。")], about, tmp_path) as index:
        assert index is not None
        index.keep()
        now = index.about
    assert now != about
    assert is_amended(put_right(6, "鼎鑫公司停业了。"), now, tmp_path)
    assert not is_amended(put_right(6, "鼎鑫公司停业了。"), about, tmp_path)


# ---------------------------------------------------------------- nothing to amend
def test_an_index_that_is_not_the_published_one_is_not_amended(tmp_path: Path) -> None:
    """The cache is of another build than the site, or of another archive; or `index.json` says nothing."""
    _, about = published(printed(128), tmp_path / "cache")
    _, of_another = published(printed(100), tmp_path / "another")
    changed = put_right(5, "鼎鑫公司开业了。")
    assert is_amended(changed, about, tmp_path / "cache")
    for other in (of_another, b"{}"):
        assert not is_amended(changed, other, tmp_path / "cache")


def test_without_a_kept_index_there_is_nothing_to_amend(tmp_path: Path) -> None:
    """The cache was deleted, or something else stands in its place."""
    _, about = published(printed(40), tmp_path / "cache")
    (tmp_path / "file").write_text("不是文件夹", encoding="utf-8")
    for cache in (tmp_path / "deleted", tmp_path / "file"):
        assert not is_amended(put_right(5, "鼎鑫。"), about, cache)


@pytest.mark.usefixtures("small_archives_are_large")
@pytest.mark.parametrize("how", ["cut", "no database", "of another program", "shard", "text", "in the way"])
def test_a_damaged_index_is_not_amended(tmp_path: Path, how: str) -> None:
    """All is built then, which mends it."""
    _, about = published(printed(128), tmp_path)
    damage(tmp_path / FILE, how)
    assert not is_amended(put_right(5, "鼎鑫公司开业了。"), about, tmp_path)


def test_an_article_that_the_index_does_not_have_is_not_amended(tmp_path: Path) -> None:
    """A new one, or one that was withheld: more changes than a text."""
    held = printed(40) | {7: article(7, "隐私。", withheld=True)}
    _, about = published(held, tmp_path)
    for number in (7, 40):
        assert not is_amended(put_right(number, "鼎鑫。"), about, tmp_path)


@pytest.mark.parametrize("size", ["small", "large"])
def test_an_amended_index_at_fault_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, size: str
) -> None:
    """A correction is proved like a whole index: here a word of it would not be found. What it spoilt is not kept."""
    if size == "large":
        request.getfixturevalue("small_archives_are_large")
    held = printed(128)
    before, about = published(held, tmp_path)
    with monkeypatch.context() as wrong:
        wrong.setattr(
            document, "document_tokens", lambda *parts: {one for one in document_tokens(*parts) if "鑫" not in one}
        )
        assert not is_amended(put_right(5, "鼎鑫。" * 20), about, tmp_path)
    assert published(held, tmp_path) == (before, about)
