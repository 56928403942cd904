"""Wording: words that everybody knows, said without hurting anybody."""

import pytest

from reception_assistant.library.finding import Code, Severity
from tests.core.library.checking.scripts import HEAD, codes, found_in, line_of, only, said, saying

EVERYBODY = HEAD.replace("when: {discipline: [tandarts]}\n", "")


def head_for(*disciplines: str) -> str:
    return HEAD.replace("[tandarts]", f"[{', '.join(disciplines)}]")


# --- words of the trade


def test_a_word_of_the_trade_is_an_error_with_the_plain_word() -> None:
    text = saying("We plannen een extractie.")
    found = only(Code.JARGON, text)
    assert (found.severity, found.line) == (Severity.ERROR, line_of(text, "    say:"))
    assert "«extractie»" in found.message
    assert "«tand of kies trekken»" in found.advice


def test_the_plain_word_is_fine() -> None:
    assert said("We trekken de kies.") == []


def test_a_word_of_another_discipline_does_not_count() -> None:
    assert said("Heeft u gingivitis?", head=head_for("tandarts")) == ["jargon"]
    assert said("Heeft u gingivitis?", head=head_for("welzijn")) == []


def test_a_script_for_two_disciplines_has_the_words_of_both() -> None:
    head = head_for("welzijn", "tandarts")
    assert said("Heeft u gingivitis? Dat is een element.", head=head) == ["jargon"] * 2


def test_without_a_discipline_only_general_words_are_errors() -> None:
    assert only(Code.JARGON, saying("Indien u belt.", head=EVERYBODY)).severity is Severity.ERROR
    found = only(Code.JARGON, saying("Dat is gingivitis.", head=EVERYBODY))
    assert found.severity is Severity.WARNING


def test_a_word_with_two_meanings_counts_only_in_its_own_discipline() -> None:
    assert said("Dat is een mooi element.", head=head_for("tandarts")) == ["jargon"]
    assert said("Dat is een mooi element.", head=head_for("welzijn")) == []
    assert said("Dat is een mooi element.", head=EVERYBODY) == []


def test_a_term_that_may_be_used_with_its_meaning_is_a_warning() -> None:
    found = only(Code.EXPLAIN_TERM, saying("U krijgt een wortelkanaalbehandeling."))
    assert found.severity is Severity.WARNING
    assert "we maken de binnenkant van de wortel schoon" in found.advice


def test_other_words_for_what_is_not_known_are_said_too() -> None:
    assert said("We praten over {behandeling|de extractie}.") == ["jargon"]


def test_the_name_of_what_is_filled_in_is_not_said() -> None:
    assert said("Het gaat over {behandeling|uw kies}.", head=EVERYBODY) == []


def test_what_only_the_receptionist_reads_may_be_in_her_own_words() -> None:
    rest = (
        "    key: Extractie\n    tip: Denk aan de extractie.\n"
        '    avoid: [{say: "Een extractie.", instead: "We trekken de kies."}]\n'
    )
    assert codes(saying("We trekken de kies.") + rest) == []


def test_a_word_is_told_once_for_each_line() -> None:
    text = saying("Een extractie is een extractie.") + (
        '    variants:\n      - {when: {mood: [boos]}, say: "Een extractie."}\n'
    )
    assert codes(text) == ["jargon", "jargon"]


def test_words_at_the_end_of_one_line_and_the_start_of_the_next_are_not_one() -> None:
    text = saying("Dat kan") + '    variants:\n      - {when: {mood: [boos]}, say: "niet zo."}\n'
    assert codes(text) == []
    assert "avoid-phrase" in said("Dat kan niet zo.")


# --- phrases


def test_a_phrase_that_hurts_is_a_warning_with_better_words() -> None:
    found = only(Code.AVOID_PHRASE, saying("U bent te laat."))
    assert found.severity is Severity.WARNING
    assert "verwijt" in found.message
    assert "Fijn dat u er bent" in found.advice


@pytest.mark.parametrize("line", ["Dat is dan geregeld door mij.", "Fijn dat u er bent."])
def test_a_phrase_that_does_not_hurt_is_fine(line: str) -> None:
    assert "avoid-phrase" not in said(line)


@pytest.mark.parametrize(
    "line",
    [
        "U moet om acht uur bellen.",
        "U dient te wachten.",
        "Bel morgen terug.",
        "Dan is het goed. Neem uw pasje mee.",
        "Wacht even.",
        "En luister eens.",
    ],
)
def test_an_order_is_a_warning(line: str) -> None:
    assert said(line) == ["command"]


@pytest.mark.parametrize(
    "line",
    [
        "Belt u morgen terug?",
        "Bel ik u morgen terug?",
        "Kom gerust langs.",
        "Vertel het maar rustig.",
        "Wilt u uw pasje meenemen?",
        "Blijft u aan de lijn.",
        "Kijk, hier staat het.",
        "Laat in de middag kan ook.",
        "Stel dat het niet lukt.",
        "Zorg is duur.",
        "Bel nu 112.",
    ],
)
def test_a_question_or_an_invitation_is_no_order(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Het loopt uit de hand.",
        "We hakken de knoop door. Ik hak de knoop door.",
        "Trek aan de bel.",
    ],
)
def test_a_figure_of_speech_is_a_warning_with_what_is_meant(line: str) -> None:
    found = [each for each in found_in(saying(line)) if each.code is Code.FIGURATIVE]
    assert [each.severity for each in found] == [Severity.WARNING]
    assert "«" in found[0].advice


@pytest.mark.parametrize("line", ["Ik geef u de hand.", "De bel doet het niet.", "U ziet de tuin."])
def test_the_same_words_meant_as_they_are_said_are_fine(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "De beoordeling van uw klacht duurt een week.",
        "Het gaat over de registratie van uw adres.",
        "De mogelijkheid van een gesprek is er.",
    ],
)
def test_the_language_of_letters_is_a_warning(line: str) -> None:
    assert "nominalisation" in said(line)


@pytest.mark.parametrize(
    "line",
    [
        "De rekening van uw zoon klopt.",
        "Het gaat over de behandeling van vandaag.",
        "Uw vergoeding klopt.",
        "Ik kom van de vergadering.",
    ],
)
def test_things_with_such_an_ending_are_fine(line: str) -> None:
    assert "nominalisation" not in said(line)
