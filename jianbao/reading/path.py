"""The cheapest way to read a page: what every fragment is, where articles begin, what goes on with what.

A page is a row of fragments; a way through it gives each a place (`emission.Place`). The grammar of an article

    LABEL? KICKER* TITLE{0,2} SUBTITLE* BYLINE? (PARAGRAPH CONTINUATION* | SUBHEAD | CAPTION CREDIT?)+ CREDIT? | PHOTO+ CREDIT?

is a set of moves between states; a state also remembers what only a whole article knows: whether it has opened with
本报讯, how many sub-heads it has, which paragraph is still open. All costs are added over the page and the cheapest way
is taken (Viterbi); the costs forward and backward give the margin of every decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from jianbao.knowledge.lexicon import Lexicon
from jianbao.knowledge.weights import weights
from jianbao.reading.cues import Cues
from jianbao.reading.emission import Place, emission
from jianbao.reading.page import Reason
from jianbao.reading.seams import is_open, seam

_HOPELESS = 8.0
"""A place that costs as much is not tried (paragraphs always are)."""
_HEADS = frozenset({Place.KICKER, Place.TITLE, Place.SUBTITLE, Place.BYLINE})
_BODY = frozenset({Place.PARAGRAPH, Place.CONTINUATION, Place.SUBHEAD, Place.CAPTION, Place.CREDIT, Place.BYLINE})


@dataclass(frozen=True, slots=True)
class State:
    """Where the reading stands after a fragment: its place and what the article so far has shown.

    `body` is the number of the last body fragment (-1: none yet), `subheads` counts to two.
    """

    place: Place = Place.OUT
    body: int = -1
    titled: bool = False
    opened: bool = False
    subheads: int = 0
    large: bool = False
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A step of the way: fragment `number` takes `place` and leads to `state`; `starts` says that it begins an article."""

    place: Place
    state: State
    starts: bool
    reasons: tuple[Reason, ...]

    @property
    def cost(self) -> float:
        """The sum of the reasons."""
        return sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided for a fragment, the best way to decide otherwise, and how much dearer the page is then."""

    move: Move
    runner_up: str
    margin: float
    start_margin: float
    """How much dearer the page is when the fragment begins an article after all, or does not."""


def cheapest_path(cues: tuple[Cues, ...], lexicon: Lexicon) -> tuple[Choice, ...]:
    """The choice for every fragment on the cheapest way through the page."""
    if not cues:
        return ()
    grid = _Grid(cues, lexicon)
    return tuple(grid.choices())


class _Grid:
    """All ways through a page that are worth a look, with the costs of coming and of going on.

    Before every fragment each way may end its article: the cheapest of those ends is the one place from which the next
    article, label or banner begins.
    """

    def __init__(self, cues: tuple[Cues, ...], lexicon: Lexicon) -> None:
        self._grammar = _Grammar(cues, lexicon)
        self._length = len(cues)
        self._inner: list[list[tuple[State, Move, float]]] = []
        self._outer: list[list[tuple[Move, float]]] = []
        self._ended: list[tuple[float, State]] = []
        self._coming: list[dict[State, tuple[float, State, Move | None]]] = [{State(): (0.0, State(), None)}]
        for number in range(self._length):
            self._advance(number)
        self._ended.append(self._end(self._coming[-1]))

    def _end(self, states: dict[State, tuple[float, State, Move | None]]) -> tuple[float, State]:
        """The cheapest way to have ended by now, and the state it ended from."""
        return min(
            ((way[0] + _total(self._grammar.closing(state)), state) for state, way in states.items()),
            key=lambda end: end[0],
        )

    def _advance(self, number: int) -> None:
        here = self._coming[number]
        ended = self._end(here)
        inner = [(state, move, move.cost) for state in here for move in self._grammar.goes_on(state, number)]
        outer = [(move, move.cost) for move in self._grammar.begins(number)]
        reached: dict[State, tuple[float, State, Move | None]] = {}
        for cost, state, move in [
            *((here[state][0] + step, state, move) for state, move, step in inner),
            *((ended[0] + step, ended[1], move) for move, step in outer),
        ]:
            known = reached.get(move.state)
            if known is None or cost < known[0] - 1e-9:
                reached[move.state] = (cost, state, move)
        self._inner.append(inner)
        self._outer.append(outer)
        self._ended.append(ended)
        self._coming.append(reached)

    @cached_property
    def _going(self) -> list[dict[State, float]]:
        """The cheapest cost from a state after fragment n to the page's end."""
        going: list[dict[State, float]] = [{} for _ in range(self._length + 1)]
        going[-1] = {state: _total(self._grammar.closing(state)) for state in self._coming[-1]}
        for number in range(self._length - 1, -1, -1):
            after = going[number + 1]
            begin = min((step + after[move.state] for move, step in self._outer[number]), default=1e18)
            here = {state: begin + _total(self._grammar.closing(state)) for state in self._coming[number]}
            for state, move, step in self._inner[number]:
                here[state] = min(here[state], step + after[move.state])
            going[number] = here
        return going

    def choices(self) -> Iterator[Choice]:
        """The choice for every fragment, in order."""
        best = self._ended[-1][0]
        for number, move in enumerate(self._best_way()):
            after = self._going[number + 1]
            by_place: dict[Place, float] = {}
            by_start = {True: 1e18, False: 1e18}
            for cost, other in [
                *((self._coming[number][state][0] + step, other) for state, other, step in self._inner[number]),
                *((self._ended[number][0] + step, other) for other, step in self._outer[number]),
            ]:
                total = cost + after[other.state]
                by_place[other.place] = min(total, by_place.get(other.place, 1e18))
                by_start[other.starts] = min(total, by_start[other.starts])
            others = sorted((cost, place) for place, cost in by_place.items() if place is not move.place)
            cost, place = others[0] if others else (best + 99.0, Place.OUT)
            yield Choice(move, place.value, cost - best, min(by_start[not move.starts] - best, 99.0))

    def _best_way(self) -> list[Move]:
        state = self._ended[-1][1]
        way: list[Move] = []
        for number in range(self._length, 0, -1):
            _, state, move = self._coming[number][state]
            assert move is not None
            way.append(move)
        return way[::-1]


def _total(reasons: tuple[Reason, ...]) -> float:
    return sum(reason.weight for reason in reasons)


class _Grammar:
    """The moves that the grammar of a page allows from a state, each with its reasons."""

    def __init__(self, cues: tuple[Cues, ...], lexicon: Lexicon) -> None:
        self._cues = cues
        self._lexicon = lexicon
        self._path = weights()["path"]
        self._seams: dict[tuple[int, int], tuple[Reason, ...]] = {}
        self._emissions: dict[tuple[Place, int], tuple[Reason, ...]] = {}
        self._indents = any(cue.head.value == "short" for cue in cues)

    def goes_on(self, state: State, number: int) -> Iterator[Move]:
        """All moves over fragment `number` that stay inside the article of the state."""
        reasons = self._hopeful(Place.FURNITURE, number)
        if reasons is not None:
            yield Move(Place.FURNITURE, state, False, reasons)
        if state.place in _HEADS and state.body < 0:
            yield from self._within_head(state, number)
        if state.body >= 0 or state.place in _HEADS or state.place is Place.CAPTION:
            yield from self._within_body(state, number)
        if state.place is Place.PHOTO:
            yield from self._within_photo(state, number)

    def closing(self, state: State) -> tuple[Reason, ...]:
        """What it costs to end the article here."""
        if state.place is Place.OUT:
            return ()
        reasons: list[Reason] = []
        if state.body < 0:
            reasons.append(self._reason("title_plain_end"))
        elif is_open(self._cues[state.body]):
            reasons.append(Reason("seam.loss", weights()["seam"]["loss"]))
        if state.place is Place.SUBHEAD:
            reasons.append(self._reason("sub_then_end"))
        if state.subheads == 1:
            reasons.append(Reason("subhead.single", weights()["subhead"]["single"]))
        if state.place is Place.PHOTO and not self._cues[state.body].credited:
            reasons.append(Reason("photo.uncredited", weights()["photo"]["uncredited"]))
        if state.body >= 0 and not state.large:
            reasons.append(self._reason("tiny_article"))
        return tuple(reasons)

    def _reason(self, name: str) -> Reason:
        return Reason(f"path.{name}", self._path[name])

    def _emit(self, place: Place, number: int) -> tuple[Reason, ...]:
        key = (place, number)
        if key not in self._emissions:
            self._emissions[key] = emission(place, self._cues, number)
        return self._emissions[key]

    def _hopeful(self, place: Place, number: int) -> tuple[Reason, ...] | None:
        reasons = self._emit(place, number)
        return reasons if _total(reasons) < _HOPELESS else None

    def begins(self, number: int) -> Iterator[Move]:
        """All moves over fragment `number` after an article has ended: the next one, a label, a banner."""
        for place in (Place.BANNER, Place.LABEL):
            reasons = self._hopeful(place, number)
            if reasons is not None:
                yield Move(place, State(), False, (self._reason("outside"), *reasons))
        cue = self._cues[number]
        article = self._reason("article")
        for place in (Place.KICKER, Place.TITLE):
            reasons = self._hopeful(place, number)
            if reasons is not None:
                extra = (self._overlap(number),) if place is Place.TITLE else ()
                yield Move(place, State(place, titled=place is Place.TITLE), True, (article, *reasons, *extra))
        headless = self._reason("headless" if cue.opening else "headless_plain")
        body = State(Place.PARAGRAPH, number, opened=cue.opening is not None, large=cue.size >= 24)
        yield Move(Place.PARAGRAPH, body, True, (article, headless, *self._emit(Place.PARAGRAPH, number)))
        photo = self._hopeful(Place.PHOTO, number)
        if photo is not None:
            after = State(Place.PHOTO, number, large=cue.size >= 16, photo=True)
            yield Move(Place.PHOTO, after, True, (article, *photo))

    def _overlap(self, number: int) -> Reason:
        """How many of the headline's pairs of characters the text after it has."""
        text = self._cues[number].text
        pairs = {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
        after = "".join(cue.text for cue in self._cues[number + 1 : number + 8])[:1500]
        share = sum(pair in after for pair in pairs) / len(pairs) if pairs else 0.0
        return Reason("path.overlap", self._path["overlap"] * share)

    def _within_head(self, state: State, number: int) -> Iterator[Move]:
        titled = state.titled
        allowed = {
            Place.KICKER: (Place.KICKER, Place.TITLE),
            Place.TITLE: (Place.TITLE, Place.SUBTITLE, Place.BYLINE),
            Place.SUBTITLE: (Place.SUBTITLE, Place.BYLINE),
            Place.BYLINE: (Place.SUBTITLE,),
        }[state.place]
        for place in allowed:
            reasons = self._hopeful(place, number)
            if reasons is None:
                continue
            extra: tuple[Reason, ...] = ()
            if place is Place.TITLE and state.place is Place.TITLE:
                extra = (self._second_line(number),)
            elif place is Place.TITLE:
                extra = (self._overlap(number),)
            elif place is Place.BYLINE:
                extra = (self._reason("title_byline"),)
            elif place is Place.SUBTITLE and state.place is Place.SUBTITLE and self._cues[number].dash:
                extra = (Reason("subtitle.second", weights()["subtitle"]["second"]),)
            after = replace(state, place=place, titled=titled or place is Place.TITLE)
            yield Move(place, after, False, (*reasons, *extra))
        photo = self._hopeful(Place.PHOTO, number) if state.place in (Place.TITLE, Place.SUBTITLE) else None
        if photo is not None:
            after = replace(state, place=Place.PHOTO, body=number, large=self._cues[number].size >= 16, photo=True)
            if self._cues[number - 1].gap:
                photo = (*photo, Reason("photo.title_gap", weights()["photo"]["title_gap"]))
            yield Move(Place.PHOTO, after, False, photo)

    def _capitals_before(self, number: int) -> bool:
        return number > 0 and self._cues[number - 1].capitals

    def _second_line(self, number: int) -> Reason:
        """One more line of the headline."""
        line, above = self._cues[number], self._cues[number - 1]
        name = "second_capitals" if line.capitals else "second_longer" if line.size > above.size else "second"
        return Reason(f"title.{name}", weights()["title"][name])

    def _within_body(self, state: State, number: int) -> Iterator[Move]:
        if state.photo or (state.place is Place.KICKER and state.body < 0):
            return
        cue = self._cues[number]
        large = state.large or cue.size >= 24
        open_before = state.body >= 0 and is_open(self._cues[state.body])
        lost = (Reason("seam.loss", weights()["seam"]["loss"]),) if open_before else ()
        yield Move(
            Place.PARAGRAPH,
            replace(state, place=Place.PARAGRAPH, body=number, opened=state.opened or bool(cue.opening), large=large),
            False,
            (*lost, *self._paragraph_reasons(state, number), *self._emit(Place.PARAGRAPH, number)),
        )
        if state.body < 0:
            return
        if state.place is not Place.SUBHEAD:
            after = replace(state, place=Place.CONTINUATION, body=number, large=large)
            yield Move(Place.CONTINUATION, after, False, self._seam(state.body, number))
        yield from self._asides(state, number, open_before)

    def _paragraph_reasons(self, state: State, number: int) -> tuple[Reason, ...]:
        cue = self._cues[number]
        if state.body < 0:
            if cue.opening:
                return (self._reason("title_opening"),)
            if state.place is Place.BYLINE:
                return ()
            return (self._reason("title_capitals" if self._capitals_before(number) else "title_plain"),)
        if cue.opening and cue.opening.drops:
            displaced = not state.titled and not state.opened
            return (self._reason("displaced_opening" if displaced else "second_opening"),)
        reasons: list[Reason] = []
        if state.place is Place.CREDIT or self._cues[state.body].sign_off:
            reasons.append(self._reason("after_sign_off"))
        if state.place is Place.BYLINE:
            reasons.append(self._reason("after_byline_end"))
        if cue.head.value == "full" and self._indents:
            name = "flush_spaced" if cue.chinese and self._spaced(number) else "flush"
            reasons.append(Reason(f"paragraph.{name}", weights()["paragraph"][name]))
        return tuple(reasons)

    def _spaced(self, number: int) -> bool:
        return self._cues[number].spaced

    def _asides(self, state: State, number: int, open_before: bool) -> Iterator[Move]:
        """Sub-heads, captions, credits and by-lines at the end."""
        for place in (Place.SUBHEAD, Place.CAPTION, Place.CREDIT, Place.BYLINE):
            reasons = self._hopeful(place, number)
            if reasons is None or (place is Place.BYLINE and state.place in _HEADS):
                continue
            if place is Place.SUBHEAD:
                extra = "interrupts" if open_before else "sibling" if state.subheads else ""
                if extra:
                    reasons = (*reasons, Reason(f"subhead.{extra}", weights()["subhead"][extra]))
                after = replace(state, place=place, subheads=min(2, state.subheads + 1))
            elif place is Place.CREDIT and state.place is Place.CAPTION:
                after = state
            elif place is Place.CREDIT and any(author.role == "photographer" for author in self._cues[number].byline):
                reasons = (*reasons, Reason("credit.of_prose", weights()["credit"]["of_prose"]))
                after = replace(state, place=place)
            else:
                if place is Place.CAPTION and open_before:
                    reasons = (*reasons, Reason("caption.interrupts", weights()["caption"]["interrupts"]))
                after = replace(state, place=place)
            yield Move(place, after, False, reasons)

    def _within_photo(self, state: State, number: int) -> Iterator[Move]:
        credit = self._hopeful(Place.CREDIT, number)
        if credit is not None:
            yield Move(Place.CREDIT, replace(state, place=Place.CREDIT), False, credit)
        photo = self._hopeful(Place.PHOTO, number)
        if photo is not None:
            more = Reason("photo.more", weights()["photo"]["more"])
            yield Move(Place.PHOTO, replace(state, body=number, large=True), False, (*photo, more))

    def _seam(self, left: int, right: int) -> tuple[Reason, ...]:
        key = (left, right)
        if key not in self._seams:
            self._seams[key] = seam(self._cues[left], self._cues[right], self._lexicon)
        return self._seams[key]
