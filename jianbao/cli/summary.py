"""What came of a run: the counts, the address that was used, and where to look."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from jianbao.cli.console import Console
from jianbao.cli.host_limits import room_of_site
from jianbao.cli.program import program
from jianbao.frozen import frozen
from jianbao.problems import ExitCode, Problem, Weight, Words
from jianbao.settings import Settings

if TYPE_CHECKING:  # a verb that needs no press does not wait for its templates
    from jianbao.cli.site_inputs import SiteInputs
    from jianbao.press.published import Published
    from jianbao.reading.keeping.cleaned import Cleaned

_WEIGHT = attrgetter("weight")
HOME = "http://localhost:8000/"
"""The address that the press uses where none is known."""


@frozen
class Holdings:
    """How much the linked archive holds."""

    pages: int
    articles: int
    losses: int
    doubts: int


@frozen
class Outcome:
    """The results of the steps that were taken; a step that was not taken has none."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    cleaned: Cleaned | None = None
    holdings: Holdings | None = None
    published: Published | None = None
    inputs: SiteInputs | None = None
    """What the site was made from."""
    followed: tuple[Words, ...] = ()
    """What followed from edits of the authority files since the last build."""

    @property
    def exit_code(self) -> int:
        """SOME_INPUT_LEFT when a problem kept some input from being processed."""
        left = Weight.ERROR in map(_WEIGHT, self.problems)
        return ExitCode.SOME_INPUT_LEFT if left else ExitCode.DONE


def summarize(outcome: Outcome, console: Console) -> None:
    """Say what came of the run, in a handful of lines."""
    console.say()
    for line in _lines(outcome):
        console.say(line)


def _lines(outcome: Outcome) -> Iterator[str]:
    yield _counts(outcome)
    if outcome.cleaned is not None:
        yield f"  写入 written   content/ {outcome.cleaned.written}"
        if outcome.cleaned.skipped:
            yield f"  跳过 skipped   seeds/ {outcome.cleaned.skipped}（不是版面 no pages）"
    yield from edits_told(outcome)
    if outcome.published is not None:
        yield from _published(outcome.published, outcome.settings)
    if outcome.exit_code:
        yield "  有内容没能处理，见上面；其余都已完成 / some input was not processed, see above; all the rest is done"


def count_line(site: str, written: str, unchanged: str, removed: str) -> str:
    """How many files were written, left and removed."""
    return f"  写入 written   {site}/ {written}（未变 unchanged {unchanged}，移除 removed {removed}）"


def edits_told(outcome: Outcome) -> Iterator[str]:
    """What followed from edits of the authority files, in both languages."""
    for words in outcome.followed:
        yield f"  {words.zh}\n      {words.en}"


def _counts(outcome: Outcome) -> str:
    """The archive as a whole where it was linked, else what reading says of the pages."""
    held = outcome.holdings or outcome.cleaned or Holdings(0, 0, 0, 0)
    numbers = held.pages, held.articles, held.losses, held.doubts
    names = ("版面 pages", "文章 articles", "缺失 losses", "疑点 doubts")
    return "  " + "   ".join(f"{name} {number}" for name, number in zip(names, numbers, strict=True))


def _published(published: Published, settings: Settings) -> Iterator[str]:
    yield count_line(
        settings.folders.site.name, str(published.written), str(published.unchanged), str(published.removed)
    )
    room = room_of_site(settings.folders.site.name, published.files, published.bytes, published.largest)
    for place, line in enumerate(room):
        yield f"  {line}" if place else f"  大小 size      {line}"
    yield f"  网址 address   {settings.address or HOME}"
    if not settings.address:
        yield (
            "      没有设置网址，所以订阅等处的完整网址用 localhost；发布前请在 archive.yaml 填 address\n"
            "      absolute addresses use localhost because no address is set (archive.yaml: address, or --base-url)"
        )
    yield f"  打开 look at   {settings.folders.site / 'index.html'}"
    yield f"  预览 preview   {program()} serve"
