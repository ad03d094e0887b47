"""What tests of several rooms share: a browser, and that no test is timed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # whatever else the machine does
settings.load_profile("untimed")

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
ON_WINDOWS = (
    Path(r"C:\Program Files\Google\Chrome\Application\chrome.exe"),
    Path(r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"),
)


def chromium() -> str | None:
    """The program of a Chromium that this machine has: CHROME in the environment, else one on the path."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((str(program) for program in ON_WINDOWS if program.is_file()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium under Playwright; where there is none the test is skipped, but in CI it fails."""
    program = chromium()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine; .ci/run installs it")
        pytest.skip("no Chromium on this machine: install chromium, or set CHROME to its program")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
