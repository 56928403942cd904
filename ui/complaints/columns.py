"""Three columns, and what becomes of them where there is less room."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from reception_assistant.i18n import N_, _
from ui.actions import Do, key_text
from ui.theme import fonts
from ui.theme.marks import kind
from ui.widgets.blocks import EDGE, GAP, label
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import WrappingButton

_THREE_FROM, _TWO_FROM = 1200, 880
_LEFT, _RIGHT = (358, 300), (286, 264)
_ANY = 16_777_215


class Part(StrEnum):
    """The columns, in the order in which one walks them."""

    REGISTER = "register"
    RECORD = "record"
    BESIDE = "beside"


_WORDS = {
    Part.REGISTER: N_("Lijst"),
    Part.RECORD: N_("Klacht"),
    Part.BESIDE: N_("Kaders en termijn"),
}


class Columns(QWidget):
    """Register, record and what stands beside it.

    Where three do not fit, one of those at the sides is a drawer; where two do not fit, one of them
    is shown. F6 walks through them.
    """

    def __init__(self, register: QWidget, record: QWidget, beside: QWidget) -> None:
        super().__init__()
        self._parts = {Part.REGISTER: register, Part.RECORD: record, Part.BESIDE: beside}
        self._first: dict[Part, QWidget] = {}
        self._number, self._scale = len(Part), 100
        self._shown, self._has_beside = Part.REGISTER, True
        self._chips = {part: self._chip(part) for part in Part}
        key = label("muted", key_text(Do.NEXT_PART), one_line=True)
        self._bar = flow(GAP, *self._chips.values(), key)
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        for part, each in self._parts.items():
            row.addWidget(each, 1 if part is Part.RECORD else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE - 4)
        layout.addWidget(self._bar)
        layout.addLayout(row, 1)
        self._show()

    def begin_at(self, part: Part, widget: QWidget) -> None:
        """Let the keys come to `widget` first when one walks to a column."""
        self._first[part] = widget

    @Slot()
    def walk(self) -> None:
        """Go to the next column, and open it where it is not there."""
        parts = self._parts_there()
        here = self._part_of(QApplication.focusWidget()) or Part.BESIDE
        place = parts.index(here) if here in parts else -1
        self.bring(parts[(place + 1) % len(parts)])

    def bring(self, part: Part) -> None:
        """Show a column and give it the keys, there where they were before."""
        self.reveal(part)
        home = self._parts[part]
        before: QWidget | None = home.focusWidget()
        for each in (before, self._first.get(part)):
            if each is not None and _takes_keys(each, home):
                each.setFocus()
                return
        everyone: list[QWidget] = home.findChildren(QWidget)
        for each in everyone:
            if _takes_keys(each, home):
                each.setFocus()
                return

    def reveal(self, part: Part) -> None:
        """Show a column."""
        self._shown = part
        self._show()

    def have_beside(self, *, yes: bool) -> None:
        """Have something beside the record, or give its room to what is in the middle."""
        if yes != self._has_beside:
            self._has_beside = yes
            if self._shown is Part.BESIDE:
                self._shown = Part.RECORD
            self._show()

    def sizeHint(self) -> QSize:
        """Return the size for which it was drawn."""
        return QSize(_THREE_FROM, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return hardly anything: it folds, and what does not fit can be scrolled to."""
        return QSize(_RIGHT[1], _RIGHT[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Count again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _fold(self) -> None:
        self._scale = fonts.scale_of(self.font())
        width = self.window().width() * 100 // self._scale
        number = 3 if width >= _THREE_FROM else 2 if width >= _TWO_FROM else 1
        if number != self._number:
            self._number = number
            self._shown = self._part_of(QApplication.focusWidget()) or self._shown
        self._show()

    def _show(self) -> None:
        shown = self._parts_shown()
        tight = self._number < len(Part)
        for part, widths in ((Part.REGISTER, _LEFT), (Part.BESIDE, _RIGHT)):
            each = self._parts[part]
            if self._number > 1:
                each.setFixedWidth(widths[tight] * self._scale // 100)
            else:
                each.setMinimumWidth(0)
                each.setMaximumWidth(_ANY)
        for part, each in self._parts.items():
            each.setVisible(part in shown)
            self._chips[part].setChecked(part in shown)
            offered = self._number == 1 or part is not Part.RECORD
            self._chips[part].setVisible(offered and part in self._parts_there())
        self._bar.setVisible(len(self._parts_there()) > self._number)

    def _parts_shown(self) -> tuple[Part, ...]:
        if self._number == 1:
            return (self._shown,)
        if self._number == len(Part):
            return self._parts_there()
        return (Part.RECORD, Part.BESIDE) if self._shown is Part.BESIDE else _WITH_LIST

    def _parts_there(self) -> tuple[Part, ...]:
        return tuple(Part) if self._has_beside else _WITH_LIST

    def _part_of(self, widget: QWidget | None) -> Part | None:
        if widget is None:
            return None
        homes = self._parts.items()
        return next((part for part, each in homes if each.isAncestorOf(widget)), None)

    def _chip(self, part: Part) -> WrappingButton:
        chip = kind(WrappingButton(_(_WORDS[part])), "chip")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._on_clicked, part))
        return chip

    def _on_clicked(self, part: Part) -> None:
        self.bring(part)


_WITH_LIST = (Part.REGISTER, Part.RECORD)


def _takes_keys(widget: QWidget, home: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisibleTo(home)
