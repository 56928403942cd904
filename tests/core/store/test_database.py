"""The open database: safe settings, reads beside a write, all or nothing, news of others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception_assistant.errors import BugError
from reception_assistant.store import driver
from reception_assistant.store.database import Store
from reception_assistant.store.opening import open_store
from tests.helpers.process import python

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a new open database."""
    store = open_store(tmp_path / "balie.db", NOON)
    yield store
    store.close()


def _settings(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        return dict(connection.execute("SELECT name, value FROM settings").fetchall())


def _keep(store: Store, name: str, value: str = "ja") -> None:
    with store.writing() as db:
        db.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (name, value))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5_000),
        ("recursive_triggers", 0),
    ],
)
def test_what_is_written_survives_a_power_cut_and_holds_together(
    pragma: str, value: object, store: Store
) -> None:
    with store.writing() as db:
        assert db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.parametrize(
    ("pragma", "value"), [("query_only", 1), ("foreign_keys", 1), ("trusted_schema", 0)]
)
def test_the_connection_for_reading_cannot_write(pragma: str, value: object, store: Store) -> None:
    with store.reading() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.logs
def test_writing_while_reading_is_our_own_mistake(store: Store) -> None:
    def write() -> None:
        with store.reading() as connection:
            connection.execute("DELETE FROM settings")

    with pytest.raises(Exception, match="schrijven") as caught:
        write()
    assert not isinstance(caught.value, driver.Error)


def test_what_points_nowhere_is_refused(store: Store) -> None:
    def write() -> None:
        with store.writing() as db:
            db.execute("INSERT INTO animal_owners VALUES ('no animal', 'nobody')")

    with pytest.raises(BugError):
        write()


def test_a_read_sees_the_last_commit_while_a_write_is_open(store: Store) -> None:
    _keep(store, "before")
    with store.writing() as db:
        db.execute("INSERT INTO settings (name, value) VALUES ('open', 'ja')")
        assert _settings(store) == {"before": "ja"}
    assert _settings(store) == {"before": "ja", "open": "ja"}


def test_all_reads_in_one_go_see_the_same_moment(store: Store) -> None:
    query = "SELECT COUNT(*) FROM settings"
    with store.reading() as connection:
        first = connection.execute(query).fetchone()
        _keep(store, "meanwhile")
        assert connection.execute(query).fetchone() == first
    assert "meanwhile" in _settings(store)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_nothing_of_a_write(error: type[BaseException], store: Store) -> None:
    def write() -> None:
        with store.writing() as db:
            db.execute("INSERT INTO settings (name, value) VALUES ('half', 'ja')")
            raise error

    with pytest.raises(error):
        write()
    assert _settings(store) == {}
    _keep(store, "next")
    assert _settings(store) == {"next": "ja"}


def test_an_error_while_reading_leaves_the_connection_usable(store: Store) -> None:
    def read() -> None:
        with store.reading() as connection:
            connection.execute("SELECT * FROM nothing")

    with pytest.raises(BugError):
        read()
    assert _settings(store) == {}


def test_a_commit_of_another_process_is_noticed_once(store: Store) -> None:
    assert not store.written_elsewhere()
    _write_in_another_process(store.path)
    assert store.written_elsewhere()
    assert not store.written_elsewhere()


def test_our_own_commit_is_no_news(store: Store) -> None:
    store.written_elsewhere()
    _keep(store, "own")
    assert not store.written_elsewhere()


def test_closing_folds_everything_into_the_one_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "balie.db", NOON)
    _keep(store, "kept")
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["balie.db"]
    again = open_store(tmp_path / "balie.db", NOON)
    assert _settings(again) == {"kept": "ja"}
    again.close()


def _write_in_another_process(path: Path) -> None:
    script = """
import sys
from pathlib import Path
from reception_assistant.store import driver
connection = driver.connect(Path(sys.argv[1]))
connection.execute("INSERT INTO settings (name, value) VALUES ('elsewhere', 'ja')")
connection.close()
"""
    assert python(script, path).code == 0
