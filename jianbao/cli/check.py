"""`check`: what needs a person, most urgent first, and how near the archive is to the limits of the places that host it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from jianbao.archive.load import AUTHORITY
from jianbao.archive.model import Archive, Review
from jianbao.cli.arguments import Call
from jianbao.cli.console import SHOWN, Console
from jianbao.cli.host_limits import room_left
from jianbao.cli.progress import progress_on
from jianbao.cli.settings_of import settings_of
from jianbao.cli.summary import Outcome
from jianbao.problems import Words

KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "facts": Words("报纸和日期待考", "the paper and the day are unknown"),
        "newspaper": Words("不知道是什么报纸", "the paper is unknown"),
        "day": Words("日期待考", "the day is unknown"),
        "doubt": Words("读得没有把握", "read with doubt"),
        "loss": Words("缺文", "text is missing"),
        "district": Words("没有归入任何地区", "in no district"),
        "topic": Words("没有归入任何主题", "in no topic"),
        "reference": Words("所指的文章不存在", "a reference to nothing"),
        "vanished": Words("不在了的文章", "articles that are gone"),
        "record": Words("没有版面记录", "no record of the page"),
        "ledger": Words("没有台账", "no ledger"),
    }
)
"""The heads of the review list; a kind that is not here is called by its own name."""
PROPOSED: Mapping[str, Words] = MappingProxyType(
    {
        "same-person": Words("可能是同一人", "may be one person"),
        "same-organization": Words("可能是同一机构", "may be one organization"),
        "near-topic": Words("相近的主题", "topics nearly alike"),
        "unknown-district": Words("不认识的地区", "unknown districts"),
        "once": Words("只出现一次的名字", "names seen once"),
    }
)
"""The heads of what is proposed for the authority files."""


def run(call: Call, console: Console) -> int:
    """Link the archive without building it, and list what was found."""
    from jianbao.archive.link import link

    known = settings_of(call)
    folders = known.settings.folders
    progress = progress_on(console)
    archive = link(folders.content, folders.cache, plain=known.settings.plain, report=progress)
    progress.close()
    proposals = () if known.settings.plain else propose(archive, folders.content / AUTHORITY)
    outcome = Outcome(known.settings, (*known.problems, *archive.problems))
    console.tell(outcome.problems)
    for line in review_list(archive.review, None if console.verbose else SHOWN):
        console.answer(line)
    for line in proposal_list(proposals, None if console.verbose else SHOWN):
        console.answer(line)
    console.answer("\n存放限度 / room left at the hosts")
    for line in room_left(folders.site, folders.content, folders.seeds):
        console.answer(f"  {line}")
    return outcome.exit_code


def propose(archive: Archive, authority: Path) -> tuple[Review, ...]:
    """What people may want to add to the authority files, most useful first."""
    from jianbao.archive.candidates import candidates
    from jianbao.archive.review import by_urgency
    from jianbao.knowledge.districts import Districts
    from jianbao.knowledge.told_people import ToldPeople

    settled = frozenset(apart.who.name for apart in ToldPeople.load(authority).different)
    return by_urgency(candidates(archive, Districts.load(authority), settled))


FIRST = 10
"""So many lines stand at the head of the list, of whatever kind."""


def review_list(review: Iterable[Review], limit: int | None) -> Iterator[str]:
    """The most urgent lines of all kinds, then each kind with a head and a count; at most `limit` lines of a kind.

    `review` comes most urgent first, and so do the lines of a kind.
    """
    every = list(review)
    if not every:
        yield "没有需要人看的地方 / nothing needs a person"
    elif len(every) > FIRST:
        yield f"\n最先看 / first of all: {FIRST}"
        yield from (f"  {_told(line)}" for line in every[:FIRST])
    yield from by_kind(every, KINDS, limit)


def proposal_list(proposals: Iterable[Review], limit: int | None) -> Iterator[str]:
    """What is proposed for the authority files, in a section of its own; nothing where there is nothing."""
    every = list(proposals)
    if every:
        yield "\n可以补充到 content/_authority/ 的 / candidates for content/_authority/"
        yield from by_kind(every, PROPOSED, limit)


def by_kind(review: Iterable[Review], heads: Mapping[str, Words], limit: int | None) -> Iterator[str]:
    """Each kind with its head and a count, in the order of the heads; at most `limit` lines of a kind."""
    order = {kind: place for place, kind in enumerate(heads)}
    found = sorted(review, key=lambda line: (order.get(line.kind, len(order)), line.kind))
    for kind, group in groupby(found, key=lambda line: line.kind):
        lines = list(group)
        head = heads.get(kind, Words(kind, kind))
        yield f"\n{head.zh} / {head.en}: {len(lines)}"
        yield from (f"  {_told(line)}" for line in lines[:limit])
        if limit is not None and len(lines) > limit:
            yield f"  … 还有 {len(lines) - limit} 条，用 --verbose 全部列出 / {len(lines) - limit} more: --verbose lists all"


def _told(line: Review) -> str:
    """The file in content/ or the place on the site, the raw file with its line, what it is and how likely it is wrong."""
    place = f"content/{line.file}" if line.file else line.path
    raw = f"（seeds/{line.raw}）" if line.raw else ""
    likely = f" [{round(100 * line.urgency)}%]" if line.kind == "doubt" else ""
    return f"{place}{raw}{likely}: {line.zh} / {line.en}"
