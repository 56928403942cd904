"""What is told beside the appointments of a FHIR file, with the place that each thing is about."""

from reception_assistant.agenda.incoming import Rejected
from reception_assistant.agenda.readers.remarks import numbered
from reception_assistant.agenda.readers.trouble import at_line
from reception_assistant.i18n import _, ngettext

_MOST_STRAYS = 1000


class Notes:
    """Gathers remarks and refusals; a place is a line in NDJSON, else the number of an appointment.

    `lacking` is set as soon as an appointment may be missing without our knowing which.
    """

    def __init__(self) -> None:
        self.by_line = False
        self.lacking = False
        self.rejected: list[Rejected] = []
        self._general: dict[str, None] = {}
        self._by_text: dict[str, list[int]] = {}
        self._strays = 0

    def say(self, text: str) -> None:
        """Add a remark about the file as a whole."""
        if text:
            self._general[text] = None

    def add(self, number: int, text: str) -> None:
        """Add a remark about a place; `text` goes on after it, so without a capital."""
        numbers = self._by_text.setdefault(text, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def refuse(self, number: int, reason: str, key: str = "") -> None:
        """Add an appointment that could not be used."""
        self.rejected.append(Rejected(self.where(number), reason, key))

    def stray(self, number: int, reason: str) -> None:
        """Add a part of the file of which nobody knows what it is; of very many the first only."""
        self.lacking = True
        self._strays += 1
        if self._strays <= _MOST_STRAYS:
            part = _("onderdeel {number}").format(number=number)
            self.rejected.append(Rejected(at_line(number) if self.by_line else part, reason))

    def where(self, number: int) -> str:
        """Return how a place is told."""
        if self.by_line:
            return at_line(number)
        return _("afspraak {number}").format(number=number)

    def all(self) -> tuple[str, ...]:
        """Return every remark: those about the file first, the others in order of the file."""
        more = self._strays - _MOST_STRAYS
        if more > 0:
            self.say(
                ngettext(
                    "Nog {count} ander onderdeel van het bestand was niet te lezen.",
                    "Nog {count} andere onderdelen van het bestand waren niet te lezen.",
                    more,
                ).format(count=more)
            )
        place = _("Regel {numbers}: {text}") if self.by_line else _("Afspraak {numbers}: {text}")
        gathered = sorted(self._by_text.items(), key=lambda entry: entry[1][0])
        told = [place.format(numbers=numbered(numbers), text=text) for text, numbers in gathered]
        return (*self._general, *told)
