"""Opening the database: ours and whole it opens; anything else is refused, or moved aside whole."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception_assistant.errors import StoreError
from reception_assistant.store import driver
from reception_assistant.store.database import Store
from reception_assistant.store.opening import APPLICATION_ID, open_store
from tests.helpers.process import python

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
_PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of a database that is not there yet."""
    return tmp_path / "data" / "balie.db"


def _open_and_close(path: Path) -> str:
    """Return the notice at opening."""
    store = open_store(path, NOON)
    store.close()
    return store.notice


def _keep(store: Store, name: str, value: str = "ja") -> None:
    with store.writing() as db:
        db.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (name, value))


def _settings(store: Store) -> list[str]:
    with store.reading() as connection:
        rows = connection.execute("SELECT name, value FROM settings").fetchall()
    return sorted(row[0] for row in rows)


def _fill(path: Path) -> None:
    """Make a database of some pages, with one known setting."""
    store = open_store(path, NOON)
    with store.writing() as db:
        for name in ("kept", *(f"more{number:03}" for number in range(200))):
            db.execute("INSERT INTO settings (name, value) VALUES (?, ?)", (name, "x" * 500))
    store.close()


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_new_database_is_ours_and_ready_for_use(path: Path) -> None:
    store = open_store(path, NOON)
    _keep(store, "first")
    with store.reading() as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        employees = connection.execute("SELECT name, role, active FROM employees").fetchall()
    store.close()
    assert employees == [("Balie", "manager", 1)]
    assert store.notice == ""
    assert path.read_bytes()[68:72] == b"BALI"


def test_the_folder_of_a_new_database_is_for_this_user_only(path: Path) -> None:
    _open_and_close(path)
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_database_opens_again_with_all_that_was_kept(path: Path) -> None:
    store = open_store(path, NOON)
    _keep(store, "kept")
    store.close()
    again = open_store(path, NOON)
    assert _settings(again) == ["kept"]
    assert again.notice == ""
    again.close()


def test_opening_a_database_that_is_up_to_date_writes_nothing(path: Path) -> None:
    _open_and_close(path)
    before = _contents(path.parent)
    _open_and_close(path)
    assert _contents(path.parent) == before


@pytest.mark.parametrize("application", [0, 0x0F055112])
def test_a_database_of_another_program_stays_as_it_is(application: int, path: Path) -> None:
    path.parent.mkdir()
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE bookmarks (url)")
    foreign.execute(f"PRAGMA application_id = {application}")
    foreign.execute("PRAGMA user_version = 1")
    foreign.commit()
    foreign.close()
    before = _contents(path.parent)
    with pytest.raises(StoreError, match="ander programma"):
        open_store(path, NOON)
    assert _contents(path.parent) == before


def test_a_database_of_a_newer_balie_stays_as_it_is(path: Path) -> None:
    _fill(path)
    connection = driver.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = _contents(path.parent)
    with pytest.raises(StoreError, match="nieuwere Balie"):
        open_store(path, NOON)
    assert _contents(path.parent) == before


def _broken_header(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:100] = b"\x99" * 100
    path.write_bytes(content)


def _text_instead(path: Path) -> None:
    path.write_text("datum;tijd;naam\n" * 1000, encoding="utf-8")


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * _PAGE + 100])


def _cut_within_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


@pytest.mark.parametrize(
    "damage", [_broken_header, _text_instead, _cut_short, _cut_within_the_header]
)
def test_a_broken_file_is_moved_aside_whole_and_a_new_one_begun(
    damage: Callable[[Path], None], path: Path
) -> None:
    _fill(path)
    damage(path)
    broken = path.read_bytes()
    store = open_store(path, NOON)
    aside = path.with_name("balie-beschadigd-20261124-120000.db")
    assert aside.read_bytes() == broken
    assert aside.name in store.notice
    assert "niet te lezen" in store.notice
    _keep(store, "new")
    assert _settings(store) == ["new"]
    store.close()
    assert _open_and_close(path) == ""


def test_the_companions_of_a_broken_file_go_with_it(path: Path) -> None:
    _fill(path)
    _broken_header(path)
    path.with_name("balie.db-wal").write_bytes(b"what was written last")
    _open_and_close(path)
    moved = {name: content for name, content in _contents(path.parent).items() if "besch" in name}
    assert moved["balie-beschadigd-20261124-120000.db-wal"] == b"what was written last"


def test_a_second_broken_file_never_replaces_the_first(path: Path) -> None:
    for content in (b"first" * 1000, b"second" * 1000):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        _open_and_close(path)
    kept = {content for name, content in _contents(path.parent).items() if "beschadigd" in name}
    assert kept == {b"first" * 1000, b"second" * 1000}


@pytest.fixture
def broken_inside(path: Path) -> Iterator[Store]:
    """Give an open database of which the pages with settings are broken, unseen at opening."""
    _fill(path)
    connection = driver.connect(path)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'settings'"
    ).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * _PAGE : root * _PAGE] = b"\x77" * _PAGE
    path.write_bytes(content)
    store = open_store(path, NOON)
    assert store.notice == ""
    yield store
    store.close()


def test_damage_inside_is_told_when_met_and_moved_aside_at_the_next_start(
    broken_inside: Store,
) -> None:
    with pytest.raises(StoreError, match="beschadigd") as told:
        _settings(broken_inside)
    assert "start opnieuw" in told.value.advice
    broken_inside.close()
    broken = broken_inside.path.read_bytes()
    assert "beschadigd" in _open_and_close(broken_inside.path)
    aside = broken_inside.path.with_name("balie-beschadigd-20261124-120000.db")
    assert aside.read_bytes() == broken
    assert _open_and_close(broken_inside.path) == ""


def test_damage_met_while_writing_is_remembered_as_well(broken_inside: Store) -> None:
    with pytest.raises(StoreError, match="beschadigd"):
        _keep(broken_inside, "new")
    broken_inside.close()
    assert "beschadigd" in _open_and_close(broken_inside.path)


def test_a_database_that_was_put_back_whole_is_not_moved(broken_inside: Store) -> None:
    """Somebody restored a copy after the damage was seen."""
    with pytest.raises(StoreError, match="beschadigd"):
        _settings(broken_inside)
    path = broken_inside.path
    broken_inside.close()
    path.unlink()
    good = path.parent / "copy" / "balie.db"
    _fill(good)
    good.rename(path)
    store = open_store(path, NOON)
    assert store.notice == ""
    assert "kept" in _settings(store)
    store.close()
    assert not list(path.parent.glob("balie.db.*"))


def test_an_empty_file_becomes_a_new_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert _open_and_close(path) == ""
    assert path.stat().st_size > 0


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="kan niet bij het bestand"):
        open_store(path, NOON)
    assert (path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_told(path: Path) -> None:
    path.parent.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="map voor de gegevens"):
        open_store(path, NOON)
    assert path.parent.read_text(encoding="utf-8") == "mine"


def test_a_locked_database_is_told_after_waiting(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(path)
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 100)
    other = driver.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="bezet") as told:
        open_store(path, NOON)
    other.close()
    assert "niets verloren" in told.value.advice
    assert path.read_bytes() == before
    assert _open_and_close(path) == ""


def test_a_database_that_another_writes_to_can_be_read_but_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(path)
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 100)
    other = driver.connect(path)
    other.execute("BEGIN IMMEDIATE")
    store = open_store(path, NOON)
    assert "kept" in _settings(store)
    with pytest.raises(StoreError, match="bezet"):
        _keep(store, "new")
    other.execute("ROLLBACK")
    other.close()
    _keep(store, "new")
    assert "new" in _settings(store)
    store.close()


_AS_NOBODY = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from reception_assistant.errors import KnownError
from reception_assistant.store import driver
from reception_assistant.store.opening import open_store
import sqlite_utils, reception_assistant.store.migrations.m0001_first
os.setuid(65534)
try:
    store = open_store(Path(sys.argv[1]), datetime(2026, 11, 24, 12, tzinfo=UTC))
    with store.writing() as db:
        db.execute("INSERT INTO settings (name, value) VALUES ('new', 'ja')")
except KnownError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another user")
@pytest.mark.parametrize("mode", [0o555, 0o500, 0o000])
def test_data_that_may_not_be_written_are_told_and_untouched(
    mode: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("open") / "data"
    path = folder / "balie.db"
    _fill(path)
    path.chmod(0o444)
    folder.chmod(mode)
    for parent in folder.parents[:4]:
        parent.chmod(0o755)
    before = _contents(folder)
    told = python(_AS_NOBODY, path)
    assert (told.code, told.err) == (0, "")
    assert any(word in told.out for word in ("schrijfrechten", "toegang tot die map"))
    assert _contents(folder) == before


_MAKE = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from reception_assistant.store.opening import open_store
while time.time() < float(sys.argv[2]):
    pass
store = open_store(Path(sys.argv[1]), datetime(2026, 11, 24, 12, tzinfo=UTC))
with store.writing() as db:
    db.execute("INSERT INTO settings (name, value) VALUES (?, 'ja')", (sys.argv[3],))
store.close()
print(store.notice)
"""


@pytest.mark.parametrize("attempt", [1, 2])
def test_processes_may_make_the_first_database_at_once(attempt: int, path: Path) -> None:
    start = str(time.time() + 1.0)
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(lambda name: python(_MAKE, path, start, name), "abc"))
    assert [(each.code, each.out.strip(), each.err) for each in told] == [(0, "", "")] * 3
    store = open_store(path, NOON)
    assert _settings(store) == ["a", "b", "c"]
    store.close()


_FILL_THE_DISK = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from reception_assistant.errors import StoreError
from reception_assistant.store.opening import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(Path(sys.argv[1]), datetime(2026, 11, 24, 12, tzinfo=UTC))
with store.writing() as db:
    db.execute("INSERT INTO settings (name, value) VALUES ('before', 'ja')")
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
try:
    with store.writing() as db:
        for number in range(5000):
            row = (f"n{number}", "x" * 900)
            db.execute("INSERT INTO settings (name, value) VALUES (?, ?)", row)
except StoreError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.writing() as db:
    db.execute("INSERT INTO settings (name, value) VALUES ('after', 'ja')")
store.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="no limit to the size of files there")
def test_a_file_that_may_not_grow_loses_nothing(path: Path) -> None:
    told = python(_FILL_THE_DISK, path)
    assert (told.code, told.err) == (0, "")
    assert "niets" in told.out or "is er nog" in told.out
    store = open_store(path, NOON)
    assert _settings(store) == ["after", "before"]
    assert store.notice == ""
    store.close()


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    store = open_store(path, NOON)
    _keep(store, "before")

    def fill() -> None:
        with store.writing() as db:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count = {pages + 5}")
            for number in range(200):
                db.execute(
                    "INSERT INTO settings (name, value) VALUES (?, ?)", (f"n{number}", "x" * 900)
                )

    with pytest.raises(StoreError, match="schijf is vol"):
        fill()
    assert _settings(store) == ["before"]
    store.close()
    again = open_store(path, NOON)
    assert _settings(again) == ["before"]
    again.close()
