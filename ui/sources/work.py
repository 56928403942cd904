"""What can be done with the sources: reading, choosing how, following and removing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.agenda.profile import Profile
from reception_assistant.agenda.saying import Manners
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import AgendaFile
from reception_assistant.desk.assistant import Look
from reception_assistant.desk.importing import How
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.sources import USUAL_MINUTES, SourceView
from reception_assistant.desk.web_calendar import is_there
from reception_assistant.i18n import _, ngettext
from reception_assistant.staff.employee import Role
from ui.ask import Ask
from ui.sources.importing import Importing
from ui.sources.screen import SourcesScreen
from ui.sources.source_card import shown_name
from ui.tasks import Runners
from ui.widgets.banner import Tell
from ui.widgets.rail import Place

if TYPE_CHECKING:
    from ui.sources.assistant import AssistantPage


class SourcesWork(QObject):
    """Does what the sources screen and the assistant ask for.

    Signals:
        page_opened: the assistant is to be shown in the place of the settings.
            arg: its place in the rail.
            arg: the page (AssistantPage).
        day_read: a file was read; the day may be another.
        left: back to the desk.
    """

    page_opened = Signal(int, object)  # AssistantPage
    day_read = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        ask: Ask,
        by: Callable[[], By],
        importing: Importing,
    ) -> None:
        super().__init__()
        self._desk, self._runners, self._tell = desk, runners, tell
        self._ask, self._by, self.importing = ask, by, importing
        self._manners = Manners()
        self._page: AssistantPage | None = None
        self._asked = 0
        self._changes = ""  # the source whose files are to be read otherwise
        self._to_follow: AgendaFile | None = None
        self.screen = SourcesScreen(desk.time.from_utc)
        self._connect()

    def use(self, manners: Manners) -> None:
        """Greet by these rules from now on."""
        self._manners = manners

    def reload(self) -> None:
        """Show the sources as they are now."""
        self._runners.read.run(self._desk.sources.all, self.screen.show_sources, self._tell.trouble)

    def hear(self, what: Changed) -> None:
        """Show the sources again when something about them was written and somebody looks."""
        if Changed.SOURCES in what and self.screen.isVisible():
            self.reload()

    def show_yourself(self) -> None:
        """Be ready to be looked at: fresh, with the keys going to the first thing to do."""
        if self._page is not None:
            self._page.focus_first()
            return
        self.reload()
        self.screen.focus_first()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file, and read it or ask how."""
        self.importing.choose_file()

    def page(self) -> "AssistantPage | None":
        """Return the assistant, while it is open."""
        return self._page

    @Slot(object, str)
    def open_assistant(self, look: Look, changes: str = "") -> None:
        """Ask how the file of `look` is to be read, from now on where a source `changes`."""
        from ui.sources.assistant import AssistantPage  # late: start  # noqa: PLC0415

        self.close_assistant()
        self._changes = changes
        page = self._page = AssistantPage(look)
        page.follow.setVisible(self._by().employee.role is Role.MANAGER)
        page.preview_requested.connect(self._on_preview_requested)
        page.table_requested.connect(self._on_table_requested)
        page.read_requested.connect(self._on_read_requested)
        page.left.connect(self._on_page_left)
        self.page_opened.emit(Place.SETTINGS, page)
        page.focus_first()
        page.ask_preview()

    @Slot()
    def close_assistant(self) -> None:
        """Put the assistant away; what was chosen in it is not kept."""
        if self._page is not None:
            page, self._page = self._page, None
            page.hide()
            page.deleteLater()

    def _connect(self) -> None:
        screen = self.screen
        self.importing.choice_requested.connect(self.open_assistant)
        self.importing.finished.connect(self._on_finished)
        screen.read_requested.connect(self.choose_file)
        screen.file_watch_requested.connect(self._on_file_watch_requested)
        screen.folder_watch_requested.connect(self._on_folder_watch_requested)
        screen.web_watch_requested.connect(self._watch)
        screen.change_requested.connect(self._on_change_requested)
        screen.watch_requested.connect(self._on_file_watch_requested)
        screen.unwatch_requested.connect(self._on_unwatch_requested)
        screen.remove_requested.connect(self._on_remove_requested)
        screen.left.connect(self.left)

    @Slot()
    def _on_page_left(self) -> None:
        self.close_assistant()
        self.left.emit()

    @Slot(object)
    def _on_preview_requested(self, profile: Profile) -> None:
        page = self._page
        if page is None:
            return
        self._asked += 1
        number, file, manners = self._asked, page.look.file, self._manners

        def still_asked() -> bool:
            return page is self._page and number == self._asked

        def fail(error: Exception) -> None:
            if still_asked():
                page.show_trouble(error)

        self._runners.files.run(
            lambda: self._desk.assistant.preview(file, profile, None, manners),
            lambda preview: page.show_preview(preview) if still_asked() else None,
            fail,
        )

    @Slot(str)
    def _on_table_requested(self, table: str) -> None:
        page, desk = self._page, self._desk
        if page is None:
            return
        file, changes = page.look.file, self._changes

        def looked(look: Look) -> None:
            if page is self._page:
                self.open_assistant(look, changes)

        def fail(error: Exception) -> None:
            if page is self._page:
                page.show_trouble(error)

        self._runners.files.run(lambda: desk.assistant.look(file, (), table), looked, fail)

    @Slot(object, bool)
    def _on_read_requested(self, profile: Profile, follow: bool) -> None:
        page = self._page
        if page is None:
            return
        by, file = self._by(), page.look.file
        changes = self._changes

        def saved(kept: Profile) -> None:
            self._to_follow = file if follow else None
            self.close_assistant()
            self.importing.read(file, How(profile=kept, source_id=changes))

        self._runners.write.run(
            lambda: self._desk.profiles.save(profile, by), saved, page.show_trouble
        )

    @Slot(object)
    def _on_finished(self, file: AgendaFile) -> None:
        if self._to_follow is file:
            by = self._by()
            self._runners.write.run(  # said nothing of: the line tells what was read
                lambda: self._desk.sources.watch(file.place, by),
                lambda _source: None,
                self._tell.trouble,
            )
        self._to_follow = None
        self.day_read.emit()

    @Slot()
    def _on_file_watch_requested(self) -> None:
        path = self._ask.agenda_file()
        if path is not None:
            self._watch(str(path))

    @Slot()
    def _on_folder_watch_requested(self) -> None:
        path = self._ask.folder()
        if path is not None:
            self._watch(str(path))

    @Slot(str, int)
    def _watch(self, place: str, minutes: int = USUAL_MINUTES) -> None:
        by = self._by()

        def watched(_source: object) -> None:
            self.screen.close_web()
            self._tell.tell(_("Balie volgt deze agenda nu vanzelf."))

        self._runners.write.run(
            lambda: self._desk.sources.watch(place, by, minutes=minutes),
            watched,
            self._tell.trouble,
        )

    @Slot(object)
    def _on_unwatch_requested(self, view: SourceView) -> None:
        by = self._by()
        self._runners.write.run(
            lambda: self._desk.sources.unwatch(view.source.id, by),
            lambda _none: self._tell.tell(_("Deze agenda wordt niet meer gevolgd.")),
            self._tell.trouble,
        )

    @Slot(object)
    def _on_change_requested(self, view: SourceView) -> None:
        place = view.readings[0].place if view.readings else view.watch.place if view.watch else ""

        def open_it(is_there: bool) -> None:
            chosen = place if is_there else self._ask.agenda_file()
            if chosen is not None:
                self.importing.open(chosen, view.source.id)

        self._runners.files.run(lambda: is_there(place), open_it, self._tell.trouble)

    @Slot(object)
    def _on_remove_requested(self, view: SourceView) -> None:
        held = view.holding
        question = ngettext(
            "Met «{name}» gaat {count} afspraak weg, en wie alleen daarin staat.",
            "Met «{name}» gaan {count} afspraken weg, en wie alleen daarin staan.",
            held.appointments,
        ).format(name=shown_name(view), count=held.appointments)
        if held.marked:
            question += " " + ngettext(
                "Bij {count} ervan heeft u iets aangetekend.",
                "Bij {count} ervan heeft u iets aangetekend.",
                held.marked,
            ).format(count=held.marked)
        question += " " + _(
            "Balie vergeet ook hoe zo'n bestand gelezen wordt. "
            "Dit kan niet ongedaan worden gemaakt."
        )
        if not self._ask.confirm(question, _("Ja, haal alles weg")):
            return
        by = self._by()
        self._runners.write.run(
            lambda: self._desk.sources.remove(view.source.id, by),
            lambda _none: self._tell.tell(_("Weggehaald: {name}.").format(name=shown_name(view))),
            self._tell.trouble,
        )
