"""What `check` proposes for the authority files: what may be one thing under two names, what no list knows, names seen once.

Nothing here is decided; every line says what to paste where, should it be true. A name that people told of already in
`different` is not proposed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations

from jianbao.archive.alike import alike_pairs, one_stroke_apart
from jianbao.archive.model import Archive, Entity, Group, Review
from jianbao.knowledge.districts import Districts

ONCE = 10
"""So many of the names seen once are told of each kind."""
ENDING = 2
"""Posts with these many last characters in common speak for one person: 发改委主任, 区发改委主任."""
CALLED = {"people": ("人物", "people"), "places": ("地点", "places"), "organizations": ("机构", "organizations")}


def candidates(archive: Archive, districts: Districts, settled: frozenset[str] = frozenset()) -> Iterator[Review]:
    """All proposals. `settled` are names of persons whom people told apart."""
    yield from persons_of_one_name(archive, settled)
    yield from persons_one_character_apart(archive, settled)
    yield from organizations_alike(archive)
    yield from topics_alike(archive.topics.values())
    yield from unknown_districts(archive.districts.values(), districts)
    yield from seen_once(archive)


def persons_of_one_name(archive: Archive, settled: frozenset[str]) -> Iterator[Review]:
    """Two persons of one name in one city, in different counties, whose posts are alike."""
    named: dict[str, list[Entity]] = {}
    for person in archive.people.values():
        named.setdefault(person.name, []).append(person)
    for name, people in sorted(named.items()):
        for one, other in combinations(sorted(people, key=lambda person: person.slug), 2):
            post = post_in_common(one, other)
            if name not in settled and post and city_of(one) and city_of(one) == city_of(other):
                yield same_person(archive, one, other, post)


def persons_one_character_apart(archive: Archive, settled: frozenset[str]) -> Iterator[Review]:
    """Two persons of one county and one post whose names differ in one character: most often one of them is misread."""
    at_home: dict[str, list[Entity]] = {}
    for person in archive.people.values():
        if len(person.name) > 2 and person.posts:
            at_home.setdefault(home_of(person, archive), []).append(person)
    for home, people in sorted(at_home.items()):
        by_name = {person.name: person for person in people}
        for first, second in alike_pairs(sorted(by_name)) if home else ():
            one, other = by_name[first], by_name[second]
            posts = {post.words for post in one.posts} & {post.words for post in other.posts}
            if posts and len(first) == len(second) and settled.isdisjoint((first, second)):
                yield same_person(archive, one, other, min(posts))


def same_person(archive: Archive, one: Entity, other: Entity, post: str) -> Review:
    """Two entries of the list of people that may be one person; the one with more articles is kept."""
    kept, left = sorted((one, other), key=lambda person: (-len(person.articles), person.slug))
    paste = f"- [{told(kept, archive)}, {told(left, archive)}]"
    return Review(
        "same-person", left.path, "_authority/people.yaml",
        f"{told(kept, archive)} 和 {told(left, archive)} 可能是同一人（{post}）；若是，在 same: 下加一行",
        f"{kept.name} and {left.name} may be one person; if so add under same: {paste}",
    )  # fmt: skip


def organizations_alike(archive: Archive) -> Iterator[Review]:
    """Two bodies of one county whose names differ in one character, or one of which is the end of the other."""
    at_home: dict[str, dict[str, Entity]] = {}
    for body in archive.organizations.values():
        at_home.setdefault(home_of(body, archive), {}).setdefault(body.name, body)
    for home, bodies in sorted(at_home.items()):
        names = sorted(bodies)
        pairs = {*one_stroke_apart(names), *(ends_of_others(names) if home else ())}
        for pair in sorted(pairs):
            one, other = (bodies[name] for name in pair)
            kept, left = sorted((one, other), key=lambda body: (-len(body.articles), -len(body.name), body.slug))
            yield Review(
                "same-organization", left.path, "_authority/organizations.yaml",
                f"“{kept.name}”和“{left.name}”可能是同一机构；若是，在 same: 下加一行",
                f"they may be one body; if so add under same: - [{kept.name}, {told(left, archive)}]",
            )  # fmt: skip


def ends_of_others(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of which one is the end of the other: 卫生局, 文峰区卫生局."""
    known = set(names)
    for name in sorted(known):
        for start in range(1, len(name) - 2):
            if name[start:] in known:
                yield name[start:], name


def topics_alike(topics: Iterable[Group]) -> Iterator[Review]:
    """A topic that is not in the vocabulary (it has no English name), beside one that is nearly called so."""
    groups = {topic.name: topic for topic in topics}
    for name, topic in sorted(groups.items()):
        near = get_close_matches(name, [other for other in groups if other != name], 1, 0.6)
        if near and not topic.note and (groups[near[0]].note or near[0] < name):
            yield Review(
                "near-topic", topic.path, "_authority/topics.yaml",
                f"主题“{name}”（{len(topic.articles)} 篇）和“{near[0]}”很像；请在文章里统一，或加进词表",
                f"they are nearly alike; use one of them in the articles, or add - {{name: {name}, slug: …, strong: [{name}]}}",
            )  # fmt: skip


def unknown_districts(groups: Iterable[Group], districts: Districts) -> Iterator[Review]:
    """A district that articles name and no table knows."""
    for group in sorted(groups, key=lambda group: group.slug):
        above, _, short = group.label.rpartition("/")
        if not districts.find(group.label) and short not in districts.named:
            yield Review(
                "unknown-district", group.path, "_authority/districts.yaml",
                f"不认识的地区“{group.label}”（{len(group.articles)} 篇）；没有写错就加进来",
                f"the district is not known; if it is right, add - {{name: {above or '城市'}/{short}}}",
            )  # fmt: skip


def seen_once(archive: Archive) -> Iterator[Review]:
    """The names that one article only has: one line a kind."""
    for kind, (zh, en) in CALLED.items():
        entities: Mapping[str, Entity] = getattr(archive, kind)
        names = sorted(one.label for one in entities.values() if len(one.articles) == 1)
        if names:
            more = "…" if len(names) > ONCE else ""
            shown = "、".join(names[:ONCE]) + more
            yield Review(
                "once", f"{kind}/", f"_authority/{kind}.yaml",
                f"只在一篇文章里出现的{zh} {len(names)} 个：{shown}", f"{en} named in one article only: {len(names)}",
            )  # fmt: skip


def post_in_common(one: Entity, other: Entity) -> str:
    """A post of the one that ends as one of the other's; empty where there is none."""
    endings = {post.words[-ENDING:] for post in other.posts}
    return next((post.words for post in one.posts if post.words[-ENDING:] in endings), "")


def city_of(entity: Entity) -> str:
    """The slug of its city, empty where it has none."""
    return next((slug for kind, slug in entity.above if kind == "city"), "")


def home_of(entity: Entity, archive: Archive) -> str:
    """The label of the county or city that it belongs to, empty where it has none."""
    for kind, slug in reversed(entity.above):
        group = (
            archive.districts.get(slug) if kind == "district" else archive.cities.get(slug) if kind == "city" else None
        )
        if group:
            return group.label
    return ""


def told(entity: Entity, archive: Archive) -> str:
    """How the authority files call it: 胡亚军@安阳市/文峰区."""
    home = home_of(entity, archive)
    return f"{entity.name}@{home}" if home else entity.name
