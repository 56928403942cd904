"""Ids: UUID version 7, which sort by the moment they were made."""

import time
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant import ids


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = uuid.UUID(ids.new_id())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


def test_an_id_is_written_in_the_usual_way() -> None:
    made = ids.new_id()
    assert made == str(uuid.UUID(made))


def test_the_time_in_an_id_is_now() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(ids.new_id())
    after = time.time_ns() // 1_000_000
    assert before <= made.int >> 80 <= after


@given(earlier=st.integers(0, 2**62), later=st.integers(500, 2**40))
def test_ids_sort_by_the_time_they_were_made(earlier: int, later: int) -> None:
    """Also within a millisecond: two marks in one go keep their order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: earlier)
        first = ids.new_id()
        patch.setattr(time, "time_ns", lambda: earlier + later)
        second = ids.new_id()
    assert first < second
    assert [uuid.UUID(each).version for each in (first, second)] == [7, 7]


def test_ids_made_at_the_same_moment_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_795_000_000_000_000_000)
    assert len({ids.new_id() for _each in range(5_000)}) == 5_000
