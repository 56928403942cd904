"""Everybody is found where a Dutch or a Belgian list is expected to have them."""

import pytest
from hypothesis import assume, given, settings

from reception_assistant.naming.listed import full_name, list_name, sort_key
from reception_assistant.naming.person import Country, NameUse, PersonName
from reception_assistant.naming.surname import known
from reception_assistant.text import fold
from tests.core.naming.worked_cases import NAMES, NameCase, letters, name_cases

CASES = name_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_worked_name_is_listed_as_written(case: NameCase) -> None:
    assert list_name(case.name) == case.listed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_worked_name_is_sorted_as_written(case: NameCase) -> None:
    assert sort_key(case.name) == case.sorted_by


@pytest.mark.parametrize(
    ("name", "listed", "key"),
    [
        (PersonName(), "", "~||"),
        (PersonName(given_name="Dara"), "Dara", "dara||"),
        (PersonName(surname="Jansen"), "Jansen", "jansen||"),
        (PersonName(prefix="de"), "de", "~||de"),
        (PersonName(surname="."), "(achternaam onbekend)", "~||"),
        (
            PersonName(given_name="Jan", prefix="de"),
            "(achternaam onbekend), Jan de",
            "~|jan|de",
        ),
        (PersonName(as_received="Piet Jansen"), "Piet Jansen", "piet jansen||"),
        (
            PersonName(prefix="De", surname="Smet", country=Country.BELGIUM),
            "De Smet",
            "de smet||",
        ),
        (
            PersonName(given_name="Johanna", call_name="An", initials="J.", surname="Bos"),
            "Bos, An",
            "bos|an|",
        ),
    ],
)
def test_names_with_parts_missing_still_have_a_place(
    name: PersonName, listed: str, key: str
) -> None:
    assert list_name(name) == listed
    assert sort_key(name) == key


def test_an_unknown_surname_comes_last_and_ij_sorts_under_i() -> None:
    names = [
        PersonName(given_name="Dara", surname="."),
        PersonName(given_name="Zoë", surname="Zwart"),
        PersonName(given_name="Theo", surname="IJzerman"),
        PersonName(given_name="Jo", surname="Jansen"),
    ]
    order = [name.given_name for name in sorted(names, key=sort_key)]
    assert order == ["Theo", "Jo", "Zoë", "Dara"]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        (PersonName(), ""),
        (PersonName(given_name="Jan", prefix="de", surname="Vries"), "Jan de Vries"),
        (
            PersonName(
                given_name="Johanna",
                call_name="An",
                initials="J.",
                prefix="d'",
                surname="Ancona",
                partner_prefix="van",
                partner_surname="Dijk",
            ),
            "An Johanna J. d'Ancona van Dijk",
        ),
        (
            PersonName(
                given_name="An",
                call_name="An",
                surname="Wit",
                name_use=NameUse.PARTNER,
                partner_surname="Berg",
            ),
            "An Berg Wit",
        ),
        (PersonName(given_name="Dara", prefix="el", surname="."), "Dara el"),
        (PersonName(as_received="Piet Jansen"), "Piet Jansen"),
    ],
)
def test_somebody_can_be_found_by_any_known_name(name: PersonName, full: str) -> None:
    assert full_name(name) == full


@settings(deadline=None)
@given(NAMES)
def test_the_full_name_holds_every_known_part(name: PersonName) -> None:
    full = full_name(name)
    assert full == " ".join(full.split())
    parts = [name.as_received]
    if not known(name.as_received):
        parts = [name.call_name, name.given_name, name.initials, name.surname, name.prefix]
        parts += [name.partner_surname, name.partner_prefix]
    assert all(known(part) in full for part in parts)


@settings(deadline=None)
@given(NAMES)
def test_a_list_name_keeps_its_letters_and_its_shape(name: PersonName) -> None:
    listed = list_name(name)
    assert listed == " ".join(listed.split())
    if not known(name.as_received) and known(name.surname) and name.name_use is NameUse.OWN:
        assert letters(known(name.surname)) in letters(listed)
        assert letters(known(name.prefix)) in letters(listed)


@settings(deadline=None)
@given(NAMES)
def test_a_sort_key_is_folded_already(name: PersonName) -> None:
    assume("|" not in full_name(name))
    parts = sort_key(name).split("|")
    assert len(parts) == 3
    assert [fold(part) for part in parts] == parts
