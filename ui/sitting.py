"""Who is at the desk: shown and chosen in the header, and in whose name everything is kept."""

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.beginning import First
from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee, Role
from ui.ask import Ask
from ui.tasks import Runners
from ui.widgets.banner import Tell
from ui.widgets.header import Header


class Sitting(QObject):
    """Knows who is at the desk, and lets somebody else sit down."""

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        ask: Ask,
        header: Header,
        first: First,
        origin: object,
    ) -> None:
        super().__init__(header)
        self._desk, self._runners, self._tell, self._ask = desk, runners, tell, ask
        self._header, self._origin = header, origin
        self._everybody = first.everybody
        self._employee = first.at_the_desk
        header.show_staff(self._everybody, self._employee)
        header.employee_chosen.connect(self._on_chosen)
        header.employee_add_requested.connect(self._on_add_requested)

    def by(self) -> By:
        """Return who is at the desk, for a write of the Balie screen."""
        return By(self._employee, self._origin)

    def reload(self) -> None:
        """Show the people who work here as they are now."""
        self._runners.read.run(self._desk.staff.everybody, self._show, self._tell.trouble)

    def _show(self, everybody: list[Employee]) -> None:
        self._everybody = tuple(everybody)
        found = (each for each in everybody if each.id == self._employee.id)
        self._employee = next(found, self._employee)
        self._header.show_staff(everybody, self._employee)

    @Slot(object)
    def _on_chosen(self, employee: Employee) -> None:
        self._employee = employee
        self._header.show_staff(self._everybody, employee)
        self._runners.write.run(
            lambda: self._desk.staff.sit_down(employee), lambda _none: None, self._tell.trouble
        )

    @Slot()
    def _on_add_requested(self) -> None:
        if name := self._ask.name(_("Hoe heet uw collega?")):
            by = self.by()
            self._runners.write.run(
                lambda: self._desk.staff.add(name, Role.RECEPTIONIST, by),
                self._on_chosen,
                self._tell.trouble,
            )
