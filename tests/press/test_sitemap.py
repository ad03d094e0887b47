"""Sitemaps: in parts where one file may not hold them all."""

from __future__ import annotations

from jianbao.press.addresses import Addresses
from jianbao.press.sitemap import sitemap_sheets


def test_a_large_site_has_its_sitemap_in_parts() -> None:
    """Five addresses at two a file: three parts and an index over them, nothing lost."""
    pages = [(f"a/PAGE/{number:02}/", "2026-11-21" if number else "") for number in range(5)]
    sheets = {
        sheet.file: sheet.make().decode() for sheet in sitemap_sheets(Addresses("https://e.example/"), pages, length=2)
    }
    assert list(sheets) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [sheets[f"sitemap-{n}.xml"].count("<url>") for n in (1, 2, 3)] == [2, 2, 1]
    assert "<loc>https://e.example/sitemap-3.xml</loc>" in sheets["sitemap.xml"]
    assert sheets["sitemap-1.xml"].count("<lastmod>2026-11-21</lastmod>") == 1
