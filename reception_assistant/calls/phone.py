"""Telephone numbers: read however they are written, compared, and shown as people write them."""

import re
from contextlib import suppress
from typing import NamedTuple

from reception_assistant.agenda.finding import phone_key
from reception_assistant.naming.person import Country

_LONGEST = 120
_SHORTEST = 8  # digits without the 0; what is shorter has to be a number that exists
_SCHEME = re.compile(r"(?:tel|callto|sips?):/*", re.IGNORECASE)
_ALONE = re.compile(r"[+(\d][\d\s().;/ext=-]*")


class Number(NamedTuple):
    """A telephone number: `key` for comparing and finding, `shown` for reading.

    `dialled` is how any telephone reaches it: with its country (E.164).
    """

    key: str
    shown: str
    dialled: str


def read_number(text: str, country: Country = Country.NETHERLANDS) -> Number | None:
    """Return the number in `text`, as it is dialled from `country`; None when there is none.

    A link (tel:) is read as well, as programs hand a number over, and a number with a remark.
    """
    # It takes a tenth of a second to load, and most starts need no number.
    import phonenumbers  # late: start  # noqa: PLC0415

    bare = _bare(text)
    found = None
    if _ALONE.fullmatch(bare):
        with suppress(phonenumbers.NumberParseException):
            found = phonenumbers.parse(bare, country.value)
    if found is None:
        first = next(iter(phonenumbers.PhoneNumberMatcher(bare, country.value)), None)
        found = first.number if first else None
    if found is None or not phonenumbers.is_possible_number(found):
        return None
    found.extension = None
    if len(str(found.national_number)) < _SHORTEST and not phonenumbers.is_valid_number(found):
        return None
    dialled = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
    abroad = found.country_code != phonenumbers.country_code_for_region(country.value)
    form = phonenumbers.PhoneNumberFormat
    shown = phonenumbers.format_number(found, form.INTERNATIONAL if abroad else form.NATIONAL)
    return Number(phone_key(dialled), shown, dialled)


def number_key(text: str) -> str:
    """Return what number calls are compared by: its digits where it cannot be read as one."""
    read = read_number(text) if text else None
    return read.key if read else phone_key(text)


def _bare(text: str) -> str:
    """Return `text` as a number: without the scheme of a link, and not endless."""
    bare = text.strip()[:_LONGEST]
    scheme = _SCHEME.match(bare)
    return bare[scheme.end() :].replace("%2B", "+").replace("%20", " ") if scheme else bare
