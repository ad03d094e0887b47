"""What people told of organizations in `content/_authority/organizations.yaml`.

same:                                    # one body: the first name is the one that is kept
- [文峰区发展和改革委员会, 文峰区发改委, 区发改委@安阳市/文峰区]
add: [天子铝业, {name: 曙光, kind: school}]  # names that the rules miss, wherever they stand
not: [开展专项行动领导小组]                # what is no name
hide: [某公司, 光明厂@安阳市/文峰区]        # no page, no list, no link
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from jianbao.frozen import frozen
from jianbao.knowledge.authority import Misread, Told, text, unknown_keys
from jianbao.knowledge.told_names import Who, entries, groups, names, no_name, read_keys

FILE = "organizations.yaml"
KEYS = ("same", "add", "not", "hide")
EXAMPLE = "[文峰区发展和改革委员会, 文峰区发改委]"
KINDS = (
    "government", "party", "court", "company", "school", "hospital", "bank", "media", "association", "other",
)  # fmt: skip
"""The kinds of bodies, as in `archive.model.Named`."""


@frozen
class ToldOrganizations:
    """Everything that people told of organizations, and what could not be used of it.

    `added` are (name, kind); a name in `same` is found in the texts too. `hide` and `same` may say for which county.
    """

    same: tuple[tuple[Who, ...], ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    never: frozenset[str] = frozenset()
    hide: tuple[Who, ...] = ()
    misread: tuple[Misread, ...] = ()

    @classmethod
    def load(cls, authority: Path | None = None) -> ToldOrganizations:
        """What stands in `authority`; nothing where there is no such file."""
        if authority is None:
            return cls()
        told, misread = read_keys(authority / FILE, KEYS, f"same: [{EXAMPLE}]")
        if told is None:
            return cls(misread=tuple(misread))
        return cls(
            tuple(groups(told, misread, f"- {EXAMPLE}")),
            tuple(_added(told, misread)),
            frozenset(who.name for _, who in names(told, ("not",), misread)),
            tuple(who for _, who in names(told, ("hide",), misread)),
            tuple(misread),
        )

    def named(self, name: str, county: str) -> str:
        """What the body of this name is called, in articles on this county; the name itself where nobody told."""
        for first, *others in self.same:
            if any(who.means(name, county) for who in others):
                return first.name
        return name

    def hidden(self, name: str, county: str = "") -> bool:
        """Whether this body gets no page, stands in no list and in no data."""
        return any(who.means(name, county) for who in self.hide)


@lru_cache(maxsize=8)
def told_names(told: ToldOrganizations) -> tuple[tuple[str, str], ...]:
    """All names that are told to be names, with their kind (empty where nobody said), the longest first."""
    kinds = dict.fromkeys((who.name for group in told.same for who in group), "") | dict(told.added)
    names = [(name, kind) for name, kind in kinds.items() if name not in told.never]
    return tuple(sorted(names, key=lambda one: (-len(one[0]), one)))


def _added(told: Told, misread: list[Misread]) -> Iterator[tuple[str, str]]:
    for trail, value in entries(told, ("add",), misread):
        fields = value if isinstance(value, dict) else {"name": value}
        name, kind = text(fields, "name"), text(fields, "kind") or "other"
        if not name:
            misread.append(no_name(told, trail))
            continue
        misread += unknown_keys(told, trail, ("name", "kind")) if isinstance(value, dict) else ()
        if kind not in KINDS:
            all_kinds = ", ".join(KINDS)
            misread.append(
                told.wrong(
                    trail, f"没有“{kind}”这一类，按 other 处理。", f"There is no kind “{kind}”; it counts as other.",
                    f"可以写的有：{all_kinds}。", f"Known kinds: {all_kinds}.",
                )
            )  # fmt: skip
            kind = "other"
        yield name, kind
