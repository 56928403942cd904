"""Thinking ahead: what to know before somebody stands at the desk, and who runs late."""

from reception_assistant.agenda.day import Day
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.cues.outlook import Outlook
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.desk.settings import manners, wishes
from reception_assistant.desk.standing import StandingDesk
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.store import practitioners
from reception_assistant.store.background import read_background
from reception_assistant.store.database import Store
from reception_assistant.store.staff import read_settings

MOST_MINUTES = 240


class AheadDesk:
    """What may be asked about what is to come."""

    def __init__(
        self,
        store: Store,
        acting: Acting,
        time: PracticeTime,
        new_id: NewId,
        standing: StandingDesk,
    ) -> None:
        self._store = store
        self._standing = standing
        self._acting = acting
        self._time = time
        self._new_id = new_id

    def outlook(self, day: Day) -> Outlook:
        """Return what is known ahead of each visit of `day`."""
        today = self._time.now().date()
        midnight = self._time.to_utc(f"{today}T00:00")
        with self._store.reading() as connection:
            settings = read_settings(connection)
            background = read_background(connection, day.date, midnight)
        return Outlook(
            day.visits,
            background,
            wishes(settings),
            manners(settings),
            self._time.from_utc,
            today,
            self._standing.of_day(day.date),
        )

    def run_late(self, practitioner: str, minutes: int | None, by: By) -> None:
        """Note that somebody runs `minutes` late from now on.

        0 is on time again, whatever is seen; None takes back what was told.
        """
        if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
            raise KnownError(
                _("Zo veel uitloop kan niet."), _("Meld hooguit vier uur. Er is niets veranderd.")
            )
        with self._acting.deed(by, Action.PRACTITIONER_LATE, Changed.DAY) as deed:
            key = practitioners.practitioner_id(deed.db.conn, practitioner, self._new_id)
            if key is None:
                deed.needless = True
                return
            deed.subject_id = key
            deed.detail = "taken back" if minutes is None else str(minutes)
            told = (self._new_id(), key, minutes, self._acting.now_utc(), by.employee.id)
            practitioners.add_delay(deed.db.conn, told)
