"""An index that would miss something is never published."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.search import document, patch, search_index, update
from jianbao.search.document import Document, fold_document
from jianbao.search.look_up import IndexReader
from jianbao.search.plain_scan import scan
from jianbao.search.proof import choose_trial
from tests.search.handwritten import archive_of, article, indexed

TEXTS = ("优化营商环境，推动高质量发展。", "周俊英说，2022年好。", "The mayor of Anyang spoke of 5 mayoral matters.")
ARTICLES = [article(number, TEXTS[number % 3], f"标题{number}") for number in range(90)]


def test_the_scan_finds_whole_words_only() -> None:
    """As the index does; Chinese has no words to cut."""
    documents = [Document(number, (), (text.lower(),), ()) for number, text in enumerate(TEXTS)]
    assert scan(["商环", "mayor", "may", "2022年", "年", "of 5", "。"], documents) == [
        [0],
        [2],
        [],
        [1],
        [1],
        [2],
        [0, 1],
    ]


def test_what_is_tried_follows_from_the_archive() -> None:
    """The same strings for the same archive, others for another one; all of them from its texts."""
    folded = {one.number: fold_document(Document(one.number, (), (one.plain,), ())) for one in ARTICLES}
    numbers = list(folded)
    trial = choose_trial("甲", numbers, numbers, ["周俊英"], folded.__getitem__)
    assert trial == choose_trial("甲", numbers, numbers, ["周俊英"], folded.__getitem__)
    assert trial != choose_trial("乙", numbers, numbers, ["周俊英"], folded.__getitem__)
    assert "周俊英" in trial.phrases
    assert all(scan(trial.phrases, folded.values()))
    assert trial.sample == ()


def test_after_an_edit_little_is_tried() -> None:
    """The edited article, and a sample of the others."""
    folded = {number: Document(number, (), (f"第{number}篇",), ()) for number in range(1000)}
    trial = choose_trial("甲", list(folded), [7], [], folded.__getitem__)
    assert len(trial.phrases) < 50
    assert len(trial.sample) == 128


def loses_a_token(tokens: set[str]) -> set[str]:
    """An index with a fault."""
    return {token for token in tokens if "环" not in token}


def invents_a_token(tokens: set[str]) -> set[str]:
    """Another one."""
    return tokens | {"环境"}


def loses_a_facet(tokens: set[str]) -> set[str]:
    """A third one."""
    return {token for token in tokens if not token.startswith("\x02topic")}


@pytest.mark.parametrize("fault", [loses_a_token, invents_a_token, loses_a_facet])
def test_an_index_at_fault_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: object) -> None:
    """There is nothing to publish, and the next build begins anew and is right."""
    rightly = document.document_tokens
    with monkeypatch.context() as wrong:
        wrong.setattr(document, "document_tokens", lambda *parts: fault(rightly(*parts)))  # type: ignore[operator]
        with search_index.search_index(archive_of(ARTICLES), tmp_path) as index:
            (problem,) = index.problems
            assert index.files == ()
            assert problem.weight == "error"
            assert "index is at fault" in problem.what.en
    assert IndexReader(indexed(ARTICLES, tmp_path).__getitem__).find("营商环境") == list(range(0, 90, 3))


def test_a_patch_at_fault_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit is proved like a whole index, and what it spoilt is not built upon."""
    monkeypatch.setattr(update, "_SMALL", 8)
    indexed(ARTICLES, tmp_path)
    edited = [article(0, "鼎鑫公司开业了。"), *ARTICLES[1:]]
    with monkeypatch.context() as wrong:
        wrong.setattr(patch, "insort", lambda numbers, number: numbers.append(number + 1))
        with search_index.search_index(archive_of(edited), tmp_path) as index:
            assert [problem.weight for problem in index.problems] == ["error"]
    assert IndexReader(indexed(edited, tmp_path).__getitem__).find("鼎鑫") == [0]
