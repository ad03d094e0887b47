"""/data/: everything to take away, a volume a year, and a page that says what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from jianbao.press.article_record import FIELDS
from jianbao.press.edition import Edition
from jianbao.press.sheet import Late, Sheet, mark_of
from jianbao.press.stubs import Stubs
from jianbao.press.volume import HOME, Volume, Weighed, months_by_year


def data_sheets(edition: Edition, stubs: Stubs) -> Iterator[Sheet]:
    """The volumes and then their page, which tells what each of them weighs."""
    volumes = [Volume(edition, stubs, year, months) for year, months in months_by_year(edition, stubs).items()]
    yield from volume_sheets(edition, volumes, volumes)


def volume_sheets(edition: Edition, volumes: Sequence[Volume], differing: Sequence[Volume]) -> Iterator[Sheet]:
    """The volumes that may be differing, and the page of all."""
    yield from (volume.sheet() for volume in differing)
    view = {
        "fields": FIELDS,
        "rows": [volume.row for volume in volumes],
        "weighed": Late(mark_of([volume.sheet().mark for volume in volumes]), partial(_weigh_all, volumes)),
        "newspapers": edition.settings.newspapers,
    }
    yield edition.page("data.html", HOME, view)


def _weigh_all(volumes: Sequence[Volume]) -> list[Weighed]:
    return [volume.weighed() for volume in volumes]
