"""Text with names between braces, filled in at the moment it is shown."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_PLACEHOLDER = re.compile(r"\{([^\W\d][\w-]*)(?:\|([^{}|]*))?\}")
_BRACE = re.compile(r"[{}]")

_BLANK = " \t\u00a0"
_PAUSES = ",;:"
_ENDS = ".!?…"
_CLOSES = f"{_ENDS})\n"
_PAIRS = {"(": ")", "“": "”", "„": "”", "‘": "’", "«": "»", '"': '"'}
_AFTER_A_WORD = re.compile(r"[\w)\"”’»%…]\Z")
# "o.a.", an initial, or one of the words that are written short; no sentence ends there.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:(?:\w\.)+|(?:dr|drs|ds|prof|mr|ir|mw|dhr|bijv|bv|enz|nr|ca)\.)\Z"
)
_FULL_STOP = re.compile(r"([\"”’»]?)\.(?!\.)")
# In "'s avonds" the next word gets the capital, and in "ijs" both letters do.
_FIRST_LETTER = re.compile(r"([\s\"“„(]*(?:['’]\w\b\s*)?['‘]?)(ij|\w)")


class Part(NamedTuple):
    """A piece of a text: `text` is what was written, so that all parts together are the text.

    `name` is what is filled in here, "" for plain text; `fallback` is None where there is none.
    `broken` is anything else with a brace in it, which nobody can fill in.
    """

    text: str
    name: str = ""
    fallback: str | None = None
    broken: bool = False


def parse(text: str) -> tuple[Part, ...]:
    """Take `text` apart into plain text and what stands between braces."""
    return tuple(_parts(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with `values` put in, as a sentence that can be said.

    An empty one takes its comma along, and what is in `values` is never read as a template.
    """
    if not _BRACE.search(text):
        return text
    pieces = _without_doubles([_piece(part, values) for part in parse(text)])
    said = _Said()
    for at, piece in enumerate(pieces):
        if piece.value:
            said.add_value(piece.text)
        elif piece.plain:
            said.add_plain(piece.text)
        else:
            following = pieces[at + 1].text if at + 1 < len(pieces) else ""
            pieces[at + 1 : at + 2] = [_Piece(said.leave_out(following), plain=True)]
    return said.text if text[-1].isspace() else said.without_space_behind()


class _Piece(NamedTuple):
    """Plain text, a value, or neither: then nothing is known for it and it is left out."""

    text: str = ""
    plain: bool = False

    @property
    def value(self) -> bool:
        return bool(self.text) and not self.plain


class _Said:
    """What is said so far: up to the last value, the plain text after it, and a capital to come."""

    def __init__(self) -> None:
        self._fixed = ""
        self._tail = ""
        self._capital = False

    @property
    def text(self) -> str:
        return self._fixed + self._tail

    def without_space_behind(self) -> str:
        return self._fixed + self._tail.rstrip()

    def add_value(self, text: str) -> None:
        self._fixed += self._tail + text
        self._tail, self._capital = "", False

    def add_plain(self, text: str) -> None:
        if self._capital:
            text, self._capital = _with_capital(text)
        if self._fixed and not self._tail and self._fixed[-1] in _ENDS:
            text = _FULL_STOP.sub(r"\1", text, count=1) if _FULL_STOP.match(text) else text
        self._tail += text

    def leave_out(self, following: str) -> str:
        """Close the gap where nothing is filled in; return what is left of the text behind it."""
        following = self._drop_pair(following)
        rest, head = following.lstrip(_BLANK), self._tail.rstrip(_BLANK)
        if self._at_start(head):
            self._capital = True
            return following.lstrip(f"{_BLANK}\n{_PAUSES}{_ENDS}")
        if not rest or rest[0] in _CLOSES:
            self._tail = head.rstrip(f"{_BLANK}{_PAUSES}–—")
            return rest
        if head.endswith(","):
            self._tail = head[:-1].rstrip(_BLANK)
            return rest if rest[0] in _PAUSES else f" {rest}"
        return self._close(head, following, rest)

    def _close(self, head: str, following: str, rest: str) -> str:
        """Close a gap in the middle of a sentence, with no comma before it."""
        opened = head == self._tail and head[-1:] in _PAIRS
        if rest[0] in _PAUSES:
            if not head or _AFTER_A_WORD.search(head):
                self._tail = head
                return rest
            return rest[1:].lstrip(_BLANK)
        if rest == following or opened:
            return rest
        self._tail = head
        return f" {rest}"

    def _drop_pair(self, following: str) -> str:
        """Take away brackets and quotation marks with nothing left between them."""
        while self._tail and following and _PAIRS.get(self._tail[-1]) == following[0]:
            self._tail, following = self._tail[:-1], following[1:]
        return following

    def _at_start(self, head: str) -> bool:
        """Tell whether a sentence starts here; `head` is the plain text before it."""
        if not head:
            return not self._fixed
        if "\n" in self._tail[len(head) :] or head[-1] == "\n":
            return True
        if head == self._tail and head[-1] in _PAIRS:
            return head[-1] != "("
        return head[-1] in ".!?" and not _SHORT.search(head)


def _parts(text: str) -> Iterator[Part]:
    closing = _closing(text)
    place = 0
    while found := _BRACE.search(text, place):
        at = found.start()
        if at > place:
            yield Part(text[place:at])
        place = closing.get(at, at) + 1
        written = text[at:place]
        if named := _PLACEHOLDER.fullmatch(written):
            yield Part(written, named[1], named[2])
        else:
            yield Part(written, broken=True)
    if place < len(text):
        yield Part(text[place:])


def _closing(text: str) -> dict[int, int]:
    """Return for each opening brace where it is closed; in one pass, as text may be hostile."""
    open_at: list[int] = []
    closing: dict[int, int] = {}
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            open_at.append(found.start())
        elif open_at:
            closing[open_at.pop()] = found.start()
    return closing


def _piece(part: Part, values: Mapping[str, str]) -> _Piece:
    if part.broken:
        return _Piece()
    if not part.name:
        return _Piece(part.text, plain=True)
    value = values.get(part.name, "")
    if not value.strip():
        value = part.fallback or ""
    return _Piece(value if value.strip() else "")


def _without_doubles(pieces: list[_Piece]) -> list[_Piece]:
    """Return `pieces` without the empty ones that only a space parts from another placeholder."""
    kept: list[_Piece] = []
    for piece in pieces:
        space = kept.pop() if len(kept) > 1 and _is_space(kept[-1]) and not kept[-2].plain else None
        before = kept[-1] if kept else None
        if before is None or before.plain or piece.plain:
            kept += [piece] if space is None else [space, piece]
        elif not before.text:
            kept[-1] = piece
        elif piece.text:
            kept += [piece] if space is None else [space, piece]
    return kept


def _is_space(piece: _Piece) -> bool:
    return piece.plain and not piece.text.strip(_BLANK)


def _with_capital(text: str) -> tuple[str, bool]:
    """Return `text` with the capital of a sentence, and whether it is still to come."""
    found = _FIRST_LETTER.match(text)
    if not found:
        return text, bool(not text.strip())
    return found[1] + found[2].upper() + text[found.end() :], False
