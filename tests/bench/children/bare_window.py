"""The measure for the start: a bare window of PySide6 with a table of 60 rows."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.children.end import tell_and_end

_ROWS, _COLUMNS = 60, 5


class _Table(QTableView):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, tell_and_end)


def main() -> None:
    """Show the window, and end when it is painted."""
    app = QApplication([])
    model = QStandardItemModel(_ROWS, _COLUMNS)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    table = _Table()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
