"""The lines of the register: who, about what, and how far it is."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex

#: Role that hands out the `Line` behind a row.
LINE_ROLE = Qt.ItemDataRole.UserRole


class Line(NamedTuple):
    """One line: `status` is how far it is, `alarm` the part of it that asks for attention."""

    id: str
    who: str
    subject: str
    status: str
    alarm: str = ""
    is_late: bool = False

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return " · ".join(filter(None, (self.who, self.subject, self.status, self.alarm)))


class RegisterList(QAbstractListModel):
    """The lines that are shown now."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; those that only changed keep their place and selection."""
        new = tuple(lines)
        if [each.id for each in new] == [each.id for each in self._lines]:
            old, self._lines = self._lines, new
            for row, (before, after) in enumerate(zip(old, new, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, wanted: str) -> int:
        """Return the row of an id; -1 when it is not shown."""
        return next((row for row, each in enumerate(self._lines) if each.id == wanted), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return one: a line is one cell."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, or what it says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return line.spoken if role in spoken else None
