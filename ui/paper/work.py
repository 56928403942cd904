"""What happens with paper: a page is made and seen, then printed, kept as a file or copied."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.paper.letters import Kind
from reception_assistant.paper.saving import save_new
from reception_assistant.settings.catalogue import FEEDBACK_ADDRESS, PRACTICE_NAME
from ui.paper import draft as drafts
from ui.paper.draft import Draft, OfComplaint, Sort
from ui.paper.screen import PaperScreen
from ui.printing import Printing, pdf
from ui.tasks import Runners
from ui.widgets.banner import Tell

_WITH_BOM = "utf-8-sig"  # by it a spreadsheet sees that the letters are UTF-8


class Place(Protocol):
    """Asks where something is to be kept."""

    def new_file(self, name: str, kinds: str) -> Path | None:
        """Ask for a new file; `name` is proposed, `kinds` says which there are."""


class PaperWork(QObject):
    """Makes pages and does with them what the receptionist asks for.

    Signals:
        page_opened: a page is to be seen.
            arg: the widget that shows it.
        left: back to where one came from.
    """

    page_opened = Signal(object)  # QWidget
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        place: Place,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._place = place
        self.screen = PaperScreen()
        self.printing = Printing(self.screen)
        self._asked = 0
        self._at_printer: Draft | None = None
        self._connect()

    @Slot()
    def hand_over(self) -> None:
        """Show the page for the change of shift."""
        desk = self._desk
        self._make(lambda: drafts.hand_over(desk.after.overview.hand_over_sheet(), desk.time.now()))

    @Slot(str, str)
    def letter(self, complaint_id: str, kind: str) -> None:
        """Show a letter about a complaint, as it would be sent today."""
        desk, by = self._desk, self._by()

        def make() -> Draft:
            written = desk.after.letters.letter(complaint_id, Kind(kind), by)
            return drafts.letter(written, complaint_id, desk.time.now())

        self._make(make)

    def overview(self, year: int = 0) -> None:
        """Show the figures of a year; this year when none is said."""
        desk = self._desk
        chosen = year or desk.time.now().year
        self._make(lambda: drafts.overview(desk.after.overview.year(chosen), self._practice()))

    @Slot()
    def feedback_card(self) -> None:
        """Show the cards that lead to the practice's page for feedback, or ask which page it is."""
        self._make(self._known_card)

    def _connect(self) -> None:
        screen = self.screen
        screen.print_requested.connect(self._on_print_requested)
        screen.save_requested.connect(self._on_save_requested)
        screen.table_requested.connect(self._on_table_requested)
        screen.copy_requested.connect(self._on_copy_requested)
        screen.year_chosen.connect(self.overview)
        screen.address_given.connect(self._on_address_given)
        screen.left.connect(self._on_left)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self._tell.trouble)

    def _practice(self) -> str:
        return self._desk.settings.all().get(PRACTICE_NAME)

    def _known_card(self) -> Draft:
        address = self._desk.settings.all().get(FEEDBACK_ADDRESS).strip()
        if not address:
            return drafts.empty_card()
        try:
            return drafts.card(address, self._practice())
        except KnownError:  # it is said once somebody wants the cards of this address
            return drafts.empty_card(address)

    def _make(self, work: Callable[[], Draft]) -> None:
        """Make a page by the thread that reads; what was asked last is shown."""
        self._asked += 1
        self._runners.read.run(work, partial(self._show, self._asked), self._tell.trouble)

    def _show(self, asked: int, draft: Draft) -> None:
        if asked != self._asked:
            return
        before = self.screen.draft
        goes_on = before is not None and before.sort is draft.sort and self.screen.isVisible()
        self._tell.make_room()
        self.screen.show_draft(draft, self._desk.time.now().year)
        if not goes_on:
            self.page_opened.emit(self.screen)
        if not goes_on or draft.sort is Sort.CARD:  # the address is given: on to the sheet
            self.screen.take_keys()

    @Slot(str)
    def _on_address_given(self, address: str) -> None:
        self._make(lambda: drafts.card(address.strip(), self._practice()))

    @Slot()
    def _on_print_requested(self) -> None:
        draft = self.screen.draft
        if draft is not None and draft.page is not None:
            self._at_printer = draft
            self.printing.print_page(draft.page)

    @Slot()
    def _on_printed(self) -> None:
        draft, self._at_printer = self._at_printer, None
        if draft is not None:
            self._is_out(draft, _("De printer gaat aan het werk."))

    @Slot()
    def _on_save_requested(self) -> None:
        draft = self.screen.draft
        if draft is not None and draft.page is not None:
            page = draft.page
            self._save(draft, ".pdf", _("PDF (*.pdf)"), lambda: pdf(page))

    @Slot()
    def _on_table_requested(self) -> None:
        draft = self.screen.draft
        if draft is not None and draft.table:
            content = draft.table.encode(_WITH_BOM)
            self._save(draft, ".csv", _("Rekenblad (*.csv)"), lambda: content)

    @Slot()
    def _on_copy_requested(self) -> None:
        draft = self.screen.draft
        if draft is not None and draft.letter is not None:
            QGuiApplication.clipboard().setText(draft.aloud)
            self._is_out(draft, _("De brief is gekopieerd. Plak hem met Ctrl+V in uw mail."))

    @Slot()
    def _on_left(self) -> None:
        self._asked += 1  # what is still being made is not waited for
        self.left.emit()
        self.screen.clear()

    def _save(self, draft: Draft, ending: str, kinds: str, content_of: Callable[[], bytes]) -> None:
        """Ask for a new file, and write there by the thread for files."""
        chosen = self._place.new_file(f"{draft.name}{ending}", kinds)
        if chosen is None:
            return
        ends_well = chosen.suffix.lower() == ending
        path = chosen if ends_well else chosen.with_name(f"{chosen.name}{ending}")
        content = content_of()
        done = _("Bewaard in {name}.").format(name=path.name)
        self._runners.files.run(
            lambda: save_new(path, content),
            lambda _saved: self._is_out(draft, done),
            self._tell.trouble,
        )

    def _is_out(self, draft: Draft, words: str) -> None:
        """Say so, and remember with the complaint that a letter about it was made."""
        self._tell.tell(words)
        if draft.letter is not None:
            self._note_made(draft.letter)

    def _note_made(self, letter: OfComplaint) -> None:
        by, letters = self._by(), self._desk.after.letters
        self._runners.write.run(
            lambda: letters.note_made(letter.complaint_id, letter.kind, by),
            _pass,
            self._tell.trouble,
        )


def _pass(_result: object) -> None:
    """Take a result that nobody waits for."""
