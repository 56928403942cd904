"""An appointment that is gone from the file is withdrawn only inside what the file covers."""

from datetime import date

import pytest

from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.desk.agenda import Booked
from tests.helpers.practice import TODAY, Practice, counts

HEADER = "datum;tijd;kenmerk;achternaam;geboortedatum;behandelaar"
NAMES = ("Vries", "Berg", "Bos", "Smit", "Dijk", "Mulder")
TOMORROW = date(2026, 11, 25)


def _rows(
    *times: str, day: str = "25-11-2026", who: str = "Bakker", keyless: bool = False
) -> list[str]:
    """Return a row at each of these times, of the same person at the same time."""
    rows = []
    for number, time in enumerate(times):
        key = "" if keyless else f"{day} {time} {who}"
        rows.append(f"{day};{time};{key};{NAMES[number % 6]};1-{number + 1}-1960;{who}")
    return rows


ALL = ("09:00", "10:00", "11:00", "12:00")


def _withdrawn(practice: Practice, day: date = TOMORROW) -> list[str]:
    return [
        f"{visit.start:%H:%M}" for visit in practice.visits(day) if visit.status is Status.WITHDRAWN
    ]


@pytest.mark.parametrize("keys", ["with keys", "without keys"])
def test_what_is_gone_from_the_file_is_withdrawn(keys: str, practice: Practice) -> None:
    rows = _rows(*ALL, keyless=keys == "without keys")
    practice.read(HEADER, *rows)
    outcome = practice.read(HEADER, *rows[:1], *rows[2:])
    assert counts(outcome) == (0, 0, 3, 1)
    assert _withdrawn(practice) == ["10:00"]
    coming = practice.desk.agenda.day(TOMORROW, None).coming
    assert [f"{visit.start:%H:%M}" for visit in coming] == ["09:00", "11:00", "12:00"]


def test_what_is_withdrawn_is_counted_once(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    rows = _rows(*ALL)[:3]
    assert practice.read(HEADER, *rows).withdrawn == 1
    assert counts(practice.read(HEADER, *rows)) == (0, 0, 3, 0)


def test_what_is_back_in_the_file_stands_again(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    before = practice.visit("12:00", TOMORROW).id
    practice.read(HEADER, *_rows(*ALL)[:3])
    assert counts(practice.read(HEADER, *_rows(*ALL))) == (0, 1, 3, 0)
    visit = practice.visit("12:00", TOMORROW)
    assert (visit.id, visit.status) == (before, Status.EXPECTED)


def test_days_before_and_after_the_file_are_left_alone(practice: Practice) -> None:
    for day in ("24-11-2026", "25-11-2026", "26-11-2026", "27-11-2026"):
        practice.read(HEADER, *_rows("09:00", "15:00", day=day))
    middle = [*_rows("09:00"), *_rows("09:00", day="26-11-2026")]
    assert practice.read(HEADER, *middle).withdrawn == 2
    assert _withdrawn(practice, TODAY) == _withdrawn(practice, date(2026, 11, 27)) == []
    assert _withdrawn(practice) == _withdrawn(practice, date(2026, 11, 26)) == ["15:00"]


def test_a_day_inside_the_file_without_a_row_counts_as_covered(practice: Practice) -> None:
    practice.read(HEADER, *_rows("09:00", day="26-11-2026"))
    around = [*_rows("09:00"), *_rows("09:00", day="27-11-2026")]
    assert practice.read(HEADER, *around, yes=True).withdrawn == 1


def test_practitioners_who_are_not_in_the_file_are_left_alone(practice: Practice) -> None:
    others = _rows("09:10", "10:10", who="El Amrani")
    practice.read(HEADER, *_rows(*ALL), *others)
    assert practice.read(HEADER, *_rows(*ALL)[:3]).withdrawn == 1
    assert _withdrawn(practice) == ["12:00"]


def test_of_today_only_what_comes_after_the_first_time_in_the_file(practice: Practice) -> None:
    rows = _rows("08:00", "08:30", "11:00", "12:00", "13:00", day="24-11-2026")
    practice.read(HEADER, *rows)
    assert practice.read(HEADER, rows[2], rows[4]).withdrawn == 1
    assert _withdrawn(practice, TODAY) == ["12:00"]


def test_a_file_that_says_nothing_of_today_withdraws_nothing_today(practice: Practice) -> None:
    practice.at("09:00")
    practice.read(HEADER, *_rows("15:00", day="24-11-2026"))
    around = [*_rows("09:00", day="23-11-2026"), *_rows("09:00")]
    assert practice.read(HEADER, *around, yes=True).withdrawn == 0
    assert _withdrawn(practice, TODAY) == []


def test_more_than_half_of_a_day_stays_with_a_remark(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    outcome = practice.read(HEADER, *_rows(*ALL)[:1])
    assert outcome.withdrawn == 0
    (remark,) = outcome.remarks
    assert "3 van de 4" in remark
    assert "25 november" in remark
    assert "--yes" in remark
    assert _withdrawn(practice) == []


def test_more_than_half_of_a_day_goes_when_that_is_meant(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    outcome = practice.read(HEADER, *_rows(*ALL)[:1], yes=True)
    assert (outcome.withdrawn, outcome.remarks) == (3, ())
    assert _withdrawn(practice) == ["10:00", "11:00", "12:00"]


def test_half_of_a_day_goes_without_asking(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    assert practice.read(HEADER, *_rows(*ALL)[:2]).withdrawn == 2


def test_each_day_is_weighed_by_itself(practice: Practice) -> None:
    wednesday, thursday = _rows(*ALL), _rows(*ALL, day="26-11-2026")
    practice.read(HEADER, *wednesday, *thursday)
    outcome = practice.read(HEADER, *wednesday[:1], *thursday[:3])
    assert outcome.withdrawn == 1
    assert _withdrawn(practice) == []
    assert _withdrawn(practice, date(2026, 11, 26)) == ["12:00"]


@pytest.mark.parametrize("kind", [kind for kind in EventKind if kind is not EventKind.UNDONE])
def test_a_visit_that_was_marked_is_never_lost(kind: EventKind, practice: Practice) -> None:
    rows = _rows("09:00", "10:00", "11:00", "12:00", day="24-11-2026")
    practice.read(HEADER, *rows)
    practice.mark(kind, "12:00")
    assert practice.read(HEADER, *rows[:3], yes=True).withdrawn == 0
    assert practice.visit("12:00").status.value == kind.value


def test_an_appointment_made_by_hand_is_not_the_files_to_withdraw(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    first = practice.visit("09:00", TOMORROW)
    made = Booked(person_id=first.person.id, start=first.start.replace(hour=14))
    practice.desk.agenda.add(made, practice.by)
    assert practice.read(HEADER, *_rows(*ALL)).withdrawn == 0
    assert practice.visit("14:00", TOMORROW).status is Status.EXPECTED


def test_what_moved_under_its_key_is_not_withdrawn(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    moved = _rows(*ALL)[3].replace("12:00", "16:00", 1)
    outcome = practice.read(HEADER, *_rows(*ALL)[:3], moved)
    assert counts(outcome) == (0, 1, 3, 0)


def test_a_row_that_was_not_understood_keeps_the_appointment_of_its_key(practice: Practice) -> None:
    practice.read(HEADER, *_rows(*ALL))
    broken = _rows(*ALL)[3].replace("12:00", "half twaalf", 1)
    outcome = practice.read(HEADER, *_rows(*ALL)[:3], broken)
    assert (outcome.withdrawn, len(outcome.rejected)) == (0, 1)
    assert _withdrawn(practice) == []
