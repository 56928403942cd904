"""What is inside a spreadsheet file (a zip of XML), unpacked and walked through within bounds."""

import codecs
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat

from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _

MOST_BYTES = 20_000_000

_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 2_000
# Excel packs 7:1, LibreOffice 25:1; a full file has a tag for each byte and a cell for each four.
# What is read may be nearly twice that, and a little more for small files: then a file of a
# megabyte takes two seconds at most, whatever it holds.
_FREE_BYTES, _MOST_RATIO = 5_000_000, 40
_FREE_TAGS, _TAGS_PER_BYTE, _MOST_TAGS = 300_000, 1.1, 10_000_000
_FREE_CELLS, _CELLS_PER_BYTE, _MOST_CELLS = 250_000, 0.25, 2_000_000
_ENTRY = b"PK\x01\x02"
_READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FED_AT_ONCE = 65_536
# The parser begins a tag or comment again with each piece it is fed; in a sheet they are short.
_LONGEST_TAG = 1_000_000
_LONGEST_TEXT = 1_000_000  # in Excel a cell can hold 32,767 letters

Attend = Callable[[expat.XMLParserType], None]
"""Sets what is to be heard of the XML on its parser."""


class Archive:
    """The parts of a zip file by name, and how much may still be read of them."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise UnreadableFileError(
                _("Het bestand is te groot: {size} MB, hoogstens {most} MB.").format(
                    size=-(-len(data) // 1_000_000), most=MOST_BYTES // 1_000_000
                ),
                _("Maak een lijst van een kortere periode."),
            )
        if data.count(_ENTRY) > _MOST_PARTS:
            raise too_large()
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _ZIP_TROUBLE:
            raise damaged() from None
        entries = self._zip.infolist()
        if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
            raise too_large()
        self._entries = {_plain(entry.filename): entry for entry in entries}
        self._bytes_left = _FREE_BYTES + _MOST_RATIO * len(data)
        self.most_cells = min(_FREE_CELLS + int(_CELLS_PER_BYTE * len(data)), _MOST_CELLS)
        self._tags_left = min(_FREE_TAGS + int(_TAGS_PER_BYTE * len(data)), _MOST_TAGS)

    def has(self, name: str) -> bool:
        """Tell whether there is a part with this name."""
        return _plain(name) in self._entries

    def part(self, name: str) -> bytes:
        """Return a part unpacked; raises `UnreadableFileError` when that cannot or must not be."""
        entry = self._entries.get(_plain(name))
        if entry is None or entry.compress_type not in _READABLE:
            raise damaged()
        if entry.flag_bits & _ENCRYPTED:
            raise locked()
        self._bytes_left -= entry.file_size
        if self._bytes_left < 0:
            raise too_large()
        try:
            return self._zip.read(entry)
        except _ZIP_TROUBLE:
            raise damaged() from None

    def walk(self, xml: bytes, attend: Attend) -> None:
        """Go once through the `xml` of a part; refuses what is no sound XML, or far too much."""
        self._tags_left -= xml.count(b"<") + xml.count(b"/>")
        if self._tags_left < 0:
            raise too_large()
        if xml.startswith(_UTF16):
            raise damaged()
        if _has_longer_text(xml):
            raise too_large()
        # One encoding and no DOCTYPE, so that the library that reads the same bytes after us can
        # see no other tags in them than we do.
        parser = expat.ParserCreate("utf-8")
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        attend(parser)
        try:
            for fed in range(0, len(xml), _FED_AT_ONCE):
                parser.Parse(xml[fed : fed + _FED_AT_ONCE])
                if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise damaged()
            parser.Parse(b"", True)  # noqa: FBT003  expat has no name for it
        except (expat.ExpatError, ValueError):  # a number in the file that is none
            raise damaged() from None


def packed(parts: dict[str, bytes]) -> BytesIO:
    """Return a new zip file with only these `parts`, not compressed."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def beside(part: str, target: str) -> str:
    """Return the name of the part that `part` calls `target`."""
    return _plain(posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)))


def attribute(attributes: list[str], name: str) -> str:
    """Return an attribute out of a list of names and values; empty when it is not there."""
    for at in range(0, len(attributes), 2):
        if attributes[at] == name:
            return attributes[at + 1]
    return ""


def damaged() -> UnreadableFileError:
    """Return the error for a file with faults in it."""
    return UnreadableFileError(
        _("Dit bestand is beschadigd of niet helemaal opgeslagen."),
        _("Open het in Excel of LibreOffice, sla het opnieuw op en kies het nieuwe bestand."),
    )


def too_large() -> UnreadableFileError:
    """Return the error for a file that holds far more than a list of appointments."""
    return UnreadableFileError(
        _("In dit bestand zit veel meer dan Balie kan lezen."),
        _("Zet alleen de lijst met afspraken in een nieuw bestand en kies dat."),
    )


def locked() -> UnreadableFileError:
    """Return the error for a file with a password."""
    return UnreadableFileError(
        _("Dit bestand is beveiligd met een wachtwoord."),
        _("Sla het zonder wachtwoord op als .xlsx of CSV en kies dat bestand."),
    )


def _has_longer_text(xml: bytes) -> bool:
    start = 0
    while len(xml) - start > _LONGEST_TEXT:
        found = xml.rfind(b"<", start + 1, start + _LONGEST_TEXT)
        if found < 0:
            return True
        start = found
    return False


def _plain(name: str) -> str:
    # Some programs write the names as Windows paths; Excel looks at no capitals.
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_doctype(*_told: object) -> None:
    raise damaged()
