"""A database of another program is read as it is, and that program never notices."""

import contextlib
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_assistant.agenda.readers.tables.csv_text import CsvText
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.store.foreign import ForeignTable, foreign_tables, foreign_text
from reception_assistant.store.opening import open_store
from reception_assistant.store.untouched import open_untouched
from tests.core.store.test_opening import NOON
from tests.helpers.process import python
from tests.helpers.spreadsheets import read_back

Contents = dict[str, tuple[bytes, int]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of a database that is not there yet, in a folder of its own."""
    (tmp_path / "praktijk").mkdir()
    return tmp_path / "praktijk" / "agenda.db"


def _make(path: Path, *statements: str) -> None:
    with closing(_connected(path)) as connection:
        for statement in statements:
            connection.execute(statement)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=0)


def _appointments(path: Path) -> None:
    _make(
        path,
        "CREATE TABLE afspraken (nr INTEGER PRIMARY KEY, naam TEXT, datum TEXT)",
        "INSERT INTO afspraken VALUES (1, 'Vries', '2026-11-24'), (2, 'Bakker', '2026-11-25')",
    )


def _contents(folder: Path) -> Contents:
    return {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.iterdir()
        if file.is_file()
    }


def _table(name: str, *columns: str, rows: int | None) -> ForeignTable:
    return ForeignTable(name, is_view=False, columns=columns, rows=rows)


def _view(name: str, *columns: str, rows: int | None) -> ForeignTable:
    return ForeignTable(name, is_view=True, columns=columns, rows=rows)


def _lines(text: CsvText) -> list[str]:
    return text.text.splitlines()


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which copies are made, which is empty again when a file was read."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_tables_and_views_are_told_with_their_columns_and_rows(path: Path) -> None:
    _appointments(path)
    _make(path, "CREATE VIEW morgen AS SELECT naam, datum FROM afspraken WHERE nr > 1")
    assert foreign_tables(path) == (
        _table("afspraken", "nr", "naam", "datum", rows=2),
        _view("morgen", "naam", "datum", rows=1),
    )


def test_a_table_becomes_text_under_the_names_of_its_columns(path: Path) -> None:
    _appointments(path)
    assert foreign_text(path, "afspraken") == CsvText(
        "nr;naam;datum\n1;Vries;2026-11-24\n2;Bakker;2026-11-25\n"
    )


def test_a_view_becomes_text_as_well(path: Path) -> None:
    _appointments(path)
    _make(path, "CREATE VIEW morgen AS SELECT naam || ' (' || nr || ')' AS wie FROM afspraken")
    assert _lines(foreign_text(path, "morgen")) == ["wie", "Vries (1)", "Bakker (2)"]


def test_each_value_is_written_as_it_is_read_aloud(path: Path) -> None:
    _make(
        path,
        "CREATE TABLE t (a, b, c, d, e)",
        "INSERT INTO t VALUES (612345678, 612345678.0, 1.5, NULL, 'twee' || char(10) || 'regels')",
        "INSERT INTO t VALUES (-7, 9e15, 'a;b', '\"', CAST(x'5af6eb' AS TEXT))",
    )
    assert _lines(foreign_text(path, "t")) == [
        "a;b;c;d;e",
        "612345678;612345678;1.5;;twee regels",
        '-7;9E+15;"a;b";"""";Zöë',
    ]


def test_pictures_and_documents_are_left_out_and_counted(path: Path) -> None:
    _make(
        path,
        "CREATE TABLE t (naam, foto)",
        "INSERT INTO t VALUES ('Vries', x'89504e47'), ('Bakker', zeroblob(5000000))",
        "INSERT INTO t VALUES ('Smit', printf('%200000d', 1))",
    )
    text = foreign_text(path, "t")
    assert _lines(text) == ["naam;foto", "Vries;", "Bakker;", "Smit;"]
    assert text.remarks == ("In 3 vakken staat geen gewone tekst; die zijn leeg gelaten.",)


def test_names_with_quotes_spaces_and_accents_are_found(path: Path) -> None:
    name = 'mijn "tabel"; é'
    _make(
        path,
        'CREATE TABLE "mijn ""tabel""; é" ("een ""kolom""", "b c")',
        'INSERT INTO "mijn ""tabel""; é" VALUES (1, \'x\')',
    )
    assert foreign_tables(path) == (_table(name, 'een "kolom"', "b c", rows=1),)
    assert _lines(foreign_text(path, name)) == ['"een ""kolom""";b c', "1;x"]


def test_what_sqlite_keeps_for_itself_is_not_offered(path: Path) -> None:
    _make(
        path,
        "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
        "CREATE VIRTUAL TABLE zoeken USING fts5(naam)",
        "CREATE TABLE zoeken_namen (a)",
    )
    assert [table.name for table in foreign_tables(path)] == ["t", "zoeken_namen"]


def test_a_view_of_which_the_table_is_gone_is_not_offered(path: Path) -> None:
    _make(path, "CREATE TABLE t (a)", "CREATE VIEW leeg AS SELECT * FROM weg")
    assert [table.name for table in foreign_tables(path)] == ["t"]
    with pytest.raises(UnreadableFileError, match="tabel is niet te lezen"):
        foreign_text(path, "leeg")


@pytest.mark.parametrize("name", ["weg", "", "a\0b", "\ud800", '"; DROP TABLE afspraken; --'])
def test_a_table_that_is_not_there_is_said_so(path: Path, name: str) -> None:
    _appointments(path)
    with pytest.raises(UnreadableFileError, match="tabel is niet te lezen"):
        foreign_text(path, name)


@pytest.mark.parametrize("mode", ["delete", "truncate", "persist", "wal"])
def test_nothing_is_changed_and_nothing_is_left_beside_it(
    path: Path, copies: Path, mode: str
) -> None:
    _make(path, f"PRAGMA journal_mode = {mode}")
    _appointments(path)
    before = _contents(path.parent)
    assert len(foreign_tables(path)) == 1
    assert len(_lines(foreign_text(path, "afspraken"))) == 3
    assert _contents(path.parent) == before
    assert list(copies.iterdir()) == []


def test_what_another_program_wrote_a_moment_ago_is_seen(path: Path, copies: Path) -> None:
    _make(path, "PRAGMA journal_mode = WAL")
    _appointments(path)
    with _another_program(path, "UPDATE afspraken SET naam = 'Smit' WHERE nr = 1"):
        before = _contents(path.parent)
        assert set(before) == {"agenda.db", "agenda.db-wal", "agenda.db-shm"}
        assert _lines(foreign_text(path, "afspraken"))[1] == "1;Smit;2026-11-24"
        assert _contents(path.parent) == before
        with _another_program(path, "UPDATE afspraken SET naam = 'Bos' WHERE nr = 1"):
            assert _lines(foreign_text(path, "afspraken"))[1] == "1;Bos;2026-11-24"


def _left_behind(path: Path, *lost: str) -> None:
    """Leave the file as it is when the other program falls over, without some of its helpers."""
    _make(path, "PRAGMA journal_mode = WAL")
    _appointments(path)
    script = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("UPDATE afspraken SET naam = 'Smit' WHERE nr = 1")
os._exit(0)
"""
    assert python(script, path).code == 0
    for companion in lost:
        Path(f"{path}{companion}").unlink()


@pytest.mark.parametrize("lost", [(), ("-shm",)])
def test_what_was_kept_in_the_wal_is_read_without_its_helper(
    path: Path, copies: Path, lost: tuple[str, ...]
) -> None:
    _left_behind(path, *lost)
    before = _contents(path.parent)
    assert _lines(foreign_text(path, "afspraken"))[1] == "1;Smit;2026-11-24"
    assert _contents(path.parent) == before
    assert list(copies.iterdir()) == []


def test_a_damaged_wal_costs_no_more_than_what_stands_in_it(path: Path, copies: Path) -> None:
    _left_behind(path)
    wal = Path(f"{path}-wal")
    wal.write_bytes(b"\0" * 24 + wal.read_bytes()[24:])
    before = _contents(path.parent)
    assert _lines(foreign_text(path, "afspraken"))[1] == "1;Vries;2026-11-24"
    assert _contents(path.parent) == before


def test_a_change_that_was_never_finished_is_not_seen(path: Path, copies: Path) -> None:
    _appointments(path)
    script = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE afspraken SET naam = 'Smit'")
connection.executemany("INSERT INTO afspraken (naam) VALUES (?)", [("x" * 3000,)] * 50)
os._exit(0)
"""
    assert python(script, path).code == 0
    before = _contents(path.parent)
    assert set(before) == {"agenda.db", "agenda.db-journal"}
    assert _lines(foreign_text(path, "afspraken"))[1:] == [
        "1;Vries;2026-11-24",
        "2;Bakker;2026-11-25",
    ]
    assert _contents(path.parent) == before
    assert list(copies.iterdir()) == []


def test_a_copy_is_for_this_user_only_says_nothing_and_is_gone_after_an_error(
    path: Path, copies: Path
) -> None:
    _left_behind(path, "-shm")

    def fail() -> None:
        with open_untouched(path) as connection:
            (folder,) = copies.iterdir()
            assert folder.stat().st_mode & 0o077 == 0
            assert not any("agenda" in file.name for file in (folder, *folder.iterdir()))
            connection.execute("SELECT * FROM weg")

    with pytest.raises(UnreadableFileError):
        fail()
    assert list(copies.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a folder of Windows has no such lock")
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_folder_in_which_nothing_may_be_written_is_no_hindrance(
    path: Path, copies: Path, mode: str
) -> None:
    _make(path, f"PRAGMA journal_mode = {mode}")
    _appointments(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert len(_lines(foreign_text(path, "afspraken"))) == 3
    finally:
        path.parent.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("mode", ["delete", "wal"])
@pytest.mark.parametrize(
    "name",
    ["wat?.db", "a#b.db", "50%25.db", "é ü.db", "a&mode=memory.db", "a\\b.db", "-wal", "a\nb"],
)
def test_a_file_with_an_odd_name_is_found(path: Path, mode: str, name: str) -> None:
    path = path.with_name(name)
    _make(path, f"PRAGMA journal_mode = {mode}")
    _appointments(path)
    assert len(_lines(foreign_text(path, "afspraken"))) == 3
    assert os.listdir(path.parent) == [name]  # noqa: PTH208  their names as they are


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a link")
def test_what_stands_beside_the_file_is_found_through_a_link(path: Path, tmp_path: Path) -> None:
    _left_behind(path)
    link = tmp_path / "snel.db"
    link.symlink_to(path)
    assert _lines(foreign_text(link, "afspraken"))[1] == "1;Smit;2026-11-24"


@contextlib.contextmanager
def _another_program(path: Path, *statements: str) -> Iterator[None]:
    """Let a program of its own do this, and wait with the file open."""
    script = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement)
print("ready", flush=True)
sys.stdin.read()
"""
    process = subprocess.Popen(  # noqa: S603  our own lines
        [sys.executable, "-c", script, str(path), *statements],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"ready"
        yield
        assert process.stdin is not None
        process.stdin.close()


def test_a_database_that_another_program_is_changing_is_read_as_it_was(path: Path) -> None:
    _appointments(path)
    with _another_program(path, "BEGIN IMMEDIATE", "DELETE FROM afspraken"):
        before = _contents(path.parent)
        assert len(_lines(foreign_text(path, "afspraken"))) == 3
        assert _contents(path.parent) == before


def test_a_database_that_is_locked_is_said_to_be_in_use(path: Path) -> None:
    _appointments(path)
    with (
        _another_program(path, "BEGIN EXCLUSIVE"),
        pytest.raises(UnreadableFileError, match=r"bezig.*niets verloren"),
    ):
        foreign_tables(path)
    assert len(foreign_tables(path)) == 1


def test_our_own_database_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "data" / "balie.db"
    store = open_store(own, NOON)
    try:
        with pytest.raises(UnreadableFileError, match="database van Balie zelf"):
            foreign_tables(own)
    finally:
        store.close()
    with pytest.raises(UnreadableFileError, match="database van Balie zelf"):
        foreign_text(own, "persons")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen database"),
        (b"naam;datum\n" * 100, "geen database"),
        (hashlib.shake_256(b"geheim").digest(8192), "wachtwoord"),
        (b"SQLite format 3\0" + bytes(5000), "geen database"),
    ],
)
def test_what_is_no_database_is_said_so(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    before = _contents(path.parent)
    for read in (lambda: foreign_tables(path), lambda: foreign_text(path, "t")):
        with pytest.raises(UnreadableFileError, match=words) as raised:
            read()
        assert raised.value.advice
    assert _contents(path.parent) == before


def test_of_an_empty_file_nothing_beside_it_is_thrown_away(path: Path) -> None:
    _left_behind(path)
    path.write_bytes(b"")
    before = _contents(path.parent)
    with pytest.raises(UnreadableFileError, match="geen database"):
        foreign_tables(path)
    assert _contents(path.parent) == before


def test_a_damaged_database_is_said_to_be_damaged(path: Path) -> None:
    _make(path, "CREATE TABLE t (a)", *["INSERT INTO t VALUES (zeroblob(3000))"] * 20)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="beschadigd"):
        foreign_text(path, "t")


def test_a_file_that_is_gone_and_a_folder_are_said_so(path: Path) -> None:
    for place in (path, path.parent):
        with pytest.raises(UnreadableFileError, match="kan niet bij dit bestand"):
            foreign_tables(place)
        with pytest.raises(UnreadableFileError, match="kan niet bij dit bestand"):
            foreign_text(place, "t")
    assert not path.exists()


def _endless(query: str) -> str:
    numbers = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    return f"CREATE VIEW v AS {numbers} {query} FROM n"


def test_a_view_that_never_ends_is_stopped(path: Path) -> None:
    _make(path, _endless("SELECT COUNT(*) AS hoeveel"))
    assert foreign_tables(path) == (_view("v", "hoeveel", rows=None),)
    with pytest.raises(UnreadableFileError, match="te veel tijd"):
        foreign_text(path, "v")


def test_a_view_without_end_gives_its_first_rows_and_says_so(path: Path) -> None:
    _make(path, _endless("SELECT x"))
    assert foreign_tables(path) == (_view("v", "x", rows=None),)
    text = foreign_text(path, "v")
    assert text.text.count("\n") == 200_001
    assert not text.whole
    assert text.remarks == (
        "Deze tabel is langer dan Balie kan lezen: alleen de eerste 200000 rijen zijn gelezen.",
    )


def test_very_much_text_is_cut_and_said_so(path: Path) -> None:
    _make(path, _endless("SELECT printf('%90000d', x) AS lang"))
    text = foreign_text(path, "v")
    assert not text.whole
    assert "alleen de eerste 223 rijen" in text.remarks[0]


@pytest.mark.parametrize(
    "wish", ["load_extension('x')", "writefile('x', 'y')", "fts3_tokenizer('a')", "readfile('x')"]
)
def test_a_view_can_do_nothing_but_look(path: Path, wish: str) -> None:
    _make(path, f"CREATE VIEW v AS SELECT {wish} AS a")
    with pytest.raises(UnreadableFileError, match="tabel is niet te lezen"):
        foreign_text(path, "v")


def test_what_comes_out_reads_back_as_the_same_rows(path: Path) -> None:
    _appointments(path)
    _make(path, "INSERT INTO afspraken VALUES (3, 'de \"korte\"; x', NULL), (4, '', '  ')")
    text = foreign_text(path, "afspraken").text
    rows = [cells for _line, cells in read_back(text)]
    assert rows == [
        ["nr", "naam", "datum"],
        ["1", "Vries", "2026-11-24"],
        ["2", "Bakker", "2026-11-25"],
        ["3", 'de "korte"; x', ""],
        ["4", "", ""],
    ]


class _Damageable:
    """A database and its helpers as they were when they were whole."""

    def __init__(self, path: Path, files: list[bytes]) -> None:
        self.path = path
        self.files = files


@pytest.fixture(scope="module")
def damageable(tmp_path_factory: pytest.TempPathFactory) -> _Damageable:
    """Give a small database in WAL mode, with its helpers, to damage."""
    path = tmp_path_factory.mktemp("beschadigd") / "agenda.db"
    _make(path, "PRAGMA page_size = 512", "PRAGMA journal_mode = WAL")
    _appointments(path)
    _make(path, "CREATE VIEW v AS SELECT naam || datum AS x FROM afspraken")
    with closing(_connected(path)) as other:
        other.execute("INSERT INTO afspraken VALUES (3, 'Smit', zeroblob(2000))")
        files = [path.with_name(path.name + each).read_bytes() for each in ("", "-wal", "-shm")]
    return _Damageable(path, files)


_DAMAGE = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 40_000), st.binary(max_size=8), st.integers(0, 50)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(damage=_DAMAGE, helpers=st.sampled_from([0, 1, 2]))
def test_whatever_the_damage_it_is_told_and_nothing_changes(
    damageable: _Damageable,
    damage: list[tuple[int, int, bytes, int]],
    helpers: int,
) -> None:
    path = damageable.path
    files = [bytearray(each) for each in damageable.files]
    for which, place, put, taken in damage:
        at = place % len(files[which])
        files[which][at : at + taken] = put
    for number, companion in enumerate(("", "-wal", "-shm")):
        Path(f"{path}{companion}").unlink(missing_ok=True)
        if number <= helpers:
            Path(f"{path}{companion}").write_bytes(files[number])
    before = _contents(path.parent)
    attempts: list[Callable[[], object]] = [
        lambda: foreign_tables(path),
        lambda: foreign_text(path, "afspraken"),
        lambda: foreign_text(path, "v"),
    ]
    for attempt in attempts:
        with contextlib.suppress(UnreadableFileError):
            attempt()
    assert _contents(path.parent) == before
