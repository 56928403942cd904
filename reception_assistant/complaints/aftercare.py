"""After an incident: how is the colleague, asked the next day and again after a week."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from reception_assistant.complaints.incident import Incident
from reception_assistant.i18n import _

_ASKED_AFTER = (timedelta(days=7), timedelta(days=1))
_ANSWER = re.compile(r"^(\d{2})-(\d{2})-(\d{4}): ", re.MULTILINE)


class CareQuestion(NamedTuple):
    """A question to ask now, about which incident."""

    incident_id: str
    question: str


def care_question(incident: Incident, today: date, asked_by: str) -> CareQuestion | None:
    """Return what to ask today about the employee of an incident; None when nothing is to be asked.

    `asked_by` is the id of whoever reads the question: the employee herself, or somebody else. The
    question of the next day stays until it is answered, or until that after a week comes.
    """
    happened = date.fromisoformat(incident.day)
    due = next((happened + days for days in _ASKED_AFTER if today >= happened + days), None)
    if due is None or any(day >= due for day in answered_on(incident.aftercare)):
        return None
    again = due - happened > min(_ASKED_AFTER)
    if asked_by != incident.employee_id:
        asked = (
            _("Na een week: hoe gaat het nu met {name}?")
            if again
            else _("Hoe gaat het met {name}?")
        )
        return CareQuestion(incident.id, asked.format(name=incident.employee))
    if again:
        return CareQuestion(incident.id, _("Het is nu een week geleden. Hoe kijkt u erop terug?"))
    return CareQuestion(incident.id, _("U heeft iets naars meegemaakt. Hoe gaat het nu met u?"))


def with_answer(aftercare: str, day: date, words: str) -> str:
    """Return the answers so far with one more, each on a line of its own after its day."""
    line = f"{day:%d-%m-%Y}: {' '.join(words.split())}"
    lines = aftercare.splitlines()
    return aftercare if line in lines else "\n".join((*lines, line))


def answered_on(aftercare: str) -> tuple[date, ...]:
    """Return the days on which the question was answered."""
    return tuple(
        date(int(year), int(month), int(day)) for day, month, year in _ANSWER.findall(aftercare)
    )
