"""By-lines and sign-offs: who wrote, photographed or sent it in, and in what role.

- `□本报记者 周俊英 通讯员 张波 文图`: a line under the headline
- `本报讯(记者朱江森)近日,…`: the opening of a news item
- `…发展新动能。(高创)`: a sign-off
- `记者 王晨 摄`: a credit
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from jianbao.content.article import Author
from jianbao.frozen import frozen
from jianbao.knowledge.bylines import is_person
from jianbao.knowledge.phrases import double_surnames, pairs, phrases, single_surnames
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
    rf"""(?:(?<=[。！？!?…”’"'）)])\s* | (?<=[{HAN}])\s+)          # after a stop, or after a space
    (?P<sign>(?:[{HAN}]{{0,6}}(?:记者|記者|通讯员|通訊員))?\s*
        [{HAN}]{{2,4}}(?:\s+[{HAN}]{{2,4}})?\s*
        (?:摄影报道|摄影|摄|攝影|攝|文/图|文图|供图))\s*$""",
    re.VERBOSE,
)
_INITIALS = r"(?:[A-Z]\.\s?)*[A-Z][A-Za-z'’-]+(?:\s(?:[A-Z]\.\s?)*[A-Z][A-Za-z'’-]+){0,3}"
_BY_LATIN = re.compile(
    rf"^\(?(?P<what>By|BY|Photo(?:graph)?s? by|PHOTO BY)\s(?P<names>{_INITIALS}(?:(?:,| and)\s{_INITIALS})*)\.?\)?$"
)
_LAST_OF_SIGN_OFF = frozenset(")）道影摄攝图")
"""The last character of any of the patterns here: most paragraphs need no more than a look at it."""
_CREDIT_IN_BRACKETS = re.compile(rf"\s*(?P<sign>[(（][{HAN}\s、]{{2,24}}[摄攝][)）])\s*$")
_PHOTO_LATIN = re.compile(rf"(?<=[.!?”\")])\s+(?P<sign>\(?Photo(?:graph)?s? by {_INITIALS}\)?\.?)\s*$")
_GLUED = tuple(re.compile(rf"(?<=[{HAN}])(?P<sign>[{HAN}]{{{length}}}\s*[摄攝])\s*$") for length in (3, 2))


@frozen
class Opening:
    """The opening of a news item: it ends at `end` (offset); `drops` says whether it stays out of the body."""

    end: int
    authors: tuple[Author, ...]
    drops: bool


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Role words, longest first, each with what may stand before it, and the role."""
    words = sorted(pairs("role_words").items(), key=lambda item: -len(item[0]))
    return tuple((word, re.compile(rf"[{HAN}]{{0,6}}?{word}"), role) for word, role in words)


def is_personal_name(text: str) -> bool:
    """Whether it has the form of a Chinese name: a known surname and one or two characters."""
    if not _NAME.match(text):
        return False
    if text[:2] in double_surnames() and len(text) > 2:
        return True
    return text[0] in single_surnames() and len(text) < 4


def parse_byline(text: str) -> tuple[Author, ...]:
    """The authors of a by-line, sign-off or credit; empty when it is none. A name stands once, in its first role."""
    latin = _BY_LATIN.match(text.strip())
    if latin:
        role = "photographer" if latin["what"].lower().startswith("photo") else "reporter"
        return tuple(Author(name.strip(" ."), role) for name in re.split(r"\s+and\s+|,\s*", latin["names"]))
    bare = fold_width(text).strip().strip("()").strip()
    marked = bool(_MARK.match(bare))
    bare = _MARK.sub("", bare)
    tail = _TAIL.search(bare)
    tail_role = _TAIL_ROLES[tail[1]] if tail else ""
    if tail:
        bare = bare[: tail.start()]
    bracketed = fold_width(text).strip()[:1] == "("
    authors = _names(bare, trusting=marked or (bool(tail_role) and bracketed))
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
    for name, role_here in _joined_names(_strip_role(token) for token in _SEPARATOR.split(text) if token):
        role = role_here or role
        if not name:
            continue
        glued = _parted_names(name) if role or trusting else ()
        if glued:
            authors += (Author(one, role or "writer") for one in glued)
            continue
        if name.split("·")[0] in phrases("verse_forms"):
            return ()
        certain = is_personal_name(name) or _FOREIGN_NAME.match(name) or not is_person(name)
        if not certain and not ((role or trusting) and _NAME.match(name)):
            return ()
        authors.append(Author(name, role or "writer"))
    return tuple(authors)


def _parted_names(token: str) -> tuple[str, ...]:
    """The names of a token that has lost the spaces between them, where it can be parted in one way only."""
    if len(token) < 4 or is_personal_name(token):
        return ()
    ways = list(_partings(token))
    return ways[0] if len(ways) == 1 and len(ways[0]) > 1 else ()


def _partings(token: str) -> Iterator[tuple[str, ...]]:
    if not token:
        yield ()
    for length in (2, 3, 4):
        if len(token) >= length and is_personal_name(token[:length]):
            yield from ((token[:length], *rest) for rest in _partings(token[length:]))


def _strip_role(token: str) -> tuple[str, str]:
    """The token without the role word it begins with, and that word's role."""
    rest = re.sub(r"^本[报報刊]", "", token)
    for word, pattern, role in _roles():
        found = pattern.match(rest) if word in rest else None
        if found:
            return rest[found.end() :].lstrip(":"), role
    return token, ""


def _joined_names(tokens: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names with the role words before them; a two-character name that is set with a space (`张 璠`) is one again."""
    out: list[tuple[str, str]] = []
    for name, role in tokens:
        if out and not role and len(name) == 1 and len(out[-1][0]) == 1:
            out[-1] = (out[-1][0] + name, out[-1][1])
        else:
            out.append((name, role))
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


def find_sign_off(text: str, *, caption: bool = False) -> tuple[int, tuple[Author, ...]] | None:
    """Where the sign-off or credit at the end of a paragraph begins, and whom it names.

    A caption has no stop before its credit, and often no space either (`…活动现场董立 摄`).
    """
    if text.rstrip()[-1:] not in _LAST_OF_SIGN_OFF and "hoto" not in text:
        return None
    for pattern in (_SIGN_OFF, _CREDIT, _CREDIT_IN_BRACKETS, _PHOTO_LATIN, *(_GLUED if caption else ())):
        found = pattern.search(text)
        if found:
            authors = parse_byline(found["sign"])
            if authors:
                return found.start("sign"), authors
    return None
