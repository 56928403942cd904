"""Who works here, one on each row: the name, what they do, and whether they still do."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from ui.settings.choice_entries import ChoiceEntry
from ui.settings.field import Field, trouble_label, words_of
from ui.settings.keeping import Asker
from ui.settings.text_entries import LineEntry
from ui.theme.marks import kind, wrong
from ui.widgets.blocks import GAP, column, label, plain_button, say
from ui.widgets.flow import flow

_NAME_LETTERS = 30
_LONGEST_NAME = 60


class EmployeeChange(NamedTuple):
    """An employee as they were and as they are to be, asked for with `value` by `asker`."""

    asker: Asker
    value: str
    before: Employee
    after: Employee


class Naming(NamedTuple):
    """How a practitioner is to be called, asked for by `asker`."""

    asker: Asker
    spoken: str
    practitioner: Practitioner


class EmployeeRow(QWidget):
    """One employee.

    Signals:
        change_requested: something about them is to be kept.
            arg: what (EmployeeChange).
    """

    change_requested = Signal(object)  # EmployeeChange

    def __init__(self, employee: Employee, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._employee = employee
        self.name = Field(LineEntry(_LONGEST_NAME, _NAME_LETTERS), "", bare=True)
        roles = [(role.value, role_words(role)) for role in Role]
        self.role = Field(ChoiceEntry(roles), "", bare=True)
        self.here = plain_button("", "plain", self._on_here_clicked)
        self.setLayout(
            column(
                flow(GAP, self.name, self.role, self.here),
                self.name.trouble,
                self.role.trouble,
                gap=4,
            )
        )
        self.name.chosen.connect(self._on_name_chosen)
        self.role.chosen.connect(self._on_role_chosen)

    @property
    def employee(self) -> Employee:
        """The employee as they were shown last."""
        return self._employee

    def show_employee(self, employee: Employee, *, at_the_desk: bool) -> None:
        """Show them as they are now; who sits at the desk cannot have left."""
        self._employee = employee
        self.name.show_value(employee.name)
        self.role.show_value(employee.role.value)
        self.role.setVisible(employee.active)
        self.here.setText(_here_words(employee, at_the_desk=at_the_desk))
        self.here.setEnabled(not at_the_desk)
        kind(self.here, "quiet" if at_the_desk else "plain")
        self._name_parts(employee.name)

    def lock(self, locked: bool) -> None:
        """Let them be changed, or only be read."""
        for field in (self.name, self.role):
            field.lock(locked)
        self.here.setVisible(not locked or not self.here.isEnabled())

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab goes, in its order."""
        return self.name.entry, self.role.entry, self.here

    def settle(self) -> None:
        """Ask to keep what was typed."""
        self.name.settle()
        self.role.settle()

    def keep(self, _value: str, /) -> None:
        """Take it that they left or came back: the next look at everybody shows it."""

    def refuse(self, _value: str, error: Exception, /) -> None:
        """Say why they could not leave or come back."""
        self.role.complain(error)

    def _name_parts(self, name: str) -> None:
        self.name.entry.setAccessibleName(_("Naam van {name}").format(name=name))
        self.role.entry.setAccessibleName(_("Wat {name} doet").format(name=name))
        self.here.setAccessibleDescription(name)

    @Slot(object, str)
    def _on_name_chosen(self, field: Field, name: str) -> None:
        self._ask(field, name, self._employee._replace(name=name))

    @Slot(object, str)
    def _on_role_chosen(self, field: Field, role: str) -> None:
        self._ask(field, role, self._employee._replace(role=Role(role)))

    @Slot()
    def _on_here_clicked(self) -> None:
        self._ask(self, "", self._employee._replace(active=not self._employee.active))

    def _ask(self, asker: Asker, value: str, after: Employee) -> None:
        self.change_requested.emit(EmployeeChange(asker, value, self._employee, after))


class PractitionerRow(QWidget):
    """One practitioner: how the desk calls them.

    Signals:
        naming_requested: they are to be called otherwise.
            arg: how (Naming).
        remove_requested: they are to be taken off.
            arg: this row.
    """

    naming_requested = Signal(object)  # Naming
    remove_requested = Signal(object)  # PractitionerRow

    def __init__(self, practitioner: Practitioner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practitioner = practitioner
        called = call_words(practitioner)
        entry = LineEntry(_LONGEST_NAME, _NAME_LETTERS)
        entry.setPlaceholderText(practitioner.name)
        self.spoken = Field(entry, called, bare=True)
        above = label("body", called)
        above.setBuddy(entry)
        self.remove = plain_button(_("Weghalen"), "plain", self._on_remove_clicked)
        self.remove.setAccessibleDescription(practitioner.name)
        layout: QVBoxLayout = column(
            above, flow(GAP, self.spoken, self.remove), self.spoken.trouble, gap=4
        )
        self.setLayout(layout)
        self.spoken.chosen.connect(self._on_spoken_chosen)

    @property
    def practitioner(self) -> Practitioner:
        """The practitioner as they were shown last."""
        return self._practitioner

    def show_practitioner(self, practitioner: Practitioner) -> None:
        """Show them as they are now."""
        self._practitioner = practitioner
        self.spoken.show_value(practitioner.spoken)

    def lock(self, locked: bool) -> None:
        """Let them be changed, or only be read; whom the agenda names cannot be taken off."""
        self.spoken.lock(locked)
        self.remove.setVisible(not self._practitioner.in_agenda and not locked)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab goes, in its order."""
        return self.spoken.entry, self.remove

    def settle(self) -> None:
        """Ask to keep what was typed."""
        self.spoken.settle()

    def keep(self, _value: str, /) -> None:
        """Take it that they are taken off: the next look at everybody shows it."""

    def refuse(self, _value: str, error: Exception, /) -> None:
        """Say why they could not be taken off."""
        self.spoken.complain(error)

    @Slot(object, str)
    def _on_spoken_chosen(self, field: Field, spoken: str) -> None:
        self.naming_requested.emit(Naming(field, spoken, self._practitioner))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self)


class AddRow(QWidget):
    """Adds somebody by name, and with what they do where there is a choice.

    Signals:
        add_requested: somebody is to be added.
            arg: this row, which knows whom and hears what came of it.
    """

    add_requested = Signal(object)  # AddRow

    def __init__(
        self, hint: str, name: str, roles: tuple[Role, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = LineEntry(_LONGEST_NAME, _NAME_LETTERS)
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(name)
        self.role = ChoiceEntry([(role.value, role_words(role)) for role in roles])
        self.role.setAccessibleName(_("Wat deze medewerker doet"))
        if not roles:
            self.role.hide()
        self.add = plain_button(_("Toevoegen"), "plain", self._on_add)
        self._trouble = trouble_label()
        self.setLayout(column(flow(GAP, self.name, self.role, self.add), self._trouble, gap=4))
        self.name.entered.connect(self._on_add)
        self.name.edited.connect(self._on_edited)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab goes, in its order."""
        return self.name, self.role, self.add

    def keep(self, value: str) -> None:
        """Take it that they were added, and be ready for the next."""
        if self.name.filled() == value:
            self.name.fill("")
            self._on_edited()
        self.name.setFocus()

    def refuse(self, value: str, error: Exception) -> None:
        """Say why they could not be added; what was typed stays."""
        if self.name.filled() == value:
            say(self._trouble, words_of(error))
            wrong(self.name)
            self.name.setFocus()

    @Slot()
    def _on_add(self) -> None:
        self.add_requested.emit(self)

    @Slot()
    def _on_edited(self) -> None:
        say(self._trouble, "")
        wrong(self.name, is_wrong=False)


def role_words(role: Role) -> str:
    """Return what a role is called on screen."""
    return _("Beheerder") if role is Role.MANAGER else _("Baliemedewerker")


def call_words(practitioner: Practitioner) -> str:
    """Return what the field is called that says how the desk calls a practitioner."""
    return _("Zo noemt u {name}").format(name=practitioner.name)


def _here_words(employee: Employee, *, at_the_desk: bool) -> str:
    if at_the_desk:
        return _("Zit nu aan de balie")
    return _("Werkt hier niet meer") if employee.active else _("Werkt hier weer")
