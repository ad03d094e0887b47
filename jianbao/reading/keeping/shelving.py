"""A page as read → what is to stand in content/: files to write, files to take away, the page's record and its ledger.

Pure: nothing is read or written here. Ids stay with the text they were given to, people's edits stay in their files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from jianbao.content.edited import is_as_written
from jianbao.content.fences import even_out
from jianbao.content.front_text import article_text
from jianbao.content.frontmatter import parse
from jianbao.content.ledger_file import (
    Ledger,
    LedgerDecision,
    LedgerEdit,
    LedgerFurniture,
    LedgerPart,
    Written,
    raw_lines,
)
from jianbao.content.page_record import Correction, Jump, PageRecord
from jianbao.frozen import frozen
from jianbao.reading.keeping.for_review import Dispute, list_for_review, mark_of, still_open
from jianbao.reading.keeping.lines_of_file import counted_in_file, shifted_front, shifted_text
from jianbao.reading.keeping.matching import match
from jianbao.reading.keeping.merge import merge
from jianbao.reading.keeping.page_facts import facts_of, with_own_day, with_page_facts
from jianbao.reading.ledger import LOSS
from jianbao.reading.page import Edit, EditClass, Part, ReadArticle, ReadPage

_AROUND = 2
"""So many characters are shown before and behind a correction."""
_WORD = re.compile(r"[A-Za-z0-9]+|\S")


@frozen
class Present:
    """An article file that is there: its path below content/ and its text."""

    path: str
    text: str


@frozen
class Before:
    """What the page was before this reading: its folder, its record, what the machine last wrote, what is there now.

    `ledger` is None where there is none, as for a new page; then all text counts as a person's. `present` goes by id,
    `names` are those of all files in the folder. `moved` says how many lines further down its raw file the page stands now.
    """

    folder: str
    record: PageRecord
    ledger: Ledger | None
    present: Mapping[str, Present]
    names: frozenset[str] = frozenset()
    moved: int = 0


@frozen
class Shelving:
    """What is to be done: `texts` by path below content/, `removed` paths, and the page's record and ledger.

    `ledger` is None where there is none and the page was not read.
    """

    folder: str
    texts: Mapping[str, str]
    removed: tuple[str, ...]
    record: PageRecord
    ledger: Ledger | None
    changed_articles: int
    """How many files that are there will say something else, or be gone."""
    changed_words: int
    """How many of their characters (in Latin text: words) will be others."""


@frozen
class _Named:
    """An article of the new reading under its id: what the machine writes, what the file shall say, what to tell."""

    id: str
    article: ReadArticle
    path: str
    machine: str
    file: str | None
    conflicts: tuple[str, ...]


def shelve(page: ReadPage, before: Before, today: str) -> Shelving:
    """The new reading of a page, laid over what is there. `today` is the day (`2026-11-21`) that new articles get."""
    old = _old_texts(before)
    ids = _ids(page, before, old | _taken_back(before))
    named = [
        _name(article, article_id, before, old, today) for article_id, article in zip(ids, page.articles, strict=True)
    ]
    left = [article_id for article_id in old if article_id not in ids]
    removed = [article_id for article_id in left if _is_unedited(before, article_id)]
    texts = {one.path: one.file for one in named if one.file is not None} | _by_hand(page, before, ids, removed)
    taken_back = tuple(before.present[article_id].path for article_id in removed)
    record = _record(page, before, named, left, removed, texts)
    gone = _gone_by_us(before, ids, removed)
    changes = [change for one in before.present.values() if (change := _change(one, texts, taken_back))]
    return Shelving(before.folder, texts, taken_back, record, _ledger(page, named, gone), len(changes), sum(changes))


def _change(present: Present, texts: Mapping[str, str], taken_back: tuple[str, ...]) -> int:
    """How many characters or Latin words of a file will be others; 0 where it stays as it is."""
    new = "" if present.path in taken_back else texts.get(present.path, present.text)
    old_words, new_words = (_WORD.findall(even_out(text)) for text in (present.text, new))
    if old_words == new_words:
        return 0
    kept = sum(block.size for block in SequenceMatcher(None, old_words, new_words, False).get_matching_blocks())
    return max(len(old_words), len(new_words)) - kept


def _old_texts(before: Before) -> dict[str, str]:
    """The texts that ids stand for: what the machine last wrote, or, without a ledger, what is there."""
    if before.ledger is not None:
        return {written.id: written.text for written in before.ledger.written}
    return {article_id: present.text for article_id, present in before.present.items()}


def _by_hand(page: ReadPage, before: Before, ids: Iterable[str], removed: list[str]) -> dict[str, str]:
    """The files, by path, of articles that only people know of, with the facts of their page as they are now."""
    then, now = _facts_then(before), facts_of(article.front for article in page.articles)
    others = [one for article_id, one in before.present.items() if article_id not in {*ids, *removed}]
    texts = {one.path: shifted_text(one.text, before.record.raw_file, before.moved) for one in others}
    texts = {path: with_page_facts(text, then, now) for path, text in texts.items()}
    return {one.path: texts[one.path] for one in others if texts[one.path] != one.text}


def _facts_then(before: Before) -> dict[str, str]:
    """The facts of the page as the machine last wrote them."""
    written = (parse("", one.text)[0] for one in before.ledger.written) if before.ledger else ()
    return facts_of(article.front for article in written if article is not None)


def _taken_back(before: Before) -> dict[str, str]:
    """The texts of articles that a reading took back, those aside that are there again."""
    gone = before.ledger.taken_back if before.ledger else ()
    return {written.id: written.text for written in gone if written.id not in before.present}


def _gone_by_us(before: Before, ids: Iterable[str], removed: list[str]) -> tuple[Written, ...]:
    """What the ledger keeps of articles that this reading or an earlier one took back."""
    if before.ledger is None:
        return ()
    gone = {written.id: written for written in before.ledger.taken_back}
    gone |= {written.id: written for written in before.ledger.written if written.id in removed}
    return tuple(
        gone[article_id] for article_id in sorted(gone.keys() - {*ids, *(before.present.keys() - set(removed))})
    )


def _ids(page: ReadPage, before: Before, old: Mapping[str, str]) -> list[str]:
    """The id of each article of the reading: that of the old article it continues, else the next one."""
    likeness_texts = [_telling(text) for text in old.values()]
    continued = match([_telling_of(article) for article in page.articles], likeness_texts)
    old_ids = list(old)
    number = highest_number(before)
    ids = []
    for position in range(len(page.articles)):
        if position in continued:
            ids.append(old_ids[continued[position]])
        else:
            number += 1
            ids.append(f"{before.record.id}/{number:02}")
    return ids


def highest_number(before: Before) -> int:
    """The highest number that an article of the page has or had, or that a file of its folder is named by."""
    ids = (*before.record.articles, *before.record.deleted, *before.present)
    own = (article_id for article_id in ids if article_id.startswith(before.record.id + "/"))
    files = (re.match(r"\d{1,6}", name) for name in before.names)
    return max(
        before.record.numbered,
        *(int(article_id.partition("/")[2]) for article_id in own),
        *(int(found[0]) for found in files if found),
        0,
    )


def _telling(text: str) -> str:
    article, _ = parse("", text)
    return text if article is None else article.front.title + article.body


def _telling_of(article: ReadArticle) -> str:
    return article.front.title + article.body


def _name(article: ReadArticle, article_id: str, before: Before, old: Mapping[str, str], today: str) -> _Named:
    present = before.present.get(article_id)
    back = _taken_back(before)
    added = (
        _added(old.get(article_id, ""))
        or _added(back.get(article_id, ""))
        or (_added(present.text) if present else "")
        or today
    )
    front = shifted_front(article.front, before.record.raw_file, before.record.lines_before)
    machine = article_text(replace(front, id=article_id, added=added), article.body)
    if present is None:
        is_new = article_id in back or (article_id not in old and article_id not in before.record.deleted)
        path = f"{before.folder}/{article_id.partition('/')[2]}.md"
        return _Named(article_id, article, path, machine, machine if is_new else None, ())
    if before.ledger is None:  # nobody knows what the machine wrote: all of it is a person's
        same = even_out(present.text) == machine
        return _Named(article_id, article, present.path, machine, present.text, () if same else (machine,))
    merged = merge(old[article_id], present.text, machine)
    text = merged.text
    if text != machine:
        then, _ = parse("", old[article_id])
        text = with_own_day(text, facts_of([then.front] if then else ()), facts_of([article.front]))
    return _Named(article_id, article, present.path, machine, text, merged.conflicts)


def _added(text: str) -> str:
    found = re.search(r"^added:\s*['\"]?(\d{4}-\d{2}-\d{2})", text.partition("\n---")[0], re.MULTILINE)
    return found[1] if found else ""


def _is_unedited(before: Before, article_id: str) -> bool:
    """Whether the file of an old article is as the machine wrote it, so that the machine may take it back.

    One that people have proofread or withheld it may not, though that is no edit.
    """
    if before.ledger is None or article_id not in before.present:
        return False
    written = {written.id: written for written in before.ledger.written}[article_id]
    return is_as_written(before.present[article_id].text, written.sha256)


def _record(
    page: ReadPage, before: Before, named: list[_Named], left: list[str], removed: list[str], texts: Mapping[str, str]
) -> PageRecord:
    standing = {one.id for one in named if one.file is not None} | (set(before.present) - set(removed))
    standing |= {one.id for one in named if one.path.rpartition("/")[2] in before.names}  # there, if not readable now
    order = _in_order([one.id for one in named], before.record.articles, standing)
    gone = {*before.record.deleted, *removed, *(one.id for one in named if one.file is None)} - standing
    edits = [edit for article in page.articles for part in article.parts for edit in part.edits]
    disputes = list(_disputes(before, named, removed, texts))
    not_found = [old for old in left if old not in removed]
    record = replace(
        before.record,
        encoding=page.raw.encoding,
        articles=order,
        numbered=max(highest_number(before), *(int(one.id.partition("/")[2]) for one in named), 0),
        deleted=tuple(sorted(gone)),
        replaced={gone: now for gone, now in _replaced(before, named, removed).items() if gone not in standing},
        furniture=tuple((run.kind, run.text) for run in page.furniture),
        losses=sum(edit.after == LOSS for edit in edits),
        characters=len("".join(page.raw.text.split())),
        doubts=tuple(list_for_review(page, [one.id for one in named], disputes, not_found)),
        guesses={fact: (guess.value, guess.source) for fact, guess in sorted(page.guesses.items())},
        corrections=tuple(
            _correction(page.raw.text, edit) for edit in edits if edit.kind is EditClass.READING and edit.before
        ),
        jumps=tuple(_jumps(named, standing)),
    )
    return counted_in_file(record, record.lines_before)


def _jumps(named: list[_Named], standing: set[str]) -> Iterator[Jump]:
    """The jumps of the articles that stand, by their ids."""
    for one in named:
        jumps = one.article.jumps
        if one.id in standing and (jumps.to or jumps.come):
            yield Jump(one.id, jumps.to, jumps.come)


def _disputes(before: Before, named: list[_Named], removed: list[str], texts: Mapping[str, str]) -> Iterator[Dispute]:
    """Where people's text and the reading differ: at this reading, and from earlier ones as long as it is not settled."""
    there = {article_id: one.text for article_id, one in before.present.items()}
    after = {article_id: texts.get(one.path, one.text) for article_id, one in before.present.items()}
    after = {article_id: text for article_id, text in after.items() if article_id not in removed}
    after |= {one.id: one.file for one in named if one.file is not None}
    open_before = [doubt for doubt in still_open(before.record.doubts, there) if doubt.mark]
    for one in named:
        read = _telling_of(one.article)
        earlier = [doubt.reading for doubt in open_before if doubt.article == one.id and doubt.reading in one.machine]
        gone = one.file is None and one.path.rpartition("/")[2] not in before.names
        now = (one.article.body,) if gone and _reads_otherwise(before, one.id, read) else one.conflicts
        yield Dispute(
            one.id, _first_place(one.article), tuple(dict.fromkeys((*earlier, *now))), mark_of(one.id, after), gone
        )


def _reads_otherwise(before: Before, article_id: str, read: str) -> bool:
    written = {one.id: one.text for one in before.ledger.written} if before.ledger else {}
    return article_id in written and _telling(written[article_id]) != read


def _correction(raw: str, edit: Edit) -> Correction:
    """A correction with two characters of its line on both sides."""
    start, end = edit.span
    left = raw[max(0, start - _AROUND) : start].splitlines()[-1:] if start else []
    right = raw[end : end + _AROUND].splitlines()[:1]
    line = len(raw_lines(raw[: start + 1]))
    sides = ("".join(left), "".join(right))
    return Correction(line, sides[0] + edit.before + sides[1], sides[0] + edit.after + sides[1])


def _in_order(read: list[str], before: tuple[str, ...], standing: set[str]) -> tuple[str, ...]:
    """The ids as read, and those that only people know of behind the one they stood behind."""
    order = list(read)
    previous = ""
    for article_id in before:
        if article_id not in order:
            order.insert(order.index(previous) + 1 if previous in order else 0, article_id)
        previous = article_id
    order += sorted(standing - set(order))
    return tuple(article_id for article_id in order if article_id in standing)


def _replaced(before: Before, named: list[_Named], removed: list[str]) -> dict[str, str]:
    """For each article taken back the one that has its text now, as far as there is one."""
    texts = [_telling_of(one.article) for one in named]
    replaced = dict(before.record.replaced)
    for article_id in removed:
        found = match([_telling(before.present[article_id].text)], texts)
        if found:
            replaced[article_id] = named[found[0]].id
    return replaced


def _first_place(article: ReadArticle) -> int:
    return min((span[0] for part in article.parts for span in part.spans), default=0)


def _ledger(page: ReadPage, named: list[_Named], taken_back: tuple[Written, ...]) -> Ledger:
    return Ledger(
        page.raw.text,
        tuple(_part(one.id, part) for one in named for part in one.article.parts),
        tuple(LedgerFurniture(run.kind, run.spans) for run in page.furniture),
        tuple(
            LedgerDecision(
                made.what, made.span, made.chosen, made.runner_up, round(made.margin, 3),
                *(
                    tuple((reason.cue, round(reason.weight, 3)) for reason in reasons)
                    for reasons in (made.reasons, made.instead)
                ),
            )
            for made in page.decisions
        ),
        tuple(Written(one.id, one.path.rpartition("/")[2], one.machine) for one in named),
        taken_back,
    )  # fmt: skip


def _part(article_id: str, part: Part) -> LedgerPart:
    edits = tuple(LedgerEdit(edit.rule, str(edit.kind), edit.span, edit.before, edit.after) for edit in part.edits)
    return LedgerPart(article_id, str(part.role), part.spans, edits, part.text)
