"""Where paper is seen first: the sheets, and beside them what can be done with them."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QWidget

from reception_assistant.i18n import _, ngettext
from ui.actions import BY_ID, Do
from ui.paper.draft import Draft, Sort
from ui.paper.sheets import Sheets
from ui.theme.fonts import BODY
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.flow import flow
from ui.widgets.form import ChoiceField, text_field
from ui.widgets.wrapping_button import action_button, wrapping_button

_BESIDE_FROM = 820
"""From this width on (at usual letters) the sheets and the rest stand beside one another."""
_SIDE = 300
_LEAST_SHEETS = 90
_YEARS = 10
_LONGEST_ADDRESS = 300
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperScreen(QWidget):
    """Shows a draft, and passes on what is wished with it.

    Signals:
        print_requested: it is wanted on paper.
        save_requested: it is wanted as a PDF.
        table_requested: its figures are wanted for a spreadsheet.
        copy_requested: its text is wanted for a mail.
        year_chosen: another year is to be shown.
            arg: which.
        address_given: the cards are to lead to this page.
            arg: the address.
        left: back to where one came from.
    """

    print_requested = Signal()
    save_requested = Signal()
    table_requested = Signal()
    copy_requested = Signal()
    year_chosen = Signal(int)
    address_given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.draft: Draft | None = None
        self.sheets = Sheets()
        self.sheets.setMinimumHeight(_LEAST_SHEETS)
        self._title, self._advice = label("title"), label("muted")
        self.year, self.address = ChoiceField(), text_field(longest=_LONGEST_ADDRESS)
        self._of_year = _asked(_("Welk jaar?"), self.year)
        self._of_address = _asked(_("Adres van uw pagina voor feedback"), self.address)
        self._lay_out()
        self.year.activated.connect(self._on_year_activated)
        self.address.textEdited.connect(self._on_address_edited)
        for what, button in self._ways.items():
            keys = QShortcut(QKeySequence(BY_ID[what].shortcut), self)
            keys.activated.connect(partial(self._press, button))

    def show_draft(self, draft: Draft, this_year: int) -> None:
        """Show a page with what belongs to it."""
        self.draft = draft
        self._title.setText(draft.title)
        self._of_year.setVisible(draft.sort is Sort.OVERVIEW)
        self._of_address.setVisible(draft.sort is Sort.CARD)
        self._table.setVisible(draft.sort is Sort.OVERVIEW)
        self._copy.setVisible(draft.sort is Sort.LETTER)
        if draft.sort is Sort.OVERVIEW:
            self._show_years(draft.year, this_year)
        if draft.sort is Sort.CARD and draft.address != self.address.text().strip():
            self.address.setText(draft.address)
        self._show_page(draft)

    def clear(self) -> None:
        """Forget what was shown: there may be names on it."""
        self.draft = None
        self.sheets.show_page(None)
        self.sheets.setAccessibleDescription("")
        self.address.setText("")

    def take_keys(self) -> None:
        """Let the keys go to what is still asked, or else to the sheets."""
        asks = self.draft is not None and self.draft.page is None
        (self.address if asks else self.sheets).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc; Enter in the address makes the cards."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and self.address.hasFocus():
            self._give_address()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, also where the window has an action for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sheets beside the rest, or below it."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Count again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _lay_out(self) -> None:
        self._make = wrapping_button(_("Kaartjes maken   Enter"), "primary", self._give_address)
        self._print = action_button(Do.PRINT, "primary", self.print_requested.emit)
        self._save = action_button(Do.SAVE_PDF, "plain", self.save_requested.emit)
        self._table = action_button(Do.SAVE_TABLE, "plain", self.table_requested.emit)
        self._copy = action_button(Do.COPY_TEXT, "plain", self.copy_requested.emit)
        self._ways = {
            Do.PRINT: self._print,
            Do.SAVE_PDF: self._save,
            Do.SAVE_TABLE: self._table,
            Do.COPY_TEXT: self._copy,
        }
        back = wrapping_button(_("Terug   Esc"), "quiet", self.left.emit)
        self._side = card(QFrame())
        asked = (self._of_year, self._of_address, self._make)
        buttons = flow(GAP, *self._ways.values(), back)
        inside = column(*(self._title, self._advice, *asked, buttons), gap=GAP + 4, edge=EDGE)
        inside.addStretch(1)
        self._side.setLayout(inside)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(EDGE)
        self._both.addWidget(self.sheets, 1)
        self._both.addWidget(self._side)
        QWidget.setTabOrder(back, self.sheets)

    def _turn(self) -> None:
        size = self.fontInfo().pixelSize()
        beside = self.width() >= _BESIDE_FROM * size // BODY
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.BottomToTop)
        least, most = (_SIDE * size // BODY,) * 2 if beside else (0, self.maximumWidth())
        self._side.setMinimumWidth(least)
        self._side.setMaximumWidth(most)

    def _show_page(self, draft: Draft) -> None:
        there = draft.page is not None
        self.sheets.show_page(draft.page)
        self.sheets.setAccessibleName(draft.title)
        self.sheets.setAccessibleDescription(draft.aloud)
        for each in (self._print, self._save):
            each.setVisible(there)
        self._make.setVisible(not there)
        more = _sheets_words(self.sheets.number) if there else _address_words()
        self._advice.setText(f"{draft.advice} {more}")

    def _show_years(self, shown: int, this_year: int) -> None:
        years = {*range(this_year - _YEARS + 1, this_year + 1), shown}
        self.year.clear()
        for year in sorted(years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(shown))

    def _press(self, button: QAbstractButton) -> None:
        """Do by key what a button does, once there is a page."""
        if self.draft is not None and self.draft.page is None:
            self._give_address()
        elif button.isVisible():
            button.click()

    def _give_address(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.address.setFocus()
        elif self.draft is not None and self.draft.page is None:
            self.address_given.emit(address)

    @Slot(int)
    def _on_year_activated(self, index: int) -> None:
        year = int(self.year.itemData(index))
        if self.draft is not None and self.draft.year != year:
            self.year_chosen.emit(year)

    @Slot(str)
    def _on_address_edited(self, text: str) -> None:
        """Put the cards away whose code leads to another page."""
        draft = self.draft
        if draft is not None and draft.page is not None and text.strip() != draft.address:
            self.draft = draft._replace(page=None, aloud="")
            self._show_page(self.draft)


def _sheets_words(number: int) -> str:
    return ngettext("Het is {number} blad.", "Het zijn {number} bladen.", number).format(
        number=number
    )


def _address_words() -> str:
    return _("Schrijf hier het adres. U kunt het ook vastleggen bij Instellingen.")


def _asked(question: str, field: QWidget) -> QWidget:
    """Return a field with the question above it."""
    holder = QWidget()
    field.setAccessibleName(question)
    holder.setLayout(column(label("muted", question), field, gap=4))
    return holder
