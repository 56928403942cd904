"""Opening a SQLite file of another program without leaving a trace: it must never notice."""

import os
import shutil
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

import sqlcipher3  # type: ignore[import-untyped]

from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _
from reception_assistant.store import driver

if TYPE_CHECKING:
    from sqlite3 import Connection

# Primary result codes of SQLite (sqlite.org/rescode.html).
BUSY, LOCKED, IOERR, NOTADB = 5, 6, 10, 26
_NOMEM, _READONLY, _INTERRUPT, _CORRUPT, _CANTOPEN, _TOOBIG = 7, 8, 9, 11, 14, 18
_PROTOCOL = 15
_BETTER_COPIED = frozenset({_READONLY, _CANTOPEN, _PROTOCOL})

_BUSY_MILLISECONDS = 1_000
_READ_ONLY = "mode=ro&readonly_shm=1"
_OUR_COPY = "mode=rw"
_WAL_AT, _WAL = slice(18, 20), b"\2\2"  # in the header of the file
_WAL_HEAD, _WORD = 32, 0xFFFFFFFF
_SMALLEST = 512  # bytes: the smallest page
_COMPANIONS = ("", "-wal", "-journal")
_COPY_ATTEMPTS = 3


@contextmanager
def open_untouched(path: Path) -> Iterator["Connection"]:
    """Give a connection to read the file at `path` with.

    Raises:
        UnreadableFileError: for whatever goes wrong with it, also while it is read.
    """
    try:
        # SQLite looks for what stands beside the file itself, not beside a link to it.
        with _connection(path.resolve()) as connection:
            yield connection
    except driver.Error as error:
        raise _explained(driver.result_code(error)) from error
    except OSError as error:
        raise _out_of_reach() from error
    except (UnicodeError, MemoryError) as error:
        raise _unreadable_table() from error


@contextmanager
def _connection(path: Path) -> Iterator["Connection"]:
    connection = _where_it_stands(path)
    if connection is None:
        # The copy is for this user only, and gone before anybody sees what was read.
        with tempfile.TemporaryDirectory() as folder:
            copy = _connect(_copied(path, Path(folder)), _OUR_COPY)
            try:
                yield copy
            finally:
                copy.close()
        return
    try:
        yield connection
    finally:
        connection.close()


def _where_it_stands(path: Path) -> "Connection | None":
    """Open the file where it stands; None when that would leave a trace, or cannot be."""
    if not path.is_file():  # a pipe would keep us waiting for ever
        raise FileNotFoundError
    # Of an empty database SQLite throws away what stands beside it, also when it may only read.
    if path.stat().st_size < _SMALLEST:
        raise _explained(NOTADB)
    # In WAL mode a file is read with the help of -wal and -shm beside it. SQLite makes those that
    # are not there, also for a reader. When they are there, we ask it to change nothing in them.
    if Path(f"{path}-wal").exists():
        if not _has_sound_helpers(path):
            return None
    else:
        # Only now the file itself is looked into: closing it again drops every lock that this
        # program has on it, and it has some on its own database, which has its helpers.
        with path.open("rb") as file:
            if file.read(_WAL_AT.stop)[_WAL_AT] == _WAL:
                return None
    try:
        return _connect(path, _READ_ONLY)
    except driver.Error as error:
        # A program that fell over left a journal that must be played back, or helpers of no use.
        if driver.result_code(error) in _BETTER_COPIED:
            return None
        raise


def _has_sound_helpers(path: Path) -> bool:
    """Tell whether -shm is there too, and SQLite will not spend ten seconds on doubting -wal."""
    with Path(f"{path}-wal").open("rb") as file:
        head = file.read(_WAL_HEAD)
    if not Path(f"{path}-shm").exists() or 0 < len(head) < _WAL_HEAD:
        return False
    if not head:  # all of it stands in the file itself
        return True
    # The sum over six words stands in the two after them: sqlite.org/fileformat2.html#walformat
    words = struct.unpack(">6I" if head[3] & 1 else "<6I", head[:24])
    sums = [0, 0]
    for first, second in zip(words[::2], words[1::2], strict=True):
        sums[0] = (sums[0] + first + sums[1]) & _WORD
        sums[1] = (sums[1] + second + sums[0]) & _WORD
    return head[24:] == struct.pack(">2I", *sums)


def _connect(path: Path, mode: str) -> "Connection":
    connection = sqlcipher3.connect(f"{_address(path)}?{mode}", uri=True, isolation_level=None)
    try:
        connection.text_factory = _decoded
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()  # the first real look
    except BaseException:
        connection.close()
        raise
    return cast("Connection", connection)


def _address(path: Path) -> str:
    # Not as_uri(): of a network path that makes an address with a host, which SQLite refuses.
    whole = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(whole if whole.startswith("/") else f"/{whole}"))


def _copied(path: Path, folder: Path) -> Path:
    """Copy the file with what belongs to it, at a moment that nobody changes it."""
    copy = folder / "kopie"
    for _attempt in range(_COPY_ATTEMPTS):
        before = _state(path)
        for companion in _COMPANIONS:
            Path(f"{copy}{companion}").unlink(missing_ok=True)
            if Path(f"{path}{companion}").exists():
                shutil.copyfile(f"{path}{companion}", f"{copy}{companion}")
        if _state(path) == before:
            return copy
    raise _explained(BUSY)


def _state(path: Path) -> list[tuple[int, int, int]]:
    files = [Path(f"{path}{companion}") for companion in _COMPANIONS]
    found = [file.stat() for file in files if file.exists()]
    return [(each.st_ino, each.st_size, each.st_mtime_ns) for each in found]


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:  # old programs on Windows put their own letters in
        return text.decode("cp1252", "replace")


def _explained(code: int) -> UnreadableFileError:
    if code in {BUSY, LOCKED}:
        return UnreadableFileError(
            _("Een ander programma is nu met dit bestand bezig."),
            _("Er is niets veranderd en niets verloren. Probeer het zo nog eens."),
        )
    if code == NOTADB:
        return UnreadableFileError(
            _("Dit is geen database die Balie kan lezen, of er zit een wachtwoord op."),
            _("Maak in het andere programma een lijst als CSV en kies die."),
        )
    if code == _CORRUPT:
        return UnreadableFileError(
            _("Deze database is beschadigd."),
            _("Er is niets veranderd. Waarschuw wie het andere programma beheert."),
        )
    if code in {_INTERRUPT, _TOOBIG, _NOMEM}:
        return UnreadableFileError(
            _("Het lezen van deze tabel kost te veel tijd of ruimte."),
            _("Er is niets veranderd. Kies een andere tabel, of een lijst als CSV."),
        )
    if code in {_CANTOPEN, IOERR, _READONLY}:
        return _out_of_reach()
    return _unreadable_table()


def _out_of_reach() -> UnreadableFileError:
    return UnreadableFileError(
        _("Balie kan niet bij dit bestand."),
        _("Er is niets veranderd. Kijk of het er nog is, en of u het mag openen."),
    )


def _unreadable_table() -> UnreadableFileError:
    return UnreadableFileError(
        _("Deze tabel is niet te lezen."),
        _("Er is niets veranderd. Kies een andere tabel, of een lijst als CSV."),
    )
