"""FHIR: who is pointed at is found inside the file, and never somebody else."""

import pytest

from reception_assistant.agenda.incoming import Reading
from tests.core.agenda.readers.fhir.helpers import (
    BSN,
    Json,
    appointment,
    bundle,
    patient,
    practitioner,
    reading,
    row_of,
    taking,
)

SERVER = "https://epd.example.org/fhir"
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def entries(*pairs: tuple[str, Json]) -> Json:
    """Return a bundle in which each resource has its address."""
    return bundle(entry=[{"fullUrl": url, "resource": each} for url, each in pairs])


def found_of(value: object) -> list[tuple[str, str]]:
    """Return the number and the surname of everybody who comes."""
    return [(row.number, row.name.surname or row.name.as_received) for row in reading(value).rows]


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("Patient/p1", ""),
        ("Patient/p1", f"{SERVER}/Patient/p1"),
        ("Patient/p1/_history/3", ""),
        ("./Patient/p1", ""),
        (f"{SERVER}/Patient/p1", ""),
        (f"{SERVER}/Patient/p1", f"{SERVER}/Patient/p1"),
        (f"{SERVER}/Patient/p1/_history/2", f"{SERVER}/Patient/p1"),
        ("http://epd.example.org/fhir/Patient/p1", f"{SERVER}/Patient/p1"),
        (f"{SERVER}/Patient/p1", f"urn:uuid:{UUID}"),
        (f"urn:uuid:{UUID}", f"urn:uuid:{UUID}"),
        (f"urn:uuid:{UUID.upper()}", f"urn:uuid:{UUID}"),
    ],
)
def test_a_reference_finds_its_patient_however_it_is_written(reference: str, url: str) -> None:
    file = entries((f"{SERVER}/Appointment/a1", appointment(reference)), (url, patient()))
    assert found_of(file) == [("p1", "Smit")]


def test_a_patient_without_an_id_is_found_by_its_address_which_is_its_number() -> None:
    nameless = {key: value for key, value in patient().items() if key != "id"}
    assert found_of(entries(("", appointment()), (f"{SERVER}/Patient/p1", nameless))) == [
        ("p1", "Smit")
    ]
    # A urn is made anew for every file.
    urn = f"urn:uuid:{UUID}"
    assert found_of(entries(("", appointment(urn)), (urn, nameless))) == [("", "Smit")]


def test_a_urn_may_be_the_id_itself() -> None:
    assert found_of(bundle(appointment(f"urn:uuid:{UUID}"), patient(id=UUID))) == [(UUID, "Smit")]


def test_the_same_number_on_another_server_is_somebody_else() -> None:
    other = "https://elders.example.org/fhir"
    people = (
        (f"{SERVER}/Patient/p1", patient()),
        (f"{other}/Patient/p1", patient(name=[{"family": "Vos"}])),
    )
    here = (f"{SERVER}/Appointment/a1", appointment())
    there = ("", appointment(f"{other}/Patient/p1"))
    assert found_of(entries(here, *people)) == [("p1", "Smit")]
    assert found_of(entries(there, *people)) == [("p1", "Vos")]
    unsure = reading(entries(("", appointment()), *people))
    assert (unsure.rows, len(unsure.rejected)) == ((), 1)
    shown = appointment(participant=[taking(f"{other}/Patient/p1", "Vos, P.")])
    assert found_of(entries(("", shown), people[0])) == [
        ("elders.example.org/fhir/Patient/p1", "Vos")
    ]


def test_who_is_contained_is_found_inside_and_has_no_number_outside() -> None:
    def inside(key: str, surname: str) -> Json:
        person = patient(name=[{"family": surname}])
        return appointment("#p1", id=key, contained=[person])

    assert found_of(bundle(inside("a1", "Smit"), inside("a2", "Vos"), patient(id="p1"))) == [
        ("", "Smit"),
        ("", "Vos"),
    ]


def test_a_type_beside_the_reference_tells_who_is_the_patient() -> None:
    people = [{"actor": {"type": "Patient", "identifier": {"value": "12"}, "display": "Smit, J."}}]
    assert found_of(bundle(appointment(participant=people))) == [("", "Smit")]


def test_the_newest_version_of_somebody_counts() -> None:
    def version(day: int, surname: str) -> Json:
        updated = f"2026-10-{day:02d}T10:00:00+02:00"
        return patient(name=[{"family": surname}], meta={"lastUpdated": updated})

    assert found_of(bundle(appointment(), version(2, "Nieuw"), version(1, "Oud"))) == [
        ("p1", "Nieuw")
    ]
    assert found_of(bundle(appointment(), version(1, "Oud"), version(2, "Nieuw"))) == [
        ("p1", "Nieuw")
    ]


def test_different_facts_under_one_number_are_told_and_the_same_twice_are_not() -> None:
    double = reading(bundle(appointment(), patient(), patient(name=[{"family": "Vos"}])))
    assert [row.name.surname for row in double.rows] == ["Smit"]
    assert double.remarks == (
        "In dit bestand staan verschillende gegevens onder hetzelfde nummer. "
        "Balie gebruikt de eerste; kijk na of de namen kloppen.",
    )
    assert found_of(bundle(appointment(), patient(), patient())) == [("p1", "Smit")]
    assert reading(bundle(appointment(), patient(), patient())).remarks == ()


def test_patients_may_stand_before_or_after_their_appointments_and_in_other_bundles() -> None:
    inner = bundle(bundle(patient()))
    assert found_of(bundle(appointment(), inner)) == [("p1", "Smit")]
    assert found_of([patient(), appointment()]) == [("p1", "Smit")]


def told(found: Reading) -> str:
    """Return everything that is kept of a file or said about it, as one text."""
    return repr((found.rows, found.rejected, found.remarks))


@pytest.mark.parametrize(
    "identifier",
    [
        {"system": BSN, "value": "999990019"},
        {"system": "https://fhir.nl/fhir/NamingSystem/BSN/", "value": "999990019"},
        {"system": "urn:oid:2.16.840.1.113883.2.4.6.3", "value": "999990019"},
        {"type": {"coding": [{"code": "NNNLD"}]}, "value": "999990019"},
        {"system": BSN, "value": 999990019},
    ],
)
def test_a_bsn_is_left_out_with_one_remark(identifier: Json) -> None:
    found = reading(bundle(appointment(), patient(identifier=[identifier, identifier])))
    assert [row.number for row in found.rows] == ["p1"]
    assert found.remarks == (
        "In dit bestand staan 2 burgerservicenummers (BSN). Balie neemt die niet over.",
    )
    assert "99999" not in told(found)


@pytest.mark.parametrize("number", ["999990019", "9999.90.019", "0999990019"])
def test_a_bsn_is_no_number_of_a_person_and_no_key(number: str) -> None:
    somebody = patient(id=number, identifier=[{"system": BSN, "value": "999990019"}])
    found = reading(bundle(appointment(f"Patient/{number}", id=number), somebody))
    assert [(row.key, row.number, row.name.surname) for row in found.rows] == [("", "", "Smit")]
    assert "9999" not in told(found)


def test_a_bsn_that_stands_in_a_reference_is_left_out_too() -> None:
    asked = f"Patient?identifier={BSN}|999990019"
    actor = {"reference": asked, "type": "Patient", "display": "Smit, J."}
    actor["identifier"] = {"system": BSN, "value": "999990019"}  # type: ignore[assignment]
    found = reading(bundle(appointment(participant=[{"actor": actor}])))
    assert [(row.number, row.name.surname) for row in found.rows] == [("", "Smit")]
    assert "99999" not in told(found)


def test_other_identifiers_are_no_bsn_and_not_taken_over() -> None:
    row = row_of(appointment(), patient(identifier=[{"system": "urn:epd", "value": "77123"}]))
    assert "77123" not in repr(row)


def test_names_of_those_who_work_here_are_found_the_same_way() -> None:
    visit = appointment("Patient/p1", f"{SERVER}/Practitioner/d1")
    file = entries(("", visit), ("", patient()), (f"{SERVER}/Practitioner/d1", practitioner()))
    assert [row.practitioner for row in reading(file).rows] == ["dr. Eva Bakker"]
