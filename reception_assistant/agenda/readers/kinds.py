"""What a file is, seen from its first bytes and never from its name."""

import re

from reception_assistant.agenda.profile import Kind

HEAD = 65_536
"""So many bytes are enough to tell."""

_DATABASE = b"SQLite format 3\0"
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_EVENTS = re.compile(rb"^[ \t]*BEGIN:V(?:CALENDAR|EVENT)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_FHIR_JSON = re.compile(rb"\{|\[(?!\w)")  # Access writes [Naam] above a column
_FHIR_XML = re.compile(rb"<(?:\?xml|Bundle|Appointment|Patient)\b")


def kind_of(head: bytes) -> Kind:
    """Return what a file is that begins with `head`; what is nothing else is taken for a table."""
    if head.startswith(_DATABASE):
        return Kind.DATABASE
    if is_packed(head):
        return Kind.TABLE
    for mark in _MARKS:
        head = head.removeprefix(mark)
    text = head[:HEAD].replace(b"\0", b"").lstrip()  # so that UTF-16 reads like the others
    if _FHIR_JSON.match(text) or _FHIR_XML.match(text):
        return Kind.FHIR
    if _EVENTS.search(text.replace(b"\r", b"\n")):
        return Kind.CALENDAR
    return Kind.TABLE


def is_packed(head: bytes) -> bool:
    """Tell whether this is a file of a spreadsheet program, or something else that is packed."""
    return head.startswith(_PACKED)
