"""The data to take away: every article that may be shown, once, with its facts; the same bytes for the same archive."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from jianbao.press.article_record import FIELDS, facts_of

from .conftest import printed
from .sample_archive import sample_archive, sample_settings
from .sample_names import COMMENT, FEATURE, REST, WITHHELD, with_names


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive with all its links."""
    settings = sample_settings(tmp_path_factory.mktemp("data"))
    printed(with_names(sample_archive()), settings)
    return settings.folders.site


def records(site: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of every file of data, by the name of the file."""
    return {
        file.name: [json.loads(line) for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()]
        for file in sorted((site / "data").glob("*.gz"))
    }


def test_every_article_that_may_be_shown_stands_once_under_its_year(linked: Path) -> None:
    """By the printed year, also where only the month is known; the withheld one is in no file."""
    held = records(linked)
    assert sorted(held) == ["articles-2020.jsonl.gz", "articles-2022.jsonl.gz", "articles-2023.jsonl.gz"]
    ids = [record["id"] for lines in held.values() for record in lines]
    assert sorted(ids) == sorted(set(with_names(sample_archive()).articles) - {WITHHELD})
    assert "这段文字不应出现" not in str(held)
    assert "不可见的" not in str(held)


def test_articles_without_a_year_have_a_file_of_their_own(tmp_path: Path) -> None:
    """Not one of them gets a year that nobody knows."""
    archive = sample_archive()
    article = archive.articles[COMMENT]
    bare = replace(article, front=replace(article.front, issued="", date=""))
    settings = sample_settings(tmp_path)
    printed(replace(archive, articles={**archive.articles, COMMENT: bare}), settings)
    assert [one["id"] for one in records(settings.folders.site)["articles-undated.jsonl.gz"]] == [COMMENT]


def test_a_record_has_all_facts_in_a_fixed_order(linked: Path) -> None:
    """The keys as the page explains them; names with kind, parent and, where there is one, the address of their page."""
    record = next(one for one in records(linked)["articles-2022.jsonl.gz"] if one["id"] == FEATURE)
    assert tuple(record) == FIELDS
    shown = html.fromstring((linked / "data/index.html").read_text(encoding="utf-8"))
    assert tuple(shown.xpath("//dl[@class='facts']/div/dt/code/text()")) == FIELDS
    assert record["title"] == "清渠重通三村笑 农家又话旧时春"
    assert (record["newspaper"], record["date"], record["page"], record["page_id"]) == (
        "安阳日报",
        "2022-09-22",
        "1",
        "7KQ2M9X",
    )
    assert record["authors"][0] == {"name": "陈晓禾", "role": "reporter"}
    assert record["districts"] == ["安阳市/文峰区", "安阳市/高新区"]
    home = "https://example.org/repo/"
    assert record["people"][1] == {
        "name": "周大海", "kind": "person", "parent": "安阳市/文峰区", "url": f"{home}people/zhoudahai-3c02/"
    }  # fmt: skip
    assert record["people"][2] == {"name": "李无名", "kind": "person", "parent": "安阳市/文峰区"}
    assert record["related"] == [{"id": COMMENT, "zh": "同一系列：乡村见闻", "en": "the same series: 乡村见闻"}]
    assert (record["series"], record["continued"]) == (["乡村见闻"], [FEATURE, REST])
    assert record["url"] == f"{home}a/{FEATURE}/"
    assert record["text"] == with_names(sample_archive()).articles[FEATURE].plain


def test_the_page_tells_what_each_file_weighs(linked: Path) -> None:
    """Articles, bytes and checksum are those of the file; every file is linked."""
    shown = html.fromstring((linked / "data/index.html").read_text(encoding="utf-8"))
    for row in shown.xpath("//table//tr[td]"):
        file = linked / "data" / row.xpath(".//a/@href")[0].rpartition("/")[2]
        data = file.read_bytes()
        assert row.xpath("td[2]//code/text()") == [hashlib.sha256(data).hexdigest()]
        numbers = [int(cell.text.replace(",", "")) for cell in row.xpath("td[position() > 2]")]
        assert numbers == [len(records(linked)[file.name]), len(data)]
    assert len(shown.xpath("//table//tr[td]")) == 3
    assert "版权归安阳日报社所有" in shown.text_content()


def test_the_same_archive_gives_the_same_bytes(linked: Path, tmp_path: Path) -> None:
    """Wherever it is built; the packed files tell no time and no name."""
    settings = sample_settings(tmp_path)
    printed(with_names(sample_archive()), settings)
    for file in sorted((linked / "data").iterdir()):
        assert (settings.folders.site / "data" / file.name).read_bytes() == file.read_bytes()
    assert (linked / "data/articles-2022.jsonl.gz").read_bytes()[3:10] == bytes([0, 0, 0, 0, 0, 2, 255])


def test_a_change_renews_its_year_and_the_page_only(tmp_path: Path) -> None:
    """The other years stand as they were, and the page still tells what they weigh."""
    settings, archive = sample_settings(tmp_path), with_names(sample_archive())
    printed(archive, settings)
    site = settings.folders.site
    before = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in (site / "data").iterdir()}
    article = replace(archive.articles[COMMENT], keywords=("路灯",))
    outcome = printed(replace(archive, articles={**archive.articles, COMMENT: article}), settings)
    after = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in (site / "data").iterdir()}
    assert {name for name in before if before[name] != after[name]} == {"articles-2023.jsonl.gz", "index.html"}
    assert outcome.problems == ()
    test_the_page_tells_what_each_file_weighs(site)


def test_readers_find_the_data(linked: Path) -> None:
    """A link in the foot of every page, and one in the text about the archive."""
    for path in ("index.html", "about/index.html", f"a/{FEATURE}/index.html"):
        links = html.fromstring((linked / path).read_text(encoding="utf-8")).xpath("//a/@href")
        assert any(link.endswith("../data/") or link == "./data/" for link in links), path


def test_names_are_told_as_the_article_prints_them(tmp_path: Path) -> None:
    """A short form in the text is the name, and the full one is told beside it."""
    archive = with_names(sample_archive())
    article = archive.articles[FEATURE]
    people = (article.people[1]._replace(printed="周书记"),)
    settings = sample_settings(tmp_path)
    printed(replace(archive, articles={**archive.articles, FEATURE: replace(article, people=people)}), settings)
    record = next(one for one in records(settings.folders.site)["articles-2022.jsonl.gz"] if one["id"] == FEATURE)
    assert (record["people"][0]["name"], record["people"][0]["full"]) == ("周书记", "周大海")


def test_of_an_edited_article_only_its_month_is_packed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other months are taken from the file that stands, which is the one that is made from nothing."""
    settings, archive = sample_settings(tmp_path), with_names(sample_archive())
    printed(archive, settings)
    edited = archive.articles[COMMENT]
    articles = {**archive.articles, COMMENT: replace(edited, plain=f"{edited.plain}又一句。", digest="另一个")}
    packed: list[str] = []

    def facts(edition: Any, article: Any) -> dict[str, Any]:
        packed.append(article.id)
        return facts_of(edition, article)

    monkeypatch.setattr("jianbao.press.volume.facts_of", facts)
    monkeypatch.setattr("jianbao.press.publish.hands_for", lambda jobs: 1)
    printed(replace(archive, articles=articles), settings)
    assert COMMENT in packed
    assert len(packed) < sum(map(len, records(settings.folders.site).values()))
    fresh = sample_settings(tmp_path / "从头")
    printed(replace(archive, articles=articles), fresh)
    for file in (fresh.folders.site / "data").iterdir():
        assert (settings.folders.site / "data" / file.name).read_bytes() == file.read_bytes()
