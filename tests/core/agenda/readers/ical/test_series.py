"""Appointments that come back: written out for the days of the window, each with its own key."""

import pytest

from reception_assistant.agenda.visit import Booking
from tests.core.agenda.readers.ical.helpers import calendar, event, reading, rows_of, starts

DAILY = ["UID:a", "RRULE:FREQ=DAILY;COUNT=4"]


def series(*lines: str, start: str = "DTSTART:20260303T090000") -> str:
    return event(*DAILY, *lines, start=start)


def changed(original: str, *lines: str, start: str = "DTSTART:20260304T110000") -> str:
    return event("UID:a", f"RECURRENCE-ID{original}", *lines, start=start, title="De Vries")


def days(text: str) -> list[int]:
    return sorted(row.start.day for row in reading(text).rows)


def test_every_time_has_a_key_that_stays_the_same() -> None:
    rows = rows_of(calendar(series("DTEND:20260303T093000")))
    assert [row.key for row in rows] == [
        "a|20260303T080000Z",
        "a|20260304T080000Z",
        "a|20260305T080000Z",
        "a|20260306T080000Z",
    ]
    assert {(row.line, row.minutes, row.start.hour) for row in rows} == {(3, 30, 9)}


def test_the_key_of_a_time_does_not_depend_on_the_zone_that_tells_it() -> None:
    text = calendar(series(start="DTSTART;TZID=Europe/London:20260303T080000"))
    assert rows_of(text)[0].key == "a|20260303T080000Z"


def test_a_series_keeps_its_hour_in_summer_and_in_winter() -> None:
    text = calendar(event("RRULE:FREQ=MONTHLY;COUNT=3"))
    assert starts(text) == ["03-03 09:00", "03-04 09:00", "03-05 09:00"]


def test_a_series_keeps_the_hour_of_its_own_zone() -> None:
    new_york = "DTSTART;TZID=America/New_York:20260301T090000"
    text = calendar(event("RRULE:FREQ=WEEKLY;COUNT=5", start=new_york))
    assert starts(text) == [
        "01-03 15:00",
        "08-03 14:00",
        "15-03 14:00",
        "22-03 14:00",
        "29-03 15:00",
    ]


def test_an_hour_that_is_skipped_is_an_hour_later_that_day() -> None:
    text = calendar(event("RRULE:FREQ=DAILY;COUNT=3", start="DTSTART:20260328T023000"))
    assert starts(text) == ["28-03 02:30", "29-03 03:30", "30-03 02:30"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("EXDATE:20260304T090000", [3, 5, 6]),
        ("EXDATE:20260304T080000Z", [3, 5, 6]),
        ("EXDATE;TZID=Europe/London:20260304T080000", [3, 5, 6]),
        ("EXDATE;VALUE=DATE:20260304", [3, 5, 6]),
        ("EXDATE:20260304", [3, 5, 6]),
        ("EXDATE:20260304T090000,20260305T090000", [3, 6]),
        ("EXDATE:20260304T090000;20260305T090000", [3, 6]),
        ("EXDATE:20260304T090000\nEXDATE:20260305T080000Z", [3, 6]),
        ("EXDATE:20260303T090000", [4, 5, 6]),
        ("EXDATE:20260304T091500", [3, 4, 5, 6]),
        ("EXDATE:", [3, 4, 5, 6]),
    ],
)
def test_a_day_that_is_left_out_is_left_out_however_it_is_written(
    line: str, left: list[int]
) -> None:
    assert [row.start.day for row in rows_of(calendar(series(line)))] == left


def test_a_day_left_out_without_a_zone_is_in_that_of_the_series() -> None:
    text = calendar(
        series("EXDATE:20260304T090000", start="DTSTART;TZID=America/New_York:20260303T090000")
    )
    assert days(text) == [3, 5, 6]


@pytest.mark.parametrize(
    "line",
    [
        "RDATE:20260310T090000,20260311T090000",
        "RDATE:20260310T090000\nRDATE:20260311T080000Z",
        "RDATE;VALUE=DATE-TIME;TZID=Europe/London:20260310T080000,20260311T080000",
        "RDATE;VALUE=DATE:20260310,20260311",
        "RDATE:20260303T090000,20260310T090000,20260310T090000,20260311T090000",
    ],
)
def test_days_that_are_added_are_there(line: str) -> None:
    rows = rows_of(calendar(event("UID:a", line)))
    assert [row.start.day for row in rows] == [3, 10, 11]
    assert [row.start.hour for row in rows] == [9, 9, 9]
    assert rows[1].key == "a|20260310T080000Z"


def test_a_day_that_is_added_may_take_longer() -> None:
    line = "RDATE;VALUE=PERIOD:20260310T090000/PT1H,20260311T090000/20260311T094500"
    rows = rows_of(calendar(event("DURATION:PT10M", line)))
    assert [row.minutes for row in rows] == [10, 60, 45]


def test_a_day_that_is_added_outside_the_window_is_told() -> None:
    found = reading(calendar(event("RDATE:20990310T090000")))
    assert len(found.rows) == 1
    assert "Van 1 herhaalde afspraak valt een deel daarbuiten." in found.remarks[0]


def test_a_day_that_is_not_readable_costs_only_itself() -> None:
    found = reading(calendar(series("EXDATE:20260304T090000,ooit", "RDATE:20260231T090000")))
    assert [row.start.day for row in found.rows] == [3, 5, 6]
    assert found.remarks == ("Regel 8 en 9: een van de dagen is niet te lezen en is overgeslagen.",)


@pytest.mark.parametrize(
    "original",
    [
        ":20260304T090000",
        ":20260304T080000Z",
        ";TZID=Europe/London:20260304T080000",
        ";VALUE=DATE:20260304",
    ],
)
def test_one_time_that_is_otherwise_takes_the_place_of_the_usual_one(original: str) -> None:
    rows = rows_of(calendar(series(), changed(original)))
    assert [(row.name.as_received, f"{row.start:%d %H}") for row in rows] == [
        ("Jansen", "03 09"),
        ("Jansen", "05 09"),
        ("Jansen", "06 09"),
        ("De Vries", "04 11"),
    ]
    assert rows[-1].key == "a|20260304T080000Z"


def test_the_order_in_the_file_does_not_matter() -> None:
    one, other = series(), changed(":20260304T090000")
    keys = {row.key for row in rows_of(calendar(one, other))}
    assert {row.key for row in rows_of(calendar(other, one))} == keys


def test_one_time_that_is_cancelled_is_known_as_cancelled() -> None:
    text = calendar(
        series(),
        event("UID:a", "RECURRENCE-ID:20260304T090000", "STATUS:CANCELLED", start="", title=""),
    )
    found = reading(text)
    assert found.rejected == ()
    assert [(row.start.day, row.booking, row.name.as_received) for row in found.rows] == [
        (3, Booking.PLANNED, "Jansen"),
        (5, Booking.PLANNED, "Jansen"),
        (6, Booking.PLANNED, "Jansen"),
        (4, Booking.CANCELLED, "Jansen"),
    ]


def test_one_time_whose_series_is_not_in_the_file_is_read() -> None:
    [row] = rows_of(calendar(changed(":20260304T090000")))
    assert (row.key, row.start.hour) == ("a|20260304T080000Z", 11)


def test_one_time_that_the_series_never_had_is_read_as_well() -> None:
    assert days(calendar(series(), changed(":20260420T090000"))) == [3, 4, 4, 5, 6]


def test_one_time_that_takes_all_day_now_is_no_visit() -> None:
    found = reading(calendar(series(), changed(":20260304T090000", start="DTSTART:20260304")))
    assert [row.start.day for row in found.rows] == [3, 5, 6]
    assert "de hele dag" in found.remarks[0]


def test_one_time_that_cannot_be_read_does_not_fall_back_to_the_usual() -> None:
    found = reading(calendar(series(), changed(":20260304T090000", start="DTSTART:straks")))
    assert [row.start.day for row in found.rows] == [3, 5, 6]
    assert [rejected.key for rejected in found.rejected] == ["a|20260304T080000Z"]


def test_a_time_of_a_series_that_takes_all_day_may_be_a_visit() -> None:
    text = calendar(series(start="DTSTART;VALUE=DATE:20260303"), changed(";VALUE=DATE:20260304"))
    assert [(row.key, row.start.hour) for row in reading(text).rows] == [("a|20260304", 11)]


def test_from_one_time_on_all_later_ones_may_be_otherwise() -> None:
    later = changed(
        ";RANGE=THISANDFUTURE:20260305T090000", "DURATION:PT20M", start="DTSTART:20260306T100000"
    )
    rows = rows_of(calendar(series("DURATION:PT10M"), later))
    assert [(f"{row.start:%d %H}", row.minutes, row.name.as_received) for row in rows] == [
        ("03 09", 10, "Jansen"),
        ("04 09", 10, "Jansen"),
        ("06 10", 20, "De Vries"),
        ("07 10", 20, "De Vries"),
    ]
    assert [row.key for row in rows][2:] == ["a|20260305T080000Z", "a|20260306T080000Z"]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_later_times_may_be_moved_to_the_ends_of_time(year: str) -> None:
    later = changed(";RANGE=THISANDFUTURE:20260305T090000", start=f"DTSTART:{year}1231T090000")
    assert days(calendar(series(), later)) == [3, 4]


def test_one_time_of_which_nobody_knows_which_it_is_is_refused() -> None:
    found = reading(calendar(series(), changed(":straks")))
    assert len(found.rows) == 4
    assert [(each.where, each.reason) for each in found.rejected] == [
        ("regel 9", "Welke afspraak dit vervangt, is niet te lezen (RECURRENCE-ID).")
    ]


@pytest.mark.parametrize(
    ("one", "other", "winner"),
    [
        (["SEQUENCE:2"], ["SEQUENCE:1"], "first"),
        (["SEQUENCE:2", "DTSTAMP:20260101T000000Z"], ["SEQUENCE:10"], "second"),
        (["DTSTAMP:20260102T000000Z"], ["DTSTAMP:20260101T000000Z"], "first"),
        (["LAST-MODIFIED:20260102T000000Z"], ["LAST-MODIFIED:20260103T000000Z"], "second"),
        (["SEQUENCE:x"], ["SEQUENCE:1"], "second"),
        ([], [], "second"),
    ],
)
def test_of_two_versions_the_newest_counts(one: list[str], other: list[str], winner: str) -> None:
    text = calendar(event("UID:a", *one, title="first"), event("UID:a", *other, title="second"))
    found = reading(text)
    assert [row.name.as_received for row in found.rows] == [winner]
    [remark] = found.remarks
    assert "van deze afspraak staat er een nieuwere versie" in remark


def test_of_two_versions_of_one_time_the_newest_counts() -> None:
    text = calendar(
        series(),
        changed(":20260304T090000", "SEQUENCE:2", start="DTSTART:20260304T120000"),
        changed(":20260304T080000Z", "SEQUENCE:1"),
    )
    assert starts(text) == ["03-03 09:00", "04-03 12:00", "05-03 09:00", "06-03 09:00"]


def test_two_rules_of_one_series_both_count() -> None:
    text = calendar(event("RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2"))
    assert days(text) == [3, 4, 10]


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        ("UNTIL=20260306T080000Z", 4),
        ("UNTIL=20260306T075959Z", 3),
        ("UNTIL=20260306T090000", 4),
        ("UNTIL=20260306", 4),
    ],
)
def test_the_end_of_a_series_may_be_told_in_utc(rule: str, times: int) -> None:
    text = calendar(
        event(f"RRULE:FREQ=DAILY;{rule}", start="DTSTART;TZID=Europe/Amsterdam:20260303T090000")
    )
    assert len(rows_of(text)) == times


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=TH;COUNT=2", "FREQ=DAILY;UNTIL=20250101"])
def test_a_first_time_that_does_not_fit_the_rule_is_there_with_a_remark(rule: str) -> None:
    found = reading(calendar(event(f"RRULE:{rule}")))
    assert found.rows[0].start.day == 3
    assert found.remarks == (
        "Regel 3: de eerste keer past niet bij de herhaling; kijk na of die afspraak er is.",
    )


@pytest.mark.parametrize(
    ("rule", "remark"),
    [
        ("FREQ=SECONDLY", "komt vaker dan elke dag terug"),
        ("FREQ=HOURLY;COUNT=3", "komt vaker dan elke dag terug"),
        ("W1 MO #10", "is niet te lezen"),
        ("FREQ=DAILY;INTERVAL=0", "is niet te lezen"),
        ("FREQ=YEARLY;BYEASTER=0", "is niet te lezen"),
    ],
)
def test_of_a_repetition_that_is_not_understood_the_first_time_is_read(
    rule: str, remark: str
) -> None:
    found = reading(calendar(event("UID:a", f"RRULE:{rule}")))
    assert [(row.start.day, row.key) for row in found.rows] == [(3, "a|20260303T080000Z")]
    [told] = found.remarks
    assert told.startswith("Regel 7: ")
    assert remark in told
    assert found.whole


def test_an_old_kind_of_exception_is_told() -> None:
    found = reading(calendar(series("EXRULE:FREQ=WEEKLY")))
    assert len(found.rows) == 4
    assert "EXRULE" in found.remarks[0]


def test_a_rule_beside_one_changed_time_is_left_alone() -> None:
    found = reading(calendar(changed(":20260304T090000", "RRULE:FREQ=DAILY")))
    assert len(found.rows) == 1
    assert "herhaling" in found.remarks[0]


def test_a_series_that_began_long_ago_is_read_for_the_window_only() -> None:
    found = reading(calendar(event("UID:a", "RRULE:FREQ=YEARLY", start="DTSTART:19700303T090000")))
    assert [row.key for row in found.rows] == ["a|20260303T080000Z"]
    assert found.remarks == (
        "Gelezen zijn de dagen van 1-1-2026 tot en met 31-12-2026. "
        "Van 1 herhaalde afspraak valt een deel daarbuiten.",
    )


def test_a_series_that_ended_before_the_window_is_one_appointment_outside_it() -> None:
    found = reading(calendar(event("RRULE:FREQ=WEEKLY;COUNT=9", start="DTSTART:20200303T090000")))
    assert found.rows == ()
    assert "Daarbuiten valt 1 afspraak; die is overgeslagen." in found.remarks[0]


def test_a_time_that_was_moved_into_the_window_is_read() -> None:
    text = calendar(
        event("UID:a", "RRULE:FREQ=YEARLY;COUNT=2", start="DTSTART:20250303T090000"),
        changed(":20250303T090000", start="DTSTART:20260105T090000"),
    )
    assert starts(text) == ["05-01 09:00", "03-03 09:00"]


def test_a_whole_series_may_be_cancelled_or_private() -> None:
    rows = rows_of(calendar(series("STATUS:CANCELLED", "CLASS:PRIVATE")))
    assert {(row.booking, row.number) for row in rows} == {(Booking.CANCELLED, "prive:a")}


def test_a_series_without_a_name_is_refused_once() -> None:
    found = reading(calendar(event(*DAILY, title="")))
    assert [(each.where, each.key) for each in found.rejected] == [
        ("regel 3", "a|20260303T080000Z")
    ]


def test_of_a_series_that_is_refused_nothing_is_taken_away() -> None:
    found = reading(calendar(series(start="DTSTART:straks")))
    assert (len(found.rejected), found.whole, found.until) == (1, False, None)


def test_a_series_without_a_uid_gets_no_keys() -> None:
    rows = rows_of(calendar(event("RRULE:FREQ=DAILY;COUNT=2")))
    assert [row.key for row in rows] == ["", ""]
