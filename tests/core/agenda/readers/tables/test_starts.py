"""When an appointment starts and how long it takes, with day and time apart or together."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.dates import (
    Moment,
    appointment_day,
    first_numbers,
    split_moment,
    time_of_day,
)
from tests.core.agenda.readers.helpers import ZONE, read_table, reading, reading_of, row_of

at = datetime.fromisoformat


def start_of(moment: str) -> datetime:
    """Return when an appointment starts that has its day and time in one cell."""
    text = f'Wanneer;naam\n"{moment}";J. Smit\n'
    columns = {"datum": "Wanneer", "tijd": "Wanneer", "naam": "naam"}
    found = read_table(text.encode(), TableChoices(columns=columns))
    assert found.rejected == ()
    return found.rows[0].start


def refused(moment: str) -> str:
    """Return why an appointment with its day and time in one cell is refused."""
    text = f"Datum/tijd;naam\n3-11-2026 9:00;A\n3-11-2026 9:01;B\n{moment};C\n"
    [rejected] = reading(text).rejected
    assert rejected.where == "regel 4"
    return rejected.reason


@pytest.mark.parametrize(
    "moment",
    [
        "3-11-2026 9:05",
        "03-11-2026 09:05:00",
        "3-11-26 9.05",
        "3/11/2026 0905",
        "ma 3 nov 2026 9:05",
        "dinsdag 3 november 2026 om 9:05 uur",
        "3 nov. '26, 9u05",
        "2026-11-03 09:05",
        "2026-11-03T09:05",
        "2026-11-03T09:05:00.000",
        "20261103 0905",
        "20261103T090500",
        "3-11-2026 9:05 AM",
        "3-11-2026 9u05",
        "2026-11-03 09:05 a.m.",
        "3-11-2026  9h05",
    ],
)
def test_a_day_and_a_time_in_one_cell_are_understood(moment: str) -> None:
    assert start_of(moment) == at("2026-11-03 09:05")


@pytest.mark.parametrize(
    ("moment", "start"),
    [
        ("2026-11-03T08:05:00Z", "2026-11-03 09:05"),
        ("2026-11-03T08:05:00.123Z", "2026-11-03 09:05"),
        ("2026-11-03 09:05:00+01:00", "2026-11-03 09:05"),
        ("2026-11-03 09:05+0100", "2026-11-03 09:05"),
        ("2026-11-03 09:05:00+01", "2026-11-03 09:05"),
        ("2026-11-03T09:05:00 +02:00", "2026-11-03 08:05"),
        ("2026-11-03T03:05:00-05:00", "2026-11-03 09:05"),
        ("20261103T080500Z", "2026-11-03 09:05"),
        ("2026-11-02T23:05:00Z", "2026-11-03 00:05"),
        ("2026-07-03T07:05:00Z", "2026-07-03 09:05"),
        ("2026-10-25T00:30:00Z", "2026-10-25 02:30"),
        ("2026-10-25T01:30:00Z", "2026-10-25 02:30"),
    ],
)
def test_a_moment_with_an_offset_is_converted_to_the_zone_of_the_practice(
    moment: str, start: str
) -> None:
    assert start_of(moment) == at(start)


@pytest.mark.parametrize(
    "moment", ["2026-11-03T09:05:00+25:00", "2026-11-03T09:05:00+01:75", "2026-11-03T09:05:00-99"]
)
def test_an_offset_that_does_not_exist_is_refused(moment: str) -> None:
    assert refused(moment) == "Deze tijd bestaat niet."


@pytest.mark.parametrize("moment", ["3-11-2026 9:00-9:30", "3-11-2026 09:00-09:30"])
def test_a_span_of_time_is_no_offset(moment: str) -> None:
    assert refused(moment) == "De tijd is niet te lezen. Schrijf hem zo: 9:05."


@pytest.mark.parametrize("moment", ["3-11-2026", "9:05", "morgen 9:05", "x" * 1000])
def test_a_cell_with_only_one_of_them_is_refused(moment: str) -> None:
    assert refused(moment) == (
        "De datum met de tijd is niet te lezen. Schrijf hem zo: 3-11-2026 9:05."
    )


def test_an_empty_cell_says_that_there_is_no_day() -> None:
    assert refused("") == "Er staat geen datum bij deze afspraak."


@pytest.mark.parametrize(
    ("clock", "start"),
    [
        ("9:05 AM", "09:05"), ("9:05 pm", "21:05"), ("12:05 AM", "00:05"), ("12:05 p.m.", "12:05"),
        ("9 am", "09:00"), ("9:05:59 PM", "21:05"), ("9.05 AM", "09:05"), ("9h05", "09:05"),
        ("9h", "09:00"), ("090500", "09:05"), ("235959", "23:59"),
    ],
)  # fmt: skip
def test_halves_of_the_day_and_other_ways_to_write_a_time(clock: str, start: str) -> None:
    assert time_of_day(clock) == time.fromisoformat(start)


@pytest.mark.parametrize("clock", ["13:05 PM", "0:05 AM", "25 pm", "246000"])
def test_a_half_of_the_day_has_twelve_hours(clock: str) -> None:
    found = reading(f"datum;tijd;naam\n3-11-2026;{clock};A\n")
    assert found.rejected[0].reason == "Deze tijd bestaat niet."


@pytest.mark.parametrize(
    "day",
    ["3-11-2026 12:00:00 AM", "11/3/2026 12:00 am", "3 may 2026", "5 March 2026", "1-oct-26"],
)
def test_days_as_english_programs_write_them(day: str) -> None:
    assert appointment_day(day).year == 2026


@pytest.mark.parametrize(
    "clock",
    [
        "30-12-1899 9:05:00",
        "1899-12-30 09:05:00",
        "1-1-1900 9:05",
        "1970-01-01T09:05:00Z",
        "1899-12-30T09:05:00.000Z",
        "2026-11-03T08:05:00Z",
        "2026-11-03 09:05",
    ],
)
def test_a_day_that_stands_before_a_time_only_carries_it(clock: str) -> None:
    assert row_of(tijd=clock).start == at("2026-11-03 09:05")


# The end


@pytest.mark.parametrize(
    ("end", "minutes"),
    [("9:25", 20), ("0925", 20), ("9:05", 0), ("30-12-1899 9:25", 20), ("9:25 am", 20), ("", 0)],
)
def test_the_end_tells_how_long_it_takes(end: str, minutes: int) -> None:
    found = reading_of(tijd="9:05", eindtijd=end)
    assert (found.rows[0].minutes, found.remarks) == (minutes, ())


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("3-11-2026 9:05", "3-11-2026 9:25", 20),
        ("3-11-2026 9:05", "9:25", 20),
        ("3-11-2026 23:50", "4-11-2026 0:10", 20),
        ("2026-11-03T08:05:00Z", "2026-11-03T09:25:00+01:00", 20),
    ],
)
def test_a_moment_may_end_on_another_day_or_in_another_zone(
    start: str, end: str, minutes: int
) -> None:
    found = reading(f"Start;Einde;naam\n{start};{end};J. Smit\n")
    assert (found.rows[0].minutes, found.rejected) == (minutes, ())


@pytest.mark.parametrize(
    ("end", "remark"),
    [
        ("9:00", "het einde is vóór het begin; de duur bleef leeg."),
        ("straks", "in de kolom eindtijd staat geen tijd; dit vak is overgeslagen."),
        ("25:00", "in de kolom eindtijd staat geen tijd; dit vak is overgeslagen."),
    ],
)
def test_an_end_that_cannot_be_is_told_and_the_appointment_stays(end: str, remark: str) -> None:
    found = reading_of(tijd="9:05", eindtijd=end)
    assert found.rows[0].minutes == 0
    assert found.remarks == (f"Regel 2: {remark}",)


def test_an_appointment_of_days_has_no_length() -> None:
    found = reading("Start;Einde;naam\n3-11-2026 9:05;5-11-2026 9:05;J. Smit\n")
    assert found.rows[0].minutes == 0
    assert "meer dan een dag na het begin" in found.remarks[-1]


def test_minutes_that_the_file_tells_count_before_the_end() -> None:
    assert reading_of(duur="15", eindtijd="9:25").rows[0].minutes == 15


@pytest.mark.parametrize(("text", "minutes"), [("0:20", 20), ("01:05", 65), ("0:45:00", 45)])
def test_a_length_may_be_in_hours_and_minutes(text: str, minutes: int) -> None:
    assert row_of(duur=text).minutes == minutes


@pytest.mark.parametrize("text", ["20:00", "0:75", "0:20:30"])
def test_a_length_that_can_mean_two_things_is_not_guessed(text: str) -> None:
    found = reading_of(duur=text)
    assert found.rows[0].minutes == 0
    assert "kolom duur" in found.remarks[0]


# What must always hold

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
TIMES = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
DAY_FORMS = ("{0.day}-{0.month}-{0.year}", "{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0:%Y%m%d}")
TIME_FORMS = ("{0.hour}:{0:%M}", "{0:%H:%M:%S}", "{0:%H.%M}", "{0:%H%M}", "{0:%I:%M %p}")
BETWEEN = (" ", "T", ", ", " om ")


@given(
    DAYS, TIMES, st.sampled_from(DAY_FORMS), st.sampled_from(TIME_FORMS), st.sampled_from(BETWEEN)
)
def test_what_stood_together_comes_apart_again(
    day: date, clock: time, day_form: str, time_form: str, between: str
) -> None:
    written = Moment(day_form.format(day), time_form.format(clock))
    moment = split_moment(written.day + between + written.time)
    assert moment == written
    assert (appointment_day(moment.day), time_of_day(moment.time)) == (day, clock)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  in UTC by what follows
    st.integers(-12 * 4, 14 * 4),
    st.sampled_from(["{sign}{hours:02}:{minutes:02}", "{sign}{hours:02}{minutes:02}"]),
)
def test_a_moment_with_any_offset_is_the_same_moment(
    moment: datetime, quarters: int, form: str
) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    offset = timedelta(minutes=15 * quarters)
    hours, minutes = divmod(abs(quarters) * 15, 60)
    told = form.format(sign="-" if quarters < 0 else "+", hours=hours, minutes=minutes)
    written = f"{(moment + offset).replace(tzinfo=None).isoformat()}{told}"
    assert start_of(written) == moment.astimezone(ZONE).replace(tzinfo=None)


@given(st.text(max_size=30) | st.text(st.sampled_from("0123456789-/:. TZapm+"), max_size=70))
def test_whatever_a_cell_holds_the_row_is_read_or_refused(cell: str) -> None:
    text = 'Start;Einde;naam\n3-11-2026 9:05;9:25;A\n3-11-2026 9:05;9:25;B\n"{0}";"{0}";C\n'
    found = reading(text.format(cell.replace('"', "")))
    refused = any(each.where == "bestand" for each in found.rejected)  # it is no text any more
    assert refused or len(found.rows) + len(found.rejected) >= 3
    split_moment(cell)
    first_numbers(cell)
