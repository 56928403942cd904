"""Finding somebody while typing: what of a person can be found, and what is being looked for.

Every word stands after two spaces in the text that is searched, so that one index over three
letters at a time finds the start of a word from one letter on, and any three letters in a row.
"""

import re
from collections.abc import Iterable
from datetime import date

from reception_assistant.agenda.day import Visit
from reception_assistant.text import digits, fold

_WORD_START = "  "
_ANYWHERE_FROM = 3
_APOSTROPHES = ("'", "’")
# Between spaces only a whole year makes a date: "06 12 34" is the start of a phone number.
_DATE = re.compile(
    r"(\d{1,2})[-/. ](\d{1,2})[-/. ]((?:18|19|20)\d\d)|(\d{1,2})[-/.](\d{1,2})[-/.](\d\d)"
    r"|(\d{4})-(\d{1,2})-(\d{1,2})",
    re.ASCII,
)
_NUMBER = re.compile(r"[+(]*\d[\d\s().-]*", re.ASCII)
_INTERNATIONAL = ("0031", "0032")


def phone_key(phone: str) -> str:
    """Return the digits of a phone number for comparing, as dialled within the country."""
    found = digits(phone)
    if phone.lstrip().startswith("+"):
        found = "00" + found
    for prefix in _INTERNATIONAL:
        if found.startswith(prefix):
            national = found.removeprefix(prefix)
            return national if national.startswith("0") else "0" + national
    return found


def words_of(names: Iterable[str], birth_date: str, phone: str) -> str:
    """Return the text in which a person is found: name parts, birth date (ISO) and phone."""
    words: list[str] = []
    before = ""
    for name in filter(None, names):
        words += fold(name).split()
        if before.endswith(_APOSTROPHES):  # d' and Ancona are looked for as d'Ancona
            words += fold(before.rsplit(maxsplit=1)[-1] + name).split()[:1]
        before = name
    if phone:
        words.append(phone_key(phone))
    if birth_date:
        words += (birth_date.replace("-", ""), _day_first(birth_date))
    return _WORD_START + _WORD_START.join(words)


def phrases(typed: str, today: date) -> list[str]:
    """Return what must all occur in the text of a person; empty when nothing was typed.

    One or two letters must start a word, three or more may stand anywhere; a birth date is known
    in the usual forms, a phone number with or without its country.
    """
    typed = typed.encode("utf-8", "ignore").decode().replace("\0", "")
    found = _DATE.fullmatch(typed.strip())
    if found:
        # One of the two spaces is enough for the start of a long word, and is found sooner.
        return [f" {_written_date(found, today)}"]
    if _NUMBER.fullmatch(typed.strip()):
        number = phone_key(typed)
        return [number if len(number) >= _ANYWHERE_FROM else _WORD_START + number]
    return [
        word if len(word) >= _ANYWHERE_FROM else _WORD_START + word for word in fold(typed).split()
    ]


def _day_first(birth_date: str) -> str:
    year, month, day = birth_date.split("-")
    return f"{day}{month}{year}"


def _written_date(found: re.Match[str], today: date) -> str:
    day, month, year, short_day, short_month, short_year, *iso = found.groups()
    if year:
        return f"{int(day):02d}{int(month):02d}{year}"
    if short_year:
        # A birth date lies in the past: 65 is 1965, 12 is 2012.
        century = "20" if int(short_year) <= today.year % 100 else "19"
        return f"{int(short_day):02d}{int(short_month):02d}{century}{short_year}"
    iso_year, iso_month, iso_day = iso
    return f"{iso_year}{int(iso_month):02d}{int(iso_day):02d}"


def visits_about(visits: Iterable[Visit], typed: str) -> list[Visit]:
    """Return the visits whose treatment, animal or practitioner has `typed` in it, or its time."""
    sought = fold(typed)
    if len(sought) < _ANYWHERE_FROM:
        return []
    return [
        visit
        for visit in visits
        if typed.strip() == f"{visit.start:%H:%M}"
        or any(
            sought in fold(text)
            for text in (visit.treatment, visit.plain, visit.animal, visit.practitioner)
        )
    ]
