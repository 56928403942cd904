"""The kaders: what may be offered here, and never; kept by a manager."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.library.lists import Mandate, May
from reception_assistant.settings.catalogue import DISCIPLINE
from reception_assistant.store import library as store_library
from reception_assistant.store.database import Store
from reception_assistant.store.library import ListItem
from reception_assistant.store.staff import read_settings
from reception_assistant.text import fold

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

LONGEST_LABEL, LONGEST_SENTENCE, LONGEST_WHOM = 80, 200, 60
"""In letters."""
_LIST = "mandate"
_REMOVED = ""
"""The facts of a line that was removed: it is kept, so that no release brings it back."""


class NewMandate(NamedTuple):
    """Something that may be offered from now on, or never."""

    may: May
    label: str
    say: str = ""
    whom: str = ""


class MandatesDesk:
    """What may be asked about the kaders; who changes what a colleague just changed is told so."""

    def __init__(self, store: Store, acting: Acting, new_id: NewId) -> None:
        self._store = store
        self._acting = acting
        self._new_id = new_id

    def all(self) -> list[Mandate]:
        """Return those of this kind of practice, in the order in which they are shown."""
        with self._store.reading() as connection:
            return _here(connection, store_library.read_lists(connection).mandates)

    def add(self, new: NewMandate, by: By) -> Mandate:
        """Add one at the end of its group.

        Raises:
            KnownError: it has no name, or one that stands there already, or no sentence.
        """
        with self._acting.deed(by, Action.MANDATE_CHANGED, Changed.LIBRARY) as deed:
            items = _items(deed)
            added = _checked(
                Mandate(id=f"eigen-{self._new_id()}", **new._asdict()), _mandates(deed, items)
            )
            deed.subject_id, deed.detail = added.id, "added"
            place = max((item.place for item in items), default=-1) + 1
            store_library.put_item(deed.db.conn, ListItem(_LIST, added.id, place, _facts(added)))
            return added

    def change(self, before: Mandate, after: Mandate, by: By) -> Mandate:
        """Let `before` be `after` from now on, and return it as it is kept.

        Raises:
            KnownError: as `add`, or a colleague changed it meanwhile.
        """
        with self._acting.deed(by, Action.MANDATE_CHANGED, Changed.LIBRARY) as deed:
            items = _items(deed)
            kept = _mandates(deed, items)
            others = [each for each in kept if each.id != before.id]
            changed = _checked(replace(after, id=before.id, discipline=before.discipline), others)
            item = _item(items, before)
            deed.subject_id, deed.detail = before.id, "changed"
            if item.facts == _facts(changed):
                deed.needless = True
            else:
                _refuse_clash(item, before)
                store_library.put_item(deed.db.conn, item._replace(facts=_facts(changed)))
            return changed

    def move(self, mandate_id: str, steps: int, by: By) -> bool:
        """Put one higher (-1) or lower (1) in its group; tells whether there was room for that."""
        with self._acting.deed(by, Action.MANDATE_CHANGED, Changed.LIBRARY) as deed:
            items = _items(deed)
            kept = _mandates(deed, items)
            moving = next((each for each in kept if each.id == mandate_id), None)
            if moving is None:
                raise _gone()
            group = [each.id for each in kept if each.may is moving.may]
            at = group.index(mandate_id) + steps
            deed.needless = not 0 <= at < len(group)
            if not deed.needless:
                deed.subject_id, deed.detail = mandate_id, "moved"
                _put_in_order(deed, items, mandate_id, group[at])
            return not deed.needless

    def remove(self, mandate: Mandate, by: By) -> None:
        """Offer it no more; where it was offered before, that stays written down."""
        with self._acting.deed(by, Action.MANDATE_CHANGED, Changed.LIBRARY) as deed:
            item = next((each for each in _items(deed) if each.id == mandate.id), None)
            deed.subject_id, deed.detail = mandate.id, "removed"
            if item is None or item.facts == _REMOVED:
                deed.needless = True
                return
            _refuse_clash(item, mandate)
            store_library.put_item(deed.db.conn, item._replace(facts=_REMOVED))

    def put_back(self, mandate: Mandate, by: By) -> None:
        """Take back that it was removed: it stands where it stood."""
        with self._acting.deed(by, Action.MANDATE_CHANGED, Changed.LIBRARY) as deed:
            items = _items(deed)
            item = next((each for each in items if each.id == mandate.id), None)
            deed.subject_id, deed.detail = mandate.id, "put back"
            if item is None or item.facts != _REMOVED:
                deed.needless = True
                return
            checked = _checked(mandate, _mandates(deed, items))
            store_library.put_item(deed.db.conn, item._replace(facts=_facts(checked)))


def _items(deed: Deed) -> list[ListItem]:
    """Return all lines as they are kept, also those that were removed, in their order."""
    kept = store_library.kept_items(deed.db.conn).values()
    items = [each for each in kept if each.list == _LIST]
    return sorted(items, key=lambda each: (each.place, each.id))


def _mandates(deed: Deed, items: Sequence[ListItem]) -> list[Mandate]:
    """Return those of this kind of practice among `items`."""
    decode = msgspec.json.Decoder(Mandate).decode
    return _here(deed.db.conn, [decode(each.facts) for each in items if each.facts != _REMOVED])


def _here(connection: "Connection", mandates: Sequence[Mandate]) -> list[Mandate]:
    discipline = read_settings(connection).get(DISCIPLINE)
    return [each for each in mandates if not each.discipline or discipline in each.discipline]


def _item(items: Sequence[ListItem], mandate: Mandate) -> ListItem:
    found = next((each for each in items if each.id == mandate.id), None)
    if found is None or found.facts == _REMOVED:
        raise _gone()
    return found


def _put_in_order(deed: Deed, items: Sequence[ListItem], moved: str, other: str) -> None:
    """Let two lines change places, and keep the places of all that are another by that."""
    order = [each.id for each in items]
    first, second = order.index(moved), order.index(other)
    order[first], order[second] = order[second], order[first]
    by_id = {each.id: each for each in items}
    for place, name in enumerate(order):
        if by_id[name].place != place:
            store_library.put_item(deed.db.conn, by_id[name]._replace(place=place))


def _checked(mandate: Mandate, others: Sequence[Mandate]) -> Mandate:
    """Return it as it is kept; raises `KnownError` for what nobody could work with."""
    made = replace(
        mandate,
        label=_words(mandate.label, LONGEST_LABEL),
        say=_words(mandate.say, LONGEST_SENTENCE),
        whom=_words(mandate.whom, LONGEST_WHOM),
    )
    if not made.label:
        raise KnownError(
            _("Er staat nog niet wat het is."), _("Schrijf in een paar woorden wat u aanbiedt.")
        )
    if any(fold(each.label) == fold(made.label) for each in others):
        raise KnownError(_("Dit staat er al."), _("Kies andere woorden, of laat het zo."))
    if made.may is May.NEVER and not made.say:
        raise KnownError(
            _("Bij wat niet kan, hoort een zin."),
            _("Schrijf wat u dan zegt. Noem iets wat wel kan."),
        )
    return made


def _words(text: str, longest: int) -> str:
    words = " ".join(text.split())
    if len(words) > longest:
        raise KnownError(
            _("Dit is te lang."), _("Houd het bij hooguit {number} letters.").format(number=longest)
        )
    return words


def _refuse_clash(item: ListItem, before: Mandate) -> None:
    if item.facts != _facts(before):
        raise KnownError(
            _("Een collega heeft dit net veranderd. Er is niets overschreven."),
            _("Kijk wat er nu staat, en verander het dan zo nodig nog eens."),
        )


def _gone() -> KnownError:
    return KnownError(
        _("Een collega heeft dit net weggehaald. Er is niets veranderd."),
        _("Voeg het weer toe als het nog nodig is."),
    )


def _facts(mandate: Mandate) -> str:
    return msgspec.json.encode(mandate).decode()
