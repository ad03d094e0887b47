"""A city, a county-level district, and a place below it, as values."""

from __future__ import annotations

from jianbao.frozen import frozen


@frozen
class City:
    """A prefecture-level city, prefecture or league, a municipality, or a city that its province rules directly.

    `code` has 4 digits (6 where the province rules directly); `name` is 安阳市, `short` 安阳.
    """

    code: str
    name: str
    short: str
    province: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the full one first, each once."""
        return tuple(dict.fromkeys((self.name, self.short, *self.aliases)))


@frozen
class District:
    """A county, county-level city, urban district, or functional zone.

    `name` is the full name (安阳高新技术产业开发区), `short` what a paper calls it (高新区). `code` has 6 digits, or is
    empty where a person added the district without one. `city` is empty where the province rules directly.
    """

    code: str
    name: str
    short: str
    city: str
    province: str
    aliases: tuple[str, ...] = ()
    slug: str = ""
    """The address that a person chose for it; empty where it is made from the name and the code."""

    @property
    def label(self) -> str:
        """How articles name it: `安阳市/高新区`, or the name alone where there is no city over it (`济源市`)."""
        return f"{self.city}/{self.short}" if self.city else self.short

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the short one first, each once."""
        return tuple(dict.fromkeys((self.short, self.name, *self.aliases)))


@frozen
class Locality:
    """A place below the county: a town or street, a village or community, or what only people told of.

    `kind` is town, village, hamlet or estate. `code` has 9 digits for a town and 12 for a village, and is empty where
    people added the place. `above` is the label of what it belongs to (`安阳市/文峰区/宝莲寺镇` over 小营村), `district`
    that of its county (`安阳市/文峰区`), which `above` begins with. `told`: it stands in `places.yaml`.
    """

    code: str
    name: str
    kind: str
    above: str
    district: str
    aliases: tuple[str, ...] = ()
    told: bool = False

    @property
    def label(self) -> str:
        """What tells it apart: its name below everything above it."""
        return f"{self.above}/{self.name}" if self.above else self.name
