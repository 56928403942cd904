"""What a file is, is seen from what is in it, whatever it is called or how it is saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.agenda.profile import Kind
from reception_assistant.agenda.readers.kinds import is_packed, kind_of

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
FHIR = '{"resourceType": "Bundle"}'
TABLE = "datum;tijd;naam\r\n3-11-2026;9:05;J. Smit\r\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CALENDAR, Kind.CALENDAR),
        (CALENDAR.replace("\r\n", "\n"), Kind.CALENDAR),
        (CALENDAR.replace("\r\n", "\r"), Kind.CALENDAR),
        ("\r\n\n  begin:vcalendar \n", Kind.CALENDAR),
        ("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n", Kind.CALENDAR),
        ("onzin vooraf\n" + CALENDAR, Kind.CALENDAR),
        (FHIR, Kind.FHIR),
        (f"\n\n  {FHIR}\n{FHIR}\n", Kind.FHIR),
        ("{", Kind.FHIR),
        ("[]", Kind.FHIR),
        (f"[{FHIR}]", Kind.FHIR),
        (f"[\n  {FHIR}]", Kind.FHIR),
        ('<?xml version="1.0"?><Bundle/>', Kind.FHIR),
        ('<Appointment xmlns="http://hl7.org/fhir"/>', Kind.FHIR),
        (TABLE, Kind.TABLE),
        ("[Datum];[Tijd];[Naam]\n3-11-2026;9:05;J. Smit\n", Kind.TABLE),
        ("naam;opmerking\nSmit;BEGIN:VCALENDAR staat hier\n", Kind.TABLE),
        ("BEGIN:VCARD\nFN:Smit\nEND:VCARD\n", Kind.TABLE),
        ("<html><table></table></html>", Kind.TABLE),
        ("zomaar tekst", Kind.TABLE),
        ("", Kind.TABLE),
    ],
)
def test_a_text_is_known_by_how_it_begins(text: str, kind: Kind, encoding: str) -> None:
    assert kind_of(text.encode(encoding)) is kind


@pytest.mark.parametrize(
    ("head", "kind", "packed"),
    [
        (b"SQLite format 3\0" + b"\0" * 84, Kind.DATABASE, False),
        (b"PK\x03\x04" + b"BEGIN:VCALENDAR\n", Kind.TABLE, True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, Kind.TABLE, True),
        (b"%PDF-1.7", Kind.TABLE, False),
    ],
)
def test_a_file_of_another_program_is_known_by_its_first_bytes(
    head: bytes,
    kind: Kind,
    packed: bool,  # noqa: FBT001
) -> None:
    assert kind_of(head) is kind
    assert is_packed(head) is packed


@given(st.binary(max_size=200))
def test_any_bytes_are_something(head: bytes) -> None:
    assert kind_of(head) in set(Kind)
