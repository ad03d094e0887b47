"""The register brought up to date: no address that was ever published stops working unnoticed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from jianbao.archive.model import Entity, Group, Redirect, Review, Waiting
from jianbao.archive.pages import page_of, page_path
from jianbao.content.register import NAME, Address
from jianbao.frozen import frozen
from jianbao.problems import Problem, Weight, Words

STANDING = frozenset(
    f"{area}/"
    for area in (
        "districts",
        "cities",
        "topics",
        "people",
        "places",
        "organizations",
        "series",
        "newspapers",
        "dates",
        "reporters",
        "data",
        "review",
        "about",
        "search",
    )
) | {"/"}
"""Addresses that every site has: the front page and the indexes."""
GONE = "gone"
NOTHING_MOVED: Mapping[str, str] = MappingProxyType({})


@frozen
class Registered:
    """The register as it should be written, and what follows from it."""

    addresses: Mapping[str, Address]
    redirects: tuple[Redirect, ...]
    review: tuple[Review, ...]
    problems: tuple[Problem, ...]
    waiting: tuple[Waiting, ...] = ()


def article_path(id: str) -> str:
    """The address of an article: a/7KQ2M9X/01/."""
    return f"a/{id}/"


def live_addresses(
    numbers: Mapping[str, int], pages: Iterable[str], *named: Iterable[tuple[str, Group | Entity]]
) -> dict[str, Address]:
    """Every address of this archive.

    `numbers` are those of the articles by id; `named` lists and entities with the key under which the slug was minted.
    """
    live = [Address(article_path(id), "article", number=number) for id, number in numbers.items()]
    live += [Address(page_path(id), "page") for id in pages]
    live += [Address(one.path, one.kind, name=key) for key, one in chain.from_iterable(named)]
    return {one.address: one for one in live}


def bring_up_to_date(
    old: Mapping[str, Address], live: Mapping[str, Address], told: Mapping[str, str], unread: Collection[str] = (),
    moved: Mapping[str, str] = NOTHING_MOVED,
) -> Registered:  # fmt: skip
    """The register with what is new, what has vanished and what people told (`_authority/redirects.yaml`).

    `unread` are ids of pages with articles that are there and could not be read: a missing article of theirs has not
    vanished. It waits, and the register has it as live. `moved` leads from the addresses of what is called otherwise now
    to its new ones: an article whose text another one has after a new reading, two persons made one.
    """
    problems: list[Problem] = []
    known = {**old, **live, **told_addresses(old, live, told, problems)}
    missing = [one for address, one in sorted(known.items()) if one.state == "live" and address not in live]
    moved = {address: now for address, now in moved.items() if now in known}
    waiting = [one.address for one in missing if one.address not in moved and is_unread(one, unread)]
    for one in missing:
        if one.address in moved:
            known[one.address] = redirected(one, moved[one.address])
        elif one.address not in waiting:
            known[one.address] = retire(one, problems)
    review = (vanished(one) for _, one in sorted(known.items()) if one.address not in told and is_gone(one, live))
    redirects = [follow(address, known, problems) for address, one in sorted(known.items()) if one.state == "redirect"]
    return Registered(
        known, tuple(filter(None, redirects)), tuple(review), tuple(problems),
        tuple(Waiting(address, page_above(address)) for address in waiting),
    )  # fmt: skip


def is_unread(one: Address, unread: Collection[str]) -> bool:
    """Whether the address is of an article that may be one of those that could not be read."""
    return one.kind == "article" and page_of_address(one.address) in unread


def told_addresses(
    old: Mapping[str, Address], live: Mapping[str, Address], told: Mapping[str, str], problems: list[Problem]
) -> dict[str, Address]:
    """The addresses that people want to lead elsewhere; one that is in use stays in use, which is told."""
    problems += (still_there(address) for address in sorted(told) if address in live)
    moved = {address: target for address, target in told.items() if address not in live}
    return {
        address: redirected(old.get(address, Address(address, "other")), target) for address, target in moved.items()
    }


def page_of_address(address: str) -> str:
    """The page of an article's address: a/7KQ2M9X/01/ → 7KQ2M9X."""
    return page_of(address.removeprefix("a/"))


def page_above(address: str) -> str:
    """The address of that page: a/7KQ2M9X/01/ → p/7KQ2M9X/."""
    return page_path(page_of_address(address))


def redirected(one: Address, target: str) -> Address:
    """The address as a person wants it: leading elsewhere, or gone."""
    return one._replace(state=GONE, target="") if target == GONE else one._replace(state="redirect", target=target)


def is_gone(one: Address, live: Collection[str]) -> bool:
    """Whether the address is of an article that has vanished from a page that is there."""
    page = page_above(one.address)
    return one.kind == "article" and one.state == "redirect" and one.target == page and page in live


def vanished(one: Address) -> Review:
    """What is to be looked at: it may have been deleted by mistake. It is told until somebody says where the address leads."""
    return Review(
        "vanished", page_above(one.address), "", f"文章 {one.address} 不在了，它的网址转到所在的版面",
        f"the article {one.address} is no longer there; its address leads to its page",
    )  # fmt: skip


def retire(one: Address, problems: list[Problem]) -> Address:
    """A vanished address: an article leads to its page, a list to its index; a page needs a person and stays as it was."""
    if one.kind == "page":
        problems.append(page_vanished(one.address))
        return one
    if one.kind == "article":
        return redirected(one, page_above(one.address))
    return one._replace(state="redirect", target=one.address.partition("/")[0] + "/")


def follow(address: str, known: Mapping[str, Address], problems: list[Problem]) -> Redirect | None:
    """Where a redirect leads in the end; None where it leads nowhere, which is told unless the page is told of already."""
    seen, target = {address}, known[address].target
    while target in known and known[target].state == "redirect" and target not in seen:
        seen.add(target)
        target = known[target].target
    end = known.get(target)
    if "://" in target or target in STANDING or (end and end.state == "live"):
        return Redirect(address, target.removeprefix("/"))
    if not end or end.state != GONE:
        problems.append(leads_nowhere(address, target))
    return None


def page_vanished(address: str) -> Problem:
    """A whole page is missing."""
    return Problem(
        f"content/{NAME}",
        Words(f"版面 {address} 发布过，现在 content/ 里没有了", f"the page {address} was published and is no longer in content/"),
        Words(f"恢复它的文件夹；若确实不要了，在 content/_authority/redirects.yaml 写一行“{address}: 新网址”或“{address}: gone”",
              f"restore its folder; or add to content/_authority/redirects.yaml '{address}: NEW ADDRESS' or '{address}: gone'"),
        paste=f"{address}: {GONE}",
    )  # fmt: skip


def leads_nowhere(address: str, target: str) -> Problem:
    """A redirect to an address that does not exist, or back to itself."""
    return Problem(
        "content/_authority/redirects.yaml",
        Words(f"{address} 转到 {target}，那里什么也没有", f"{address} leads to {target}, where nothing is"),
        Words(
            "写一个站内已有的网址，或以 https:// 开头的网址",
            "write an address of this site, or one that begins with https://",
        ),
    )


def still_there(address: str) -> Problem:
    """A redirect for an address that is in use."""
    return Problem(
        "content/_authority/redirects.yaml",
        Words(f"{address} 还在使用，这一行没有采用", f"{address} is in use; the line was left out"),
        Words("删掉这一行", "delete the line"),
        weight=Weight.WARNING,
    )
