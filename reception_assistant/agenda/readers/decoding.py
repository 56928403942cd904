"""From the bytes of a file to its text, in whatever encoding a practice system wrote it."""

import codecs
from typing import AnyStr

from msgspec import Struct

from reception_assistant.agenda.readers.pieces import pieces
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _

MOST_BYTES = 200_000_000
LONGEST_LINE = 1_000_000

_SAMPLE = 65_536
_BYTES_PER_LETTER = 4  # the most that one letter takes in any encoding that we read
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHER_KINDS = (b"%PDF", b"SQLite format 3\0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
_UNREADABLE = "\ufffd"
# Text with some of these is remarked, with more it is no text.
_STRANGE = frozenset(_UNREADABLE + "".join(map(chr, range(32)))) - frozenset("\t\n\r")
_FEW_STRANGE, _PART_STRANGE = 10, 0.02
_PADDING = "\0\x1a"  # old systems fill the last block of a file with these


class Decoded(Struct, frozen=True):
    """The text of a file, and what to say about how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; raises `UnreadableFileError` if empty, too big or no text."""
    _refuse_by_bytes(data)
    decoded = _decoded(data)
    text = decoded.text.rstrip(_PADDING)
    if not text or text.isspace():
        raise UnreadableFileError(_("Het bestand is leeg."), _("Kies een bestand met afspraken."))
    if _is_binary(text[:_SAMPLE]):
        raise _not_text()
    if _has_longer_line(text, ("\n", "\r"), LONGEST_LINE):
        raise _line_too_long()
    return Decoded(text, decoded.remarks)


def _refuse_by_bytes(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(
            _("Het bestand is te groot: {size} MB, hoogstens {most} MB.").format(
                size=-(-len(data) // 1_000_000), most=MOST_BYTES // 1_000_000
            ),
            _("Maak een lijst van een kortere periode."),
        )
    if data.startswith(_EXCEL):
        raise UnreadableFileError(
            _("Dit is een bestand van Excel of een ander programma, geen tekst."),
            _("Sla het daar op als CSV en kies dat bestand."),
        )
    if data.startswith(_OTHER_KINDS):
        raise _not_text()
    if _has_longer_line(data, (b"\n", b"\r"), LONGEST_LINE * _BYTES_PER_LETTER):
        raise _line_too_long()


def _decoded(data: bytes) -> Decoded:
    if data.startswith(codecs.BOM_UTF8):
        return _utf8_or_cp1252(data[len(codecs.BOM_UTF8) :])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _forgiving(data, "utf-16")
    if encoding := _utf16_without_mark(data[:_SAMPLE]):
        return _forgiving(data, encoding)
    return _utf8_or_cp1252(data)


def _utf16_without_mark(sample: bytes) -> str:
    # Dutch text in UTF-16 has a zero in nearly every second byte, and only there.
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if half and second > half * 0.6 and first < half * 0.1:
        return "utf-16-le"
    if half and first > half * 0.6 and second < half * 0.1:
        return "utf-16-be"
    return ""


def _utf8_or_cp1252(data: bytes) -> Decoded:
    try:
        return Decoded(_text(data, "utf-8"))
    except UnicodeDecodeError:
        return _with_unreadable(_line_by_line(data))


def _line_by_line(data: bytes) -> Decoded:
    # Lists that were pasted together can hold both encodings.
    texts, modern, old = [], False, False
    for piece in pieces(data, b"\n"):
        lines = []
        for line in piece.split(b"\n"):
            try:
                lines.append(line.decode("utf-8"))
                modern = modern or not line.isascii()
            except UnicodeDecodeError:
                lines.append(line.decode("cp1252", "replace"))
                old = True
        texts.append("\n".join(lines))
    return Decoded("".join(texts), (_mixed(),) if modern and old else ())


def _forgiving(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_text(data, encoding))
    except UnicodeDecodeError:
        return _with_unreadable(Decoded(_text(data, encoding, "replace")))


def _text(data: bytes, encoding: str, errors: str = "strict") -> str:
    return "".join(codecs.iterdecode(pieces(data, b"\n"), encoding, errors))


def _with_unreadable(decoded: Decoded) -> Decoded:
    if _UNREADABLE not in decoded.text:
        return decoded
    remark = _("Sommige letters in het bestand zijn beschadigd; daar staat nu �.")
    return Decoded(decoded.text, (*decoded.remarks, remark))


def _mixed() -> str:
    return _(
        "De letters met accenten zijn in dit bestand op twee manieren opgeslagen; "
        "kijk na of de namen kloppen."
    )


def _is_binary(sample: str) -> bool:
    strange = sum(letter in _STRANGE for letter in sample)
    return strange > _FEW_STRANGE + len(sample) * _PART_STRANGE


def _has_longer_line(text: AnyStr, ends: tuple[AnyStr, AnyStr], limit: int) -> bool:
    # Leaps from line end to line end, as far apart as allowed: quick, and without any copy.
    start = 0
    while len(text) - start > limit:
        end = max(text.rfind(end, start, start + limit + 1) for end in ends)
        if end < 0:
            return True
        start = end + 1
    return False


def _line_too_long() -> UnreadableFileError:
    return UnreadableFileError(
        _("Het bestand heeft een regel van meer dan {limit} tekens.").format(limit=LONGEST_LINE),
        _("Kies een lijst met één afspraak per regel."),
    )


def _not_text() -> UnreadableFileError:
    return UnreadableFileError(
        _("Dit bestand bevat geen leesbare tekst."), _("Kies een lijst die als CSV is opgeslagen.")
    )
