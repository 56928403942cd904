"""The header: practice, date and time, search, privacy, who is at the desk, and the rest."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.staff.employee import Employee
from ui.actions import Do, button_words, key_text, words
from ui.theme.marks import Role, kind, role
from ui.widgets.blocks import GAP, label
from ui.widgets.long_words import whole
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.theme.icons import Icons

_SEARCH_WIDTH = 290
_ROOMY = 1500
"""From this width on all buttons have words."""
_BESIDE_SEARCH_TEXT = 88


class Header(QWidget):
    """The row above every screen.

    Signals:
        employee_chosen: somebody else sits down at the desk.
            arg: the employee.
        employee_add_requested: somebody new works here.
        privacy_requested: all names must go from the screen.
    """

    employee_chosen = Signal(object)  # Employee
    employee_add_requested = Signal()
    privacy_requested = Signal()

    def __init__(self, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = self._has_icons = self._roomy = False
        self._now: datetime | None = None
        self._staff: tuple[tuple[Employee, ...], Employee] | None = None
        self.search = search
        self._call: QToolButton | None = None
        self._practice = label("title", one_line=True)
        self._clock = label("muted", wrap=False)
        self._unfold = self._icon_button(words(Do.SEARCH), key_text(Do.SEARCH), self.open_search)
        self._unfold.hide()
        self._hide = self._icon_button(
            words(Do.PRIVACY), key_text(Do.PRIVACY), self.privacy_requested.emit
        )
        self._hide.setText(words(Do.PRIVACY))
        self._who = kind(QToolButton(), "plain")
        self._who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._who.setToolTip(_("Wie zit er aan de balie?"))
        self._more = kind(QToolButton(), "plain")
        self._more.setText(_("Meer"))
        self._more.setToolTip(_("Meer"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP + 4)
        left: tuple[QWidget, ...] = (self._practice, self._clock)
        right = (self.search, self._unfold, self._hide, self._who, self._more)
        for each in left:
            layout.addWidget(each)
        layout.addStretch(1)
        for each in right:
            layout.addWidget(each)

    def show_practice(self, name: str) -> None:
        """Show whose desk this is."""
        self._practice.setText(name or "Balie")

    def show_demo(self) -> None:
        """Show that all people are fictional."""
        chip = kind(QPushButton(_("demo")), "chip")
        chip.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        chip.setToolTip(_("Alle namen en afspraken zijn verzonnen."))
        self._row.insertWidget(1, chip)

    def tick(self, now: datetime) -> None:
        """Show date and time, or in a narrow window the time."""
        self._now = now
        clock = f"{now:%H:%M}"
        text = clock if self._folded else f"{date_words(now.date())} · {clock}"
        if text != self._clock.text():
            self._clock.setText(text)

    def show_name(self, chosen: Employee) -> None:
        """Show who is at the desk."""
        self._who.setText(chosen.name)
        self._who.setAccessibleName(_("Aan de balie: {name}").format(name=chosen.name))

    def show_staff(self, everybody: Sequence[Employee], chosen: Employee) -> None:
        """Offer everybody who works here; `chosen` is at the desk."""
        if (shown := (tuple(everybody), chosen)) == self._staff:
            return  # the menu may be open
        self._staff = shown
        self.show_name(chosen)
        menu = QtWidgets.QMenu(self._who)
        group = QtGui.QActionGroup(menu)
        for each in everybody:
            if each.active:
                action = QtGui.QAction(each.name, menu, checkable=True)
                action.setChecked(each.id == chosen.id)
                action.setData(each)
                group.addAction(action)
                menu.addAction(action)
        group.triggered.connect(self._on_employee_triggered)
        menu.addSeparator()
        menu.addAction(_("Nieuwe medewerker…"), self.employee_add_requested.emit)
        before = self._who.menu()
        self._who.setMenu(menu)
        if before is not None:
            before.deleteLater()

    def offer(self, groups: Sequence[Sequence["QAction"]]) -> None:
        """Put these actions under "Meer", each group apart."""
        menu = QtWidgets.QMenu(self._more)
        for group in groups:
            menu.addSeparator()
            menu.addActions(list(group))
        self._more.setMenu(menu)

    def offer_call(self, start: Callable[[], None], icons: "Icons") -> None:
        """Offer to begin a conversation; made after the first paint."""
        self._call = kind(self._icon_button(words(Do.CALL), key_text(Do.CALL), start), "primary")
        self._call.setObjectName("button.call.start")
        self._call.setText(button_words(Do.CALL))
        self._call.setIcon(icons.icon("call_start", "on_primary"))
        self._row.insertWidget(self._row.indexOf(self._who), self._call)
        self._show_folding()

    def take_icons(self, icons: "Icons") -> None:
        """Show the icons, once they are there."""
        self._has_icons = True
        self._unfold.setIcon(icons.icon("search", "muted"))
        self._hide.setIcon(icons.icon("privacy", "muted"))
        self._who.setIcon(icons.icon("person", "muted"))
        self._who.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setIcon(icons.icon("more", "muted"))
        self.search.take_icons(icons)
        self._show_folding()

    def fold(self, folded: bool, scale: int) -> None:
        """Take less room: the time for the date, an icon for the search field."""
        self._folded = folded
        self._roomy = self.width() >= _ROOMY * scale // 100
        hint = self.search.fontMetrics().horizontalAdvance(self.search.placeholderText())
        least = hint + _BESIDE_SEARCH_TEXT * scale // 100
        self.search.setMinimumWidth(least)
        self.search.setMaximumWidth(max(least, _SEARCH_WIDTH * scale // 100))
        self._show_folding()
        if self._now is not None:
            self.tick(self._now)

    def open_search(self) -> None:
        """Put the cursor in the search field; where there is little room it takes the left part."""
        self._show_search(True)
        self.search.setFocus()
        self.search.selectAll()

    def close_search(self) -> None:
        """Fold the search field again where there is little room."""
        self.search.clear()
        self._show_search(not self._folded)

    def _show_search(self, shown: bool) -> None:
        self.search.setVisible(shown)
        self._unfold.setVisible(not shown)
        makes_way = shown and self._folded
        self._clock.setHidden(makes_way)
        self._practice.setHidden(makes_way or not self._fits_practice())

    def _fits_practice(self) -> bool:
        """Write the name in smaller letters in a tight row; tell whether its words are whole."""
        name: Role = "title"
        role(self._practice, name)
        if not self._folded:
            return True
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        others = (each.widget() for each in items if each is not None)
        name_and_search = (self._practice, self.search)
        shown = [each for each in others if each is not None and not each.isHidden()]
        widths = (each.sizeHint().width() for each in shown if each not in name_and_search)
        taken = sum(width + GAP + 4 for width in widths)
        for name in ("title", "strong"):
            metrics = role(self._practice, name).fontMetrics()
            words = whole(self._practice.text()).split()
            if max(map(metrics.horizontalAdvance, words), default=0) <= self.width() - taken:
                return True
        return False

    def _show_folding(self) -> None:
        self._show_search(not self._folded or self.search.hasFocus())
        if not self._has_icons:
            return  # and the start is spared the namespace of all enums
        styles = QtCore.Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if self._roomy else styles.ToolButtonIconOnly
        for each in (self._hide, self._more):
            each.setToolButtonStyle(style)
        if self._call is not None:
            only = styles.ToolButtonIconOnly if self._folded else styles.ToolButtonTextOnly
            self._call.setToolButtonStyle(only)

    def _on_employee_triggered(self, action: "QAction") -> None:
        self.employee_chosen.emit(action.data())

    @staticmethod
    def _icon_button(text: str, key: str, clicked: object) -> QToolButton:
        made = kind(QToolButton(), "plain")
        made.setToolTip(f"{text} ({key})")
        made.setAccessibleName(text)
        made.clicked.connect(clicked)
        return made
