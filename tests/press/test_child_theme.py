"""A theme with a parent: what themes/README.md promises, its examples word for word, and what is told of a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jianbao.press.find_theme import PACKAGE
from jianbao.press.theme import open_theme
from jianbao.problems import CallError

from .conftest import printed
from .sample_archive import sample_archive, sample_settings

THEMES = PACKAGE.parent / "themes"
README = (THEMES / "README.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`(themes/mine/\S+)`\n\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
"""The files of the worked example, by their paths in the archive."""


def lay_out(archive: Path, files: dict[str, str]) -> None:
    """Write files below the folder of an archive."""
    for path, text in files.items():
        file = archive / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample archive in the theme of the README, all examples together."""
    settings = sample_settings(tmp_path_factory.mktemp("child 子主题"), theme="mine")
    lay_out(settings.folders.archive, EXAMPLES)
    assert printed(sample_archive(), settings).problems == ()
    return settings.folders.site


def test_the_readme_has_an_example_of_everything() -> None:
    """A theme.yaml, words, a part of the stylesheet, a template of its own and one that extends the parent's."""
    assert sorted(path.removeprefix("themes/mine/") for path in EXAMPLES) == [
        "static/style/95-mine.css", "templates/404.html", "templates/base.html", "theme.yaml", "words/zh.yaml",
    ]  # fmt: skip


def test_the_words_that_change_change_and_the_others_stay(mine: Path) -> None:
    """人物 is called 乡贤 in the head of every page; 区县 is still 区县."""
    front = (mine / "index.html").read_text(encoding="utf-8")
    assert ">乡贤</a>" in front
    assert ">区县</a>" in front


def test_a_part_of_the_stylesheet_comes_last(mine: Path) -> None:
    """The parent's parts are all there, and the child's after them."""
    (style,) = mine.glob("style.*.css")
    text = style.read_text(encoding="utf-8")
    assert text.index("--paper: #fdfcf9") < text.index("--paper: #fbf7ec")
    assert "@media print" in text


def test_a_template_of_its_own_takes_the_place_of_the_parents(mine: Path) -> None:
    """The page that is not there tells the telephone; it stands in the child's own frame."""
    text = (mine / "404.html").read_text(encoding="utf-8")
    assert "0372-0000000" in text
    assert "本馆由县图书馆地方文献室维护。" in text


def test_a_template_can_extend_the_parents(mine: Path) -> None:
    """One block is changed, the rest of the frame is the parent's."""
    text = (mine / "a/7KQ2M9X/01/index.html").read_text(encoding="utf-8")
    assert "本馆由县图书馆地方文献室维护。" in text
    assert "清渠重通三村笑" in text
    assert 'class="skip"' in text


def test_every_template_stands_in_the_readme() -> None:
    """In both languages, and none that is not there."""
    here = sorted(file.name for file in (THEMES / "broadsheet/templates").iterdir() if file.is_file())
    for part in README.split("## English"):
        assert sorted(re.findall(r"^\| `([\w.]+\.(?:html|xml))` \|", part, re.MULTILINE)) == here


def test_the_tokens_of_the_readme_are_those_of_the_stylesheet() -> None:
    """Every token that is named exists."""
    paper = (THEMES / "broadsheet/static/style/1-paper.css").read_text(encoding="utf-8")
    named = set(re.findall(r"`(--\w+)`", README))
    assert named >= {"--paper", "--ink", "--seal"}
    assert [token for token in sorted(named) if f"{token}:" not in paper] == []


@pytest.mark.parametrize(
    ("files", "place", "said"),
    [
        ({"themes/mine/theme.yaml": "name: mine\nparent: brodsheet\n"}, "themes/mine/theme.yaml:2", "找不到上级主题“brodsheet”"),
        ({"themes/mine/theme.yaml": "name: mine\nparent: mine\n"}, "themes/mine/theme.yaml:2", "互为上级（mine → mine）"),
        (
            {
                "themes/mine/theme.yaml": "name: mine\nparent: yours\n",
                "themes/yours/theme.yaml": "# 别人的\nname: yours\nparent: mine\n",
            },
            "themes/yours/theme.yaml:3",
            "互为上级（mine → yours → mine）",
        ),
        ({"themes/mine/theme.yaml": "name：mine\n"}, "themes/mine/theme.yaml:1", "读不懂"),
        (
            {
                "themes/mine/theme.yaml": "parent: broadsheet\n",
                "themes/mine/templates/404.html": "<h1>\n{{ w.not_found.titel }}\n</h1>\n",
            },
            "themes/mine/templates/404.html:2",
            "titel",
        ),
        (
            {
                "themes/mine/theme.yaml": "parent: broadsheet\n",
                "themes/mine/templates/lists.html": "\n\n{% macro years() %}\n{% endfor %}\n",
            },
            "themes/mine/templates/lists.html:4",
            "endfor",
        ),
        (
            {"themes/mine/theme.yaml": "parent: broadsheet\n", "themes/mine/words/zh.yaml": "empty: 空\nnav: 栏目\n"},
            "themes/mine/words/zh.yaml:2",
            "nav 的写法与上级主题不同",
        ),
        (
            {"themes/mine/theme.yaml": "parent: broadsheet\n", "themes/mine/words/zh.yaml": "empty: [\n"},
            "themes/mine/words/zh.yaml:2",
            "主题的这一处用不了",
        ),
    ],
    ids=["no parent", "its own parent", "loop", "colon", "unknown name", "faulty template", "kind of word", "faulty words"],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, files: dict[str, str], place: str, said: str) -> None:
    """In both languages; the site that stands is not touched."""
    settings = sample_settings(tmp_path)
    printed(sample_archive(), settings)
    before = (settings.folders.site / "index.html").read_bytes()
    lay_out(tmp_path, files)
    outcome = printed(sample_archive(), sample_settings(tmp_path, theme="mine"))
    (problem,) = outcome.problems
    assert problem.place == place
    assert said in problem.what.zh
    assert re.search(r"[a-z]{3}", problem.what.en)
    assert problem.remedy.zh
    assert problem.remedy.en
    assert (settings.folders.site / "index.html").read_bytes() == before


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """An editor on Windows may save as GBK."""
    lay_out(tmp_path, {"themes/mine/theme.yaml": "parent: broadsheet\n"})
    template = tmp_path / "themes/mine/templates/404.html"
    template.parent.mkdir()
    template.write_bytes("<h1>没有这一页</h1>".encode("gbk"))
    (problem,) = printed(sample_archive(), sample_settings(tmp_path, theme="mine")).problems
    assert problem.file == "themes/mine/templates/404.html"
    assert "不是 UTF-8" in problem.what.zh


def test_a_grandchild_has_all_of_both(tmp_path: Path) -> None:
    """A parent may have a parent: the nearest wins, word by word."""
    lay_out(tmp_path, {
        "themes/old/theme.yaml": "parent: broadsheet\n", "themes/old/words/en.yaml": "nav: {people: Folk, places: Spots}\n",
        "themes/new/theme.yaml": "parent: old\n", "themes/new/words/en.yaml": "nav: {people: Neighbours}\n",
    })  # fmt: skip
    nav = open_theme("new", tmp_path, "en").words["nav"]
    assert (nav["people"], nav["places"], nav["topics"]) == ("Neighbours", "Spots", "Topics")


def test_a_theme_that_is_nowhere_is_a_wrong_call(tmp_path: Path) -> None:
    """As it is without parents."""
    with pytest.raises(CallError, match="nowhere"):
        open_theme("nowhere", tmp_path, "zh-Hans")
