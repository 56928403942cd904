"""The one query for the day stays as quick when there is ten times the data."""

from reception_assistant.store import first_day
from tests.helpers.practice import Practice


def test_the_day_is_found_by_its_index_and_nothing_is_walked_through(practice: Practice) -> None:
    span = {"day": "2026-11-24", "end": "2026-11-24T~", "now": "2026-11-24T09:00"}
    with practice.desk.store.reading() as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {first_day._VISITS}", span).fetchall()
    steps = [row[3] for row in rows]
    assert steps[0].startswith("SEARCH a USING INDEX appointments_by_start")
    assert [step for step in steps if "AUTOMATIC" in step] == []
    scanned = [step for step in steps if step.startswith("SCAN")]
    assert all("sources" in step for step in scanned)  # a handful
