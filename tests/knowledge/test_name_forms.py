"""What a Chinese name looks like, and how the lexicon weighs it against words."""

from __future__ import annotations

import pytest

from jianbao.knowledge.lexicon import chinese_lexicon
from jianbao.knowledge.name_forms import name_forms
from jianbao.knowledge.posts import posts
from jianbao.knowledge.sources.name_characters import table


@pytest.mark.parametrize("name", ["胡亚军", "周立", "琚运林", "吴燕娴"])
def test_a_name_is_likelier_as_a_name_than_as_words(name: str) -> None:
    """Its characters stand in names more often than next to one another in a text."""
    assert name_forms().chance(name, 1) > chinese_lexicon().chances(name)[0]


@pytest.mark.parametrize("words", ["高新区", "和平", "项目", "房地产", "于是"])
def test_a_word_is_likelier_as_a_word(words: str) -> None:
    """Although it begins with a surname."""
    assert name_forms().chance(words, 1) < chinese_lexicon().chances(words)[0]


def test_double_surnames_are_found_before_single_ones() -> None:
    """欧阳 is one, and 阳 inside it none."""
    assert [found[0] for found in name_forms().surname.finditer("欧阳和王")] == ["欧阳", "和", "王"]


def test_the_table_leaves_out_what_is_rare() -> None:
    """A character that is rare at all three places has no line; at one of them a dash."""
    assert (
        table({"何": -4.04, "罕": -12.0}, {"建": -5.0}, {"何": -12.0, "建": -6.0})
        == "何\t-4.0\t-\t-\n建\t-\t-5.0\t-6.0\n"
    )


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("青河区副区长", "副区长"),
        ("原常务副局长", "原常务副局长"),
        ("一位村民", "村民"),
        ("驻村第一书记", "驻村第一书记"),
        ("他来了", ""),
    ],
)
def test_the_longest_post_counts_with_its_prefixes(text: str, post: str) -> None:
    """书记 is one, 第一书记 a longer one, and 驻村 stands before it."""
    assert text[posts().ending(text, len(text)) :] == post


def test_an_office_is_public_and_an_occupation_is_not() -> None:
    """What the printed post ends with decides."""
    assert posts().is_public("文峰区发改委主任")
    assert not posts().is_public("文峰区居民")
    assert posts().is_shielded("犯罪嫌疑人")
