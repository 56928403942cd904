"""Instellingen: pages beside their list, each made from what the catalogue knows."""

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from reception_assistant.i18n import N_, _
from reception_assistant.settings.catalogue import TITLES, Group
from ui.settings.group_page import GroupPage
from ui.settings.page import Page
from ui.settings.page_list import PageList
from ui.settings.staff_page import StaffPage
from ui.settings.terms_page import TermsPage
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label

_TYPED = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCROLLED = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Subject(StrEnum):
    """What a page of the settings is about: a group of the catalogue, the staff or the agenda."""

    PRACTICE = Group.PRACTICE.value
    STAFF = "staff"
    GREETING = Group.GREETING.value
    WORDS = Group.WORDS.value
    LIMITS = Group.LIMITS.value
    TERMS = Group.TERMS.value
    AGENDA = "agenda"
    LOOK = Group.LOOK.value


_TITLES = {
    Subject.PRACTICE: TITLES[Group.PRACTICE],
    Subject.STAFF: N_("Medewerkers"),
    Subject.GREETING: TITLES[Group.GREETING],
    Subject.WORDS: TITLES[Group.WORDS],
    Subject.LIMITS: TITLES[Group.LIMITS],
    Subject.TERMS: TITLES[Group.TERMS],
    Subject.AGENDA: N_("Agenda"),
    Subject.LOOK: TITLES[Group.LOOK],
}
_EXPLAINED = {
    Subject.PRACTICE: N_("Dit geldt voor iedereen die hier werkt."),
    Subject.GREETING: N_("Hoe u mensen ontvangt en gedag zegt."),
    Subject.WORDS: N_("Wat u zegt in plaats van een vakwoord."),
    Subject.LIMITS: N_("Vanaf wanneer Balie u ergens op wijst."),
    Subject.LOOK: N_("Hoe Balie eruitziet."),
}


class SettingsScreen(QWidget):
    """Shows one page at a time, made when it is asked for; what was typed there is settled then.

    Signals:
        setting_chosen: as of `GroupPage`.
        page_made: a page is there that is to show something.
            arg: the page (Page).
        subject_opened: a page is shown; whoever knows it may give it the keys.
            arg: its subject (Subject).
        left: back to the desk.
    """

    setting_chosen = Signal(object, str)  # SettingField
    page_made = Signal(object)  # Page
    subject_opened = Signal(str)
    left = Signal()

    def __init__(self, agenda: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._pages: dict[Subject, QWidget] = {Subject.AGENDA: agenda}
        self.list = PageList([_(_TITLES[subject]) for subject in Subject])
        self.list.page_chosen.connect(self._on_page_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(agenda)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(EDGE)
        layout.addWidget(self._beside())
        layout.addWidget(self._stack, 1)

    @property
    def subject(self) -> Subject:
        """Return what the page that is shown is about."""
        return tuple(Subject)[self.list.chosen()]

    def page(self, subject: Subject) -> QWidget:
        """Return the page about `subject`, which is made the first time."""
        if subject not in self._pages:
            made = self._made(subject)
            self._pages[subject] = made
            self._stack.addWidget(made)
            self.page_made.emit(made)
        return self._pages[subject]

    def pages(self) -> list[Page]:
        """Return the pages that were made."""
        return [page for page in self._pages.values() if isinstance(page, Page)]

    @Slot(str)
    def open_page(self, subject: str) -> None:
        """Show the page about `subject` (a `Subject`, or a `Group` on a page), with the keys."""
        with QSignalBlocker(self.list):
            self.list.choose(tuple(Subject).index(Subject(subject)))
        self._show_page()
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.focus_first()

    @Slot()
    def settle(self) -> None:
        """Ask to keep everything that was typed."""
        for page in self.pages():
            page.settle()

    def focus_first(self) -> None:
        """Put the keys on the list of pages."""
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Have a page to show."""
        super().showEvent(event)
        self._stack.setCurrentWidget(self.page(self.subject))

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing that was typed be left behind."""
        super().hideEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the field and then the screen; keep at Ctrl+Enter, and scroll."""
        key, page = event.key(), self._stack.currentWidget()
        if key == Qt.Key.Key_Escape:
            self._step_back()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settle()
        elif key in _SCROLLED and isinstance(page, QScrollArea):
            page.verticalScrollBar().triggerAction(_SCROLLED[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        if isinstance(QApplication.focusWidget(), _TYPED):
            self.list.setFocus()
        else:
            self.left.emit()

    def _beside(self) -> QFrame:
        """Return the card with the list of pages."""
        made = card(QFrame())
        inside = column(label("title", _("Instellingen")), self.list, gap=GAP, edge=EDGE)
        inside.addStretch(1)
        inside.addWidget(label("muted", _("Wat u verandert, bewaart Balie meteen.")))
        made.setLayout(inside)
        return made

    def _made(self, subject: Subject) -> Page:
        if subject is Subject.STAFF:
            return StaffPage()
        if subject is Subject.TERMS:
            page: GroupPage = TermsPage()
        else:
            page = GroupPage(Group(subject.value), _(_TITLES[subject]), _(_EXPLAINED[subject]))
        page.setting_chosen.connect(self.setting_chosen)
        return page

    def _show_page(self) -> None:
        self._stack.setCurrentWidget(self.page(self.subject))
        self.settle()
        self.subject_opened.emit(self.subject)

    @Slot()
    def _on_page_chosen(self) -> None:
        self._show_page()
        self.list.setFocus()  # who walks the list walks on
