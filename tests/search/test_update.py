"""An index that was brought up to date is the one that would be made anew, byte for byte, whatever happened to the cache."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.archive.model import Article
from jianbao.search import kept_index, update
from jianbao.search.kept_index import Damaged
from jianbao.search.search_index import FILE, search_index
from tests.search.handwritten import archive_of, article, indexed

SENTENCES = (
    "优化营商环境。",
    "周俊英说好。",
    "2022年9月，镇里开会。",
    "推动高质量发展。",
    "The mayor of Anyang spoke.",
    "境",
)
Held = dict[int, Article]


@pytest.fixture(autouse=True)
def small_archives_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a segment of a hundred articles is cut into runs and patched like one of ten thousand."""
    monkeypatch.setattr(update, "RUN", 16)
    monkeypatch.setattr(update, "_SMALL", 8)
    monkeypatch.setattr(update, "_FEW", 4)


@st.composite
def histories(draw: st.DrawFn) -> list[Held]:
    """An archive in three states: articles added (at the end, as numbers are), edited, removed, withheld."""
    held = {number: written(draw, number) for number in range(draw(st.integers(0, 130)))}
    states = [dict(held)]
    for _ in range(2):
        for number in draw(st.lists(st.sampled_from(sorted(held)), max_size=6)) if held else []:
            if draw(st.booleans()):
                held[number] = written(draw, number)
            else:
                held.pop(number, None)
        first = max(held, default=-1) + 1
        held |= {
            number: written(draw, number) for number in range(first, first + draw(st.sampled_from([0, 0, 1, 6, 70])))
        }
        states.append(dict(held))
    return states


def written(draw: st.DrawFn, number: int) -> Article:
    """An article of a sentence or two."""
    first, second, how = draw(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 9)))
    title, kind = SENTENCES[second][:4], "photo" if how > 7 else "news"
    return article(number, SENTENCES[first] + SENTENCES[second], title, kind=kind, withheld=how == 0)


@settings(max_examples=25)
@given(histories())
def test_up_to_date_is_as_made_anew(tmp_path_factory: pytest.TempPathFactory, states: list[Held]) -> None:
    """After every state, from the cache of the states before."""
    cache = tmp_path_factory.mktemp("cache")
    for state in states:
        made_anew = indexed(state.values(), tmp_path_factory.mktemp("anew"))
        assert indexed(state.values(), cache) == made_anew


def test_one_edit_touches_the_shards_of_its_tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All others keep their marks, so that they are neither made nor written again."""
    articles = [article(number, SENTENCES[number % 6] * 3) for number in range(128)]
    before = marks(articles, tmp_path)
    monkeypatch.setattr(update, "_make_anew", never)
    articles[5] = article(5, SENTENCES[5] * 3 + "鼎鑫")
    after = marks(articles, tmp_path)
    changed = {path for path in after if after[path] != before[path]}
    assert 1 <= len([path for path in changed if path.startswith("t/")]) <= 4
    assert changed >= {"index.json"}


def never(*arguments: object) -> Iterator[None]:
    """Nothing is made anew."""
    assert not arguments[2]
    yield from ()


def marks(articles: list[Article], cache: Path) -> dict[str, str]:
    """The marks of all files."""
    with search_index(archive_of(articles), cache) as index:
        assert index.problems == ()
        return {file.path: file.mark for file in index.files}


def test_a_mark_stands_for_the_bytes(tmp_path: Path) -> None:
    """A file with the mark that it had is the same file."""
    one, two = ([article(number, SENTENCES[(number * 7 + step) % 6]) for number in range(40)] for step in (0, 1))
    known: dict[tuple[str, str], bytes] = {}
    for articles in (one, two, [*one[:20], *two[20:]]):
        with search_index(archive_of(articles), tmp_path) as index:
            for file in index.files:
                data = file.make()
                assert known.setdefault((file.path, file.mark), data) == data


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    """Not even into the cache."""
    articles = [article(number, SENTENCES[number % 6]) for number in range(10)]
    marks(articles, tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    marks(articles, tmp_path)
    assert (
        {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
        == before
        == {tmp_path / FILE: before[tmp_path / FILE]}
    )


ARTICLES = [article(number, SENTENCES[number % 6]) for number in range(100)]


@pytest.mark.parametrize("change", ["cut", "no database", "of another program", "shard", "text", "in the way"])
def test_a_damaged_cache_counts_as_absent(tmp_path: Path, change: str) -> None:
    """The files are those of an index that is made anew, of the same articles and of edited ones."""
    cache = tmp_path / "cache"
    expected = indexed(ARTICLES, cache)
    damage(cache / FILE, change)
    assert indexed(ARTICLES, cache) == expected
    damage(cache / FILE, change)
    edited = [article(0, "鼎鑫。"), *ARTICLES[1:]]
    assert indexed(edited, cache) == indexed(edited, tmp_path / "anew")


def damage(file: Path, how: str) -> None:
    """Damage the database in one way."""
    if how == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    elif how == "no database":
        file.write_bytes(b"")
    elif how == "in the way":
        if file.is_file():
            file.unlink()
            file.mkdir()
    else:
        statement = {
            "of another program": "UPDATE form SET form = 'search 0'",
            "shard": "UPDATE shards SET file = zeroblob(length(file))",
            "text": "UPDATE texts SET kept = zeroblob(length(kept))",
        }[how]
        with sqlite3.connect(file) as database:
            database.execute(statement)
        database.close()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A file stands where its folder should be."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert indexed(ARTICLES, tmp_path / "file") == indexed(ARTICLES, tmp_path / "cache")


def test_what_is_damaged_is_known_when_it_is_read(tmp_path: Path) -> None:
    """By its mark, not by luck."""
    indexed(ARTICLES, tmp_path)
    damage(tmp_path / FILE, "shard")
    with sqlite3.connect(tmp_path / FILE) as database:
        (form,) = database.execute("SELECT form FROM form").fetchone()
    database.close()
    kept = kept_index.open_index(tmp_path / FILE, form)
    assert kept is not None
    with pytest.raises(Damaged):
        kept.shard(0, 0)
    kept.close()
