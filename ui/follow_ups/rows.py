"""What is still to be done as rows of a list: headings, and below each its follow-ups."""

from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reception_assistant.follow_ups.follow_up import Kind
from reception_assistant.follow_ups.listed import Listed, Row
from reception_assistant.i18n import N_, _, ngettext
from ui.theme.marks import Ink

_Index = QModelIndex | QPersistentModelIndex
#: Role that hands out the `Line` behind an index.
LINE_ROLE = 0x0100
_SEPARATOR = " · "
_WITHOUT_A_CALL = (Kind.CHECK, Kind.REVIEW)
"""Kinds for which nobody is called."""


class Group(Enum):
    """The groups of the list, in their order."""

    LATE = N_("Te laat")
    TODAY = N_("Vandaag")
    LATER = N_("Later")
    WAITING = N_("Wacht op een ander")

    @property
    def words(self) -> str:
        """What stands above it."""
        return _(self.value)

    @property
    def ink(self) -> Ink:
        """The colour of its edge and its moments, which say nothing that the words do not."""
        return _INKS[self]


_INKS: dict[Group, Ink] = {
    Group.LATE: "stop",
    Group.TODAY: "attention",
    Group.LATER: "primary",
    Group.WAITING: "calm",
}


class Line(NamedTuple):
    """One line of the list: a heading, or a follow-up below it."""

    group: Group
    heading: str = ""
    row: Row | None = None

    @property
    def detail(self) -> str:
        """What it is about, and what is to be known of it at a glance."""
        return _SEPARATOR.join(_about(self.row)) if self.row is not None else ""

    @property
    def can_call(self) -> bool:
        """Tell whether there is somebody to speak with."""
        return self.row is not None and self.row.kind not in _WITHOUT_A_CALL

    @property
    def whole(self) -> str:
        """Everything that stands on it."""
        if self.row is None:
            return self.heading
        parts = (self.row.who, self.detail, self.row.when, self.row.owner)
        return _SEPARATOR.join(filter(None, parts))


class FollowUpRows(QAbstractTableModel):
    """The rows, under their headings."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._places: dict[str, int] = {}

    def set_listed(self, listed: Listed) -> None:
        """Show what is listed; lines that only changed keep their place and selection."""
        lines = tuple(_lines(listed))
        if [_key(each) for each in lines] == [_key(each) for each in self._lines]:
            old, self._lines = self._lines, lines
            for place, (before, after) in enumerate(zip(old, lines, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
            return
        self.beginResetModel()
        self._lines = lines
        self._places = {each.row.id: at for at, each in enumerate(lines) if each.row is not None}
        self.endResetModel()

    def lines(self) -> tuple[Line, ...]:
        """Return all lines."""
        return self._lines

    def place_of(self, follow_up_id: str) -> int:
        """Return the line of a follow-up; -1 when it is not shown."""
        return self._places.get(follow_up_id, -1)

    def row_near(self, place: int, step: int = 1) -> int:
        """Return the first line from `place` on that is no heading, or before it; -1 for none."""
        number = len(self._lines)
        ahead = range(place, number if step > 0 else -1, step)
        back = range(place - step, -1 if step > 0 else number, -step)
        return next(
            (at for at in (*ahead, *back) if 0 <= at < number and self._lines[at].row is not None),
            -1,
        )

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return that there is one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let headings not be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_heading = self._lines[index.row()].row is None
        return flags if is_heading else flags | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.whole
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.whole if line.row is None else f"{line.group.words}: {line.whole}"
        return None


def _key(line: Line) -> str:
    return line.row.id if line.row is not None else line.group.name


def _lines(listed: Listed) -> list[Line]:
    lines: list[Line] = []
    groups = (listed.late, listed.today, listed.later, listed.waiting)
    for group, rows, number in zip(Group, groups, listed.numbers, strict=True):
        if rows:
            lines.append(Line(group, heading=_heading(group, len(rows), number)))
            lines += [Line(group, row=row) for row in rows]
    return lines


def _heading(group: Group, shown: int, number: int) -> str:
    if number <= shown:
        return group.words
    text = _("{group}: de eerste {shown} van {number}")
    return text.format(group=group.words, shown=shown, number=number)


def _about(row: Row) -> list[str]:
    parts = [row.what]
    if row.waits_for:
        parts.append(_("wacht op {whom}").format(whom=row.waits_for))
    if row.tries:
        tries = ngettext("{number} keer geprobeerd", "{number} keer geprobeerd", row.tries)
        parts.append(tries.format(number=row.tries))
    if row.handed_over_often:
        parts.append(_("vaker overgedragen"))
    if row.not_aloud:
        parts.append(_("naam niet hardop"))
    return [each for each in parts if each]
