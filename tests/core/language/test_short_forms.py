"""Treatments in plain words: right Dutch, or left as they are."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.language.short_forms import (
    ShortForms,
    shipped_short_forms,
    shipped_text,
)

FORMS = {
    name: shipped_short_forms(name)
    for name in ("tandarts", "dierenarts", "huisarts", "welzijn", "anders")
}
DENTIST = FORMS["tandarts"]


@pytest.mark.parametrize(
    ("treatment", "said"),
    [
        ("extractie", "tand of kies trekken"),
        ("Extractie 38", "Tand of kies trekken 38"),
        ("EXTRACTIE 38", "TAND OF KIES TREKKEN 38"),
        ("Extracties 18, 28", "Tanden of kiezen trekken 18, 28"),
        ("2 extracties", "2 tanden of kiezen trekken"),
        ("Extractie element 38", "Tand of kies trekken 38"),
        ("Extractie verstandskies", "Verstandskies trekken"),
        ("Extractie 38 rechtsonder", "Tand of kies trekken 38 rechtsonder"),
        ("Extractie onder narcose", "Tand of kies trekken onder narcose"),
        ("Controle na extractie", "Controle na het trekken"),
        ("endodontische behandeling 36", "wortelkanaalbehandeling 36"),
        ("endodontische  behandelingen", "wortelkanaalbehandelingen"),
        ("Endo 36", "Wortelkanaalbehandeling 36"),
        ("Kroon passen", "Kapje passen"),
        ("kronen plaatsen", "kapjes plaatsen"),
        ("Implantaten 35 en 36", "Kunstwortels 35 en 36"),
        ("Hechtingen verwijderen", "Draadjes verwijderen"),
        ("Gebitsreiniging + poetsinstructie", "Gebit schoonmaken + uitleg over poetsen"),
        ("Scaling en rootplaning", "Tandsteen weghalen en wortels schoonmaken"),
        ("Controle element 11", "Controle tand of kies 11"),
        ("controle/OPG", "controle/grote foto"),
        ("ca\u0301rie\u0308s", "gaatje"),
        ("Intake implantaat", "Eerste gesprek kunstwortel"),
        ("consult betreffende implantaat", "afspraak over kunstwortel"),
        ("etsen", "ruw maken"),
    ],
)
def test_a_dentists_treatments(treatment: str, said: str) -> None:
    assert DENTIST.plain(treatment) == said


@pytest.mark.parametrize(
    ("discipline", "treatment", "said"),
    [
        ("dierenarts", "Gebitsreiniging", "Tanden schoonmaken"),
        ("dierenarts", "kreupelheid en röntgen", "mank lopen en foto"),
        ("dierenarts", "Vaccinatie rabiës", "Inenting hondsdolheid"),
        ("dierenarts", "tumor, biopsie", "gezwel, stukje weefsel wegnemen"),
        ("dierenarts", "Euthanasie", "Laten inslapen"),
        ("dierenarts", "anaalklieren legen", "kliertjes naast de poepopening legen"),
        ("huisarts", "Bloedafname nuchter", "Bloedprikken nuchter"),
        ("huisarts", "excisie naevus", "moedervlek weghalen"),
        ("huisarts", "RR meten", "bloeddruk meten"),
        ("huisarts", "visite", "huisbezoek"),
        ("welzijn", "Beschikking Wmo", "Brief met de beslissing Wmo"),
        ("welzijn", "intake schuldhulpverlening", "eerste gesprek hulp bij schulden"),
    ],
)
def test_treatments_of_others(discipline: str, treatment: str, said: str) -> None:
    assert FORMS[discipline].plain(treatment) == said


@pytest.mark.parametrize(
    "treatment",
    [
        "",
        "controle",
        "vulling 36",
        "melktandextractie",  # a part of the word would be lost
        "M3-extractie",
        "endo-afspraak",
        "paro-nazorg",
        "endodontische revisie",  # an adjective bends with its noun
        "Apicaal abces",
        "Nieuwe prothese",
        "het implantaat",
        "telefonisch consult",
        "acuut consult",
        "Gecompliceerde extractie",
        "Extractie van 36",  # «trekken van»
        "Extractie plannen",
        "onder sedatie",
        "composiet vulling",  # «witte vulling vulling»
        "Vulling (composiet)",
        "Foto OPG",
        "endo behandeling",
        "opg maken",  # an abbreviation in small letters may be anything
        "wortelkanaalbehandeling",  # may be said, and has no shorter form
        "narcose",
        "acuut",
        "chronisch",
    ],
)
def test_what_would_be_crooked_or_is_plain_stays_the_very_same(treatment: str) -> None:
    assert DENTIST.plain(treatment) == treatment


def test_what_means_two_things_is_said_at_home_only() -> None:
    assert DENTIST.plain("kroon") == "kapje"
    assert all(FORMS[name].plain("kroon") == "kroon" for name in FORMS if name != "tandarts")


def test_a_word_of_another_trade_is_left_alone_and_of_all_trades_only_where_they_agree() -> None:
    """A plaque on the skin is no tartar, and care after a death is no check-up."""
    assert FORMS["huisarts"].plain("extractie") == "extractie"
    assert FORMS["anders"].plain("extractie") == "tand of kies trekken"
    assert FORMS["huisarts"].plain("Nazorg nabestaanden") == "Nazorg nabestaanden"
    assert FORMS["welzijn"].plain("Begroting maken") == "Begroting maken"
    assert FORMS["anders"].plain("cystitis") == "blaasontsteking"
    assert FORMS["huisarts"].plain("anesthesie") == "anesthesie"  # sleep, or a numb jaw
    assert FORMS["huisarts"].plain("fractuur") == "fractuur"
    assert FORMS["dierenarts"].plain("anesthesie") == "narcose"


@pytest.mark.parametrize(
    ("treatment", "said"),
    [
        ("OPG maken", "grote foto maken"),
        ("Controle OPG", "Controle grote foto"),
        ("controle X-foto", "controle kleine foto"),
        ("Controle Extractie", "Controle na het trekken"),
        ("Controle Implantaat", "Controle Kunstwortel"),
        ("CBCT", "3D-foto van de kaak"),
    ],
)
def test_capitals_stay_where_they_were_and_those_of_abbreviations_do_not(
    treatment: str, said: str
) -> None:
    assert DENTIST.plain(treatment) == said


def test_own_pairs_go_before_all_and_anywhere() -> None:
    own = (("extractie", "kies eruit"), ("C-afspraak", "controle"), ("kroon passen", "passen"))
    forms = shipped_short_forms("tandarts", own)
    assert forms.plain("Extractie van 36") == "Kies eruit van 36"
    assert forms.plain("C-afspraak 20 min") == "controle 20 min"
    assert forms.plain("Kroon passen") == "Passen"
    assert forms.plain("kroon plaatsen") == "kapje plaatsen"
    assert forms.plain("M3-extractie") == "M3-extractie"


def test_of_two_own_pairs_for_one_word_the_first_counts() -> None:
    assert ShortForms("", "", [("pa", "foto"), ("Pa", "kleine foto")]).plain("pa") == "foto"


def test_an_own_pair_can_leave_a_word_as_it_is() -> None:
    assert shipped_short_forms("tandarts", [("kroon", "kroon")]).plain("Kroon 11") == "Kroon 11"


def test_a_plain_word_that_begins_with_ij_begins_with_both_as_capitals() -> None:
    assert ShortForms("", "", [("zuivering", "ijking")]).plain("Zuivering") == "IJking"


def test_without_lines_nothing_changes() -> None:
    assert ShortForms().plain("Extractie 38") == "Extractie 38"


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_line_of_the_file_is_said_as_it_stands_there(name: str) -> None:
    for line in shipped_text().splitlines():
        form, discipline, plain, _when = line.split(";")
        if discipline == name:
            said = FORMS[name].plain(form)
            assert said.lower() == plain.lower(), form


WORDS = [line.partition(";")[0] for line in shipped_text().splitlines()]
PIECES = st.sampled_from([*WORDS, "controle", "nieuwe", "de", "38", "van", "+", ",", "vulling"])
TREATMENTS = st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=40)


@given(TREATMENTS, st.sampled_from(sorted(FORMS)))
def test_what_is_said_can_be_asked_again_and_never_fails(treatment: str, name: str) -> None:
    said = FORMS[name].plain(treatment)
    assert FORMS[name].plain(treatment) == said
    assert bool(said) == bool(treatment)


@given(st.lists(st.sampled_from(["controle", "vulling", "36", "kies", "nakijken", "gesprek"])))
def test_what_is_plain_stays_as_it_is(words: list[str]) -> None:
    treatment = " ".join(words)
    assert DENTIST.plain(treatment) == treatment


def test_many_treatments_do_not_fill_the_memory() -> None:
    forms = shipped_short_forms("tandarts")
    for number in range(5_000):
        assert forms.plain(f"Extractie {number}") == f"Tand of kies trekken {number}"
    assert len(forms._kept) <= 2_000


def test_it_is_loaded_without_what_finds_words_in_texts() -> None:
    code = (
        "import sys; import reception_assistant.desk.plain_treatments; "
        "sys.exit(any(name in sys.modules for name in ('ahocorasick_rs', 'csv', "
        "'reception_assistant.language.words', 'reception_assistant.language.matching')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
