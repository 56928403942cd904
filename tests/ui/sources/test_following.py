"""A watched source in the window: the day follows by itself, and nothing moves under the eyes."""

import os
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reception_assistant.desk.acting import By
from reception_assistant.staff.employee import Role
from tests.helpers.window import OpenWindow
from ui.sources.following import Following

HEADER = "datum;tijd;kenmerk;voornaam;achternaam;behandelaar"
DAY = "24-11-2026"


def row(number: int, time: str) -> str:
    return f"{DAY};{time};K{number};Anna;Groot{number};Bakker"


def many(first: int = 8) -> list[str]:
    """Return an appointment for each five minutes of the day."""
    return [
        row(hour * 12 + slot, f"{hour}:{slot * 5:02}")
        for hour in range(first, 17)
        for slot in range(12)
    ]


def write(path: Path, *rows: str) -> None:
    """Write the file as the practice's system does: other content, another time."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def follow(opened: OpenWindow, path: Path) -> None:
    opened.desk.sources.watch(str(path), opened.by)


def seconds(opened: OpenWindow, number: int) -> None:
    """Let so many seconds pass."""
    following = opened.window.findChild(Following)
    assert following is not None
    for _each in range(number):
        opened.clock.moment += timedelta(seconds=1)
        following.look()
    let_it_settle()


def let_it_settle() -> None:
    for _each in range(3):
        QApplication.processEvents()


def test_the_day_follows_a_file_within_five_seconds(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    write(path, row(1, "9:10"))
    follow(window, path)
    seconds(window, 5)
    assert [visit.person.name.surname for visit in window.visits()] == ["Groot1"]
    write(path, row(1, "9:10"), row(2, "9:20"))
    seconds(window, 5)
    assert [visit.person.name.surname for visit in window.visits()] == ["Groot1", "Groot2"]


def test_what_is_looked_at_does_not_move(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    write(path, *many(first=10))
    follow(window, path)
    seconds(window, 5)
    view = window.window.front_desk.panel.view
    bar = view.verticalScrollBar()
    window.choose("10:00")
    let_it_settle()
    bar.setValue(bar.maximum() // 2)
    let_it_settle()
    before, chosen = view.top(), window.chosen().id
    assert before is not None
    write(path, *many(first=8))
    seconds(window, 5)
    assert len(window.visits()) == len(many(8))
    assert view.top() == before
    assert window.chosen().id == chosen


def test_trouble_is_told_once_and_the_day_stays(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    write(path, row(1, "9:10"))
    follow(window, path)
    seconds(window, 5)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    seconds(window, 5)
    assert "kon niet worden bijgewerkt" in window.news
    assert len(window.visits()) == 1
    window.window.banner.clear()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    seconds(window, 5)
    assert window.news == ""
    write(path, row(1, "9:10"), row(2, "9:20"))
    seconds(window, 5)
    assert len(window.visits()) == 2


def test_a_form_that_is_open_stays_open(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    write(path, row(1, "9:10"))
    follow(window, path)
    seconds(window, 5)
    window.window.work.edit_person()
    form = window.window.work.editing.form()
    write(path, row(1, "9:10"), row(2, "9:20"))
    seconds(window, 5)
    assert window.window.work.editing.form() is form
    assert form is not None
    assert form.isVisible()


def test_only_a_manager_may_follow(window: OpenWindow, tmp_path: Path) -> None:
    sanne = window.desk.staff.add("Sanne", Role.RECEPTIONIST, window.by)
    window.window.header.employee_chosen.emit(sanne)
    path = tmp_path / "agenda.csv"
    write(path, row(1, "9:10"))
    window.ask.file = path
    window.window.sources.screen.file_watch_requested.emit()
    assert "beheerder" in window.news
    assert window.desk.watching.watches() == []
    assert By(sanne).employee.role is Role.RECEPTIONIST
