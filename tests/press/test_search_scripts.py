"""The scripts of the search in a real browser: they fold, pack, parse and look up exactly as Python does."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jianbao.press.find_theme import find_theme
from jianbao.text.folding import fold, folding_table

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent.parent / "text" / "folding_cases.json"
SCRIPTS = ("search/1-words.js", "search/2-index.js", "search/3-find.js", "unpack.js")

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Run]:
    """Evaluate an expression in a page that has the scripts and the table of traditional characters."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=str(find_theme("broadsheet", Path()) / "static" / name))
    page.evaluate("table => jianbao.learn(table)", folding_table())
    yield page.evaluate
    page.close()


FOLDS = pytest.mark.parametrize("folds", ["jianbao.fold", "text => jianbao.foldWithPlaces(text).text"])


@FOLDS
def test_the_browser_folds_as_python_does(run: Run, folds: str) -> None:
    """Every case that the Python tests read, with places and without."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    texts = [case["input"] for case in cases]
    assert run(f"texts => texts.map({folds})", texts) == [case["folded"] for case in cases]


@FOLDS
def test_random_texts_fold_alike(run: Run, folds: str) -> None:
    """Two thousand texts of characters that are odd in one way or another; each folds in the browser as in Python."""
    odd = "營商環境复工ABCé Σς１２Ⅳ㈱ｶﾞ①½\u3000\u200b\n“”『「’ ̈́ﬁİß…—，。2022年가각\U00020000𝒳"
    chance = random.Random(5)
    texts = ["".join(chance.choices(odd, k=chance.randint(1, 12))) for _ in range(2000)]
    folded = run(f"texts => texts.map({folds})", texts)
    assert [(text, one) for text, one in zip(texts, folded, strict=True) if one != fold(text)] == []


def test_a_place_in_the_folded_text_leads_back_to_the_printed_one(run: Run) -> None:
    """What is marked is what the page prints: with its spaces, its traditional characters, its width."""
    found = run(
        """([text, query]) => {
            const folded = jianbao.foldWithPlaces(text);
            return jianbao.places(folded.text, jianbao.parse(query)[0])
                .map(([from, to]) => text.slice(folded.starts[from], folded.ends[to - 1]));
        }""",
        ["全县優化營商 環境，營商环境再上台阶。２０２２ 年㈱", "营商环境"],
    )
    assert found == ["營商 環境", "營商环境"]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("营商环境", [("营商环境", "", ["营商", "商环", "环境"])]),
        ("  赵德顺　水渠 ", [("赵德顺", "", ["赵德", "德顺"]), ("水渠", "", ["水渠"])]),
        ("渠", [("渠", "", ["渠"])]),
        ("2022年9月", [("2022年9月", "", ["2022", "年", "9", "月"])]),
        ("“一条 渠，三个村”", [("一条渠,三个村", "quoted", ["一条", "条渠", "三个", "个村"])]),
        ('"new library" tour', [("new library", "quoted", ["new", "library"]), ("tour", "", ["tour*"])]),
        ("水渠 -广告", [("水渠", "", ["水渠"]), ("广告", "not", ["广告"])]),
        ("渠 －“招标 公告”", [("渠", "", ["渠"]), ("招标公告", "quoted not", ["招标", "标公", "公告"])]),
        ("well-known ab", [("well-known", "", ["well", "known*"]), ("ab", "", ["ab"])]),
        ("！ ——", []),
        ("水渠 水渠", [("水渠", "", ["水渠"])]),
    ],
)  # fmt: skip
def test_a_query_is_read_as_it_is_meant(run: Run, query: str, terms: list[tuple[str, str, list[str]]]) -> None:
    """Terms, phrases, exclusions and the tokens that are asked of the index; a star stands for any end of a word."""
    read = run("query => jianbao.parse(query)", query)
    told = [
        (
            term["text"],
            " ".join(name for name in ("quoted", "not") if term[name]),
            [need.get("token") or need["prefix"] + "*" for need in term["needs"]],
        )
        for term in read
    ]
    assert told == terms


@pytest.mark.parametrize(
    ("query", "text", "count"),
    [
        ("art", "art, artist, party", 2),
        ('"art"', "art, artist, party", 1),
        ("ar", "art ar", 1),
        ("2022年", "12022年 2022 年", 1),
        ("工作会议", "工作，会议；工作会议", 1),
        ("C++", "c, c++", 1),
    ],
)
def test_words_are_found_from_their_beginning(run: Run, query: str, text: str, count: int) -> None:
    """Letters match from the start of a word, three and more as its beginning; punctuation counts as it stands."""
    places = run("([q, text]) => jianbao.places(jianbao.fold(text), jianbao.parse(q)[0]).length", [query, text])
    assert places == count


@pytest.mark.parametrize("native", [True, False], ids=["native", "our own"])
@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_gzip_is_unpacked_with_and_without_the_browsers_help(run: Run, native: bool, level: int) -> None:
    """Stored, fixed and dynamic blocks of Chinese text, numbers and nothing; every byte as it was."""
    chance = random.Random(level)
    texts = [
        "",
        "渠",
        "剪报" * 5000,
        "".join(chance.choices("一二三四五六七八九十水渠村民", k=9000)),
        bytes(chance.randbytes(70000)).hex(),
    ]
    for text in texts:
        packed = list(gzip.compress(text.encode(), level, mtime=0))
        name = "gunzip" if native else "inflate"
        script = f"async bytes => new TextDecoder().decode(await jianbao.{name}(new Uint8Array(bytes)))"
        assert run(script, packed) == text


def test_damaged_gzip_is_refused(run: Run) -> None:
    """Half a file throws; it never passes for an empty list."""
    packed = list(gzip.compress("水渠通水".encode() * 50, mtime=0))
    script = "bytes => { try { jianbao.inflate(new Uint8Array(bytes)); return 'passed'; } catch (error) { return 'refused'; } }"
    assert run(script, packed[: len(packed) // 2]) == "refused"


def test_the_place_of_a_token_is_reckoned_as_zlib_does(run: Run) -> None:
    """crc32 of Chinese, Latin and control characters."""
    tokens = ["营商", "渠", "lib", "\u0002district:wenfengqu-410502", "\U00020000"]
    assert run("tokens => tokens.map(jianbao.crc32)", tokens) == [zlib.crc32(token.encode()) for token in tokens]


@pytest.mark.parametrize(
    ("told", "last", "day"),
    [
        ("1800-01-01", False, date(1800, 1, 1)),
        ("2022", False, date(2022, 1, 1)),
        ("2022", True, date(2022, 12, 31)),
        ("2024-02", True, date(2024, 2, 29)),
        ("1949-10-01", True, date(1949, 10, 1)),
    ],
)
def test_a_date_as_told_is_its_first_or_its_last_day(run: Run, told: str, last: bool, day: date) -> None:
    """Days since 1800-01-01, and one: the first of a month or year for “from”, the last for “to”."""
    number = (day - date(1800, 1, 1)).days + 1
    assert run("([told, last]) => jianbao.dayNumber(told, last)", [told, last]) == number
