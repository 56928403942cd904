"""A table made ready to be read: its text, where it begins, and its first rows to judge by."""

import re

from msgspec import Struct
from msgspec.structs import replace

from reception_assistant.agenda.readers.dates import split_moment
from reception_assistant.agenda.readers.remarks import Remarks
from reception_assistant.agenda.readers.tables.bsn import holds_bsn
from reception_assistant.agenda.readers.tables.columns import (
    column_names,
    no_header,
    quoted,
)
from reception_assistant.agenda.readers.tables.headers import find_header
from reception_assistant.agenda.readers.tables.text import Header, TableText
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary, word_key
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _, ngettext

# Some systems give a web page the name of a spreadsheet.
_WEB_PAGE = re.compile(
    r"\s*<(?:!--|(?:!doctype|html|head|body|meta|style|table|div)\b)", re.IGNORECASE
)
_SAMPLE = 2_000  # rows by which a column is judged
_SEVERAL = 50
_MOSTLY = 0.5


class OpenTable(Struct, frozen=True, kw_only=True):
    """A table with its header; `sample` are its first rows, `dropped` the columns never read.

    It is not `whole` when there are more rows than these.
    """

    text: TableText
    header: Header
    sample: list[list[str]]
    dropped: frozenset[int]
    remarks: tuple[str, ...] = ()
    whole: bool = True

    def beginning(self, lines: int) -> "OpenTable":
        """Return the same table with only its first lines, to try something on.

        The last row is all there, also where it goes on for some lines.
        """
        rows = self.text.records(self.header, refuse=_pass, is_row=_never)
        after = (line - 1 for line, *_row in rows if line > self.header.after + lines)
        return replace(self, text=self.text.beginning(next(after, len(self.text.lines))))

    def column(self, place: int) -> list[str]:
        """Return what stands in one column of the first rows, as far as it is filled in."""
        return [cells[place] for cells in self.sample if place < len(cells) and cells[place]]

    def first_in(self, place: int) -> str:
        """Return the first thing in a column, to show what it holds."""
        cells = (row[place] for row in self.sample if place < len(row))
        return next(filter(None, cells), "")

    def holds_moments(self, place: int) -> bool:
        """Tell whether a column holds a day together with a time; not one that is always 0:00."""
        moments = [split_moment(cell) for cell in self.column(place)[:_SEVERAL]]
        told = [moment for moment in moments if moment]
        return len(told) > len(moments) * _MOSTLY and any(
            moment.offset or moment.time.strip("0:.") for moment in told
        )

    def told_of_dropped(self) -> str:
        """Return the remark about the columns that are never read; empty when there is none."""
        if not self.dropped:
            return ""
        every = column_names(self.header)
        names = [every[place] for place in sorted(self.dropped)]
        return ngettext(
            "In de kolom {names} staan burgerservicenummers. Die leest Balie nooit.",
            "In de kolommen {names} staan burgerservicenummers. Die leest Balie nooit.",
            len(names),
        ).format(names=quoted(names))

    def start_remarks(self) -> Remarks:
        """Return the remarks with which the reading begins."""
        remarks = Remarks()
        for text in (*self.remarks, self.told_of_dropped()):
            if text:
                remarks.say(text)
        return remarks


def open_table(
    text: str, vocabulary: Vocabulary, remarks: tuple[str, ...] = (), *, whole: bool = True
) -> OpenTable:
    """Return the table in `text`; raises `UnreadableFileError` when there is none."""
    if _WEB_PAGE.match(text):
        raise UnreadableFileError(
            _("Dit is een webpagina, ook al heet het bestand misschien anders."),
            _("Open het in Excel, sla het op als CSV en kies dat bestand."),
        )
    table = TableText(text)
    header = find_header(table, vocabulary)
    if header is None:
        raise UnreadableFileError(*no_header())
    sample = _sample(table, header)
    dropped = frozenset(
        place
        for place, name in enumerate(header.names)
        if vocabulary.never_reads(name)
        or (
            word_key(name) not in vocabulary.columns
            and holds_bsn(cells[place] for cells in sample if place < len(cells))
        )
    )
    return OpenTable(
        text=table,
        header=header,
        sample=sample,
        dropped=dropped,
        remarks=remarks,
        whole=whole,
    )


def _sample(table: TableText, header: Header) -> list[list[str]]:
    rows = table.records(header, refuse=_pass, is_row=_never)
    return [cells for (_line, _text, cells), _number in zip(rows, range(_SAMPLE), strict=False)]


def _pass(_line: int, _reason: str) -> None:
    """Leave what cannot be read to the reading itself."""


def _never(_cells: list[str]) -> bool:
    return False
