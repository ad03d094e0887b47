"""content/_register.csv: every address ever published, so that none ever stops working.

Sorted, one address a line, merged by git as a union: a line that came twice is folded, two lines that contradict each
other are told.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

from jianbao.problems import Problem, Words

NAME = "_register.csv"
STATES = ("live", "redirect", "gone")
"""What an address can be; where two lines contradict each other, the earlier of these wins."""


class Address(NamedTuple):
    """An address below the site's root (`a/7KQ2M9X/01/`), what it shows, and where it leads when it is a redirect.

    `number` is that of an article in the search index, from 0; -1 where there is none. It is never given twice.
    """

    address: str
    kind: str
    state: str = "live"
    target: str = ""
    name: str = ""
    number: int = -1


_HEADER = Address._fields
_NUMBER = re.compile("[0-9]{0,9}")


def parse_register(text: str, file: str = "content/" + NAME) -> tuple[dict[str, Address], tuple[Problem, ...]]:
    """The addresses in `text` by their address, and what is wrong with its lines."""
    addresses: dict[str, Address] = {}
    problems = []
    for number, row in enumerate(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")), start=1):
        if not row or tuple(row) in (_HEADER, _HEADER[:-1]):
            continue
        new = _address_of(row)
        if new is None:
            problems.append(_unreadable(file, number, row))
            continue
        old = addresses.setdefault(new.address, new)
        if old is new:
            continue
        if (old.kind, old.state, old.target) != (new.kind, new.state, new.target):
            problems.append(_contradiction(file, number, old, new))
        addresses[new.address] = _agreed(old, new)
    return addresses, tuple(problems)


def _address_of(row: list[str]) -> Address | None:
    """The address of a row, with or without a number: registers had none at first. None where it cannot be read."""
    if len(row) == len(_HEADER) - 1:
        row = [*row, ""]
    if len(row) != len(_HEADER) or row[2] not in STATES or not _NUMBER.fullmatch(row[-1]):
        return None
    address, kind, state, target, name, number = row
    return Address(address, kind, state, target, name, int(number or -1))


def _agreed(old: Address, new: Address) -> Address:
    """What two lines on one address say together: the state that wins, and the lower of their numbers."""
    first = min(old, new, key=lambda one: (STATES.index(one.state), one))
    return first._replace(number=min((one.number for one in (old, new) if one.number >= 0), default=-1))


def register_text(addresses: Iterable[Address]) -> str:
    """The text of the register: a header and the addresses in order."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows((*one[:-1], one.number if one.number >= 0 else "") for one in sorted(addresses))
    return out.getvalue()


def _contradiction(file: str, line: int, old: Address, new: Address) -> Problem:
    return Problem(
        file,
        Words(
            f"同一网址有两种说法：{new.address}（{old.state} {old.target}；{new.state} {new.target}）",
            f"two lines contradict each other: {new.address} ({old.state} {old.target}; {new.state} {new.target})",
        ),
        Words("留下对的一行，删掉另一行", "keep the line that is right and delete the other"),
        line,
    )


def _unreadable(file: str, line: int, row: list[str]) -> Problem:
    return Problem(
        file,
        Words(f"这一行读不懂：{','.join(row)}", f"the line cannot be read: {','.join(row)}"),
        Words("用 git 恢复这个文件", "restore the file from git"),
        line,
    )
