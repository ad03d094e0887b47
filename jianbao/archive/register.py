"""The register brought up to date: no address that was ever published stops working unnoticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jianbao.archive.model import Group, Redirect, Review
from jianbao.archive.pages import page_of, page_path
from jianbao.content.register import NAME, Address
from jianbao.problems import Problem, Weight, Words

STANDING = frozenset(
    f"{area}/" for area in ("districts", "cities", "topics", "newspapers", "dates", "reporters", "review", "about", "search")
) | {"/"}
"""Addresses that every site has: the front page and the indexes."""
GONE = "gone"


@dataclass(frozen=True, slots=True)
class Registered:
    """The register as it should be written, and what follows from it."""

    addresses: Mapping[str, Address]
    redirects: tuple[Redirect, ...]
    review: tuple[Review, ...]
    problems: tuple[Problem, ...]


def article_path(id: str) -> str:
    """The address of an article: a/7KQ2M9X/01/."""
    return f"a/{id}/"


def live_addresses(articles: Iterable[str], pages: Iterable[str], groups: Iterable[tuple[str, Group]]) -> dict[str, Address]:
    """Every address of this archive. `groups` are (key, group): the key is the name under which the slug was minted."""
    live = [Address(article_path(id), "article") for id in articles]
    live += [Address(page_path(id), "page") for id in pages]
    live += [Address(group.path, group.kind, name=key) for key, group in groups]
    return {one.address: one for one in live}


def bring_up_to_date(old: Mapping[str, Address], live: Mapping[str, Address], told: Mapping[str, str]) -> Registered:
    """The register with what is new, what has vanished and what people told (`_authority/redirects.yaml`)."""
    known = {address: one for address, one in old.items() if address not in live} | dict(live)
    review: list[Review] = []
    problems: list[Problem] = []
    for address, target in sorted(told.items()):
        if address in live:
            problems.append(still_there(address))
        else:
            known[address] = redirected(known.get(address, Address(address, "other")), target)
    for address, one in sorted(known.items()):
        if one.state == "live" and address not in live:
            known[address] = retire(one, review, problems)
    redirects = tuple(follow(address, known, problems) for address, one in sorted(known.items()) if one.state == "redirect")
    return Registered(known, tuple(one for one in redirects if one), tuple(review), tuple(problems))


def redirected(one: Address, target: str) -> Address:
    """The address as a person wants it: leading elsewhere, or gone."""
    return replace(one, state=GONE, target="") if target == GONE else replace(one, state="redirect", target=target)


def retire(one: Address, review: list[Review], problems: list[Problem]) -> Address:
    """A vanished address: an article leads to its page, a list to its index; a page needs a person and stays as it was."""
    if one.kind == "page":
        problems.append(page_vanished(one.address))
        return one
    if one.kind == "article":
        target = page_path(page_of(one.address.removeprefix("a/")))
        review.append(
            Review("vanished", target, "", f"文章 {one.address} 不在了，它的网址转到所在的版面",
                   f"the article {one.address} is no longer there; its address leads to its page")
        )  # fmt: skip
        return replace(one, state="redirect", target=target)
    return replace(one, state="redirect", target=one.address.partition("/")[0] + "/")


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
        Words("写一个站内已有的网址，或以 https:// 开头的网址", "write an address of this site, or one that begins with https://"),
    )


def still_there(address: str) -> Problem:
    """A redirect for an address that is in use."""
    return Problem(
        "content/_authority/redirects.yaml",
        Words(f"{address} 还在使用，这一行没有采用", f"{address} is in use; the line was left out"),
        Words("删掉这一行", "delete the line"),
        weight=Weight.WARNING,
    )
