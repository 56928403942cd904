"""Words that are wider than their place: they may go on on the next line, but are never cut off."""

import re
from collections.abc import Callable

_BREAK = "\u200b"  # shows nothing, and a line may end there
_WORD = r"[^\s\u200b]+"


def breakable(text: str, room: int, advance: Callable[[str], int]) -> str:
    """Return `text` with places to break in each word that is wider than `room` pixels."""
    if advance(text) <= room:
        return text
    return re.sub(_WORD, lambda found: _in_pieces(found[0], room, advance), text)


def whole(text: str) -> str:
    """Return `text` without the places to break."""
    return text.replace(_BREAK, "")


def pieces(text: str) -> list[str]:
    """Return the parts of `text` that stay together on one line."""
    return text.replace(_BREAK, " ").split()


def _in_pieces(word: str, room: int, advance: Callable[[str], int]) -> str:
    if advance(word) <= room:
        return word
    parts = [""]
    for letter in word:
        here = parts[-1] + letter
        apart = parts[-1] and not _belongs_to_the_last(letter)
        if apart and (parts[-1].endswith("-") or advance(here) > room):
            parts.append(letter)
        else:
            parts[-1] = here
    return _BREAK.join(parts)


def _belongs_to_the_last(letter: str) -> bool:
    """Tell whether `letter` is an accent or a joiner, or a hyphen, which ends a line."""
    return letter in "-\u200d" or "\u0300" <= letter <= "\u036f"
