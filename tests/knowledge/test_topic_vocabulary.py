"""The vocabulary of topics and what people change in it."""

from __future__ import annotations

from pathlib import Path

from jianbao.knowledge.topic_wishes import SLUG
from jianbao.knowledge.topics import Topics


def tell(folder: Path, text: str) -> Topics:
    """The vocabulary of an archive whose topics.yaml says this."""
    (folder / "topics.yaml").write_text(text, encoding="utf-8")
    return Topics.load(folder)


def test_every_shipped_topic_can_stand_in_an_address_and_be_found() -> None:
    """Slugs are unique and ASCII; each topic has words that speak for it and an English name."""
    topics = Topics.load().topics
    assert len({topic.slug for topic in topics}) == len(topics) >= 20
    for topic in topics:
        assert SLUG.fullmatch(topic.slug)
        assert topic.strong
        assert topic.en.isascii()
        assert topic.en


def test_no_shipped_word_is_written_twice_for_a_topic_or_too_short_to_be_found() -> None:
    """A word that is strong and weak would count double."""
    for topic in Topics.load().topics:
        words = [word.lower() for word in (*topic.strong, *topic.weak)]
        assert sorted(words) == sorted(set(words)), topic.name
        assert all(len(word) > 1 for word in words), topic.name


def test_topics_without_their_words_are_the_same_topics() -> None:
    """Who prints lists alone does not read words."""
    whole, bare = Topics.load(), Topics.load(with_words=False)
    assert [(one.name, one.en, one.slug) for one in bare.topics] == [
        (one.name, one.en, one.slug) for one in whole.topics
    ]
    assert not any(one.strong or one.weak for one in bare.topics)
    assert bare.by_name.keys() == whole.by_name.keys()


def test_who_has_not_read_the_words_does_not_miss_them(tmp_path: Path) -> None:
    """A shipped topic that is only called otherwise has its words; a new one without words is told."""
    (tmp_path / "topics.yaml").write_text(
        "- {name: 项目建设, en: Building projects}\n- {name: 书画, slug: art}\n", encoding="utf-8"
    )
    whole, bare = Topics.load(tmp_path), Topics.load(tmp_path, with_words=False)
    assert whole.misread == bare.misread
    assert [one.line for one in bare.misread] == [2]


def test_an_english_name_means_the_same_topic() -> None:
    """An English archive may write either."""
    topics = Topics.load()
    assert topics.by_name["Rural revitalization"] is topics.by_name["乡村振兴"]


def test_people_add_a_topic(tmp_path: Path) -> None:
    """One line is enough."""
    topics = tell(tmp_path, "- {name: 城市更新, slug: urban-renewal, strong: [旧城改造]}\n")
    assert topics.by_name["城市更新"].strong == ("旧城改造",)
    assert "乡村振兴" in topics.by_name


def test_people_change_only_the_keys_they_write(tmp_path: Path) -> None:
    """New strong words for a known topic leave its slug, and so its address, alone."""
    before = Topics.load().by_name["疫情防控"]
    after = tell(tmp_path, "- {name: 疫情防控, strong: [流感]}\n").by_name["疫情防控"]
    assert after.strong == ("流感",)
    assert (after.slug, after.weak) == (before.slug, before.weak)


def test_people_hide_a_topic(tmp_path: Path) -> None:
    """It is no longer given."""
    assert "评论理论" not in tell(tmp_path, "- {name: 评论理论, hide: 'true'}\n").by_name


def test_a_topic_whose_slug_is_taken_or_unfit_is_told_and_left_out(tmp_path: Path) -> None:
    """Two topics can not live at one address, and an address is ASCII."""
    topics = tell(tmp_path, "- {name: 甲, slug: rural}\n- {name: 乙, slug: 更新}\n- {slug: nameless}\n")
    assert not {"甲", "乙", ""} & set(topics.by_name)
    assert len(topics.misread) == 3
