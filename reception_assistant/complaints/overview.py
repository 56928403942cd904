"""The complaints of a year in figures: how many, about what, in time or not, and what changed.

There is nobody in it: no name of a client, of an animal or of an employee.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from reception_assistant.complaints.complaint import Form, Where
from reception_assistant.complaints.feedback import Sort
from reception_assistant.complaints.learning import Worked
from reception_assistant.i18n import N_, _, ngettext
from reception_assistant.naming.spoken_time import month_name

_MONTHS = 12
_WHERE = {
    Where.PHONE: N_("Telefoon"),
    Where.DESK: N_("Balie"),
    Where.MAIL: N_("Mail"),
    Where.LETTER: N_("Brief"),
    Where.ONLINE: N_("Online"),
    Where.HEARSAY: N_("Van horen zeggen"),
}
_SORTS = {
    Sort.COMPLIMENT: N_("Complimenten"),
    Sort.IDEA: N_("Ideeën"),
    Sort.FEEDBACK: N_("Opmerkingen"),
    Sort.MOMENT: N_("Mooie momenten"),
}
_WORKED = {
    Worked.YES: N_("Ja, het hielp"),
    Worked.PARTLY: N_("Hielp een beetje"),
    Worked.NO: N_("Nee, het hielp niet"),
}


class Case(NamedTuple):
    """A complaint as far as the figures need it; what it is about is said in words of a list.

    `due` is the last day inside its term, None where there is nobody to answer. `answered` is the
    day of the letter with the outcome, or on which it was closed. `agreed` tells that the customer
    said that it is solved.
    """

    received: date
    form: Form
    where: Where
    due: date | None = None
    answered: date | None = None
    closed: bool = False
    agreed: bool = False
    reason: str = ""
    theme: str = ""
    cause: str = ""
    loops: int = 0
    extended: bool = False


class Count(NamedTuple):
    """How often something was so."""

    label: str
    number: int


class Terms(NamedTuple):
    """How many were answered within their term, and how many wait for an answer."""

    in_time: int = 0
    too_late: int = 0
    waiting: int = 0
    overdue: int = 0
    nobody: int = 0
    """There was nobody to answer."""
    extended: int = 0

    @property
    def kept(self) -> str:
        """The share that was in time, of those of which it can be said; "" when there are none."""
        known = self.in_time + self.too_late + self.overdue
        return _("{number} %").format(number=round(100 * self.in_time / known)) if known else ""


class Loops(NamedTuple):
    """How many needed another solution, and how often in all."""

    complaints: int = 0
    times: int = 0


class Promises(NamedTuple):
    """What became of what was to be done in that year."""

    in_time: int = 0
    later: int = 0
    open: int = 0
    overdue: int = 0
    not_needed: int = 0
    helped: int = 0
    asked: int = 0
    """Of so many the client was asked whether it helped; `helped` of them said yes."""


class Change(NamedTuple):
    """What was heard, what was done with it and since when; `worked` is "" until it is known."""

    heard: str
    done: str
    since: date
    changed: str = ""
    worked: Worked | None = None


class Overview(NamedTuple):
    """The year; `until` is the day on which the figures were counted."""

    year: int
    until: date
    received: int = 0
    closed: int = 0
    agreed: int = 0
    terms: Terms = Terms()
    loops: Loops = Loops()
    months: tuple[Count, ...] = ()
    forms: tuple[Count, ...] = ()
    channels: tuple[Count, ...] = ()
    reasons: tuple[Count, ...] = ()
    themes: tuple[Count, ...] = ()
    causes: tuple[Count, ...] = ()
    changes: tuple[Change, ...] = ()
    promises: Promises = Promises()
    told: tuple[Count, ...] = ()
    """Compliments, ideas and what else was told."""

    @property
    def is_whole(self) -> bool:
        """Tell whether the year was over when this was counted."""
        return self.until.year > self.year


def counted(year: int, until: date, cases: Sequence[Case]) -> Overview:
    """Return the figures of the complaints of a year."""
    return Overview(
        year=year,
        until=until,
        received=len(cases),
        closed=sum(1 for each in cases if each.closed),
        agreed=sum(1 for each in cases if each.closed and each.agreed),
        terms=_terms(cases, until),
        loops=Loops(sum(1 for each in cases if each.loops), sum(each.loops for each in cases)),
        months=_months(year, cases),
        forms=(
            Count(_("Mondeling"), sum(1 for each in cases if each.form is Form.SPOKEN)),
            Count(
                _("Op papier of per mail"), sum(1 for each in cases if each.form is Form.WRITTEN)
            ),
        ),
        channels=_most_first(_(_WHERE[each.where]) for each in cases),
        reasons=_most_first(each.reason or _("Niet ingevuld") for each in cases),
        themes=_most_first(each.theme or _("Nog geen thema") for each in cases),
        causes=_most_first(each.cause or _("Nog geen oorzaak") for each in cases),
    )


def told_counts(numbers: dict[Sort, int]) -> tuple[Count, ...]:
    """Return how many compliments, ideas and the rest there were."""
    return tuple(Count(_(words), numbers.get(sort, 0)) for sort, words in _SORTS.items())


def worked_words(change: Change) -> str:
    """Return whether a change helped."""
    return _(_WORKED[change.worked]) if change.worked else _("Nog niet bekeken")


def loops_words(overview: Overview) -> str:
    """Return how many complaints were not solved at once; "" while that cannot be said yet."""
    loops = overview.loops
    if not loops.complaints:
        agreed = overview.agreed and overview.agreed == overview.closed
        return _("Bij elke gesloten klacht was de eerste oplossing goed.") if agreed else ""
    return ngettext(
        "Bij {number} klacht was de eerste oplossing nog niet goed.",
        "Bij {number} klachten was de eerste oplossing nog niet goed.",
        loops.complaints,
    ).format(number=loops.complaints)


def _terms(cases: Sequence[Case], until: date) -> Terms:
    with_term = [(each.answered, each.due) for each in cases if each.due is not None]
    answered = [day <= due for day, due in with_term if day is not None]
    waiting = [until <= due for day, due in with_term if day is None]
    return Terms(
        in_time=sum(answered),
        too_late=len(answered) - sum(answered),
        waiting=sum(waiting),
        overdue=len(waiting) - sum(waiting),
        nobody=len(cases) - len(with_term),
        extended=sum(each.extended for each in cases),
    )


def _months(year: int, cases: Iterable[Case]) -> tuple[Count, ...]:
    found = Counter(each.received.month for each in cases)
    return tuple(
        Count(month_name(date(year, month, 1)), found[month]) for month in range(1, _MONTHS + 1)
    )


def _most_first(labels: Iterable[str]) -> tuple[Count, ...]:
    """Return how often each label occurs, the most frequent first, equals by name."""
    found = Counter(labels)
    return tuple(Count(*each) for each in sorted(found.items(), key=lambda it: (-it[1], it[0])))
