"""What must be right before something is noted after a conversation: days, and of whom it is."""

from datetime import date
from typing import TYPE_CHECKING

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.store.people import read_person

if TYPE_CHECKING:
    from reception_assistant.desk.acting import Deed


def refuse_gone_person(deed: "Deed", person_id: str | None) -> None:
    """Raise `KnownError` when this is about somebody who is not here any more."""
    if person_id is not None and read_person(deed.db.conn, person_id) is None:
        raise KnownError(
            _("Deze persoon is er niet meer."),
            _("Er is niets veranderd. Zoek de persoon nog eens op."),
        )


def day_of(text: str) -> date:
    """Return the day that `text` (ISO) names."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise KnownError(
            _("Deze dag is niet te lezen."), _("Er is niets bewaard. Kies een dag.")
        ) from error


def day_from(text: str, first: date) -> str:
    """Return a day (ISO) that is not before `first`."""
    day = day_of(text)
    if day < first:
        raise KnownError(
            _("Deze dag is al voorbij."),
            _("Er is niets bewaard. Kies een dag vanaf {day}.").format(day=f"{first:%d-%m-%Y}"),
        )
    return day.isoformat()
