"""What can be done on the screen Instellingen: keeping what is changed, and taking it back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple
from zoneinfo import available_timezones

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception_assistant.changes import Changed
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _, ngettext
from reception_assistant.library.lists import Mandate
from reception_assistant.settings.catalogue import TEXT_SIZE, THEME, Setting, Settings
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from ui.settings.field import SettingField
from ui.settings.group_page import GroupPage
from ui.settings.keeping import Keeping
from ui.settings.mandate_work import MandateWork
from ui.settings.page import Page
from ui.settings.screen import SettingsScreen, Subject
from ui.settings.staff_page import StaffPage
from ui.settings.staff_work import StaffWork
from ui.settings.terms_page import TermsPage
from ui.tasks import Runners
from ui.widgets.banner import Tell

_HEARD = Changed.SETTINGS | Changed.STAFF | Changed.SOURCES | Changed.LIBRARY
_WORN = (THEME, TEXT_SIZE)
"""Settings of the look: who wears them keeps them too."""


class Chosen(NamedTuple):
    """Everything that the screen shows."""

    settings: Settings
    everybody: Sequence[Employee]
    practitioners: Sequence[Practitioner]
    mandates: Sequence[Mandate]


class SettingsWork(QObject):
    """Does what the screen Instellingen asks for.

    Signals:
        theme_chosen: another theme is to be worn and kept.
            arg: its name.
        size_chosen: text is to be of another size, which is to be kept.
            arg: the size in percent.
        agenda_opened: the page about the sources of the agenda is shown; it may take the keys.
        left: back to the desk.
    """

    theme_chosen = Signal(str)
    size_chosen = Signal(int)
    agenda_opened = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        agenda: QWidget,
    ) -> None:
        super().__init__()
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._chosen: Chosen | None = None
        self._zones: list[str] | None = None
        self.screen = SettingsScreen(agenda)
        self._keeping = Keeping(runners, tell, by, self.screen)
        self.screen.page_made.connect(self._on_page_made)
        self.screen.setting_chosen.connect(self._on_setting_chosen)
        self.screen.subject_opened.connect(self._on_subject_opened)
        self.screen.left.connect(self.left)

    def show_yourself(self) -> None:
        """Be ready to be looked at: fresh, with the keys on the list of pages."""
        self.reload()
        if self._zones is None:
            self._zones = []
            self._runners.files.run(_zones, self._offer_zones, self._tell.trouble)
        self._on_subject_opened(self.screen.subject)
        self.screen.focus_first()

    def open_page(self, subject: str) -> None:
        """Show the page about `subject` (a `Subject`, or a `Group` on a page), with the keys."""
        self.screen.open_page(subject)

    def hear(self, what: Changed) -> None:
        """Show everything again when something of it was written and somebody looks."""
        if what & _HEARD and self.screen.isVisible():
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Show what is chosen, and who works here, as it is now."""
        desk = self._desk
        self._runners.read.run(
            lambda: Chosen(
                desk.settings.all(),
                desk.staff.everybody(),
                desk.practitioners.all(),
                desk.after.mandates.all(),
            ),
            self._show,
            self._tell.trouble,
        )

    def _show(self, chosen: Chosen) -> None:
        self._chosen = chosen
        for page in self.screen.pages():
            self._show_on(page, chosen)

    def _show_on(self, page: Page, chosen: Chosen) -> None:
        seated = self._by().employee
        me = next((each for each in chosen.everybody if each.id == seated.id), seated)
        why = "" if me.role is Role.MANAGER else _only_managers(chosen.everybody)
        if isinstance(page, GroupPage):
            page.show_settings(chosen.settings)
        if isinstance(page, TermsPage):
            page.show_mandates(chosen.mandates)
        if isinstance(page, StaffPage):
            page.show_employees(chosen.everybody, me.id)
            page.show_practitioners(chosen.practitioners)
        page.lock(why)

    def _offer_zones(self, zones: list[str]) -> None:
        self._zones = zones
        for page in self.screen.pages():
            page.offer_zones(zones)

    @Slot(object)
    def _on_page_made(self, page: Page) -> None:
        if isinstance(page, StaffPage):
            StaffWork(self._desk, page, self._keeping, parent=self)
        if isinstance(page, TermsPage):
            MandateWork(self._desk, page.mandates, self._keeping, parent=self)
        page.offer_zones(self._zones or [])
        if self._chosen is not None:
            self._show_on(page, self._chosen)

    @Slot(object, str)
    def _on_setting_chosen(self, field: SettingField, value: str) -> None:
        if field.setting in _WORN:
            self._wear(field, value)
            return
        setting, by = field.setting, self._keeping.by()
        self._keeping.ask(
            field,
            value,
            lambda: self._chosen_instead(setting, value, by),
            partial(self._tell_kept, setting, value, self._choose_back),
        )

    def _chosen_instead(self, setting: Setting, value: str, by: By) -> str:
        """Keep `value` for `setting`, and return what was chosen before."""
        before = self._desk.settings.all().get(setting)
        self._desk.settings.choose(setting, value, by)
        return before

    def _choose_back(self, setting: Setting, kept: str, before: str) -> None:
        by = self._keeping.by()

        def choose() -> None:
            if self._desk.settings.all().get(setting) != setting.checked(kept):
                raise KnownError(_("Dit is intussen weer veranderd."), _("Er is niets teruggezet."))
            self._desk.settings.choose(setting, before, by)

        self._keeping.do(choose, lambda _none: self._tell_back(setting))

    def _wear(self, field: SettingField, value: str) -> None:
        before = self._chosen.settings.get(field.setting) if self._chosen else ""
        try:
            checked = field.setting.checked(value)
        except KnownError as error:
            field.refuse(value, error)
            return
        self._emit_look(field.setting, checked)
        field.keep(value)
        self._tell_kept(field.setting, checked, self._wear_back, before)

    def _wear_back(self, setting: Setting, _kept: str, before: str) -> None:
        self._emit_look(setting, before)
        self._tell_back(setting)

    def _emit_look(self, setting: Setting, value: str) -> None:
        if setting is THEME:
            self.theme_chosen.emit(value)
        else:
            self.size_chosen.emit(int(value))

    def _tell_kept(
        self, setting: Setting, kept: str, back: Callable[[Setting, str, str], None], before: str
    ) -> None:
        self._tell.tell(
            _("Bewaard: {label}.").format(label=_(setting.label)),
            _("Ongedaan maken"),
            partial(back, setting, kept, before),
        )

    def _tell_back(self, setting: Setting) -> None:
        self._tell.tell(_("Teruggezet: {label}.").format(label=_(setting.label)))

    @Slot(str)
    def _on_subject_opened(self, subject: str) -> None:
        if subject == Subject.AGENDA:
            self.agenda_opened.emit()


def _only_managers(everybody: Sequence[Employee]) -> str:
    """Say who may change what a receptionist may not, and how they come to the desk."""
    names = [each.name for each in everybody if each.active and each.role is Role.MANAGER]
    who = ngettext(
        "Alleen een beheerder kan dit veranderen. Dat is {names}.",
        "Alleen een beheerder kan dit veranderen. Dat zijn {names}.",
        len(names),
    ).format(names=_listed(names))
    how = _("Zit een beheerder nu aan de balie? Kies dan bovenin het scherm die naam.")
    return f"{who} {how}"


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return _("{names} en {last}").format(names=", ".join(others), last=last) if others else last


def _zones() -> list[str]:
    """Return the time zones that there are, those of Europe first; reads from the disk."""
    named = (zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return sorted(named, key=lambda zone: (not zone.startswith("Europe/"), zone))
