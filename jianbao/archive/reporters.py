"""The lists by author: everybody who signs, in whatever role. A collective by-line is no person and gets no list."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.lists import Card, Lists, gather, make_lists
from jianbao.archive.slugs import held_slugs
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address
from jianbao.knowledge.bylines import Bylines
from jianbao.knowledge.told_people import ToldPeople

AREA = "reporters"


def list_reporters(
    fronts: Mapping[str, FrontMatter], bylines: Bylines, people: ToldPeople, register: Mapping[str, Address]
) -> Lists:
    """Lists of the articles in `fronts` (newest first) by the name of an author; who signs most often stands first."""
    members = gather((name, id) for id, front in fronts.items() for name in persons(front, bylines, people))
    names = sorted(members, key=lambda name: (-len(members[name]), name))
    return make_lists("reporter", AREA, [Card(name, name, name, name) for name in names], members,
                      held_slugs(register, "reporter"))  # fmt: skip


def persons(front: FrontMatter, bylines: Bylines, people: ToldPeople) -> tuple[str, ...]:
    """The names of the article's authors and of its photographers, as printed, each once; whom people hid is left out."""
    home = next(iter(front.districts), "")
    signed = [author.name for author in front.authors] + [caption.credit for caption in front.captions]
    return tuple(name for name in dict.fromkeys(signed) if bylines.is_person(name) and not people.hidden(name, home))
