"""Templates give what Jinja gives, whatever is put out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from jianbao.press.quick_templates import QuickEnvironment


class Linked:
    """Something that says itself how it looks in HTML."""

    def __html__(self) -> str:
        return "<a>剪报 & 其他</a>"


class Bold(Markup):
    """Markup of another kind."""


TEMPLATE = """{% macro link(text) %}<a title="{{ text }}">{{ text }}</a>{% endmacro %}
{% macro box() %}<p>{{ caller() }}</p>{% endmacro %}
{{ value }}|{{ value ~ "<b>" }}|{{ link(value) }}|{% call box() %}<i>{{ value }}</i>{% endcall %}|
{% set kept %}<u>{{ value }}</u>{% endset %}{{ kept }}|{{ value|e }}|{{ value|string|upper }}|{{ value|safe }}|
{% filter replace("a", "&") %}{{ value }}{% endfilter %}{% for one in range(2) %}{{ loop.index }}{{ value }}{% endfor %}"""
QUICK, PLAIN = (
    kind(autoescape=True, undefined=StrictUndefined).from_string(TEMPLATE) for kind in (QuickEnvironment, Environment)
)
FAULTY = QuickEnvironment(autoescape=True, undefined=StrictUndefined).from_string("{{ name }}{{ nobody }}")
values = st.one_of(
    st.text(), st.text().map(Markup), st.text().map(Bold), st.integers(), st.none(), st.builds(Linked), st.floats(),
    st.lists(st.text(max_size=3), max_size=2),
)  # fmt: skip


@given(values)
def test_values_are_put_out_alike(value: object) -> None:
    """Texts with and without marks, markup, numbers, nothing, and what has HTML of its own."""
    assert QUICK.render(value=value) == PLAIN.render(value=value)


@given(st.text())
def test_what_no_template_may_read_is_told(name: str) -> None:
    """A value that is not there is a fault of the template, here as there."""
    with pytest.raises(UndefinedError, match="nobody"):
        FAULTY.render(name=name)


def test_a_template_keeps_what_it_sets_to_itself() -> None:
    """The names that all know are the same after it."""
    environment = QuickEnvironment()
    environment.from_string("{% set range = 1 %}{{ range }}").render()
    assert environment.from_string("{{ range(2)|list }}").render() == "[0, 1]"
