"""What can be done with the people of the practice: adding, changing, naming, taking off."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.opening import Desk
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from ui.settings.keeping import Keeping
from ui.settings.staff_page import StaffPage
from ui.settings.staff_rows import AddRow, EmployeeChange, Naming, PractitionerRow, call_words


class StaffWork(QObject):
    """Does what the page Medewerkers asks for."""

    def __init__(self, desk: Desk, page: StaffPage, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._keeping = desk, keeping
        page.employee_add_requested.connect(self._on_employee_add_requested)
        page.employee_change_requested.connect(self._on_employee_change_requested)
        page.practitioner_add_requested.connect(self._on_practitioner_add_requested)
        page.naming_requested.connect(self._on_naming_requested)
        page.remove_requested.connect(self._on_remove_requested)

    @Slot(object)
    def _on_employee_add_requested(self, row: AddRow) -> None:
        name, role, by = row.name.filled(), Role(row.role.filled()), self._keeping.by()

        def added(employee: Employee) -> None:
            self._keeping.tell.tell(_("Toegevoegd: {name}.").format(name=employee.name))

        self._keeping.ask(row, name, lambda: self._desk.staff.add(name, role, by), added)

    @Slot(object)
    def _on_employee_change_requested(self, change: EmployeeChange) -> None:
        before, after, by = change.before, change.after, self._keeping.by()
        back = partial(self._change_back, after, before)
        self._keeping.ask(
            change.asker,
            change.value,
            lambda: self._desk.staff.change(self._changed(before, after), by),
            lambda _none: self._tell(_news_of(before, after), back),
        )

    def _change_back(self, before: Employee, after: Employee) -> None:
        by = self._keeping.by()
        self._keeping.do(
            lambda: self._desk.staff.change(self._changed(before, after), by),
            lambda _none: self._tell(_("Teruggezet: {name}.").format(name=after.name)),
        )

    def _changed(self, before: Employee, after: Employee) -> Employee:
        """Return the employee as they are now, with what is to be another in `after`."""
        now = next(each for each in self._desk.staff.everybody() if each.id == before.id)
        return now._replace(
            name=after.name if after.name != before.name else now.name,
            role=after.role if after.role != before.role else now.role,
            active=after.active if after.active != before.active else now.active,
        )

    @Slot(object)
    def _on_practitioner_add_requested(self, row: AddRow) -> None:
        name, by = row.name.filled(), self._keeping.by()

        def added(practitioner: Practitioner) -> None:
            news = _("Toegevoegd: {name}.").format(name=practitioner.name)
            self._tell(news, partial(self._take_off, practitioner))

        self._keeping.ask(row, name, lambda: self._desk.practitioners.add(name, by), added)

    def _take_off(self, practitioner: Practitioner) -> None:
        by = self._keeping.by()
        self._keeping.do(
            lambda: self._desk.practitioners.remove(practitioner, by),
            lambda _none: self._tell(_("Weggehaald: {name}.").format(name=practitioner.name)),
        )

    @Slot(object)
    def _on_naming_requested(self, naming: Naming) -> None:
        by = self._keeping.by()

        def call() -> Practitioner:
            before = self._practitioner_now(naming.practitioner)
            self._desk.practitioners.call(before, naming.spoken, by)
            return before

        def called(before: Practitioner) -> None:
            news = _("Bewaard: {label}.").format(label=call_words(before))
            self._tell(news, partial(self._call_back, before))

        self._keeping.ask(naming.asker, naming.spoken, call, called)

    def _call_back(self, practitioner: Practitioner) -> None:
        by = self._keeping.by()
        news = _("Teruggezet: {label}.").format(label=call_words(practitioner))
        self._keeping.do(
            lambda: self._desk.practitioners.call(practitioner, practitioner.spoken, by),
            lambda _called: self._tell(news),
        )

    @Slot(object)
    def _on_remove_requested(self, row: PractitionerRow) -> None:
        shown, by = row.practitioner, self._keeping.by()

        def remove() -> Practitioner:
            before = self._practitioner_now(shown)
            self._desk.practitioners.remove(before, by)
            return before

        def removed(before: Practitioner) -> None:
            news = _("Weggehaald: {name}.").format(name=before.name)
            self._tell(news, partial(self._add_back, before))

        self._keeping.ask(row, "", remove, removed)

    def _practitioner_now(self, shown: Practitioner) -> Practitioner:
        """Return a practitioner as they are kept now."""
        everybody = self._desk.practitioners.all()
        return next((each for each in everybody if each.id == shown.id), shown)

    def _add_back(self, practitioner: Practitioner) -> None:
        by = self._keeping.by()

        def add() -> Practitioner:
            added = self._desk.practitioners.add(practitioner.name, by)
            if not practitioner.spoken:
                return added
            return self._desk.practitioners.call(added, practitioner.spoken, by)

        news = _("Teruggezet: {name}.").format(name=practitioner.name)
        self._keeping.do(add, lambda _added: self._tell(news))

    def _tell(self, news: str, back: partial[None] | None = None) -> None:
        self._keeping.tell.tell(news, _("Ongedaan maken") if back else "", back)


def _news_of(before: Employee, after: Employee) -> str:
    if after.active == before.active:
        return _("Bewaard: {name}.").format(name=after.name)
    if after.active:
        return _("{name} werkt hier weer.").format(name=after.name)
    return _("{name} werkt hier niet meer.").format(name=after.name)
