"""Letters made comparable: one way of folding for sorting, searching and matching."""

import re
import unicodedata

_DROPPED = "'’‘`´.\u00b7"
_SPACED = "-‐‑–—/_"
_PLAIN = str.maketrans(dict.fromkeys(_DROPPED, "") | dict.fromkeys(_SPACED, " "))
_NO_DIGITS = re.compile("[^0-9]+")
# Letters that Unicode does not take apart, as Dutch lists sort them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŀ": "l"}
)


def fold(text: str) -> str:
    """Return `text` for comparing: small letters, no accents, dots or apostrophes, hyphen as space.

    White space is collapsed; folding twice changes nothing.
    """
    if not text:
        return ""
    if not text.isascii():
        # A loose accent would come apart into a space and an accent.
        whole = text.replace("´", "")
        folded = unicodedata.normalize("NFKD", whole).casefold().translate(_LETTERS)
        text = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(text.lower().translate(_PLAIN).split())


def digits(text: str) -> str:
    """Return the digits of `text`, in order."""
    return _NO_DIGITS.sub("", text)
