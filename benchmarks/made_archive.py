"""An archive made of words drawn by how often they occur.

    python -m benchmarks.made_archive -n 1000 --out DIR [--layout ours,raw,hugo]

The same number and seed give the same articles in every layout: `ours` is a content/ folder, `raw` a seeds/ folder of pages in
the manner of a text layer, `hugo` the content of a Hugo site. Twenty years of twelve papers, 200 reporters, pages of three to
eight articles of about a thousand characters; sixty districts that the gazetteer knows and all topics of the vocabulary (41),
drawn by rank, and every article has words that tell its own. The other words are those of jieba's dictionary, so there are far
more distinct pairs of characters than in real text. `raw` has a running head, headlines and by-lines, and no columns or damage
to find out: it measures the speed of reading, not how well.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from jianbao.knowledge.districts import Districts
from jianbao.knowledge.topics import Topics

CITIES = tuple("安阳市 新乡市 周口市 平顶山市 许昌市 焦作市 鹤壁市 濮阳市 漯河市 南阳市 商丘市 信阳市".split())
OF_A_CITY = 5
"""Districts: the first ones of the gazetteer."""
SECTIONS = ("本报讯", "部门动态", "今日评论", "图说新闻", "民生在线")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国玉兰红梅志海燕鹏飞雪亮春生"
REPORTERS, PEOPLE = 200, 700
FIRST_DAY, DAYS = date(2004, 1, 1).toordinal(), 7305
LAYOUTS = ("ours", "raw", "hugo")
_T = TypeVar("_T")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_HALF_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article of the made archive: `number` counts on its page, `districts` are pairs of city and part."""

    day: str
    page: int
    number: int
    title: str
    reporters: tuple[str, ...]
    districts: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    newspaper: str
    section: str
    body: str

    @property
    def folder(self) -> str:
        """The folder or the file of its page."""
        return f"{self.day}-{self.page:02}"


class Maker:
    """Draws words, names and articles; the same seed draws the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - nothing is kept secret here
        self._words, self._weights = _dictionary()
        self._ready: list[str] = []
        names: set[str] = set()
        while len(names) < PEOPLE:
            given = self._draw.choice((1, 2, 2))
            names.add(self._draw.choice(SURNAMES) + "".join(self._draw.choice(GIVEN) for _ in range(given)))
        shuffled = sorted(names)
        self._draw.shuffle(shuffled)
        self._reporters, self._people = shuffled[:REPORTERS], shuffled[REPORTERS:]
        gazetteer = Districts.load().in_city
        self.districts = [(city, one.short) for city in CITIES for one in gazetteer[city][:OF_A_CITY]]
        self._told_by = {
            one.name: [word for word in one.strong if _HAN.fullmatch(word)] for one in Topics.load().topics
        }
        self._topics = tuple(self._told_by)
        self._topic_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._topics))))
        self._district_weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.districts))))

    def articles(self, count: int) -> Iterator[MadeArticle]:
        """`count` articles, page by page; no two pages are the same."""
        used: set[tuple[str, int]] = set()
        made = 0
        while made < count:
            day = date.fromordinal(FIRST_DAY + self._draw.randrange(DAYS)).isoformat()
            page = self._draw.randint(1, 8)
            if (day, page) in used:
                continue
            used.add((day, page))
            newspaper = self._draw.choice(CITIES)[:-1] + "日报"
            for number in range(1, min(self._draw.randint(3, 8), count - made) + 1):
                yield self._article(day, page, number, newspaper)
                made += 1

    def _article(self, day: str, page: int, number: int, newspaper: str) -> MadeArticle:
        draw = self._draw
        districts = self._drawn(self.districts, self._district_weights, draw.choice((1, 1, 2)))
        topics = self._drawn(self._topics, self._topic_weights, draw.choice((2, 3, 4)))
        length = min(2500, max(200, draw.lognormvariate(6.73, 0.45)))
        return MadeArticle(
            day=day,
            page=page,
            number=number,
            title=self._phrase(draw.randint(5, 9)),
            reporters=tuple(draw.sample(self._reporters, draw.choice((1, 1, 2)))),
            districts=districts,
            topics=topics,
            newspaper=newspaper,
            section=draw.choice(SECTIONS),
            body=self._matter(districts, topics) + self._body(length),
        )

    def _drawn(self, every: Sequence[_T], weights: Sequence[float], count: int) -> tuple[_T, ...]:
        return tuple(dict.fromkeys(self._draw.choices(every, cum_weights=weights, k=count)))

    def _matter(self, districts: Iterable[tuple[str, str]], topics: Iterable[str]) -> str:
        """The first sentence: where it happened, and words by which a reader of raw pages knows what it is about."""
        words = [word for topic in topics for word in self._draw.sample(self._told_by[topic], 2)]
        clauses = [self._phrase(self._draw.randint(2, 4)) + word for word in words]
        return "、".join(city + part for city, part in districts) + "，".join(clauses) + "。"

    def _body(self, length: float) -> str:
        """Five to twelve paragraphs, some with sub-heads, bold words, a quotation, a list."""
        draw, count = self._draw, self._draw.randint(5, 12)
        heads, quotation, bold, items = (draw.random() < share for share in (0.35, 0.2, 0.4, 0.2))
        blocks = []
        for place in range(count):
            if heads and place and place % 3 == 0:
                blocks.append(f"## {self._phrase(draw.randint(2, 4))}")
            text = self._text(length / count * draw.uniform(0.5, 1.2))
            text = f"**{self._phrase(3)}**{text}" if bold and place == 1 else text
            blocks.append(f"> {text}" if quotation and place == count // 2 else text)
            if items and place == count - 2:
                blocks.append("\n".join(f"- {self._phrase(draw.randint(4, 8))}" for _ in range(draw.randint(3, 5))))
        return "\n\n".join(blocks) + "\n"

    def _text(self, length: float) -> str:
        text = ""
        while len(text) < length:
            text += self._sentence()
        return text

    def _sentence(self) -> str:
        draw = self._draw
        clauses = [self._phrase(draw.randint(4, 9)) + self._fact() for _ in range(draw.choice((1, 2, 2, 3, 3, 4)))]
        return "".join(clause + draw.choice("，，，，、；") for clause in clauses)[:-1] + draw.choice(
            "。。。。。。。！？"
        )

    def _fact(self) -> str:
        """What makes news of a sentence: a day, a share, a sum, a quotation, a name; mostly nothing."""
        draw, kind = self._draw, self._draw.random()
        if kind < 0.05:
            return f"{draw.randint(2004, 2023)}年{draw.randint(1, 12)}月{draw.randint(1, 28)}日"
        if kind < 0.10:
            return f"{draw.random() * 100:.1f}%"
        if kind < 0.14:
            return f"{draw.randint(2, 9000)}万元"
        if kind < 0.18:
            return f"“{self._phrase(draw.randint(1, 3))}”"
        return draw.choice(self._people) if kind < 0.22 else ""

    def _phrase(self, words: int) -> str:
        return "".join(self._word() for _ in range(words))

    def _word(self) -> str:
        if not self._ready:
            self._ready = self._draw.choices(self._words, cum_weights=self._weights, k=20_000)
        return self._ready.pop()


def write_archive(out: Path, count: int, layouts: Sequence[str] = ("ours",), seed: int = 1) -> int:
    """Write `count` articles below OUT/LAYOUT of every layout; the characters of their bodies."""
    maker = Maker(seed)
    characters = 0
    for article in maker.articles(count):
        characters += len(article.body)
        for layout in layouts:
            file, text = _written(article, layout)
            path = out / layout / file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if layout == "raw" else "w", encoding="utf-8", newline="\n") as page:
                page.write(text)
    if "ours" in layouts:
        _write_addresses(out / "ours" / "content" / "_authority" / "districts.yaml", maker.districts)
    return characters


def _written(article: MadeArticle, layout: str) -> tuple[str, str]:
    """The file and the text of an article in a layout."""
    if layout == "raw":
        return f"seeds/{article.folder}.txt", _as_text_layer(article)
    if layout == "hugo":
        return f"content/articles/{article.folder}/{article.number:02}.md", f"{_front_of_hugo(article)}\n{article.body}"
    return f"content/{article.folder}/{article.number:02}.md", f"{_front(article)}\n{article.body}"


def _front(article: MadeArticle) -> str:
    """The front matter of the content folder."""
    lines = ["---", f"id: {article.folder}/{article.number:02}", f"title: {_quoted(article.title)}"]
    lines += [f"section: {article.section}", "kind: news", "authors:"]
    lines += [f"- name: {name}\n  role: reporter" for name in article.reporters]
    lines += ["districts:", *("- " + "/".join(pair) for pair in article.districts)]
    lines += ["topics:", *(f"- {topic}" for topic in article.topics)]
    lines += [f"issued: '{article.day}'", f"date: {article.day}", f"newspaper: {article.newspaper}"]
    lines += [f"page: '{article.page:02}'", "language: zh-Hans", "source:", f"- file: {article.folder}.txt", "---", ""]
    return "\n".join(lines)


def _front_of_hugo(article: MadeArticle) -> str:
    """The same facts as the templates in hugo/ ask for them."""
    lines = ["---", f"title: {_quoted(article.title)}", f"date: {article.day}"]
    lines += ["authors:", *(f"  - {name}" for name in article.reporters)]
    lines += ["districts:", *("  - " + "".join(pair) for pair in article.districts)]
    lines += ["topics:", *(f"  - {topic}" for topic in article.topics)]
    lines += ["source:", f"  newspaper: {article.newspaper}", f"  page: {article.page}", "---", ""]
    return "\n".join(lines)


def _as_text_layer(article: MadeArticle) -> str:
    """An article as a stretch of a raw page: no marks, punctuation of half width, the by-line at the head of the text.

    Above the first one of a page stands the running head.
    """
    body = re.sub(r"^(## |> |- )", "", article.body.replace("**", ""), flags=re.MULTILINE)
    text = f"{article.title}\n\n本报讯（记者 {' '.join(article.reporters)}）{body}\n"
    return _running_head(article) + text.translate(_HALF_WIDTH)


def _running_head(article: MadeArticle) -> str:
    if article.number > 1:
        return "\n"
    day = date.fromisoformat(article.day)
    weekday = "一二三四五六日"[day.weekday()]
    return f"{article.newspaper} {day.year}年{day.month}月{day.day}日 星期{weekday} 第{article.page:02}版\n\n"


def _write_addresses(file: Path, districts: Sequence[tuple[str, str]]) -> None:
    """The addresses of the districts, as an archive has them that chose its own: none need be made of Chinese names."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"- {{name: {'/'.join(pair)}, slug: district-{number:03}}}\n" for number, pair in enumerate(districts))
    file.write_text("".join(lines), encoding="utf-8", newline="\n")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _dictionary() -> tuple[list[str], list[int]]:
    """The words of jieba's dictionary that are all Han characters, and the running sum of how often they occur."""
    found = find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    words, counts = [], []
    for line in Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if _HAN.fullmatch(word) and int(count) > 0:
            words.append(word)
            counts.append(int(count))
    return words, list(accumulate(counts))


def main() -> None:
    """Write the archive that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=1000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layout", default="ours", help=f"of {','.join(LAYOUTS)}")
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    characters = write_archive(call.out, call.n, call.layout.split(","), call.seed)
    print(f"{call.n} articles of {characters / call.n:.0f} characters")


if __name__ == "__main__":
    main()
