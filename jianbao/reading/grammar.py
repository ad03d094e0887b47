"""The grammar of a page: what a fragment may be after what stands before it, and what each step costs.

    LABEL? KICKER* TITLE{0,2} SUBTITLE* BYLINE? (PARAGRAPH CONTINUATION* | SUBHEAD | CAPTION CREDIT?)+ CREDIT? | PHOTO+ CREDIT?
    TITLE? ADVERTISEMENT+

A jump line may stand after the headline or before it (上接), and anywhere in the body (下转); so may an inset, a photo
story that is an article of its own.

It is a set of moves between states. A state also remembers what only a whole article knows: whether it has opened with
本报讯, how many sub-heads it has, which paragraph is still open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.knowledge.torn_words import begins_inside
from jianbao.reading.cues import Cues
from jianbao.reading.emission import emission, emission_below
from jianbao.reading.fragments import Edge
from jianbao.reading.likeness import character_pairs
from jianbao.reading.page import Reason
from jianbao.reading.places import Place
from jianbao.reading.reasons import NOTHING, Weighed, both, rows_of, weigh
from jianbao.reading.seams import SeamSense, is_open, seam
from jianbao.reading.states import Move, State, move

_HOPELESS = 8.0
"""A place that costs as much is not tried (paragraphs always are)."""
_AFTER_HEAD = {
    Place.KICKER: (Place.KICKER, Place.TITLE),
    Place.TITLE: (Place.TITLE, Place.SUBTITLE, Place.BYLINE),
    Place.SUBTITLE: (Place.SUBTITLE, Place.BYLINE),
    Place.BYLINE: (Place.SUBTITLE,),
    Place.JUMP: (Place.KICKER, Place.TITLE, Place.BYLINE),
}
_ASIDES = (Place.SUBHEAD, Place.CAPTION, Place.CREDIT, Place.BYLINE)
_LEAST_INSET = 36
"""Ems: what is shorter and stands in the midst of a text is the caption of its picture."""
_HEADS = frozenset({Place.KICKER, Place.TITLE, Place.SUBTITLE, Place.BYLINE, Place.JUMP})


class Grammar:
    """The moves that the grammar of a page allows from a state, each with its reasons."""

    def __init__(self, cues: tuple[Cues, ...], sense: SeamSense) -> None:
        self._cues = cues
        self._seam_sense = sense
        self._seams: dict[tuple[int, int], Weighed] = {}
        self._paragraphs = [emission(Place.PARAGRAPH, cues, cue.number) for cue in cues]
        self._furniture = [emission_below(_HOPELESS, Place.FURNITURE, cues, cue.number) for cue in cues]
        self._hopes: list[dict[Place, Weighed | None]] = [{} for _ in cues]
        self._aside_hopes: dict[int, list[tuple[Place, Weighed]]] = {}
        self._open = [is_open(cue) for cue in cues]
        self._loss = self._weight("seam", "loss")
        self._overlaps: dict[int, Weighed] = {}
        self._last_opening = max((cue.number for cue in cues if cue.opening and cue.opening.drops), default=-1)
        self._indents = any(cue.head is Edge.SHORT for cue in cues)

    def goes_on(self, state: State, number: int) -> Iterator[Move]:
        """All moves over fragment `number` that stay inside the article of the state."""
        furniture = self._furniture[number]
        if furniture is not None:
            yield move(Place.FURNITURE, state, furniture)
        if state.special:
            yield from self._within_special(state, number)
        elif state.body >= 0:
            yield from self._within_body(state, number)
        elif state.place in _HEADS:
            yield from self._within_head(state, number)
            yield from self._below_head(state, number)
        cue = self._cues[number]
        if cue.jump is not None:
            yield from self._jumps(state, number)
        if cue.photographed and state.body >= 0 and not state.special:
            yield from self._insets(state, number)

    def closing(self, state: State) -> float:
        """What it costs to end the article here."""
        if state.place is Place.OUT:
            return 0.0
        if state.body < 0:
            cost = self._reason("title_plain_end").cost
        else:
            lost = state.place is not Place.ADVERTISEMENT and self._open[state.body]
            cost = (self._loss.cost if lost else 0.0) + (0.0 if state.large else self._reason("tiny_article").cost)
        if state.place is Place.SUBHEAD:
            cost += self._reason("sub_then_end").cost
        if state.subheads == 1:
            cost += self._weight("subhead", "single").cost
        if state.place is Place.PHOTO and not self._cues[state.body].credited:
            cost += self._weight("photo", "uncredited").cost
        return cost

    def _reason(self, name: str) -> Weighed:
        return rows_of("path")[name]

    def _weight(self, section: str, name: str) -> Weighed:
        return rows_of(section)[name]

    def _hopeful(self, place: Place, number: int) -> Weighed | None:
        known = self._hopes[number]
        if place not in known:
            known[place] = emission_below(_HOPELESS, place, self._cues, number)
        return known[place]

    def begins(self, number: int) -> Iterator[Move]:
        """All moves over fragment `number` after an article has ended: the next one, a label, a banner."""
        for place in (Place.BANNER, Place.LABEL):
            reasons = self._hopeful(place, number)
            if reasons is not None:
                yield move(place, State(), self._reason("outside"), reasons)
        cue = self._cues[number]
        article = self._reason("article")
        for place in (Place.KICKER, Place.TITLE):
            reasons = self._hopeful(place, number)
            if reasons is not None:
                extra = self._overlap(number) if place is Place.TITLE else NOTHING
                after = State(place, titled=int(place is Place.TITLE))
                yield move(place, after, article, reasons, extra, starts=True)
        headless = self._reason("headless" if cue.opening else "headless_plain")
        opened = cue.opening is not None or number >= self._last_opening
        body = State(Place.PARAGRAPH, number, opened=opened, large=cue.size >= 24)
        yield move(Place.PARAGRAPH, body, article, headless, self._paragraphs[number], starts=True)
        photo = self._hopeful(Place.PHOTO, number)
        if photo is not None:
            after = State(Place.PHOTO, number, large=cue.size >= 16, special=True)
            yield move(Place.PHOTO, after, article, photo, starts=True)
        advertisement = self._hopeful(Place.ADVERTISEMENT, number)
        if advertisement is not None:
            after = State(Place.ADVERTISEMENT, number, large=True, special=True)
            yield move(Place.ADVERTISEMENT, after, article, advertisement, starts=True)
        if cue.jump is not None and not cue.jump.forward:
            yield move(Place.JUMP, State(Place.JUMP), article, emission(Place.JUMP, self._cues, number), starts=True)

    def _overlap(self, number: int) -> Weighed:
        """How many of the headline's pairs of characters the text after it has."""
        if number not in self._overlaps:
            self._overlaps[number] = weigh([self._shared_pairs(number)])
        return self._overlaps[number]

    def _shared_pairs(self, number: int) -> Reason:
        pairs = character_pairs(self._cues[number].text)
        after = "".join(cue.text for cue in self._cues[number + 1 : number + 8])[:1500]
        share = sum(pair in after for pair in pairs) / len(pairs) if pairs else 0.0
        return Reason("path.overlap", self._reason("overlap").cost * share)

    def _within_head(self, state: State, number: int) -> Iterator[Move]:
        for place in _AFTER_HEAD[state.place]:
            reasons = self._hopeful(place, number)
            if reasons is None:
                continue
            after = state._replace(place=place, titled=min(2, state.titled + (place is Place.TITLE)))
            yield move(place, after, reasons, self._of_head(place, state, number))
        photo = self._hopeful(Place.PHOTO, number) if state.place in (Place.TITLE, Place.SUBTITLE) else None
        if photo is not None:
            after = State(Place.PHOTO, number, large=self._cues[number].size >= 16, special=True)
            extra = self._weight("photo", "title_gap") if self._cues[number - 1].gap else NOTHING
            yield move(Place.PHOTO, after, photo, extra)

    def _of_head(self, place: Place, state: State, number: int) -> Weighed:
        """What a line of the head costs more or less after the line above it."""
        if place is Place.TITLE:
            return self._further_line(state, number) if state.place is Place.TITLE else self._overlap(number)
        if place is Place.KICKER and self._cues[number].issuer and self._cues[number - 1].slogan:
            return self._weight("kicker", "after_slogan")
        if place is Place.BYLINE:
            return self._reason("title_byline")
        if place is Place.SUBTITLE and state.place is Place.BYLINE:
            return self._weight("subtitle", "after_byline")
        if place is Place.SUBTITLE and state.place is Place.SUBTITLE and self._cues[number].dash:
            return self._weight("subtitle", "second")
        return NOTHING

    def _opens_plainly(self, state: State, number: int) -> str:
        """What stands before a body that opens with nothing."""
        before = self._cues[number - 1]
        if state.place is Place.SUBTITLE and before.title_case:  # a deck, which stands below the headline
            before = self._cues[number - 2]
        return "title_capitals" if before.capitals else "title_notice" if before.notice_head else "title_plain"

    def _further_line(self, state: State, number: int) -> Weighed:
        """One more line of the headline."""
        line, above = self._cues[number], self._cues[number - 1]
        name = "second_capitals" if line.capitals else "second_longer" if line.size > above.size else "second"
        alike = abs(line.size - above.size) <= 1.5 and line.size <= 9
        if alike and not line.capitals and not above.label_like:
            name = "second_alike"
        third = self._weight("title", "third") if state.titled > 1 else NOTHING
        return both(self._weight("title", name), third)

    def _below_head(self, state: State, number: int) -> Iterator[Move]:
        """The first of the text below a headline, or an advertisement."""
        cue = self._cues[number]
        if state.place is not Place.KICKER:
            opened = state.titled > 0 or cue.opening is not None or number >= self._last_opening
            after = State(Place.PARAGRAPH, number, opened=opened, large=cue.size >= 24)
            yield move(Place.PARAGRAPH, after, self._after_head(state, number), self._paragraphs[number])
        if state.place is Place.BYLINE:
            subhead = self._hopeful(Place.SUBHEAD, number)
            if subhead is not None:
                yield move(Place.SUBHEAD, state._replace(place=Place.SUBHEAD, subheads=1), subhead)
        if state.place is Place.TITLE and (self._cues[number].advertises or self._cues[number - 1].advertises):
            advertisement = self._hopeful(Place.ADVERTISEMENT, number)
            if advertisement is not None:
                after = State(Place.ADVERTISEMENT, number, large=True, special=True)
                yield move(Place.ADVERTISEMENT, after, advertisement, self._reason("title_advertisement"))

    def _within_body(self, state: State, number: int) -> Iterator[Move]:
        cue = self._cues[number]
        open_before = self._open[state.body]
        opened = state.opened or number >= self._last_opening
        after = State(Place.PARAGRAPH, number, 0, opened, state.subheads, state.large or cue.size >= 24)
        paragraph = after if opened or cue.opening is None else after._replace(opened=True)
        lost = self._loss if open_before else NOTHING
        yield move(Place.PARAGRAPH, paragraph, lost, self._further_paragraph(state, number), self._paragraphs[number])
        if state.place is not Place.SUBHEAD and cue.listed == self._cues[state.body].listed:
            yield move(Place.CONTINUATION, after, self._seam(state.body, number))
        hopeful = self._hopeful_asides(number)
        if hopeful:
            yield from self._asides(state, hopeful, number)

    def _further_paragraph(self, state: State, number: int) -> Weighed:
        """What a paragraph costs more after what stands before it in the body."""
        cue = self._cues[number]
        if cue.opening and cue.opening.drops:
            return self._reason("second_opening" if state.opened else "displaced_opening")
        reasons = self._flush(number)
        if state.place is Place.BYLINE:
            reasons = both(self._reason("after_byline_end"), reasons)
        if state.place is Place.CREDIT or self._cues[state.body].sign_off:
            reasons = both(self._reason("after_sign_off"), reasons)
        return reasons

    def _after_head(self, state: State, number: int) -> Weighed:
        """What the first paragraph costs below a headline."""
        cue = self._cues[number]
        if cue.opening:
            return self._reason("title_opening")
        if state.place in (Place.BYLINE, Place.JUMP) or cue.comes:
            return NOTHING
        plain = self._reason(self._opens_plainly(state, number))
        return both(plain, self._reason("title_inside")) if begins_inside(cue.text) else plain

    def _flush(self, number: int) -> Weighed:
        """What it costs to begin a paragraph flush on a page that indents."""
        cue = self._cues[number]
        if cue.head is not Edge.FULL or not self._indents:
            return NOTHING
        return self._weight("paragraph", "flush_spaced" if cue.spaced else "flush")

    def _asides(self, state: State, hopeful: Sequence[tuple[Place, Weighed]], number: int) -> Iterator[Move]:
        """Sub-heads, captions, credits and by-lines at the end."""
        open_before = self._open[state.body]
        for place, reasons in hopeful:
            if place is Place.BYLINE and state.place in _HEADS:
                continue
            after, extra = state.at(place), ""
            if place is Place.SUBHEAD:
                extra = "interrupts" if open_before else "sibling" if state.subheads else ""
                after = after._replace(subheads=min(2, state.subheads + 1))
            elif place is Place.CREDIT and state.place is Place.CAPTION:
                after = state
            elif place is Place.CREDIT and any(author.role == "photographer" for author in self._cues[number].byline):
                extra = "of_prose"
            elif place is Place.CAPTION and open_before:
                extra = "interrupts"
            yield move(place, after, reasons, self._weight(place, extra) if extra else NOTHING)

    def _hopeful_asides(self, number: int) -> list[tuple[Place, Weighed]]:
        """What of them the fragment may be: the same for every state, and for most fragments nothing."""
        if number not in self._aside_hopes:
            hopes = [(place, self._hopeful(place, number)) for place in _ASIDES]
            self._aside_hopes[number] = [(place, reasons) for place, reasons in hopes if reasons is not None]
        return self._aside_hopes[number]

    def _within_special(self, state: State, number: int) -> Iterator[Move]:
        """More of a photo story or of an advertisement."""
        if state.place is Place.ADVERTISEMENT:
            advertisement = self._hopeful(Place.ADVERTISEMENT, number)
            if advertisement is not None:
                yield move(
                    Place.ADVERTISEMENT,
                    state._replace(body=number),
                    advertisement,
                    self._weight("advertisement", "more"),
                )
        if state.place is not Place.PHOTO:
            return
        credit = self._hopeful(Place.CREDIT, number)
        if credit is not None:
            yield move(Place.CREDIT, state.at(Place.CREDIT), credit)
        photo = self._hopeful(Place.PHOTO, number)
        if photo is not None:
            more = self._weight("photo", "after_credit" if self._cues[state.body].credited else "more")
            yield move(Place.PHOTO, state._replace(body=number, large=True), photo, more)

    def _insets(self, state: State, number: int) -> Iterator[Move]:
        """A photo story that stands in the midst of another text: an article of its own, and the text goes on after it."""
        reasons = self._hopeful(Place.INSET, number)
        if reasons is not None and self._cues[number].size >= _LEAST_INSET:
            yield move(Place.INSET, state, self._reason("article"), self._reason("inset"), reasons)

    def _jumps(self, state: State, number: int) -> Iterator[Move]:
        """A jump line is passed over: what stood before it goes on after it, if it does."""
        jump = self._cues[number].jump
        if jump is None:
            return
        if jump.forward and state.body >= 0:
            yield move(Place.JUMP, state, emission(Place.JUMP, self._cues, number))
        elif not jump.forward and state.place in _HEADS and state.body < 0:
            after = state.at(Place.JUMP)
            yield move(Place.JUMP, after, emission(Place.JUMP, self._cues, number))

    def _seam(self, left: int, right: int) -> Weighed:
        key = (left, right)
        if key not in self._seams:
            self._seams[key] = weigh(seam(self._cues[left], self._cues[right], self._seam_sense))
        return self._seams[key]
