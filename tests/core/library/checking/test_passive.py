"""The passive: who does it is said, and what only looks like it is left alone."""

import pytest

from reception_assistant.library.checking.passive import passive_in
from reception_assistant.library.finding import Code, Severity
from tests.core.library.checking.scripts import only, saying


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Uw afspraak wordt verzet naar dinsdag.", "wordt verzet"),
        ("De rekening werd gisteren verstuurd.", "werd … verstuurd"),
        ("U wordt straks geholpen.", "wordt … geholpen"),
        ("Wordt u al geholpen?", "wordt … geholpen"),
        ("Hij is goed geholpen.", "is … geholpen"),
        ("Dat is u gezegd. Klopt dat?", "is … gezegd"),
        ("Is de rekening verstuurd?", "is … verstuurd"),
        ("Ik weet niet wanneer u gebeld wordt.", "gebeld wordt"),
        ("Uw afspraak is afgezegd.", "is afgezegd"),
        ("De foto's zijn gemaakt.", "zijn gemaakt"),
        ("Het formulier is al ondertekend.", "is … ondertekend"),
        ("Dat was besproken met de dokter.", "was besproken"),
        ("Het gesprek wordt gesloten.", "wordt gesloten"),
    ],
)
def test_a_sentence_that_hides_who_does_it_is_found(sentence: str, pair: str) -> None:
    assert list(passive_in(sentence)) == [pair]


@pytest.mark.parametrize(
    "sentence",
    [
        "We zijn vandaag gesloten.",
        "U bent goed verzekerd.",
        "Bent u al bekend bij ons?",
        "Dat is vervelend voor u.",
        "Bent u benauwd?",
        "De dokter is gekomen.",
        "Wat is er gebeurd?",
        "Is het gelukt?",
        "Het is drukker geworden.",
        "Dat wordt duur.",
        "Ik heb zijn afspraak verzet.",
        "De dokter is er, en heeft alles doorgegeven.",
        "Het is goed dat u belt.",
        "Dat is een gebit met een gat.",
        "Wat is uw geboortedatum?",
        "Het wordt tijd om uw zoon te ontvangen.",
        "Ik ben benieuwd hoe het gaat.",
        "Wij zijn er gewoon voor u.",
        "Is het hiermee opgelost?",
        "Bent u hiermee geholpen?",
        "Bent u al geholpen, meneer Smit?",
        "Is het zo goed gezegd?",
        "Is dit voor u goed gezegd?",
        "Het is geregeld.",
        "Word lid.",
        "",
    ],
)
def test_what_only_looks_like_it_is_left_alone(sentence: str) -> None:
    assert list(passive_in(sentence)) == []


def test_in_a_script_it_is_a_warning_that_asks_who() -> None:
    found = only(Code.PASSIVE, saying("Uw afspraak wordt verzet."))
    assert found.severity is Severity.WARNING
    assert "wie" in found.advice
