"""From the names that FHIR has of somebody to the parts of one (nl-core: zib Naamgegevens)."""

from datetime import date
from typing import NamedTuple

from reception_assistant.agenda.readers.fhir.access import Part, code_in, extension, is_current
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.person import NameUse, PersonName, Salutation
from reception_assistant.naming.surname import first_name, joined, known, surname_in_use
from reception_assistant.text import fold

LONGEST_NAME = 200

_ORDERS = {
    "NL1": NameUse.OWN,
    "NL2": NameUse.PARTNER,
    "NL3": NameUse.PARTNER_OWN,
    "NL4": NameUse.OWN_PARTNER,
}
_USES = {"official": 0, "usual": 1, "": 2}
_OTHER_USE = 3
_FORMER = frozenset({"old", "maiden"})
_GIVEN, _CALL, _INITIAL = "BR", "CL", "IN"
_SALUTATIONS = {
    "dhr": Salutation.MENEER,
    "hr": Salutation.MENEER,
    "heer": Salutation.MENEER,
    "de heer": Salutation.MENEER,
    "meneer": Salutation.MENEER,
    "mijnheer": Salutation.MENEER,
    "mevr": Salutation.MEVROUW,
    "mw": Salutation.MEVROUW,
    "mevrouw": Salutation.MEVROUW,
}


class _Family(NamedTuple):
    """The surname, whole or in its parts."""

    prefix: str = ""
    surname: str = ""
    name_use: NameUse = NameUse.OWN
    partner_prefix: str = ""
    partner_surname: str = ""


def name_of(person: Part, today: date) -> PersonName | None:
    """Return the name that somebody has `today`, or None; raises when it is far too long.

    The official name counts before the usual one, and one with a surname before one without. A
    former name counts only when there is no other.
    """
    names = person.parts("name")
    current = [human for human in names if is_current(human.part("period"), today)] or names
    for human in sorted(current, key=_rank):
        name = _name(human)
        if name:
            return name if name.call_name else _with_call_name(name, human, current)
    return None


def name_shown(shown: str) -> PersonName:
    """Return the name in a text of one field; raises when it is far too long."""
    return take_apart(_short(shown))


def written(name: PersonName) -> str:
    """Return a name as it is written for somebody who works here, or who comes along."""
    if name.as_received:
        return name.as_received
    first = first_name(name) or known(name.initials)
    return " ".join(filter(None, (name.title, first, joined(*surname_in_use(name)))))


def _rank(human: Part) -> tuple[bool, bool, int]:
    use = human.text("use")
    nameless = not (human.text("family") or human.text("text") or human.part("_family"))
    return use in _FORMER, nameless, _USES.get(use, _OTHER_USE)


def _name(human: Part) -> PersonName | None:
    salutation, title = _before_the_name(human.texts("prefix"))
    given, call_name, initials = _given_names(human)
    family = _family(human)
    text = human.text("text")
    if text and not (family.surname or family.partner_surname):
        apart = name_shown(text)
        return apart._replace(salutation=salutation or apart.salutation, title=title or apart.title)
    name = PersonName(
        given_name=given,
        call_name=call_name,
        initials=initials,
        prefix=family.prefix,
        surname=family.surname,
        name_use=family.name_use,
        partner_prefix=family.partner_prefix,
        partner_surname=family.partner_surname,
        salutation=salutation,
        title=title,
    )
    for part in name:
        _short(str(part))
    said = (given, call_name, initials, family.surname, family.partner_surname)
    return name if any(said) else None


def _family(human: Part) -> _Family:
    """Return the parts of the surname, which count only where the order of them is told."""
    whole = human.text("family")
    use = _ORDERS.get(code_in(extension(human, "humanname-assembly-order")).upper())
    if not use:
        return _Family(surname=whole)
    beside = human.part("_family")
    own, own_prefix, partner, partner_prefix = (
        extension(beside, f"humanname-{part}").text("valueString")
        for part in ("own-name", "own-prefix", "partner-name", "partner-prefix")
    )
    needed = {NameUse.OWN: own, NameUse.PARTNER: partner}.get(use, own or partner)
    if not needed:
        return _Family(surname=whole)
    return _Family(own_prefix if own else "", own, use, partner_prefix, partner)


def _given_names(human: Part) -> tuple[str, str, str]:
    """Return given names, call name and initials; one without a qualifier is a given name."""
    found: dict[str, list[str]] = {_GIVEN: [], _CALL: [], _INITIAL: []}
    beside = human.places("_given")
    for place, text in enumerate(human.texts("given")):
        told = _qualifiers(beside[place]) if place < len(beside) else set()
        for kind in told & found.keys() or {_GIVEN}:
            if text:
                found[kind].append(text)
    stops = all(text.endswith(".") for text in found[_INITIAL])
    return (
        " ".join(found[_GIVEN]),
        " ".join(found[_CALL]),
        ("" if stops else " ").join(found[_INITIAL]),
    )


def _qualifiers(beside: Part) -> set[str]:
    return {
        code_in(each).upper()
        for each in beside.parts("extension")
        if each.text("url").endswith("EN-qualifier")
    }


def _with_call_name(name: PersonName, chosen: Part, names: list[Part]) -> PersonName:
    # nl-core of R4 has the call name as a usual name of its own, with nothing but a given name.
    if not (name.surname or name.partner_surname):
        return name
    for human in names:
        if human is chosen or human.text("use") != "usual" or human.text("family"):
            continue
        given, call_name, _initials = _given_names(human)
        return name._replace(call_name=_short(call_name or given))
    return name


def _before_the_name(prefixes: list[str]) -> tuple[Salutation, str]:
    """Return the form of address where the source itself says it, and the titles."""
    salutation = Salutation.UNKNOWN
    titles = []
    for prefix in filter(None, prefixes):
        spoken, rest = _salutation(prefix)
        salutation = salutation or spoken
        titles.append(rest)
    return salutation, " ".join(filter(None, titles))


def _salutation(prefix: str) -> tuple[Salutation, str]:
    words = _short(prefix).split()
    for count in (2, 1):
        spoken = _SALUTATIONS.get(fold(" ".join(words[:count])))
        if spoken:
            return spoken, " ".join(words[count:])
    return Salutation.UNKNOWN, prefix


def _short(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise NotUnderstoodError(
            _("De naam is te lang: {count} tekens, hoogstens {limit}.").format(
                count=len(text), limit=LONGEST_NAME
            )
        )
    return text
