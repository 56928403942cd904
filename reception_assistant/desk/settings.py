"""What the practice chose: read, checked and kept."""

from reception_assistant.agenda.saying import Manners
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.cues.cue import Wishes
from reception_assistant.desk.acting import Acting, By
from reception_assistant.naming.person import Country
from reception_assistant.settings.catalogue import (
    AHEAD_WEEKS,
    BIRTHDAY,
    COUNTRY,
    LATE_MINUTES,
    SOBER_TREATMENTS,
    WAITING_MINUTES,
    Setting,
    Settings,
)
from reception_assistant.store import staff as store_staff
from reception_assistant.store.database import Store


class SettingsDesk:
    """What may be asked about settings."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def all(self) -> Settings:
        """Return all settings as they are now."""
        with self._store.reading() as connection:
            return store_staff.read_settings(connection)

    def choose(self, setting: Setting, value: str, by: By) -> None:
        """Keep `value` for `setting`; raises `KnownError` when it cannot be."""
        kept = setting.checked(value)
        action = Action.LOOK_CHANGED if setting.anybody else Action.SETTING_CHANGED
        with self._acting.deed(by, action, Changed.SETTINGS) as deed:
            deed.detail = setting.name
            store_staff.save_setting(deed.db.conn, setting.name, kept)


def manners(settings: Settings) -> Manners:
    """Return how this practice greets."""
    return Manners(
        belgian=settings.get(COUNTRY) == Country.BELGIUM,
        sober_treatments=settings.items(SOBER_TREATMENTS),
    )


def wishes(settings: Settings) -> Wishes:
    """Return what this practice wants to be told ahead."""
    return Wishes(
        waiting_minutes=settings.number(WAITING_MINUTES),
        late_minutes=settings.number(LATE_MINUTES),
        ahead_weeks=settings.number(AHEAD_WEEKS),
        birthdays=settings.yes(BIRTHDAY),
    )
