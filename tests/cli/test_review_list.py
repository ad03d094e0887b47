"""`check` lists what to look at first, most doubtful first, then everything by kind."""

from __future__ import annotations

from jianbao.archive.model import Review
from jianbao.cli.check import FIRST, proposal_list, review_list


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


def test_what_is_proposed_stands_in_a_section_of_its_own() -> None:
    """With the head of its kind; nothing stands there where there is nothing."""
    same = Review("same-person", "people/x/", "_authority/people.yaml", "甲和乙", "a and b")
    assert list(proposal_list([same], 5)) == [
        "\n可以补充到 content/_authority/ 的 / candidates for content/_authority/",
        "\n可能是同一人 / may be one person: 1",
        "  content/_authority/people.yaml: 甲和乙 / a and b",
    ]
    assert list(proposal_list([], 5)) == []
