"""The words of the interface in one language: counts, dates and names of kinds, from the theme's words/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jianbao.frozen import frozen
from jianbao.press.printed_date import PrintedDate, read_edtf


@frozen
class Wording:
    """The table of words; every lookup of a count or a date goes through here."""

    table: Mapping[str, Any]

    def amount(self, key: str, number: int) -> str:
        """`number` of something, in words (`12 篇`, `1 article`); the table may tell one from other."""
        form = self.table["amounts"][key]
        if not isinstance(form, str):
            form = form["one" if number == 1 else "other"]
        return str(form.format(n=f"{number:,}"))

    def name(self, family: str, key: str) -> str:
        """The word for a kind, a role or a rule; a key that the theme does not know stands for itself."""
        return str(self.table[family].get(key, key))

    def date(self, edtf: str, inferred: bool = False, form: str = "about") -> str:
        """A date as a reader says it (`2022年9月22日`, `2022年9月（约）`); the word for unknown where it is empty.

        An `inferred` one is approximate however exact it looks. `form` names the words that say so.
        """
        read = read_edtf(edtf)
        if read is None:
            return edtf or str(self.table["dates"]["unknown"])
        said = self.day(read)
        return said if read.whole and not inferred else str(self.table["dates"][form]).format(date=said)

    def paper(self, name: str, inferred: bool) -> str:
        """The name of a newspaper, marked where it is only inferred."""
        return str(self.table["newspaper_inferred"]).format(name=name) if name and inferred else name

    def day(self, printed: PrintedDate) -> str:
        """The bare date, as exactly as it is known, without a word on how sure it is."""
        form = "day" if printed.day else "month" if printed.month else "year"
        return str(self.table["dates"][form]).format(
            y=printed.year, m=printed.month, d=printed.day, name=self.month(printed.month)
        )

    def time(self, printed: str) -> str:
        """The month or the year `2022-09` or `2022` in words; nothing for nothing."""
        read = read_edtf(printed)
        return self.day(read) if read else ""

    def month(self, number: int) -> str:
        """The name of a month from 1 to 12; nothing for 0."""
        return str(self.table["dates"]["months"][number - 1]) if number else ""
