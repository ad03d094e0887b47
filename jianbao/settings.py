"""The archive's own settings (archive.yaml) and where its folders are: one typed object, all defaults visible here."""

from __future__ import annotations

from pathlib import Path

from jianbao.frozen import frozen


@frozen
class Newspaper:
    """A newspaper as archive.yaml describes it; `days` are the weekdays on which it comes out (1 is Monday), if told."""

    name: str
    nameplate: str = ""
    rights: str = ""
    days: tuple[int, ...] = ()


@frozen
class Folders:
    """Where things are, absolute."""

    archive: Path
    seeds: Path
    content: Path
    site: Path
    cache: Path


@frozen
class Settings:
    """Everything a run needs to know besides its input."""

    folders: Folders
    title: str = "剪报"
    subtitle: str = ""
    languages: tuple[str, ...] = ("zh-Hans",)
    address: str = ""
    """The site's absolute address with a slash at its end (`https://example.org/repo/`); empty where none is known."""
    timezone: str = "+08:00"
    newspapers: tuple[Newspaper, ...] = ()
    edit_url: str = ""
    """`https://github.com/NAME/REPO/edit/main/content/{file}`: where a reader can propose a correction; empty: nowhere."""
    theme: str = "broadsheet"
    nameplate: str = ""
    """The path below the archive's folder of a picture (SVG, PNG) that stands in the masthead; empty: the title is set."""
    raw_lines: bool = True
    """Whether pages of newspaper pages show every raw line beside what was read of it: half the site is made of that."""
    lead: str = ""
    """The id of the article that leads the front page; empty: the program chooses."""
    rights: str = ""
    contact: str = ""
    jobs: int = 0
    """Worker processes; 0: as many as the machine has cores."""
    plain: bool = False
    offline: bool = False
