"""The Opvolging screen: the list, and beside it the card of who is chosen or a new promise."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_assistant.i18n import _
from ui.follow_ups.card import FollowUpCard
from ui.follow_ups.history_card import HistoryCard
from ui.follow_ups.keys import Key, keyed
from ui.follow_ups.list_panel import ListPanel
from ui.follow_ups.promise_form import PromiseForm
from ui.theme import fonts
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, column
from ui.widgets.scrolled import Scrolled
from ui.widgets.wrapping_button import wrapping_button

_TWO_FROM = 760
"""From this width of the window on (at usual letters) list and card stand beside one another."""
_LIST_PART, _CARD_PART = 14, 11
_LEAST = 240


class FollowUpScreen(QWidget):
    """Two columns; where there is room for one, F6 goes from the list to the card and back."""

    def __init__(
        self, panel: ListPanel, one: FollowUpCard, form: PromiseForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("follow_ups")
        self.panel, self.card, self.form = panel, one, form
        self.history = HistoryCard()
        self._is_narrow, self._shows_side = False, False
        self._side = QStackedWidget()
        self._of_card = _Scroller(one, self.history)
        of_form = card(QFrame())
        of_form.setLayout(column(form, edge=EDGE))
        self._of_form = _Scroller(of_form)
        self._turn = wrapping_button("", "quiet", self.walk)
        for each in (self._of_card, self._of_form):
            self._side.addWidget(each)
        self._lay_out()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def shows_form(self) -> bool:
        """Tell whether a promise is being written."""
        return self._side.currentWidget() is self._of_form

    @Slot()
    def show_card(self) -> None:
        """Show the card of who is chosen."""
        self._side.setCurrentWidget(self._of_card)

    def show_form(self) -> None:
        """Show the form for a promise, with the keys."""
        self._side.setCurrentWidget(self._of_form)
        self.bring_side()
        self.form.take_keys()

    def bring_side(self) -> None:
        """Show the right half, also where there is room for one of them."""
        self._shows_side = True
        self._fold()

    def bring_list(self) -> None:
        """Show the list, with the keys."""
        self._shows_side = False
        self._fold()
        self.panel.take_keys()

    def show_top(self) -> None:
        """Show the card from its beginning."""
        self._of_card.verticalScrollBar().setValue(0)

    @Slot()
    def walk(self) -> None:
        """Go to the other half."""
        focus = QApplication.focusWidget()
        in_side = focus is not None and self._side.isAncestorOf(focus)
        if in_side or (self._is_narrow and self._shows_side):
            self.bring_list()
            return
        self.bring_side()
        (self.form if self.shows_form else self.card).take_keys()

    def take_keys(self) -> None:
        """Let the keys go to where the work goes on."""
        if self.shows_form:
            self.form.take_keys()
        elif not (self._is_narrow and self._shows_side):
            self.panel.take_keys()
        else:
            self.card.take_keys()

    def minimumSizeHint(self) -> QSize:
        """Return hardly anything: it folds, and what does not fit can be scrolled to."""
        return QSize(_LEAST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Count again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        row.addWidget(self.panel, _LIST_PART)
        row.addWidget(self._side, _CARD_PART)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE - 4)
        layout.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row, 1)
        self._fold()

    def _fold(self) -> None:
        scale = fonts.scale_of(self.font())
        self._is_narrow = self.window().width() * 100 // scale < _TWO_FROM
        self.panel.setVisible(not (self._is_narrow and self._shows_side))
        self._side.setVisible(self._shows_side or not self._is_narrow)
        words = _("Naar de lijst") if self._shows_side else _("Naar het kaartje")
        self._turn.setText(keyed(Key.NEXT_PART, words))
        self._turn.setVisible(self._is_narrow)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for area in (self._of_card, self._of_form):
            if now is not None and area.isAncestorOf(now):
                area.ensureWidgetVisible(now, 0, EDGE)


class _Scroller(QScrollArea):
    """Cards under each other, that scroll where they do not fit."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        inside = Scrolled()
        layout = column(*cards, gap=EDGE)
        layout.addStretch(1)
        inside.setLayout(layout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
