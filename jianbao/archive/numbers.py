"""Numbers of articles: minted once, in the order of addition, and never given twice.

The search index knows an article by its number alone. A new page gets the numbers behind all others, whatever its day,
so that it renumbers nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.register import article_path
from jianbao.content.article import FrontMatter
from jianbao.content.register import Address


def number_articles(register: Mapping[str, Address], fronts: Mapping[str, FrontMatter]) -> dict[str, int]:
    """The number of every article by id, those of the register and new ones; `fronts` are in the order of the archive.

    New ones go by the day of addition, within a day as the archive has them. Of two articles with one number (two people
    added pages, and git joined their registers) the later by address gets a new one.
    """
    owners = numbers_in_use(register)
    given = {path: number for number, path in owners.items()}
    minted = 1 + max((one.number for one in register.values()), default=-1)
    waiting = sorted((id for id in fronts if article_path(id) not in given), key=lambda id: fronts[id].added)
    given |= {article_path(id): number for number, id in enumerate(waiting, start=minted)}
    return {id: given[article_path(id)] for id in fronts}


def numbers_in_use(register: Mapping[str, Address]) -> dict[int, str]:
    """The address to which each number belongs: the first that has it."""
    owners: dict[int, str] = {}
    for one in sorted(register.values()):
        if one.number >= 0:
            owners.setdefault(one.number, one.address)
    return owners
