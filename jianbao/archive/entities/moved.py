"""Addresses of entities that are known by another key now: two names made one, a person whose county became known."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.archive.entities.identify import Entities
from jianbao.archive.entities.pages import EntityPages
from jianbao.content.register import Address


def moved_addresses(register: Mapping[str, Address], entities: Entities, pages: EntityPages) -> dict[str, str]:
    """From an address that an entity was published under to the one it has now."""
    now = {
        (kind, old): one.entities[one.slug_of[new]].path
        for (kind, identified), (_, one) in zip(entities.by_kind(), pages.by_kind(), strict=True)
        for old, new in identified.renamed.items()
        if new in one.slug_of
    }
    found = ((one.address, now.get((one.kind, one.name), "")) for one in register.values())
    return {address: path for address, path in found if path and path != address}
