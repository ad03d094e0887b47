"""A proof of an edited article: what the next edition will print, as far as the edit changes nothing elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from jianbao.archive.model import Article, Mention
from jianbao.content.front_text import article_text
from jianbao.press.article_page import article_sheets
from jianbao.press.edition import Edition, prepare
from jianbao.press.proof import Proofs, still_there

from .sample_archive import sample_archive, sample_settings
from .sample_names import FEATURE, with_names


def edition_in(folder: Path) -> Edition:
    """The sample archive with names, every article in a file of its own."""
    archive = with_names(sample_archive())
    articles = {id: replace(article, file=f"{id}.md") for id, article in archive.articles.items()}
    return prepare(replace(archive, articles=articles), sample_settings(folder))


def text_of(page: bytes) -> str:
    """The running text of an article's page, as HTML."""
    return page.decode("utf-8").partition('<div class="text">')[2].partition("</div>")[0]


def test_an_unchanged_article_has_the_text_it_has(tmp_path: Path) -> None:
    """Its names are linked as they were."""
    edition = edition_in(tmp_path)
    article = edition.archive.articles[FEATURE]
    proof = Proofs.of(edition).pull(
        article.file, article_text(replace(article.front, id=FEATURE), article.body).encode()
    )
    (sheet,) = article_sheets(edition, [article])
    assert proof is not None
    assert proof.file == sheet.file
    assert text_of(proof.data) == text_of(sheet.make())


def test_what_was_edited_shows(tmp_path: Path) -> None:
    """A new headline and a new sentence are on the page; a file of nobody's, and a withheld article, have no proof."""
    edition = edition_in(tmp_path)
    article = edition.archive.articles[FEATURE]
    proofs = Proofs.of(edition)
    front = replace(article.front, id=FEATURE, title="渠水又到田头")
    proof = proofs.pull(article.file, article_text(front, article.body + "\n\n又下了一场雨。").encode())
    assert proof is not None
    assert "渠水又到田头" in proof.data.decode()
    assert "又下了一场雨。" in proof.data.decode()
    assert proofs.pull("别处/01.md", article_text(front, "正文").encode()) is None
    assert proofs.pull(article.file, b"---\ntitle: [\n---\n") is None


@given(some.text("甲乙丙", max_size=8), some.text("甲乙丙", max_size=8), some.integers(0, 7), some.integers(1, 3))
def test_names_stay_on_their_words(old: str, new: str, start: int, length: int) -> None:
    """However a text is edited, a name that is still linked stands on the same characters."""
    article: Article = replace(
        sample_archive().articles[FEATURE],
        plain=old,
        mentions=(Mention(start, min(start + length, len(old)), "person", "x"),),
    )
    for name in still_there(article, new) if start < len(old) else ():
        (before,) = article.mentions
        assert new[name.start : name.end] == old[before.start : before.end]
