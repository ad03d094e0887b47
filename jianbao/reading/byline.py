"""By-lines and sign-offs: who wrote, photographed or sent it in, and in what role.

- `□本报记者 周俊英 通讯员 张波 文图`: a line under the headline
- `本报讯(记者朱江森)近日,…`: the opening of a news item
- `…发展新动能。(高创)`: a sign-off
- `记者 王晨 摄`: a credit
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jianbao.content.article import Author
from jianbao.knowledge.bylines import is_person
from jianbao.knowledge.phrases import double_surnames, pairs, single_surnames
from jianbao.text.characters import HAN, fold_width

_MARK = re.compile(r"^[□■●○◎▲△◆◇★☆\ue000-\uf8ff]+\s*")
_TAIL_ROLES = {
    "文/图": "text-and-photo",
    "图/文": "text-and-photo",
    "文图": "text-and-photo",
    "图文": "text-and-photo",
    "摄影报道": "text-and-photo",
    "摄影": "photographer",
    "摄": "photographer",
    "供图": "photographer",
    "攝影": "photographer",
    "攝": "photographer",
    "报道": "",
    "報道": "",
    "報導": "",
    "整理": "",
}
_TAIL = re.compile(rf"\s*({'|'.join(map(re.escape, _TAIL_ROLES))})$")
_SEPARATOR = re.compile(r"[\s、,，;；/]+")
_FOREIGN_NAME = re.compile(rf"^[{HAN}]{{1,5}}(?:·[{HAN}]{{1,6}}){{1,2}}$")
_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_LEAD = re.compile(rf"^\s*【?本[报報][{HAN}]{{0,4}}?[讯訊]】?\s*(?P<names>[(（][^()（）]{{2,60}}[)）])?[\s:：]*")
_AGENCY = re.compile(
    rf"^\s*(?:据?新华社|人民日报|中新社)[{HAN}\d\s]{{0,16}}电\s*(?P<names>[(（][^()（）]{{2,60}}[)）])?"
)
_SIGN_OFF = re.compile(r"(?<=[。！？!?…”’\"'）)])\s*(?P<sign>[(（][^()（）]{2,36}[)）])\s*$")
_CREDIT = re.compile(
    rf"(?<=[。！？!?…”’\"'）)])\s*(?P<sign>(?:[{HAN}]{{0,6}}(?:记者|記者|通讯员|通訊員))?\s*[{HAN}]{{2,4}}(?:\s+[{HAN}]{{2,4}})?\s*"
    r"(?:摄影报道|摄影|摄|攝影|攝|文/图|文图|供图))\s*$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a news item: it ends at `end` (offset); `drops` says whether it stays out of the body."""

    end: int
    authors: tuple[Author, ...]
    drops: bool


@cache
def _roles() -> tuple[tuple[str, str], ...]:
    """Role words, longest first, with 本报 and 本刊 before them."""
    words = pairs("role_words")
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


def is_personal_name(text: str) -> bool:
    """Whether it has the form of a Chinese name: a known surname and one or two characters."""
    if not _NAME.match(text):
        return False
    if text[:2] in double_surnames() and len(text) > 2:
        return True
    return text[0] in single_surnames() and len(text) < 4


def parse_byline(text: str) -> tuple[Author, ...]:
    """The authors of a by-line, sign-off or credit; empty when it is none. A name stands once, in its first role."""
    bare = fold_width(text).strip().strip("()").strip()
    marked = bool(_MARK.match(bare))
    bare = _MARK.sub("", bare)
    tail = _TAIL.search(bare)
    tail_role = _TAIL_ROLES[tail[1]] if tail else ""
    if tail:
        bare = bare[: tail.start()]
    authors = _names(bare, trusting=marked or bool(tail_role))
    if tail_role == "text-and-photo":
        authors = tuple(Author(author.name, tail_role) for author in authors)
    elif tail_role and authors:
        authors = _photographed(authors)
    seen: dict[str, Author] = {}
    for author in authors:
        seen.setdefault(author.name, author)
    return tuple(seen.values())


def _photographed(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """`摄` speaks of the names after the last role word only."""
    last = authors[-1].role
    first = len(authors)
    while first and authors[first - 1].role == last:
        first -= 1
    return authors[:first] + tuple(Author(author.name, "photographer") for author in authors[first:])


def _names(text: str, trusting: bool) -> tuple[Author, ...]:
    """The names with their roles; empty when anything else stands between them. `trusting`: surnames may be unknown."""
    authors: list[Author] = []
    role = ""
    for token in _joined_names([token for token in _SEPARATOR.split(text) if token]):
        name, role_here = _strip_role(token)
        role = role_here or role
        if not name:
            continue
        certain = is_personal_name(name) or _FOREIGN_NAME.match(name) or not is_person(name)
        if not certain and not ((role or trusting) and _NAME.match(name)):
            return ()
        authors.append(Author(name, role or "writer"))
    return tuple(authors)


def _strip_role(token: str) -> tuple[str, str]:
    """The token without the role word it begins with, and that word's role."""
    rest = re.sub(r"^本[报報刊]", "", token)
    for word, role in _roles():
        found = re.match(rf"[{HAN}]{{0,6}}?{word}", rest)
        if found:
            return rest[found.end() :].lstrip(":"), role
    return token, ""


def _joined_names(tokens: list[str]) -> list[str]:
    """A two-character name that is set with a space (`张 璠`) is one token again."""
    out: list[str] = []
    for token in tokens:
        if out and len(token) == 1 and len(out[-1]) == 1:
            out[-1] += token
        else:
            out.append(token)
    return out


def find_opening(text: str) -> Opening | None:
    """The `本报讯(记者 …)` at the start of a paragraph, or an agency's dateline, which stays in the text."""
    for pattern, drops in ((_LEAD, True), (_AGENCY, False)):
        found = pattern.match(text)
        if found:
            names = found["names"]
            authors = parse_byline(names) if names else ()
            if names and not authors and drops:
                return Opening(found.start("names"), (), drops)
            return Opening(found.end(), authors, drops)
    return None


def find_sign_off(text: str) -> tuple[int, tuple[Author, ...]] | None:
    """Where the sign-off or credit at the end of a paragraph begins, and whom it names."""
    for pattern in (_SIGN_OFF, _CREDIT):
        found = pattern.search(text)
        if found:
            authors = parse_byline(found["sign"])
            if authors:
                return found.start("sign"), authors
    return None
