"""A name that arrives in one field, taken apart only where its pattern is certain."""

import re
from dataclasses import dataclass

from reception_assistant.naming.person import Country, PersonName, Salutation
from reception_assistant.naming.prefixes import MOST_WORDS, PREFIX_WORDS, PREFIXES

_SALUTATIONS = {
    "dhr": Salutation.MENEER,
    "hr": Salutation.MENEER,
    "meneer": Salutation.MENEER,
    "mijnheer": Salutation.MENEER,
    "de heer": Salutation.MENEER,
    "mevr": Salutation.MEVROUW,
    "mw": Salutation.MEVROUW,
    "mevrouw": Salutation.MEVROUW,
}
# More persons than one, relations, ranks and titles: never a part of one plain name.
_NOT_A_NAME = (
    "en of und and et eo ev geb geboren fam familie gezin echtpaar wed weduwe weduwnaar erven mej"
    " mejuffrouw juffrouw jr sr junior senior zn zoon dochter baby kind ouders moeder vader tav"
    " dhr hr meneer mijnheer mevr mw mevrouw dr drs prof mr ir ing ds bc bv nv b.v n.v"
)
_OTHER_WORDS = frozenset(_NOT_A_NAME.split())
# Signs that stand for a second fact: digits, brackets, slashes, a hyphen between spaces.
_UNSURE = re.compile(r"[^\w\s.,'’‘`´‐‑-]|[\d_]|(?:^|\s)[-‐‑]|[-‐‑](?:\s|$)|[-‐‑]{2}|\.{2}")
# Letters with a full stop each, and the letter pairs that Dutch initials keep together.
_INITIALS = re.compile(
    r"(?:(?:[^\W\d_]|Th|Ch|Chr|Ph|Fr|Sj|Tj|Ij|IJ|Joh|Jac|TH|CH|CHR|PH|FR|SJ|TJ|JOH|JAC)\.-?)+"
)
_HYPHEN = re.compile("[-‐‑]")
_STRAIGHT = str.maketrans("’‘`´", "''''")
_LEADING = "'’‘`´"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What surrounds the words: the salutation in front, and whether all is in capitals."""

    salutation: Salutation
    shouting: bool
    country: Country


def take_apart(text: str, country: Country = Country.NETHERLANDS) -> PersonName:
    """Return the parts of a name in one field, or the whole as received where that is not certain.

    Certain are "Vries, J. de", "Jansen, Piet", "dhr. J.P. van der Berg", "J. de Vries" and
    "mevrouw De Vries" (domain: names.md). No letter is changed; of the salutation only the choice
    is kept, as it is the source's own statement.
    """
    words = text.split()
    whole = " ".join(words)
    unsure = PersonName(as_received=whole, country=country)
    if not whole or _UNSURE.search(whole):
        return unsure
    salutation, words = _salutation(words)
    head, comma, tail = " ".join(words).partition(",")
    front, back = head.split(), tail.split()
    if comma and salutation is Salutation.UNKNOWN:
        salutation, back = _salutation(back)
    words = front + back
    if "," in tail or any(word.strip(".").casefold() in _OTHER_WORDS for word in words):
        return unsure
    shouting = " ".join(words).isupper()
    reading = _Reading(salutation=salutation, shouting=shouting, country=country)
    certain = _surname_first(front, back, reading) if comma else _reading_order(front, reading)
    return certain or unsure


def _salutation(words: list[str]) -> tuple[Salutation, list[str]]:
    """Return the form of address in front of a name, and the words after it."""
    for count in (2, 1):
        spoken = " ".join(words[:count]).casefold().removesuffix(".")
        if len(words) > count and spoken in _SALUTATIONS:
            return _SALUTATIONS[spoken], words[count:]
    return Salutation.UNKNOWN, words


def _reading_order(words: list[str], reading: _Reading) -> PersonName | None:
    """Read "J.P. van der Berg", and after a salutation also "De Vries" or "Jansen"."""
    count = _initials_at_start(words)
    initials, words = words[:count], words[count:]
    said = reading.salutation is not Salutation.UNKNOWN
    if not words or not (initials or said):
        return None
    # Dutch writes mevrouw De Vries but mevrouw A. de Vries; a Belgian capital is always possible.
    capital = reading.country is Country.BELGIUM or not initials
    prefix, surname = _prefix_at_start(words, reading, capital=capital)
    # Without initials, two words may be a first name and a surname, or one surname.
    if not (_is_surname(surname, reading) or (initials and _are_names(surname))):
        return None
    return _name(reading, initials=initials, prefix=prefix, surname=surname)


def _surname_first(head: list[str], tail: list[str], reading: _Reading) -> PersonName | None:
    """Read "Vries, J. de", "de Vries, Jan" and "Veld, in 't"."""
    if not head or not tail:
        return None
    front, surname = _prefix_at_start(head, reading, capital=reading.country is Country.BELGIUM)
    first, prefix = _prefix_at_end(tail, reading)
    initials = first if _are_initials(first) else []
    given = [] if initials else first
    if (front and prefix) or not _are_given_names(given, reading):
        return None
    # Several words and only a first name: "Piet Jansen, Bello" is somebody and his dog.
    if not (_is_surname(surname, reading) or (_are_names(surname) and (initials or prefix))):
        return None
    return _name(reading, given=given, initials=initials, prefix=front or prefix, surname=surname)


def _name(
    reading: _Reading,
    *,
    prefix: list[str],
    surname: list[str],
    initials: list[str],
    given: list[str] | None = None,
) -> PersonName:
    """Return the parts as the facts of a person."""
    return PersonName(
        given_name=" ".join(given or ()),
        initials=" ".join(initials),
        prefix=" ".join(prefix),
        surname=" ".join(surname),
        salutation=reading.salutation,
        country=reading.country,
    )


def _prefix_at_start(
    words: list[str], reading: _Reading, *, capital: bool
) -> tuple[list[str], list[str]]:
    """Split a prefix off the front; `capital` allows a capital there."""
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        if _is_prefix(words[:count], reading, capital=capital):
            return words[:count], words[count:]
    first = words[0]
    if first[:1] == "d" and first[1:2] in {"'", "’"} and _is_name(first[2:]):
        return [first[:2]], [first[2:], *words[1:]]
    return [], words


def _prefix_at_end(words: list[str], reading: _Reading) -> tuple[list[str], list[str]]:
    """Split the longest prefix off the end of what follows the comma."""
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        if _is_prefix(words[-count:], reading, capital=False):
            return words[:-count], words[-count:]
    return words, []


def _is_prefix(words: list[str], reading: _Reading, *, capital: bool) -> bool:
    """Tell whether the words are a prefix in small letters, or in capitals where all is."""
    text = " ".join(words).translate(_STRAIGHT)
    if reading.shouting or (capital and reading.country is Country.BELGIUM):
        text = text.lower()
    elif capital:
        text = text[0].lower() + text[1:]
    return text in PREFIXES


def _initials_at_start(words: list[str]) -> int:
    """Return how many words in front are initials."""
    for count, word in enumerate(words):
        if not _INITIALS.fullmatch(word) or word[0].islower():
            return count
    return len(words)


def _are_initials(words: list[str]) -> bool:
    """Tell whether all words are initials; after a comma one letter may lack its full stop."""
    if len(words) == 1 and len(words[0]) == 1:
        return words[0].isupper()
    return bool(words) and _initials_at_start(words) == len(words)


def _are_given_names(words: list[str], reading: _Reading) -> bool:
    """Tell whether all words are first names; "JP" or "Jan D" may be initials as well."""
    return all(
        _is_name(word) and not (word.isupper() and (len(word) <= 2 or not reading.shouting))  # noqa: PLR2004
        for word in words
    )


def _are_names(words: list[str]) -> bool:
    """Tell whether all words are names, with small prefixes only in between."""
    if not words or _HYPHEN.split(words[-1])[-1].lower() in PREFIX_WORDS:
        return False
    return all(
        _is_name(word) or (0 < place < len(words) - 1 and word.translate(_STRAIGHT) in PREFIX_WORDS)
        for place, word in enumerate(words)
    )


def _is_surname(words: list[str], reading: _Reading) -> bool:
    """Tell whether the words are one surname: "Berg", "Berg-de Wit", not "Piet Jansen"."""
    first, *others = _HYPHEN.split(" ".join(words))
    if not _is_name(first) or " " in first:
        return False
    for other in others:
        *prefix, name = other.split()
        if not _is_name(name) or (prefix and not _is_prefix(prefix, reading, capital=False)):
            return False
    return True


def _is_name(word: str) -> bool:
    """Tell whether `word` can be a name: a capital (or a script without), no prefix, no stop."""
    letters = word.lstrip(_LEADING)
    return (
        letters[:1].isalpha()
        and not letters[0].islower()
        and "." not in word
        and word.lower() not in PREFIX_WORDS
    )
