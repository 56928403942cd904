"""The day: in order of time, with the next appointment of each where it is known whose it is."""

from datetime import date, datetime

import pytest

from reception_assistant.agenda.day import Day, Person, Visit
from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.desk.agenda import Booked
from reception_assistant.naming.person import PersonName
from tests.helpers.practice import TODAY, Practice

HEADER = "datum;tijd;patientnummer;achternaam;behandeling;behandelaar;status"
LATER = date(2026, 12, 8)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _next(practice: Practice, time: str = "09:10", now: str | None = None) -> str:
    """Return the next appointment of whoever comes at `time`; empty when there is none."""
    visit = practice.visit(time, now=_at(now) if now else None)
    return f"{visit.following.start:%Y-%m-%dT%H:%M}" if visit.following else ""


def test_the_day_stands_in_order_of_time(practice: Practice) -> None:
    practice.read(
        HEADER,
        *("24-11-2026;16:00;1;Berg;;;", "24-11-2026;08:05;2;Vries;;;", "24-11-2026;12:30;3;Bos;;;"),
        *("24-11-2026;08:05;4;Aa;;;", "23-11-2026;23:59;5;Gisteren;;;", "25-11-2026;00:00;6;M;;;"),
    )
    listed = [f"{visit.start:%H:%M} {visit.person.name.surname}" for visit in practice.visits()]
    assert listed == ["08:05 Aa", "08:05 Vries", "12:30 Bos", "16:00 Berg"]


def test_the_first_and_the_last_minute_belong_to_the_day(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;00:00;1;Berg;;;", "24-11-2026;23:59;2;Vries;;;")
    assert len(practice.visits()) == 2


def test_the_hour_that_comes_twice_stays_in_order(practice: Practice) -> None:
    """On the night that the clock goes back, half past two comes twice; the first counts."""
    times = ("01:30", "02:30", "03:30")
    practice.read(HEADER, *(f"25-10-2026;{time};{time};Vries;;;" for time in times))
    day = practice.visits(date(2026, 10, 25))
    assert [f"{visit.start:%H:%M}" for visit in day] == list(times)


def test_the_next_appointment_comes_with_its_treatment_and_practitioner(
    practice: Practice,
) -> None:
    practice.read(
        HEADER,
        "24-11-2026;09:10;7;Vries;controle;Bakker;",
        "8-12-2026;14:20;7;Vries;kroon;El Amrani;",
        "8-6-2027;09:00;7;Vries;controle;Bakker;",
    )
    following = practice.visit().following
    assert following is not None
    assert following.start == _at("2026-12-08T14:20")
    assert (following.practitioner, following.treatment) == ("El Amrani", "kroon")


def test_the_next_appointment_comes_after_this_one(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;;", "24-11-2026;15:00;7;Vries;;;")
    assert _next(practice, "09:10") == "2026-11-24T15:00"
    assert _next(practice, "15:00") == ""
    assert _next(practice, "15:00", now="2026-11-24T08:00") == ""


def test_the_next_appointment_comes_after_now(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;;", "24-11-2026;15:00;7;Vries;;;")
    assert _next(practice, now="2026-11-24T14:59") == "2026-11-24T15:00"
    assert _next(practice, now="2026-11-24T15:00") == ""


@pytest.mark.parametrize("status", ["afgezegd", "verzet", "niet-gekomen", "gekomen"])
def test_an_appointment_that_does_not_stand_is_not_the_next(
    status: str, practice: Practice
) -> None:
    practice.read(
        HEADER,
        "24-11-2026;09:10;7;Vries;;;",
        f"8-12-2026;14:20;7;Vries;;;{status}",
        "9-12-2026;10:00;7;Vries;;;gepland",
    )
    assert _next(practice) == "2026-12-09T10:00"


def test_an_appointment_that_was_withdrawn_is_not_the_next(practice: Practice) -> None:
    rows = ("24-11-2026;09:10;7;Vries;;;", "8-12-2026;14:20;7;Vries;;;", "9-12-2026;10:00;8;Bos;;;")
    practice.read(HEADER, *rows)
    practice.read(HEADER, rows[0], rows[2], yes=True)
    assert _next(practice) == ""


def test_an_appointment_that_was_cancelled_by_hand_is_not_the_next(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;;", "8-12-2026;14:20;7;Vries;;;")
    later = practice.visit(day=LATER)
    practice.desk.agenda.cancel(later.id, later.version, practice.by)
    assert _next(practice) == ""
    cancelled = practice.visit(day=LATER)
    practice.desk.agenda.restore(cancelled.id, cancelled.version, practice.by)
    assert _next(practice) == "2026-12-08T14:20"


def test_the_next_appointment_is_never_somebody_elses(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;;", "8-12-2026;14:20;8;Vries;;;")
    assert _next(practice) == ""


LOOSE = "datum;tijd;achternaam;geboortedatum;behandelaar"


def test_somebody_known_by_name_only_hears_of_the_next_when_alone_in_that_name(
    practice: Practice,
) -> None:
    practice.read(LOOSE, "24-11-2026;09:10;Jansen;;", "8-12-2026;14:20;Jansen;;")
    assert practice.visit().person.loose
    assert _next(practice) == "2026-12-08T14:20"


@pytest.mark.parametrize(
    "second", ["24-11-2026;11:00;Jansen;14-3-1958;", "24-11-2026;11:00;jansen;;Bakker"]
)
def test_with_a_second_one_of_that_name_that_day_nothing_is_said_of_the_next(
    second: str, practice: Practice
) -> None:
    practice.read(LOOSE, "24-11-2026;09:10;Jansen;;", second, "8-12-2026;14:20;Jansen;;")
    assert _next(practice) == ""


def test_a_second_one_of_that_name_on_another_day_makes_no_difference(practice: Practice) -> None:
    rows = ("24-11-2026;09:10;Jansen;;", "25-11-2026;11:00;Jansen;14-3-1958;")
    practice.read(LOOSE, *rows, "8-12-2026;14:20;Jansen;;")
    assert _next(practice) == "2026-12-08T14:20"


def test_a_second_one_of_that_name_who_was_withdrawn_makes_no_difference(
    practice: Practice,
) -> None:
    rows = ["24-11-2026;09:10;Jansen;;", "8-12-2026;14:20;Jansen;;", "24-11-2026;10:00;Bos;;"]
    practice.read(LOOSE, *rows, "24-11-2026;11:00;Jansen;14-3-1958;")
    practice.read(LOOSE, *rows, yes=True)
    assert _next(practice) == "2026-12-08T14:20"


def test_a_second_appointment_made_by_hand_counts_as_a_second_one(practice: Practice) -> None:
    practice.read(LOOSE, "24-11-2026;09:10;Jansen;;", "8-12-2026;14:20;Jansen;;")
    person = practice.visit().person
    practice.desk.agenda.add(
        Booked(person_id=person.id, start=_at("2026-11-24T16:00")), practice.by
    )
    assert (_next(practice, "09:10"), _next(practice, "16:00")) == ("", "")


def test_who_does_not_come_is_not_among_those_coming(practice: Practice) -> None:
    practice.read(
        HEADER,
        *("24-11-2026;09:00;1;A;;;", "24-11-2026;10:00;2;B;;;afgezegd"),
        *("24-11-2026;11:00;3;C;;;verzet", "24-11-2026;12:00;4;D;;;niet-gekomen"),
    )
    day = practice.desk.agenda.day(TODAY, None)
    assert [visit.person.name.surname for visit in day.coming] == ["A", "D"]
    assert len(day.visits) == 4


def test_the_status_says_since_when(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;;")
    assert practice.visit().since == ""
    practice.at("09:05")
    practice.mark(EventKind.ARRIVED)
    practice.at("09:20")
    assert practice.desk.time.from_utc(practice.visit().since) == _at("2026-11-24T09:05")


def test_the_people_who_see_patients_are_told_once_each(practice: Practice) -> None:
    practice.read(HEADER, "24-11-2026;09:10;7;Vries;;Bakker;", "24-11-2026;10:10;8;Bos;;Aker;")
    practice.read(HEADER, "25-11-2026;09:10;7;Vries;;Bakker;")
    assert practice.desk.agenda.practitioners() == ["Aker", "Bakker"]


def _visit(time: str, status: Status) -> Visit:
    person = Person(id=time, name=PersonName(surname=time))
    return Visit(id=time, start=_at(f"2026-11-24T{time}"), person=person, status=status)


@pytest.mark.parametrize(
    ("visits", "now", "chosen"),
    [
        ("09:00 expected|10:00 expected", "08:00", "09:00"),
        ("09:00 expected|10:00 expected", "09:20", "09:00"),
        ("09:00 expected|10:00 expected", "09:21", "10:00"),
        ("09:00 arrived|10:00 expected", "09:00", "10:00"),
        ("09:00 arrived|10:00 left", "11:00", "09:00"),
        ("09:00 expected|10:00 left", "11:00", "09:00"),
        ("09:00 left|10:00 left", "11:00", "10:00"),
        ("09:00 cancelled|10:00 withdrawn", "08:00", None),
        ("", "08:00", None),
    ],
)
def test_who_is_to_be_greeted_next(visits: str, now: str, chosen: str | None) -> None:
    told = [text.split() for text in visits.split("|") if text]
    day = Day(TODAY, tuple(_visit(time, Status(status)) for time, status in told))
    found = day.next_up(_at(f"2026-11-24T{now}"))
    assert (found.id if found else None) == chosen


def test_states_are_counted() -> None:
    day = Day(TODAY, (_visit("09:00", Status.LEFT), _visit("10:00", Status.LEFT)))
    assert (day.number_of(Status.LEFT), day.count(Status.EXPECTED)) == (2, 0)
