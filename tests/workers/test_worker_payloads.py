"""The payloads of a slice: one text, cut and parsed."""

import json
import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.payloads import Payloads

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(st.lists(JSON, max_size=5))
def test_each_job_gets_its_own(values: list[object]) -> None:
    payloads = Payloads(json.dumps(values))
    assert len(payloads) == len(values)
    assert [payloads.value(place) for place in range(len(values))] == values
    texts = [payloads.text(place) for place in range(len(values))]
    assert [json.loads(text) for text in texts] == values


def test_the_text_is_that_of_the_database() -> None:
    payloads = Payloads('[{"price": 1.50, "of": "]\\",["}, 12345678901234567890123, []]')
    assert payloads.text(0) == '{"price": 1.50, "of": "]\\",["}'
    assert payloads.text(1) == "12345678901234567890123"
    assert payloads.text(2) == "[]"


@pytest.mark.parametrize("bad", ["1e400", "[" * 2000 + "]" * 2000])
def test_what_python_cannot_hold_spoils_nothing_but_itself(bad: str) -> None:
    payloads = Payloads(f'[{{"a": [1, 2]}}, {bad}, "b"]')
    assert len(payloads) == 3
    assert (payloads.value(0), payloads.value(2)) == ({"a": [1, 2]}, "b")
    with pytest.raises(orjson.JSONDecodeError, match=re.compile("depth|infinity")):
        payloads.value(1)
    assert payloads.text(1) == bad
