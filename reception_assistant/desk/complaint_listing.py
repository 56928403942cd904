"""The register: which complaints there are, what is due first in front."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reception_assistant.complaints.complaint import Form, State
from reception_assistant.complaints.listed import Row, Search
from reception_assistant.complaints.regime import Due
from reception_assistant.complaints.terms import day_words, due_words, is_near, is_overdue
from reception_assistant.desk.complaint_terms import ComplaintTerms
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.i18n import _
from reception_assistant.naming.spoken import age_on, spoken_name
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.complaints import Found, Key
from reception_assistant.store.database import Store


class _Placed(NamedTuple):
    """A complaint with its term; None when there is nobody to answer."""

    key: Key
    due: Due | None


class ComplaintListing:
    """Reads the register."""

    def __init__(self, store: Store, time: PracticeTime, terms: ComplaintTerms) -> None:
        self._store = store
        self._time = time
        self._terms = terms

    def listed(self, search: Search, limit: int) -> list[Row]:
        """Return what fits: open ones first, by the end of their term; then the last closed."""
        self._terms.refresh()
        with self._store.reading() as connection:
            placed = self._in_order(store_complaints.search_keys(connection, search))[:limit]
            found = store_complaints.read_listed(connection, [each.key.id for each in placed])
        return self._rows(placed, found)

    def number_open(self) -> int:
        """Return how many complaints are open."""
        with self._store.reading() as connection:
            return store_complaints.number_open(connection)

    def of_person(self, person_id: str) -> list[Row]:
        """Return the complaints of somebody, in the same order."""
        self._terms.refresh()
        with self._store.reading() as connection:
            placed = self._in_order(store_complaints.of_person(connection, person_id))
            found = store_complaints.read_listed(connection, [each.key.id for each in placed])
        return self._rows(placed, found)

    def who(self, complaint_id: str) -> str:
        """Return of whom a complaint is."""
        with self._store.reading() as connection:
            found = store_complaints.read_listed(connection, [complaint_id])
        return who_words(found[complaint_id], self._time.now().date()) if found else ""

    def _in_order(self, keys: Iterable[Key]) -> list[_Placed]:
        ended, running = list[_Placed](), list[_Placed]()
        for key in keys:
            if key.state is State.CLOSED:
                ended.append(_Placed(key, None))
            else:
                running.append(_Placed(key, self._due(key)))
        running.sort(key=_by_term)
        ended.sort(key=lambda each: (each.key.end, each.key.id), reverse=True)
        return running + ended

    def _due(self, key: Key) -> Due | None:
        if not key.to_answer:
            return None
        return self._terms.due_after(key.form, key.received, key.regime, key.weeks)

    def _rows(self, placed: Iterable[_Placed], found: dict[str, Found]) -> list[Row]:
        today = self._time.now().date()
        return [self._row(each, found[each.key.id], today) for each in placed]

    def _row(self, placed: _Placed, found: Found, today: date) -> Row:
        key, term = placed
        closed = key.state is State.CLOSED
        return Row(
            id=key.id,
            who=who_words(found, today),
            subject=found.subject,
            phase=found.phase,
            form=Form(key.form),
            due_words=self._closed_words(key, today) if closed else due_words(term, today),
            overdue=not closed and is_overdue(term, today),
            near=not closed and is_near(term, today),
            state=key.state,
            owner=owner_words(found),
            received=key.received,
            person_id=found.person.id if found.person else None,
        )

    def _closed_words(self, key: Key, today: date) -> str:
        day = self._time.from_utc(key.end).date() if key.end else today
        return _("gesloten op {day}").format(day=day_words(day, today))


def who_words(found: Found, today: date) -> str:
    """Return of whom it is, as they are called in a list."""
    person = found.person
    if person is not None:
        age = age_on(person.birth_date, today) if person.birth_date else None
        return spoken_name(person.name, age) or found.whom or _("naam onbekend")
    return found.whom or _("anoniem")


def owner_words(found: Found) -> str:
    """Return who sees to it; of an owner who left, that somebody is to take it over."""
    if found.owner_left and found.state is State.OPEN:
        return _("{name} (werkt hier niet meer)").format(name=found.owner)
    return found.owner


def _by_term(placed: _Placed) -> tuple[str, str, str]:
    term = placed.due
    last = term.shown.isoformat() if term else "~"  # after every day
    return (last, placed.key.received, placed.key.id)
