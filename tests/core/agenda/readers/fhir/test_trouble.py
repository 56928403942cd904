"""FHIR with mistakes in it: each is told with its place, and the rest is read."""

import json

import pytest

from tests.core.agenda.readers.fhir.helpers import (
    Json,
    appointment,
    bundle,
    ndjson,
    patient,
    practitioner,
    reading,
    taking,
    trouble,
)

GOOD = json.dumps(bundle(appointment(id="a2"), patient()))
NOT_FHIR = "Dit is geen FHIR-bestand. Kies een export met afspraken als FHIR (JSON of NDJSON)."
ALL_STAYS = "Niet alles was te lezen. Daarom haalt Balie niets weg uit de agenda."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Het bestand is leeg. Kies een bestand met afspraken."),
        (b"\xef\xbb\xbf \n\0", "Het bestand is leeg. Kies een bestand met afspraken."),
        (
            b"\n<?xml version='1.0'?><Bundle xmlns='http://hl7.org/fhir'/>",
            "Dit bestand is XML. Balie leest FHIR alleen als JSON. "
            "Kies bij het exporteren voor JSON of NDJSON.",
        ),
        (b"datum;tijd;naam\n", NOT_FHIR),
        (b"PK\x03\x04rest", NOT_FHIR),
        (b"12", NOT_FHIR),
        (b'{"naam": "Geheim"}', NOT_FHIR),
        (b"[1, 2]", NOT_FHIR),
        (b'[{"resourceType": 5}]', NOT_FHIR),
        (
            b'{"resourceType": "Bundle",\n "entry": [\n}',
            "Dit is geen geldig JSON-bestand: op regel 3 gaat het mis. Maak de export opnieuw.",
        ),
        (
            GOOD[:-20].encode(),
            "Dit is geen geldig JSON-bestand: op regel 1 gaat het mis. Maak de export opnieuw.",
        ),
        (b"[" * 100_000, "Er staan te veel haakjes in elkaar. Maak de export opnieuw."),
        (b'{"a":' * 100_000, "Er staan te veel haakjes in elkaar. Maak de export opnieuw."),
        (
            b" " * 50_000_001,
            "Het bestand is te groot: 51 MB, hoogstens 50 MB. "
            "Maak een export van een kortere periode.",
        ),
    ],
)
def test_a_file_that_cannot_be_used_at_all_is_refused_in_one_sentence(
    data: bytes, reason: str
) -> None:
    found = reading(data)
    assert [(each.where, each.reason) for each in found.rejected] == [("bestand", reason)]
    assert (found.rows, found.columns) == ((), frozenset())


def test_every_depth_of_brackets_gives_a_reading() -> None:
    visit = json.dumps(appointment())
    for depth in (*range(100, 900, 100), *range(900, 1050)):
        nested = '{"a":' * depth + "1" + "}" * depth
        person = json.dumps(patient()).replace('"Jan"', f'"Jan", {nested}')
        found = reading(f"[{person}, {person}, {visit}]")
        assert found.rows or found.rejected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Deze regel is geen geldige JSON."),
        ('{"resourceType": "Appointment", "id": "a3"', "Deze regel is geen geldige JSON."),
        ("[" * 100_000, "Er staan te veel haakjes in elkaar."),
        ("17", "Dit is geen onderdeel van FHIR: er staat geen resourceType bij."),
        ('{"id": "a3"}', "Dit is geen onderdeel van FHIR: er staat geen resourceType bij."),
    ],
)
def test_a_broken_line_is_refused_and_withdraws_nothing(line: str, reason: str) -> None:
    found = reading(ndjson(patient()) + f"\n\n{line}\n" + ndjson(appointment()))
    assert [row.line for row in found.rows] == [4]
    assert [(each.where, each.reason) for each in found.rejected] == [("regel 3", reason)]
    assert found.remarks == (ALL_STAYS,)
    assert not found.whole


def test_a_broken_first_line_does_not_cost_the_others() -> None:
    found = reading('{"resourceType": "Pat\n' + ndjson(patient(), appointment()))
    assert ([row.line for row in found.rows], len(found.rejected)) == ([3], 1)


def test_a_broken_list_with_one_resource_a_line_is_read_by_its_lines() -> None:
    lines = ["[", json.dumps(patient()) + ",", '{"oeps"},', json.dumps(appointment()), "]"]
    found = reading("\n".join(lines))
    assert [row.line for row in found.rows] == [4]
    assert [each.where for each in found.rejected] == ["regel 3"]


def test_of_very_many_broken_lines_the_first_are_named_and_the_rest_counted() -> None:
    found = reading(ndjson(patient(), appointment()) + "\n{" * 1500)
    assert (len(found.rows), len(found.rejected)) == (1, 1000)
    assert found.remarks == (
        ALL_STAYS,
        "Nog 500 andere onderdelen van het bestand waren niet te lezen.",
    )


def test_a_part_of_a_bundle_that_is_no_resource_is_refused_with_its_number() -> None:
    entry: list[object] = [{"resource": patient()}, {"resource": [1]}, {"resource": appointment()}]
    found = reading(bundle(entry=entry))
    assert len(found.rows) == 1
    assert [each.where for each in found.rejected] == ["onderdeel 3"]
    assert not found.whole


@pytest.mark.parametrize("value", ["x", 3, ["x"], True, 1.5, [[{}]]])
@pytest.mark.parametrize("name", ["participant", "serviceType", "appointmentType"])
def test_a_part_of_an_appointment_with_another_form_is_remarked(name: str, value: object) -> None:
    told = f"“{name}” heeft een vorm die Balie niet kent; dat is overgeslagen."
    found = reading(bundle(appointment(**{name: value}), patient()))
    assert f"Afspraak 1: {told}" in found.remarks
    assert len(found.rows) + len(found.rejected) == 1


@pytest.mark.parametrize("value", ["x", 3, ["x"], True, [[{}]]])
@pytest.mark.parametrize("name", ["telecom", "name", "extension", "contact"])
def test_a_part_of_a_patient_with_another_form_is_remarked_at_the_appointment(
    name: str, value: object
) -> None:
    animal: Json = {"animal": {"species": {"text": "hond"}}} if name == "contact" else {}
    people = [taking("Patient/p1", "Smit, J.")]
    found = reading(bundle(appointment(participant=people), patient(**animal | {name: value})))
    told = f"Afspraak 1: “{name}” heeft een vorm die Balie niet kent; dat is overgeslagen."
    assert told in found.remarks
    assert [row.name.surname or row.name.as_received for row in found.rows] in (
        ["Smit"],
        ["Jan Smit"],
    )


def test_a_yes_or_no_that_is_neither_is_remarked() -> None:
    found = reading(bundle(appointment(), patient(deceasedBoolean="misschien")))
    assert [row.marks for row in found.rows] == [frozenset()]
    assert found.remarks == (
        "Afspraak 1: “deceasedBoolean” heeft een vorm die Balie niet kent; dat is overgeslagen.",
    )


def test_a_bundle_with_another_form_withdraws_nothing() -> None:
    found = reading(bundle(appointment(), patient(), link="x"))
    assert len(found.rows) == 1
    assert not found.whole
    assert "“link”" in found.remarks[0]


def test_what_stands_there_twice_is_remarked() -> None:
    text = GOOD.replace('"status": "booked"', '"status": "noshow", "status": "booked"')
    assert reading(text).remarks == (
        "Afspraak 1: hier staat een onderdeel twee keer; alleen het laatste is gelezen.",
    )


def test_numbers_and_letters_that_json_does_not_know_do_not_cost_the_appointment() -> None:
    strange = (
        '"minutesDuration": NaN, "priority": 1e999, "version": ' + "9" * 5000 + ', "comment": '
        '"een\\ud800\u0001tab\tx"'
    )
    found = reading(GOOD.replace('"status": "booked"', '"status": "booked", ' + strange))
    assert [(row.minutes, row.remark) for row in found.rows] == [(0, "een�tab x")]
    assert found.remarks == (
        "Afspraak 1: “minutesDuration” heeft een vorm die Balie niet kent; dat is overgeslagen.",
        "Afspraak 1: sommige letters zijn beschadigd; daar staat nu �.",
    )


def test_an_appointment_that_is_refused_without_an_id_withdraws_nothing() -> None:
    found = reading(bundle(appointment(id=None, start=""), appointment(id="a2"), patient()))
    assert (len(found.rows), len(found.rejected), found.whole) == (1, 1, False)
    assert found.remarks == (ALL_STAYS,)


def test_a_key_that_is_far_too_long_is_not_used() -> None:
    found = reading(bundle(appointment(id="x" * 201), patient()))
    assert [row.key for row in found.rows] == [""]


def test_nothing_of_a_person_is_repeated_in_what_is_told() -> None:
    secret: Json = {
        "resourceType": "Patient",
        "id": "Geheim",
        "name": [{"family": "Geheim" * 50}],
        "birthDate": "Geheim",
        "identifier": [{"system": "Geheim", "value": 5}],
        "Geheim": {"Geheim": 1},
    }
    people = [taking("Patient/Geheim", "Geheim"), taking("Geheim/Geheim", "Geheim")]
    bad = appointment(
        participant=people, id="Geheim", status="Geheim", start="Geheim", end="Geheim"
    )
    found = reading(bundle(bad, secret, practitioner(), {"resourceType": "Geheim"}))
    told = [each.where + each.reason for each in found.rejected] + list(found.remarks)
    assert len(told) > 2
    assert not any("Geheim" in sentence for sentence in told)


def test_a_file_of_one_kind_of_trouble_is_told_once() -> None:
    assert trouble(bundle(*[appointment(id=f"a{n}", start="") for n in range(3)]))[1:] == [
        ("afspraak 2", "Er staat geen datum en geen tijd bij deze afspraak."),
        ("afspraak 3", "Er staat geen datum en geen tijd bij deze afspraak."),
    ]
