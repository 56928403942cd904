"""The surname that somebody uses, put together from own and partner's name."""

from reception_assistant.naming.person import NameUse, PersonName

APOSTROPHES = "'’‘`´"
_UNKNOWN = "."  # what the Dutch registers write where a surname is not known (domain: BRP)


def known(part: str) -> str:
    """Return `part` of a name with single spaces, or nothing where it is unknown (a lone ".")."""
    if not part:
        return ""
    part = " ".join(part.split())
    return "" if part == _UNKNOWN else part


def first_name(name: PersonName) -> str:
    """Return the name by which somebody is called: the call name before the given names."""
    return known(name.call_name) or known(name.given_name)


def joined(prefix: str, surname: str) -> str:
    """Return `prefix` and `surname` in running order; after an apostrophe comes no space."""
    if not prefix:
        return surname
    return f"{prefix}{surname}" if prefix[-1] in APOSTROPHES else f"{prefix} {surname}"


def surname_in_use(name: PersonName) -> tuple[str, str]:
    """Return the prefix in front and the rest of the surname in use; both empty when unknown.

    (domain: BRP name use E, P, V, N; no partner name means E, an unknown own name the partner's)
    """
    own = known(name.surname)
    use = name.name_use
    if use == NameUse.OWN:
        return (known(name.prefix), own) if own else ("", "")
    partner = known(name.partner_surname)
    if not partner:
        return (known(name.prefix), own) if own else ("", "")
    own_prefix, partner_prefix = known(name.prefix), known(name.partner_prefix)
    if use == NameUse.PARTNER or not own:
        return partner_prefix, partner
    if use == NameUse.PARTNER_OWN:
        return partner_prefix, f"{partner}-{joined(own_prefix, own)}"
    return own_prefix, f"{own}-{joined(partner_prefix, partner)}"
