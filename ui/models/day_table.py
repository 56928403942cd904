"""The day as a table: one row for each appointment, in order of time.

The headings are no `headerData`, because its argument of type `Qt.Orientation` would load the
whole namespace `Qt` before the first paint; the list shows them itself.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

from reception_assistant.agenda.calling import Called, called
from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.words import mark_word, status_word
from reception_assistant.i18n import N_, _

_Index = QModelIndex | QPersistentModelIndex

COL_TIME, COL_NAME, COL_TREATMENT, COL_PRACTITIONER, COL_STATUS = range(5)
#: Role that hands out the `DayRow` behind a cell.
ROW_ROLE = 0x0100
# The roles by their numbers: the namespace `Qt` costs 20 ms, and this comes before the first paint.
_DISPLAY_ROLE, _TOOL_TIP_ROLE, _ACCESSIBLE_TEXT_ROLE = 0, 3, 11
_HEADINGS = (N_("Tijd"), N_("Naam"), N_("Komt voor"), N_("Bij"), N_("Status"))


class DayRow(NamedTuple):
    """A visit and how the list calls the person."""

    visit: Visit
    called: Called

    @property
    def name(self) -> str:
        """The name as the list shows it, with the age of a child, or that it is uncertain."""
        spoken = self.called.spoken or _("(geen naam)")
        if self.called.look_at:
            return _("{name} (kijk na)").format(name=spoken)
        return f"{spoken} ({self.called.age})" if self.called.age is not None else spoken


class DayTable(QAbstractTableModel):
    """The rows of one day."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DayRow, ...] = ()

    def set_visits(self, visits: Sequence[Visit]) -> None:
        """Show these visits; rows that only changed keep their place and selection."""
        rows = tuple(DayRow(visit, called(visit)) for visit in visits)
        if [row.visit.id for row in rows] == [row.visit.id for row in self._rows]:
            old, self._rows = self._rows, rows
            for number, (before, after) in enumerate(zip(old, rows, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(number, 0), self.index(number, COL_STATUS))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, visit_id: str) -> int:
        """Return the row of a visit; -1 when it is not shown."""
        return next(
            (number for number, row in enumerate(self._rows) if row.visit.id == visit_id), -1
        )

    def rows(self) -> tuple[DayRow, ...]:
        """Return all rows."""
        return self._rows

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of appointments."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = _DISPLAY_ROLE) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == _DISPLAY_ROLE:
            return cell_text(row, index.column())
        if role == _ACCESSIBLE_TEXT_ROLE:
            cells = (cell_text(row, each) for each in range(len(_HEADINGS)))
            return " · ".join(filter(None, (*cells, not_aloud_text(row))))
        if role == _TOOL_TIP_ROLE:
            return _tool_tip(row, index.column()) or None
        return None


def heading(column: int) -> str:
    """Return what stands above a column."""
    return _(_HEADINGS[column])


def not_aloud_text(row: DayRow) -> str:
    """Return what the sign beside the time means, for those whose name must not be heard."""
    return mark_word(Mark.NOT_ALOUD) if Mark.NOT_ALOUD in row.visit.all_marks else ""


def _tool_tip(row: DayRow, column: int) -> str:
    visit = row.visit
    if column == COL_TIME:
        return not_aloud_text(row)
    if column == COL_TREATMENT and visit.plain and visit.plain != visit.treatment:
        return _("In de agenda staat: {treatment}").format(treatment=visit.treatment)
    return ""


def cell_text(row: DayRow, column: int) -> str:
    """Return the text of one cell."""
    visit = row.visit
    if column == COL_TIME:
        return f"{visit.start:%H:%M}"
    if column == COL_NAME:
        return row.name
    if column == COL_TREATMENT:
        return visit.what_for
    return visit.practitioner if column == COL_PRACTITIONER else status_word(visit.status)
