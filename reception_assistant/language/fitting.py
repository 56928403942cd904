"""Whether a plain word is still good Dutch where a word of the trade stood.

Where in doubt it is not: better a word of the trade than a crooked sentence. All words are folded.
"""

_JOINS = frozenset({"", "en", "of", "plus"})
_FOLLOWERS = _JOINS | {"met", "zonder", "in", "op", "bij", "na", "door", "nuchter"}
_PLACES = ("links", "rechts", "boven", "onder", "voor", "achter")
_ARTICLES = frozenset(
    {"de", "het", "t", "dit", "dat", "deze", "die", "elk", "ieder", "welk", "ons"}
)
_ADJECTIVES = frozenset(
    {"nieuw", "oud", "groot", "klein", "kort", "lang", "dubbel", "los", "heel", "half", "vast"}
    | {"diep", "hoog", "laag", "goed", "slecht", "snel", "acuut", "apart", "intern", "extern"}
)
_ADJECTIVE_ENDS = (
    "ig",
    "isch",
    "lijk",
    "eel",
    "aal",
    "iel",
    "ief",
    "iek",
    "gericht",
    "baar",
    "zaam",
    "loos",
)
_PARTICIPLE_ENDS = ("end", "erd")
_NO_ADJECTIVES = frozenset(
    {"controle", "prothese", "intake", "narcose", "visite", "anamnese", "diagnose", "mondhygiene"}
)
_TELLING = 4  # letters; shorter words may be said twice


def stands_alone(before: str, after: str) -> bool:
    """Tell whether the words on either side leave room for «tand of kies trekken»."""
    return before in _JOINS and (after in _FOLLOWERS or after.startswith(_PLACES))


def bends(before: str) -> bool:
    """Tell whether `before` follows the gender of what stands after it, as «nieuwe» does."""
    if before in _ARTICLES or before in _ADJECTIVES:
        return True
    if before.endswith("e"):
        return not before.endswith("ie") and before not in _NO_ADJECTIVES
    return before.endswith(_ADJECTIVE_ENDS) or before.endswith(_PARTICIPLE_ENDS)


def repeats(plain: list[str], others: list[str]) -> bool:
    """Tell whether a word would be said twice, as in «witte vulling vulling»."""
    return any(
        _is_part(one, other) or _is_part(other, one)
        for one in plain
        for other in others
        if len(one) >= _TELLING and len(other) >= _TELLING
    )


def _is_part(part: str, word: str) -> bool:
    return word.startswith(part) or word.endswith(part)
