"""Which column of a table holds what: known by its name, asked when in doubt, or chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.columns import (
    chosen_columns,
    column_names,
    guessed,
    signature,
)
from reception_assistant.agenda.readers.tables.text import Header
from reception_assistant.agenda.readers.trouble import UnclearColumnsError, UnreadableFileError
from tests.core.agenda.readers.helpers import VOCABULARY, known, opened, read_table, reading

MOMENT = "3-11-2026 9:05"


def header(*names: str) -> Header:
    return Header(line=1, names=names, delimiter=";", after=1)


def chosen(text: str, **columns: str) -> tuple[str, ...]:
    """Return the cells of the first row that are read, when this is chosen."""
    found = read_table(text.encode(), TableChoices(columns=columns))
    return tuple(row.name.surname or row.name.as_received for row in found.rows)


# Known by name


def test_columns_with_known_names_need_nobody() -> None:
    found, remarks = known("Afspraakdatum;Aanvang;Tot;Patiënt;Mobiel;Reden;Tandarts", ";;;;;;")
    assert found == {
        "datum": "Afspraakdatum",
        "tijd": "Aanvang",
        "eindtijd": "Tot",
        "naam": "Patiënt",
        "telefoon": "Mobiel",
        "behandeling": "Reden",
        "behandelaar": "Tandarts",
    }
    assert remarks == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "datum;tijd;Patiënt;Klant",
            "Twee kolommen kunnen de kolom naam zijn: “Patiënt” en “Klant”.",
        ),
        (
            "datum;tijd;Geslachtsnaam;Geboortenaam",
            "Twee kolommen kunnen de kolom achternaam zijn: “Geslachtsnaam” en “Geboortenaam”.",
        ),
        ("datum;Begin;Van;naam", "Twee kolommen kunnen de kolom tijd zijn: “Begin” en “Van”."),
        (
            "Consultdatum;tijd;Dag;naam",
            "Twee kolommen kunnen de kolom datum zijn: “Consultdatum” en “Dag”.",
        ),
    ],
)
def test_two_columns_that_may_be_the_one_we_cannot_do_without_are_asked(
    line: str, message: str
) -> None:
    with pytest.raises(UnclearColumnsError) as asked:
        known(line)
    assert (asked.value.message, asked.value.advice) == (message, "Kies welke kolom het is.")


def test_of_two_columns_we_can_do_without_the_most_usual_is_read_and_the_other_told() -> None:
    found, remarks = known("datum;tijd;naam;Mobiel;Telefoonnummer")
    assert found["telefoon"] == "Telefoonnummer"
    assert remarks == (
        "De kolom telefoon is gelezen uit “Telefoonnummer”; “Mobiel” is overgeslagen.",
    )


def test_the_weekday_beside_the_day_does_no_harm() -> None:
    found = reading("Dag;Datum;Tijd;Naam\ndi;3-11-2026;9:05;J. Smit\n")
    assert found.rows[0].start.day == 3
    assert found.remarks == ("De kolom datum is gelezen uit “Datum”; “Dag” is overgeslagen.",)


@pytest.mark.parametrize("name", ["datum", "tijd", "Begin", "Datum/tijd"])
def test_a_day_with_its_time_in_one_column_is_both(name: str) -> None:
    found, _remarks = known(f"{name};naam", f"{MOMENT};J. Smit")
    assert (found["datum"], found["tijd"]) == (name, name)


@pytest.mark.parametrize("cell", ["3-11-2026", "3-11-2026 00:00:00", "9:05", "vrij", ""])
def test_a_day_alone_or_a_time_alone_is_not_both(cell: str) -> None:
    with pytest.raises(UnclearColumnsError, match="tijd ontbreekt"):
        known("datum;naam;kamer", f"{cell};J. Smit;2")


# In the list of a vet


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "datum;tijd;Eigenaar;Patiënt;Diersoort",
            "Twee kolommen kunnen de kolom naam zijn: “Eigenaar” en “Patiënt”.",
        ),
        (
            "datum;tijd;Naam;Eigenaar;Ras",
            "Twee kolommen kunnen de kolom naam zijn: “Naam” en “Eigenaar”.",
        ),
        ("datum;tijd;Patiënt;Diersoort", "De kolom “Patiënt” kan het dier zijn, of de eigenaar."),
        (
            "datum;tijd;Achternaam;Patiëntnaam;Chipnummer",
            "De kolom “Patiëntnaam” kan het dier zijn, of de eigenaar.",
        ),
    ],
)
def test_a_patient_that_may_be_the_animal_is_asked(line: str, message: str) -> None:
    with pytest.raises(UnclearColumnsError) as asked:
        known(line)
    assert asked.value.message == message


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("datum;tijd;Eigenaar;Naam dier;Diersoort", "Eigenaar"),
        ("datum;tijd;Eigenaar;Reden", "Eigenaar"),
        ("datum;tijd;Patiënt;Huisdier;Ras", "Patiënt"),
        ("datum;tijd;naam;diersoort", "naam"),
    ],
)
def test_where_the_animal_has_its_own_column_nobody_is_asked(line: str, name: str) -> None:
    assert known(line)[0]["naam"] == name


@pytest.mark.parametrize(
    ("names", "owner", "animal"),
    [
        (("Eigenaar", "Patiënt", "Diersoort"), "Eigenaar", "Patiënt"),
        (("Patiënt", "Baasje"), "Baasje", "Patiënt"),
        (("Naam", "Eigenaar", "Ras"), "Eigenaar", "Naam"),
        (("Achternaam", "Naam", "Diersoort"), None, "Naam"),
        (("Patiënt", "Diersoort"), "Patiënt", None),
        (("Patiënt", "Klant"), "Patiënt", None),
        (("Naam", "Dier", "Eigenaar"), "Naam", "Dier"),
    ],
)
def test_the_assistant_proposes_the_owner_and_the_animal(
    names: tuple[str, ...], owner: str | None, animal: str | None
) -> None:
    found = guessed(header(*names), VOCABULARY)
    assert (found.get("naam"), found.get("dier")) == (owner, animal)


# What is missing


@pytest.mark.parametrize(
    "line", ["tijd;naam", "datum;tijd", "datum;tijd;", "datum;tijd;bsn", "tijd;naam;dier;status"]
)
def test_a_table_without_a_column_that_may_be_it_cannot_be_helped(line: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        known(line)
    assert not isinstance(refused.value, UnclearColumnsError)
    [rejected] = reading(line).rejected
    assert rejected.where == "bestand"
    assert rejected.reason == str(refused.value)


@pytest.mark.parametrize("line", ["datum;tijd;Wie", "tijd;naam;Wanneer", "datum;tijd;Omschrijving"])
def test_where_a_column_may_be_it_somebody_is_asked(line: str) -> None:
    with pytest.raises(UnclearColumnsError, match="ontbreekt"):
        known(line)


def test_a_column_that_is_never_read_cannot_be_what_is_missing() -> None:
    rows = [f"3-11-2026;9:{number:02};123456782" for number in range(25)]
    with pytest.raises(UnreadableFileError) as refused:
        known("datum;tijd;Code", *rows)
    assert not isinstance(refused.value, UnclearColumnsError)


# Chosen


def test_what_somebody_chose_is_read_whatever_it_is_called() -> None:
    text = "Wanneer;Naam;Wie\n3-11-2026 9:05;Kamer 2;J. Smit\n"
    assert chosen(text, datum="Wanneer", tijd="Wanneer", naam="Wie") == ("Smit",)
    assert chosen(text, datum="WANNEER", naam="wie ") == ("Smit",)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"naam": "Wie"}, "Er zijn nog geen kolommen gekozen voor de dag en de tijd."),
        ({"datum": "Wanneer"}, "Er is nog geen kolom gekozen voor de naam."),
        (
            {"datum": "Wanneer", "voorvoegsel": "Wie"},
            "Er is nog geen kolom gekozen voor de naam.",
        ),
        ({}, "Er zijn nog geen kolommen gekozen voor de dag, de tijd en de naam."),
        (
            {"datum": "Wanneer", "naam": "Patiënt"},
            "De kolom “Patiënt” staat niet in dit bestand.",
        ),
        (
            {"datum": "Dag", "tijd": "Uur", "naam": "Wie"},
            "De kolommen “Dag” en “Uur” staan niet in dit bestand.",
        ),
    ],
)
def test_what_is_not_enough_is_told(columns: dict[str, str], message: str) -> None:
    with pytest.raises(UnclearColumnsError) as asked:
        chosen_columns(
            header("Wanneer", "Wie"), TableChoices(columns=columns), frozenset(), Remarks()
        )
    assert asked.value.message == message


def test_a_choice_that_we_do_not_know_does_no_harm() -> None:
    text = "Wanneer;Wie\n3-11-2026 9:05;J. Smit\n"
    assert chosen(text, datum="Wanneer", naam="Wie", nieuwigheid="Wie") == ("Smit",)


def test_columns_with_the_same_name_are_told_apart_and_each_can_be_chosen() -> None:
    text = "Wanneer;Wie;Wie;;Wie (2)\n3-11-2026 9:05;J. Een;J. Twee;J. Drie;J. Vier\n"
    names = column_names(opened(*text.splitlines()).header)
    assert names == ("Wanneer", "Wie", "Wie (3)", "kolom 4", "Wie (2)")
    for name, surname in (
        ("Wie", "Een"),
        ("Wie (3)", "Twee"),
        ("kolom 4", "Drie"),
        ("Wie (2)", "Vier"),
    ):
        assert chosen(text, datum="Wanneer", naam=name) == (surname,)


def test_of_columns_that_differ_by_a_sign_the_exact_one_is_read() -> None:
    text = "Wanneer;Wie;Wie.;#;%\n3-11-2026 9:05;J. Een;J. Twee;J. Drie;J. Vier\n"
    for name, surname in (("Wie.", "Twee"), ("#", "Drie"), ("%", "Vier"), ("WIE", "Een")):
        assert chosen(text, datum="Wanneer", naam=name) == (surname,)


def test_a_column_without_a_name_is_told_unless_it_was_chosen() -> None:
    text = b"Wanneer;Wie;\n13-11-2026 9:05;J. Een;x\n"
    columns = {"datum": "Wanneer", "naam": "Wie"}
    assert read_table(text, TableChoices(columns=columns)).remarks == (
        "Regel 2: hier staat iets in een kolom zonder naam; dat is overgeslagen.",
    )
    columns["opmerking"] = "kolom 3"
    found = read_table(text, TableChoices(columns=columns))
    assert (found.rows[0].remark, found.remarks) == ("x", ())


@given(st.lists(st.sampled_from(["", "a", "a (2)", "a (3)", "kolom 2", "B"]), max_size=8))
def test_every_column_can_be_chosen_by_one_name(names: list[str]) -> None:
    told = column_names(header(*names))
    assert len(set(told)) == len(names)
    assert all(
        name == shown
        for name, shown in zip(names, told, strict=True)
        if names.count(name) == 1 and name
    )


# Known again


def test_files_are_known_again_by_their_columns_in_any_order_and_spelling() -> None:
    one = signature(header("Wanneer", "Wie", "Geb.datum"))
    assert signature(header("Geb. Datum", "WIE", "wanneer")) == one
    assert signature(header("Wanneer", "Wie")) != one
    assert signature(header("Wanneer", "Wie", "Wie")) != signature(header("Wanneer", "Wie"))


def test_the_names_of_our_columns_are_each_offered_once_to_the_user() -> None:
    assert known("datum;tijd;eindtijd;naam")[0].keys() == {"datum", "tijd", "eindtijd", "naam"}
    found = reading("datum;tijd;eindtijd;naam\n3-11-2026;9:05;9:25;J. Smit\n")
    assert found.columns == {"datum", "tijd", "duur", "naam"}
    assert found.rows[0].minutes == 20
