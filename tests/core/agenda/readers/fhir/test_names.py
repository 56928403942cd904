"""FHIR: the name is the one that somebody goes by, put together as they want it."""

import pytest

from reception_assistant.naming.person import NameUse, PersonName, Salutation
from tests.core.agenda.readers.fhir.helpers import (
    EXTENSION,
    Json,
    appointment,
    bundle,
    name_of,
    patient,
    reading,
    taking,
    trouble,
)

PARTS = {
    "own-prefix": "van den",
    "own-name": "Berg",
    "partner-prefix": "de",
    "partner-name": "Wit",
}


def coded(url: str, code: str, kind: str = "valueCode") -> Json:
    """Return an extension with a code, in one of its forms."""
    value: object = code
    if kind == "valueCodeableConcept":
        value = {"coding": [{"code": code}]}
    elif kind == "valueCoding":
        value = {"code": code}
    return {"url": EXTENSION + url, kind: value}


def dutch(order: str = "", kind: str = "valueCode", **parts: str) -> Json:
    """Return a name as nl-core has it."""
    told = [
        {"url": f"{EXTENSION}humanname-{part.replace('_', '-')}", "valueString": text}
        for part, text in (parts or PARTS).items()
    ]
    name: Json = {"family": "van den Berg-de Wit", "_family": {"extension": told}, "given": ["A"]}
    if order:
        name["extension"] = [coded("humanname-assembly-order", order, kind)]
    return name


def given(*parts: tuple[str, str], **more: object) -> Json:
    """Return a name with given names and what they are."""
    beside = [
        {"extension": [coded("iso21090-EN-qualifier", code)]} if code else None
        for _text, code in parts
    ]
    return {"family": "Smit", "given": [text for text, _code in parts], "_given": beside} | more


@pytest.mark.parametrize(
    ("order", "use"),
    [
        ("NL1", NameUse.OWN),
        ("NL2", NameUse.PARTNER),
        ("NL3", NameUse.PARTNER_OWN),
        ("NL4", NameUse.OWN_PARTNER),
    ],
)
@pytest.mark.parametrize("kind", ["valueCode", "valueCodeableConcept", "valueCoding"])
def test_the_order_tells_which_parts_of_the_surname_are_used(
    order: str, use: NameUse, kind: str
) -> None:
    assert name_of(dutch(order, kind)) == PersonName(
        given_name="A",
        prefix="van den",
        surname="Berg",
        name_use=use,
        partner_prefix="de",
        partner_surname="Wit",
    )


@pytest.mark.parametrize(
    "name",
    [
        dutch(),
        dutch("UNK"),
        dutch("NL1", partner_name="Wit"),
        dutch("NL2", own_name="Berg"),
        dutch("NL4", own_prefix="VV"),
    ],
)
def test_without_an_order_that_can_be_followed_the_family_name_stays_as_it_stands(
    name: Json,
) -> None:
    assert name_of(name) == PersonName(given_name="A", surname="van den Berg-de Wit")


def test_given_names_are_told_apart_by_their_qualifier() -> None:
    name = name_of(given(("Johanna", "BR"), ("Maria", "BR"), ("Anneke", "CL"), ("J.M.", "IN")))
    assert (name.given_name, name.call_name, name.initials) == ("Johanna Maria", "Anneke", "J.M.")


def test_given_names_without_a_qualifier_are_the_given_name() -> None:
    assert name_of({"family": "Smit", "given": ["Johanna", "Maria"]}).given_name == "Johanna Maria"
    mixed = name_of(given(("Johanna", ""), ("J.", "IN"), ("M.", "IN")))
    assert (mixed.given_name, mixed.initials) == ("Johanna", "J.M.")


def test_a_usual_name_of_only_a_given_name_is_the_call_name() -> None:
    name = name_of(
        {"use": "usual", "given": ["Anneke"]},
        given(("Johanna", "BR"), use="official"),
    )
    assert (name.given_name, name.call_name, name.surname) == ("Johanna", "Anneke", "Smit")


@pytest.mark.parametrize(
    ("names", "surname"),
    [
        ([{"use": "usual", "family": "B"}, {"use": "official", "family": "A"}], "A"),
        ([{"family": "B"}, {"use": "usual", "family": "A"}], "A"),
        ([{"use": "nickname", "family": "B"}, {"family": "A"}], "A"),
        ([{"use": "maiden", "family": "B"}, {"use": "nickname", "family": "A"}], "A"),
        ([{"use": "old", "family": "A"}], "A"),
        ([{"use": "official"}, {"use": "usual", "family": "A"}], "A"),
        ([{"use": "official", "given": ["B"]}, {"family": "A"}], "A"),
        (
            [
                {"use": "official", "family": "B", "period": {"end": "2026-11-02"}},
                {"use": "official", "family": "A", "period": {"end": "2026"}},
            ],
            "A",
        ),
        (
            [
                {"use": "official", "family": "B", "period": {"start": "2026-12"}},
                {"use": "usual", "family": "A"},
            ],
            "A",
        ),
        ([{"family": "A", "period": {"end": "2001"}}], "A"),
    ],
)
def test_the_name_of_today_counts_and_an_older_one_only_when_there_is_no_other(
    names: list[Json], surname: str
) -> None:
    assert name_of(*names).surname == surname


def test_a_name_in_one_text_is_taken_apart_only_where_that_is_certain() -> None:
    assert name_of({"text": "Vries, J. de"}) == PersonName(
        initials="J.", prefix="de", surname="Vries"
    )
    assert name_of({"text": "Peter James Chalmers"}).as_received == "Peter James Chalmers"
    assert name_of({"family": "Smit", "text": "Vries, J. de"}).surname == "Smit"


def test_a_name_that_only_the_appointment_shows_is_remarked() -> None:
    found = reading(bundle(appointment(participant=[taking("Patient/p9", "dhr. P. Vos")])))
    [row] = found.rows
    assert row.number == "p9"
    assert row.name == PersonName(initials="P.", surname="Vos", salutation=Salutation.MENEER)
    assert found.remarks == (
        "Afspraak 1: de naam komt uit de afspraak, want de persoon zelf staat niet in het bestand.",
    )


def test_somebody_who_may_be_the_patient_is_shown_as_received() -> None:
    found = reading(bundle(appointment(participant=[{"actor": {"display": "Vries, J. de"}}])))
    assert [row.name for row in found.rows] == [PersonName(as_received="Vries, J. de")]
    assert found.remarks == ("Afspraak 1: er staat niet bij wie de patiënt is; kijk de naam na.",)


def test_of_two_who_may_be_the_patient_nobody_is_guessed() -> None:
    people = [{"actor": {"display": "J. de Vries"}}, {"actor": {"display": "E. Bakker"}}]
    assert trouble(bundle(appointment(participant=people))) == [
        ("afspraak 1", "Er staat geen naam bij deze afspraak.")
    ]


@pytest.mark.parametrize(
    ("prefixes", "salutation", "title"),
    [
        (["Dhr."], Salutation.MENEER, ""),
        (["mevrouw"], Salutation.MEVROUW, ""),
        (["De heer", "dr."], Salutation.MENEER, "dr."),
        (["Mevr. prof. dr."], Salutation.MEVROUW, "prof. dr."),
        (["prof.", "dr."], Salutation.UNKNOWN, "prof. dr."),
        (["mr."], Salutation.UNKNOWN, "mr."),
    ],
)
def test_what_stands_before_a_name_is_a_title_or_the_form_of_address(
    prefixes: list[str], salutation: Salutation, title: str
) -> None:
    name = name_of({"family": "Smit", "prefix": prefixes})
    assert (name.salutation, name.title, name.title_spoken) == (salutation, title, False)


@pytest.mark.parametrize("gender", ["male", "female", "other", "unknown"])
def test_meneer_or_mevrouw_never_follows_from_a_registered_sex(gender: str) -> None:
    found = reading(bundle(appointment(), patient(gender=gender)))
    assert [row.name.salutation for row in found.rows] == [Salutation.UNKNOWN]


@pytest.mark.parametrize(
    "name",
    [
        {"family": "x" * 201},
        {"text": "x" * 201},
        {"family": "Smit", "given": ["x" * 150, "y" * 150]},
        {"family": "Smit", "prefix": ["x" * 201]},
    ],
)
def test_a_name_that_is_far_too_long_is_refused_without_repeating_it(name: Json) -> None:
    [(where, reason)] = trouble(bundle(appointment(), patient(name=[name])))
    assert where == "afspraak 1"
    assert reason.startswith("De naam is te lang: ")
    assert "xx" not in reason


def test_letters_are_kept_and_invisible_ones_left_out() -> None:
    name = name_of({"family": "  Yıldız\u200b \u202e", "given": ["Zoe\u0308"]})
    assert (name.surname, name.given_name) == ("Yıldız", "Zo\u00eb")
