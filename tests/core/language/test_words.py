"""Words and phrases: what their remarks mean, and in which practice they count."""

import pytest

from reception_assistant.language.words import (
    Discipline,
    Phrase,
    PhraseKind,
    PlainWord,
    own_words,
)


def word(discipline: Discipline = Discipline.DENTIST, remark: str = "") -> PlainWord:
    return PlainWord("kroon", discipline, "kapje", "kapje over de tand", remark=remark)


def test_a_remark_marks_what_may_belong_to_a_stop_sign() -> None:
    assert word(remark="RODE VLAG na een klap").red_flag
    assert not word(remark="gevoelig").red_flag


def test_what_means_two_things_counts_only_at_home() -> None:
    kroon = word(remark="dubbelzinnig")
    assert kroon.is_sure_at("tandarts")
    assert not kroon.is_sure_at("huisarts")
    assert not kroon.is_sure_at("anders")


def test_what_means_one_thing_counts_everywhere() -> None:
    assert all(word().is_sure_at(name) for name in ("tandarts", "huisarts", "anders"))


def test_words_for_everybody_that_mean_two_things_count_in_each_practice_with_words() -> None:
    recept = word(Discipline.GENERAL, "dubbelzinnig (koken)")
    assert recept.is_sure_at("huisarts")
    assert not recept.is_sure_at("anders")


def test_own_words_come_first_and_those_of_others_last() -> None:
    own, mine, general, other = (
        word(whose).distance("tandarts")
        for whose in (Discipline.OWN, Discipline.DENTIST, Discipline.GENERAL, Discipline.VET)
    )
    assert own < mine < general < other


@pytest.mark.parametrize(
    ("remark", "advice"),
    [
        ("", ""),
        ("RODE VLAG: 112 of dokter direct", ""),  # the app gives no medical advice
        ("afkorting alleen in hoofdletters; dubbelzinnig", ""),
        ("zeg hoe lang", "zeg hoe lang"),
        ("afkorting; zeg hoe lang", "zeg hoe lang"),
    ],
)
def test_marks_for_the_program_are_no_advice_for_the_reader(remark: str, advice: str) -> None:
    assert word(remark=remark).advice == advice


def test_where_there_is_no_short_form_the_explanation_is_said() -> None:
    assert PlainWord("narcose", Discipline.GP, "", "u slaapt").said == "u slaapt"


def test_own_words_are_never_in_doubt() -> None:
    (own,) = own_words([("C-afspraak", "controle")])
    assert (own.term, own.said, own.discipline) == ("C-afspraak", "controle", Discipline.OWN)
    assert own.is_sure_at("anders")


def test_a_reason_is_told_without_its_sources() -> None:
    phrase = Phrase(
        "rustig maar", "Ik luister.", "Kalmeren werkt averechts (KNMT).", PhraseKind.HUSH
    )
    assert phrase.reason == "Kalmeren werkt averechts."
