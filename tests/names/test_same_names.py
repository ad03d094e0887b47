"""A word put right moves the names behind it, and nothing else; where anything else of the names is another, that is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.archive.names.found import Names, OrganizationFound, PersonFound, PlaceFound, Span
from jianbao.archive.names.passage import CAPTION, TEXT, TITLE
from jianbao.archive.names.same_names import moved_places

PRINTED = "文峰区教育局局长胡启明到小营村小学看望李秀英，胡启明说，校舍要在入冬以前修好。"
PUT_RIGHT = "昨天，文峰区教育局局长胡启明到小营村小学看望了李秀英，胡启明说，校舍要在入冬以前修好。"


def places_in(text: str, name: str, part: str = TEXT) -> tuple[Span, ...]:
    """Everywhere that a name stands in a part of the passage."""
    found = (at for at in range(len(text)) if text.startswith(name, at))
    return tuple(Span(part, at, at + len(name)) for at in found)


def names_in(text: str, title: str = "", caption: str = "") -> Names:
    """Two persons, an office and two places, one of which stands in the name of the office."""

    def spans(name: str) -> tuple[Span, ...]:
        return (*places_in(title, name, TITLE), *places_in(text, name), *places_in(caption, name, CAPTION))

    return Names(
        people=(
            PersonFound("胡启明", spans("胡启明"), post="文峰区教育局局长", public=True, rule="post"),
            PersonFound("李秀英", spans("李秀英"), rule="verb"),
        ),
        organizations=(OrganizationFound("文峰区教育局", spans("文峰区教育局"), "government"),),
        places=(
            PlaceFound("安阳市/文峰区", "district", spans("文峰区"), "410502", ("文峰区",)),
            PlaceFound("安阳市/文峰区/宝莲寺镇/小营村", "village", spans("小营村"), "", ("小营村",)),
        ),
    )


def moved(before: Names, now: Names) -> dict[Span, Span]:
    """Where each place is now, of names that are the same."""
    found = moved_places(before, now)
    assert found is not None
    return dict(found)


def test_every_place_of_a_name_is_found_where_it_is_now() -> None:
    """Three characters were put in before the first name, one more before the village woman's."""
    found = moved(names_in(PRINTED), names_in(PUT_RIGHT))
    told = {PRINTED[old.start : old.end]: PUT_RIGHT[new.start : new.end] for old, new in found.items()}
    assert told == {name: name for name in ("胡启明", "李秀英", "文峰区教育局", "文峰区", "小营村")}
    assert {(old.start, new.start - old.start) for old, new in found.items()} == {
        *((0, 3), (8, 3), (12, 3)),
        *((19, 4), (23, 4)),
    }


def test_where_the_text_is_the_same_every_place_is_its_own() -> None:
    """Whoever signs, and stands nowhere in the text, has no place."""
    names = names_in(PRINTED)
    names = replace(names, people=(*names.people, PersonFound("周俊英", (), role="reporter")))
    found = moved(names, names)
    assert found
    assert all(old == new for old, new in found.items())
    assert moved(Names(), Names()) == {}


def test_the_words_of_the_text_are_no_names() -> None:
    """They decide the keywords, which are looked at elsewhere."""
    before, now = (
        replace(names_in(PRINTED), words={"校舍": 1}),
        replace(names_in(PUT_RIGHT), words={"校舍": 2, "入冬": 1}),
    )
    assert moved_places(before, now) == moved_places(names_in(PRINTED), names_in(PUT_RIGHT)) is not None


def test_headline_text_and_captions_are_counted_each_by_itself() -> None:
    """The text moves under a headline that stays where it is; a name that goes from one to another is no mere move."""
    title, caption = "胡启明看望李秀英", "图为小营村小学。"
    found = moved(names_in(PRINTED, title, caption), names_in(PUT_RIGHT, title, caption))
    assert found[Span(TITLE, 0, 3)] == Span(TITLE, 0, 3)
    assert found[Span(TEXT, 8, 11)] == Span(TEXT, 11, 14)
    assert found[Span(CAPTION, 2, 5)] == Span(CAPTION, 2, 5)
    in_the_headline, in_the_caption = names_in("校舍要修。", "胡启明到校"), names_in("校舍要修。", "", "胡启明到校")
    assert moved_places(in_the_headline, in_the_caption) is None


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ("文峰区教育局局长胡启明到小营村小学看望，胡启明说，校舍要在入冬以前修好。", "李秀英 is gone"),
        ("文峰区教育局局长胡启明到小营村小学看望李秀英，他说，校舍要在入冬以前修好。", "胡启明 is named once"),
        (PRINTED + "李秀英笑了。", "李秀英 is named once more"),
        ("李秀英等来了文峰区教育局局长，胡启明到小营村小学，胡启明说，校舍要修好。", "李秀英 stands before 胡启明"),
        ("小营村来了文峰区教育局局长胡启明，他看望李秀英，胡启明说，校舍要修好。", "小营村 stands before the office"),
    ],
)
def test_names_gone_come_or_in_another_order_are_not_the_same(now: str, why: str) -> None:
    """Each would be listed otherwise, or lead elsewhere."""
    assert moved_places(names_in(PRINTED), names_in(now)) is None, why


def test_what_is_known_of_a_name_must_be_the_same() -> None:
    """Another post, another village of the name, another form of the office, a child that must get no page."""
    before, now = names_in(PRINTED), names_in(PUT_RIGHT)
    secretary, villager = now.people
    (office,), (district, village) = now.organizations, now.places
    for other in (
        replace(now, people=(secretary._replace(post="文峰区教育局副局长"), villager)),
        replace(now, people=(secretary, villager._replace(shielded=True))),
        replace(now, people=(secretary, villager._replace(name="李秀荣"))),
        replace(now, organizations=(office._replace(name="区教育局"),)),
        replace(now, places=(district, village._replace(label="安阳市/殷都区/小营村"))),
        replace(now, places=(district, village._replace(printed=("小营村", "小营")))),
        replace(now, people=(villager, secretary)),
    ):
        assert moved_places(before, other) is None
    assert moved_places(before, now) is not None


def test_a_name_in_a_shorter_form_is_not_in_the_same_place() -> None:
    """胡启明 is 老胡 the second time: as many places, one of another length."""
    whole = Names(people=(PersonFound("胡启明", (Span(TEXT, 0, 3), Span(TEXT, 10, 13))),))
    short = Names(people=(PersonFound("胡启明", (Span(TEXT, 0, 3), Span(TEXT, 10, 12))),))
    assert moved_places(whole, short) is None


def an_office_and_its_district(district_at: int) -> Names:
    """文峰区教育局 at the beginning of a text, and 文峰区 at this character of it."""
    return Names(
        organizations=(OrganizationFound("文峰区教育局", (Span(TEXT, 0, 6),), "government"),),
        places=(PlaceFound("安阳市/文峰区", "district", (Span(TEXT, district_at, district_at + 3),), "410502"),),
    )


def test_names_must_lie_over_one_another_as_they_did() -> None:
    """文峰区 inside 文峰区教育局 leads nowhere, for the longer name does; standing by itself it leads to the district."""
    inside, alone, further_on = (an_office_and_its_district(at) for at in (0, 6, 20))
    assert moved_places(inside, alone) is None
    assert moved_places(alone, inside) is None
    assert moved_places(alone, further_on) == {Span(TEXT, 0, 6): Span(TEXT, 0, 6), Span(TEXT, 6, 9): Span(TEXT, 20, 23)}


def a_person_and_a_place(person: int, place: int) -> Names:
    """Two names of two characters that both consist of the character 庄, at these characters of the text."""
    return Names(
        people=(PersonFound("庄庄", (Span(TEXT, person, person + 2),)),),
        places=(PlaceFound("安阳市/庄庄", "village", (Span(TEXT, place, place + 2),)),),
    )


@pytest.mark.parametrize(("person", "place"), [(0, 1), (1, 0), (0, 5), (5, 0)])
def test_two_names_that_took_the_same_characters_still_do(person: int, place: int) -> None:
    """And two that did not do not now: of those one leads to a page, of these each."""
    same = a_person_and_a_place(3, 3)
    assert moved_places(same, a_person_and_a_place(7, 7)) == {Span(TEXT, 3, 5): Span(TEXT, 7, 9)}
    assert moved_places(same, a_person_and_a_place(person, place)) is None
    assert moved_places(a_person_and_a_place(person, place), same) is None
