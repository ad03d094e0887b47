"""The quick reader of front matter gives what the reader of YAML gives, or leaves the text to it."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.content.article import KEYS, FrontMatter
from jianbao.content.fences import Cut
from jianbao.content.front_text import front_text
from jianbao.content.front_yaml import read_yaml
from jianbao.content.own_hand import read_plainly
from tests.content.test_frontmatter import GOLD, articles

FRONT = GOLD.split("---\n")[1]
VALUES = st.sampled_from(
    ["周俊英", "reporter", "name: 李娟", "null", "'null'", "~", "''", "'2022-09'", "2022-09-31", "012", "- x", "a: b", "#", "文 # 注",
     "[[3, 9]]", "[[3, 9], [12, 12]]",
     "[[3 9]]", "[]", "{}", "“引”", "'it''s'", "'", "安阳市/文峰区 ", " x", "中：外", "a:", "news", "!x", "&a",
     "7KQ2M9X/01", "\t", "\ufeff", "…", "—— 记", "no", "1_0", "x\u2028y", "...", "---", "<<", "=", "?", "|", ">",
     "２０２２-０９", "٢٠٢٢", "ª", "_", "_x", "𬭎", "é e\u0301", "甲\u3000", "null null"]
)  # fmt: skip
INNER = ["name", "role", "text", "credit", "file", "lines", "on"]
LINES = st.one_of(
    st.sampled_from(FRONT.splitlines()),
    st.builds("{}{}: {}".format,
    st.sampled_from(["", "- ", "  ", "    "]), st.sampled_from([*KEYS, *INNER]), VALUES),
    st.builds("{}{}".format, st.sampled_from(["- ", "  ", "-", "  - ", ""]), VALUES),
    st.builds("{}:".format, st.sampled_from(KEYS)),
    st.text(max_size=6),
)  # fmt: skip


def agrees(front: str) -> bool:
    """Whether both readers give the same values, without a problem, or the quick one gives none."""
    plainly = read_plainly(front)
    if plainly is None:
        return True
    read, problems = read_yaml("a/01.md", Cut(front, ""))
    return not problems and read is not None and read.front == FrontMatter(**plainly)


@given(st.lists(LINES, max_size=6))
def test_any_lines_are_read_alike_or_left_alone(lines: list[str]) -> None:
    """However the lines of a front matter are mixed and mistyped."""
    assert agrees("".join(f"{line}\n" for line in lines))


@given(articles)
def test_what_we_write_is_read_alike(front: FrontMatter) -> None:
    """Whatever an article says."""
    assert agrees(front_text(front).split("---\n", 1)[1].rsplit("---\n", 1)[0])


def test_letters_and_digits_of_all_scripts_are_read_alike() -> None:
    """A value may begin with any of them, and hold any of them."""
    letters = [letter for letter in map(chr, range(sys.maxunicode + 1)) if re.fullmatch(r"[^\W_]", letter)]
    for start in range(0, len(letters), 500):
        some = letters[start : start + 500]
        front = f"title: {''.join(some)}\ntopics:\n" + "".join(f"- {letter}\n" for letter in some)
        assert read_plainly(front) is not None
        assert agrees(front)


@pytest.mark.parametrize(
    "change",
    ["", "title: 高新区：上半年“开门红”\n", "added: '2026-11-21'\n", "captions:\n- text: 会场\n  credit: 李娟\n"],
)
def test_an_ordinary_article_needs_no_yaml(change: str) -> None:
    """The articles of an archive are read the quick way; else the quick way would be none."""
    lines = [line for line in FRONT.splitlines(keepends=True) if not change.startswith(line.partition(":")[0] + ":")]
    assert read_plainly("".join(lines) + change) is not None
