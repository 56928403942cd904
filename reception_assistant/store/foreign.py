"""A SQLite file of another program: what tables it has, and one of them as the text of a table."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reception_assistant.agenda.readers.tables.csv_text import (
    CsvText,
    CsvWriter,
    number_text,
    on_one_line,
)
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _, ngettext
from reception_assistant.store import driver
from reception_assistant.store.opening import APPLICATION_ID
from reception_assistant.store.untouched import BUSY, IOERR, LOCKED, NOTADB, open_untouched

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_ROWS = 200_000

_MOST_TABLES = 5_000
_LONGEST_CELL = 100_000  # bytes; what is longer is a document, and no part of an agenda
# A view can be any program, so it gets the steps that a full table takes and no more. Some steps
# are long, so there is a clock as well: a second and a half, and one for every five megabytes.
_STEPS_AT_ONCE = 10_000
_MOST_TURNS, _TURNS_TO_COUNT = 30_000, 200
_SECONDS, _BYTES_A_SECOND, _MOST_SECONDS = 1.5, 5_000_000, 30.0
# What FTS and R-Tree add to the name of a table for the tables in which they keep their index.
_PARTS = frozenset(
    {"config", "content", "data", "docsize", "idx", "node", "parent", "rowid", "segdir"}
    | {"segments", "stat"}
)
_NOT_OF_THE_TABLE = frozenset({BUSY, LOCKED, IOERR, NOTADB})


class ForeignTable(NamedTuple):
    """A table or view of another program; `rows` is None when counting them takes long."""

    name: str
    is_view: bool
    columns: tuple[str, ...]
    rows: int | None


def foreign_tables(path: Path) -> tuple[ForeignTable, ...]:
    """Return the tables and views in the file at `path` that can be read.

    Raises:
        UnreadableFileError: it is no such file, ours, in use, damaged or out of reach.
    """
    with open_untouched(path) as connection:
        _refuse_our_own(connection)
        # Not pragma_table_list: it works out the columns of every view, which can take for ever.
        listed = connection.execute(
            "SELECT name, type, rootpage FROM sqlite_schema WHERE type IN ('table', 'view')"
            " ORDER BY type, name LIMIT ?",
            (_MOST_TABLES,),
        ).fetchall()
        searching = {name for name, kind, page in listed if kind == "table" and not page}
        patience = _Patience(path)
        connection.set_progress_handler(patience, _STEPS_AT_ONCE)
        found = [
            _looked_at(connection, name, patience, is_view=kind == "view")
            for name, kind, _page in listed
            if not _is_internal(name, searching)
        ]
    return tuple(table for table in found if table)


def foreign_text(path: Path, table: str) -> CsvText:
    """Return a table or view in the file at `path` as CSV, below the names of its columns.

    Raises:
        UnreadableFileError: it is no such file, ours, in use, damaged or out of reach, or the
            table cannot be read.
    """
    with open_untouched(path) as connection:
        _refuse_our_own(connection)
        connection.set_progress_handler(_Patience(path), _STEPS_AT_ONCE)
        return _TableText(connection, table).read()


def _refuse_our_own(connection: "Connection") -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        raise UnreadableFileError(
            _("Dit is de database van Balie zelf."),
            _("Kies een bestand van het programma waar uw agenda in staat."),
        )


def _is_internal(name: str, searching: set[str]) -> bool:
    """Tell whether SQLite keeps this table for itself, or to search in others."""
    of, _line, part = name.rpartition("_")
    return name.startswith("sqlite_") or name in searching or (of in searching and part in _PARTS)


class _Patience:
    """How long a query may go on; SQLite asks each so many steps whether it has to stop."""

    def __init__(self, path: Path, turns: int = _MOST_TURNS) -> None:
        seconds = _SECONDS + path.stat().st_size / _BYTES_A_SECOND
        self._until = time.monotonic() + min(seconds, _MOST_SECONDS)
        self.turns = turns

    @property
    def is_over(self) -> bool:
        """Tell whether the query has been going on for too long."""
        return self.turns < 0 or time.monotonic() > self._until

    def __call__(self) -> bool:
        self.turns -= 1
        return self.is_over


def _looked_at(
    connection: "Connection", name: str, patience: _Patience, *, is_view: bool
) -> ForeignTable | None:
    """Return what there is to tell of a table; None when it cannot be read."""
    columns: tuple[str, ...] = ()
    patience.turns = _TURNS_TO_COUNT
    try:
        if not patience.is_over:
            columns = _columns(connection, name)
            query = f"SELECT 1 FROM main.{_quoted(name)} LIMIT {MOST_ROWS + 1}"
            rows = connection.execute(f"SELECT COUNT(*) FROM ({query})").fetchone()[0]
            return ForeignTable(name, is_view, columns, rows if rows <= MOST_ROWS else None)
    except (driver.Error, UnicodeError) as error:
        if driver.result_code(error) in _NOT_OF_THE_TABLE:
            raise
        if not columns:
            return None
    return ForeignTable(name, is_view, columns, None)


class _TableText:
    """Writes the rows of one table."""

    def __init__(self, connection: "Connection", table: str) -> None:
        self._connection = connection
        self._table = _quoted(table)
        self._columns = _columns(connection, table)
        self._writer = CsvWriter()
        self._left_out = 0
        self._as_text: dict[type, Callable[[Any], str]] = {
            type(None): lambda _nothing: "",
            int: str,
            float: number_text,
            str: on_one_line,
            bytes: self._leave_out,
        }

    def read(self) -> CsvText:
        """Return the rows, and what to say about them."""
        self._writer.add(map(on_one_line, self._columns))
        as_text, done, whole = self._as_text, 0, True
        for row in self._connection.execute(self._query()):
            if done == MOST_ROWS or self._writer.is_full:
                whole = False
                break
            self._writer.add([as_text[type(cell)](cell) for cell in row])
            done += 1
        return CsvText(self._writer.text(), tuple(self._remarks(done, whole=whole)), whole)

    def _query(self) -> str:
        # What is no text is not even read from the disk: it can be a scan of many megabytes.
        cells = ", ".join(
            f"CASE WHEN typeof({cell}) = 'blob' OR octet_length({cell}) > {_LONGEST_CELL}"
            f" THEN x'' ELSE {cell} END"
            for cell in (f"t.{_quoted(column)}" for column in self._columns)
        )
        return f"SELECT {cells} FROM main.{self._table} AS t LIMIT {MOST_ROWS + 1}"

    def _leave_out(self, _cell: bytes) -> str:
        self._left_out += 1
        return ""

    def _remarks(self, done: int, *, whole: bool) -> Iterator[str]:
        if not whole:
            yield ngettext(
                "Deze tabel is langer dan Balie kan lezen: alleen de eerste rij is gelezen.",
                "Deze tabel is langer dan Balie kan lezen: alleen de eerste {count} rijen zijn "
                "gelezen.",
                done,
            ).format(count=done)
        if self._left_out:
            yield ngettext(
                "In {count} vak staat geen gewone tekst; dat is leeg gelaten.",
                "In {count} vakken staat geen gewone tekst; die zijn leeg gelaten.",
                self._left_out,
            ).format(count=self._left_out)


def _columns(connection: "Connection", table: str) -> tuple[str, ...]:
    cursor = connection.execute(f"SELECT * FROM main.{_quoted(table)} LIMIT 0")
    return tuple(column[0] for column in cursor.description)


def _quoted(name: str) -> str:
    # SQL ends at a zero, so a name with one is of no table.
    return '"' + name.replace('"', '""').replace("\0", "�") + '"'
