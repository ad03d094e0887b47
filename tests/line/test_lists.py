"""What a reader finds under a district is what the articles themselves say, no more and no less."""

from __future__ import annotations

from tests.line.keeper import Keeper


def test_page_and_feed_of_a_district_hold_exactly_its_articles(built: Keeper) -> None:
    """For every district: the articles whose front matter names it, each once, on its page and in its feed."""
    named: dict[str, set[str]] = {}
    for id, article in built.articles().items():
        for district in article.front.districts:
            named.setdefault(district, set()).add(id)
    addresses = built.addresses("district")
    assert addresses.keys() == named.keys()
    assert len(named) >= 4, "the seeds are of four districts and more"
    for district, address in addresses.items():
        for found in (built.listed_on(address), built.fed_by(address)):
            assert sorted(found) == sorted(named[district]), district


def test_page_and_feed_of_a_topic_hold_exactly_its_articles(built: Keeper) -> None:
    """The same for topics."""
    named: dict[str, set[str]] = {}
    for id, article in built.articles().items():
        for topic in article.front.topics:
            named.setdefault(topic, set()).add(id)
    addresses = built.addresses("topic")
    assert addresses.keys() == named.keys()
    for topic, address in addresses.items():
        for found in (built.listed_on(address), built.fed_by(address)):
            assert sorted(found) == sorted(named[topic]), topic


def test_same_name_in_two_cities_is_two_districts(built: Keeper) -> None:
    """高新区 of 安阳市 and 高新区 of 新乡市 have an address each, and no article in common."""
    addresses = built.addresses("district")
    anyang, xinxiang = (set(built.listed_on(addresses[f"{city}/高新区"])) for city in ("安阳市", "新乡市"))
    assert anyang
    assert xinxiang
    assert not anyang & xinxiang


def test_every_article_has_its_page_and_is_announced(built: Keeper) -> None:
    """Every article of content/ stands at its address, and the feed of the archive has them all."""
    articles = built.articles()
    for id in articles:
        assert (built.site / "a" / id / "index.html").is_file(), id
    assert sorted(built.fed_by("")) == sorted(articles)
