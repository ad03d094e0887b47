"""A damaged page from a seed and a number: articles chosen, set, damaged, and the truth kept beside it.

articles → copy → damaged copy → set strips → damaged strips → text → damaged text → bytes
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.robustness import (
    column_order,
    file_form,
    lost_text,
    page_furniture,
    pictures,
    printed_marks,
    wrong_characters,
)
from tests.robustness.clean_articles import CleanArticle
from tests.robustness.damage import Damage, Stage, befall
from tests.robustness.page_furniture import paper_of
from tests.robustness.printed_copy import printed
from tests.robustness.sheet import Setting, Sheet
from tests.robustness.typesetting import lay_text, set_page

ZH, EN = frozenset({"zh"}), frozenset({"en"})
SEEN = frozenset({"spaces", "kept"})
"""Line ends that the file still shows: what is mixed line by line can be told apart by them only."""
KEPT = frozenset({"kept"})

DAMAGES = (
    Damage("doubled character", Stage.COPY, 0.12, wrong_characters.double_character),
    Damage("foreign word", Stage.COPY, 0.12, wrong_characters.put_foreign_word, ZH),
    Damage("private-use glyph", Stage.COPY, 0.08, wrong_characters.use_private_glyph, ZH),
    Damage("names set wide", Stage.COPY, 0.12, wrong_characters.space_names, ZH),
    Damage("names glued", Stage.COPY, 0.08, wrong_characters.glue_names, ZH),
    Damage("letters misread", Stage.COPY, 0.15, wrong_characters.misread_letters, EN),
    Damage("headline lost", Stage.STRIPS, 0.06, lost_text.lose_headline, ZH),
    Damage("lines lost", Stage.STRIPS, 0.2, lost_text.lose_lines),
    Damage("block lost", Stage.STRIPS, 0.1, lost_text.lose_block),
    Damage("columns interleaved", Stage.STRIPS, 0.1, column_order.interleave_lines, line_ends=SEEN),
    Damage("columns side by side", Stage.STRIPS, 0.08, column_order.set_side_by_side, line_ends=KEPT),
    Damage("line strayed", Stage.STRIPS, 0.12, column_order.stray_line, line_ends=SEEN),
    Damage("opening displaced", Stage.STRIPS, 0.08, column_order.displace_opening, ZH),
    Damage("columns swapped", Stage.STRIPS, 0.08, column_order.swap_columns),
    Damage("caption inside", Stage.STRIPS, 0.5, pictures.put_caption_inside),
    Damage("photo story inside", Stage.STRIPS, 0.3, pictures.put_photo_inside),
    Damage("credit apart", Stage.STRIPS, 0.3, pictures.part_credit, ZH),
    Damage("picture gaps", Stage.STRIPS, 1.0, pictures.leave_gaps),
    Damage("picture gaps lost", Stage.STRIPS, 0.2, pictures.lose_gaps),
    Damage("headlines apart", Stage.STRIPS, 0.06, column_order.part_headlines),
    Damage("headline in two blocks", Stage.STRIPS, 0.1, column_order.part_title, ZH),
    Damage("block repeated", Stage.STRIPS, 0.05, page_furniture.repeat_block),
    Damage("sections printed", Stage.STRIPS, 1.0, page_furniture.print_sections),
    Damage("label", Stage.STRIPS, 0.35, page_furniture.add_label),
    Damage("jump on", Stage.STRIPS, 0.1, page_furniture.add_jump_on),
    Damage("jump from", Stage.STRIPS, 0.08, page_furniture.add_jump_from),
    Damage("advertisement", Stage.STRIPS, 0.1, page_furniture.add_advertisement),
    Damage("label displaced", Stage.STRIPS, 0.08, page_furniture.displace_label),
    Damage("stray glyphs", Stage.STRIPS, 0.3, page_furniture.add_glyphs),
    Damage("banner", Stage.STRIPS, 0.3, page_furniture.add_banner, ZH),
    Damage("furniture inside", Stage.STRIPS, 0.08, page_furniture.interrupt_article),
    Damage("running head", Stage.STRIPS, 0.4, page_furniture.add_running_head),
    Damage("colophon", Stage.STRIPS, 0.35, page_furniture.add_colophon),
    Damage("hyphens swallowed", Stage.TEXT, 0.12, printed_marks.swallow_hyphens, EN),
    Damage("hyphens soft", Stage.TEXT, 0.2, printed_marks.soften_hyphens, EN),
    Damage("hyphens printed", Stage.TEXT, 1.0, printed_marks.print_hyphens, EN),
    Damage("width folded", Stage.TEXT, 0.85, printed_marks.fold_width, ZH),
    Damage("quotes straight", Stage.TEXT, 0.5, printed_marks.straighten_quotes),
    Damage("numbers apart", Stage.TEXT, 0.15, printed_marks.space_numbers, ZH, frozenset({"spaces"})),
    Damage("drop capital apart", Stage.TEXT, 0.2, printed_marks.part_drop_capital, EN),
    Damage("ligatures", Stage.TEXT, 0.08, printed_marks.set_ligatures, EN),
    Damage("long s", Stage.TEXT, 0.04, printed_marks.set_long_s, EN),
    Damage("invisible characters", Stage.TEXT, 0.06, printed_marks.scatter_invisible),
    Damage("encoding misread", Stage.TEXT, 0.05, printed_marks.misread_encoding, EN),
    Damage("CRLF", Stage.TEXT, 0.15, file_form.end_lines_as_windows),
    Damage("form feed", Stage.TEXT, 0.1, file_form.end_with_form_feed),
    Damage("byte order mark", Stage.FILE, 0.1, file_form.mark_byte_order),
    Damage("file misread", Stage.FILE, 0.03, file_form.misread_file, ZH),
    Damage("encoding", Stage.FILE, 0.1, file_form.encode_otherwise),
)


MUST = frozenset({"sections printed", "hyphens printed", "picture gaps"})
"""What a sound page has as well: it is done to every page, and is no damage."""

SETTINGS = {
    "whole paragraphs": ("lost", "", True),
    "spaces as line ends": ("spaces", "", True),
    "newline a line": ("kept", "", False),
    "newline a line, indented": ("kept", "\u3000\u3000", False),
    "newline a line, blocks": ("kept", "", True),
}
"""How the file shows line ends: by name, the line ends, the indent of a paragraph, whether blank lines part paragraphs."""
_WEIGHTS = (30, 35, 15, 10, 10)


def _setting(language: str, rng: Random, always: str) -> tuple[str, Setting]:
    name = always if always in SETTINGS else rng.choices(list(SETTINGS), _WEIGHTS)[0]
    line_ends, indent, parted = SETTINGS[name]
    measure = rng.choice((12, 13, 14.5, 15, 16, 17, 18, 20, 24)) if language == "zh" else rng.randint(18, 28)
    return name, Setting(
        measure, rng.randint(12, 30), line_ends, indent if language == "zh" else indent and "  ", parted
    )


def _chosen(articles: Sequence[CleanArticle], rng: Random) -> list[CleanArticle]:
    """Four to eight articles, no two of the same name, and not more than a page holds."""
    out: list[CleanArticle] = []
    room = rng.randint(3000, 6500) * (1 if articles[0].is_chinese else 2)
    for article in rng.sample(articles, min(len(articles), rng.randint(4, 8))):
        if sum(one.size for one in out) + article.size <= room or len(out) < 2:
            out.append(article)
    return out


def compose(articles: Sequence[CleanArticle], seed: str, number: int, damage: str = "", only: bool = False) -> Sheet:
    """The page of that number: all its stories are of one language. `damage` is one that is to befall it if it fits.

    With `only` the page has no other damage, and the settings of a plain one.
    """
    rng = Random(f"{seed}/{number}")
    language = "zh" if articles[0].is_chinese else "en"
    setting_name, setting = _setting(language, rng, damage)
    stories = tuple(printed(article, rng) for article in _chosen(articles, rng))
    sheet = Sheet(
        f"{language}{number:04}", language, paper_of(language, rng), setting, stories, damages=(setting_name,)
    )
    for stage in Stage:
        here = [d for d in DAMAGES if d.stage == stage and (not only or d.name in MUST or d.name == damage)]
        if stage is Stage.STRIPS:
            sheet = set_page(sheet, rng)
        elif stage is Stage.TEXT:
            sheet = lay_text(sheet)
        sheet = befall(sheet, here, f"{seed}/{number}", damage)
    return replace(file_form.write_bytes(sheet), damages=tuple(d for d in sheet.damages if d not in MUST))
