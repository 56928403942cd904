"""FHIR: who brings an animal is greeted, and the animal after them."""

from reception_assistant.agenda.marks import Mark
from reception_assistant.naming.person import PersonName
from tests.core.agenda.readers.fhir.helpers import (
    EXTENSION,
    Json,
    appointment,
    bundle,
    patient,
    reading,
    row_of,
)

SPECIES = {"coding": [{"code": "canislf", "display": "Dog"}]}
ANIMAL = {
    "url": EXTENSION + "patient-animal",
    "extension": [{"url": "species", "valueCodeableConcept": SPECIES}],
}
OWNER = {
    "name": {"family": "Smit", "given": ["Ria"]},
    "telecom": [{"system": "phone", "value": "1"}],
}


def dog(**more: object) -> Json:
    """Return a dog that is called Bello."""
    name = [{"given": ["Bello"], "family": "Smit"}]
    return patient(name=name, extension=[ANIMAL], birthDate="2020-01-01") | more


def owner_of(*relationships: object, **more: object) -> Json:
    return OWNER | {"relationship": list(relationships)} | more


def test_the_owner_is_greeted_and_the_animal_after_them() -> None:
    row = row_of(appointment(), dog(contact=[OWNER]))
    assert row.name == PersonName(given_name="Ria", surname="Smit")
    assert (row.animal, row.species, row.phone, row.number) == ("Bello", "Dog", "1", "p1")
    assert row.birth_date is None  # that of the animal would make the owner a child


def test_an_animal_of_stu3_has_its_species_beside_it() -> None:
    animal = {"species": {"text": "hond"}, "genderStatus": {"text": "gecastreerd"}}
    row = row_of(appointment(), patient(name=[{"given": ["Bello"]}], animal=animal, contact=OWNER))
    assert (row.animal, row.species, row.name.surname) == ("Bello", "hond", "Smit")


def test_of_several_contacts_the_owner_counts() -> None:
    neighbour = {"name": {"family": "Vos"}, "relationship": [{"text": "buurman"}]}
    row = row_of(appointment(), dog(contact=[neighbour, owner_of({"text": "Eigenaar"})]))
    assert row.name.surname == "Smit"


def test_a_former_owner_is_not_greeted() -> None:
    former = owner_of({"text": "eigenaar"}, period={"end": "2025-01"}, name={"family": "Vos"})
    assert row_of(appointment(), dog(contact=[former, OWNER])).name.surname == "Smit"


def test_the_owner_may_be_a_person_of_their_own_in_the_file() -> None:
    related: Json = {
        "resourceType": "RelatedPerson",
        "id": "r1",
        "patient": {"reference": "Patient/p1"},
        "relationship": {"coding": [{"code": "O", "display": "owner"}]},
        "name": [{"family": "Kok"}],
    }
    assert row_of(appointment(), dog(), related).name.surname == "Kok"
    stranger = related | {"id": "r2", "patient": {"reference": "Patient/p2"}}
    assert row_of(appointment(), dog(contact=[OWNER]), stranger).name.surname == "Smit"


def test_an_animal_without_an_owner_is_shown_as_received_and_greeted_once() -> None:
    row = row_of(appointment(), dog(name=[{"given": ["Bello"]}]))
    assert row.name == PersonName(as_received="Bello")
    assert (row.animal, row.species) == ("", "Dog")


def test_an_animal_that_has_died_is_marked_so() -> None:
    row = row_of(appointment(), dog(contact=[OWNER], deceasedBoolean=True))
    assert row.marks == {Mark.ANIMAL_DECEASED}


def test_an_animal_without_any_name_is_called_as_the_appointment_does() -> None:
    found = reading(
        bundle(
            appointment(
                participant=[{"actor": {"reference": "Patient/p1", "display": "Hond van Smit"}}]
            ),
            dog(name=[]),
        )
    )
    assert [row.name.as_received for row in found.rows] == ["Hond van Smit"]
