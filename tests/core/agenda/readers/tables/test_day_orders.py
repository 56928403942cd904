"""Day before month, as in the Netherlands, unless the file proves otherwise; doubt is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.incoming import Reading
from reception_assistant.agenda.profile import DayOrder, TableChoices
from reception_assistant.agenda.readers.day_orders import DayOrders
from tests.core.agenda.readers.helpers import read_table, reading

MONTH_FIRST = "De datums staan met de maand eerst, zo zijn ze gelezen: 11/24 is 24-11."
DOUBT = (
    "Aan de datums is niet te zien wat de dag is en wat de maand. "
    "Balie leest eerst de dag: 3-11 is 3 november."
)
BOTH = (
    "In sommige datums staat de dag eerst, in andere de maand. Balie leest eerst de dag; "
    "kijk de datums na."
)


def noted(*dates: str) -> DayOrders:
    orders = DayOrders()
    for text in dates:
        orders.note(text)
    return orders


def read(*dates: str, births: tuple[str, ...] = (), order: DayOrder | None = None) -> Reading:
    """Read appointments on these days from a list whose columns are not called as ours are."""
    born = [*births, *[""] * len(dates)]
    lines = ["Afspraakdatum;tijd;naam;geboren"]
    lines += [f"{day};9:{at:02};J. Smit;{born[at]}" for at, day in enumerate(dates)]
    columns = {
        "datum": "Afspraakdatum",
        "tijd": "tijd",
        "naam": "naam",
        "geboortedatum": "geboren",
    }
    choices = None if order is None else TableChoices(columns=columns, day_order=order)
    return read_table("\n".join(lines).encode(), choices)


def days(found: Reading) -> list[str]:
    return [f"{row.start.date()}" for row in found.rows]


def test_one_date_proves_the_order_of_all() -> None:
    found = read("3-11-2026", "24-11-2026")
    assert days(found) == ["2026-11-03", "2026-11-24"]
    assert found.remarks == ()
    found = read("11/3/2026", "11/24/2026")
    assert days(found) == ["2026-11-03", "2026-11-24"]
    assert found.remarks == (MONTH_FIRST,)


def test_when_the_file_cannot_tell_the_day_comes_first_and_that_is_said() -> None:
    found = read("3-11-2026", "4-11-2026")
    assert days(found) == ["2026-11-03", "2026-11-04"]
    assert found.remarks == (DOUBT,)


@pytest.mark.parametrize(
    "dates", [("11-11-2026",), ("2026-11-03",), ("3 nov 2026",), ("20261103",), ("3 nov 26", "")]
)
def test_where_nothing_can_be_mixed_up_nothing_is_said(dates: tuple[str, ...]) -> None:
    assert read(*dates).remarks == ()


def test_in_our_own_form_the_day_comes_first_and_nothing_is_said() -> None:
    found = reading("datum;tijd;naam\n3-11-2026;9:05;J. Smit\n")
    assert (days(found), found.remarks) == (["2026-11-03"], ())


def test_also_in_our_own_form_a_file_can_prove_that_the_month_comes_first() -> None:
    found = reading("datum;tijd;naam\n11/3/2026;9:05;A\n11/24/2026;9:05;B\n")
    assert (days(found), found.remarks) == (["2026-11-03", "2026-11-24"], (MONTH_FIRST,))


def test_a_file_that_contradicts_itself_is_told_and_the_day_comes_first() -> None:
    found = read("3-11-2026", "24-11-2026", "11-24-2026")
    assert days(found) == ["2026-11-03", "2026-11-24"]
    assert found.remarks[0] == BOTH
    assert found.rejected[0].reason == "Deze datum bestaat niet: 11-24-2026."


def test_dates_of_birth_prove_the_order_too() -> None:
    found = read("3-11-2026", "4-11-2026", births=("15-5-1948",))
    assert (days(found), found.remarks) == (["2026-11-03", "2026-11-04"], ())
    found = read("11/3/2026", "11/4/2026", births=("5/15/1948", "6/7/1950"))
    assert days(found) == ["2026-11-03", "2026-11-04"]
    assert [row.birth_date for row in found.rows] == [date(1948, 5, 15), date(1950, 6, 7)]
    assert found.remarks == (MONTH_FIRST,)


def test_in_our_own_form_a_date_of_birth_proves_nothing() -> None:
    found = reading("datum;tijd;naam;geboortedatum\n3-11-2026;9:05;A;5-15-1948\n")
    assert days(found) == ["2026-11-03"]
    assert found.remarks == (
        "Regel 2: in de kolom geboortedatum staat geen datum die kan kloppen; "
        "dit vak is overgeslagen.",
    )


def test_the_order_is_the_same_for_a_day_with_its_time() -> None:
    found = reading("Start;Klant\n11/3/2026 9:05 AM;A\nTue 3;B\n11/24/2026 2:05 PM;C\n")
    assert [f"{row.start}" for row in found.rows] == ["2026-11-03 09:05:00", "2026-11-24 14:05:00"]
    assert found.remarks == (MONTH_FIRST,)


def test_remarks_and_refusals_are_told_once_after_reading_again() -> None:
    found = reading(
        "Afspraakdatum;tijd;naam;Kamer;status\n"
        "11/24/2026;9:05;A;1;weg\n11/3/2026;straks;B;1;\n11/24/2026;9:05;A;1;weg\n"
    )
    assert [each.where for each in found.rejected] == ["regel 3", "regel 4"]
    assert found.remarks == (
        "Balie kent deze kolom niet en slaat hem over: “Kamer”.",
        MONTH_FIRST,
        "Regel 2 en 4: de kolom status kent “weg” niet; dit vak is overgeslagen.",
    )


@pytest.mark.parametrize(
    ("order", "dates", "first"),
    [
        (DayOrder.DAY_FIRST, ("3-11-2026", "4-11-2026"), "2026-11-03"),
        (DayOrder.MONTH_FIRST, ("11-3-2026", "11-4-2026"), "2026-11-03"),
        (DayOrder.MONTH_FIRST, ("11-24-2026",), "2026-11-24"),
        (DayOrder.UNKNOWN, ("11-24-2026",), "2026-11-24"),
    ],
)
def test_what_somebody_chose_is_not_doubted(
    order: DayOrder, dates: tuple[str, ...], first: str
) -> None:
    found = read(*dates, order=order)
    assert days(found)[0] == first
    assert found.rejected == ()
    assert found.remarks == ((MONTH_FIRST,) if order is DayOrder.UNKNOWN else ())


@pytest.mark.parametrize(
    ("order", "dates", "words"),
    [
        (DayOrder.MONTH_FIRST, ("3-11-2026", "24-11-2026"), "Gekozen is: eerst de maand."),
        (DayOrder.DAY_FIRST, ("11-3-2026", "11-24-2026"), "Gekozen is: eerst de dag."),
        (DayOrder.DAY_FIRST, ("24-11-2026", "11-24-2026"), "Gekozen is: eerst de dag."),
    ],
)
def test_a_choice_that_the_dates_contradict_is_told(
    order: DayOrder, dates: tuple[str, ...], words: str
) -> None:
    found = read(*dates, order=order)
    assert found.remarks[0].startswith(words)
    assert "kijk de datums na" in found.remarks[0]
    assert len(found.rejected) == 1


@pytest.mark.parametrize("text", ["31-31-2026", "0-24-2026", "13-0-2026", "45-11-2026", "straks"])
def test_a_date_that_is_impossible_both_ways_proves_nothing(text: str) -> None:
    orders = noted(text, "3-11-2026")
    assert orders.order is DayOrder.UNKNOWN
    assert orders.leaves_open
    assert not orders.contradicts


@pytest.mark.parametrize(
    "text",
    ["11/24/2026", "Di 11/24/2026", "11/24/26", "11/24/2026 0:00", "11-24-2026 09:05",
     "11/24/2026 12:00:00 AM", "11.24.2026T9:05"],
)  # fmt: skip
def test_the_order_is_seen_however_the_date_is_written(text: str) -> None:
    assert noted(text).order is DayOrder.MONTH_FIRST


@given(st.lists(st.dates(date(2000, 1, 1), date(2090, 1, 1)), max_size=5), st.booleans())
def test_a_file_in_one_order_never_contradicts_itself(some: list[date], month_first: bool) -> None:  # noqa: FBT001
    form = "{0.month}/{0.day}/{0.year}" if month_first else "{0.day}/{0.month}/{0.year}"
    orders = noted(*(form.format(day) for day in some))
    assert not orders.contradicts
    proved = any(day.day > 12 for day in some)
    order = DayOrder.MONTH_FIRST if month_first else DayOrder.DAY_FIRST
    assert orders.order is (order if proved else DayOrder.UNKNOWN)
    assert not (proved and orders.leaves_open)
