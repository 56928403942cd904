"""Thinking ahead on a real agenda: what its past, its future and the desk make known."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.visit import EventKind
from reception_assistant.cues.cue import Cue
from reception_assistant.cues.outlook import Told
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.people import PersonForm
from reception_assistant.errors import KnownError
from reception_assistant.naming.person import PersonName
from reception_assistant.settings.catalogue import AHEAD_WEEKS, BIRTHDAY, WAITING_MINUTES, YES
from reception_assistant.store import background
from tests.helpers.practice import TODAY, Practice

HEADER = "datum;tijd;duur;kenmerk;patientnummer;achternaam;behandelaar;status;geboortedatum"
LONG_AGO = "01-10-2025;09:00;20;a;900;Vroeg;Smit;gekomen;"
FAR_AHEAD = "01-03-2027;09:00;20;z;901;Laat;Smit;gepland;"


def _read(practice: Practice, *rows: str) -> None:
    practice.read(HEADER, LONG_AGO, *rows, FAR_AHEAD, yes=True)


def _cues(practice: Practice, time: str = "09:30") -> list[Cue]:
    day = practice.desk.agenda.day(TODAY, practice.desk.time.now())
    outlook = practice.desk.ahead.outlook(day)
    (visit,) = (each for each in day.visits if f"{each.start:%H:%M}" == time)
    return outlook.cues(visit, practice.desk.time.now())


def _kinds(practice: Practice, time: str = "09:30") -> list[str]:
    return [cue.kind for cue in _cues(practice, time)]


def _visit(practice: Practice) -> Visit:
    return practice.visit("09:30")


NOW_ROW = "24-11-2026;09:30;20;n;1;Zonneveld;Bakker;gepland;"
NEXT_ROW = "25-05-2027;09:30;20;v;1;Zonneveld;Bakker;gepland;"


def test_who_never_came_in_a_year_is_here_for_the_first_time(practice: Practice) -> None:
    _read(practice, NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == ["first_visit"]


def test_who_came_before_is_not(practice: Practice) -> None:
    _read(practice, "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;", NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == []


def test_an_agenda_of_some_weeks_does_not_know_who_is_new(practice: Practice) -> None:
    practice.read(HEADER, "02-11-2026;09:00;20;a;900;Vroeg;Smit;gekomen;", NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == []


def test_cancelled_before_is_not_having_been_here(practice: Practice) -> None:
    before = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;afgezegd;"
    _read(practice, before, NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == ["first_visit"]


def test_without_a_next_appointment_one_is_offered(practice: Practice) -> None:
    _read(practice, "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;", NOW_ROW)
    (cue,) = _cues(practice)
    assert (cue.kind, cue.at_leaving) == ("no_next", True)


def test_the_setting_says_how_far_the_agenda_must_reach(practice: Practice) -> None:
    came = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"
    practice.read(HEADER, came, NOW_ROW, "20-12-2026;09:00;20;z;901;Laat;Smit;gepland;")
    assert _kinds(practice) == []
    practice.desk.settings.choose(AHEAD_WEEKS, "3", practice.by)
    assert _kinds(practice) == ["no_next"]


def test_an_agenda_that_was_read_long_ago_may_miss_what_was_planned_since(
    practice: Practice,
) -> None:
    practice.at("09:00", date(2026, 11, 10))
    _read(practice, "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;", NOW_ROW)
    practice.at("09:00")
    assert _kinds(practice) == []


def test_not_coming_the_last_time_is_known_from_the_source(practice: Practice) -> None:
    _read(
        practice,
        "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;",
        "01-10-2026;10:00;20;p;1;Zonneveld;Bakker;niet-gekomen;",
        NOW_ROW,
        NEXT_ROW,
    )
    (cue,) = _cues(practice)
    assert cue.kind == "no_show_last"
    assert "donderdag 1 oktober" in cue.because


def test_not_coming_is_known_from_the_desk_and_taken_back_there(practice: Practice) -> None:
    came = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"
    monday = "23-11-2026;10:00;20;p;1;Zonneveld;Bakker;gepland;"
    _read(practice, came, monday, NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == []
    practice.at("10:15", date(2026, 11, 23))
    (missed,) = practice.visits(date(2026, 11, 23))
    practice.desk.agenda.mark(missed.id, EventKind.NO_SHOW, practice.by)
    practice.at("09:00")
    assert _kinds(practice) == ["no_show_last"]
    practice.at("17:00", date(2026, 11, 23))
    practice.desk.agenda.undo(practice.by)
    practice.at("09:00")
    assert _kinds(practice) == []


def test_appointments_that_the_source_calls_moved_are_counted(practice: Practice) -> None:
    _read(
        practice,
        "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;",
        "01-05-2026;10:00;20;q;1;Zonneveld;Bakker;verzet;",
        "09-11-2026;10:00;20;r;1;Zonneveld;Bakker;verzet;",
        "16-11-2026;10:00;20;s;1;Zonneveld;Bakker;verzet;",
        NOW_ROW,
        NEXT_ROW,
    )
    (cue,) = _cues(practice)
    assert (cue.kind, cue.know) == ("moved_twice", "Deze afspraak is al twee keer verzet.")


def test_moves_are_seen_when_the_source_is_read_again(practice: Practice) -> None:
    came = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"
    days = ("30-11-2026;09:30", "27-11-2026;09:30", "24-11-2026;09:40", "24-11-2026;09:30")
    for number, day in enumerate(days):
        practice.at("08:00", date(2026, 11, 20 + number))
        _read(practice, came, f"{day};20;n;1;Zonneveld;Bakker;gepland;", NEXT_ROW)
    practice.at("09:00")
    (cue,) = _cues(practice)
    assert "twee keer" in cue.know, "ten minutes is no move"


def test_moves_by_hand_are_counted(practice: Practice) -> None:
    person = practice.desk.people.add(PersonForm(name=PersonName(surname="Kok")), practice.by)
    booked = Booked(person_id=person, start=datetime.fromisoformat("2026-11-26T09:00"))
    visit_id = practice.desk.agenda.add(booked, practice.by)
    for version, day in ((1, "2026-11-25T09:00"), (2, "2026-11-24T11:00"), (3, "2026-11-24T11:10")):
        to = Booked(person_id=person, start=datetime.fromisoformat(day))
        practice.at("16:00", date(2026, 11, 19 + version))
        practice.desk.agenda.change(visit_id, version, to, practice.by)
    practice.at("09:00")
    assert _kinds(practice, "11:10") == ["moved_twice"]


def test_running_late_is_told_at_the_desk(practice: Practice) -> None:
    _read(practice, "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;", NOW_ROW, NEXT_ROW)
    practice.desk.ahead.run_late("Bakker", 20, practice.by)
    (cue,) = _cues(practice)
    assert cue.say == "Het loopt wat uit. U bent rond tien voor tien aan de beurt."
    practice.desk.ahead.run_late("Bakker", 0, practice.by)
    assert _kinds(practice) == []
    practice.desk.ahead.run_late("Bakker", None, practice.by)
    outlook = practice.desk.ahead.outlook(practice.desk.agenda.day(TODAY, None))
    assert outlook.told_late(_visit(practice), practice.desk.time.now()) == Told(None)


def test_what_was_told_yesterday_is_over(practice: Practice) -> None:
    _read(practice, "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;", NOW_ROW, NEXT_ROW)
    practice.at("23:30", date(2026, 11, 23))
    practice.desk.ahead.run_late("Bakker", 20, practice.by)
    practice.at("00:30")
    outlook = practice.desk.ahead.outlook(practice.desk.agenda.day(TODAY, None))
    assert outlook.told_late(_visit(practice), practice.desk.time.now()) == Told(None)


def test_running_late_is_seen_from_who_is_inside(practice: Practice) -> None:
    _read(
        practice,
        "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;",
        "24-11-2026;09:10;20;m;2;Kok;Bakker;gepland;",
        "01-06-2026;11:00;20;p;2;Kok;Bakker;gekomen;",
        NOW_ROW,
        NEXT_ROW,
    )
    practice.at("09:28")
    practice.mark(EventKind.TAKEN_IN, "09:10")
    (cue,) = _cues(practice)
    assert cue.say == "Het loopt wat uit. U bent rond tien voor tien aan de beurt."
    assert cue.because == "omdat het bezoek van 09:10 nog bezig is"


def test_waiting_is_counted_where_the_desk_marks_who_goes_in(practice: Practice) -> None:
    came = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"
    other = "24-11-2026;08:00;20;y;900;Vroeg;Smit;gepland;"
    _read(practice, came, NOW_ROW, NEXT_ROW, other)
    practice.at("09:20")
    practice.mark(EventKind.ARRIVED, "09:30")
    practice.at("09:46")
    assert _kinds(practice) == []
    practice.mark(EventKind.TAKEN_IN, "08:00")
    (cue,) = _cues(practice)
    assert "Wacht al 16 minuten." in cue.know
    practice.desk.settings.choose(WAITING_MINUTES, "20", practice.by)
    assert _kinds(practice) == []


def test_birthdays_are_for_who_wants_them(practice: Practice) -> None:
    came = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;24-11-1970"
    _read(practice, came, NOW_ROW, NEXT_ROW)
    assert _kinds(practice) == []
    practice.desk.settings.choose(BIRTHDAY, YES, practice.by)
    assert _kinds(practice) == ["birthday"]


def test_nobody_runs_four_hours_late(practice: Practice) -> None:
    with pytest.raises(KnownError, match="vier uur"):
        practice.desk.ahead.run_late("Bakker", 241, practice.by)


def test_another_day_has_no_turns_and_nobody_waits(practice: Practice) -> None:
    _read(practice, NOW_ROW.replace("24-11", "25-11"), NEXT_ROW)
    practice.desk.ahead.run_late("Bakker", 20, practice.by)
    day = practice.desk.agenda.day(date(2026, 11, 25), None)
    outlook = practice.desk.ahead.outlook(day)
    (visit,) = day.visits
    assert outlook.told_late(visit, practice.desk.time.now()) is None
    assert "practitioner_late" not in [cue.kind for cue in outlook.cues(visit, visit.start)]


# --- what looks like it, and is not

CAME = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"
MONDAY = date(2026, 11, 23)


def test_who_came_after_all_has_been_here(practice: Practice) -> None:
    _read(practice, "23-11-2026;10:00;20;p;1;Zonneveld;Bakker;gepland;", NOW_ROW, NEXT_ROW)
    (monday,) = practice.visits(MONDAY)
    for time, kind in (("10:20", EventKind.NO_SHOW), ("10:25", EventKind.ARRIVED)):
        practice.at(time, MONDAY)
        practice.desk.agenda.mark(monday.id, kind, practice.by)
    practice.at("09:00")
    assert _kinds(practice) == []


def test_who_cancelled_and_came_has_been_here(practice: Practice) -> None:
    _read(practice, "23-11-2026;10:00;20;p;1;Zonneveld;Bakker;afgezegd;", NOW_ROW, NEXT_ROW)
    (monday,) = practice.visits(MONDAY)
    practice.at("10:20", MONDAY)
    practice.desk.agenda.mark(monday.id, EventKind.ARRIVED, practice.by)
    practice.at("09:00")
    assert _kinds(practice) == []


def test_two_appointments_that_were_moved_once_each_were_not_moved_twice(
    practice: Practice,
) -> None:
    _read(
        practice,
        CAME,
        "09-11-2026;10:00;20;r;1;Zonneveld;Bakker;verzet;",
        "12-01-2027;10:00;20;s;1;Zonneveld;Smit;verzet;",
        NOW_ROW,
        "19-01-2027;09:30;20;v;1;Zonneveld;Smit;gepland;",
    )
    assert _kinds(practice) == []


def test_lists_of_one_day_do_not_know_what_comes_next(practice: Practice) -> None:
    practice.at("09:00", date(2026, 6, 1))
    _read(practice, CAME)
    practice.at("09:00")
    practice.read(HEADER, NOW_ROW, "24-11-2026;09:40;20;nn;33;Ander;Bakker;gepland;", yes=True)
    assert "no_next" not in _kinds(practice)


def test_an_agenda_with_a_gap_does_not_know_who_is_new(practice: Practice) -> None:
    practice.at("09:00", date(2025, 10, 1))
    practice.read(HEADER, LONG_AGO, yes=True)
    practice.at("09:00")
    practice.read(HEADER, NOW_ROW, NEXT_ROW, yes=True)
    assert _kinds(practice) == []


@pytest.mark.parametrize("status", ["gepland", "gekomen"])
def test_who_was_never_marked_on_keeps_nobody_waiting(practice: Practice, status: str) -> None:
    early = ("07:00", "07:20", "07:40", "08:00", "08:20")
    rows = [
        f"{day};{time};20;{day}{time};{number};Naam{number};Bakker;{status};"
        for number, time in enumerate(early, start=50)
        for day in ("24-11-2026", "01-06-2026")
    ]
    _read(practice, CAME, *rows, "24-11-2026;09:00;20;m;2;Kok;Bakker;gepland;", NOW_ROW, NEXT_ROW)
    for time in early if status == "gepland" else ():
        practice.at(time)
        practice.mark(EventKind.ARRIVED, time)
    practice.at("09:00")
    practice.mark(EventKind.TAKEN_IN, "09:00")
    practice.at("09:05")
    assert _kinds(practice) == []


def test_a_mark_that_was_undone_is_no_habit(practice: Practice) -> None:
    _read(practice, CAME, NOW_ROW, NEXT_ROW, "24-11-2026;08:00;20;y;900;Vroeg;Smit;gepland;")
    practice.at("09:20")
    practice.mark(EventKind.TAKEN_IN, "08:00")
    practice.desk.agenda.undo(practice.by)
    practice.mark(EventKind.ARRIVED, "09:30")
    practice.at("09:50")
    assert _kinds(practice) == []


def test_what_does_not_count_any_more_is_not_shown_as_told(practice: Practice) -> None:
    _read(practice, CAME, "24-11-2026;14:30;20;n;1;Zonneveld;Bakker;gepland;", NEXT_ROW)
    practice.desk.ahead.run_late("Bakker", 20, practice.by)
    practice.at("14:00")
    outlook = practice.desk.ahead.outlook(practice.desk.agenda.day(TODAY, None))
    assert outlook.told_late(practice.visit("14:30"), practice.desk.time.now()) == Told(None)


def test_nobody_runs_late_on_a_day_that_is_over(practice: Practice) -> None:
    _read(practice, CAME, NOW_ROW, NEXT_ROW, "24-11-2026;09:10;20;m;2;Kok;Bakker;gepland;")
    practice.at("09:28")
    practice.mark(EventKind.TAKEN_IN, "09:10")
    practice.at("09:00", date(2026, 11, 25))
    day = practice.desk.agenda.day(TODAY, None)
    outlook = practice.desk.ahead.outlook(day)
    (visit,) = (each for each in day.visits if f"{each.start:%H:%M}" == "09:30")
    assert "practitioner_late" not in [cue.kind for cue in outlook.cues(visit, visit.start)]


def test_what_lies_behind_a_day_is_found_without_walking_through_all_marks(
    practice: Practice,
) -> None:
    """With ten years of marks in the database that would take seconds."""
    span = dict.fromkeys(("day", "end", "lately", "later"), "2026-11-24")
    with practice.desk.store.reading() as connection:
        for text in (background._PASTS, background._MARKS_GOING_IN):
            plan = connection.execute(f"EXPLAIN QUERY PLAN {text}", span).fetchall()
            walks = [row[3] for row in plan if row[3].startswith("SCAN")]
            assert [walk for walk in walks if "CONSTANT ROW" not in walk] == []


def test_many_threads_may_read_at_once(practice: Practice) -> None:
    """The thread that writes reads too, while the day is being read."""
    day = practice.desk.agenda.day
    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(day, TODAY, None) for _each in range(200)]
        assert all(each.result().date == TODAY for each in found)
