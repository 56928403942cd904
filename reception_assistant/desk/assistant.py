"""What the assistant shows: what a file is, how it would be read, and how people are greeted."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.incoming import IncomingRow, Reading, Rejected, Window
from reception_assistant.agenda.profile import CalendarChoices, Kind, Profile, TableChoices
from reception_assistant.agenda.readers.tables.columns import guessed
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.trouble import UnclearColumnsError
from reception_assistant.agenda.saying import Manners, sayings
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles
from reception_assistant.desk.guessing import guess_calendar, guess_columns
from reception_assistant.errors import KnownError
from reception_assistant.ids import NewId

MOST_SHOWN = 20
_BEGINNING = 400  # lines of a table that are read for a preview
_FEW = 20
_MOST_TABLES = 50
_NO_ID = "00000000-0000-0000-0000-000000000000"


class FileColumn(NamedTuple):
    """A column of a file: its name and the first thing in it."""

    name: str
    example: str


class Look(NamedTuple):
    """What a file is, before it is read.

    `profile` is how it would be read: as files like it are known, or else a proposal; `known` tells
    which. A `clear` file needs nobody who looks at it first. `tables` are its sheets or tables,
    `columns` those of the chosen one.
    """

    file: AgendaFile
    profile: Profile
    known: bool
    clear: bool
    tables: tuple[str, ...] = ()
    columns: tuple[FileColumn, ...] = ()


class Greeted(NamedTuple):
    """One appointment as it will be greeted; `look_at` when the name is not certain."""

    start: datetime
    name: str
    greeting: str
    look_at: bool
    treatment: str
    practitioner: str


class Preview(NamedTuple):
    """The first appointments of a file, and what was not understood of that part of it."""

    greeted: tuple[Greeted, ...]
    rejected: tuple[Rejected, ...]
    remarks: tuple[str, ...]


class Assistant:
    """Looks into files and shows what reading them would give; nothing is read or written."""

    def __init__(self, files: AgendaFiles, new_id: NewId) -> None:
        self._files, self._new_id = files, new_id

    def look(self, file: AgendaFile, profiles: Sequence[Profile], table: str = "") -> Look:
        """Return what `file` is, and how it would be read when `profiles` are known.

        Raises:
            KnownError: it is of no use at all.
        """
        known = self._files.recognised(file, profiles) if not table else None
        if file.kind in (Kind.CALENDAR, Kind.FHIR):
            profile = known or self._proposal(file, calendar=self._calendar(file))
            return Look(file, profile, known=bool(known), clear=bool(known))
        tables = self._files.tables(file)
        table = table or (known.table.table if known else "")
        if file.kind is Kind.DATABASE and not table and tables:
            table = self._best_table(file, tables)
        opened = self._files.open(file, table)
        columns = tuple(
            FileColumn(name, next(iter(opened.column(place)), ""))
            for place, name in enumerate(opened.header.names)
            if name and place not in opened.dropped
        )
        clear = bool(known) or (file.kind is Kind.TABLE and self._is_clear(opened))
        profile = known or self._proposal(file, table=self._guess(opened, table))
        return Look(file, profile, bool(known), clear, tables, columns)

    def preview(
        self, file: AgendaFile, profile: Profile, window: Window | None, manners: Manners
    ) -> Preview:
        """Return how the first appointments of `file` would be greeted.

        Raises:
            KnownError: not enough was chosen, or the file cannot be read.
        """
        if file.kind in (Kind.CALENDAR, Kind.FHIR):
            reading = self._files.read(file, profile, window, _pass)
        else:
            opened = self._files.open(file, profile.table.table)
            reading = self._files.read_table(opened.beginning(_BEGINNING), profile, _pass)
        return Preview(tuple(_greeted(reading, manners)), reading.rejected, reading.remarks)

    def _is_clear(self, opened: OpenTable) -> bool:
        try:
            self._files.read_table(opened.beginning(_FEW), None, _pass)
        except UnclearColumnsError:
            return False
        return True

    def _proposal(
        self,
        file: AgendaFile,
        *,
        table: TableChoices | None = None,
        calendar: CalendarChoices | None = None,
    ) -> Profile:
        return Profile(
            id=self._new_id(),
            name=self._files.title(file),
            kind=file.kind,
            signature=self._files.signature(file, table.table if table else ""),
            table=table or TableChoices(),
            calendar=calendar or CalendarChoices(),
        )

    def _guess(self, opened: OpenTable, table: str) -> TableChoices:
        columns = guess_columns(opened, self._files.vocabulary, self._files.today())
        return TableChoices(columns=columns, table=table)

    def _calendar(self, file: AgendaFile) -> CalendarChoices | None:
        if file.kind is not Kind.CALENDAR:
            return None
        rows = self._files.read(file, None, None, _pass).rows
        return guess_calendar([row.name.as_received for row in rows if row.name.as_received])

    def _best_table(self, file: AgendaFile, tables: Sequence[str]) -> str:
        """Return the table in which most of our columns are."""

        def score(name: str) -> int:
            try:
                return len(guessed(self._files.open(file, name).header, self._files.vocabulary))
            except KnownError:
                return -1

        return max(tables[:_MOST_TABLES], key=score)


def _pass(_part: float) -> None:
    """Take the place of a progress that nobody wants."""


def _greeted(reading: Reading, manners: Manners) -> list[Greeted]:
    return [_as_greeted(row, manners) for row in reading.rows[:MOST_SHOWN]]


def _as_greeted(row: IncomingRow, manners: Manners) -> Greeted:
    person = Person(
        _NO_ID,
        row.name,
        birth_date=row.birth_date,
        phone=row.phone,
        marks=row.marks,
    )
    visit = Visit(
        id=_NO_ID,
        start=row.start,
        person=person,
        treatment=row.treatment,
        practitioner=row.practitioner,
        animal=row.animal,
        marks=row.marks,
    )
    said = sayings(visit, row.start, manners)
    return Greeted(
        row.start,
        said.spoken_name,
        said.greeting,
        said.look_at,
        row.treatment,
        row.practitioner,
    )
