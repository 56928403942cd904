"""The list of what others call our columns: each word means one thing, and ours always win."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from reception_assistant.agenda.readers.tables.columns import OUR_COLUMNS
from reception_assistant.agenda.readers.tables.vocabulary import read_vocabulary, word_key
from reception_assistant.agenda.visit import Booking
from reception_assistant.errors import BugError
from reception_assistant.naming.person import Salutation
from reception_assistant.paths import scripts_nl
from reception_assistant.text import fold
from tests.core.agenda.readers.helpers import VOCABULARY, reading, reading_of

PATH = scripts_nl("agenda", "kolommen.toml")
TOLD = tomllib.loads(PATH.read_text(encoding="utf-8"))
WORDS = [(ours, word) for ours, words in TOLD["kolommen"].items() for word in words]
STATUSES = [(meaning, word) for meaning, words in TOLD["status"].items() for word in words]
FORMS = [(meaning, word) for meaning, words in TOLD["aanspreekvorm"].items() for word in words]


def test_a_name_of_a_column_stands_in_one_place_only() -> None:
    keys = Counter(map(word_key, [*OUR_COLUMNS, *(word for _ours, word in WORDS)]))
    assert [key for key, times in keys.items() if times > 1] == []


def test_what_the_list_explains_is_a_column_of_ours() -> None:
    assert set(TOLD["kolommen"]) <= set(OUR_COLUMNS)


@pytest.mark.parametrize(("ours", "word"), WORDS)
def test_every_word_of_the_list_means_its_column(ours: str, word: str) -> None:
    assert VOCABULARY.columns[word_key(word)] == ours
    assert VOCABULARY.rank[word_key(word)] > 0


@pytest.mark.parametrize("ours", OUR_COLUMNS)
def test_our_own_name_always_means_itself_and_wins(ours: str) -> None:
    assert VOCABULARY.columns[word_key(ours)] == ours
    assert VOCABULARY.rank[word_key(ours)] == 0


def test_of_two_columns_our_own_name_is_read_wherever_it_stands() -> None:
    for header, row in (
        ("datum;tijd;Patiënt;Klant;naam", "3-11-2026;9:05;A. Een;B. Twee;J. Smit"),
        ("naam;Patiënt;datum;tijd;Klant", "J. Smit;A. Een;3-11-2026;9:05;B. Twee"),
    ):
        found = reading(f"{header}\n{row}\n")
        assert found.rows[0].name.surname == "Smit"
        assert found.remarks == (
            "De kolom naam is gelezen uit “naam”; “Patiënt” is overgeslagen.",
            "De kolom naam is gelezen uit “naam”; “Klant” is overgeslagen.",
        )


@pytest.mark.parametrize(
    "name",
    ["geslacht", "sekse", "m/v", "man/vrouw", "onderwerp", "kamer", "nummer", "nr", "id", "wie"],
)
def test_what_can_mean_anything_means_nothing_by_itself(name: str) -> None:
    assert word_key(name) not in VOCABULARY.columns


def test_a_sex_is_never_a_form_of_address() -> None:
    found = reading_of(geslacht="v")
    assert found.rows[0].name.salutation is Salutation.UNKNOWN
    assert found.remarks == ("Balie kent deze kolom niet en slaat hem over: “geslacht”.",)


@pytest.mark.parametrize("text", ["GEB.DATUM", "Geb. datum", "geb_datum", "Geb-Datum", "gébdatum"])
def test_capitals_accents_spaces_and_signs_do_not_count(text: str) -> None:
    assert VOCABULARY.columns[word_key(text)] == "geboortedatum"


def test_a_word_for_a_status_has_one_meaning_and_none_of_ours_gets_another() -> None:
    keys = Counter(fold(word) for _meaning, word in STATUSES)
    assert [key for key, times in keys.items() if times > 1] == []
    for booking in Booking:
        assert VOCABULARY.bookings.get(fold(booking), booking) is booking


@pytest.mark.parametrize(("meaning", "word"), STATUSES)
def test_every_word_for_a_status_is_understood(meaning: str, word: str) -> None:
    found = reading_of(status=word.upper())
    assert found.rows[0].booking is Booking(meaning)
    assert found.remarks == ()


@pytest.mark.parametrize(("meaning", "word"), FORMS)
def test_every_form_of_address_is_understood(meaning: str, word: str) -> None:
    assert reading_of(aanspreekvorm=word).rows[0].name.salutation is Salutation(meaning)


def test_a_title_of_lawyers_is_no_form_of_address() -> None:
    assert reading_of(aanspreekvorm="mr.").rows[0].name.salutation is Salutation.UNKNOWN


def test_words_of_the_list_do_not_change_what_is_said_in_our_own_form() -> None:
    own = {"m", "man", "meneer", "heer", "de heer", "dhr", "v", "vrouw", "mevrouw", "mevr", "mw"}
    assert not own & VOCABULARY.salutations.keys()


@pytest.mark.parametrize(
    "name",
    [
        *TOLD["nooit"]["kolommen"],
        *("BSN-nummer", "Bsn nr.", "BSN patiënt", "patient_bsn", "Burgerservicenummer (BSN)"),
        *("BSN gecontroleerd", "B.S.N.", "Sofi-nummer"),
    ],
)
def test_a_citizen_service_number_is_known_by_any_of_its_names(name: str) -> None:
    assert VOCABULARY.never_reads(name)
    assert word_key(name) not in VOCABULARY.columns


@pytest.mark.parametrize("name", [*OUR_COLUMNS, "bsnelheid", "nummer", "absnoot", ""])
def test_other_names_are_not_taken_for_it(name: str) -> None:
    assert not VOCABULARY.never_reads(name)


def test_names_that_may_be_an_animal_are_names_of_a_person_too() -> None:
    assert {VOCABULARY.columns[key] for key in VOCABULARY.patients} == {"naam"}


def test_a_list_that_explains_no_column_of_ours_is_a_mistake_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "kolommen.toml"
    path.write_text(PATH.read_text(encoding="utf-8").replace("datum = [", "dattum = [", 1))
    with pytest.raises(BugError, match="dattum"):
        read_vocabulary(path, OUR_COLUMNS)
