"""Who sees people here: entered, called by the right name, and taken off again."""

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.staff.practitioner import Practitioner
from reception_assistant.store import practitioners as store_practitioners
from reception_assistant.store.database import Store
from reception_assistant.text import fold

LONGEST_NAME = 60


class PractitionersDesk:
    """What may be asked about practitioners."""

    def __init__(self, store: Store, acting: Acting, new_id: NewId) -> None:
        self._store = store
        self._acting = acting
        self._new_id = new_id

    def all(self) -> list[Practitioner]:
        """Return everybody whose agenda is kept, by name."""
        with self._store.reading() as connection:
            everybody = store_practitioners.read_practitioners(connection)
        return sorted(everybody, key=lambda each: fold(each.name))

    def add(self, name: str, by: By) -> Practitioner:
        """Add somebody by hand; `name` is what the agenda calls them."""
        with self._acting.deed(by, Action.PRACTITIONER_ADDED, Changed.STAFF) as deed:
            text = _checked(name)
            if not text:
                raise KnownError(_("Er is nog geen naam ingevuld."), _("Vul eerst een naam in."))
            known = store_practitioners.read_practitioners(deed.db.conn)
            if any(fold(each.name) == fold(text) for each in known):
                raise KnownError(
                    _("Deze naam staat er al."), _("Kies een andere naam, of laat het zo.")
                )
            added = Practitioner(self._new_id(), text)
            deed.subject_id = added.id
            store_practitioners.save_practitioner(deed.db.conn, added)
            return added

    def call(self, practitioner: Practitioner, spoken: str, by: By) -> Practitioner:
        """Keep how the desk calls somebody; empty is as the agenda does."""
        with self._acting.deed(
            by, Action.PRACTITIONER_CHANGED, Changed.STAFF | Changed.DAY
        ) as deed:
            deed.subject_id = practitioner.id
            now = _found(deed, practitioner)
            if now is None:
                raise KnownError(
                    _("Deze naam is intussen weggehaald."),
                    _("Voeg de naam eerst weer toe."),
                )
            called = now._replace(spoken=_checked(spoken))
            if called == now:
                deed.needless = True
            else:
                store_practitioners.save_practitioner(deed.db.conn, called)
            return called

    def remove(self, practitioner: Practitioner, by: By) -> None:
        """Take somebody off whom no appointment names."""
        with self._acting.deed(by, Action.PRACTITIONER_REMOVED, Changed.STAFF) as deed:
            deed.subject_id = practitioner.id
            found = _found(deed, practitioner)
            if found is None:
                deed.needless = True
                return
            if found.in_agenda:
                raise KnownError(
                    _("{name} staat nog in de agenda.").format(name=found.called),
                    _("Er is niets weggehaald."),
                )
            store_practitioners.remove_practitioner(deed.db.conn, practitioner.id)


def _found(deed: Deed, practitioner: Practitioner) -> Practitioner | None:
    """Return a practitioner as they are now; None when somebody took them off."""
    everybody = store_practitioners.read_practitioners(deed.db.conn)
    return next((each for each in everybody if each.id == practitioner.id), None)


def _checked(name: str) -> str:
    text = " ".join(name.split())
    if len(text) > LONGEST_NAME:
        raise KnownError(_("Deze naam is te lang."), _("Vul een naam in van hooguit 60 letters."))
    return text
