"""Who works here, and who is at the desk now."""

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.settings.catalogue import AT_THE_DESK
from reception_assistant.staff.employee import Employee, Role, at_the_desk
from reception_assistant.store import staff as store_staff
from reception_assistant.store.database import Store
from reception_assistant.text import fold

_LONGEST_NAME = 60


class StaffDesk:
    """What may be asked about the people who work here."""

    def __init__(self, store: Store, acting: Acting, new_id: NewId) -> None:
        self._store = store
        self._acting = acting
        self._new_id = new_id

    def everybody(self) -> list[Employee]:
        """Return all employees, also those who left, by name."""
        with self._store.reading() as connection:
            return store_staff.read_employees(connection)

    def at_the_desk(self) -> Employee:
        """Return who is at the desk: the one chosen last, or the first who works here."""
        with self._store.reading() as connection:
            chosen = store_staff.read_settings(connection).get(AT_THE_DESK)
            return at_the_desk(store_staff.read_employees(connection), chosen)

    def sit_down(self, employee: Employee, origin: object | None = None) -> None:
        """Let `employee` be the one at the desk from now on; `origin` is told of it last."""
        by = By(employee, origin)
        with self._acting.deed(by, Action.DESK_TAKEN, Changed.STAFF) as deed:
            deed.subject_id = employee.id
            store_staff.save_setting(deed.db.conn, AT_THE_DESK.name, employee.id)

    def add(self, name: str, role: Role, by: By) -> Employee:
        """Add somebody who works here."""
        with self._acting.deed(by, Action.EMPLOYEE_ADDED, Changed.STAFF) as deed:
            known = store_staff.read_employees(deed.db.conn)
            employee = Employee(self._new_id(), _checked_name(name, known), role)
            deed.subject_id = employee.id
            store_staff.save_employee(deed.db.conn, employee)
            return employee

    def change(self, employee: Employee, by: By) -> None:
        """Keep the new name, role or absence of an employee; one manager always stays."""
        with self._acting.deed(by, Action.EMPLOYEE_CHANGED, Changed.STAFF) as deed:
            others = [
                each for each in store_staff.read_employees(deed.db.conn) if each.id != employee.id
            ]
            if not any(each.active and each.role is Role.MANAGER for each in (*others, employee)):
                raise KnownError(
                    _("Dan is er geen beheerder meer."),
                    _("Er is niets veranderd. Maak eerst een collega beheerder."),
                )
            deed.subject_id = employee.id
            renamed = employee._replace(name=_checked_name(employee.name, others))
            store_staff.save_employee(deed.db.conn, renamed)


def _checked_name(name: str, others: list[Employee]) -> str:
    text = " ".join(name.split())
    if not text or len(text) > _LONGEST_NAME:
        raise KnownError(
            _("Er is nog geen goede naam ingevuld."), _("Vul een naam in van hooguit 60 letters.")
        )
    if any(fold(each.name) == fold(text) for each in others):
        raise KnownError(
            _("Er werkt hier al iemand met deze naam."), _("Zet er een letter of achternaam bij.")
        )
    return text
