"""Names found on a page are measured against labels made by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.names import Labels, Outcome, compare, compare_page, main, pool, read_labels

PEOPLE = Labels((("赵同兴",), ("李静",), ("周怡",)), (("小娜",),))
PLACES = Labels((("光华路街道", "光华路办事处"), ("文峰区",)), (("安阳市", "安阳"),))
BODIES = Labels((("区发改委",), ("文峰区环卫处",), ("石家庄七七源机电配件有限公司",)), (("市委",),))
SEEDS_LABELS = Path(__file__).parents[1] / "names" / "labels"


def test_missed_wrong_and_optional_names() -> None:
    """A name that is no label is wrong, a label without a name is missed, an optional one is neither."""
    assert compare(["赵同兴", "李静", "小娜", "粒大饱满"], PEOPLE) == Outcome(2, ("周怡",), ("粒大饱满",))
    assert compare(["赵同兴", "李静", "周怡"], PEOPLE) == Outcome(3)


def test_two_forms_of_one_place_are_found_once() -> None:
    """Whoever prints a street in two forms has not found two streets."""
    assert compare(["光华路街道", "光华路办事处", "安阳"], PLACES) == Outcome(1, ("文峰区",))


@pytest.mark.parametrize("name", ["区发改委", "文峰区发改委", "安阳市文峰区发改委"])
def test_a_body_counts_with_the_place_it_belongs_to(name: str) -> None:
    """The longer form that names the district is as right as the short one, and so is any above it."""
    outcomes = compare_page({"organizations": {name}}, {"persons": PEOPLE, "places": PLACES, "organizations": BODIES})
    assert outcomes["organizations"].found == 1
    assert not outcomes["organizations"].wrong


def test_a_body_counts_without_the_place_in_front_only() -> None:
    """区环卫处 is 文峰区环卫处 on a page of 文峰区; a cut in the middle of the name, or a verb in front, is wrong."""
    names = {"区环卫处", "记者走进文峰区区发改委", "机电配件有限公司"}
    found = compare(names, BODIES, {"文峰区", "石家庄"})
    assert found == Outcome(
        1, ("区发改委", "石家庄七七源机电配件有限公司"), ("机电配件有限公司", "记者走进文峰区区发改委")
    )
    assert compare({"七七源机电配件有限公司"}, BODIES, {"石家庄"}).found == 1


def test_figures() -> None:
    """Pages are pooled by their names, not by their shares."""
    both = pool([Outcome(3), Outcome(0, ("甲",), ("乙", "丙"))])
    assert (both.precision, both.recall) == (3 / 5, 3 / 4)
    assert both.f1 == pytest.approx(2 / 3)
    assert Outcome(0, ("甲",), ("乙",)).f1 == 0
    assert Outcome(0).f1 == 1


def test_a_built_site_is_compared_page_by_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names of the articles of a page are taken together; another page, and another page's labels, have no part in it."""
    articles = [
        {"source": [{"file": "甲.txt"}], "people": [{"name": "赵同兴"}], "places": [{"name": "安阳市/文峰区"}]},
        {"source": [{"file": "甲.txt"}], "people": [{"name": "赵同兴"}, {"name": "李静"}], "organizations": []},
        {"source": [{"file": "乙.txt"}], "people": [{"name": "不在此页"}]},
    ]
    (tmp_path / "site" / "data").mkdir(parents=True)
    with gzip.open(tmp_path / "site" / "data" / "articles-2022.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in articles)
    labels = tmp_path / "labels"
    labels.mkdir()
    (labels / "1.yaml").write_text(
        "page: 甲.txt\npersons: [赵同兴, 周怡]\nplaces: [文峰区|文峰]\noptional: {persons: [李静]}\n", encoding="utf-8"
    )
    (labels / "topics.yaml").write_text("- {page: 甲.txt, right: [项目建设]}\n", encoding="utf-8")
    assert main([str(labels), str(tmp_path / "site"), "--show"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["甲.txt", "  persons missed: 周怡"]
    assert told[2].startswith("persons        precision 1.000   recall 0.500   F1 0.667")
    assert told[3].startswith("places         precision 1.000   recall 1.000   F1 1.000")


def test_nothing_to_compare_is_told(tmp_path: Path) -> None:
    """A folder that is not a built site is a mistake of the caller's, not a score of nought."""
    with pytest.raises(SystemExit):
        main([str(SEEDS_LABELS), str(tmp_path)])


def test_the_labels_of_the_seeds_can_be_read() -> None:
    """Five pages, each a file below seeds/, and no form stands for two names of one kind."""
    pages = dict(read_labels(SEEDS_LABELS))
    seeds = Path(__file__).parents[2] / "seeds"
    assert set(pages) == {file.name for file in seeds.glob("*.txt")}
    for kinds in pages.values():
        for labels in kinds.values():
            forms = [form for one in labels.names + labels.optional for form in one]
            assert len(forms) == len(set(forms))
