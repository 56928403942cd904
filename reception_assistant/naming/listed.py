"""Names in lists: as shown, as sorted, and in full for searching."""

from reception_assistant.i18n import _
from reception_assistant.naming.person import Country, NameUse, PersonName
from reception_assistant.naming.surname import first_name, joined, known, surname_in_use
from reception_assistant.text import fold

_LAST = "~"  # sorts after every letter of the Latin alphabet


def list_name(name: PersonName) -> str:
    """Return the name for a list: "Vries, Jan de"; in Belgium "De Smet, Luc" (domain: BRP)."""
    received = known(name.as_received)
    if received:
        return received
    head, first, prefix = _list_parts(name)
    tail = f"{first} {prefix}" if first and prefix else first or prefix
    if head:
        return f"{head}, {tail}" if tail else head
    if not (_said_unknown(name) or (first and prefix)):
        return tail  # only one part is known
    unknown = _("(achternaam onbekend)")
    return f"{unknown}, {tail}" if tail else unknown


def sort_key(name: PersonName) -> str:
    """Return what a list is sorted by, "vries|jan|de"; an unknown surname comes last.

    The IJ sorts under i, as two letters (domain: Taaladvies); a single known part is its own key.
    """
    received = known(name.as_received)
    if received:
        return f"{fold(received)}||"
    head, first, prefix = _list_parts(name)
    if not (head or prefix or _said_unknown(name)):
        head, first = first, ""  # listed by the one name that there is
    return f"{fold(head) if head else _LAST}|{fold(first)}|{fold(prefix)}"


def full_name(name: PersonName) -> str:
    """Return every known part in reading order, for finding somebody by any of their names."""
    received = known(name.as_received)
    if received:
        return received
    call, given = known(name.call_name), known(name.given_name)
    own = _whole(name.prefix, name.surname)
    partner = _whole(name.partner_prefix, name.partner_surname)
    partner_first = name.name_use in (NameUse.PARTNER, NameUse.PARTNER_OWN)
    parts = (
        call if call != given else "",
        given,
        known(name.initials),
        partner if partner_first else own,
        own if partner_first else partner,
    )
    return " ".join([part for part in parts if part])


def _list_parts(name: PersonName) -> tuple[str, str, str]:
    """Return the head of a list name, the first name or initials, and the prefix at the end."""
    first = first_name(name) or known(name.initials)
    prefix, surname = surname_in_use(name)
    if not surname:
        return "", first, known(name.prefix)
    if name.country == Country.BELGIUM:
        return joined(prefix, surname), first, ""
    return surname, first, prefix


def _said_unknown(name: PersonName) -> bool:
    """Tell whether the surname is registered as unknown ("."), and not just left out."""
    return bool(name.surname) and not known(name.surname)


def _whole(prefix: str, surname: str) -> str:
    """Return a prefix and a surname, or the one of the two that is known."""
    prefix, surname = known(prefix), known(surname)
    return joined(prefix, surname) if surname else prefix
