"""From an event to who comes, for what and to whom, as the profile says where that stands."""

import re
from typing import NamedTuple

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.profile import (
    CalendarChoices,
    NameFrom,
    PractitionerFrom,
    TreatmentFrom,
)
from reception_assistant.agenda.readers.ical.components import Component, Note
from reception_assistant.agenda.readers.ical.content import Property, clean, texts_of, without_tags
from reception_assistant.agenda.readers.ical.versions import Version
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.agenda.visit import Booking
from reception_assistant.i18n import _
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.person import PersonName

LONGEST_NAME = 200
LONGEST_CELL = 2000

# Outlook puts it in front of the title.
_CALLED_OFF = re.compile(r"(?:geannuleerd|afgezegd|cancell?ed):\s*", re.IGNORECASE)
_PARTS_OF_TITLE = frozenset({NameFrom.BEFORE, NameFrom.AFTER})
_BASE_COLUMNS = frozenset({"datum", "tijd", "duur", "kenmerk", "naam", "status"})


class Facts(NamedTuple):
    """What an event tells, the same at every time that it comes back."""

    name: PersonName
    number: str
    treatment: str
    practitioner: str
    marks: frozenset[Mark]
    booking: Booking


class Events:
    """Reads what events tell; `note` hears what is strange about them."""

    def __init__(self, choices: CalendarChoices, note: Note) -> None:
        self._choices, self._note = choices, note
        self._separator = choices.separator

    @property
    def columns(self) -> frozenset[str]:
        """The columns of ours that these choices fill, marks not counted."""
        columns = set(_BASE_COLUMNS)
        rest = self._choices.name_from in {*_PARTS_OF_TITLE, NameFrom.ATTENDEE}
        if self._choices.treatment_from is TreatmentFrom.REST:
            columns |= {"behandeling"} if rest else set()
        elif self._choices.treatment_from is not TreatmentFrom.NOWHERE:
            columns.add("behandeling")
        if self._choices.practitioner_from is not PractitionerFrom.NOWHERE:
            columns.add("behandelaar")
        return frozenset(columns)

    def facts(self, version: Version, key: str) -> Facts:
        """Return what an event tells; raises `NotUnderstoodError` when not who comes.

        `key` tells private events apart.
        """
        event = version.original or version.event
        booking = Booking.CANCELLED if version.cancelled else Booking.PLANNED
        practitioner = self._short(event, self._practitioner(event, version.calendar_name))
        # Like an unknown word for it, says the standard: nobody may know.
        if event.code("CLASS") not in {"", "PUBLIC"}:
            return Facts(
                name=PersonName(given_name=_("bezet")),
                number=f"prive:{key}",
                treatment="",
                practitioner=practitioner,
                marks=frozenset({Mark.NOT_ALOUD}),
                booking=booking,
            )
        title = event.text("SUMMARY")
        if version.cancelled:
            title = _CALLED_OFF.sub("", title)
        name, rest = self._name(event, title)
        return Facts(
            name=name,
            number="",
            treatment=self._short(event, self._treatment(event, rest)),
            practitioner=practitioner,
            marks=frozenset(),
            booking=booking,
        )

    def _name(self, event: Component, title: str) -> tuple[PersonName, str]:
        """Return who comes, and the rest of the title."""
        if self._choices.name_from is NameFrom.ATTENDEE and (attendee := _attendee(event)):
            return take_apart(_checked(attendee)), title
        if not title:
            raise NotUnderstoodError(_("Er staat geen naam bij deze afspraak."))
        if self._choices.name_from is NameFrom.TITLE:
            return take_apart(_checked(title)), ""
        if self._choices.name_from in _PARTS_OF_TITLE and self._separator:
            name, rest = self._parts(title)
            if name:
                return take_apart(_checked(name)), rest
        return PersonName(as_received=_checked(title)), ""

    def _parts(self, title: str) -> tuple[str, str]:
        if self._choices.name_from is NameFrom.BEFORE:
            name, separator, rest = title.partition(self._separator)
        else:
            rest, separator, name = title.rpartition(self._separator)
        return (name.strip(), rest.strip()) if separator else ("", "")

    def _treatment(self, event: Component, rest: str) -> str:
        if self._choices.treatment_from is TreatmentFrom.REST:
            return rest
        if self._choices.treatment_from is TreatmentFrom.DESCRIPTION:
            return without_tags(event.text("DESCRIPTION"))
        if self._choices.treatment_from is TreatmentFrom.CATEGORIES:
            return _categories(event)
        return ""

    def _practitioner(self, event: Component, calendar_name: str) -> str:
        if self._choices.practitioner_from is PractitionerFrom.FIXED:
            return self._choices.practitioner
        if self._choices.practitioner_from is PractitionerFrom.CALENDAR:
            return calendar_name
        if self._choices.practitioner_from is PractitionerFrom.ORGANIZER:
            organizer = event.first("ORGANIZER")
            return _common_name(organizer) if organizer else ""
        return ""

    def _short(self, event: Component, text: str) -> str:
        if len(text) <= LONGEST_CELL:
            return text
        self._note(
            event.line,
            _("een tekst is langer dan {limit} tekens; alleen het begin is gelezen.").format(
                limit=LONGEST_CELL
            ),
        )
        return text[:LONGEST_CELL].rstrip()


def _checked(name: str) -> str:
    if len(name) > LONGEST_NAME:
        raise NotUnderstoodError(
            _("De naam is te lang: {count} tekens, hoogstens {limit}.").format(
                count=len(name), limit=LONGEST_NAME
            )
        )
    return name


def _attendee(event: Component) -> str:
    """Return the first guest who is a person, takes part, has a name and is not the host."""
    host = event.first("ORGANIZER")
    address = host.value.strip().casefold() if host else ""
    for guest in event.all("ATTENDEE"):
        takes_part = guest.parameter("ROLE").upper() != "NON-PARTICIPANT"
        is_person = guest.parameter("CUTYPE").upper() in {"", "INDIVIDUAL"}
        is_host = address and guest.value.strip().casefold() == address
        name = _common_name(guest)
        if name and takes_part and is_person and not is_host:
            return name
    return ""


def _common_name(found: Property) -> str:
    """Return the name beside an address; an address in its place is no name."""
    name = clean(found.parameter("CN"))
    return "" if "@" in name else name


def _categories(event: Component) -> str:
    words = [word for found in event.all("CATEGORIES") for word in texts_of(found)]
    return ", ".join(dict.fromkeys(filter(None, words)))
