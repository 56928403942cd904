"""From the bytes of a calendar to its lines: folded ones made whole, each in its own place."""

from collections.abc import Iterator

from msgspec import Struct

from reception_assistant.agenda.readers.cells import strange
from reception_assistant.agenda.readers.decoding import LONGEST_LINE, decode
from reception_assistant.agenda.readers.pieces import pieces
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _

MOST_BYTES = 20_000_000

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 65_536
_WHITE = b" \t"
_PRINTABLE = b"quoted-printable"
_HEAD = 200


class CalendarLines(Struct, frozen=True, kw_only=True):
    """The lines of a calendar: `lines[0]` is line 1 of the file.

    A line that went on over several others is whole, and those others are empty. `cut` are the
    numbers of lines that were far too long, of which only the beginning is there. `hidden` tells
    that there are letters that nobody can see.
    """

    lines: list[str]
    cut: tuple[int, ...]
    hidden: bool
    remarks: tuple[str, ...]


def calendar_lines(data: bytes) -> CalendarLines:
    """Return the lines of `data`; raises `UnreadableFileError` if empty, too big or no text."""
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(
            _("Het bestand is te groot: {size} MB, hoogstens {most} MB.").format(
                size=-(-len(data) // 1_000_000), most=MOST_BYTES // 1_000_000
            ),
            _("Maak een bestand van een kortere periode, of van één agenda tegelijk."),
        )
    remarks: tuple[str, ...] = ()
    if data.startswith(_UTF16_MARKS) or b"\0" in data[:_SAMPLE]:
        wide = decode(data)
        data, remarks = wide.text.encode(), wide.remarks
    # Folded before it is decoded: some programs fold in the middle of a letter of two bytes.
    whole, cut = _unfolded(data)
    decoded = decode(b"\n".join(whole))
    lines = [""]
    for piece in pieces(decoded.text, "\n"):  # each goes on in the last line, empty so far
        lines[-1:] = piece.split("\n")
    return CalendarLines(
        lines=lines,
        cut=tuple(cut),
        hidden=strange(decoded.text).hidden,
        remarks=(*remarks, *decoded.remarks),
    )


def _unfolded(data: bytes) -> tuple[list[bytes], list[int]]:
    """Return the lines with the ones that go on made whole, and the numbers of those cut short."""
    printable = any(_PRINTABLE in piece.lower() for piece in pieces(data, b"\n"))
    lines: list[bytes] = []
    cut: list[int] = []
    start, going_on, soft = -1, [b""], False
    for line in _physical(data):
        if soft and line and going_on[-1].endswith(b"="):
            going_on[-1] = going_on[-1][:-1]
            going_on.append(line)
            line = b""  # noqa: PLW2901  it stands with the line that it goes on with
        elif line and line[0] in _WHITE and start >= 0:
            going_on.append(line[1:])
            line = b""  # noqa: PLW2901
        elif line:
            _close(lines, start, going_on, cut)
            start, going_on = len(lines), [line]
            soft = printable and _PRINTABLE in line[:_HEAD].lower()
        lines.append(line)
    _close(lines, start, going_on, cut)
    return lines, cut


def _physical(data: bytes) -> Iterator[bytes]:
    for piece in pieces(data, b"\n"):
        yield from (
            piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removesuffix(b"\n").split(b"\n")
        )


def _close(lines: list[bytes], start: int, going_on: list[bytes], cut: list[int]) -> None:
    if start < 0:
        return
    whole = b"".join(going_on) if len(going_on) > 1 else going_on[0]
    if len(whole) > LONGEST_LINE:
        whole = whole[:LONGEST_LINE]
        cut.append(start + 1)
    lines[start] = whole
