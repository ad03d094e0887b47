"""`check` lists what to look at first, most doubtful first, then everything by kind."""

from __future__ import annotations

from jianbao.archive.model import Review
from jianbao.cli.check import FIRST, review_list


def doubt(number: int, urgency: float) -> Review:
    """An article read with doubt."""
    zh, en = f"第{number}篇有疑", f"article {number} is doubtful"
    return Review("doubt", f"p/A/#L{number}", f"安阳/{number:02}.md", zh, en, urgency, f"安阳.txt:{number}")


def test_the_most_urgent_of_all_kinds_stand_at_the_head() -> None:
    """Ten lines, before the kinds."""
    lost = Review("vanished", "p/A/", "", "文章不在了", "an article is gone", 1.0)
    told = list(review_list([lost, *(doubt(n, 0.9 - n / 100) for n in range(FIRST + 5))], None))
    assert told[0] == f"\n最先看 / first of all: {FIRST}"
    assert told[1] == "  p/A/: 文章不在了 / an article is gone"
    assert told[2] == "  content/安阳/00.md（seeds/安阳.txt:0） [90%]: 第0篇有疑 / article 0 is doubtful"
    assert told[FIRST + 1].startswith("\n读得没有把握 / read with doubt: 15")


def test_a_short_list_has_no_head() -> None:
    """Nothing is told twice where everything fits."""
    assert next(review_list([doubt(1, 0.5)], None)) == "\n读得没有把握 / read with doubt: 1"
    assert list(review_list([], None)) == ["没有需要人看的地方 / nothing needs a person"]
