"""Migrations: from every released schema to the newest, with a copy first, all or nothing."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from reception_assistant.errors import StoreError
from reception_assistant.store import driver, migrations, opening
from reception_assistant.store.opening import APPLICATION_ID, open_store

if TYPE_CHECKING:
    from sqlite_utils import Database

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SCHEMAS = Path(__file__).parents[2] / "data" / "schemas"


def _schema(path: Path) -> str:
    """Return the schema and the first rows of a database, as statements."""
    connection = driver.connect(path)
    made = connection.execute(
        """SELECT sql FROM sqlite_master
        WHERE sql IS NOT NULL AND name NOT LIKE 'person_search~_%' ESCAPE '~' ORDER BY rowid"""
    ).fetchall()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    rows = connection.execute(
        """SELECT format('INSERT INTO employees VALUES (%Q, %Q, %Q, %d, %d);',
            id, name, role, active, row_version) FROM employees
        UNION ALL SELECT format(
            'INSERT INTO sources (id, name, kind, first_day, last_day, read_utc, row_version) '
            || 'VALUES (%Q, %Q, %Q, %Q, %Q, %Q, %d);',
            id, name, kind, first_day, last_day, read_utc, row_version) FROM sources
        UNION ALL SELECT format('INSERT INTO _sqlite_migrations VALUES (%d, %Q, %Q, %Q);',
            id, migration_set, name, '2026-11-24') FROM _sqlite_migrations"""
    ).fetchall()
    connection.close()
    header = [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {version};"]
    statements = [f"{' '.join(row[0].split())};" for row in made]
    tables_first = sorted(statements, key=lambda statement: " INDEX " in statement)
    return "\n".join((*header, *tables_first, *(row[0] for row in rows), ""))


def _from_dump(path: Path, number: int) -> None:
    """Make the database that version `number` made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = driver.connect(path)
    driver.make_durable(connection)
    for statement in _dump(number).read_text(encoding="utf-8").splitlines():
        connection.execute(statement)
    connection.close()


def _dump(number: int) -> Path:
    (found,) = SCHEMAS.glob(f"m{number:04}*.sql")
    return found


def _made_by(number: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the database that the first `number` migrations make."""
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "NAMES", migrations.NAMES[:number])
        patch.setattr(migrations, "VERSION", number)
        open_store(path, NOON).close()


def test_every_released_schema_is_kept() -> None:
    assert [path.stem for path in sorted(SCHEMAS.glob("*.sql"))] == list(migrations.NAMES)
    assert len(migrations.NAMES) == migrations.VERSION


def test_migrations_are_numbered_without_a_gap() -> None:
    folder = Path(migrations.__file__).parent
    modules = sorted(path.stem for path in folder.glob("m*.py"))
    assert modules == list(migrations.NAMES)
    assert [int(name[1:5]) for name in modules] == list(range(1, len(modules) + 1))


def test_every_migration_has_its_own_test() -> None:
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_m0")}
    assert tested == set(migrations.NAMES)


def test_a_migration_knows_nothing_of_the_rest_of_the_program() -> None:
    for name in migrations.NAMES:
        source = (Path(migrations.__file__).parent / f"{name}.py").read_text(encoding="utf-8")
        assert "reception_assistant" not in source


def test_m0001_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first migration makes what version 1 was; a released one is never changed."""
    _made_by(1, tmp_path / "balie.db", monkeypatch)
    assert _schema(tmp_path / "balie.db") == _dump(1).read_text(encoding="utf-8")


def test_m0002_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second migration makes what version 2 was."""
    _made_by(2, tmp_path / "balie.db", monkeypatch)
    assert _schema(tmp_path / "balie.db") == _dump(2).read_text(encoding="utf-8")


def test_m0003_thinking_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The third migration makes what version 3 was."""
    _made_by(3, tmp_path / "balie.db", monkeypatch)
    assert _schema(tmp_path / "balie.db") == _dump(3).read_text(encoding="utf-8")


def test_m0004_calls_and_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fourth migration makes what version 4 was."""
    _made_by(4, tmp_path / "balie.db", monkeypatch)
    assert _schema(tmp_path / "balie.db") == _dump(4).read_text(encoding="utf-8")


def test_m0005_follow_ups_and_complaints(tmp_path: Path) -> None:
    """A new database is what version 5 was.

    When this fails after a release, add a migration and leave the old one alone; before it, run
    this module as a program: it writes the schema down anew.
    """
    open_store(tmp_path / "balie.db", NOON).close()
    assert _schema(tmp_path / "balie.db") == _dump(5).read_text(encoding="utf-8")


def test_what_was_promised_before_follow_ups_is_still_to_be_done(tmp_path: Path) -> None:
    path = tmp_path / "balie.db"
    _from_dump(path, 4)
    connection = driver.connect(path)
    owner = connection.execute("SELECT id FROM employees").fetchone()[0]
    connection.execute(
        """INSERT INTO calls (id, direction, reason_id, outcome_id, employee_id, started_utc,
            ended_utc) VALUES ('c', 'in', 'factuur', 'terugbelafspraak', ?, '2026', '2026')""",
        (owner,),
    )
    for key, channel, call in (("c:1", "bellen", "c"), ("m", "mailen", None)):
        connection.execute(
            """INSERT INTO promises (id, call_id, what, before_local, zone, before_utc, owner_id,
                channel, made_utc)
            VALUES (?, ?, 'nakijken', '2026-11-24T17:00', 'Europe/Amsterdam', '2026-11-24T16:00',
                ?, ?, '2026-11-24T08:00:00.000')""",
            (key, call, owner, channel),
        )
    connection.close()
    open_store(path, NOON).close()
    connection = driver.connect(path)
    rows = connection.execute(
        "SELECT id, kind, source, subject, state, row_version FROM promises ORDER BY id"
    ).fetchall()
    connection.close()
    assert rows == [
        ("c:1", "terugbellen", "gesprek", "factuur", "open", 1),
        ("m", "belofte", "gesprek", "", "open", 1),
    ]


@pytest.mark.parametrize(
    "change", ["UPDATE script_versions SET text = 'anders'", "DELETE FROM script_versions"]
)
def test_a_version_of_a_script_never_changes(change: str, tmp_path: Path) -> None:
    path = tmp_path / "balie.db"
    open_store(path, NOON).close()
    connection = driver.connect(path)
    connection.execute(
        """INSERT INTO script_versions (id, script_id, number, text, facts, origin, made_utc)
        VALUES ('v', 'begroeten', 1, 'tekst', '{}', 'practice', '2026-11-24T12:00')"""
    )
    with pytest.raises(driver.Error, match=r"never changes|stays"):
        connection.execute(change)
    assert connection.execute("SELECT text FROM script_versions").fetchall() == [("tekst",)]
    connection.close()


def test_practitioners_of_before_keep_their_names(tmp_path: Path) -> None:
    path = tmp_path / "balie.db"
    _from_dump(path, 2)
    connection = driver.connect(path)
    connection.execute("INSERT INTO practitioners (id, name) VALUES ('p', 'Bakker')")
    connection.close()
    open_store(path, NOON).close()
    connection = driver.connect(path)
    row = connection.execute("SELECT name, spoken, by_hand FROM practitioners")
    assert row.fetchone() == ("Bakker", "", 0)
    connection.close()


def test_sources_of_before_profiles_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "balie.db"
    _from_dump(path, 1)
    connection = driver.connect(path)
    connection.execute("INSERT INTO sources (id, name, kind) VALUES ('s', 'eigen csv', 'csv')")
    connection.close()
    open_store(path, NOON).close()
    connection = driver.connect(path)
    row = connection.execute("SELECT name, signature, profile_id FROM sources WHERE id = 's'")
    assert row.fetchone() == ("eigen csv", "", None)
    connection.close()


@pytest.mark.parametrize("number", range(1, migrations.VERSION + 1))
def test_every_released_schema_becomes_the_newest(number: int, tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "balie.db", tmp_path / "new" / "balie.db"
    _from_dump(old, number)
    for path in (old, new):
        open_store(path, NOON).close()
    assert sorted(_schema(old).splitlines()) == sorted(_schema(new).splitlines())


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[["Database"], None]], None]:
    """Give a way to let the program have one migration more."""

    def add(step: Callable[["Database"], None]) -> None:
        module = ModuleType("m9999_more")
        module.apply = step  # type: ignore[attr-defined]
        names = (*migrations.NAMES, "m9999_more")
        monkeypatch.setitem(sys.modules, f"{migrations.__name__}.m9999_more", module)
        monkeypatch.setattr(migrations, "NAMES", names)
        monkeypatch.setattr(migrations, "VERSION", len(names))

    return add


def _add_column(db: "Database") -> None:
    db.execute("ALTER TABLE settings ADD COLUMN more TEXT")


def _filled(path: Path) -> None:
    store = open_store(path, NOON)
    with store.writing() as db:
        db.execute("INSERT INTO settings (name, value) VALUES ('kept', 'ja')")
    store.close()


def _kept(path: Path) -> list[tuple[str, str]]:
    connection = driver.connect(path)
    rows = connection.execute("SELECT name, value FROM settings").fetchall()
    connection.close()
    return rows


NextVersion = Callable[[Callable[["Database"], None]], None]


def test_an_older_database_is_copied_before_it_changes(
    tmp_path: Path, next_version: NextVersion
) -> None:
    path = tmp_path / "balie.db"
    _filled(path)
    before = _schema(path)
    next_version(_add_column)
    store = open_store(path, NOON)
    store.close()
    copy = tmp_path / "kopieen" / "balie-20261124-120000.db"
    assert _schema(copy) == before
    assert _kept(copy) == _kept(path) == [("kept", "ja")]
    assert "more TEXT" in _schema(path)
    open_store(path, NOON).close()
    assert [each.name for each in copy.parent.glob("*.db")] == [copy.name]


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    _filled(tmp_path / "balie.db")
    assert not (tmp_path / "kopieen").exists()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, next_version: NextVersion) -> None:
    path = tmp_path / "balie.db"
    _filled(path)
    before = _schema(path)

    def fail(db: "Database") -> None:
        db.execute("ALTER TABLE settings ADD COLUMN more TEXT")
        db.execute("UPDATE settings SET value = 'nee'")
        raise RuntimeError

    next_version(fail)
    with pytest.raises(RuntimeError):
        open_store(path, NOON)
    assert _schema(path) == before
    assert _kept(path) == [("kept", "ja")]


def test_a_bad_copy_stops_the_migration(
    tmp_path: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "balie.db"
    _filled(path)
    before = _schema(path)
    next_version(_add_column)
    monkeypatch.setattr(opening, "_is_damaged", lambda _connection: True)
    with pytest.raises(StoreError, match="geen goede kopie"):
        open_store(path, NOON)
    assert _schema(path) == before


def _write_down(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "balie.db"
        open_store(path, NOON).close()
        kept = SCHEMAS / f"{migrations.NAMES[number - 1]}.sql"
        kept.write_text(_schema(path), encoding="utf-8")


if __name__ == "__main__":
    _write_down(migrations.VERSION)
