"""Citizen service numbers are recognised in every table, and left out whatever is chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.readers.tables.bsn import holds_bsn, is_bsn
from reception_assistant.agenda.readers.trouble import UnclearColumnsError
from tests.core.agenda.readers.helpers import known, opened, read_table, reading

NUMBERS = [number for number in range(111_111_110, 111_112_000) if is_bsn(str(number))]
SAID = "In de kolom “{}” staan burgerservicenummers. Die leest Balie nooit."


def rows(numbers: list[str]) -> list[str]:
    return [
        f"3-11-2026;{8 + at // 60}:{at % 60:02};N{at};{each}" for at, each in enumerate(numbers)
    ]


@given(st.integers(0, 999_999_999))
def test_the_eleven_test_is_that_of_the_law(number: int) -> None:
    # Independently: nine times the first digit down to two times the eighth, and the last digit
    # is what is left when that is divided by eleven.
    body, last = divmod(number, 10)
    total = sum(weight * (body // 10 ** (weight - 2) % 10) for weight in range(2, 10))
    expected = total % 11 == last and number > 0
    assert is_bsn(f"{number:09}") is expected


@given(st.sampled_from(NUMBERS), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number: int, place: int, more: int) -> None:
    digits = list(str(number))
    digits[place] = str((int(digits[place]) + more) % 10)
    assert not is_bsn("".join(digits))


@pytest.mark.parametrize(
    "text", ["111222333", "123456782", "1234.56.782", "123 456 782", "010464554", "10464554",
             "123456782.0"]
)  # fmt: skip
def test_a_number_is_known_however_it_is_written(text: str) -> None:
    assert is_bsn(text)


@pytest.mark.parametrize(
    "text", ["", "123456789", "000000000", "12345678", "1234567820", "0612345678", "12345678a",
             "١٢٣٤٥٦٧٨٢", "-123456782", "123456782,0", "²"]
)  # fmt: skip
def test_other_numbers_are_not(text: str) -> None:
    assert not is_bsn(text)


@given(st.text(max_size=12) | st.text(st.sampled_from("0123456789. "), max_size=12))
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_bsn(text) in {True, False}


@pytest.mark.parametrize(("number", "held"), [(19, False), (20, True), (40, True)])
def test_a_column_is_known_by_twenty_numbers_or_more(number: int, held: bool) -> None:  # noqa: FBT001
    cells = [str(each) for each in NUMBERS[:number]]
    assert holds_bsn([*cells, "", ""]) is held


def test_one_other_number_among_them_is_enough_to_keep_the_column() -> None:
    assert not holds_bsn([*map(str, NUMBERS[:30]), "123456789"])


@pytest.mark.parametrize("name", ["bsn", "BSN-nummer", "Burgerservicenummer", "Sofinummer"])
def test_a_column_with_that_name_is_dropped_and_told(name: str) -> None:
    found = reading(f"datum;tijd;naam;{name}\n3-11-2026;9:05;J. Smit;123456782\n")
    assert len(found.rows) == 1
    assert found.remarks == (SAID.format(name),)
    assert "123456782" not in str(found)


@pytest.mark.parametrize("name", ["Code", "Nr", "", "#"])
def test_a_column_of_an_unknown_name_is_dropped_by_what_it_holds(name: str) -> None:
    numbers = [str(each) for each in NUMBERS[:25]]
    found = reading("\n".join([f"datum;tijd;naam;{name}", *rows(numbers)]))
    assert len(found.rows) == 25
    assert SAID.format(name or "kolom 4") in found.remarks
    assert not any(number in str(found) for number in numbers)


def test_a_column_of_a_known_name_is_read_whatever_its_numbers() -> None:
    numbers = [str(each) for each in NUMBERS[:25]]
    found = reading("\n".join(["datum;tijd;naam;patientnummer", *rows(numbers)]))
    assert [row.number for row in found.rows] == numbers
    assert found.remarks == ()


@pytest.mark.parametrize("header", ["datum;tijd;naam;bsn", "datum;tijd;naam;Code"])
def test_a_dropped_column_is_not_read_when_somebody_chooses_it(header: str) -> None:
    numbers = [str(each) for each in NUMBERS[:25]]
    name = header.rsplit(";", 1)[1]
    choices = TableChoices(
        columns={"datum": "datum", "tijd": "tijd", "naam": "naam", "patientnummer": name}
    )
    found = read_table("\n".join([header, *rows(numbers)]).encode(), choices)
    assert len(found.rows) == 25
    assert found.remarks[-1] == SAID.format(name)
    assert not any(number in str(found) for number in numbers)


def test_a_dropped_column_cannot_hold_the_name() -> None:
    choices = TableChoices(columns={"datum": "datum", "tijd": "tijd", "naam": "bsn"})
    found = read_table(b"datum;tijd;bsn\n3-11-2026;9:05;123456782\n", choices)
    assert found.rejected[0].reason.startswith("Er is nog geen kolom gekozen voor de naam.")


def test_of_many_dropped_columns_some_are_named_and_long_names_are_cut() -> None:
    names = [f"bsn {'x' * 200}", *(f"bsn {number}" for number in range(9))]
    told = opened("datum;tijd;naam;" + ";".join(names)).told_of_dropped()
    assert len(told) < 200
    assert "nog 5 andere" in told


@given(st.lists(st.sampled_from(NUMBERS), min_size=20, max_size=30), st.sampled_from("012345678"))
def test_no_number_of_a_dropped_column_is_in_what_is_told(numbers: list[int], wrong: str) -> None:
    texts = list(map(str, numbers))
    found = reading("\n".join(["datum;tijd;naam;Code", *rows(texts), f"x;y;z;{texts[0]};{wrong}"]))
    told = [*found.remarks, *(each.reason for each in found.rejected)]
    assert not any(text in sentence for text in texts for sentence in told)


def test_dropped_columns_are_not_among_the_known_ones() -> None:
    found, _remarks = known("datum;tijd;naam;BSN")
    assert found == {"datum": "datum", "tijd": "tijd", "naam": "naam"}
    with pytest.raises(UnclearColumnsError):
        known("datum;tijd;BSN;Wie")
