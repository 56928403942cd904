"""The first look: what is where, in six lines with their keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reception_assistant.i18n import N_, _
from ui.actions import Do, key_text, words
from ui.theme.icons import Icons
from ui.theme.marks import ink
from ui.welcome.icon_mark import IconMark
from ui.welcome.miniature import Miniature
from ui.welcome.step import BETWEEN, Step
from ui.widgets.blocks import label

_LETTERS_OF_LINES = 44


class _Place(NamedTuple):
    """One line: its icon, what it is about, the key, and what it is for."""

    icon: str
    name: Callable[[], str]
    key: Callable[[], str]
    told: str


_PLACES = (
    _Place(
        "list",
        lambda: _("Links: wie er komt"),
        lambda: "↑ ↓",
        N_("De lijst van de dag. Met de pijltjes loopt u erdoorheen."),
    ),
    _Place(
        "desk",
        lambda: _("Rechts: wat u zegt"),
        lambda: f"{key_text(Do.ARRIVED)} · {key_text(Do.LEFT)}",
        N_("Als iemand komt, en als iemand weer gaat."),
    ),
    _Place(
        "search",
        lambda: words(Do.SEARCH),
        lambda: key_text(Do.SEARCH),
        N_("Op naam, geboortedatum of telefoonnummer."),
    ),
    _Place(
        "privacy",
        lambda: words(Do.PRIVACY),
        lambda: key_text(Do.PRIVACY),
        N_("Kijkt er iemand mee? Dan zijn alle namen meteen weg."),
    ),
    _Place(
        "settings",
        lambda: words(Do.SETTINGS),
        lambda: key_text(Do.SETTINGS),
        N_("Daar verandert u alles wat u net heeft ingevuld."),
    ),
    _Place(
        "help",
        lambda: words(Do.HELP),
        lambda: key_text(Do.HELP),
        N_("Daar leest u hoe een scherm werkt."),
    ),
)


class FirstLook(Step):
    """Shows what is where."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._miniature = Miniature(icons)
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, place in enumerate(_PLACES):
            said = QVBoxLayout()
            said.setSpacing(0)
            said.addWidget(label("strong", place.name()))
            said.addWidget(label("muted", _(place.told)))
            grid.addWidget(IconMark(icons, place.icon), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(said, row, 1)
            key = ink(label("strong", place.key(), wrap=False), "primary")
            grid.addWidget(key, row, 2, Qt.AlignmentFlag.AlignTop)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(BETWEEN)
        beside.addWidget(self._miniature, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(lines, 1)
        self._lay_out(
            _("Hier vindt u alles"),
            _("Klaar. Dit zijn de plekken die u elke dag gebruikt."),
            both,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the drawing out where the lines would have too little room beside it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = self.fontMetrics().averageCharWidth() * _LETTERS_OF_LINES
        needed = self._miniature.sizeHint().width() + BETWEEN + lines
        self._miniature.setVisible(self.width() >= needed)
