"""What people mistype in a front matter, found from the text itself, with the corrected line ready to paste."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jianbao.content.strict_yaml import NotYaml, pairs, read
from jianbao.content.yaml_text import scalar
from jianbao.problems import Problem, Words

_ENTRY = re.compile(r"(?P<head>\s*(?:- )?)(?P<key>[^\s:：#'\"-][^\s:：#]*)(?P<colon>\s*[:：]\s*)(?P<value>.*)")
_ITEM = re.compile(r"(?P<head>\s*- )(?P<value>.*)")
_CURLY = ("“”", "‘’")
_DASHES = re.compile(r"[-–—－─]{2,}\s*")


def find_mistyped(file: str, front: str, error: NotYaml) -> Problem:
    """The Problem of a front matter that YAML refuses: the first line with a known slip, else the line YAML names."""
    lines = front.splitlines()
    for number, line in enumerate(lines, start=1):
        slip = slip_in(line)
        if slip:
            what, paste = slip
            remedy = Words("把这一行换成下面这行", "replace the line with the one below")
            return Problem(file, what, remedy, number + 1, paste)
    return Problem(
        file,
        Words(f"文首的 YAML 读不懂（{error.reason}）", f"the front matter cannot be read ({error.reason})"),
        Words("每行写成“键: 值”，值里有冒号就加引号", "write each line as 'key: value', quote a value with a colon"),
        error.line + 1,
    )


def missing_open(file: str, text: str, keys: Iterable[str]) -> Problem | None:
    """The Problem of a file that begins with keys but without the line `---` above them."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    found = _ENTRY.fullmatch(first)
    if not (found and found["key"] in keys) and not _DASHES.fullmatch(first):
        return None
    return Problem(
        file,
        Words("文首缺少“---”这一行", "the line --- that opens the front matter is missing"),
        Words("第一行写三个减号", "make the first line three hyphens"),
        1,
        "---",
    )


def missing_close(file: str, text: str) -> Problem:
    """The Problem of a front matter that is never closed, at the line where `---` should stand."""
    lines = text.split("\n")
    number = next((n for n, line in enumerate(lines[1:], start=2) if not _belongs(line)), len(lines))
    return Problem(
        file,
        Words("文首的 YAML 没有用“---”结束", "the front matter is not closed with a line ---"),
        Words(f"在第{number}行写三个减号，单独一行", f"write three hyphens at line {number}, alone on the line"),
        number,
        "---",
    )


def _belongs(line: str) -> bool:
    if _DASHES.fullmatch(line):
        return False
    return bool(_ENTRY.fullmatch(line) or _ITEM.fullmatch(line) or line.startswith(("  ", "#")))


def slip_in(line: str) -> tuple[Words, str] | None:
    """What is wrong with one line, and the line as it should be; None where the line by itself is good."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    found = _ENTRY.fullmatch(line)
    if "\t" in line:
        words = Words("这一行有制表符（Tab），YAML 只认空格", "the line has a tab; YAML takes spaces only")
        return words, _without_tabs(line)
    if found and "：" in found["colon"]:
        words = Words("键后面是中文冒号“：”", "the colon after the key is a full-width one")
        return words, _mended(found["head"], found["key"], found["value"])
    if found and not _stands_alone(found["value"]):
        return _quoting(found["value"]), _mended(found["head"], found["key"], found["value"])
    item = _ITEM.fullmatch(line)
    if item and not found and not _stands_alone(item["value"]):
        return _quoting(item["value"]), item["head"] + scalar(_bare(item["value"]))
    if found and found["value"] and not found["colon"].endswith(" "):
        words = Words("冒号后面要有一个空格", "a space is wanted after the colon")
        return words, _mended(found["head"], found["key"], found["value"])
    return None


def _quoting(value: str) -> Words:
    if value.startswith(tuple("“”‘’")):
        return Words("YAML 的引号要用英文引号，不能用“ ”", "YAML's quotes are straight ones, not curly ones")
    if ": " in value or value.endswith(":"):
        return Words("值里有冒号，要加引号", "the value has a colon and wants quotes")
    return Words("这个值要加引号", "the value wants quotes")


def _stands_alone(value: str) -> bool:
    """Whether YAML takes `value` as one value behind a key."""
    if not value.strip():
        return True
    try:
        root = read(f"k: {value}\n")
        return root is not None and len(pairs(root) or ()) == 1
    except NotYaml:
        return False


def _mended(head: str, key: str, value: str) -> str:
    if not value.strip():
        return f"{head}{key}:"
    keep = _stands_alone(value) and not value.startswith(tuple("“”‘’"))
    return f"{head}{key}: {value.strip() if keep else scalar(_bare(value))}"


def _bare(value: str) -> str:
    """The value without the curly or unbalanced quotes that were meant as YAML's own."""
    value = value.strip()
    inner = value[1:-1]
    in_quotes = any(len(value) > 1 and value[0] in pair and value[-1] in pair for pair in _CURLY)
    return inner if in_quotes and not set(inner) & set("".join(_CURLY)) else value


def _without_tabs(line: str) -> str:
    stripped = line.lstrip()
    indent = line[: len(line) - len(stripped)].replace("\t", "  ")
    spaced = indent + stripped.replace("\t", " ").rstrip()
    found = _ENTRY.fullmatch(spaced)
    return _mended(found["head"], found["key"], found["value"]) if found else spaced
