"""The first proposal of the assistant: by the names of columns, and by what stands in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import CalendarChoices, NameFrom, TreatmentFrom
from reception_assistant.agenda.readers.tables.columns import column_names
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.desk.guessing import (
    SEPARATORS,
    guess_calendar,
    guess_columns,
    guess_prefixes,
)
from tests.core.agenda.readers.helpers import VOCABULARY, opened

TODAY = date(2026, 11, 24)


def guess(*lines: str) -> dict[str, str]:
    return guess_columns(opened(*lines), VOCABULARY, TODAY)


def column(name: str, *cells: str) -> dict[str, str]:
    """Return what is guessed of a table with this column beside a room."""
    return guess(f"{name};Kamer", *(f'"{cell}";1' for cell in cells))


def test_names_that_are_known_come_first() -> None:
    found = guess(
        "Wanneer;Datum;Tijd;Patiënt;Wie;Tel.",
        "24-11-2026;24-11-2026;9:05;P. Jansen;A. Smit;0612345678",
    )
    assert found == {"datum": "Datum", "tijd": "Tijd", "naam": "Patiënt", "telefoon": "Tel."}


def test_what_no_name_tells_is_seen_in_the_cells() -> None:
    found = guess(
        "A;B;C;D;E;F",
        "24-11-2026;9:05;P. Jansen;14-3-1958;06-12345678;controle",
        "25-11-2026;9:25;J. de Vries;1-2-1990;020-1234567;vulling",
    )
    assert found == {
        "datum": "A",
        "tijd": "B",
        "naam": "C",
        "geboortedatum": "D",
        "telefoon": "E",
    }


def test_a_list_without_a_header_is_guessed_by_its_cells_alone() -> None:
    found = guess(
        "24-11-2026;9:05;20;P. Jansen;14-3-1958;0612345678",
        "25-11-2026;9:25;20;J. de Vries;1-2-1990;0612345679",
    )
    assert found == {
        "datum": "kolom 1",
        "tijd": "kolom 2",
        "naam": "kolom 4",
        "geboortedatum": "kolom 5",
        "telefoon": "kolom 6",
    }


def test_a_day_with_its_time_is_both() -> None:
    assert column("A", "24-11-2026 9:05", "25-11-2026 9:25") == {"datum": "A", "tijd": "A"}
    assert column("Begin", "24-11-2026 9:05") == {"datum": "Begin", "tijd": "Begin"}
    assert column("Datum", "2026-11-24T09:05:00Z") == {"datum": "Datum", "tijd": "Datum"}


def test_a_day_on_which_something_was_made_is_not_the_day_somebody_comes() -> None:
    assert guess("Gemaakt;Start;Wie", "1-11-2026 8:15;24-11-2026 9:05;P. Jansen") == {
        "datum": "Start",
        "tijd": "Start",
        "naam": "Wie",
    }
    assert guess(
        "Gemaakt;Wanneer;Tot;Wie",
        "1-11-2026 8:15;24-11-2026 9:05;24-11-2026 9:25;P. Jansen",
        "2-11-2026 8:16;24-11-2026 9:25;24-11-2026 9:45;J. de Vries",
    ) == {"datum": "Wanneer", "tijd": "Wanneer", "eindtijd": "Tot", "naam": "Wie"}


def test_a_recent_day_is_no_day_of_birth() -> None:
    found = guess("Datum;Tijd;Naam;Laatst", "24-11-2026;9:05;P. Jansen;3-8-2026")
    assert "geboortedatum" not in found


def test_days_in_american_order_are_seen_too() -> None:
    assert column("A", "11/24/2026", "11/25/2026") == {"datum": "A"}


@pytest.mark.parametrize(
    "cells", [("0612345678", "020-1234567"), ("+31 6 12345678",), ("02 123 45 67",)]
)
def test_telephone_numbers_are_seen(cells: tuple[str, ...]) -> None:
    assert column("A", *cells) == {"telefoon": "A"}


@pytest.mark.parametrize(
    "cells",
    [
        ("123456782", "111222333"),
        ("24-11-2020 09:05", "24-11-2020 09:15"),
        ("1234", "5678"),
        ("528210001234567",),
        ("NL91ABNA0417164300",),
    ],
)
def test_other_numbers_are_no_telephone_numbers(cells: tuple[str, ...]) -> None:
    assert "telefoon" not in column("A", *cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("Jansen, P.", "Vries, J. de"),
        ("dhr. P. Jansen", "mevrouw De Vries"),
        ("Piet Jansen", "Anna van der Berg", "Zoë Smit"),
        ("Jansen, P.", "geblokkeerd", "J. de Vries"),
    ],
)
def test_names_are_seen(cells: tuple[str, ...]) -> None:
    assert column("A", *cells) == {"naam": "A"}


@pytest.mark.parametrize(
    "cells",
    [
        ("controle", "vulling linksonder"),
        ("Controle gebit", "Grote vulling"),
        ("P. Jansen", *["pauze"] * 3),
        ("Karin Smit", "Karin Smit", "Karin Smit", "Anna Bos", "Anna Bos", "Karin Smit"),
        ("Kamer 2", "Kamer 3"),
        ("a@b.nl", "c@d.nl"),
    ],
)
def test_other_words_are_no_names(cells: tuple[str, ...]) -> None:
    assert "naam" not in column("A", *cells)


def test_of_two_columns_with_names_the_people_are_those_who_differ_most() -> None:
    doctors, people = ("Smit", "Bos", "Smit", "Dijk"), ("Jansen", "Vries", "Boer", "Visser")
    rows = [
        f"24-11-2026;9:05;K. {doctor};P. {person}"
        for doctor, person in zip(doctors, people, strict=True)
    ]
    assert guess("Datum;Tijd;Door;Wie", *rows)["naam"] == "Wie"


@pytest.mark.parametrize(
    ("header", "surname", "guessed"),
    [
        ("Datum;Tijd;Achternaam;Voorletters", "de Vries", True),
        ("Datum;Tijd;Achternaam;Voorletters", "Vries, van der", True),
        ("Datum;Tijd;Achternaam;Voorletters", "De Wit", False),
        ("Datum;Tijd;Achternaam;Tussenvoegsel", "de Vries", False),
        ("Datum;Tijd;Naam;Voorletters", "de Vries", False),
    ],
)
def test_prefixes_before_the_surnames_are_seen(header: str, surname: str, guessed: bool) -> None:  # noqa: FBT001
    table = opened(header, "24-11-2026;9:05;Smit;J.", f'24-11-2026;9:25;"{surname}";K.')
    assert guess_prefixes(table, guess_columns(table, VOCABULARY, TODAY)) is guessed


def test_a_title_is_an_academic_one_only_where_there_is_a_name() -> None:
    row = "24-11-2026;9:05;P. Jansen"
    assert guess("Datum;Tijd;Titel", row)["naam"] == "Titel"
    assert guess("Datum;Tijd;Titel;Achternaam", f"{row};Smit")["titel"] == "Titel"


def test_a_number_that_does_not_belong_here_is_never_proposed() -> None:
    rows = [f"24-11-2026;9:05;{number}" for number in ["123456782", "111222333"] * 15]
    assert guess("Datum;Tijd;BSN", "24-11-2026;9:05;x") == {"datum": "Datum", "tijd": "Tijd"}
    assert guess("Datum;Tijd;Patient ID 2", *rows) == {"datum": "Datum", "tijd": "Tijd"}


def test_columns_with_the_same_name_are_told_apart() -> None:
    found = guess("Naam;Naam;Wie;Wie", "Piet;x;24-11-2026;14-3-1958")
    assert found == {"naam": "Naam", "datum": "Wie", "geboortedatum": "Wie (2)"}


CELLS = st.text(max_size=12) | st.sampled_from(
    ["24-11-2026 9:05", "P. Jansen", "0612345678", "9:05"]
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3).map(";".join), max_size=6))
def test_no_column_is_proposed_for_two_things_but_a_day_with_its_time(lines: list[str]) -> None:
    try:
        table = opened("A;Naam;Start", *lines)
    except UnreadableFileError:
        return
    found = guess_columns(table, VOCABULARY, TODAY)
    assert set(found.values()) <= set(column_names(table.header))
    names = [name for ours, name in found.items() if ours != "tijd"]
    assert len(set(names)) == len(names)


# Calendars


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_name_is_on_the_side_of_the_sign_where_names_are(separator: str) -> None:
    names = ["P. Jansen", "J. de Vries", "mevr. A. Smit"]
    before = [f"{name}{separator}controle" for name in names]
    after = [f"controle{separator}{name}" for name in names]
    assert guess_calendar(before) == CalendarChoices(
        name_from=NameFrom.BEFORE, separator=separator, treatment_from=TreatmentFrom.REST
    )
    assert guess_calendar(after).name_from is NameFrom.AFTER


def test_first_names_with_surnames_beside_a_sign_are_names_too() -> None:
    titles = ["Controle - Piet Jansen", "Controle - Anna de Boer", "Vulling - Zoë Smit"]
    assert guess_calendar(titles).name_from is NameFrom.AFTER
    titles = ["K. Smit - Piet Jansen", "K. Smit - Anna de Boer"]
    assert guess_calendar([f"{title[10:]} - K. Smit" for title in titles]).separator == " - "


@pytest.mark.parametrize(
    ("titles", "choices"),
    [
        (["P. Jansen", "J. de Vries"], CalendarChoices(name_from=NameFrom.TITLE)),
        (["Piet Jansen", "Anna Boer"], CalendarChoices()),
        (["overleg", "P. Jansen", "lunch"], CalendarChoices()),
        (["controle - vulling", "lunch - pauze"], CalendarChoices()),
        (["P. Jansen - controle", "overleg", "lunch", "pauze"], CalendarChoices()),
        ([], CalendarChoices()),
        ([""], CalendarChoices()),
    ],
)
def test_where_it_is_not_certain_the_title_stays_as_it_is(
    titles: list[str], choices: CalendarChoices
) -> None:
    assert guess_calendar(titles) == choices


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_titles_give_a_proposal(titles: list[str]) -> None:
    choices = guess_calendar(titles)
    assert bool(choices.separator) == (choices.name_from in {NameFrom.BEFORE, NameFrom.AFTER})
