"""Instellingen: where the agenda comes from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reception_assistant.desk.sources import SourceView
from reception_assistant.i18n import _
from ui.actions import Do
from ui.sources.source_card import LocalTime, SourceCard
from ui.sources.web_form import WebForm
from ui.widgets.blocks import EDGE, GAP, button, card_of, label, plain_button
from ui.widgets.flow import flow
from ui.widgets.scrolled import Scrolled


class SourcesScreen(QScrollArea):
    """Shows every source, and the ways to add one.

    Signals:
        read_requested: a file is to be read.
        file_watch_requested: a file is to be followed.
        folder_watch_requested: a folder is to be followed.
        web_watch_requested: an address is to be followed.
            args: the address and the minutes between two times.
        change_requested, watch_requested, unwatch_requested, remove_requested: as of `SourceCard`.
        left: back to the desk.
    """

    read_requested = Signal()
    file_watch_requested = Signal()
    folder_watch_requested = Signal()
    web_watch_requested = Signal(str, int)
    change_requested = Signal(object)  # SourceView
    watch_requested = Signal(object)
    unwatch_requested = Signal(object)
    remove_requested = Signal(object)
    left = Signal()

    def __init__(self, local: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._local = local
        self._cards: list[SourceCard] = []
        self.web = WebForm()
        self.web.hide()
        self.web.watch_requested.connect(self.web_watch_requested)
        self.web.left.connect(self.close_web)
        self._nothing = card_of(
            label("heading", _("Er is nog geen agenda ingelezen.")),
            label(
                "muted", _("Kies het bestand dat uw praktijksysteem maakt. Balie helpt u erbij.")
            ),
        )
        inside = Scrolled()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(EDGE)
        for each in (self._head(), self.web, self._nothing):
            self._layout.addWidget(each)
        self._layout.addStretch(1)
        self.setWidget(inside)

    def show_sources(self, views: Sequence[SourceView]) -> None:
        """Show these sources."""
        for old in self._cards:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = []
        for view in views:
            made = SourceCard(view, self._local)
            made.change_requested.connect(self.change_requested)
            made.watch_requested.connect(self.watch_requested)
            made.unwatch_requested.connect(self.unwatch_requested)
            made.remove_requested.connect(self.remove_requested)
            self._cards.append(made)
            self._layout.insertWidget(self._layout.count() - 1, made)
        self._nothing.setVisible(not views)

    def focus_first(self) -> None:
        """Put the keys on the first thing to do."""
        self._first.setFocus()

    @Slot()
    def open_web(self) -> None:
        """Show the fields for a calendar on the internet."""
        self.web.show()
        self.web.address.setFocus()

    @Slot()
    def close_web(self) -> None:
        """Put the fields for a calendar on the internet away."""
        self.web.address.clear()
        self.web.hide()
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close the fields, and then go back to the desk."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.web.isVisible():
            self.close_web()
        else:
            self.left.emit()

    def _head(self) -> QFrame:
        self._first = button(Do.IMPORT, "primary", self.read_requested.emit)
        return card_of(
            label("title", _("Waar de agenda vandaan komt")),
            label(
                "muted",
                _(
                    "Een bestand of map die u volgt, leest Balie vanzelf opnieuw zodra die "
                    "verandert. Zo klopt de dag steeds."
                ),
            ),
            flow(
                GAP,
                self._first,
                plain_button(_("Bestand volgen"), "plain", self.file_watch_requested.emit),
                plain_button(_("Map volgen"), "plain", self.folder_watch_requested.emit),
                plain_button(_("Agenda op internet volgen"), "plain", self.open_web),
            ),
        )
