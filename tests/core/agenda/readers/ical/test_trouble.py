"""Calendars with mistakes in them: each costs only itself, and nothing is lost in silence."""

import pytest

from reception_assistant.agenda.incoming import Rejected
from reception_assistant.agenda.profile import CalendarChoices
from reception_assistant.agenda.readers.ical.reader import read_calendar
from reception_assistant.agenda.readers.ical.signature import CalendarHead, calendar_head
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.errors import Cancelled
from tests.core.agenda.readers.ical.helpers import YEAR, ZONE, calendar, event, reading

MEGABYTE = 1_000_000
SIXTY = ",".join(map(str, range(60)))
START = "DTSTART:20260303T090000\nSUMMARY:x\n"


def test_events_without_a_calendar_around_them_are_read() -> None:
    found = reading(event("UID:a") + "\n" + event("UID:b"))
    assert [(row.key, row.line) for row in found.rows] == [("a", 1), ("b", 6)]
    assert (found.remarks, found.whole) == ((), True)


def test_several_calendars_are_all_read() -> None:
    found = reading(calendar(event("UID:a")) + calendar(event("UID:b")) + "\n\n" + event("UID:c"))
    assert [row.key for row in found.rows] == ["a", "b", "c"]
    assert found.whole


def test_an_event_that_is_not_closed_costs_no_other() -> None:
    text = calendar(event("UID:a").removesuffix("END:VEVENT"), event("UID:b"))
    found = reading(text)
    assert [row.key for row in found.rows] == ["a", "b"]
    assert found.remarks == (
        "Regel 3: het einde van deze afspraak ontbreekt (END:VEVENT); kijk die na.",
    )


def test_a_part_that_is_not_closed_is_told() -> None:
    found = reading(calendar(event("BEGIN:VALARM", "DESCRIPTION:Let op"), event("UID:b")))
    assert len(found.rows) == 2
    assert found.remarks == (
        "Regel 8: hier ontbreekt het einde van een onderdeel; kijk deze afspraak na.",
    )


def test_what_stands_in_an_unknown_part_is_not_taken_for_anything_else() -> None:
    place = "BEGIN:VLOCATION\nNAME:Wachtkamer\nEND:VLOCATION"
    assert calendar_head(calendar(place, event()).encode()).name == ""
    assert len(reading(calendar(place, event())).rows) == 1


def test_a_line_that_belongs_nowhere_is_told() -> None:
    found = reading(calendar(event("DESCRIPTION:Bel", "graag terug", "Let op: dit")))
    assert [row.treatment for row in found.rows] == ["Bel"]
    assert found.remarks == ("Regel 7 en 8: dit hoort nergens bij; deze regel is overgeslagen.",)


def test_a_file_that_was_broken_off_takes_nothing_away() -> None:
    text = calendar(event("UID:a"), event("UID:b"))
    found = reading(text[: text.rindex("END:VEVENT") + 3])
    assert [row.key for row in found.rows] == ["a"]
    assert found.rejected == (
        Rejected("regel 8", "Deze afspraak is niet af: hier houdt het bestand op.", "b"),
    )
    assert (found.whole, found.until) == (False, None)
    assert "Het einde van dit bestand ontbreekt" in found.remarks[0]


def test_a_calendar_that_is_not_closed_takes_nothing_away() -> None:
    found = reading(calendar(event()).removesuffix("END:VCALENDAR\n"))
    assert (len(found.rows), found.whole) == (1, False)


def test_a_proposal_is_told() -> None:
    assert "andere tijd" in reading(calendar("METHOD:COUNTER", event())).remarks[0]


def test_an_empty_calendar_says_so() -> None:
    found = reading(calendar())
    assert (found.rows, found.rejected, found.whole) == ((), (), True)
    assert found.remarks == ("In dit bestand staat geen enkele afspraak.",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Het bestand is leeg."),
        (b"\n\r\n ", "Het bestand is leeg."),
        (b"PK\x03\x04", "Dit is een bestand van Excel"),
        (bytes(range(256)) * 4, "geen leesbare tekst"),
        (b"datum;tijd;naam\n3-11-2026;9:05;Jansen\n", "In dit bestand staat geen agenda"),
        (b"<html>BEGIN:VCALENDAR</html>", "In dit bestand staat geen agenda"),
    ],
)
def test_what_is_no_calendar_is_one_refusal(data: bytes, reason: str) -> None:
    found = reading(data)
    assert (found.rows, found.columns, found.remarks) == ((), frozenset(), ())
    [rejected] = found.rejected
    assert rejected.where == "bestand"
    assert reason in rejected.reason


def test_the_work_is_told_and_may_be_stopped() -> None:
    heard: list[float] = []
    data = calendar(*(event(f"UID:{n}") for n in range(6000))).encode()
    read_calendar(data, CalendarChoices(), YEAR, zone=ZONE, progress=heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1], len(heard) > 10) == (0.0, 1.0, True)

    def stop(part: float) -> None:
        if part > 0.7:
            raise Cancelled("Gestopt.")

    with pytest.raises(Cancelled):
        read_calendar(data, CalendarChoices(), YEAR, zone=ZONE, progress=stop)


def test_a_calendar_is_known_by_its_program_and_its_name() -> None:
    text = calendar("PRODID:-//Google Inc//NL", "X-WR-CALNAME:Kamer\\, 2", event(), event())
    for end in ("\n", "\r\n", "\r"):
        for encoding in ("utf-8", "utf-16"):
            data = text.replace("\n", end).encode(encoding)
            assert calendar_head(data) == CalendarHead("-//Google Inc//NL", "Kamer, 2", 2)


def test_the_head_of_anything_else_is_empty() -> None:
    assert calendar_head(b"datum;tijd;naam") == CalendarHead("", "", 0)
    assert calendar_head(event().encode()) == CalendarHead("", "", 1)
    with pytest.raises(UnreadableFileError):
        calendar_head(b"")


def many(unit: str, around: str = "{}") -> str:
    return calendar(around.format(unit * (MEGABYTE // len(unit))))


def events(*lines: str, start: str = "DTSTART:20260303T090000") -> str:
    one = event(*lines, start=start, title="x") + "\n"
    return calendar(one * (MEGABYTE // len(one)))


@pytest.mark.parametrize(
    "text",
    [
        events(),
        events("UID:a"),
        events("RRULE:FREQ=SECONDLY"),
        events("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
        events("RRULE:FREQ=DAILY", start="DTSTART:00010101T000000"),
        events("RRULE:FREQ=DAILY;BYDAY=MO;COUNT=999999999", start="DTSTART:00010101T000000"),
        events(f"RRULE:FREQ=DAILY;BYMINUTE={SIXTY};BYSECOND={SIXTY}"),
        events("RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU"),
        many("EXDATE:20260304T090000\n", event("RRULE:FREQ=DAILY", "{}")),
        many("20260304T090000,", event("RRULE:FREQ=DAILY", "EXDATE:{}")),
        many("20260304T090000,", event("RDATE:{}")),
        many("RRULE:FREQ=DAILY\n", event("{}")),
        many("RDATE:20260304T090000\n", "BEGIN:VTIMEZONE\nTZID:q\nBEGIN:STANDARD\n{}")
        + event(start="DTSTART;TZID=q:20260303T090000"),
        many("BEGIN:VEVENT\n"),
        many("BEGIN:X\n", event("{}")),
        many("BEGIN:VCALENDAR\n"),
        many("x", event("DESCRIPTION:{}")),
        many(";CN=x", event("ATTENDEE{}:y")),
        many(" \n"),
        many("x\n", event("{}")),
    ],
)
def test_of_a_megabyte_of_nonsense_is_told_what_became_of_it(text: str) -> None:
    found = reading(text)
    assert found.rows or found.rejected or found.remarks


def test_no_more_than_ten_thousand_times_are_written_out() -> None:
    minutes = f"RRULE:FREQ=DAILY;BYHOUR=8,9,10;BYMINUTE={SIXTY}"
    found = reading(calendar(event("UID:a", minutes), event("UID:b", minutes), event("UID:c")))
    assert [sum(row.key.startswith(uid) for row in found.rows) for uid in "abc"] == [10_000, 1, 1]
    assert found.remarks[-1] == (
        "Regel 7 en 13: er staan meer dan 10000 herhaalde afspraken in dit bestand; "
        "van deze is een deel niet gelezen. Kies minder dagen."
    )
    assert (found.whole, found.until) == (False, None)


def test_a_repetition_that_is_too_much_work_takes_nothing_away() -> None:
    seconds = f"RRULE:FREQ=DAILY;BYHOUR=8,9,10,11,12,13;BYMINUTE={SIXTY};BYSECOND={SIXTY}"
    found = reading(calendar(event("UID:a", seconds), event("UID:b", "RRULE:FREQ=DAILY;COUNT=2")))
    assert len(found.rows) == 3
    assert found.remarks == (
        "Regel 7: deze herhaling is te veel werk voor Balie; alleen de eerste keer is gelezen.",
    )
    assert found.whole is False
