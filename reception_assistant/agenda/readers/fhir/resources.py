"""What is in a FHIR file: its appointments in order, and everything that they may point at."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reception_assistant.agenda.readers.fhir.access import Fields, Part, is_part, unheard
from reception_assistant.agenda.readers.fhir.kinds import TYPES
from reception_assistant.agenda.readers.fhir.notes import Notes
from reception_assistant.agenda.readers.fhir.parsing import READ_TYPES, Document
from reception_assistant.agenda.readers.fhir.references import (
    Home,
    Index,
    address_of,
    identity,
    is_newer,
)
from reception_assistant.agenda.readers.remarks import listed
from reception_assistant.i18n import _, ngettext

_WHOLE_BUNDLES = frozenset({"collection", "searchset"})
_MOST_NAMED = 5


class Entry(NamedTuple):
    """An appointment: its place, the address that was given with it, and what it says."""

    number: int
    url: str
    fields: Fields

    @property
    def home(self) -> Home:
        """From where its references are looked for."""
        contained = Part(self.fields, unheard).objects("contained")
        named = {identity(each).lstrip("#"): each for each in contained if is_part(each)}
        return Home(address_of(self.url).server, named)


class Taken(NamedTuple):
    """The place of another appointment with the same id, of which this is an older version."""

    by: int
    older: bool


class Resources:
    """Everything that a file holds; `whole` while it may be all that there is."""

    def __init__(self, notes: Notes) -> None:
        self.appointments: list[Entry] = []
        self.index = Index()
        self.patients: list[Fields] = []
        self.relatives: list[Entry] = []
        self.whole = True
        self._notes = notes
        self._others: Counter[str] = Counter()
        self._empty = 0
        self._count = 0
        self._known = 0
        self._documents = 0

    @property
    def holds_nothing(self) -> bool:
        """Whether there is something in the file, and none of it is FHIR."""
        return self._count > 0 and not self._known

    def add(self, document: Document) -> None:
        """Add what stood on a line of the file."""
        self._documents += 1
        if document.trouble:
            self._notes.stray(document.line, document.trouble)
            return
        # Bundles may hold bundles, to any depth.
        open_lists = [iter(self._top(document.value))]
        while open_lists:
            for url, value in open_lists[-1]:
                self._count += 1
                inside = self._placed(url, value, document.line)
                if inside is not None:
                    open_lists.append(inside)
                    break
            else:
                open_lists.pop()

    def tell(self) -> None:
        """Remark what was in the file besides appointments."""
        if not self.appointments:
            self._notes.say(_("In dit bestand staat geen enkele afspraak."))
        if self.index.unclear:
            self._notes.say(
                _(
                    "In dit bestand staan verschillende gegevens onder hetzelfde nummer. "
                    "Balie gebruikt de eerste; kijk na of de namen kloppen."
                )
            )
        if self._others:
            self._notes.say(_others_told(self._others))
        if self._empty:
            self._notes.say(
                ngettext(
                    "In dit bestand staat {count} onderdeel zonder inhoud; dat is overgeslagen.",
                    "In dit bestand staan {count} onderdelen zonder inhoud; die zijn overgeslagen.",
                    self._empty,
                ).format(count=self._empty)
            )

    def taken(self) -> dict[int, Taken]:
        """Return the places in `appointments` that do not count, as another has the same id.

        Of two versions the newer counts, of equals the first.
        """
        first: dict[str, int] = {}
        found: dict[int, Taken] = {}
        for place, entry in enumerate(self.appointments):
            name = identity(entry.fields)
            known = first.setdefault(name, place) if name else place
            if known == place:
                continue
            before = self.appointments[known]
            if is_newer(entry.fields, before.fields):
                first[name] = place
                found[known] = Taken(entry.number, older=True)
            else:
                older = is_newer(before.fields, entry.fields)
                found[place] = Taken(before.number, older=older)
        return found

    def _top(self, value: object) -> list[tuple[str, object]]:
        if isinstance(value, list):
            return [("", item) for item in value]
        if self._documents == 1 and not self._notes.by_line and not _is_bundle(value):
            self.whole = False
        return [("", value)]

    def _placed(self, url: str, value: object, line: int) -> Iterator[tuple[str, object]] | None:
        """Put one resource where it belongs; return what is in it when it is a bundle."""
        if not (isinstance(value, dict) and is_part(value)):
            self._notes.stray(
                line if self._notes.by_line else self._count,
                _("Dit is geen onderdeel van FHIR: er staat geen resourceType bij."),
            )
            return None
        self._known += 1
        kind = str(value["resourceType"])
        if kind == "Bundle":
            return self._entries(Part(value, self._odd))
        if kind not in READ_TYPES:
            self._others[kind if kind in TYPES else ""] += 1
            return None
        if kind == "Appointment":
            number = line if self._notes.by_line else len(self.appointments) + 1
            self.appointments.append(Entry(number, url, value))
            return None
        self.index.add(value, url)
        if kind == "Patient":
            self.patients.append(value)
        elif kind == "RelatedPerson":
            self.relatives.append(Entry(0, url, value))
        return None

    def _entries(self, bundle: Part) -> Iterator[tuple[str, object]]:
        entries = bundle.parts("entry")
        self._judge(bundle, entries)
        for entry in entries:
            resource = entry.value("resource")
            if resource is None:
                self._empty += 1
            else:
                yield entry.text("fullUrl"), resource

    def _judge(self, bundle: Part, entries: list[Part]) -> None:
        """Tell whether a bundle is all that there is, or a part of it."""
        if bundle.text("type") not in _WHOLE_BUNDLES:
            self.whole = False
        pages = [link for link in bundle.parts("link") if link.text("relation") == "next"]
        total = bundle.number("total") or 0
        found = sum(1 for entry in entries if entry.part("search").text("mode") in {"", "match"})
        if pages or total > found:
            self.whole = False
            self._notes.say(
                _(
                    "Dit bestand is één pagina van een langere lijst. Wat er niet in staat, "
                    "laat Balie staan."
                )
            )

    def _odd(self, text: str) -> None:
        self._notes.lacking = True
        self._notes.say(_("In het bestand zelf: {text}").format(text=text))


def _is_bundle(value: object) -> bool:
    return isinstance(value, dict) and value.get("resourceType") == "Bundle"


def _others_told(others: Counter[str]) -> str:
    named = [
        _("{kind} ({count})").format(kind=kind or _("onbekend"), count=count)
        for kind, count in others.most_common(_MOST_NAMED)
    ]
    rest = sum(others.values()) - sum(count for _kind, count in others.most_common(_MOST_NAMED))
    if rest:
        named.append(ngettext("nog {count} ander", "nog {count} andere", rest).format(count=rest))
    return _("Dit staat ook in het bestand en is niet nodig voor de agenda: {kinds}.").format(
        kinds=listed(named)
    )
