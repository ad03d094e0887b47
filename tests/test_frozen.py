"""A frozen value behaves as the library's frozen dataclass with slots does; only its class is made faster."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, ClassVar, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.frozen import frozen

T = TypeVar("T")


class _Headline:
    """A headline with what stands around it."""

    WIDEST: ClassVar[int] = 20

    text: str
    ems: float = 1.5
    kickers: tuple[str, ...] = ()
    lines: list[int] = field(default_factory=list)
    seen: object = field(default=None, compare=False, repr=False)

    @property
    def is_long(self) -> bool:
        """Whether it is set on more than one line."""
        return len(self.text) > self.WIDEST


def _class_of(make: Callable[[type[Any]], type[Any]]) -> type[Any]:
    return make(type("Headline", (), dict(vars(_Headline))))


Ours, Library = _class_of(frozen), _class_of(dataclass(frozen=True, slots=True))


@frozen
class Dated:
    """A value of a module, which can be pickled."""

    day: str
    number: int = 1


@frozen
class Shelf(Generic[T]):
    """A value that holds any kind."""

    member: T


@frozen(eq=False)
class Table:
    """A value that equals itself alone."""

    rows: tuple[str, ...]


@frozen
class Nothing:
    """A value without fields."""


values = st.tuples(
    st.text(max_size=3), st.sampled_from([1.5, 2.0]), st.sampled_from([(), ("关注",)]), st.just([3]), st.integers(0, 1)
)


@given(values, values)
def test_values_are_alike_where_the_library_says_so(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    """What is left out of comparing and of showing is left out here, too."""
    assert (Ours(*one) == Ours(*other)) is (Library(*one) == Library(*other))
    assert repr(Ours(*one)).rpartition(".")[2] == repr(Library(*one)).rpartition(".")[2]
    assert Ours(*one) != Library(*one)


def test_a_hash_is_of_what_is_compared() -> None:
    """Equal values are one key; a value that holds a list is none."""
    assert hash(Dated("2022-09-22")) == hash(Dated("2022-09-22", 1))
    assert len({Dated("2022-09-22"), Dated("2022-09-22"), Dated("2022-09-23")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Ours("一"))


@pytest.mark.parametrize(
    "arguments", [((), {}), (("一", 1, (), [], None, 6), {}), (("一",), {"text": "二"}), (("一",), {"colour": "red"})]
)
def test_what_cannot_be_made_is_refused(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    """Too few values, too many, one twice, one that nobody knows."""
    given, named = arguments
    for kind in (Ours, Library):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_every_value_has_a_list_of_its_own() -> None:
    """What a default is made of is made anew."""
    assert Ours("一").lines == []
    assert Ours("一").lines is not Ours("一").lines


@pytest.mark.parametrize("change", ["text", "is_long", "colour"])
def test_nothing_of_a_value_can_be_changed(change: str) -> None:
    """Neither what it has nor what it has not."""
    value = Ours("一")
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(value, change, "二")
    with pytest.raises((FrozenInstanceError, AttributeError)):
        delattr(value, change)
    assert value.text == "一"
    assert not hasattr(value, "__dict__")


def test_the_library_knows_it_as_its_own() -> None:
    """Its fields, and another value with some of them changed."""
    assert is_dataclass(Ours)
    assert [one.name for one in fields(Ours)] == [one.name for one in fields(Library)]
    assert Ours.__match_args__ == Library.__match_args__
    assert replace(Ours("一"), ems=3.0) == Ours("一", 3.0)
    assert Ours("一" * 21).is_long


@pytest.mark.parametrize("value", [Dated("2022-09-22", 4), Shelf(Dated("2022")), Nothing()])
def test_a_value_can_be_kept_and_copied(value: object) -> None:
    """For the cache, and for other processes."""
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
    assert copy.deepcopy(value) == value


def test_a_table_equals_itself_alone() -> None:
    """So that what is looked up in it can be remembered by the table."""
    table = Table(("一",))
    assert table == table
    assert table != Table(("一",))
    assert {table: 1}[table] == 1
