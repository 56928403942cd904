"""The library of the practice: what may be said now, filled at first from what ships."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.changes import Changed, ChangeFeed
from reception_assistant.clock import Clock
from reception_assistant.desk.acting import utc_text
from reception_assistant.ids import NewId
from reception_assistant.library.choosing import Chooser, canonical_reasons
from reception_assistant.library.content import Library
from reception_assistant.library.context import Context
from reception_assistant.library.lists import Mandate, Outcome, Reason, StopSign
from reception_assistant.library.offer import Offer
from reception_assistant.library.script import Script
from reception_assistant.library.texts import shipped_texts
from reception_assistant.store import calls as store_calls
from reception_assistant.store import library as store_library
from reception_assistant.store.database import Store
from reception_assistant.store.library import ListItem, NewVersion

if TYPE_CHECKING:
    from reception_assistant.desk.fitting import FittingDesk
    from reception_assistant.store.driver import Connection

CALM, BOUNDARY = "kalmeren-in-zeven-stappen", "grens-aangeven"
"""The two scripts that one key opens from everywhere."""
_ALARM = "112"
_SHIPPED, _PACK = "shipped", "nl-basis"


class _Made(NamedTuple):
    """What was read, and stands as long as the library is in this state."""

    state: tuple[int, int, int]
    library: Library
    chooser: Chooser


class LibraryDesk:
    """What may be asked about scripts and the lists that belong to them."""

    def __init__(self, store: Store, clock: Clock, new_id: NewId, changes: ChangeFeed) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._changes = changes
        self._made: _Made | None = None

    def all(self) -> Library:
        """Return everything that is published."""
        return self._now().library

    def offers(self, context: Context, limit: int | None = None) -> list[Offer]:
        """Return the scripts that suit `context`, the best first, each with its reason."""
        made = self._now()
        with self._store.reading() as connection:
            helped = partial(store_calls.times_helped, connection, helping(made.library))
            return made.chooser.choose(context, helped, limit)

    @cached_property
    def fitting(self) -> "FittingDesk":
        """Which scripts fit who stands at the desk."""
        from reception_assistant.desk.fitting import FittingDesk  # late: start  # noqa: PLC0415

        return FittingDesk(self._store, self)

    def versions(self, version_ids: Iterable[str]) -> Mapping[str, Script]:
        """Return scripts by the ids of their versions, also of those that are no longer in use."""
        with self._store.reading() as connection:
            return store_library.read_versions(connection, version_ids)

    def fill(self) -> None:
        """Bring the library up to date with what ships: at the first start and at a release.

        What the practice changed itself is left as it is.
        """
        texts = shipped_texts()
        fingerprint = _print_of("\0".join(f"{name}\0{texts[name]}" for name in sorted(texts)))
        with self._store.reading() as connection:
            if store_library.pack_fingerprint(connection, _PACK) == fingerprint:
                return
        from reception_assistant.library.shipped import read_shipped  # late: start  # noqa: PLC0415

        pack = read_shipped()
        with self._store.writing() as db:
            if store_library.pack_fingerprint(db.conn, _PACK) == fingerprint:
                return  # another window did it meanwhile
            known = store_library.kept_scripts(db.conn)
            for file in pack.scripts:
                self._fill_script(db.conn, known.get(file.script.id), file.script, texts[file.file])
            items = store_library.kept_items(db.conn)
            for item in store_library.items_of(pack.lists):
                _fill_item(db.conn, items.get((item.list, item.id)), item)
            about = pack.pack
            title, version = (about.title, about.version) if about else ("", "")
            read = fingerprint, utc_text(self._clock)
            store_library.note_pack(db.conn, _PACK, title, version, read)
        self._changes.publish(Changed.LIBRARY, None)

    def _fill_script(
        self,
        connection: "Connection",
        kept: store_library.Kept | None,
        script: Script,
        text: str,
    ) -> None:
        """Publish a shipped script, unless it is known or the practice made it its own."""
        print_of_text = _print_of(text)
        if kept is not None and (kept.origin != _SHIPPED or kept.shipped == print_of_text):
            return
        version = NewVersion(self._new_id(), script, text, _SHIPPED, utc_text(self._clock))
        store_library.add_version(connection, version)
        store_library.publish(connection, script.id, version.id, print_of_text)

    def _now(self) -> _Made:
        with self._store.reading() as connection:
            state = store_library.state_of(connection)
            made = self._made
            if made is None or made.state != state:
                library = store_library.read_library(connection)
                reasons = library.lists.reasons
                labels = {reason.id: reason.label for reason in reasons}
                chooser = Chooser(library.scripts, labels, canonical_reasons(reasons))
                made = self._made = _Made(state, library, chooser)
        return made


def helping(library: Library) -> frozenset[str]:
    """Return the outcomes after which somebody was helped, by all their ids."""
    return frozenset(
        name
        for outcome in library.lists.outcomes
        if outcome.helped
        for name in (outcome.id, *outcome.aliases)
    )


def reasons_of(library: Library, discipline: str) -> list[Reason]:
    """Return why people call a practice of this kind; all reasons for a practice of no kind."""
    found = [each for each in library.lists.reasons if _belongs(each.discipline, discipline)]
    return found or list(library.lists.reasons)


def outcomes_for(
    library: Library, reason: str, said: str = "", *, outgoing: bool = False
) -> list[Outcome]:
    """Return how a conversation may end: as the script `said`, as is usual here, and the rest.

    What only happens when the practice calls itself is left out, unless it is `outgoing`.
    """
    lists = library.lists
    about = lists.reason(reason)
    wanted = (said, *(about.outcomes if about is not None else ()))
    first = [outcome for name in wanted if (outcome := lists.outcome(name)) is not None]
    rest = (each for each in lists.outcomes if outgoing or not each.outgoing)
    return list(dict.fromkeys((*first, *rest)))


def mandates_of(library: Library, discipline: str) -> list[Mandate]:
    """Return what may be offered here, and what never."""
    return [each for each in library.lists.mandates if _belongs(each.discipline, discipline)]


def stop_signs_of(library: Library, discipline: str, reason: str) -> list[StopSign]:
    """Return when to hand over at once: what goes to 112 first, then what belongs to `reason`.

    Where a sign stands does not change with the reason: 112 is always found in the same place.
    """
    lists = library.lists
    about = lists.reason(reason)
    names = {reason, *((about.id, *about.aliases) if about is not None else ())} - {""}
    here = [each for each in lists.stop_signs if _belongs(each.discipline, discipline)]
    own = [each for each in here if names.intersection(each.reason)]
    found = own + [each for each in here if not each.reason]
    return sorted(found, key=lambda sign: sign.to != _ALARM)


def _belongs(disciplines: tuple[str, ...], discipline: str) -> bool:
    return not disciplines or discipline in disciplines


def _fill_item(connection: "Connection", kept: ListItem | None, item: ListItem) -> None:
    """Keep a line that ships, unless it is known or the practice changed it; its place stays."""
    if kept is None:
        store_library.put_item(connection, item)
    elif kept.facts == kept.shipped != item.shipped:
        store_library.put_item(connection, item._replace(place=kept.place))


def _print_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
