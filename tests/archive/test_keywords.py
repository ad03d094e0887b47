"""Keywords: what sets an article apart, the archive's own articles being the measure as soon as there are many."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import NoReturn

from hypothesis import given
from hypothesis import strategies as st

from jianbao.archive.keywords import AT_MOST, NOTHING_RANKED, Ranked, amend, rank_again, rank_all


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


# ---------------------------------------------------------------- one article changed in what was ranked
Counts = dict[str, dict[str, int]]
ALIKE = ["小营村", "聂家庄", "郭村集村", "复工", "复工复产", "街道", "秸秆"]
"""Villages are all as rare as one another in the news at large, so that it is the archive that decides among them."""


def ranked_afresh(counts: Counts) -> Ranked:
    """All articles ranked at once, each with a mark of its words."""
    return rank_again(counts, {id: repr(words) for id, words in counts.items()}, NOTHING_RANKED)


def put_right(before: Ranked, counts: Counts, id: str, words: dict[str, int]) -> tuple[Ranked, frozenset[str]]:
    """What is ranked where one article has other words, of an archive that has these."""
    return amend(before, id, counts[id], words, repr(words), lambda: counts)


def nobody_asks() -> NoReturn:
    """For the words of all articles, which are many."""
    raise AssertionError("the words of all articles were asked for")


some_words = st.dictionaries(st.sampled_from(ALIKE), st.integers(1, 2), max_size=5).map(
    lambda words: dict(sorted(words.items()))
)
"""The words of an article, in their order, as they are counted."""
archives = st.integers(1, 17).flatmap(
    lambda many: st.fixed_dictionaries({f"{number:02}": some_words for number in range(many)})
)
"""Up to so many articles that a word of one, two, four or eight of them becomes rarer or more common."""
corrections = st.lists(st.tuples(st.integers(0, 16), some_words), min_size=1, max_size=5)
"""Which article is corrected, and the words that it has then."""


@given(archives, corrections)
def test_one_article_after_another_is_put_right(counts: Counts, changes: list[tuple[int, dict[str, int]]]) -> None:
    """After each correction all is as if it were ranked at once, and it is known whose keywords are others."""
    now = ranked_afresh(counts)
    for number, words in changes:
        before, id = now, f"{number % len(counts):02}"
        now, differing = put_right(before, counts, id, words)
        counts = {**counts, id: words}
        assert now == ranked_afresh(counts)
        assert differing == {one for one in counts if now.articles[one][1] != before.articles[one][1]}


def test_a_correction_reaches_whoever_has_a_word_that_became_common() -> None:
    """The second article is about 聂家庄, not 小营村: now it is 小营村 that only the first one has, and that tells it apart."""
    counts = {"a": {"小营村": 1, "聂家庄": 1}, "b": {"小营村": 1}, "c": {"玉米": 1}}
    before = ranked_afresh(counts)
    now, differing = put_right(before, counts, "b", {"聂家庄": 1})
    assert (before.articles["a"][1], now.articles["a"][1]) == (("聂家庄", "小营村"), ("小营村", "聂家庄"))
    assert differing == {"a", "b"}


def test_a_correction_that_moves_no_rarity_asks_for_no_other_article() -> None:
    """A word of its own came and went; of a word that five articles had six have it now, which is as common."""
    counts = {str(number): {"街道": 1} for number in range(5)} | {"5": {"聂家庄": 1}}
    before, words = ranked_afresh(counts), {"小营村": 1, "街道": 2}
    now, differing = amend(before, "5", counts["5"], words, repr(words), nobody_asks)
    assert now == ranked_afresh({**counts, "5": words})
    assert differing == {"5"}


def test_a_correction_without_other_words_changes_nothing_but_the_mark() -> None:
    """A comma put right."""
    counts = {"a": {"小营村": 1}, "b": {"聂家庄": 1}}
    now, differing = amend(ranked_afresh(counts), "a", counts["a"], counts["a"], "with a comma", nobody_asks)
    assert (now.articles["a"], differing) == (("with a comma", ("小营村",)), frozenset())
    assert now.found_in == {"小营村": 1, "聂家庄": 1}
