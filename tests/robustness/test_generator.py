"""The generator keeps its word: the same seed gives the same page, and the truth about a page is whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jianbao.text.encoding import Decoded, decode
from tests.gate.measure import fold, parse
from tests.robustness.clean_articles import own_articles
from tests.robustness.compose import DAMAGES, MUST, SETTINGS, compose
from tests.robustness.damage import Damage
from tests.robustness.gold_files import markdown_of, record_of, write
from tests.robustness.measure import main, sheets
from tests.robustness.sheet import Sheet

PAGES = 12
LANGUAGES = ("zh", "en")


def _pages(language: str) -> list[Sheet]:
    return sheets(own_articles(language), "generator", PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_seed_gives_the_same_page(language: str) -> None:
    """Byte for byte, and another seed gives another page."""
    assert _pages(language) == _pages(language)
    assert sheets(own_articles(language), "another", 1)[0].data != _pages(language)[0].data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_can_be_chosen(language: str) -> None:
    """There is enough of every kind to fill pages: no article stands in no page of a hundred."""
    names = {
        story.truth.name for number in range(100) for story in compose(own_articles(language), "all", number).stories
    }
    assert names == {article.name for article in own_articles(language)}


@pytest.mark.parametrize("damage", [damage for damage in DAMAGES if damage.name not in MUST], ids=lambda d: d.name)
def test_a_damage_damages(damage: Damage) -> None:
    """Each damage befalls some of the pages it is asked for, and the file is another one then."""
    name, language = damage.name, max(damage.languages)
    articles = own_articles(language)
    hit = next(s for number in range(60) if name in (s := compose(articles, "one", number, name, only=True)).damages)
    number = int(hit.name[2:])
    assert hit.data != compose(articles, "one", number, "no damage", only=True).data


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_a_setting_can_be_asked_for(setting: str) -> None:
    """A way of the line ends is a class of the table as a damage is."""
    assert all(setting in sheet.damages for sheet in sheets(own_articles("zh"), "set", 3, setting))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_truth_is_on_the_page(language: str) -> None:
    """Every character of the truth is in the file, but those that a damage has put others for, or made unreadable."""
    for sheet in _pages(language):
        decoded = decode(sheet.data)
        assert isinstance(decoded, Decoded)
        assert decoded.text.replace("\r\n", "\n") == sheet.text.replace("\r\n", "\n") or {
            "encoding misread",
            "file misread",
        } & set(sheet.damages)
        on_page = Counter(fold(decoded.text))
        put_for = Counter(fold("".join(right for _, right in sheet.corrections)))
        truth = Counter(fold("".join(parse(markdown_of(article)).everything for article in sheet.articles)))
        if not {"encoding misread", "letters misread"} & set(sheet.damages):
            assert not truth - on_page - put_for - Counter(fold("".join(f.text for f in sheet.furniture)))


def test_a_folder_of_articles_can_be_fed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Gold that was written is a folder of clean articles again; the table has a row for all pages."""
    for sheet in _pages("zh"):
        write(sheet, tmp_path)
    assert main(["--articles", f"{tmp_path}/gold", "--pages", "2", "--language", "zh"]) == 0
    assert "\nall " in capsys.readouterr().out


def test_the_record_names_what_befell_the_page() -> None:
    """page.yaml lists furniture, corrections and damages."""
    sheet = next(s for s in _pages("zh") if "colophon" in s.damages)
    record = record_of(sheet)
    assert record["damages"] == list(sheet.damages)
    assert "colophon" in {piece["kind"] for piece in record["furniture"]}
