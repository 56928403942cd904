"""From the bytes of a file to its JSON: one document, or one on each line (NDJSON)."""

import codecs
import json
import math
from collections.abc import Iterator
from itertools import islice
from json import JSONDecodeError
from typing import NamedTuple

from reception_assistant.agenda.incoming import Progress
from reception_assistant.agenda.readers.fhir.access import TWICE, Fields, is_part
from reception_assistant.agenda.readers.fhir.bsn import BsnFilter
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _

MOST_BYTES = 50_000_000
READ_TYPES = frozenset(
    {"Appointment", "Bundle", "Patient", "Practitioner", "PractitionerRole", "RelatedPerson"}
)
"""The types of resource that are looked into; of others only the type is kept."""

_MEGABYTE = 1_000_000
_PADDING = "\0\x1a \t\r\n\ufeff"
_BETWEEN = ", \t"
_OBJECTS_PER_STEP = 5000
_BYTES_PER_OBJECT = 60  # about as in files of practices; only for the progress
_LINES_LOOKED_AT = 100
_LONGEST_NUMBER = 18


class Document(NamedTuple):
    """What stood on a line; `trouble` tells why nothing could be read there."""

    line: int
    value: object
    trouble: str = ""


class Text(NamedTuple):
    """The text of a file, and what to remark about how it was stored."""

    text: str
    remark: str = ""


class JsonReader:
    """Reads JSON forgivingly, and lets go at once of what nobody needs.

    A number that is too large, a letter that is not allowed or a key that stands there twice does
    not cost the file; who looks into the object finds out.
    """

    def __init__(self, size: int, progress: Progress) -> None:
        self.bsn = BsnFilter()
        self.by_line = False
        self._size = size
        self._progress = progress
        self._objects = 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_int=_whole_number, strict=False
        )

    def documents(self, text: str) -> Iterator[Document]:
        """Give the one document in `text`, or those on its lines.

        Raises `UnreadableFileError` when there is neither.
        """
        try:
            only = Document(1, self._decoder.decode(text))
        except JSONDecodeError as error:
            trouble = _broken(error.lineno)
        except RecursionError:
            trouble = too_deep()
        else:
            yield only
            return
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not self._is_one_a_line(lines):
            raise trouble
        self.by_line = True
        self.bsn = BsnFilter()  # what the attempt above met comes again
        for number, line in enumerate(lines, 1):
            bare = line.strip(_BETWEEN)
            if bare and bare not in "[]":
                yield self._on_line(number, bare)

    def _on_line(self, number: int, line: str) -> Document:
        try:
            value, end = self._decoder.raw_decode(line)
            if end == len(line):
                return Document(number, value)
        except JSONDecodeError:
            pass
        except RecursionError:
            return Document(number, None, too_deep().message)
        return Document(number, None, _("Deze regel is geen geldige JSON."))

    def _is_one_a_line(self, lines: list[str]) -> bool:
        filled = list(islice(filter(str.strip, lines), _LINES_LOOKED_AT))
        whole = [line for line in filled if line.lstrip().startswith("{")]
        if len(filled) < 2 or len(whole) * 2 < len(filled):  # noqa: PLR2004
            return False
        return any(is_part(self._on_line(0, line.strip(_BETWEEN)).value) for line in whole)

    def _object(self, pairs: list[tuple[str, object]]) -> Fields:
        self._objects += 1
        if self._objects % _OBJECTS_PER_STEP == 0:
            self._progress(min(1.0, self._objects * _BYTES_PER_OBJECT / self._size))
        fields = dict(pairs)
        if len(fields) != len(pairs):
            fields[TWICE] = True
        if "value" in fields:
            self.bsn.take_out(fields)
        if "resourceType" in fields and is_part(fields):
            if fields["resourceType"] not in READ_TYPES:
                return {"resourceType": fields["resourceType"]}
            fields.pop("text", None)  # the same once more, as a page to look at
        return fields


def text_of(data: bytes) -> Text:
    """Return the text of a file; raises `UnreadableFileError` if too big, empty or no JSON."""
    if len(data) > MOST_BYTES:
        raise UnreadableFileError(
            _("Het bestand is te groot: {size} MB, hoogstens {most} MB.").format(
                size=-(-len(data) // _MEGABYTE), most=MOST_BYTES // _MEGABYTE
            ),
            _("Maak een export van een kortere periode."),
        )
    decoded = _decoded(data)
    text = decoded.text.strip(_PADDING)
    if not text:
        raise UnreadableFileError(_("Het bestand is leeg."), _("Kies een bestand met afspraken."))
    if text.startswith("<"):
        raise UnreadableFileError(
            _("Dit bestand is XML. Balie leest FHIR alleen als JSON."),
            _("Kies bij het exporteren voor JSON of NDJSON."),
        )
    if text[0] not in "{[":
        raise not_fhir()
    # Lines are counted from the first of the file.
    above = decoded.text.partition(text[0])[0].count("\n")
    return Text("\n" * above + text, decoded.remark)


def not_fhir() -> UnreadableFileError:
    """Return the trouble of a file that holds something else."""
    return UnreadableFileError(
        _("Dit is geen FHIR-bestand."),
        _("Kies een export met afspraken als FHIR (JSON of NDJSON)."),
    )


def too_deep() -> UnreadableFileError:
    """Return the trouble of a file that nobody can find a way through."""
    return UnreadableFileError(
        _("Er staan te veel haakjes in elkaar."), _("Maak de export opnieuw.")
    )


def _decoded(data: bytes) -> Text:
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data[:2] in (b"{\0", b"[\0"):
        encoding = "utf-16-le"
    elif data[:2] in (b"\0{", b"\0["):
        encoding = "utf-16-be"
    try:
        return Text(data.decode(encoding))
    except UnicodeDecodeError:
        fallback = encoding if encoding.startswith("utf-16") else "cp1252"
    return Text(
        data.decode(fallback, "replace"),
        _("De letters zijn niet opgeslagen zoals FHIR het vraagt; kijk na of de namen kloppen."),
    )


def _whole_number(text: str) -> float:
    # Python takes very long over very long numbers; no number of a practice is.
    return int(text) if len(text) <= _LONGEST_NUMBER else math.inf


def _broken(line: int) -> UnreadableFileError:
    return UnreadableFileError(
        _("Dit is geen geldig JSON-bestand: op regel {line} gaat het mis.").format(line=line),
        _("Maak de export opnieuw."),
    )
