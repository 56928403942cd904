"""The Klachten screen: the register, what is chosen in it, and what stands beside that."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_assistant.i18n import _
from ui.actions import BY_ID, Do
from ui.complaints.care_box import CareBox
from ui.complaints.columns import Columns, Part
from ui.complaints.feedback_panel import FeedbackPanel
from ui.complaints.note_form import NoteForm
from ui.complaints.record_panel import RecordPanel
from ui.complaints.register_panel import RegisterPanel
from ui.complaints.side_cards import LearnCard, MandateCard, PrivateCard, TermCard
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.scrolled import Scrolled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComplaintsScreen(QWidget):
    """Shows parts, and passes on the keys that work wherever on it the cursor is.

    Signals:
        note_requested: Ctrl+N.
    """

    note_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("complaints")
        self.register, self.record = RegisterPanel(), RecordPanel()
        self.feedback, self.note = FeedbackPanel(), NoteForm()
        self.mandates, self.term = MandateCard(), TermCard()
        self.learned, self.private = LearnCard(), PrivateCard()
        self._middle = QStackedWidget()
        self._pages: dict[QWidget, QWidget] = {}
        self.care = CareBox()
        for each in (_idle(self.care), self.record, self.feedback, self.note):
            page = each if each is self.record else _scrolling((each,))
            self._pages[each] = page
            self._middle.addWidget(page)
        self._beside = _scrolling((self.mandates, self.term, self.learned, self.private))
        self._beside.setMinimumWidth(0)
        self.columns = Columns(self.register, self._middle, self._beside)
        self.columns.begin_at(Part.REGISTER, self.register.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self.show_nothing()
        # No key press: what scrolls takes the arrows before they come here.
        back = QShortcut(QKeySequence(BY_ID[Do.STEP_BACK].shortcut), self)
        back.activated.connect(self._on_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._middle.setCurrentIndex(0)
        self._show_beside(yes=False)

    def show_record(self) -> None:
        """Show a complaint, with what stands beside it."""
        self._middle.setCurrentWidget(self._pages[self.record])
        self._show_beside(yes=True)

    def show_feedback(self) -> None:
        """Show what else somebody told."""
        self._middle.setCurrentWidget(self._pages[self.feedback])
        self._show_beside(yes=False)

    def show_note(self) -> None:
        """Show the form for what somebody tells now."""
        self._middle.setCurrentWidget(self._pages[self.note])
        self._show_beside(yes=False)
        self.columns.reveal(Part.RECORD)

    def is_noting(self) -> bool:
        """Tell whether that form is shown."""
        return self._middle.currentWidget() is self._pages[self.note]

    def shows_record(self) -> bool:
        """Tell whether a complaint is shown."""
        return self._middle.currentWidget() is self._pages[self.record]

    def take_keys(self) -> None:
        """Let the keys go to the list."""
        self.register.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, walk through the columns, note something, or go to the list."""
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and control and self.shows_record():
            self.record.forward()
        elif _is(event, Do.NEXT_PART):
            self.columns.walk()
        elif _is(event, Do.TELL):
            self.note_requested.emit()
        elif _is(event, Do.FIND_COMPLAINT):
            self.columns.reveal(Part.REGISTER)
            self.register.field.setFocus()
        elif key == Qt.Key.Key_Escape:
            self.columns.bring(Part.REGISTER)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_back(self) -> None:
        if self.shows_record():
            self.record.back()

    def _show_beside(self, *, yes: bool) -> None:
        self.columns.have_beside(yes=yes)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for area in (*self._pages.values(), self._beside, self.record.area):
            if isinstance(area, QScrollArea) and now is not None and area.isAncestorOf(now):
                area.ensureWidgetVisible(now, 0, EDGE)


def _is(event: QKeyEvent, what: Do) -> bool:
    """Tell whether the key of an action was pressed."""
    return QKeySequence(event.keyCombination()) == QKeySequence(BY_ID[what].shortcut)


def _scrolling(widgets: Sequence[QWidget]) -> QScrollArea:
    """Return a column that scrolls where there is no room for all of it."""
    inside = Scrolled()
    layout = column(*widgets, gap=EDGE - 4)
    layout.addStretch(1)
    inside.setLayout(layout)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _idle(care: CareBox) -> QFrame:
    """Return what is shown while nothing is chosen."""
    made = card(QFrame())
    words = _("Kies een klacht in de lijst. Of noteer wat iemand u net vertelt.")
    layout = column(label("heading", _("Een klacht is een kans")), label("muted", words), care)
    layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    layout.setSpacing(GAP)
    made.setLayout(layout)
    return made
