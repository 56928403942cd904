"""One good file for each reader, with a bit of everything in it, to be spoiled by tests."""

import json
from datetime import date, datetime, time
from pathlib import Path

from reception_assistant.store import driver
from tests.helpers.spreadsheets import Cell, ods, xlsx

_OWN = """datum;tijd;duur;kenmerk;patientnummer;voornaam;voorvoegsel;achternaam;geboortedatum;status
24-11-2026;9:05;20;K1;P1;Anna;van den;Bérg;1-2-1960;gepland
ma 24 nov 2026;09.30;;K2;P2;"Jan \"\"de Lange\"\" J.";;'t Hart;;afgezegd
2026-11-25;0905;30 min;K3;P3;Zoë;;Jansen-de Vries;29-2-2000;gekomen
"""
_OTHER = """sep=,
Rooster week 48
Wanneer,Tot,Wie,BSN,Mobiel,Waarom
24-11-2026 9:05,9:25,"Vries, J. de",123456782,612345678,controle
11/25/2026 2:30 PM,3:00 PM,mevr. A. Smit,111222333,"6,1E+08","vulling
met verdoving"
"""
_CALENDAR = """BEGIN:VCALENDAR
PRODID:-//X//Y
X-WR-CALNAME:Kamer 1
BEGIN:VTIMEZONE
TZID:Eigen
BEGIN:STANDARD
DTSTART:20201025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SEQUENCE:2
DTSTART;TZID=Eigen:20261124T090500
DURATION:PT20M
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8
EXDATE;TZID=Eigen:20261126T090500
RDATE;VALUE=PERIOD:20261127T080000Z/PT1H
SUMMARY:Vries\\, J. de - controle
DESCRIPTION:belt liever\\, niet
 \u00a0voor negen
ORGANIZER;CN=Bakker:mailto:b@x.nl
ATTENDEE;CN="De Vries";ROLE=REQ-PARTICIPANT:mailto:v@x.nl
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=W. Europe Standard Time:20261201T090500
DTSTART:20261201T100000Z
STATUS:CANCELLED
SUMMARY:Vries\\, J. de - controle
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261125
SUMMARY:vrij
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
"""
_FHIR = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {
            "fullUrl": "urn:uuid:1",
            "resource": {
                "resourceType": "Appointment",
                "id": "a1",
                "status": "booked",
                "start": "2026-11-24T09:05:00+01:00",
                "end": "2026-11-24T09:25:00+01:00",
                "description": "controle",
                "participant": [
                    {"actor": {"reference": "Patient/p1"}, "status": "accepted"},
                    {"actor": {"reference": "#d", "display": "Bakker"}, "status": "accepted"},
                ],
                "contained": [
                    {"resourceType": "Practitioner", "id": "d", "name": [{"text": "dr. Bakker"}]}
                ],
            },
        },
        {
            "resource": {
                "resourceType": "Patient",
                "id": "p1",
                "identifier": [
                    {"system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "123456782"}
                ],
                "name": [{"use": "official", "family": "de Vries", "given": ["Jan", "J."]}],
                "telecom": [{"system": "phone", "value": "06-12345678"}],
                "birthDate": "1960-02-01",
                "deceasedBoolean": False,
            },
        },
    ],
}
_ROWS: list[list[Cell]] = [
    ["datum", "tijd", "naam", "telefoon"],
    [date(2026, 11, 24), time(9, 5), "Vries, J. de", 612345678.0],
    [datetime(2026, 11, 25, 9, 30), "9:30", "mevr. A. Smit", "06-12345678"],  # noqa: DTZ001
]

SEEDS: dict[str, bytes] = {
    "own": _OWN.encode(),
    "own cp1252": _OWN.encode("cp1252"),
    "own utf-16": _OWN.encode("utf-16"),
    "other": _OTHER.encode(),
    "calendar": _CALENDAR.replace("\n", "\r\n").encode(),
    "fhir": json.dumps(_FHIR, indent=1).encode(),
    "ndjson": b"\n".join(json.dumps(each["resource"]).encode() for each in _FHIR["entry"]),  # type: ignore[index]
    "xlsx": xlsx(_ROWS),
    "ods": ods(_ROWS),
}


def database_seed(path: Path) -> bytes:
    """Return a small database of another program, made at `path`."""
    connection = driver.connect(path)
    connection.execute("CREATE TABLE agenda (datum TEXT, tijd TEXT, naam TEXT, telefoon INTEGER)")
    connection.executemany(
        "INSERT INTO agenda VALUES (?, ?, ?, ?)",
        [("24-11-2026", "9:05", "Vries, J. de", 612345678), ("25-11-2026", "9:30", "Jansen", None)]
        * 20,
    )
    connection.close()
    return path.read_bytes()
