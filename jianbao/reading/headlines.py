"""Headlines apart from their bodies: a text layer may print all large type first, and then the texts one after the other.

Where lines in the form of headlines stand in a row and as many texts follow, all but the first without a headline, the
lines are dealt out to the texts in their order, so that what a headline says is said in its text (after Gao et al. 2012,
who match headlines and bodies). They are dealt out only when that fits far better than leaving them where they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from jianbao.reading.cues import Cues
from jianbao.reading.fragments import Fragment, rearranged
from jianbao.reading.likeness import pairs_of
from jianbao.reading.reasons import reasons_of
from jianbao.reading.seams import SeamSense

_MOST_BODIES = 6
_LONGEST_HEAD = 45
"""Ems."""


class _Cluster(NamedTuple):
    """Lines in a row that may be headlines, and the texts after them: where each begins, and where the last one ends."""

    heads: tuple[int, ...]
    bodies: tuple[int, ...]
    end: int


def return_headlines(fragments: tuple[Fragment, ...], cues: Sequence[Cues], _sense: SeamSense) -> tuple[Fragment, ...]:
    """The fragments with displaced headlines before their texts, marked as moved; all as they were if there are none."""
    order: list[int] = []
    moved: set[int] = set()
    done = 0
    for cluster in _clusters(cues):
        dealt = _dealt_out(cluster, cues)
        order += range(done, cluster.heads[0])
        for number, body in enumerate(cluster.bodies):
            end = cluster.bodies[number + 1] if number + 1 < len(cluster.bodies) else cluster.end
            order += [*dealt[number], *range(body, end)]
            moved |= set(dealt[number]) if number else set()
        done = cluster.end
    return rearranged(fragments, [*order, *range(done, len(fragments))], moved)


def _clusters(cues: Sequence[Cues]) -> Iterator[_Cluster]:
    """The places of the page where headlines stand together and are clearly dealt out otherwise."""
    number = 0
    while number < len(cues):
        heads = _heads_from(cues, number)
        if len(heads) < 2:
            number += max(1, len(heads))
            continue
        first = heads[-1] + 1
        bodies, end = _bodies_from(cues, first)
        cluster = _Cluster(heads, bodies[: min(len(heads), _MOST_BODIES)], end)
        if len(cluster.bodies) < len(bodies):
            cluster = cluster._replace(end=bodies[len(cluster.bodies)])
        if len(cluster.bodies) > 1 and _fits_better(cluster, cues):
            yield cluster
        number = max(end, first + 1)


def _heads_from(cues: Sequence[Cues], number: int) -> tuple[int, ...]:
    heads = []
    while number < len(cues) and _is_head(cues[number]):
        heads.append(number)
        number += 1
    return tuple(heads)


def _is_head(cue: Cues) -> bool:
    text = cue.first_in_block and cue.size <= _LONGEST_HEAD and not (cue.prose or cue.closed or cue.pauses)
    other = cue.byline or cue.opening or cue.label or cue.noise or cue.running_head or cue.colophon or cue.jump
    return text and not other and not cue.repeated and (cue.chinese or cue.capitals or cue.title_case)


def _bodies_from(cues: Sequence[Cues], first: int) -> tuple[tuple[int, ...], int]:
    """Where texts begin from `first` on, up to the next line in the form of a headline with a text below it."""
    bodies: list[int] = []
    number = first
    while number < len(cues) and not _is_new_head(cues, number):
        before = cues[number - 1]
        opens = _opens(cues[number]) and not (before.byline and before.marked)
        if number == first or opens:
            bodies.append(number)
        number += 1
    return tuple(bodies), number


def _opens(cue: Cues) -> bool:
    return cue.opening is not None or (bool(cue.byline) and cue.marked)


def _is_new_head(cues: Sequence[Cues], number: int) -> bool:
    """Whether a headline stands over its own text here."""
    heads = _heads_from(cues, number)
    after = heads[-1] + 1 if heads else len(cues)
    return after < len(cues) and _opens(cues[after])


def _dealt_out(cluster: _Cluster, cues: Sequence[Cues]) -> list[tuple[int, ...]]:
    """The lines of each text: every text has one at least, and the whole fits best."""
    fit = _fit(cluster, cues)
    lines, texts = len(cluster.heads), len(cluster.bodies)
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for text in range(texts):
        for end in range(text + 1, lines - (texts - text - 1) + 1):
            ways = [
                (
                    best[text, start][0] + sum(fit[line][text] for line in range(start, end)),
                    (*best[text, start][1], end),
                )
                for start in range(text, end)
                if (text, start) in best
            ]
            if ways:
                best[text + 1, end] = max(ways)
    cuts = (0, *best[texts, lines][1])
    return [cluster.heads[start:end] for start, end in pairwise(cuts)]


def _fits_better(cluster: _Cluster, cues: Sequence[Cues]) -> bool:
    """Whether every text is met by the lines dealt out to it, and the later ones far better than the first text is."""
    table = reasons_of("headlines")
    fit = _fit(cluster, cues)
    at = {head: line for line, head in enumerate(cluster.heads)}
    for text, lines in enumerate(_dealt_out(cluster, cues)):
        own = max(fit[at[line]][text] for line in lines)
        other = max(fit[at[line]][0] for line in lines) if text else 0.0
        if own < table["least"].weight or own - other < table["lead"].weight * (text > 0):
            return False
    return True


def _fit(cluster: _Cluster, cues: Sequence[Cues]) -> list[list[float]]:
    """For every line and text, the share of the line's pairs of characters that the text has, rare ones counting more."""
    ends = (*cluster.bodies[1:], cluster.end)
    texts = [
        pairs_of("".join(cue.text for cue in cues[start:end])) for start, end in zip(cluster.bodies, ends, strict=True)
    ]
    known = Counter(pair for text in texts for pair in text)
    weight = {pair: log((len(texts) + 1) / count) for pair, count in known.items()}
    unknown = log(len(texts) + 1)
    out = []
    for head in cluster.heads:
        own = pairs_of(cues[head].text)
        total = sum(weight.get(pair, unknown) for pair in own) or 1.0
        out.append([sum(weight[pair] for pair in own & text) / total for text in texts])
    return out
