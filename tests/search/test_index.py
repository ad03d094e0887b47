"""The index finds every string of the archive, and nothing that is not there."""

from __future__ import annotations

import gzip
import json
import random
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.model import Article
from jianbao.search import update
from jianbao.search.look_up import IndexReader
from jianbao.search.postings import read_leb128
from jianbao.text.folding import fold
from tests.search.handwritten import article, indexed

ARTICLES = (
    article(0, "优化营商环境。\n\n推动高质量发展，", "营商环境", kicker=("文峰区",), people=("zhoujunying-1a2b",)),
    article(
        1,
        "營商環境好。",
        "〔题佚〕",
        caption="光华路街道",
        kind="photo",
        date="2022-09",
        topics=("rural", "law"),
        authors=("高创", "李娟"),
        section="部门动态",
    ),
    article(2, "营商的环境。环\n境", "The Mayor’s GDP speech", date="", district="", newspaper=""),
    article(4, "２０２２ 年 9 月，周 俊 英。", "高质", withheld=True),
    article(70, "２０２２ 年 9 月，周 俊 英。", "高质", kind="photo", people=("zhoujunying-1a2b",)),
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The index of five articles, one of them withheld; other numbers were never given."""
    return indexed(ARTICLES, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def reader(files: Mapping[str, bytes]) -> IndexReader:
    """What looks up in them."""
    return IndexReader(files.__getitem__)


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("营商环境", [0, 1]),
        ("營商環境", [0, 1]),
        ("环", [0, 1, 2]),
        ("环境", [0, 1, 2]),
        ("2022年", [70]),
        ("周俊英", [70]),
        ("光华路街道", [1]),
        ("李娟", [1]),
        ("创李", []),
        ("部门动态", [1]),
        ("gdp", [2]),
        ("gd", []),
        ("市长", []),
    ],
)
def test_what_is_found(reader: IndexReader, phrase: str, numbers: list[int]) -> None:
    """Spelt in any way, over a line end, in a caption, the label and each name of the by-line; not where it is withheld."""
    assert reader.find(fold(phrase)) == numbers


@pytest.mark.parametrize(
    ("token", "numbers"),
    [
        ("\x01营商", [0]),
        ("\x01文", [0]),
        ("\x01gdp", [2]),
        ("\x02district:wenfengqu-410502", [0, 1, 70]),
        ("\x02topic:law", [1]),
        ("\x02newspaper:anyangribao-1a2b", [0, 1, 70]),
        ("\x02kind:photo", [1, 70]),
        ("\x02person:zhoujunying-1a2b", [0, 70]),
        ("\x02undated:", [2]),
    ],
)
def test_titles_and_facets(reader: IndexReader, token: str, numbers: list[int]) -> None:
    """Tokens of their own."""
    assert reader.listed(token) == numbers


def test_index_json(files: Mapping[str, bytes]) -> None:
    """It tells all that is needed to ask for the other files."""
    about = json.loads(files["index.json"])
    assert (about["documents"], about["next"], about["block"]) == (4, 71, 256)
    assert [(one["first"], one["end"]) for one in about["segments"]] == [(0, 64), (64, 71)]
    shards = {f"t/{one['first']}/{shard}.bin" for one in about["segments"] for shard in range(one["shards"])}
    columns = {f"c/{name}.bin" for name in about["columns"]}
    assert set(files) == {"index.json", "values.bin", "d/0.bin"} | shards | columns


def test_what_filters_offer(files: Mapping[str, bytes]) -> None:
    """Each value with its name and how many documents have it, the commonest first."""
    values = json.loads(gzip.decompress(files["values.bin"]))
    assert values["kind"] == [["news", "news", 2], ["photo", "photo", 2]]
    assert values["district"] == [["wenfengqu-410502", "安阳市wenfengqu-410502", 3]]


def test_ids_of_documents(tmp_path: Path) -> None:
    """Of each number how much its id has of the one before, and the rest; nobody has the numbers 1 and 257."""
    files = indexed([replace(article(number), id=id) for number, id in IDS.items()], tmp_path)
    assert json.loads(gzip.decompress(files["d/0.bin"])) == [0, "B3D8F1Z/01", 10, "", 9, "2", 0, "7KQ2M9X/01"]
    assert json.loads(gzip.decompress(files["d/1.bin"])) == [0, "7KQ2M9X/02", 10, "", 9, "3"]


def test_columns(files: Mapping[str, bytes]) -> None:
    """One value a number in `date`; elsewhere how many, then which of those that values.bin lists."""
    days = list(read_leb128(gzip.decompress(files["c/date.bin"])))
    assert len(days) == 71
    day_before_the_first = date(1799, 12, 31)
    assert [day and day_before_the_first + timedelta(day) for day in days[:4]] == [
        date(2022, 9, 23),
        date(2022, 9, 1),
        0,
        0,
    ]
    topics = [slug for slug, *_ in json.loads(gzip.decompress(files["values.bin"]))["topic"]]
    assert topics == ["rural", "law"]
    assert list(read_leb128(gzip.decompress(files["c/topic.bin"])))[:7] == [1, 0, 2, 0, 1, 1, 0]


def test_shards_are_what_the_format_tells(files: Mapping[str, bytes]) -> None:
    """Read by hand: the names, the shortest lists first, their lengths as steps, the steps between documents."""
    lists: dict[tuple[str, str], bytes] = {}
    for name in (name for name in files if name.startswith("t/")):
        data = gzip.decompress(files[name])
        at = 4 + int.from_bytes(data[:4], "little")
        tokens = data[4:at].decode().split("\n") if at > 4 else []
        lengths = list(accumulate(data[at : at + len(tokens)]))  # lists are short here: a byte each
        assert list(zip(lengths, tokens, strict=True)) == sorted(zip(lengths, tokens, strict=True))
        at += len(tokens)
        for token, length in zip(tokens, lengths, strict=True):
            lists[name.split("/")[1], token] = data[at : at + length]
            at += length
        assert at == len(data)
    assert lists["0", "环境"].hex() == "000101"
    assert lists["64", "俊英"].hex() == "06"
    assert ("64", "环境") not in lists


def test_offline_files_are_scripts_with_the_same_bytes(files: Mapping[str, bytes], tmp_path: Path) -> None:
    """`jianbaoShard(name, base64)`: pages that stand on a disk cannot fetch."""
    scripts = indexed(ARTICLES, tmp_path, offline=True)
    assert set(scripts) == {name.rpartition(".")[0] + ".js" for name in files}
    for name, data in files.items():
        stem = name.rpartition(".")[0]
        call = scripts[f"{stem}.js"].decode("ascii").strip()
        assert call.startswith(f'jianbaoShard("{stem}","')
        assert b64decode(call.removesuffix('")').rpartition('"')[2]) == data


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    """So that the page of the search says that nothing is found, not that something failed."""
    files = indexed([], tmp_path)
    assert json.loads(files["index.json"])["segments"] == []


IDS = {0: "B3D8F1Z/01", 2: "B3D8F1Z/02", 3: "7KQ2M9X/01", 256: "7KQ2M9X/02", 258: "7KQ2M9X/03"}
WORDS = ("营商", "环境", "的", "镇", "2022", "年", "gdp", "，", " ", "「", "營", "\n", "安 阳", "Ａ")


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map("".join), min_size=1, max_size=12), st.data()
)
def test_every_string_is_found(tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject) -> None:
    """Any piece of a text, at the ends of which no word is cut: all articles that have it are among those found."""
    articles = [article(number, text, "") for number, text in enumerate(texts)]
    reader = IndexReader(indexed(articles, tmp_path_factory.mktemp("cache")).__getitem__)
    folded = [fold(text) for text in texts]
    start = data.draw(st.integers(0, len(folded[0])))
    phrase = folded[0][start : data.draw(st.integers(start, len(folded[0])))]
    whole = [one for one in phrase if not one.isascii()]
    there = {number for number, text in enumerate(folded) if phrase in text}
    if whole and len(whole) == len(phrase) and not set(phrase) & {"，"}:
        assert there <= set(reader.find(phrase))
        if len(phrase) <= 2:
            assert there == set(reader.find(phrase))


def test_two_processes_make_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the work is cut."""
    monkeypatch.setattr(update, "RUN", 16)
    articles = [drawn(number) for number in range(150)]
    assert indexed(articles, tmp_path / "one") == indexed(articles, tmp_path / "two", jobs=2)


def drawn(number: int) -> Article:
    """An article of words drawn at random, the same for the same number."""
    chance = random.Random(number)
    return article(number, "".join(chance.choices(WORDS, k=40)), "".join(chance.choices(WORDS, k=3)))
