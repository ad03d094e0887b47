"""content/_register.csv: every address ever published, so that none ever stops working.

Sorted, one address a line, merged by git as a union: a line that came twice is folded, two lines that contradict each
other are told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from jianbao.problems import Problem, Words

NAME = "_register.csv"
STATES = ("live", "redirect", "gone")
"""What an address can be; where two lines contradict each other, the earlier of these wins."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address below the site's root (`a/7KQ2M9X/01/`), what it shows, and where it leads when it is a redirect."""

    address: str
    kind: str
    state: str = "live"
    target: str = ""
    name: str = ""


_HEADER = tuple(field.name for field in fields(Address))


def parse_register(text: str, file: str = "content/" + NAME) -> tuple[dict[str, Address], tuple[Problem, ...]]:
    """The addresses in `text` by their address, and what is wrong with its lines."""
    addresses: dict[str, Address] = {}
    problems = []
    for number, row in enumerate(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")), start=1):
        if not row or tuple(row) == _HEADER:
            continue
        if len(row) != len(_HEADER) or row[2] not in STATES:
            problems.append(_unreadable(file, number, row))
            continue
        new = Address(*row)
        old = addresses.setdefault(new.address, new)
        if (old.kind, old.state, old.target) != (new.kind, new.state, new.target):
            problems.append(_contradiction(file, number, old, new))
        addresses[new.address] = min(old, new, key=lambda one: (STATES.index(one.state), one))
    return addresses, tuple(problems)


def register_text(addresses: Iterable[Address]) -> str:
    """The text of the register: a header and the addresses in order."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows(astuple(address) for address in sorted(addresses))
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
