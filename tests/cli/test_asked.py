"""What a person types and pipes: addresses in Chinese, one article explained, an output that ends early or is full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jianbao.archive_yaml import site_address
from tests.cli.conftest import Run, article_with, pages_with

ROOT = Path(__file__).parents[2]


def build_py(archive: Path, command: str) -> subprocess.CompletedProcess[str]:
    """The program in a shell: `command` with what follows its verb."""
    call = f'"{sys.executable}" "{ROOT / "build.py"}" --archive "{archive}" --jobs 1 {command}'
    return subprocess.run(["/bin/bash", "-o", "pipefail", "-c", call], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://中文.cn/档案/", "https://xn--fiq228c.cn/%E6%A1%A3%E6%A1%88/"),
        ("https://example.org:8080/a%20b", "https://example.org:8080/a%20b/"),
        ("http://[::1]/x/", "http://[::1]/x/"),
    ],
)
def test_an_address_in_chinese_is_one_that_machines_can_use(typed: str, address: str) -> None:
    """Hosts as xn--, paths percent-encoded; what is encoded already stays."""
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["https://exa mple.org/", "https://a..b/", "https://user@example.org/", "https://x:99999/"]
)
def test_what_is_no_address_is_told(run: Run, typed: str) -> None:
    """A wrong call, not a traceback."""
    said = run(["site", "--base-url", typed])
    assert said.code == 2
    assert "--base-url" in said.err


def test_a_site_under_a_chinese_address_is_whole(archive: Path, run: Run) -> None:
    """robots.txt, feeds and the page of no such page can be printed."""
    assert run(["--base-url", "https://中文.cn/档案/"]).code == 0
    assert "https://xn--fiq228c.cn/" in (archive / "site" / "robots.txt").read_text(encoding="utf-8")


def test_jobs_below_zero_are_told_plainly(run: Run) -> None:
    """What is expected, in both languages, and no name of a function."""
    said = run(["site", "--jobs", "-3"])
    assert said.code == 2
    assert "0 或更大的整数" in said.err
    assert "_count" not in said.err


def test_a_lead_that_is_not_there_is_told_with_its_line(archive: Path, run: Run) -> None:
    """A typing error in archive.yaml is seen, and the site is built."""
    (archive / "archive.yaml").write_text("title: 剪报\nlead: 0000000/01\n", encoding="utf-8")
    said = run([])
    assert said.code == 0
    assert "archive.yaml:2: " in said.err


def test_one_article_is_explained_by_its_id_and_by_its_file(archive: Path, run: Run) -> None:
    """Its own decisions and edits, not those of its page."""
    run([])
    file = article_with(archive, "刘福林")
    id = next(line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("id:")).split()[1]
    by_id = run(["explain", id])
    assert by_id.code == 0
    assert id in by_id.out
    assert "高庄镇送戏下乡"[:4] not in by_id.out
    below = file.relative_to(archive).as_posix()
    assert run(["explain", below]).out == by_id.out
    assert run(["explain", str(file)]).out == by_id.out


def test_without_an_address_no_page_names_a_host(archive: Path, run: Run) -> None:
    """Only feeds, sitemap and robots.txt, which need whole addresses, have localhost; the summary says so."""
    assert "localhost" in run([]).out
    assert pages_with(archive, "刘福林")
    assert pages_with(archive, "localhost") == []


def test_a_lost_register_is_told(archive: Path, run: Run) -> None:
    """Whoever deletes the register of a published site is told how to have it back."""
    run([])
    (archive / "content" / "_register.csv").unlink()
    said = run([])
    assert said.code == 0
    assert "git checkout -- content/_register.csv" in said.err


def test_a_redirect_that_leads_outside_is_told_and_not_registered(archive: Path, run: Run) -> None:
    """A bad line of redirects.yaml is named with its line; the good one counts."""
    run([])
    file = archive / "content" / "_authority" / "redirects.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("p/0000000/: https://example.org/\n../../etc: gone\n", encoding="utf-8")
    assert "content/_authority/redirects.yaml:2: " in run([]).err
    register = (archive / "content" / "_register.csv").read_text(encoding="utf-8")
    assert "etc" not in register
    assert "p/0000000/" in register


def test_a_plain_site_never_takes_the_place_of_a_full_one(archive: Path, run: Run) -> None:
    """--plain over a full site is a wrong call; into a folder of its own it is none, twice."""
    run([])
    pages = pages_with(archive, "刘福林")
    said = run(["site", "--plain"])
    assert said.code == 2
    assert "--site" in said.err
    assert pages_with(archive, "刘福林") == pages
    for _ in range(2):
        assert run(["site", "--plain", "--site", str(archive / "plain")]).code == 0


def test_a_fault_in_a_template_is_told_with_its_line(archive: Path, run: Run) -> None:
    """File, line and remedy; the site stands as it was."""
    run([])
    own = archive / "themes" / "broadsheet"
    shutil.copytree(ROOT / "themes" / "broadsheet", own)
    template = own / "templates" / "article.html"
    template.write_text(template.read_text(encoding="utf-8") + "\n{% endfor %}", encoding="utf-8")
    line = len(template.read_text(encoding="utf-8").splitlines())
    said = run([])
    assert said.code == 1
    assert f"themes/broadsheet/templates/article.html:{line}: " in said.err
    assert pages_with(archive, "刘福林")


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
def test_a_listener_who_has_heard_enough_is_no_fault(archive: Path, run: Run) -> None:
    """`explain | head -1` ends quietly."""
    run([])
    said = build_py(archive, "explain 安阳日报/第01版.txt | true")
    assert "Traceback" not in said.stderr
    assert "BrokenPipe" not in said.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_is_told(archive: Path, run: Run) -> None:
    """`check > /dev/full` says that nothing more can be written."""
    run([])
    said = build_py(archive, "check > /dev/full")
    assert said.returncode == 1
    assert "磁盘满了" in said.stderr
    assert "Traceback" not in said.stderr
