"""How everything is done here: allowed, in one transaction with its audit, and then made known."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reception_assistant.audit.entry import Action, Entry
from reception_assistant.changes import Changed, ChangeFeed
from reception_assistant.clock import Clock
from reception_assistant.desk.permission import refuse_forbidden
from reception_assistant.ids import NewId
from reception_assistant.staff.employee import Employee
from reception_assistant.store.audit import add_entry
from reception_assistant.store.database import Store

if TYPE_CHECKING:
    from reception_assistant.store.driver import Database


@dataclass(frozen=True, slots=True)
class By:
    """Who asks for a write, and from where: the origin is told of its own change last."""

    employee: Employee
    origin: object | None = None


@dataclass(slots=True)
class Deed:
    """One action under way: the database to write to, and what the audit will say of it."""

    db: "Database" = field(repr=False)
    changed: Changed
    """What it touches; narrowed when it turns out to be less."""
    subject_id: str = ""
    detail: str = ""
    needless: bool = False
    """Set when there was nothing to do: then nothing is kept of it and nobody is told."""


class Acting:
    """Carries out the writes of all use cases in the same way."""

    def __init__(self, store: Store, clock: Clock, new_id: NewId, changes: ChangeFeed) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._changes = changes

    @contextmanager
    def deed(self, by: By, action: Action, changed: Changed) -> Iterator[Deed]:
        """Give a deed to write in; at its end all is kept and everybody told, or nothing is."""
        refuse_forbidden(by.employee, action)
        with self._store.writing() as db:
            deed = Deed(db, changed)
            yield deed
            if deed.needless:
                return
            add_entry(
                db.conn,
                Entry(
                    self._new_id(),
                    self.now_utc(),
                    by.employee.id,
                    action,
                    deed.subject_id,
                    deed.detail,
                ),
            )
        self._changes.publish(deed.changed, by.origin)

    def now_utc(self) -> str:
        """Return this moment as events keep it."""
        return utc_text(self._clock)


def utc_text(clock: Clock) -> str:
    """Return the moment of `clock` in UTC, as ISO text with milliseconds that sorts by time."""
    return clock.now().replace(tzinfo=None).isoformat(timespec="milliseconds")
