"""How far a person's post reaches: a county's head belongs to the county, a mayor to the city, a minister to the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jianbao.knowledge.districts import Districts

COUNTRY = "中国"

_COUNTRY = re.compile(r"^(?:原|前|时任)?(?:中共中央|中央|党中央|国务院|全国|国家|最高人民|总书记|中共|外交部|国防部)")
_PROVINCE = re.compile(
    r"^(?:原|前|时任|河\w)?(?:省|自治区)(?:委|长|政府|人大|政协|纪委|主席|[^市县区]{1,8}(?:厅|局|委|办))"
)
_CITY = re.compile(r"^(?:原|前|时任)?市(?!场|民|政道)")


@lru_cache(maxsize=1 << 14)
def home_of(post: str, county: str, city: str, districts: Districts) -> str:
    """The label of what a person with this post belongs to: the article's county (`安阳市/文峰区`), its city, province, or 中国.

    `county` and `city` are the article's, empty where unknown. A post that names no level says nothing: the county's.
    """
    known = districts.cities.get(city)
    if known is None:
        return county or city
    if _COUNTRY.match(post):
        return COUNTRY
    short = known.province.removesuffix("省").removesuffix("自治区")
    if _PROVINCE.match(post) or re.match(rf"{short}省?(?:委|省长|省委)", post):
        return known.province
    named = post.startswith((known.name, known.short)) and not any(_counties_in(post, known.name, districts))
    return known.name if named or _CITY.match(post) else county or known.name


@lru_cache(maxsize=1 << 14)
def wider(home: str, districts: Districts) -> tuple[str, ...]:
    """What a home lies in, the nearest first: 安阳市/文峰区 → 安阳市, 河南省, 中国."""
    if home in ("", COUNTRY):
        return ()
    above = home.rpartition("/")[0]
    if above:
        return (above, *wider(above, districts))
    city = districts.cities.get(home)
    return (city.province, COUNTRY) if city and city.province != home else (COUNTRY,)


def _counties_in(post: str, city: str, districts: Districts) -> Iterator[str]:
    return (d.short for d in districts.in_city.get(city, ()) if d.short in post)
