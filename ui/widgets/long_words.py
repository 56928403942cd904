"""Words that are wider than their place: they may go on on the next line, but are never cut off."""

import re
from collections.abc import Callable

_BREAK = "\u200b"  # shows nothing, and a line may end there
_WORD = r"[^\s\u200b]+"
_CLUSTER = r".[\u200d\u0300-\u036f]*"
"""A letter with its accents and joiners."""


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
    parts: list[str] = []
    carried = False
    for cluster in re.findall(_CLUSTER, word):
        before = parts[-1] if parts else ""
        at_hyphen = before.endswith("-") and cluster != "-" and not carried
        if before and not at_hyphen and advance(before + cluster[0]) <= room:
            parts[-1] = before + cluster
        elif cluster == "-" and (last := re.findall(_CLUSTER, before)[1:]):
            parts[-1] = before.removesuffix(last[-1])  # a line does not begin with a hyphen
            parts.append(last[-1] + cluster)
            carried = True
        else:
            parts.append(cluster)
            carried = False
    return _BREAK.join(parts)
