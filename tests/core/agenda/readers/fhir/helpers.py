"""FHIR files written in a test, and what the reader makes of them."""

import json
from datetime import date
from zoneinfo import ZoneInfo

from reception_assistant.agenda.incoming import IncomingRow, Reading
from reception_assistant.agenda.readers.fhir.reader import read_fhir
from reception_assistant.naming.person import PersonName

ZONE = ZoneInfo("Europe/Amsterdam")
TODAY = date(2026, 11, 3)
START = "2026-11-03T09:05:00+01:00"
EXTENSION = "http://hl7.org/fhir/StructureDefinition/"
BSN = "http://fhir.nl/fhir/NamingSystem/bsn"

Json = dict[str, object]


def reading(value: object) -> Reading:
    """Read a file as it would arrive today; what is no text or bytes is saved as JSON."""
    if not isinstance(value, str | bytes):
        value = json.dumps(value, ensure_ascii=False)
    data = value if isinstance(value, bytes) else value.encode()
    return read_fhir(data, zone=ZONE, today=TODAY)


def ndjson(*resources: object) -> str:
    """Return the resources with one on each line."""
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in resources)


def bundle(*resources: Json, **more: object) -> Json:
    """Return the resources as an export holds them."""
    entries = [{"resource": each} for each in resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries} | more


def appointment(*references: str, **more: object) -> Json:
    """Return an appointment of today for the patients that `references` point at."""
    participants = [taking(each) for each in references or ("Patient/p1",)]
    return {
        "resourceType": "Appointment",
        "id": "a1",
        "status": "booked",
        "start": START,
        "participant": participants,
    } | more


def taking(reference: str, display: str = "", **more: object) -> Json:
    """Return a participant."""
    actor = {"reference": reference, "display": display}
    return {
        "actor": {key: text for key, text in actor.items() if text},
        "status": "accepted",
    } | more


def patient(**more: object) -> Json:
    """Return a patient who is called Jan Smit."""
    name = [{"family": "Smit", "given": ["Jan"]}]
    return {"resourceType": "Patient", "id": "p1", "name": name} | more


def practitioner(**more: object) -> Json:
    """Return somebody who works here."""
    name = [{"family": "Bakker", "given": ["Eva"], "prefix": ["dr."]}]
    return {"resourceType": "Practitioner", "id": "d1", "name": name} | more


def row_of(*resources: Json) -> IncomingRow:
    """Read a file with one appointment, and nothing to remark."""
    found = reading(bundle(*resources))
    assert (found.rejected, found.remarks) == ((), ())
    [row] = found.rows
    return row


def name_of(*names: Json) -> PersonName:
    """Return the name of a patient who has `names`."""
    return row_of(appointment(), patient(name=list(names))).name


def trouble(value: object) -> list[tuple[str, str]]:
    """Return the place and the reason of everything that was refused."""
    return [(each.where, each.reason) for each in reading(value).rejected]
