"""How somebody is addressed aloud: the spoken name, u or je, and the age that decides."""

from datetime import date

from reception_assistant.i18n import N_, _
from reception_assistant.naming.person import Country, PersonName, Pronoun, Salutation
from reception_assistant.naming.surname import (
    APOSTROPHES,
    first_name,
    joined,
    known,
    surname_in_use,
)

_FIRST_NAME_BELOW = 12
_ADULT_FROM = 18
_SALUTATIONS = {
    Salutation.MENEER: N_("meneer {name}"),
    Salutation.MEVROUW: N_("mevrouw {name}"),
}
_TITLES = {
    "professor": N_("professor"),
    "prof": N_("professor"),
    "prof dr": N_("professor"),
    "dominee": N_("dominee"),
    "ds": N_("dominee"),
    "pastoor": N_("pastoor"),
    "rabbijn": N_("rabbijn"),
    "imam": N_("imam"),
    "dokter": N_("dokter"),  # a physician
    "dr": N_("doctor"),  # somebody with a doctor's degree who is not one
    "doctor": N_("doctor"),
}
_NOBLE_TITLES = {
    "baron": N_("baron"),
    "barones": N_("barones"),
    "graaf": N_("graaf"),
    "gravin": N_("gravin"),
    "hertog": N_("hertog"),
    "hertogin": N_("hertogin"),
    "markies": N_("markies"),
    "markiezin": N_("markiezin"),
    "ridder": N_("ridder"),
    "prins": N_("prins"),
    "prinses": N_("prinses"),
    "jonkheer": N_("jonkheer"),
    "jhr": N_("jonkheer"),
    "jonkvrouw": N_("jonkvrouw"),
    "jkvr": N_("jonkvrouw"),
}


def age_on(birth_date: date, day: date) -> int:
    """Return the age in whole years on `day`; who is born on 29 February ages on 1 March.

    A birth date after `day` gives a negative age, which no rule takes for a child.
    """
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def pronoun(name: PersonName, age: int | None = None) -> Pronoun:
    """Return u or je: the person's own choice, else je below 18 (domain: names.md)."""
    if name.pronoun:
        return name.pronoun
    return Pronoun.JE if _below(_ADULT_FROM, age) else Pronoun.U


def spoken_name(name: PersonName, age: int | None = None) -> str:
    """Return the name to say aloud, empty when nothing is known (domain: Onze Taal, BRP)."""
    received = known(name.as_received)
    first = first_name(name)
    child = _below(_FIRST_NAME_BELOW, age)
    if received or (child and first):
        return received or first
    first = first or known(name.initials)
    prefix, surname = surname_in_use(name)
    if not surname:
        return first
    minor = _below(_ADULT_FROM, age)
    title = known(name.title) if name.title_spoken and not minor else ""
    if title:
        return _titled(title, prefix, surname, name.country)
    # A child whose first name is not known is addressed as an adult.
    salutation = name.salutation if child or not minor else Salutation.UNKNOWN
    if first and not salutation:
        return f"{first} {joined(prefix, surname)}"
    surname = _capitalised(prefix, surname, name.country)
    return _(_SALUTATIONS[salutation]).format(name=surname) if salutation else surname


def _below(limit: int, age: int | None) -> bool:
    """Tell whether `age` is known and below `limit`; a negative one is a wrong birth date."""
    return age is not None and 0 <= age < limit


def _titled(title: str, prefix: str, surname: str, country: Country) -> str:
    """Return title and surname: a prefix gets a capital, after a noble title it stays small."""
    key = " ".join(title.casefold().replace(".", " ").split())
    if key in _NOBLE_TITLES:
        return f"{_(_NOBLE_TITLES[key])} {joined(prefix, surname)}"
    spoken = _(_TITLES[key]) if key in _TITLES else title
    if key.rpartition(" ")[2] in _NOBLE_TITLES:  # "mr. baron": the noble title stands in front
        return f"{spoken} {joined(prefix, surname)}"
    return f"{spoken} {_capitalised(prefix, surname, country)}"


def _capitalised(prefix: str, surname: str, country: Country) -> str:
    """Return the surname as it starts a name: De Vries, 't Hart, d'Ancona (domain: Onze Taal)."""
    if not prefix:
        return surname
    if country != Country.BELGIUM:
        large = prefix[0].upper()
        elided = prefix[0] == "d" and prefix[1:2] and prefix[1] in APOSTROPHES
        # A letter without a capital of its own (ſ, ŉ) stays as registered.
        if not elided and large.lower() == prefix[0]:
            prefix = large + prefix[1:]
    return joined(prefix, surname)
