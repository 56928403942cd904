"""The Telefoon screen: three columns, and what becomes of them where there is less room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.call.beside import OWN_WIDTH, beside
from ui.call.call_tabs import CallChip, CallTabs
from ui.call.fold_bar import FoldBar, Part
from ui.call.idle_panel import IdlePanel
from ui.call.side_column import SideColumn
from ui.theme import fonts
from ui.widgets.blocks import EDGE, GAP, column

_THREE_FROM, _TWO_FROM = 1200, 880
_SIDE, _SIDE_WHEN_TIGHT = 298, 264
_IDLE_WIDTH = 760
_LETTERS = 1_000  # the tabs stand beside the bar only when they fit there on one line
_ANY = 16_777_215
"""As wide as Qt allows."""


class CallScreen(QWidget):
    """Caller, script and note beside one another.

    Where three do not fit, the note is a drawer beside the other two; where two do not fit, one of
    them is shown. F6 walks through them. The last part at the left, the stop signs, is always in
    sight there. Without a conversation there is only `idle`.
    """

    def __init__(
        self,
        tabs: CallTabs,
        left: Sequence[QWidget],
        middle: Sequence[QWidget],
        right: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("call")
        self.tabs, self.idle, self._fold_bar = tabs, IdlePanel(), FoldBar()
        self._middle = QWidget()
        self._middle.setLayout(column(*middle, gap=EDGE))
        self._columns: dict[Part, QWidget] = {
            Part.CALLER: SideColumn(left, stays=True),
            Part.SCRIPT: self._middle,
            Part.NOTE: SideColumn(right),
        }
        self._first: dict[Part, QWidget | None] = {
            Part.CALLER: next(iter(left), None),
            Part.SCRIPT: next(iter(middle), None),
            Part.NOTE: next(iter(right), None),
        }
        self._number = len(Part)
        self._scale = 100
        self._shown = Part.SCRIPT
        self._is_running = False
        self._lay_out()
        tabs.calls_shown.connect(self._on_calls_shown)
        self.idle.call_chosen.connect(tabs.call_chosen)
        self.idle.start_requested.connect(tabs.new_requested)
        self._fold_bar.part_requested.connect(self._on_part_requested)
        self._show()

    def show_running(self, is_running: bool) -> None:
        """Show the columns of a conversation, or that there is none; the tabs do this."""
        if is_running != self._is_running:
            self._is_running = is_running
            self._shown = Part.SCRIPT
            self._show()

    def take_keys(self) -> None:
        """Let the keys go to the script, or to what can be begun."""
        if self._is_running:
            self.bring(Part.SCRIPT)
        else:
            self.idle.setFocus()

    @Slot()
    def walk(self) -> None:
        """Go to the next column, and open it where it is not there."""
        if not self._is_running:
            self.idle.setFocus()
            return
        parts = tuple(Part)
        here = self._part_of(QApplication.focusWidget())
        self.bring(parts[(parts.index(here or Part.NOTE) + 1) % len(parts)])

    def bring(self, part: Part) -> None:
        """Show a column, with the keys on the script itself, or where they were before."""
        self._shown = part
        self._show()
        home = self._columns[part]
        before: QWidget | None = None if part is Part.SCRIPT else home.focusWidget()
        for each in (before, self._first[part]):
            if each is not None and each.isVisibleTo(self) and _takes_keys(each):
                each.setFocus()
                return
        _focus_first(home)

    def reveal(self, widget: QWidget) -> None:
        """Show the column that holds `widget`, so that it can be given the keys."""
        part = self._part_of(widget)
        if part is not None and part is not self._shown:
            self._shown = part
            self._show()

    def sizeHint(self) -> QSize:
        """Return the size for which it was drawn."""
        return QSize(_THREE_FROM, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return hardly anything: it folds, and what does not fit can be scrolled to."""
        return QSize(_SIDE, _SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Count again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead from the columns at the sides to the script."""
        here = self._part_of(QApplication.focusWidget())
        aside = here in (Part.CALLER, Part.NOTE)
        if event.key() == Qt.Key.Key_Escape and aside and self._is_running:
            self.bring(Part.SCRIPT)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        above = QWidget()
        above.setLayout(column(self.tabs))
        self._above = beside(GAP, _LETTERS, (above, 1), (self._fold_bar, OWN_WIDTH))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        for part, each in self._columns.items():
            row.addWidget(each, 1 if part is Part.SCRIPT else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE - 4)
        layout.addWidget(self._above)
        layout.addWidget(self._row, 1)
        layout.addWidget(self.idle, 1)

    def _fold(self) -> None:
        """Count the columns that fit in the window at this size of the letters."""
        self._scale = fonts.scale_of(self.font())
        width = self.window().width() * 100 // self._scale
        number = 3 if width >= _THREE_FROM else 2 if width >= _TWO_FROM else 1
        if number != self._number:
            self._number = number
            self._shown = self._part_of(QApplication.focusWidget()) or Part.SCRIPT
        self._show()

    def _show(self) -> None:
        shown = self._parts_shown() if self._is_running else ()
        tight = self._number < len(Part)
        side = (_SIDE_WHEN_TIGHT if tight else _SIDE) * self._scale // 100
        for part, each in self._columns.items():
            if part is not Part.SCRIPT and self._number > 1:
                each.setFixedWidth(side)
            else:
                each.setMinimumWidth(0)
                each.setMaximumWidth(_ANY)
            each.setVisible(part in shown)
        self._row.setVisible(self._is_running)
        self.idle.setHidden(self._is_running)
        self.idle.setMaximumWidth(_IDLE_WIDTH * self._scale // 100)
        self._fold_bar.show_parts(self._parts_offered(), shown)
        nothing = self.tabs.isHidden() and self._fold_bar.isHidden()
        self._above.setVisible(self._is_running and not nothing)

    def _parts_shown(self) -> tuple[Part, ...]:
        if self._number == 1:
            return (self._shown,)
        drawer = self._number == len(Part) or self._shown is Part.NOTE
        return tuple(Part) if drawer else (Part.CALLER, Part.SCRIPT)

    def _parts_offered(self) -> tuple[Part, ...]:
        if not self._is_running or self._number == len(Part):
            return ()
        return tuple(Part) if self._number == 1 else (Part.NOTE,)

    def _part_of(self, widget: QWidget | None) -> Part | None:
        if widget is None:
            return None
        homes = self._columns.items()
        return next((part for part, each in homes if each.isAncestorOf(widget)), None)

    @Slot(object)
    def _on_calls_shown(self, calls: tuple[CallChip, ...]) -> None:
        self.idle.show_calls(calls)
        self.show_running(any(call.running for call in calls))
        self._show()

    @Slot(str)
    def _on_part_requested(self, name: str) -> None:
        part = Part(name)
        again = self._number > 1 and part is self._shown
        self.bring(Part.SCRIPT if again else part)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _focus_first(home: QWidget) -> None:
    """Give the keys to the first below `home` that can be reached with Tab."""
    everyone: list[QWidget] = home.findChildren(QWidget)
    for each in everyone:
        tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and each.isEnabled() and each.isVisibleTo(home):
            each.setFocus()
            return
