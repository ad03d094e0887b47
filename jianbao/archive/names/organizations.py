"""The bodies that an article names: the story. What was told comes first; then the names by rule; then their short forms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from jianbao.archive.names.found import OrganizationFound, Span
from jianbao.archive.names.organization_echoes import find_again, short_names
from jianbao.archive.names.organization_names import Named
from jianbao.archive.names.organizations_in_chinese import names_in_chinese
from jianbao.archive.names.organizations_in_english import names_in_english
from jianbao.archive.names.passage import Passage
from jianbao.archive.names.words import Words
from jianbao.knowledge.told_organizations import ToldOrganizations, told_names
from jianbao.knowledge.word_classes import WordClass


def find_organizations(
    passage: Passage, words: Words, told: ToldOrganizations, stems: Collection[str] = (), people: Collection[str] = ()
) -> tuple[OrganizationFound, ...]:
    """The bodies, each under the name printed, in the order in which they are first named.

    `words` are the passage's own; `stems` what its towns and villages are called for short; `people` names of persons
    that no body is called by.
    """
    texts = dict(passage.parts())
    local = {**dict.fromkeys(stems, WordClass.STEM), **dict.fromkeys(people, WordClass.OUTSIDE)}
    named: dict[str, tuple[Named, ...]] = {}
    for part, text in texts.items():
        by_rule = names_in_chinese(text, words.ends[part], local) if passage.is_chinese else names_in_english(text)
        wanted = [name for name in by_rule if text[name.start : name.end] not in told.never]
        named[part] = laid_over(wanted, find_again(text, dict(told_names(told))))
    if passage.is_chinese:
        known = {texts[part][name.start : name.end]: name.kind for part in named for name in named[part]}
        short = {name: kind for name, kind in short_names(known).items() if name not in told.never}
        named = {part: laid_over(find_again(texts[part], short), names) for part, names in named.items()}
    return tuple(gathered(texts, named))


def laid_over(names: Iterable[Named], over: Sequence[Named]) -> tuple[Named, ...]:
    """Both together in the order of the text; where two overlap the one of `over` counts, unless the other holds it."""
    names = tuple(names)
    kept = [
        one for one in over if not any(n.start <= one.start and one.end <= n.end and n[:2] != one[:2] for n in names)
    ]
    free = [name for name in names if not any(name.start < one.end and one.start < name.end for one in kept)]
    return tuple(sorted([*free, *kept]))


def gathered(texts: dict[str, str], named: dict[str, tuple[Named, ...]]) -> Iterable[OrganizationFound]:
    """Every name once, with all its places."""
    spans: dict[str, list[Span]] = {}
    kinds: dict[str, str] = {}
    for part, names in named.items():
        for start, end, kind in names:
            printed = texts[part][start:end]
            spans.setdefault(printed, []).append(Span(part, start, end))
            kinds[printed] = kinds.get(printed) or kind
    return (OrganizationFound(name, tuple(places), kinds[name] or "other") for name, places in spans.items())
