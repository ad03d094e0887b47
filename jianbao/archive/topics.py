"""The lists by topic, in the order of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.lists import Card, Lists, gather, make_lists
from jianbao.archive.slugs import held_slugs
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address
from jianbao.knowledge.topics import Topics

AREA = "topics"


def list_topics(fronts: Mapping[str, FrontMatter], known: Topics, register: Mapping[str, Address]) -> Lists:
    """Lists of the articles in `fronts` (newest first). A topic that is not in the vocabulary stands behind, by name.

    Topics of the vocabulary have the slug it gives them, unless they were published under another one before.
    """
    members = gather((proper_name(name, known), id) for id, front in fronts.items() for name in front.topics)
    in_vocabulary = [topic for topic in known.topics if topic.name in members]
    cards = [Card(topic.name, topic.name, topic.name, "", topic.slug, note=topic.en) for topic in in_vocabulary]
    cards += [Card(name, name, name, name) for name in sorted(members) if name not in known.by_name]
    return make_lists("topic", AREA, cards, members, held_slugs(register, "topic"))


def slugs_in_use(fronts: Mapping[str, FrontMatter], lists: Lists, known: Topics) -> dict[str, str]:
    """The slug of every topic by the name that an article uses, which may be the English one."""
    used = {name for front in fronts.values() for name in front.topics}
    return {name: lists.slug_of[proper_name(name, known)] for name in used}


def proper_name(name: str, known: Topics) -> str:
    """The topic's own name where an article uses the English one; an unknown topic as written."""
    topic = known.by_name.get(name)
    return topic.name if topic else name
