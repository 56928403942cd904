"""The facts of a day at the desk: who comes, for what, with whom, and when they come again.

They are named tuples because they are loaded before the first painted agenda: a frozen dataclass
costs 1.3 ms there, a named tuple 0.3.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import OFF_THE_LIST, Status
from reception_assistant.naming.person import PersonName


class Person(NamedTuple):
    """Somebody we address.

    `loose` means known by name only, so possibly more than one human; `corrected` names the fields
    that were put right by hand, which a file does not overwrite.
    """

    id: str
    name: PersonName
    birth_date: date | None = None
    phone: str = ""
    pronunciation: str = ""
    marks: frozenset[Mark] = frozenset()
    loose: bool = False
    corrected: frozenset[str] = frozenset()
    sort_key: str = ""
    version: int = 1


class Following(NamedTuple):
    """The next appointment of somebody: local wall time, with whom and what for.

    `treatment` is as the source says it, `plain` in plain words where there are any.
    """

    start: datetime
    practitioner: str = ""
    treatment: str = ""
    plain: str = ""

    @property
    def what_for(self) -> str:
        """What it is for, in plain words where there are any."""
        return self.plain or self.treatment


class Visit(NamedTuple):
    """One appointment of the day with all that the card shows of it.

    `treatment` is as the source says it, `plain` in plain words where there are any.
    `start` is local wall time; `since` is when the status began (ISO, UTC), empty when nothing was
    marked; `following` is None when nothing is planned or when it cannot be known whose it is.
    """

    id: str
    start: datetime
    person: Person
    status: Status = Status.EXPECTED
    since: str = ""
    minutes: int = 0
    treatment: str = ""
    plain: str = ""
    practitioner: str = ""
    practitioner_spoken: str = ""
    animal: str = ""
    species: str = ""
    animal_deceased: bool = False
    parent: str = ""
    marks: frozenset[Mark] = frozenset()
    remark: str = ""
    following: Following | None = None
    by_hand: bool = False
    version: int = 1

    @property
    def all_marks(self) -> frozenset[Mark]:
        """The marks of the person and of this visit together."""
        return self.person.marks | self.marks

    @property
    def with_whom(self) -> str:
        """How the desk calls the practitioner: "tandarts Bakker"."""
        return self.practitioner_spoken or self.practitioner

    @property
    def what_for(self) -> str:
        """What the visit is for, in plain words where there are any."""
        return self.plain or self.treatment


_HERE = (Status.ARRIVED, Status.TAKEN_IN)
_STILL_AWAITED = timedelta(minutes=20)


class Day(NamedTuple):
    """The appointments of one day in order of time, also of those who do not come."""

    date: date
    visits: tuple[Visit, ...]

    def in_plain_words(self, plain: Callable[[str], str]) -> "Day":
        """Return this day with every treatment also as `plain` says it."""
        return self._replace(visits=tuple(_in_plain_words(each, plain) for each in self.visits))

    @property
    def coming(self) -> tuple[Visit, ...]:
        """Everybody but those who cancelled or are gone from the agenda."""
        return tuple(visit for visit in self.visits if visit.status not in OFF_THE_LIST)

    def number_of(self, status: Status) -> int:
        """Return how many visits stand so."""
        return sum(1 for visit in self.visits if visit.status is status)

    def next_up(self, now: datetime) -> Visit | None:
        """Return who is to be greeted next: the first awaited one, who may be somewhat late.

        When nobody is awaited any more it is the last one who is still here, or came at all.
        """
        awaited = [visit for visit in self.visits if visit.status is Status.EXPECTED]
        for visit in awaited:
            if visit.start >= now - _STILL_AWAITED:
                return visit
        here = [visit for visit in self.visits if visit.status in _HERE]
        return next(iter((*here, *awaited[-1:], *self.coming[-1:])), None)


def _in_plain_words(visit: Visit, plain: Callable[[str], str]) -> Visit:
    following = visit.following
    if following is not None:
        following = following._replace(plain=plain(following.treatment))
    return visit._replace(plain=plain(visit.treatment), following=following)
