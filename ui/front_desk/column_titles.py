"""The titles above the columns of the agenda."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QWidget

from ui.models.day_table import COL_STATUS, heading
from ui.widgets.blocks import label

_INDENT = 10  # the frame of the list and the room at the left of a cell


class ColumnTitles(QWidget):
    """One title for each column, placed by the list beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = [self._title(column) for column in range(COL_STATUS + 1)]

    def width_for(self, column: int) -> int:
        """Return the width of a title."""
        return self._titles[column].sizeHint().width()

    def place(self, widths: Mapping[int, int]) -> None:
        """Put the titles over columns of these widths; the others are not shown."""
        left = _INDENT
        for column, title in enumerate(self._titles):
            title.setVisible(column in widths)
            if column in widths:
                title.setGeometry(left, 0, title.sizeHint().width(), title.sizeHint().height())
                left += widths[column]
        self.setFixedHeight(self._titles[0].sizeHint().height() + _INDENT // 2)

    def _title(self, column: int) -> QLabel:
        made = label("caption", heading(column), wrap=False)
        made.setParent(self)
        return made
