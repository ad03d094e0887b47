"""Addresses of places are spelled as their people say them."""

from __future__ import annotations

import pytest

from jianbao.archive.slugs import latin, mint


@pytest.mark.parametrize(
    ("place", "slug"),
    [("殷都区", "yinduqu"), ("江都区", "jiangduqu"), ("成都市", "chengdushi"), ("六合区", "luhequ"), ("浚县", "xunxian"),
     ("文峰区", "wenfengqu"), ("召陵区", "shaolingqu")],
)  # fmt: skip
def test_a_place_is_spelled_as_it_is_said(place: str, slug: str) -> None:
    """都 is du in names; a few places are read as no dictionary has it."""
    assert latin(place) == slug


def test_an_address_that_was_given_stays() -> None:
    """A better reading never moves a published address."""
    assert mint({"安阳市/殷都区": ("殷都区", "410505")}, {"安阳市/殷都区": "yindouqu-410505"}) == {
        "安阳市/殷都区": "yindouqu-410505"
    }
