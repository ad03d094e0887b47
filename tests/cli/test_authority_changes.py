"""What a build says after somebody edited a file of `_authority/`: which file, and what followed from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.archive.name_lists import Changes, changes
from tests.cli.conftest import Run, article_with


def write(archive: Path, name: str, text: str) -> None:
    """A file of the authority folder, as an editor saves it."""
    file = archive / "content" / "_authority" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_new_words_of_a_topic_tell_how_many_articles_they_would_change(archive: Path, run: Run) -> None:
    """With the articles' names and what to type; it is done by that, and told once."""
    run([])
    write(archive, "topics.yaml", "- {name: 园林, en: Gardens, slug: gardens, strong: [口袋公园]}\n")
    said = run([]).out
    assert "topics.yaml 改了：按新词表，1 篇文章的主题会不同（《文峰区新建三处口袋公园》）" in said
    assert "topics.yaml changed: by the new words 1 articles would have other topics" in said
    assert "clean --again" in said
    assert "topics.yaml" not in run([]).out
    run(["clean", "--again"])
    assert "园林" in article_with(archive, "三处口袋公园，方便").read_text(encoding="utf-8")


def test_an_article_that_people_changed_keeps_its_topics_and_is_counted_apart(archive: Path, run: Run) -> None:
    """The program does not take back what a person wrote."""
    run([])
    article = article_with(archive, "刘福林")
    article.write_text(article.read_text(encoding="utf-8").replace("刘福林", "刘福霖"), encoding="utf-8", newline="\n")
    run([])
    write(archive, "topics.yaml", "- {name: 园林, en: Gardens, slug: gardens, strong: [口袋公园]}\n")
    said = run([]).out
    assert "人改过的 1 篇不动" in said
    assert "edited by people: 1, not touched" in said


def test_words_that_change_no_topic_say_so(archive: Path, run: Run) -> None:
    """Also when the file is taken away again."""
    run([])
    write(archive, "topics.yaml", "- {name: 灯会, slug: lanterns, strong: [没有的词]}\n")
    assert "topics.yaml 改了：没有文章的主题会不同" in run([]).out
    (archive / "content" / "_authority" / "topics.yaml").unlink()
    assert "topics.yaml changed: no article would have other topics" in run([]).out


def test_a_desk_that_is_no_person_is_told_as_gone_from_the_reporters(archive: Path, run: Run) -> None:
    """By name; a name that stands in no by-line changes nothing, and that is told too."""
    run([])
    write(archive, "bylines.yaml", "collective: [李娟]\n")
    said = run([]).out
    assert "bylines.yaml 改了：记者不再列出 1（李娟）" in said
    assert "bylines.yaml changed: reporters: gone 1 (李娟)" in said
    write(archive, "bylines.yaml", "collective: [李娟, 无此人]\n")
    assert "bylines.yaml changed: no list is different" in run([]).out


def test_a_first_build_and_a_quiet_one_tell_nothing(archive: Path, run: Run) -> None:
    """Nobody has edited anything since the last build."""
    write(archive, "bylines.yaml", "collective: [李娟]\n")
    assert "bylines.yaml" not in run([]).out
    article = article_with(archive, "刘福林")
    article.write_text(article.read_text(encoding="utf-8").replace("刘福林", "刘福霖"), encoding="utf-8", newline="\n")
    assert "改了" not in run([]).out


@pytest.mark.parametrize("damage", ["", "{}", "jianbao authority 1 x\n{}"])
def test_a_damaged_memory_is_as_if_there_were_none(archive: Path, run: Run, damage: str) -> None:
    """The cache may be lost at any time."""
    run([])
    (archive / ".jianbao" / "authority.json").write_text(damage, encoding="utf-8")
    write(archive, "bylines.yaml", "collective: [李娟]\n")
    said = run([])
    assert said.code == 0
    assert "改了" not in said.out


def test_a_name_that_is_known_under_another_one_was_merged() -> None:
    """And is not told as gone; of one that stayed only the number of articles can change."""
    before = {"zhang-1": ("张伟（文峰区）", "张伟", 2), "li": ("李四", "李四", 1), "wang": ("王五", "王五", 3)}
    after = {"zhang-2": ("张伟（北关区）", "张伟", 4), "wang": ("王五", "王五", 5)}
    assert changes(before, after, frozenset({"张伟", "王五"})) == Changes(
        ("张伟（北关区）",), ("李四",), ("张伟（文峰区）",), 1
    )
    assert not changes(before, before, frozenset()).any
