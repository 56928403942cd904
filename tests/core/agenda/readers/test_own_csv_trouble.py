"""Our own CSV with mistakes in it: each is told with its place, and the rest is read."""

import gc
import time

import pytest

from reception_assistant.agenda.incoming import Rejected
from reception_assistant.naming.person import NameUse, PersonName
from tests.core.agenda.readers.helpers import reading, reading_of, trouble

HEAD = "datum;tijd;naam;opmerking\n"
GOOD = "3-11-2026;9:05;Smit, J.;\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("31-2-2026;9:05;X;", "Deze datum bestaat niet: 31-2-2026."),
        ("Jansen;9:05;X;", "De datum is niet te lezen. Schrijf hem zo: 3-11-2026."),
        (";9:05;X;", "Er staat geen datum bij deze afspraak."),
        ("3-11-2026;25:00;X;", "Deze tijd bestaat niet."),
        ("3-11-2026;straks;X;", "De tijd is niet te lezen. Schrijf hem zo: 9:05."),
        ("3-11-2026;;X;", "Er staat geen tijd bij deze afspraak."),
        ("3-11-2026;9:10;;", "Er staat geen naam bij deze afspraak."),
        (
            "3-11-2026;9:10;X;belt; graag terug",
            "Deze regel heeft 5 vakken en er zijn 4 kolommen. Zet aanhalingstekens om een tekst "
            "waar het scheidingsteken in staat.",
        ),
        (
            f"3-11-2026;9:10;{'x' * 10000};",
            "De naam is te lang: 10000 tekens, hoogstens 200.",
        ),
        (
            f"3-11-2026;9:10;X;{'x' * 2001}",
            "Het vak opmerking is te lang: 2001 tekens, hoogstens 2000.",
        ),
        (f'3-11-2026;9:10;X;"{"x" * 200_000}"', "Een vak op deze regel is veel te lang."),
        (
            '3-11-2026;9:10;X;"belt',
            "Op deze regel begint een aanhalingsteken dat nergens sluit. Haal het weg.",
        ),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_next_one_is_read(row: str, reason: str) -> None:
    found = reading(f"{HEAD}{GOOD}\n{row}\n{GOOD.replace('05', '15')}")
    assert found.rejected == (Rejected("regel 4", reason),)
    assert [row.line for row in found.rows] == [2, 5]


def test_a_name_of_200_and_a_remark_of_2000_letters_are_not_too_long() -> None:
    found = reading(f"{HEAD}3-11-2026;9:10;{'x' * 200};{'y' * 2000}")
    assert [len(row.remark) for row in found.rows] == [2000]


def test_an_empty_cell_at_the_end_does_no_harm_and_a_missing_one_is_remarked() -> None:
    found = reading(f"{HEAD}3-11-2026;9:05;X;;;\n3-11-2026;9:10;X\n3-11-2026;9:15;Y\n")
    assert len(found.rows) == 3
    assert found.remarks == (
        "Regel 3 en 4: hier zijn minder vakken dan kolommen; de rest bleef leeg.",
    )


def test_the_second_row_with_the_same_key_is_refused() -> None:
    text = "datum;tijd;naam;kenmerk\n3-11-2026;9:05;A;K1\n3-11-2026;9:10;B;K1\n"
    assert trouble(text) == [("regel 3", "Het kenmerk van deze afspraak staat ook op regel 2.")]


def test_a_key_on_a_row_that_was_refused_is_still_free() -> None:
    text = "datum;tijd;naam;kenmerk\n3-11-2026;99:05;A;K1\n3-11-2026;9:10;B;K1\n"
    assert [row.line for row in reading(text).rows] == [3]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("3-11-2026;9:05;A; K9 ;", "K9"),
        ("31-2-2026;9:05;A;K9;", "K9"),
        ("3-11-2026;9:05;A;K9;x;y", "K9"),
        ('3-11-2026;9:05;A;"K9";"x', "K9"),
        ("31-2-2026;9:05;A", ""),
    ],
)
def test_a_row_that_was_refused_still_tells_which_appointment_it_is(row: str, key: str) -> None:
    text = f"datum;tijd;naam;kenmerk;opmerking\n3-11-2026;9:00;A;K9;\n{row}\n"
    assert [rejected.key for rejected in reading(text).rejected] == [key]


def test_a_row_that_stands_there_twice_is_refused_once() -> None:
    assert trouble(HEAD + GOOD + GOOD) == [
        ("regel 3", "Deze afspraak staat precies zo ook op regel 2.")
    ]


@pytest.mark.parametrize(
    ("column", "text", "remark"),
    [
        ("naamgebruik", "X", "de kolom naamgebruik kent “X” niet; dit vak is overgeslagen."),
        ("status", "weg", "de kolom status kent “weg” niet; dit vak is overgeslagen."),
    ],
)
def test_an_unknown_code_is_quoted(column: str, text: str, remark: str) -> None:
    found = reading_of(**{column: text})
    assert found.remarks == (f"Regel 2: {remark}",)
    assert found.rows[0].name == PersonName(surname="Vries", name_use=NameUse.OWN)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("aanspreekvorm", "geheim"),
        ("aanspreken", "geheim"),
        ("land", "geheim"),
        ("titel_gebruiken", "geheim"),
        ("geboortedatum", "geheim"),
        ("geboortedatum", "31-2-1990"),
        ("geboortedatum", "4-11-2026"),
        ("kenmerken", "geheim"),
        ("duur", "geheim"),
        ("duur", "1441"),
        ("duur", "-5"),
        ("telefoon", "6,12345E+08"),
        ("patientnummer", "1,2E+10"),
        ("kenmerk", "1.2E+10"),
    ],
)
def test_an_optional_cell_that_is_not_understood_is_remarked_but_never_repeated(
    column: str, text: str
) -> None:
    found = reading_of(**{column: text})
    row, plain = found.rows[0], reading_of().rows[0]
    assert row == plain
    [remark] = found.remarks
    assert remark.startswith("Regel 2: ")
    assert f"kolom {column}" in remark
    assert text not in remark


def test_the_known_marks_next_to_an_unknown_one_count() -> None:
    found = reading_of(kenmerken="tolk,geheim")
    assert found.rows[0].marks == {"tolk"}
    assert "kenmerken" in found.remarks[0]


def test_a_thousand_mistakes_of_one_kind_are_one_remark() -> None:
    rows = "".join(f"3-11-2026;{8 + n // 60}:{n % 60:02};A;weg\n" for n in range(500))
    found = reading("datum;tijd;naam;status\n" + rows)
    assert found.remarks == (
        "Regel 2, 3 en 4 en nog 497 andere: de kolom status kent “weg” niet; "
        "dit vak is overgeslagen.",
    )


def test_a_thousand_different_mistakes_in_one_column_are_a_short_list() -> None:
    rows = "".join(f"3-11-2026;{8 + n // 60}:{n % 60:02};A;weg {n}\n" for n in range(500))
    found = reading("datum;tijd;naam;status\n" + rows)
    assert len(found.remarks) == 6
    assert "en nog 492 andere: wat in de kolom status staat, kent Balie niet" in found.remarks[-1]


@pytest.mark.parametrize("hidden", ["\0", "\x07", "\x9b", "\u202e", "\u2066", "\u200f", "\u200b"])
def test_invisible_letters_are_left_out_with_a_remark(hidden: str) -> None:
    found = reading(f"{HEAD}3-11-2026;9:05;J. Ja{hidden}nsen;{hidden}")
    assert (found.rows[0].name.surname, found.rows[0].remark) == ("Jansen", "")
    assert found.remarks == ("Regel 2: hier stonden onzichtbare tekens; die zijn weggelaten.",)


def test_unknown_columns_are_told_in_one_remark() -> None:
    found = reading("datum;Kamer;tijd;Arts 2;naam\n3-11-2026;1;9:05;x;A")
    assert found.remarks == (
        "Balie kent deze kolommen niet en slaat ze over: “Kamer” en “Arts 2”.",
    )


def test_of_many_unknown_columns_some_are_named_and_long_names_are_cut() -> None:
    unknown = ";".join(["x" * 99, *"bcdefgh"])
    found = reading(f"datum;tijd;naam;{unknown}\n3-11-2026;9:05;A" + ";" * 8)
    assert found.remarks == (
        f"Balie kent deze kolommen niet en slaat ze over: “{'x' * 29}…”, “b”, “c”, “d”, “e” "
        "en nog 3 andere.",
    )


def test_a_column_that_is_there_twice_is_told_and_the_first_one_counts() -> None:
    found = reading("datum;tijd;naam;Naam;naam\n3-11-2026;9:05;J. Smit;B;C")
    assert found.rows[0].name.surname == "Smit"
    assert found.remarks == (
        "Deze kolom staat er meer dan één keer in: “naam”. Alleen de eerste is gelezen.",
    )


def test_only_a_column_without_name_that_holds_something_is_told() -> None:
    found = reading("datum;tijd;naam;;\n3-11-2026;9:05;A;;\n3-11-2026;9:10;A;x;\n")
    assert len(found.rows) == 2
    assert found.remarks == (
        "Regel 3: hier staat iets in een kolom zonder naam; dat is overgeslagen.",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Het bestand is leeg. Kies een bestand met afspraken."),
        (
            "tijd;naam\n9:05;A",
            "De kolom datum ontbreekt in dit bestand. "
            "Zet wat ontbreekt op regel 1, bij de namen van de kolommen.",
        ),
        (
            "Lijst\nnaam;dier\nA;B",
            "De kolommen datum en tijd ontbreken in dit bestand. "
            "Zet wat ontbreekt op regel 2, bij de namen van de kolommen.",
        ),
        (
            "datum;tijd;voorvoegsel\n3-11-2026;9:05;de",
            "De kolom naam ontbreekt in dit bestand, en ook achternaam en voornaam. "
            "Zet wat ontbreekt op regel 1, bij de namen van de kolommen.",
        ),
        (
            "3-11-2026;9:05;Jansen",
            "In dit bestand staan geen namen van kolommen. "
            "Zet er een regel boven met bijvoorbeeld datum;tijd;naam.",
        ),
    ],
)
def test_trouble_with_the_whole_file_is_one_refusal(text: str, reason: str) -> None:
    found = reading(text)
    assert (found.rows, found.columns, found.remarks) == ((), frozenset(), ())
    assert found.rejected == (Rejected("bestand", reason),)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"x" * 1_000_001, b"PK\x03\x04"])
def test_a_file_that_is_no_list_is_one_refusal(data: bytes) -> None:
    assert [where for where, _reason in trouble(data)] == ["bestand"]


def test_a_file_with_only_a_header_says_that_it_holds_nothing() -> None:
    found = reading(HEAD)
    assert (found.rows, found.rejected) == ((), ())
    assert found.remarks == ("Onder de namen van de kolommen staat geen enkele afspraak.",)


@pytest.mark.parametrize(
    "text",
    [
        "a;" * 499_999,
        ("a;" * 9_000 + "\n") * 50,
        HEAD + ("é;" * 50_000 + "\n") * 6,
        HEAD + '"\n' * 300_000,
        HEAD + '"x;""\n' * 100_000,
        HEAD + '3-11-2026;9:05;"x\n' * 30_000,
        "sep=;\n" * 100_000,
    ],
)
def test_a_megabyte_of_nonsense_takes_no_more_than_two_seconds(text: str) -> None:
    began = time.thread_time()
    found = reading(text)
    assert time.thread_time() - began < 2
    assert found.rejected or found.remarks


def test_after_reading_memory_is_tidied_as_before() -> None:
    reading(HEAD + GOOD)
    assert gc.isenabled()
    gc.disable()
    try:
        reading(HEAD + GOOD)
        assert not gc.isenabled()
    finally:
        gc.enable()
