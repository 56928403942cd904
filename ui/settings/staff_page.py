"""The page Medewerkers: who works here, and how the desk calls those whose agenda is kept."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from reception_assistant.text import fold
from ui.settings.page import Page, ReadingColumn, reading_card
from ui.settings.rows import arrange, holder, rows_for
from ui.settings.staff_rows import AddRow, EmployeeRow, PractitionerRow
from ui.widgets.blocks import EDGE, GAP, column, label

_LETTERS = 120


class StaffPage(Page):
    """Shows a row for each employee and each practitioner, and a row to add one.

    Signals:
        employee_change_requested: arg as of `EmployeeRow`.
        naming_requested, remove_requested: args as of `PractitionerRow`.
        employee_add_requested, practitioner_add_requested: arg as of `AddRow`.
    """

    employee_change_requested = Signal(object)  # EmployeeChange
    naming_requested = Signal(object)  # Naming
    remove_requested = Signal(object)  # PractitionerRow
    employee_add_requested = Signal(object)  # AddRow
    practitioner_add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("settings.staff", parent)
        self._employees: dict[str, EmployeeRow] = {}
        self._practitioners: dict[str, PractitionerRow] = {}
        self.new_employee = AddRow(
            _("Nieuwe medewerker"),
            _("Naam van een nieuwe medewerker"),
            (Role.RECEPTIONIST, Role.MANAGER),
        )
        self.new_practitioner = AddRow(
            _("Naam zoals in de agenda"),
            _("Naam van een nieuwe behandelaar, zoals in de agenda"),
        )
        self.new_employee.add_requested.connect(self.employee_add_requested)
        self.new_practitioner.add_requested.connect(self.practitioner_add_requested)
        self._here, self._gone = column(gap=EDGE), column(gap=EDGE)
        self._gone_title = label("caption", _("Werken hier niet meer"))
        self._practitioner_rows = column(gap=GAP + 4)
        self._nobody = label("muted", _("Hier staat nog niemand. De agenda vult dit vanzelf."))
        self._fill(
            reading_card(
                _("Medewerkers"),
                _(
                    "Wie aan de balie zit, kiest bovenin het scherm de eigen naam. Een beheerder "
                    "mag ook de instellingen veranderen."
                ),
                ReadingColumn(self._employee_rows(), self.new_employee, gap=EDGE, letters=_LETTERS),
            ),
            reading_card(
                _("Bij wie mensen een afspraak hebben"),
                _(
                    "De namen komen uit de agenda. Vul in hoe u iemand hardop noemt, zoals "
                    "«tandarts Bakker». Laat het leeg als de naam uit de agenda goed is."
                ),
                ReadingColumn(
                    self._nobody,
                    holder(self._practitioner_rows),
                    self.new_practitioner,
                    gap=GAP + 4,
                    letters=_LETTERS,
                ),
            ),
        )

    def show_employees(self, everybody: Iterable[Employee], at_the_desk: str) -> None:
        """Show these employees, those who left last; `at_the_desk` is an id."""
        shown = sorted(everybody, key=lambda each: (not each.active, fold(each.name)))
        self._employees = rows_for(self._employees, shown, self._made_employee)
        arrange(self._here, [self._employees[each.id] for each in shown if each.active])
        gone = [self._employees[each.id] for each in shown if not each.active]
        arrange(self._gone, gone)
        self._gone_title.setVisible(bool(gone))
        for employee in shown:
            seated = employee.id == at_the_desk
            row = self._employees[employee.id]
            row.show_employee(employee, at_the_desk=seated)
        self._order_stops()

    def show_practitioners(self, everybody: Iterable[Practitioner]) -> None:
        """Show these practitioners."""
        shown = sorted(everybody, key=lambda each: fold(each.name))
        self._practitioners = rows_for(self._practitioners, shown, self._made_practitioner)
        arrange(self._practitioner_rows, list(self._practitioners.values()))
        for practitioner in shown:
            row = self._practitioners[practitioner.id]
            row.show_practitioner(practitioner)
        self._nobody.setVisible(not shown)
        self._order_stops()

    def lock(self, why: str) -> None:
        """Let it be read only, and say `why`; "" for a manager."""
        for each in self._employees.values():
            each.lock(bool(why))
        for row in self._practitioners.values():
            row.lock(bool(why))
        self.new_employee.setVisible(not why)
        self.new_practitioner.setVisible(not why)
        self._say_why(why)

    def settle(self) -> None:
        """Ask to keep everything that was typed; who is to be added waits for Enter."""
        for each in self._employees.values():
            each.settle()
        for row in self._practitioners.values():
            row.settle()

    def _employee_rows(self) -> QWidget:
        layout = column(gap=EDGE)
        layout.addLayout(self._here)
        layout.addWidget(self._gone_title)
        layout.addLayout(self._gone)
        return holder(layout)

    def _made_employee(self, employee: Employee) -> EmployeeRow:
        row = EmployeeRow(employee)
        row.change_requested.connect(self.employee_change_requested)
        return row

    def _made_practitioner(self, practitioner: Practitioner) -> PractitionerRow:
        row = PractitionerRow(practitioner)
        row.naming_requested.connect(self.naming_requested)
        row.remove_requested.connect(self.remove_requested)
        return row

    def _order_stops(self) -> None:
        """Let Tab go from top to bottom."""
        stops = [
            *(stop for row in self._employees.values() for stop in row.stops()),
            *self.new_employee.stops(),
            *(stop for row in self._practitioners.values() for stop in row.stops()),
            *self.new_practitioner.stops(),
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
