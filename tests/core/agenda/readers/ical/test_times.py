"""When an appointment is, and how long it takes, in the wall time of the practice."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import Window
from tests.core.agenda.readers.ical.helpers import at, calendar, event, reading, row_of, starts

AMSTERDAM = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""
YEARS = Window(date(2025, 1, 1), date(2027, 12, 31))
NEW_YORK = AMSTERDAM.replace("+0100", "-0500").replace("+0200", "-0400")


@pytest.mark.parametrize(
    "name",
    [
        "America/New_York",
        '"America/New_York"',
        "'America/New_York'",
        "America_New_York",
        "america/new york",
        "/America/New_York",
        "/freeassociation.sourceforge.net/America/New_York",
        "/mozilla.org/20050126_1/America/New_York",
        "/citadel.org/20210210_1/America/New_York",
        "Eastern Standard Time",
        "EASTERN STANDARD TIME",
        "US/Eastern",
        '"(UTC-05:00) Toronto, New York"',
        "(UTC-05:00) Toronto, New York",
        '"(GMT-05.00) New York"',
        "GMT-0400",
        "UTC-04:00",
        "-04:00",
    ],
)
def test_a_zone_is_known_by_many_names(name: str) -> None:
    assert f"{row_of(start=f'DTSTART;TZID={name}:20260703T090000').start}" == "2026-07-03 15:00:00"


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("W. Europe Standard Time", 9),
        ("Romance Standard Time", 9),
        ("GMT Standard Time", 10),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 9),
        ('"(UTC+01:00) Amsterdam, Berlijn, Bern, Rome, Stockholm, Wenen"', 9),
        ('"(UTC+01:00) Brussel, Kopenhagen, Madrid, Parijs"', 9),
        ('"(UTC) Dublin, Edinburgh, Lissabon, Londen"', 10),
        ("UTC", 11),
        ("Z", 11),
    ],
)
def test_the_zones_of_the_neighbours_are_known_as_windows_calls_them(name: str, hour: int) -> None:
    assert row_of(start=f"DTSTART;TZID={name}:20260703T090000").start.hour == hour


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20260303T090000", "2026-03-03 09:00:00"),
        ("20260303T090059", "2026-03-03 09:00:00"),
        ("20260303T0900", "2026-03-03 09:00:00"),
        ("20260303t090000z", "2026-03-03 10:00:00"),
        ("20260703T090000Z", "2026-07-03 11:00:00"),
        ("2026-07-03T09:00:00Z", "2026-07-03 11:00:00"),
        ("20260703T090000.000Z", "2026-07-03 11:00:00"),
        ("20260703T090000+0500", "2026-07-03 06:00:00"),
        ("20260303T235960Z", "2026-03-04 00:59:00"),
        ("20260329T023000", "2026-03-29 03:30:00"),
        ("20261025T013000Z", "2026-10-25 02:30:00"),
        (" 20260303T090000 ", "2026-03-03 09:00:00"),
    ],
)
def test_a_moment_is_told_in_the_wall_time_of_the_practice(value: str, expected: str) -> None:
    assert f"{row_of(start=f'DTSTART:{value}').start}" == expected


def test_a_zone_that_the_file_describes_is_used() -> None:
    found = reading(
        calendar(
            NEW_YORK.format(name="Praktijk"),
            event(start="DTSTART;TZID=Praktijk:20260703T090000"),
            event(start="DTSTART;TZID=Praktijk:20260103T090000"),
            event(start="DTSTART;TZID=Praktijk:20260315T090000"),
        )
    )
    assert found.remarks == ()
    assert [row.start.hour for row in found.rows] == [15, 15, 15]


@given(st.datetimes(at("2025-11-01T00:00"), at("2027-02-01T00:00")))
def test_a_described_zone_is_as_good_as_a_known_one(wall: datetime) -> None:
    described = AMSTERDAM.format(name="Praktijk")
    for ours, theirs in (("0100", "0000"), ("0200", "0100"), ("T02", "T01"), ("T03", "T02")):
        described = described.replace(ours, theirs)
    hours = [f"DTSTART;TZID={name}:{wall:%Y%m%dT%H%M%S}" for name in ("Praktijk", "Europe/London")]
    found = reading(calendar(described, *(event(start=start) for start in hours)), window=YEARS)
    assert found.remarks == ()
    assert found.rows[0].start == found.rows[1].start


def test_a_zone_that_is_described_after_the_events_is_used_too() -> None:
    text = calendar(
        event(start="DTSTART;TZID=Praktijk:20260703T090000"), NEW_YORK.format(name="Praktijk")
    )
    assert starts(text) == ["03-07 15:00"]


def test_the_name_of_a_zone_says_more_than_its_description() -> None:
    text = calendar(
        AMSTERDAM.format(name="Eastern Standard Time"),
        event(start="DTSTART;TZID=Eastern Standard Time:20260703T090000"),
    )
    assert starts(text) == ["03-07 15:00"]


def test_a_description_that_says_where_it_is_needs_no_rules() -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Hier\nX-LIC-LOCATION:America/New_York\nEND:VTIMEZONE"
    assert starts(calendar(zone, event(start="DTSTART;TZID=Hier:20260703T090000"))) == [
        "03-07 15:00"
    ]


def test_a_described_zone_that_stopped_changing_keeps_its_last_time() -> None:
    stopped = NEW_YORK.format(name="Praktijk").replace(
        "BYDAY=-1SU", "BYDAY=-1SU;UNTIL=20151231T000000Z"
    )
    text = calendar(stopped, event(start="DTSTART;TZID=Praktijk:20260703T090000"))
    assert starts(text) == ["03-07 16:00"]


@pytest.mark.parametrize(
    "name", ["(UTC+09:00) Amsterdam", "(UTC) Nergens", "UTC+99", "Europe/Nergens"]
)
def test_a_name_that_cannot_be_right_is_no_zone(name: str) -> None:
    found = reading(calendar(event(start=f"DTSTART;TZID={name}:20260703T090000")))
    assert [row.start.hour for row in found.rows] == [9]
    assert name in found.remarks[0]


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "BEGIN:VTIMEZONE\nTZID:Praktijk\nX-LIC-LOCATION:Nergens\nEND:VTIMEZONE",
        NEW_YORK.format(name="Praktijk").replace("DTSTART", "X-START"),
        "BEGIN:VTIMEZONE\nTZID:Praktijk\nEND:VTIMEZONE",
        NEW_YORK.format(name="Praktijk").replace("0500", "5328"),
        NEW_YORK.format(name="Praktijk").replace("YEARLY", "SECONDLY"),
        NEW_YORK.format(name="Praktijk").replace("DTSTART:", "DTSTART:99"),
    ],
)
def test_an_unknown_zone_is_that_of_the_practice_with_a_remark(zone: str) -> None:
    found = reading(calendar(event(start="DTSTART;TZID=Praktijk:20260703T090000"), zone))
    assert [row.start.hour for row in found.rows] == [9]
    assert found.remarks == (
        "Regel 4: de tijdzone “Praktijk” kent Balie niet; "
        "de tijd is gelezen als die van de praktijk.",
    )


def test_a_thousand_unknown_zones_are_a_short_list() -> None:
    found = reading(
        calendar(*(event(start=f"DTSTART;TZID=Q{n}:20260703T090000") for n in range(1000)))
    )
    assert len(found.rows) == 1000
    assert len(found.remarks) == 6


def test_a_time_in_utc_counts_where_a_zone_stands_beside_it() -> None:
    found = reading(calendar(event(start="DTSTART;TZID=America/New_York:20260703T090000Z")))
    assert [row.start.hour for row in found.rows] == [11]
    assert found.remarks == (
        "Regel 4: hier staat een tijd in wereldtijd (Z) met een tijdzone; de wereldtijd telt. "
        "Kijk de tijd na.",
    )


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("DTEND:20260303T093000", 30),
        ("DTEND:20260303T093059", 30),
        ("DTEND:20260303T090000", 0),
        ("DTEND:20260304T090000", 1440),
        ("DTEND:20260303T083000Z", 30),
        ("DTEND;TZID=Europe/London:20260303T083000", 30),
        ("DURATION:PT45M", 45),
        ("DURATION:PT1H5M0S", 65),
        ("DURATION:P1D", 1440),
        ("DURATION:P0DT0H20M0S", 20),
        ("DURATION:+PT20M", 20),
        ("DTEND:20260303T093000\nDURATION:PT5M", 30),
        ("LOCATION:Kamer 1", 0),
    ],
)
def test_the_length_is_told_by_its_end_or_as_such(line: str, minutes: int) -> None:
    assert row_of(line).minutes == minutes


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("DTEND:20260303T083000", "ligt voor het begin"),
        ("DURATION:-PT5M", "ligt voor het begin"),
        ("DTEND:20260304T090100", "duurt langer dan een dag"),
        ("DURATION:P999999W", "duurt langer dan een dag"),
        ("DTEND:straks", "is niet te lezen"),
        ("DTEND;VALUE=DATE:20260304", "is niet te lezen"),
        ("DTEND:20260231T090000", "is niet te lezen"),
        ("DURATION:een uur", "is niet te lezen"),
        ("DURATION:PT", "is niet te lezen"),
        ("DURATION:PT9999999M", "is niet te lezen"),
    ],
)
def test_an_end_that_cannot_be_right_costs_only_the_length(line: str, remark: str) -> None:
    found = reading(calendar(event(line)))
    assert [row.minutes for row in found.rows] == [0]
    [told] = found.remarks
    assert remark in told
    assert told.startswith("Regel ")


def test_an_end_without_a_zone_is_in_that_of_the_start() -> None:
    row = row_of("DTEND:20260703T093000", start="DTSTART;TZID=America/New_York:20260703T090000")
    assert row.minutes == 30


@pytest.mark.parametrize(
    "value",
    [
        "",
        "straks",
        "2026",
        "99999999T090000",
        "20260231T090000",
        "20260303T250000",
        "00000101T0900",
    ],
)
def test_a_start_that_is_no_moment_costs_only_that_event(value: str) -> None:
    found = reading(calendar(event("UID:a", start=f"DTSTART:{value}"), event("UID:b")))
    assert [row.key for row in found.rows] == ["b"]
    [rejected] = found.rejected
    assert (rejected.where, rejected.key) == ("regel 3", "a")
    assert not value or value not in rejected.reason


def test_only_the_days_of_the_window_are_read() -> None:
    days = ["20251231T235900", "20260101T000000", "20261231T235900", "20270101T000000"]
    found = reading(calendar(*(event(f"UID:{day}", start=f"DTSTART:{day}") for day in days)))
    assert [row.key for row in found.rows] == days[1:3]
    assert found.remarks == (
        "Gelezen zijn de dagen van 1-1-2026 tot en met 31-12-2026. "
        "Daarbuiten vallen 2 afspraken; die zijn overgeslagen.",
    )


def test_the_window_is_in_the_time_of_the_practice() -> None:
    text = calendar(
        event("UID:a", start="DTSTART:20251231T230000Z"),
        event("UID:b", start="DTSTART:20261231T230000Z"),
    )
    assert [row.key for row in reading(text).rows] == ["a"]


@pytest.mark.parametrize("year", ["0001", "9999"])
@pytest.mark.parametrize("zone", [":", ";TZID=America/New_York:", ";TZID=Asia/Tokyo:"])
def test_the_ends_of_time_are_outside_the_window(year: str, zone: str) -> None:
    days = ["0101T000000", "1231T235900", "0101T000000Z", "1231T235900Z"]
    found = reading(calendar(*(event(start=f"DTSTART{zone}{year}{day}") for day in days)))
    assert (found.rows, found.rejected) == ((), ())
    assert "4 afspraken" in found.remarks[0]
