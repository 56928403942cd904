"""Citizen service numbers (BSN): left out at the door, as Balie has no ground to keep them."""

from reception_assistant.agenda.readers.fhir.access import Fields
from reception_assistant.i18n import ngettext
from reception_assistant.text import digits

# The web address and the number by which FHIR and HL7 in the Netherlands name the BSN.
_SYSTEMS = ("fhir.nl/fhir/namingsystem/bsn", "2.16.840.1.113883.2.4.6.3")
_CODE = "NNNLD"
_NO_PUNCTUATION = str.maketrans("", "", " .-")


class BsnFilter:
    """Takes the BSNs out of identifiers while a file is read, and knows them again as a number."""

    def __init__(self) -> None:
        self._count = 0
        self._seen: set[str] = set()

    def take_out(self, fields: Fields) -> None:
        """Leave the value out of `fields` when that is an identifier that holds a BSN."""
        value = fields.get("value")
        if isinstance(value, int):
            value = str(value)
        if not isinstance(value, str) or not (_says_so(fields) and value.strip()):
            return
        del fields["value"]
        self._count += 1
        if _bare(value).isdigit():
            self._seen.add(_key(value))

    def holds(self, number: str) -> bool:
        """Tell whether `number` is one of the BSNs that were left out."""
        return bool(self._seen) and _bare(number).isdigit() and _key(number) in self._seen

    @property
    def remark(self) -> str:
        """What to tell about it; empty when there was none."""
        if not self._count:
            return ""
        return ngettext(
            "In dit bestand staat {count} burgerservicenummer (BSN). Balie neemt dat niet over.",
            "In dit bestand staan {count} burgerservicenummers (BSN). Balie neemt die niet over.",
            self._count,
        ).format(count=self._count)


def _says_so(fields: Fields) -> bool:
    system = fields.get("system")
    if isinstance(system, str) and system.rstrip("/ ").lower().endswith(_SYSTEMS):
        return True
    kind = fields.get("type")
    coding = kind.get("coding") if isinstance(kind, dict) else None
    return isinstance(coding, list) and any(
        isinstance(each, dict) and each.get("code") == _CODE for each in coding
    )


def _bare(number: str) -> str:
    return number.translate(_NO_PUNCTUATION)


def _key(number: str) -> str:
    return digits(number).lstrip("0")
