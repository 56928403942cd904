"""Agenda files of every kind: taken from the disk, opened, known again, and read."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from reception_assistant.agenda.incoming import Progress, Reading, Window
from reception_assistant.agenda.profile import CalendarChoices, Kind, Profile
from reception_assistant.agenda.readers.decoding import MOST_BYTES, decode
from reception_assistant.agenda.readers.kinds import HEAD, is_packed, kind_of
from reception_assistant.agenda.readers.remarks import outside_window
from reception_assistant.agenda.readers.tables.columns import (
    OUR_COLUMNS,
    chosen_columns,
    known_columns,
    known_score,
    signature,
)
from reception_assistant.agenda.readers.tables.opening import OpenTable, open_table
from reception_assistant.agenda.readers.tables.reader import TableReader
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary, read_vocabulary
from reception_assistant.agenda.readers.trouble import (
    UnclearColumnsError,
    UnreadableFileError,
    whole_file_refused,
)
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.paths import DATABASE, scripts_nl
from reception_assistant.store.foreign import ForeignTable, foreign_tables, foreign_text

FHIR_SIGNATURE = "fhir"
_YEARS_BACK, _YEARS_AHEAD = 1, 2
_DAYS_A_YEAR = 366
_MOST_NAMED = 20
_ENOUGH_FOR_A_HEADER = 1_000_000  # bytes


class AgendaFile(Struct, frozen=True, kw_only=True):
    """A file as it was taken; of a database only its path, because SQLite reads it itself.

    `name` is what it is called without its folder, `place` where it came from.
    """

    name: str
    place: str
    kind: Kind
    data: bytes = b""
    path: Path | None = None

    def title(self) -> str:
        """Return the name without what differs from day to day: dates, counters, the ending."""
        stem = self.name.rsplit(".", 1)[0]
        words = "".join(letter if letter.isalpha() else " " for letter in stem).split()
        return " ".join(words) or _("agenda")


def take_file(path: Path) -> AgendaFile:
    """Return the file at `path`; raises `KnownError` when it cannot be read.

    Our own database is not even opened: closing it again would let go of its locks on POSIX.
    """
    try:
        if path.resolve().name == DATABASE:
            raise KnownError(
                _("Dit is de database van Balie zelf."),
                _("Er is niets veranderd. Kies het bestand dat uw praktijksysteem maakt."),
            )
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(
                _("Dit bestand is te groot voor een agenda."),
                _("Er is niets veranderd. Maak een lijst van hooguit een jaar."),
            )
        with path.open("rb") as file:
            head = file.read(HEAD)
            kind = kind_of(head)
            data = b"" if kind is Kind.DATABASE else head + file.read()
    except OSError as error:
        raise KnownError(
            _("Het bestand kan niet worden gelezen."),
            _("Er is niets veranderd. Kijk of het er staat en of u het mag openen."),
        ) from error
    return AgendaFile(name=path.name, place=str(path), kind=kind, data=data, path=path)


class AgendaFiles:
    """Opens and reads agenda files for one practice."""

    def __init__(self, time: PracticeTime) -> None:
        self._time = time
        self._vocabulary = read_vocabulary(scripts_nl("agenda", "kolommen.toml"), OUR_COLUMNS)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of columns that are known."""
        return self._vocabulary

    def today(self) -> date:
        """Return which day it is in the practice."""
        return self._time.now().date()

    def usual_window(self) -> Window:
        """Return the days that are wanted of a calendar when nobody says otherwise."""
        today = self.today()
        back, ahead = (timedelta(years * _DAYS_A_YEAR) for years in (_YEARS_BACK, _YEARS_AHEAD))
        return Window(today - back, today + ahead)

    def tables(self, file: AgendaFile) -> tuple[str, ...]:
        """Return the sheets or tables that `file` has; none when it is one table itself."""
        if file.kind is Kind.DATABASE and file.path is not None:
            return tuple(each.name for each in foreign_tables(file.path))
        if file.kind is Kind.TABLE and is_packed(file.data):
            from reception_assistant.agenda.readers.tables.spreadsheet import (  # late: start  # noqa: PLC0415
                sheet_names,
            )

            return sheet_names(file.data)
        return ()

    def likely_table(self, file: AgendaFile) -> str:
        """Return in which table of a database most of our columns are; empty when it has none."""
        found = foreign_tables(file.path) if file.path is not None else ()

        def columns_and_rows(table: ForeignTable) -> tuple[int, bool]:
            return known_score(table.columns, self._vocabulary), table.rows != 0

        return max(found, key=columns_and_rows).name if found else ""

    def open(self, file: AgendaFile, table: str = "") -> OpenTable:
        """Return the table in `file`, or its sheet or table called `table`.

        Raises:
            UnclearColumnsError: it has several tables and nobody said which.
            UnreadableFileError: there is no table in it.
        """
        if file.kind is Kind.DATABASE and file.path is not None:
            found = foreign_text(file.path, table or self._only_table(file))
            return open_table(found.text, self._vocabulary, found.remarks, whole=found.whole)
        if is_packed(file.data):
            from reception_assistant.agenda.readers.tables.spreadsheet import (  # late: start  # noqa: PLC0415
                sheet_text,
            )

            sheet = sheet_text(file.data, table)
            return open_table(sheet.text, self._vocabulary, sheet.remarks, whole=sheet.whole)
        decoded = decode(file.data)
        return open_table(decoded.text, self._vocabulary, decoded.remarks)

    def signature(self, file: AgendaFile, table: str = "") -> str:
        """Return by what files like this one are known again; raises `UnreadableFileError`."""
        if file.kind is Kind.FHIR:
            return FHIR_SIGNATURE
        if file.kind is Kind.CALENDAR:
            from reception_assistant.agenda.readers.ical.signature import (  # late: start  # noqa: PLC0415
                calendar_head,
            )

            head = calendar_head(file.data)
            return f"{head.product}|{head.name or file.title()}"
        if file.kind is Kind.TABLE and not is_packed(file.data):
            file = replace(file, data=file.data[:_ENOUGH_FOR_A_HEADER])
        return signature(self.open(file, table).header)

    def title(self, file: AgendaFile) -> str:
        """Return what `file` is called: a calendar by itself, others by their name."""
        if file.kind is not Kind.CALENDAR:
            return file.title()
        from reception_assistant.agenda.readers.ical.signature import (  # late: start  # noqa: PLC0415
            calendar_head,
        )

        return calendar_head(file.data).name or file.title()

    def recognised(self, file: AgendaFile, profiles: Iterable[Profile]) -> Profile | None:
        """Return the profile by which files like this one are read.

        One of which the sheet or table is in the file counts before one of which it is not.
        """
        known = _Signatures(self, file)
        of_kind = [each for each in profiles if each.kind is file.kind]
        found = (each for each in of_kind if known.are_of(each, each.table.table))
        moved = (each for each in of_kind if self._has_moved(file, each, known))
        return next(chain(found, moved), None)

    def table_of(self, file: AgendaFile, profile: Profile | None) -> str:
        """Return which sheet or table of `file` is read by `profile`; empty for the first.

        A sheet that is called after its week has another name the next time. Then the profile
        follows the file, if the columns are the same.
        """
        if profile is None:
            return ""
        moved = self._has_moved(file, profile, _Signatures(self, file))
        return "" if moved else profile.table.table

    def _has_moved(self, file: AgendaFile, profile: Profile, known: "_Signatures") -> bool:
        table = profile.table.table
        try:
            return bool(table) and table not in self.tables(file) and known.are_of(profile, "")
        except KnownError:
            return False

    def refuse_other_kind(self, file: AgendaFile, profile: Profile) -> None:
        """Raise `KnownError` when `profile` is for other files than `file`."""
        if profile.kind is not file.kind:
            raise KnownError(
                _("Dit profiel is voor een ander soort bestand."),
                _("Er is niets veranderd. Kies een ander profiel, of geen."),
            )

    def read(
        self,
        file: AgendaFile,
        profile: Profile | None,
        window: Window | None,
        progress: Progress,
    ) -> Reading:
        """Return all that `file` tells; trouble with the whole of it is one rejection.

        Raises:
            UnclearColumnsError: somebody must say which column holds what.
        """
        zone = ZoneInfo(self._time.zone)
        try:
            if file.kind is Kind.CALENDAR:
                return self._calendar(file, profile, window or self.usual_window(), progress)
            if file.kind is Kind.FHIR:
                from reception_assistant.agenda.readers.fhir.reader import (  # late: start  # noqa: PLC0415
                    read_fhir,
                )

                reading = read_fhir(file.data, zone=zone, today=self.today(), progress=progress)
            else:
                opened = self.open(file, self.table_of(file, profile))
                reading = self.read_table(opened, profile, progress)
        except UnclearColumnsError:
            raise
        except UnreadableFileError as trouble:
            return whole_file_refused(trouble)
        return _within(reading, window) if window else reading

    def read_table(self, table: OpenTable, profile: Profile | None, progress: Progress) -> Reading:
        """Return all that `table` tells; raises `UnclearColumnsError`."""
        remarks = table.start_remarks()
        if profile is None:
            columns = known_columns(
                table.header, self._vocabulary, table.dropped, table.holds_moments, remarks
            )
        else:
            columns = chosen_columns(table.header, profile.table, table.dropped, remarks)
        reader = TableReader(self._vocabulary, self.today(), ZoneInfo(self._time.zone))
        return reader.read(table, columns, remarks, progress)

    def _calendar(
        self, file: AgendaFile, profile: Profile | None, window: Window, progress: Progress
    ) -> Reading:
        from reception_assistant.agenda.readers.ical.reader import (  # late: start  # noqa: PLC0415
            read_calendar,
        )

        choices = profile.calendar if profile else CalendarChoices()
        zone = ZoneInfo(self._time.zone)
        return read_calendar(file.data, choices, window, zone=zone, progress=progress)

    def _only_table(self, file: AgendaFile) -> str:
        names = self.tables(file)
        if not names:
            raise UnreadableFileError(
                _("In deze database staat geen enkele tabel."),
                _("Kies een ander bestand."),
            )
        if len(names) > 1:
            raise UnclearColumnsError(
                _("In deze database staan {count} tabellen.").format(count=len(names)),
                _("Kies in welke de agenda staat: {names}.").format(
                    names=", ".join(names[:_MOST_NAMED])
                ),
            )
        return names[0]


class _Signatures(dict[str, str]):
    """By what each sheet or table of a file is known again; empty where there is no such."""

    def __init__(self, files: AgendaFiles, file: AgendaFile) -> None:
        super().__init__()
        self._files, self._file = files, file

    def are_of(self, profile: Profile, table: str) -> bool:
        """Tell whether a sheet or table is one that `profile` is for."""
        return bool(profile.signature) and self[table] == profile.signature

    def __missing__(self, table: str) -> str:
        try:
            found = self._files.signature(self._file, table)
        except KnownError:
            found = ""
        self[table] = found
        return found


def _within(reading: Reading, window: Window) -> Reading:
    """Leave out what falls outside `window`, and count it."""
    inside = tuple(row for row in reading.rows if window.first <= row.start.date() <= window.last)
    outside = len(reading.rows) - len(inside)
    if not outside:
        return reading
    remarks = (*reading.remarks, outside_window(outside, window))
    return replace(reading, rows=inside, remarks=remarks)
