"""`survey`: what only the whole archive can teach the reading of one page, written where a person can see it.

Learned are standing labels (short lines that stand on two pages or more and never before running prose of their own
kind), nameplates (what running heads call the paper), and English words that the archive writes with a hyphen. Pages
already read are not touched; what was learned counts from the next reading on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from jianbao.content.yaml_text import entry
from jianbao.frozen import frozen
from jianbao.knowledge.learned import FILE, Learned
from jianbao.problems import Problem, Words
from jianbao.reading.cues import Cues, gather_cues
from jianbao.reading.fragments import cut_into_fragments
from jianbao.reading.hyphens import spellings_of
from jianbao.reading.keeping.page_breaks import stretches
from jianbao.reading.keeping.seeds import find_raw_files
from jianbao.reading.keeping.whole_files import put
from jianbao.reading.lines import cut_into_blocks
from jianbao.reading.masthead import paper_of
from jianbao.settings import Settings
from jianbao.text.encoding import Decoded, decode

PAGES = 2
"""On as many pages a line must stand to be a label or a nameplate, and a word in a spelling."""
_HEAD = """\
# 由 `python build.py survey` 从全部版面学得，供以后读版面时用；下次 survey 会重写本文件。
# 学错的，请移到 never 之下：never 由人填写，不会被改动，其中的不再学。
# Learned from all pages by `python build.py survey`, used when pages are read from now on, and written anew by the next
# survey. What is wrong belongs under `never`: that list is yours, stays as it is, and is not learned again.
"""


@frozen
class Surveyed:
    """What was learned, over how many pages, and whether the file changed."""

    pages: int
    learned: Learned
    written: bool
    problems: tuple[Problem, ...] = ()


def survey(settings: Settings, report: Callable[[str, int, int], None] = lambda stage, done, total: None) -> Surveyed:
    """Look over all raw pages and write `_authority/learned.yaml`, if it is to say something else than before."""
    folder = settings.folders.content / "_authority"
    never = Learned.load(folder).never
    files = find_raw_files(settings.folders.seeds).files
    pages = [page for page in _texts((raw.path for raw in files), len(files), report) if page]
    learned = learn(pages, never)
    try:
        written = put(folder / FILE, _HEAD + learned_text(learned)) if pages else False
    except OSError as error:
        return Surveyed(len(pages), learned, False, (_locked(error),))
    return Surveyed(len(pages), learned, written)


def _texts(paths: Iterable[Path], total: int, report: Callable[[str, int, int], None]) -> Iterator[str]:
    """The pages that can be decoded; what cannot is told by `clean`."""
    for number, path in enumerate(paths, 1):
        decoded = decode(path.read_bytes())
        report("survey", number, total)
        if isinstance(decoded, Decoded):
            yield from (stretch.of(decoded.text) for stretch in stretches(decoded.text))


def learn(pages: list[str], never: tuple[str, ...] = ()) -> Learned:
    """What the texts of the pages teach; nothing of `never` is among it."""
    labels: Counter[str] = Counter()
    nameplates: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    for text in pages:
        cues = gather_cues(cut_into_fragments(cut_into_blocks(text)))
        labels.update({"".join(cue.text.split()) for cue, after in pairwise(cues) if _may_label(cue, after)})
        nameplates.update({paper for cue in cues if cue.running_head and (paper := paper_of(cue.text))})
        spellings.update(spellings_of(text))
    return Learned(
        labels=_often(labels, never),
        nameplates=_often(nameplates, never),
        spellings=tuple(
            word
            for word in _often(spellings, never)
            if "-" in word and spellings[word] > spellings[word.replace("-", "")]
        ),
        never=never,
    )


def _may_label(cue: Cues, after: Cues) -> bool:
    """A short line of Chinese that is no name, no slogan, no kicker of a place or body, and stands over a head or a picture."""
    short = cue.chinese and 2 <= cue.size <= 8 and " " not in cue.text and cue.text.isalnum()
    other = cue.byline or cue.issuer or cue.noise or cue.running_head or cue.colophon or any(map(str.isdigit, cue.text))
    return short and not other and (not after.prose or after.gap or cue.label)


def _often(counts: Counter[str], never: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(text for text, count in counts.items() if count >= PAGES and text not in never))


def learned_text(learned: Learned) -> str:
    """The file, without its heading."""
    lists = (
        ("labels", learned.labels),
        ("nameplates", learned.nameplates),
        ("spellings", learned.spellings),
        ("never", learned.never),
    )
    return "".join(f"{line}\n" for key, values in lists for line in _list(key, values))


def _list(key: str, values: tuple[str, ...]) -> Iterator[str]:
    if values:
        yield from entry(key, list(values))
    else:
        yield f"{key}: []"


def _locked(error: OSError) -> Problem:
    return Problem(
        f"content/_authority/{FILE}",
        Words(f"写不进去（{error.strerror}）", f"cannot be written ({error.strerror})"),
        Words("请在别的程序里关上它，再运行一次 survey", "close it in the other program and run survey again"),
    )
