"""What the assistant shows: what a file is, how it would be read, and how people are greeted."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.incoming import IncomingRow, Reading, Rejected, Window, no_progress
from reception_assistant.agenda.profile import CalendarChoices, Kind, Profile, TableChoices
from reception_assistant.agenda.readers.tables.columns import column_names, known_score, signature
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.trouble import UnclearColumnsError, UnreadableFileError
from reception_assistant.agenda.saying import Manners, sayings
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles
from reception_assistant.desk.guessing import guess_calendar, guess_columns, guess_prefixes
from reception_assistant.desk.profiles import LONGEST_NAME
from reception_assistant.errors import KnownError
from reception_assistant.ids import NewId

MOST_SHOWN = 20
_BEGINNING = 400  # lines of a table that are read for a preview
_FEW = 20
_MOST_TABLES = 20
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
        if table:
            profiles = [each for each in profiles if each.table.table == table]
        known = self._files.recognised(file, profiles)
        if file.kind in (Kind.CALENDAR, Kind.FHIR):
            profile = known or self._proposal(
                file, self._files.signature(file), calendar=self._calendar(file)
            )
            return Look(file, profile, known=bool(known), clear=bool(known))
        tables = self._files.tables(file)
        chosen = self._files.table_of(file, known) if known else table
        chosen = chosen or self._likely_table(file, tables, known)
        opened = self._files.open(file, chosen)
        columns = _columns(opened)
        if known:
            profile = replace(known, table=replace(known.table, table=chosen))
            return Look(file, profile, known=True, clear=True, tables=tables, columns=columns)
        trouble = self._trouble(opened)
        if trouble and len(tables) <= 1 and not isinstance(trouble, UnclearColumnsError):
            raise trouble
        clear = file.kind is Kind.TABLE and not table and not trouble
        profile = self._proposal(file, signature(opened.header), table=self._guess(opened, chosen))
        return Look(file, profile, known=False, clear=clear, tables=tables, columns=columns)

    def preview(
        self, file: AgendaFile, profile: Profile, window: Window | None, manners: Manners
    ) -> Preview:
        """Return how the first appointments of `file` would be greeted.

        Raises:
            KnownError: not enough was chosen, or the file cannot be read.
        """
        self._files.refuse_other_kind(file, profile)
        if window or file.kind in (Kind.CALENDAR, Kind.FHIR):
            reading = self._files.read(file, profile, window, no_progress)
        else:
            opened = self._files.open(file, self._files.table_of(file, profile))
            reading = self._files.read_table(opened.beginning(_BEGINNING), profile, no_progress)
        return Preview(tuple(_greeted(reading, manners)), reading.rejected, reading.remarks)

    def _trouble(self, opened: OpenTable) -> UnreadableFileError | None:
        """Return why a table cannot be read by the names of its columns; None when it can."""
        try:
            self._files.read_table(opened.beginning(_FEW), None, no_progress)
        except UnreadableFileError as trouble:
            return trouble
        return None

    def _proposal(
        self,
        file: AgendaFile,
        signature: str,
        *,
        table: TableChoices | None = None,
        calendar: CalendarChoices | None = None,
    ) -> Profile:
        return Profile(
            id=self._new_id(),
            name=self._files.title(file)[:LONGEST_NAME].strip(),
            kind=file.kind,
            signature=signature,
            table=table or TableChoices(),
            calendar=calendar or CalendarChoices(),
        )

    def _guess(self, opened: OpenTable, table: str) -> TableChoices:
        columns = guess_columns(opened, self._files.vocabulary, self._files.today())
        return TableChoices(
            columns=columns, prefix_in_surname=guess_prefixes(opened, columns), table=table
        )

    def _calendar(self, file: AgendaFile) -> CalendarChoices | None:
        if file.kind is not Kind.CALENDAR:
            return None
        rows = self._files.read(file, None, None, no_progress).rows
        return guess_calendar([row.name.as_received for row in rows if row.name.as_received])

    def _likely_table(self, file: AgendaFile, tables: Sequence[str], known: Profile | None) -> str:
        """Return the sheet or table in which the agenda most likely is, of several.

        That is the one which is read when nobody chooses, unless somebody has to choose anyhow.
        """
        if file.kind is Kind.DATABASE:
            return self._files.likely_table(file)
        if len(tables) <= 1:
            return ""
        usual = self._opened(file, "")
        is_clear = usual is not None and bool(known or not self._trouble(usual))
        best, likely = -1, ""
        for name in tables[:_MOST_TABLES]:
            opened = self._opened(file, name)
            if opened is None:
                continue
            is_usual = usual is not None and opened.header == usual.header
            if is_usual and is_clear:
                return name
            score = 2 * known_score(opened.header.names, self._files.vocabulary) + is_usual
            if score > best:
                best, likely = score, name
        return likely

    def _opened(self, file: AgendaFile, table: str) -> OpenTable | None:
        try:
            return self._files.open(file, table)
        except KnownError:
            return None


def _columns(opened: OpenTable) -> tuple[FileColumn, ...]:
    """Return the columns that may be chosen; one without a name only where it holds something."""
    names = column_names(opened.header)
    shown = [place for place in range(len(names)) if place not in opened.dropped]
    columns = {place: FileColumn(names[place], opened.first_in(place)) for place in shown}
    return tuple(
        column for place, column in columns.items() if opened.header.names[place] or column.example
    )


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
