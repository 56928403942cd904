"""Whatever becomes of a calendar on its way: no crash, and nothing that gets lost in silence."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.profile import (
    CalendarChoices,
    NameFrom,
    PractitionerFrom,
    TreatmentFrom,
)
from tests.core.agenda.readers.ical.helpers import YEAR, calendar, event, reading

SEED = calendar(
    "PRODID:-//Praktijk//NL",
    "X-WR-CALNAME:Kamer 2",
    "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE",
    "TZID:Praktijk",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RDATE:20261025T030000",
    "END:STANDARD",
    "END:VTIMEZONE",
    event(
        "UID:a",
        "DTEND;TZID=Praktijk:20260303T093000",
        start="DTSTART;TZID=Praktijk:20260303T090000",
    ),
    event("UID:b", "RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=20;WKST=SU", "EXDATE:20260310T090000"),
    event("UID:b", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260317T090000", "SEQUENCE:2"),
    event("UID:c", "RDATE;VALUE=PERIOD:20260401T090000Z/PT1H,20260402T090000Z/20260402T100000Z"),
    event(
        "UID:d", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1;UNTIL=20261231T235959Z", "DURATION:PT20M"
    ),
    event("CLASS:PRIVATE", "STATUS:CANCELLED", "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE"),
    event(
        'ORGANIZER;CN="Dr. Smit":mailto:a@b.nl',
        "ATTENDEE;CN=Zoë:mailto:z@b.nl",
        "BEGIN:VALARM",
        "END:VALARM",
    ),
    event(
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9e",
        "DESCRIPTION:a\\n<b>\n  c",
        "CATEGORIES:x,y",
        title="",
    ),
    event(start="DTSTART;TZID=W. Europe Standard Time:20260329T023000"),
    event(start="DTSTART;VALUE=DATE:20260303"),
).encode()
LINES = SEED.split(b"\n")
PIECES = st.sampled_from(
    [
        b"\0",
        b"\xff",
        b"\n",
        b"\r",
        b" ",
        b";",
        b":",
        b'"',
        b"=",
        b",",
        b"/",
        b"-",
        b"+",
        b"\\",
        b"Z",
        b"99999999T999999",
        b"00010101T000000",
        b"99991231T235959Z",
        b"BEGIN:VEVENT\n",
        b"END:VEVENT\n",
        b"BEGIN:VCALENDAR\n",
        b"END:VCALENDAR\n",
        b"RRULE:FREQ=SECONDLY\n",
        b"RRULE:FREQ=YEARLY\n",
        b"UID:b\n",
        b"TZID=",
        b"\xe2\x80\x8b",
    ]
)
CHOICES = st.builds(
    CalendarChoices,
    name_from=st.sampled_from(NameFrom),
    separator=st.sampled_from(["", "-", " ", "n"]),
    treatment_from=st.sampled_from(TreatmentFrom),
    practitioner_from=st.sampled_from(PractitionerFrom),
)
WINDOWS = st.sampled_from(
    [YEAR, Window(date.min, date.max), Window(date.min, date.min), Window(YEAR.last, YEAR.first)]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    lines = list(LINES)
    for _turn in range(draw(st.integers(0, 4))):
        place, other = (draw(st.integers(0, len(lines) - 1)) for _each in "ab")
        match draw(st.integers(0, 3)):
            case 0 if len(lines) > 1:
                del lines[place]
            case 1:
                lines.insert(other, lines[place])
            case 2:
                lines[place], lines[other] = lines[other], lines[place]
            case _:
                lines = lines[place:] if draw(st.booleans()) else lines[: place + 1]
    data = bytearray(b"\n".join(lines))
    for _turn in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(data)))
        if draw(st.booleans()):
            data[place:place] = draw(PIECES)
        else:
            data[place : place + draw(st.integers(1, 4))] = draw(st.binary(max_size=3))
    return bytes(data)


@settings(max_examples=300, deadline=None)
@given(mutated(), CHOICES, WINDOWS)
@example(SEED, CalendarChoices(), YEAR)
def test_a_damaged_calendar_is_read_as_far_as_it_goes(
    data: bytes, choices: CalendarChoices, window: Window
) -> None:
    found = reading(data, choices, window)
    assert found.rows or found.rejected or found.remarks
    assert reading(data, choices, window) == found
    keys = [row.key for row in found.rows if row.key]
    assert len(keys) == len(set(keys))


@given(st.binary(max_size=300))
@example(b"BEGIN:VEVENT")
@example(b"BEGIN:VEVENT\nDTSTART;")
@example(b"BEGIN:VCALENDAR\xff\xfe\0")
def test_any_bytes_give_a_reading(data: bytes) -> None:
    for whole in (data, b"BEGIN:VEVENT\n" + data, b"BEGIN:VEVENT\nDTSTART:" + data):
        found = reading(whole)
        assert found.rows or found.rejected or found.remarks


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_no_sentence_to_the_user_repeats_what_an_event_says(lines: list[bytes]) -> None:
    secret = event("DESCRIPTION:Geheim", "DTEND:Geheim", "RRULE:Geheim", title="Geheim").encode()
    found = reading(
        b"\n".join(
            [b"BEGIN:VCALENDAR", *lines, secret, secret.replace(b"DTSTART:", b"DTSTART:Geheim")]
        )
    )
    told = [rejected.reason for rejected in found.rejected] + list(found.remarks)
    assert told
    assert not any("Geheim" in sentence for sentence in told)
