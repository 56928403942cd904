"""sqlite-utils over sqlcipher3: every path on which the tool must recognise the driver's errors.

Without the registration in `store/driver.py` the errors of sqlcipher3 pass the tool's `except`
clauses by, and each of these fails.
"""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3  # type: ignore[import-untyped]
from sqlite_utils import Database
from sqlite_utils.db import NotFoundError

from reception_assistant.errors import BugError, StoreError
from reception_assistant.store import driver
from tests.helpers.process import python


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Give the tools over a new file."""
    db = driver.tools(driver.connect(tmp_path / "balie.db"))
    yield db
    db.conn.close()


def test_the_sqlite_in_use_loses_no_commits() -> None:
    assert driver.sqlite_version() >= (3, 51, 3)


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(driver, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(BugError, match="can lose commits"):
        driver.connect(tmp_path / "balie.db")
    assert not (tmp_path / "balie.db").exists()


def test_a_new_column_comes_by_itself(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")
    db.table("persons").insert({"id": 2, "surname": "Berg", "prefix": "van den"}, alter=True)
    assert list(db.query("SELECT prefix FROM persons ORDER BY id")) == [
        {"prefix": None},
        {"prefix": "van den"},
    ]


def test_updating_with_a_new_column_works(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")
    db.table("persons").update(1, {"prefix": "de"}, alter=True)
    assert db.table("persons").get(1)["prefix"] == "de"


def test_dropping_what_is_not_there_is_no_trouble(db: Database) -> None:
    db.table("nothing").drop(ignore=True)
    with pytest.raises(driver.Error, match="no such table"):
        db.table("nothing").drop()


def test_a_query_that_writes_gives_its_rows_back(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")
    found = list(db.query("INSERT INTO persons VALUES (2, 'Berg') RETURNING id, surname"))
    assert found == [{"id": 2, "surname": "Berg"}]
    assert db.table("persons").count == 2


def test_a_wrong_query_is_the_drivers_own_error(db: Database) -> None:
    with pytest.raises(driver.Error):
        list(db.query("SELECT * FROM nothing"))


def test_a_free_name_for_an_index_is_found(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries", "prefix": "de"}, pk="id")
    db.table("persons").create_index(["surname"], index_name="by_name")
    db.table("persons").create_index(["prefix"], index_name="by_name", find_unique_name=True)
    assert {index.name for index in db.table("persons").indexes} == {"by_name", "by_name_2"}


def test_an_index_that_is_there_already_is_told(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")
    db.table("persons").create_index(["surname"])
    db.table("persons").create_index(["surname"], if_not_exists=True)
    with pytest.raises(driver.Error, match="already exists"):
        db.table("persons").create_index(["surname"])


def test_counts_are_kept_and_mended(db: Database) -> None:
    db.table("persons").insert({"id": 1}, pk="id")
    assert db.cached_counts() == {}
    db.enable_counts()
    db.table("persons").insert({"id": 2})
    assert db.cached_counts() == {"persons": 2}
    assert db.table("persons").count == 2
    db.execute("UPDATE _counts SET count = 9")
    db.reset_counts()
    assert db.cached_counts() == {"persons": 2}


def test_a_row_is_added_or_changed_by_its_key(db: Database) -> None:
    table = db.table("persons")
    table.insert({"id": 1, "surname": "Vries"}, pk="id")
    table.upsert_all([{"id": 1, "surname": "Berg"}, {"id": 2, "surname": "Bos"}], pk="id")
    assert [row["surname"] for row in table.rows_where(order_by="id")] == ["Berg", "Bos"]
    table.insert({"id": 2, "surname": "Dijk"}, ignore=True)
    table.insert({"id": 1, "surname": "Smit"}, replace=True)
    assert [row["surname"] for row in table.rows_where(order_by="id")] == ["Smit", "Bos"]


def test_a_row_that_is_not_there_is_told(db: Database) -> None:
    db.table("persons").insert({"id": 1}, pk="id")
    with pytest.raises(NotFoundError):
        db.table("persons").get(2)
    with pytest.raises(NotFoundError):
        db.table("persons").update(2, {"id": 3})


def test_searching_in_full_text_works(db: Database) -> None:
    table = db.table("persons")
    table.insert_all([{"id": 1, "surname": "Vries"}, {"id": 2, "surname": "Berg"}], pk="id")
    table.enable_fts(["surname"], create_triggers=True)
    table.insert({"id": 3, "surname": "Vriesma"})
    assert [row["id"] for row in table.search("vries*", order_by="id")] == [1, 3]
    with pytest.raises(driver.Error):
        list(table.search('"'))
    assert list(table.search(db.quote_fts('bos "'))) == []
    table.rebuild_fts()
    table.disable_fts()
    assert table.detect_fts() is None


def test_a_table_is_remade_with_its_rows(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")
    db.table("persons").transform(rename={"surname": "achternaam"})
    assert db.table("persons").get(1) == {"id": 1, "achternaam": "Vries"}


def test_an_error_within_atomic_undoes_all_of_it(db: Database) -> None:
    db.table("persons").insert({"id": 1, "surname": "Vries"}, pk="id")

    def insert_both() -> None:
        with db.atomic():
            db.table("persons").insert({"id": 2, "surname": "Berg"})
            db.table("persons").insert({"id": 1, "surname": "Bos"})

    with pytest.raises(driver.Error):
        insert_both()
    assert db.table("persons").count == 1


def test_text_is_taken_apart_in_a_table_of_its_own(db: Database) -> None:
    db.table("visits").insert_all([{"id": 1, "who": "Bakker"}, {"id": 2, "who": "Bakker"}], pk="id")
    db.table("visits").extract("who")
    assert db.table("who").count == 1


def test_the_registration_is_what_makes_it_work() -> None:
    """In a process of its own: the same call without the registration fails."""
    script = """
import sqlcipher3
from sqlite_utils import Database
db = Database(sqlcipher3.connect(":memory:"))
db.table("persons").insert({"id": 1}, pk="id")
try:
    db.table("persons").insert({"id": 2, "surname": "Berg"}, alter=True)
except sqlcipher3.dbapi2.OperationalError:
    print("fails")
"""
    assert python(script).out.strip() == "fails"


def test_the_tools_work_on_the_connection_that_was_made_safe(tmp_path: Path) -> None:
    connection = driver.connect(tmp_path / "balie.db")
    db = driver.tools(connection)
    assert sys.modules["pysqlite3"] is sqlcipher3
    assert db.conn is connection
    connection.close()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (5, "bezet"),
        (6, "bezet"),
        (8, "schrijfrechten"),
        (10, "schijf is aangesloten"),
        (11, "beschadigd"),
        (13, "schijf is vol"),
        (14, "kan niet bij"),
        (26, "beschadigd"),
        (7, "geheugen"),
        (267, "beschadigd"),  # SQLITE_CORRUPT_VTAB: the table for searching
        (2570, "kan niet bij"),  # SQLITE_IOERR_READ and its kin
    ],
)
def test_what_the_world_does_is_told_in_dutch_with_what_to_do(code: int, words: str) -> None:
    error = driver.damaged_error()
    error.sqlite_errorcode = code  # type: ignore[attr-defined]
    told = driver.explained(error)
    assert isinstance(told, StoreError)
    assert words in str(told)
    assert told.advice


def test_any_other_error_is_our_own() -> None:
    error = driver.damaged_error()
    error.sqlite_errorcode = 1  # type: ignore[attr-defined]
    assert isinstance(driver.explained(error), BugError)


def test_two_that_begin_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """SQLite itself does not wait when both change the journal of a new file."""
    path = tmp_path / "balie.db"
    first = driver.connect(path)
    first.execute("CREATE TABLE kept (x)")
    first.execute("BEGIN IMMEDIATE")
    over = threading.Timer(0.2, lambda: first.execute("COMMIT"))
    over.start()
    second = driver.connect(path)
    driver.make_durable(second)
    assert second.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    over.join()
    for each in (first, second):
        each.close()
