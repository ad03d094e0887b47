"""An address leads to what GitHub Pages would answer, and never to a file outside the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.preview.address import Found, base_of, find


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a few pages, and a file beside it that is nobody's business."""
    root = tmp_path_factory.mktemp("a site")
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    for page in ("site/index.html", "site/404.html", "site/a/7KQ2M9X/01/index.html", "site/style.css"):
        (root / page).parent.mkdir(parents=True, exist_ok=True)
        (root / page).write_text(page, encoding="utf-8")
    return root / "site"


@pytest.mark.parametrize(
    ("target", "status", "file"),
    [
        ("/repo/", 200, "index.html"),
        ("/repo/?q=1", 200, "index.html"),
        ("/repo/a/7KQ2M9X/01/", 200, "a/7KQ2M9X/01/index.html"),
        ("/repo/style.css?v=2", 200, "style.css"),
        ("/repo/a/", 404, "404.html"),
        ("/repo/nowhere/", 404, "404.html"),
        ("/index.html", 404, "404.html"),
        ("/repository/", 404, "404.html"),
    ],
)
def test_address_leads_to_its_file(site: Path, target: str, status: int, file: str) -> None:
    """Files, folders with their index.html, and the site's own 404 page for all the rest."""
    found = find(site, "/repo/", target)
    assert (found.status, found.file) == (status, site / file)


def test_folder_without_slash_moves(site: Path) -> None:
    """A folder without its slash is moved for good, the query kept; the root leads below the base path."""
    assert find(site, "/repo/", "/repo/a/7KQ2M9X/01?x=1").location == "/repo/a/7KQ2M9X/01/?x=1"
    assert find(site, "/repo/", "/repo/a/7KQ2M9X/01").status == 301
    assert find(site, "/repo/", "/").location == "/repo/"
    assert find(site, "/repo/", "/repo").location == "/repo/"
    assert find(site, "/", "/").status == 200


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/a/../../secret.txt",
        "//secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/C:/secret.txt",
        "/%00",
        "///etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_found(site: Path, target: str) -> None:
    """No spelling of an address leads to the file beside the site, or to one of the system."""
    assert find(site, "/", target).status == 404


def test_symbolic_link_out_of_the_site_is_not_followed(site: Path) -> None:
    """A link that leads out is as good as no file."""
    link = site / "link.txt"
    try:
        link.symlink_to(site.parent / "secret.txt")
    except OSError:
        pytest.skip("this system lets only administrators make links")
    try:
        assert find(site, "/", "/link.txt").status == 404
    finally:
        link.unlink()


@given(st.lists(st.sampled_from(["..", ".", "a", "secret.txt", "%2e%2e", "\\", "", "index.html", "剪报"])))
def test_whatever_the_address_the_file_is_in_the_site(pieces: list[str]) -> None:
    """For any path made of the pieces that matter, what is found stands in the site."""
    site = Path(__file__).parent.resolve()
    found: Found = find(site, "/", "/" + "/".join(pieces))
    assert found.file is None or found.file.resolve().is_relative_to(site)


@pytest.mark.parametrize(
    ("address", "base"),
    [("", "/"), ("https://example.org", "/"), ("https://example.org/repo/", "/repo/"), ("http://e.org/a/b", "/a/b/")],
)
def test_base_path_is_that_of_the_address(address: str, base: str) -> None:
    """The preview stands where the published site will stand."""
    assert base_of(address) == base
