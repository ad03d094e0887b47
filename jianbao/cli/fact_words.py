"""Where the facts of a page and of an article come from: told by people, printed somewhere, or found in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.content.article import FrontMatter
from jianbao.content.page_record import PageRecord
from jianbao.problems import Words

_FACTS = {
    "newspaper": Words("报纸", "newspaper"),
    "issued": Words("出版日期", "date of issue"),
    "page": Words("版次", "page number"),
    "page_name": Words("版名", "name of the page"),
    "city": Words("城市", "city"),
    "districts": Words("地区", "districts"),
    "language": Words("语言", "language"),
}
_SOURCES = {
    "running head": Words("报头", "the running head"),
    "masthead": Words("报头", "the masthead"),
    "colophon": Words("版权栏", "the imprint"),
    "file name": Words("文件名", "the file's name"),
    "text": Words("正文推定", "the text, by inference"),
}
_MONTH = r"{month}\s*月"
_DAY = r"{month}\s*月\s*{day}\s*日|(?<![\d月]){day}\s*日"
_OF_NOW = r"近日|日前|连日来|近期|当前|这几天|昨日|昨天|今日"
_OF_THE_YEAR = r"今年|本年度|年初以来|去年"


def page_facts(record: PageRecord) -> Iterator[str]:
    """The facts of the page, each with its source."""
    for fact in sorted({*record.facts, *record.guesses}, key=[*_FACTS, *record.facts, *record.guesses].index):
        name = _FACTS.get(fact, Words(fact, fact))
        if told := record.facts.get(fact):
            yield f"{name.zh} {name.en}: {told}（人填写 / told by people）"
        elif fact in record.guesses:
            value, source = record.guesses[fact]
            words = _SOURCES.get(source, Words(source, source))
            yield f"{name.zh} {name.en}: {value}（据{words.zh} / from {words.en}）"


def article_facts(front: FrontMatter, texts: Sequence[str], told: bool) -> Iterator[str]:
    """Districts and date of an article, with the words of it that they come from. `told`: people told the districts."""
    for district in front.districts:
        yield f"地区 district: {district}（{'人填写 / told by people' if told else _of_district(district, texts)}）"
    if front.event_date:
        yield f"事件日期 event date: {front.event_date}（{_of_date(front.event_date, texts)}）"


def _of_district(district: str, texts: Sequence[str]) -> str:
    name = district.rpartition("/")[2]
    times = sum(text.count(name) for text in texts)
    if times:
        return f"文中提到“{name}” {times} 次 / “{name}” is named {times} time{'s' if times > 1 else ''}"
    return "文中没有直接写出，据本版和别的写法推定 / not named so in the text: inferred from the page or another name of it"


def _of_date(when: str, texts: Sequence[str]) -> str:
    """The first words of the text that say so much of the date as is known."""
    year, month, day = (*when.split("-"), "", "")[:3]
    patterns = [_OF_THE_YEAR, year]
    if month:
        patterns = [_MONTH, _OF_NOW, *patterns]
    if day:
        patterns = [_DAY, *patterns]
    known = {"month": f"0?{month.lstrip('0')}", "day": f"0?{day.lstrip('0')}"}
    for pattern in patterns:
        for text in texts:
            found = re.search(_filled(pattern, known), text)
            if found:
                return f"据文中“{found[0]}”和出版日期 / from “{found[0]}” in the text and the date of issue"
    return "据本版推定 / inferred from the page"


def _filled(pattern: str, known: dict[str, str]) -> str:
    for name, value in known.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern
