"""The README cannot lie: its commands are taken from it and run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jianbao.cli.arguments import VERBS, parse
from jianbao.cli.build import Steps
from jianbao.problems import CallError

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DIRECT = "python build.py"
SERVE = f"{DIRECT} serve"
ENVIRONMENT = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}


def block_lines(language: str) -> list[str]:
    """The commands of the code blocks in one language."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line]


POSIX = [line for line in block_lines("sh") if " -m venv " in line]
POWERSHELL = block_lines("powershell")
BUILDS = [line for line in block_lines("sh") if line.startswith(DIRECT)]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository as git knows it, in a folder with a Chinese name and a space."""
    return copied(tmp_path_factory.mktemp("checkout") / "剪报 副本")


def copied(target: Path) -> Path:
    """What git tracks or would track, copied."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("a git checkout is needed")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    return target


def test_there_are_two_lines_each_in_two_forms() -> None:
    """One line does the main job, another runs the tests; on Windows they do the same."""
    assert len(POSIX) == len(POWERSHELL) == 2
    assert POSIX[0].endswith("build.py")
    assert POSIX[1].endswith("-m pytest")
    assert [list(steps_of_powershell(line)) for line in POWERSHELL] == [line.split(" && ") for line in POSIX]


def steps_of_powershell(line: str) -> Iterator[str]:
    """The steps of a PowerShell line as the POSIX line has them."""
    first, *rest = line.split("; ")
    for step in (first, *(re.fullmatch(r"if \(\$\?\) \{ (.*) \}", step).group(1) for step in rest)):  # type: ignore[union-attr]
        yield step.replace("py -3", "python3").replace(".venv\\Scripts\\", ".venv/bin/")


@pytest.mark.parametrize("line", [line for line in BUILDS if line != SERVE])
def test_command_runs(checkout: Path, line: str) -> None:
    """Each `python build.py …` of the README ends well in a copy of the repository."""
    if (verb := parse(shlex.split(line.removeprefix(DIRECT))).verb) == "explain":
        build(checkout, "clean")
    done = build(checkout, *shlex.split(line.removeprefix(DIRECT)))
    assert done.returncode == 0, f"{verb}: {done.stderr}"


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The front door with this interpreter."""
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=180,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for Ctrl-C to a child alone")
def test_serve_runs_until_it_is_ended(checkout: Path) -> None:
    """`python build.py serve` says where the site is, and Ctrl-C ends it well."""
    assert SERVE in BUILDS
    command = [sys.executable, "build.py", "serve"]
    # A shell that started the tests in the background has turned Ctrl-C off for them, and so for their children.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        command, cwd=checkout, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        signal.signal(signal.SIGINT, before)
        assert running.stdout is not None
        assert running.stderr is not None
        watchdog = threading.Timer(120, running.kill)
        watchdog.start()
        said = next((line for line in running.stdout if "http://127.0.0.1:" in line), "")
        running.send_signal(signal.SIGINT)
        rest, errors = running.stdout.read(), running.stderr.read()
        watchdog.cancel()
    assert "http://127.0.0.1:" in said
    assert running.returncode == 0, errors
    assert "Traceback" not in errors
    assert "ended" in rest


def test_every_command_in_the_text_is_one() -> None:
    """What stands between backticks is understood by the program, and every verb is told of."""
    told = set()
    for command in re.findall(rf"`{re.escape(DIRECT)}([^`\n]*)`", README) + [
        one.removeprefix(DIRECT) for one in BUILDS
    ]:
        words = [word for word in shlex.split(command) if word != "…"]
        if "--help" in words:
            continue
        try:
            told.add(parse([word.strip("[]") for word in words]).verb)
        except CallError as error:
            pytest.fail(f"{command}: {error}")
    assert told >= set(VERBS) - {"site"}
    assert Steps().clean
    assert Steps().site, "the README says that no verb is clean, then site"


def test_files_that_are_named_exist() -> None:
    """Every link and every file of the repository that the README names is there."""
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
    for name in ("开始.cmd", "archive.yaml", "themes/broadsheet", "seeds/000_4591953fbb375be9.txt"):
        assert (ROOT / name).exists(), name
    assert "000_4591953fbb375be9.txt" in README


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="the POSIX form; Windows runs its own in CI")
def test_both_lines_work_in_a_fresh_environment(tmp_path: Path) -> None:
    """On a fresh copy the first line builds the site and says where to look, and the second runs the tests."""
    folder = copied(tmp_path / "剪报")
    shutil.rmtree(folder / "content", ignore_errors=True)
    # Only one test, so that the suite does not run inside itself.
    environment = ENVIRONMENT | {"PYTEST_ADDOPTS": "-k no_verb_means_read_and_build -p no:cacheprovider"}
    for line, said in zip(POSIX, ("index.html", "1 passed"), strict=True):
        done = subprocess.run(
            ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=900
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert said in done.stdout
    assert (folder / "site" / "index.html").is_file()
    assert list((folder / "content").rglob("*.md"))
