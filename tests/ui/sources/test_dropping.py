"""A file that is dropped on the window is read, wherever it falls."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.window import OpenWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(opened: OpenWindow, *paths: Path) -> bool:
    """Drag these to the window and let go; tells whether they could fall there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target, copy = opened.window.main, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, data, LEFT, NONE)
    entering.setAccepted(False)
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(50, 50), copy, data, LEFT, NONE))
    return entering.isAccepted()


def test_a_dropped_file_is_read(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("datum;tijd;naam\n24-11-2026;9:10;Jansen, P.\n", encoding="utf-8")
    assert drop(window, path)
    assert window.news.startswith("Agenda ingelezen: 1 nieuw")


def test_a_file_that_is_not_known_opens_the_assistant(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "rooster.csv"
    path.write_text("Wanneer;Wie\n24-11-2026 9:10;Jansen, P.\n", encoding="utf-8")
    assert drop(window, path)
    assert window.window.sources.page() is not None


def test_a_folder_is_no_agenda_and_it_says_so(window: OpenWindow, tmp_path: Path) -> None:
    assert drop(window, tmp_path)
    assert "kan niet worden gelezen" in window.news


def test_several_files_cannot_fall_there(window: OpenWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "a.csv", tmp_path / "b.csv")
    assert not drop(window)
    assert window.news == ""
