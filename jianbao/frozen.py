"""Frozen values: `@frozen` makes what `@dataclass(frozen=True, slots=True)` makes, at a quarter of the price.

A run loads a hundred classes of values before it does anything, and for each the library compiles six functions: a tenth
of a plain build of a thousand articles. Here one is compiled, which also fills the slots faster, and the others are the
same for all classes. A test holds both to the same behaviour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, eq: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, eq: bool = True) -> Any:
    """The class as a frozen dataclass with slots; without `eq` every object of it equals itself alone."""
    return (lambda late: _freeze(late, eq)) if cls is None else _freeze(cls, eq)


def _freeze(cls: type[T], eq: bool) -> type[T]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    all_fields = fields(made)
    names = [one.name for one in all_fields]
    values = _getter(names)
    made.__init__ = _init_of(made, all_fields)
    made.__setattr__, made.__delattr__ = _refuse, _refuse
    made.__reduce__ = lambda self: (made, values(self))
    made.__repr__ = _repr_of([one.name for one in all_fields if one.repr])
    if eq:
        compared = _getter([one.name for one in all_fields if one.compare])
        made.__eq__ = lambda self, other: compared(self) == compared(other) if type(other) is made else NotImplemented
        made.__hash__ = lambda self: hash(compared(self))
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these names as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _init_of(made: Any, all_fields: Iterable[Field[Any]]) -> Callable[..., None]:
    """`__init__`, compiled: it fills each slot by its descriptor, past the lock on assignments."""
    known: dict[str, Any] = {"_missing": MISSING}
    taken, filled = [], []
    for one in all_fields:
        name = value = one.name
        known[f"_set_{name}"] = made.__dict__[name].__set__
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            taken.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            taken.append(f"{name}=_default_{name}")
        else:
            taken.append(name)
        filled.append(f" _set_{name}(self, {value})")
    lines = [f"def __init__(self, {', '.join(taken)}):", *(filled or [" pass"])]
    exec("\n".join(lines), known)  # noqa: S102 - of our own names
    init: Callable[..., None] = known["__init__"]
    return init


def _repr_of(names: list[str]) -> Callable[[Any], str]:
    return lambda self: f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change {name!r} of a {type(self).__name__}: it is a frozen value")
