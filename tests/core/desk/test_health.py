"""Is everything well? What `doctor` looks at."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reception_assistant import paths
from reception_assistant.desk.health import Finding
from reception_assistant.store import driver, place
from tests.helpers.practice import Practice, open_practice

_PAGE = 4096


class _Usage(NamedTuple):
    free: int


def _finding(practice: Practice, subject: str) -> Finding:
    (found,) = (each for each in practice.desk.health.examine() if each.subject == subject)
    return found


def test_a_new_practice_is_well(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: _Usage(10**12))
    findings = practice.desk.health.examine()
    subjects = [each.subject for each in findings]
    assert subjects == ["gegevens", "gesprekken", "SQLite", "plaats", "ruimte", "letters"]
    assert all(each.well and each.seen for each in findings)


def _break_a_page(path: Path) -> None:
    connection = driver.connect(path)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'visit_events'"
    ).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * _PAGE : root * _PAGE] = b"\x77" * _PAGE
    path.write_bytes(content)


def _break_the_schema(path: Path) -> None:
    connection = driver.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'appointments_by_start'")
    connection.close()


@pytest.mark.parametrize("damage", [_break_a_page, _break_the_schema])
def test_a_damaged_database_is_seen(damage: Callable[[Path], None], tmp_path: Path) -> None:
    with open_practice(tmp_path):
        pass
    damage(tmp_path / "balie.db")
    with open_practice(tmp_path) as practice:
        found = _finding(practice, "gegevens")
        assert not found.well
        assert "apart gezet" in found.advice
    with open_practice(tmp_path) as practice:
        assert "beschadigd" in practice.desk.notice


def test_scarce_space_is_told(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: _Usage(10_000_000))
    found = _finding(practice, "ruimte")
    assert (found.well, found.seen) == (False, "10 MB vrij")


def test_missing_fonts_are_told(
    practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", tmp_path.joinpath)
    assert "Inter-Regular.otf" in _finding(practice, "letters").seen


def test_an_old_sqlite_is_told(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    practice.desk.calls.open_calls()  # both files are open already
    monkeypatch.setattr(driver, "OLDEST_SQLITE", (99, 0, 0))
    assert not _finding(practice, "SQLite").well


def test_a_place_that_became_unsafe_is_told(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = "30 1 8:1 / / rw - nfs4 server:/ rw\n"
    monkeypatch.setattr(place, "_mounts", lambda: mounts)
    assert "netwerkschijf" in _finding(practice, "plaats").seen
