"""The rail at the left: one button for each screen that works."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.theme.marks import kind, place

if TYPE_CHECKING:
    from ui.theme.icons import Icons

_WIDE, _NARROW = 100, 64
_EDGE = 8


class Place(IntEnum):
    """The screens, in the order of the rail."""

    DESK, PHONE, FOLLOW_UPS, COMPLAINTS, SETTINGS = range(5)


class Screen(NamedTuple):
    """A screen that the rail leads to."""

    text: str
    icon: str


class Rail(QFrame):
    """The buttons; folded they show their icon with the word as a tool tip.

    Signals:
        place_chosen: a screen is wanted.
            arg: its number, counted from the top.
    """

    place_chosen = QtCore.Signal(int)

    def __init__(
        self, screens: Sequence[Screen], below: Sequence[Screen], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        place(self, "rail")
        self._screens = (*screens, *below)
        self._buttons: list[QToolButton] = []
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE + 4, _EDGE, _EDGE)
        layout.setSpacing(4)
        for number, screen in enumerate(self._screens):
            if number == len(screens):
                layout.addStretch(1)
            button = kind(QToolButton(), "rail")
            button.setText(screen.text)
            button.setToolTip(screen.text)
            button.setAccessibleName(screen.text)
            button.setCheckable(True)
            group.addButton(button, number)
            self._buttons.append(button)
            layout.addWidget(button)
        group.idClicked.connect(self.place_chosen)
        self._buttons[0].setChecked(True)
        self._has_icons = False
        self._folded = False
        self.fold(False, 100)

    def choose(self, number: int) -> None:
        """Show which screen is open, counted from the top."""
        self._buttons[number].setChecked(True)

    def take_icons(self, icons: "Icons") -> None:
        """Show the icons, once they are there."""
        for screen, button in zip(self._screens, self._buttons, strict=True):
            button.setIcon(icons.icon(screen.icon, "rail_text", on="on_rail_chosen"))
        self._has_icons = True
        self.fold(self._folded, self._scale)

    def fold(self, folded: bool, scale: int) -> None:
        """Show icons alone, or icons with words, at a text size of `scale` percent."""
        self._folded, self._scale = folded, scale
        self._show_style()
        width = (_NARROW if folded else _WIDE) * scale // 100
        if self._has_icons and not folded:  # the start has no time to measure words
            widest = max(button.sizeHint().width() for button in self._buttons)
            width = max(width, widest + 2 * _EDGE)
        self.setFixedWidth(width)
        for button in self._buttons:
            button.setFixedWidth(width - 2 * _EDGE)

    def _show_style(self) -> None:
        """Choose between icon and word; without icons yet, a button shows its word by itself."""
        for button in self._buttons:
            if self._has_icons:
                styles = QtCore.Qt.ToolButtonStyle
                button.setToolButtonStyle(
                    styles.ToolButtonIconOnly if self._folded else styles.ToolButtonTextUnderIcon
                )
