"""Articles that name people, bodies and places, as a county paper writes them; all of them invented."""

from __future__ import annotations

from tests.archive.handwritten import article

WENFENG, BEIGUAN, WEIDONG = "安阳市/文峰区", "安阳市/北关区", "平顶山市/卫东区"


def report(id: str, body: str, *districts: str, day: str = "", **keys: str) -> str:
    """A report about these districts, printed on a day."""
    issued = {"issued": f"'{day}'", "date": f"'{day}'"} if day else {}
    return article(id, keys.pop("title", "各地简报"), body, districts=f"[{', '.join(districts)}]", **issued, **keys)
