"""What followed from an edit of `content/_authority/`, told once: by the first build after it.

What the last build knew is kept in the cache: a digest of every file, and the names that the archive listed. Whatever else
changed between the two builds shows in the lists, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from jianbao.archive.load import AUTHORITY
from jianbao.archive.model import Archive, Article
from jianbao.archive.name_lists import KINDS, Changes, all_names, changes, name_lists
from jianbao.cli.program import program
from jianbao.kept import keep, read_kept
from jianbao.problems import Words
from jianbao.settings import Settings

FILE = "authority.json"
_FORM = "authority 1"
SHOWN = 5
"""So many names are told of each kind of change."""
DECIDES: Mapping[str, tuple[str, ...]] = {
    "people.yaml": ("people", "reporters"),
    "bylines.yaml": ("reporters", "people"),
    "places.yaml": ("places", "districts"),
    "districts.yaml": ("districts", "places"),
    "organizations.yaml": ("organizations",),
}
"""The lists that a file may change."""
CALLED: Mapping[str, Words] = {
    "people": Words("人物", "people"),
    "reporters": Words("记者", "reporters"),
    "places": Words("地点", "places"),
    "districts": Words("地区", "districts"),
    "organizations": Words("机构", "organizations"),
}


def tell_changes(archive: Archive, settings: Settings) -> tuple[Words, ...]:
    """What followed from the edits since the last build, a line a file; this build is remembered for the next."""
    cache = settings.folders.cache / FILE
    kept = read_kept(cache, _FORM)
    digests, lists = digests_of(settings.folders.content / AUTHORITY), name_lists(archive)
    keep(cache, _FORM, {"files": digests, "lists": lists})
    if kept is None:
        return ()
    edited = sorted(name for name in {*digests, *kept["files"]} if digests.get(name) != kept["files"].get(name))
    differing = {kind: changes(kept["lists"][kind], lists[kind], names_in(archive, kind)) for kind in KINDS if edited}
    return tuple(under(name, tuple(followed(name, differing, archive, settings))) for name in edited)


def digests_of(authority: Path) -> dict[str, str]:
    """The YAML files there with the digests of their bytes."""
    files = sorted(authority.glob("*.yaml"))
    return {file.name: blake2b(file.read_bytes(), digest_size=12).hexdigest() for file in files}


def followed(name: str, differing: Mapping[str, Changes], archive: Archive, settings: Settings) -> Iterator[Words]:
    """What followed from the edit of one file; nothing where no list changed."""
    if name == "topics.yaml":
        yield from topics_to_come(archive, settings)
    elif name == "learned.yaml":
        yield Words(
            f"新读的版面就会用它；旧版面要重读：{again()}", f"pages read from now on use it; older ones after {again()}"
        )
    elif name == "redirects.yaml":
        yield Words(f"现有转址 {len(archive.redirects)} 条", f"{len(archive.redirects)} redirects now")
    for kind in DECIDES.get(name, ()):
        if differing[kind].any:
            yield in_words(CALLED[kind], differing[kind])


def under(name: str, parts: tuple[Words, ...]) -> Words:
    """The line of a file."""
    said = parts or (Words("名单没有变化", "no list is different"),)
    return Words(
        f"{name} 改了：{'；'.join(part.zh for part in said)}", f"{name} changed: {'; '.join(part.en for part in said)}"
    )


def in_words(called: Words, change: Changes) -> Words:
    """How a list differs: counts, and the first names of each."""
    parts = [
        Words(f"{zh} {len(names)}（{some(names, '、')}）", f"{en} {len(names)} ({some(names, ', ')})")
        for zh, en, names in (
            ("合并", "merged", change.merged),
            ("不再列出", "gone", change.gone),
            ("新列出", "new", change.new),
        )
        if names
    ]
    if change.moved:
        parts.append(Words(f"文章数变了 {change.moved}", f"with another number of articles {change.moved}"))
    return Words(
        f"{called.zh}{'，'.join(part.zh for part in parts)}", f"{called.en}: {', '.join(part.en for part in parts)}"
    )


def some(names: tuple[str, ...], comma: str) -> str:
    """The first names, and whether there are more."""
    return comma.join(names[:SHOWN]) + ("…" if len(names) > SHOWN else "")


def names_in(archive: Archive, kind: str) -> frozenset[str]:
    """Every name under which something of a kind is known now."""
    return all_names(getattr(archive, kind).values())


def topics_to_come(archive: Archive, settings: Settings) -> Iterator[Words]:
    """The articles that would have other topics by the vocabulary as it is; a person's own are left as they are."""
    from jianbao.knowledge.topics import Topics
    from jianbao.reading.topics import topics_of

    topics = Topics.load(settings.folders.content / AUTHORITY)
    differ = [
        article
        for article in archive.articles.values()
        if not article.front.withheld and set(topics_of(*what_it_says(article), topics)) != set(article.front.topics)
    ]
    due = tuple(f"《{article.display}》" for article in differ if not article.edited)
    kept = len(differ) - len(due)
    if due:
        yield Words(
            f"按新词表，{len(due)} 篇文章的主题会不同（{some(due, '')}），要更新请运行 {again()}",
            f"by the new words {len(due)} articles would have other topics ({some(due, ' ')}); to bring them up to date: {again()}",
        )
    else:
        yield Words("没有文章的主题会不同", "no article would have other topics")
    if kept:
        yield Words(f"人改过的 {kept} 篇不动", f"edited by people: {kept}, not touched")


def what_it_says(article: Article) -> tuple[tuple[str, ...], str]:
    """The title lines and the text that its topics are read from."""
    front = article.front
    lines = (*front.kicker, front.title, *front.subtitle, front.section)
    return tuple(line for line in lines if line), "\n".join(
        (article.plain, *(caption.text for caption in front.captions))
    )


def again() -> str:
    """What to type so that pages are read again."""
    return f"{program()} clean --again"
