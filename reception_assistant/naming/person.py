"""The parts of a name, as a person is registered."""

from enum import StrEnum
from typing import NamedTuple


class NameUse(StrEnum):
    """Which surnames somebody uses (codes of the Dutch BRP, "aanduiding naamgebruik")."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_OWN = "V"
    OWN_PARTNER = "N"


class Salutation(StrEnum):
    """The form of address that somebody chose; never derived from a first name or a sex."""

    MENEER = "m"
    MEVROUW = "v"
    UNKNOWN = ""


class Pronoun(StrEnum):
    """How somebody wants to be spoken to; UNKNOWN follows the age."""

    U = "u"
    JE = "je"
    UNKNOWN = ""


class Country(StrEnum):
    """The country whose rules the name follows."""

    NETHERLANDS = "NL"
    BELGIUM = "BE"


class PersonName(NamedTuple):
    """All parts of a name, letter for letter as registered; an unknown part is empty.

    `as_received` holds a name in one field that could not be taken apart with certainty: it is
    shown as it stands, without meneer or mevrouw, and marked to be looked at.
    """

    given_name: str = ""
    call_name: str = ""
    initials: str = ""
    prefix: str = ""
    surname: str = ""
    name_use: NameUse = NameUse.OWN
    partner_prefix: str = ""
    partner_surname: str = ""
    salutation: Salutation = Salutation.UNKNOWN
    pronoun: Pronoun = Pronoun.UNKNOWN
    title: str = ""
    title_spoken: bool = False
    country: Country = Country.NETHERLANDS
    as_received: str = ""
