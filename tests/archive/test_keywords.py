"""Keywords: what sets an article apart, the archive's own articles being the measure as soon as there are many."""

from __future__ import annotations

import random
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.keywords import AT_MOST, NOTHING_RANKED, rank_again, rank_all


def ranked(counts: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, ...]]:
    """The keywords of all articles, where nothing was ranked before."""
    return rank_all(counts, dict.fromkeys(counts, ""), None, "")


def test_the_words_of_the_archive_sink() -> None:
    """In a paper of one county 街道 stands in every article and tells none of them apart; in a single one it may."""
    many = {str(n): {"消杀": 1, "街道": 2} if n == 0 else {"街道": 2, f"词{n}": 1} for n in range(3000)}
    assert ranked({"0": many["0"]})["0"][0] == "街道"
    assert ranked(many)["0"][0] == "消杀"


def test_a_small_archive_does_not_go_wild() -> None:
    """In five articles a rare word of daily speech is as rare as a word of the matter: the news at large decides."""
    counts = {str(n): {"情况": 2} for n in range(4)} | {"4": {"时候": 2, "禁烧": 1, "秸秆": 2}}
    assert ranked(counts)["4"][0] == "秸秆"


def test_eight_at_most_and_none_inside_another() -> None:
    """Of 复工 and 复工复产 only the weightier one is shown."""
    words = [
        ("复工复产", 5),
        ("复工", 1),
        *((word, 1) for word in "玉米 小麦 大豆 高粱 花生 芝麻 棉花 甘蔗 油菜".split()),
    ]
    keywords = ranked({"a": dict(sorted(words))})["a"]
    assert keywords[0] == "复工复产"
    assert "复工" not in keywords
    assert len(keywords) == AT_MOST


def test_the_order_of_the_articles_changes_nothing() -> None:
    """The same counts give the same keywords, however they are ordered."""
    words = "玉米 小麦 大豆 高粱 花生 芝麻 棉花 甘蔗 油菜 harvest wheat".split()
    dice = random.Random(3)
    counts = {str(n): {word: dice.randint(1, 3) for word in sorted(dice.sample(words, 9))} for n in range(50)}
    shuffled = dict(reversed(counts.items()))
    assert ranked(counts) == ranked(shuffled)


def test_an_article_without_words_has_no_keywords() -> None:
    """A photograph without a caption."""
    assert ranked({"a": {}}) == {"a": ()}


WORDS = ["街道", "消杀", "玉米", "秸秆", "书画", "摄影"]
articles = st.dictionaries(st.sampled_from("abcdef"), st.dictionaries(st.sampled_from(WORDS), st.integers(1, 3)))


@given(st.lists(articles, min_size=2, max_size=4))
def test_what_was_ranked_before_changes_nothing(days: list[dict[str, dict[str, int]]]) -> None:
    """Whatever was added, edited and taken away since: the keywords are those of an archive that is ranked at once."""
    before = NOTHING_RANKED
    for counts in days:
        before = rank_again(counts, {id: repr(words) for id, words in counts.items()}, before)
        assert {id: keywords for id, (_, keywords) in before.articles.items()} == ranked(counts)


def test_an_article_nobody_touched_is_ranked_again_where_a_word_became_common() -> None:
    """街道 stood in one article and stands in all of them now: it tells none of them apart any more."""
    before = {str(n): {"消杀": 1, "街道": 2} if n == 0 else {f"词{n}": 1} for n in range(3000)}
    after = {id: {"街道": 2} | words for id, words in before.items()} | {"0": before["0"]}
    kept = rank_again(before, {id: repr(words) for id, words in before.items()}, NOTHING_RANKED)
    now = rank_again(after, {id: repr(words) for id, words in after.items()}, kept)
    assert kept.articles["0"][1][0] == "街道"
    assert now.articles["0"][1][0] == ranked(after)["0"][0] == "消杀"
