"""Reading by more than one machine: a Dask cluster of two workers reads what one process reads, though a worker dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import jianbao
from jianbao.problems import CallError
from jianbao.reading.keeping import cluster as reading_cluster
from jianbao.reading.keeping.clean import clean
from jianbao.settings import Folders, Settings

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

PAGES = 40
SEED = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def two_workers() -> Iterator[distributed.LocalCluster]:
    """A scheduler and two workers, each a process of its own; one that dies is started again."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as workers:
        yield workers


def test_a_cluster_reads_what_one_process_reads_though_a_worker_dies(tmp_path, two_workers, monkeypatch):
    """Forty pages, one of the two workers killed when the third comes back: the same files, byte for byte; no problem."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    alone, together = _archive(tmp_path / "alone"), _archive(tmp_path / "together")
    clean(alone)
    killed = []

    def kill_one(stage: str, done: int, total: int) -> None:
        if done == 3:
            killed.append(next(iter(two_workers.workers.values())).pid)
            os.kill(killed[0], signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

    cleaned = clean(together, scheduler=two_workers.scheduler_address, report=kill_one)
    assert killed
    assert cleaned.problems == ()
    assert cleaned.read == PAGES
    assert _files(together.folders.content) == _files(alone.folders.content)


def test_a_cluster_with_another_program_is_refused(tmp_path, two_workers, monkeypatch):
    """Another version reads otherwise: nothing is read, and the message says which worker and what to do."""
    archive = _archive(tmp_path, 1)
    another = tmp_path / "another"
    another.mkdir()
    monkeypatch.setattr(jianbao, "__file__", str(another / "__init__.py"))
    with pytest.raises(CallError, match="install the same one on every machine"):
        clean(archive, scheduler=two_workers.scheduler_address)
    assert not list(archive.folders.content.rglob("*.md"))


def test_a_cluster_that_does_not_see_the_pages_is_refused(two_workers):
    """A page on a disk of one's own is not there for other machines: the message says what kind of folder it takes."""
    with (
        pytest.raises(CallError, match="same path on every machine"),
        reading_cluster.cluster(two_workers.scheduler_address, [Path("nowhere/1.txt")]),
    ):
        pass


def test_a_scheduler_that_does_not_answer_is_told(tmp_path, monkeypatch):
    """The message names the address and the command that starts one."""
    monkeypatch.setattr(reading_cluster, "_PATIENCE", 0.2)
    with pytest.raises(CallError, match=r"tcp://127\.0\.0\.1:9 .*dask scheduler"):
        clean(_archive(tmp_path, 1), scheduler="tcp://127.0.0.1:9")


def _archive(folder: Path, pages: int = PAGES) -> Settings:
    """An archive of copies of one short page, each with another headline."""
    lines = next(iter(sorted(SEED.glob("*.txt")))).read_text(encoding="utf-8").splitlines()[:12]
    (folder / "seeds").mkdir(parents=True)
    for number in range(pages):
        page = "\n".join([f"第{number}号村庄修通水泥路", "", *lines[1:]]) + "\n"
        (folder / "seeds" / f"{number:02}.txt").write_text(page, encoding="utf-8", newline="\n")
    return Settings(Folders(folder, folder / "seeds", folder / "content", folder / "site", folder / ".jianbao"), jobs=1)


def _files(content: Path) -> dict[str, bytes]:
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in content.rglob("*") if file.is_file()}
