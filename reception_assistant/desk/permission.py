"""Who may do what: most things everybody, a few only a manager."""

from reception_assistant.audit.entry import Action
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.staff.employee import Employee, Role

_ONLY_MANAGERS = frozenset(
    {
        Action.EMPLOYEE_ADDED,
        Action.EMPLOYEE_CHANGED,
        Action.PRACTITIONER_ADDED,
        Action.PRACTITIONER_CHANGED,
        Action.PRACTITIONER_REMOVED,
        Action.SETTING_CHANGED,
        Action.MANDATE_CHANGED,
        Action.PROFILE_REMOVED,
        Action.SOURCE_WATCHED,
        Action.SOURCE_REMOVED,
        Action.CALLS_EXPORTED,
        Action.CALLS_IMPORTED,
        Action.COMPLAINTS_EXPORTED,
    }
)


def refuse_forbidden(employee: Employee, action: Action) -> None:
    """Raise `KnownError` when the role of `employee` does not allow `action`."""
    if not employee.active:
        raise KnownError(
            _("{name} werkt hier niet meer.").format(name=employee.name),
            _("Kies bovenin het scherm wie er aan de balie zit."),
        )
    if action in _ONLY_MANAGERS and employee.role is not Role.MANAGER:
        raise KnownError(
            _("Dit kan alleen een beheerder."),
            _("Er is niets veranderd. Vraag een collega die beheerder is."),
        )
