"""Who is one person: a name and a county, as far as posts and people (people.yaml) do not say otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jianbao.archive.entities.naming import Identified, Identity, Naming, joined, other_forms
from jianbao.archive.entities.reach import COUNTRY, home_of, wider
from jianbao.archive.names.found import PersonFound
from jianbao.archive.names.passage import Passage
from jianbao.archive.passages import main_district
from jianbao.knowledge.districts import Districts
from jianbao.knowledge.person_cues import famous_people
from jianbao.knowledge.told_people import ToldPeople


class Person(NamedTuple):
    """A name and what the person belongs to: the label of a county, a city or province, 中国, or nothing."""

    name: str
    home: str

    @property
    def key(self) -> str:
        """The key in the register: 胡亚军@安阳市/文峰区."""
        return f"{self.name}@{self.home}" if self.home else self.name


class _Seen(NamedTuple):
    """A person in one article, as far as the article alone tells."""

    article: str
    person: Person
    found: PersonFound


def identify_people(
    found: Mapping[str, tuple[PersonFound, ...]], passages: Mapping[str, Passage], districts: Districts,
    told: ToldPeople,
) -> Identified:  # fmt: skip
    """The people written about, by key. Who is shielded or hidden, and who only signs, is not among them."""
    seen = [
        _Seen(id, Person(one.name, home_in(passages[id], one, districts)), one)
        for id, people in found.items()
        for one in people
        if one.spans and not one.shielded and not one.role
    ]
    meant = settle(seen, districts, told)
    namings: dict[str, list[Naming]] = {id: [] for id in found}
    public: dict[Person, bool] = {}
    forms: dict[Person, Counter[str]] = defaultdict(Counter)
    for one in seen:
        person = meant[one.article, one.person]
        if not told.hidden(person.name, person.home):
            namings[one.article].append(Naming(person.key, one.found.spans, one.found.name, one.found.post))
            public[person] = public.get(person, False) or one.found.public
            forms[person][one.found.name] += 1
    entities = {
        person.key: Identity(
            person.key,
            person.name,
            "person",
            person.home,
            other_forms(person.name, forms[person]),
            public=public[person],
        )
        for person in public
    }
    renamed = {person.key: meant[id, person].key for id, person in meant if meant[id, person] != person}
    return Identified(entities, {id: joined(named) for id, named in namings.items()}, renamed)


def home_in(passage: Passage, person: PersonFound, districts: Districts) -> str:
    """What somebody belongs to by the post, or by a name that everybody in the country knows."""
    if person.name in famous_people():
        return COUNTRY
    return home_of(person.post, main_district(passage), passage.city, districts)


def settle(seen: Iterable[_Seen], districts: Districts, told: ToldPeople) -> dict[tuple[str, Person], Person]:
    """Who each (article, person) is.

    A name without a post may be somebody known by one in the city or province above, or,
    where only the city is known, the one of that name in one of its counties.
    """
    seen = list(seen)
    posted = {one.person for one in seen if one.found.post}
    homes: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        homes[one.person.name].add(one.person.home)
    where = {
        person: placed(person, homes[person.name], posted, districts)
        for person in {one.person for one in seen}
        if person not in posted and len(homes[person.name]) > 1
    }
    meant = {}
    for one in seen:
        person = where.get(one.person, one.person)
        meant[one.article, one.person] = Person(*told.person(person.name, person.home, one.article, one.found.post))
    return meant


def placed(person: Person, homes: Iterable[str], posted: set[Person], districts: Districts) -> Person:
    """The person whom a name without a post means most likely; itself where nobody else does."""
    above = next((home for home in wider(person.home, districts) if Person(person.name, home) in posted), "")
    if above:
        return Person(person.name, above)
    below = list(inside(person.home, homes, districts))
    return Person(person.name, below[0]) if len(below) == 1 else person


def inside(home: str, homes: Iterable[str], districts: Districts) -> Iterator[str]:
    """Those of `homes` that lie in a city or province, or anywhere where `home` is empty."""
    return (one for one in sorted(homes) if one != home and (not home or home in wider(one, districts)))
