"""`new` lays out an archive that builds, serves and deploys by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao import __version__
from jianbao.cli import main
from jianbao.cli.arguments import parse
from jianbao.start.lay_out import FILES, PLACES
from tests.cli.conftest import RAW, files_of, pages_with

ROOT = Path(__file__).parents[2]
GIT = shutil.which("git") or ""
BASH = shutil.which("bash") or ""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh archive, in a folder with a Chinese name and a space."""
    folder = tmp_path_factory.mktemp("new") / "新 档案"
    assert main(["new", str(folder), "--quiet"]) == 0
    return folder


def build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The archive's own front door, run in its folder, with nothing but its own program to be found."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=folder,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def workflow(folder: Path) -> dict[Any, Any]:
    """The archive's workflow."""
    text = (folder / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    parsed: dict[Any, Any] = yaml.safe_load(text)
    return parsed


def scripts(parsed: dict[Any, Any]) -> list[str]:
    """The shell scripts of a workflow's steps."""
    return [step["run"] for job in parsed["jobs"].values() for step in job["steps"] if "run" in step]


def test_page_put_into_a_fresh_archive_becomes_articles(fresh: Path, tmp_path: Path) -> None:
    """A page into seeds/, then a build: the articles are there, with the program that the archive carries."""
    folder = tmp_path / "档案 2"
    shutil.copytree(fresh, folder)
    carried = folder / "program" / "jianbao" / "__init__.py"
    carried.write_text(carried.read_text(encoding="utf-8").replace(__version__, "carried"), encoding="utf-8")
    assert "carried" in build(folder, "--version").stdout, "the program in program/ runs, no other one"
    first = build(folder)
    assert first.returncode == 0, f"an archive without a page builds: {first.stderr}"
    (folder / "seeds" / "第01版.txt").write_text(RAW, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert any("三处口袋公园" in file.read_text(encoding="utf-8") for file in (folder / "content").rglob("*.md"))
    assert any(page.startswith("a/") for page in pages_with(folder, "出门就能遛弯"))


def test_folder_with_files_is_refused_and_left_alone(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is laid over what is there; a folder that git has just made is empty enough."""
    before = files_of(fresh)
    assert main(["new", str(fresh)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert files_of(fresh) == before
    assert main(["new", str(fresh / "archive.yaml")]) == 2


def test_folder_that_git_made_is_empty_enough(tmp_path: Path) -> None:
    """A cloned, empty repository can become an archive."""
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    assert main(["new", str(tmp_path / "clone"), "--quiet"]) == 0


def test_files_have_the_line_ends_of_their_readers(fresh: Path) -> None:
    """开始.cmd has the line ends of Windows, everything else has plain ones."""
    for place in PLACES.values():
        data = (fresh / place).read_bytes()
        ends = b"\r\n" if place.endswith(".cmd") else b"\n"
        assert data.count(b"\n") == data.count(ends) > 0, place
        assert (b"\r" in data) == place.endswith(".cmd"), place


def test_seeds_are_kept_byte_for_byte_by_git(fresh: Path) -> None:
    """No git setting of the keeper's machine touches a raw page."""
    assert "seeds/** -text" in (fresh / ".gitattributes").read_text(encoding="utf-8")


def test_workflow_reads_publishes_and_keeps(fresh: Path) -> None:
    """The workflow may write content/ and publish, and each file and option that its commands name exists."""
    parsed = workflow(fresh)
    assert parsed["permissions"] == {"contents": "write", "pages": "write", "id-token": "write"}
    used = [step["uses"] for job in parsed["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used == [
        "actions/checkout@v6",
        "actions/setup-python@v6",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    ]
    commands = "\n".join(scripts(parsed))
    (options,) = re.findall(r"python build\.py (.*?) \|\|", commands)
    assert parse(options.replace('"', "").split()).base_url == "$BASE_URL"
    (requirements,) = re.findall(r"pip install -q -r (\S+)", commands)
    assert (fresh / requirements).is_file()
    assert parsed["jobs"]["deploy"]["needs"] == "build"
    assert parsed["jobs"]["verdict"]["needs"] == ["build", "deploy"], "the bad page is told after the good ones are out"


def test_workflow_of_the_repository_is_the_same_but_for_its_installation() -> None:
    """What is proven of one is true of the other."""
    own = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    install = {"-c constraints.txt -e .": "-r requirements.txt", "path: constraints.txt": "path: requirements.txt"}
    for before, after in install.items():
        assert before in own
        own = own.replace(before, after)
    assert own == (FILES / "pages.yml").read_text(encoding="utf-8")


def test_windows_starter_is_the_same_but_for_its_installation() -> None:
    """`开始.cmd` of the repository and of a fresh archive do the same."""
    own = (ROOT / "开始.cmd").read_text(encoding="utf-8")
    own = own.replace("-c constraints.txt -e .", "-r requirements.txt").replace("constraints.txt", "requirements.txt")
    assert own == (FILES / "start.cmd").read_text(encoding="utf-8")


def test_versions_are_those_of_the_repository() -> None:
    """A fresh archive pins what the repository pins, and all that a run needs."""
    pinned = set((ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
    needed = [line for line in (FILES / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert set(needed) <= pinned
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (dependencies,) = re.findall(r"^dependencies = \[(.*?)\]", project, re.DOTALL | re.MULTILINE)
    names = {line.split("==")[0].lower() for line in needed}
    assert set(re.findall(r'"([\w-]+)>=', dependencies)) <= names


def test_licence_goes_along(fresh: Path) -> None:
    """The program that an archive carries has its licence with it."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert (fresh / "program" / "LICENSE").read_text(encoding="utf-8") == licence


def git(folder: Path, *arguments: str) -> str:
    """What git says, under a name of its own and without this machine's settings."""
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "core.quotepath=off"]
    done = subprocess.run(
        [GIT, *who, *arguments], cwd=folder, env=os.environ | names, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.mark.skipif(not GIT or not BASH or os.name == "nt", reason="the workflow runs on Linux, with bash and git")
def test_workflow_commits_back_what_was_read_also_in_a_race(fresh: Path, tmp_path: Path) -> None:
    """What was read reaches the branch, also when somebody pushes at that moment; with nothing new nothing is said."""
    (keep,) = (script for script in scripts(workflow(fresh)) if "git push" in script)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    git(tmp_path, "clone", "--quiet", "origin.git", "keeper")
    keeper = tmp_path / "keeper"
    shutil.copytree(fresh, keeper, dirs_exist_ok=True)
    git(keeper, "checkout", "--quiet", "-B", "main")
    git(keeper, "add", "--all")
    git(keeper, "commit", "--quiet", "--message", "begin")
    git(keeper, "push", "--quiet", "origin", "main")
    git(tmp_path, "clone", "--quiet", "origin.git", "runner")
    runner = tmp_path / "runner"

    def run_step() -> None:
        names = {"GITHUB_REF_NAME": "main", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run([BASH, "-e", "-c", keep], cwd=runner, env=os.environ | names, check=True, capture_output=True)

    run_step()
    assert git(runner, "log", "--oneline").count("\n") == 1, "nothing read, nothing committed"
    (runner / "content" / "01.md").write_text("read", encoding="utf-8")
    (keeper / "seeds" / "02.txt").write_text("uploaded meanwhile", encoding="utf-8")
    git(keeper, "add", "--all")
    git(keeper, "commit", "--quiet", "--message", "upload")
    git(keeper, "push", "--quiet", "origin", "main")
    run_step()
    git(keeper, "pull", "--quiet", "origin", "main")
    assert (keeper / "content" / "01.md").is_file()
    assert (keeper / "seeds" / "02.txt").is_file()
    last = git(keeper, "log", "-1", "--format=%an: %s")
    assert last.strip() == "github-actions[bot]: Read new pages [skip ci]"


@pytest.mark.skipif(not BASH, reason="no bash on this machine")
def test_scripts_of_all_workflows_are_valid_shell() -> None:
    """No workflow has a script that a shell cannot read."""
    for file in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        parsed = yaml.safe_load(file.read_text(encoding="utf-8"))
        steps = (step for job in parsed["jobs"].values() for step in job["steps"])
        for step in steps:
            if "run" in step and step.get("shell") != "powershell":
                done = subprocess.run([BASH, "-n", "-c", step["run"]], capture_output=True, encoding="utf-8")
                assert done.returncode == 0, f"{file.name}: {done.stderr}"
