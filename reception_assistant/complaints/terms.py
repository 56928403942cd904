"""Before when a complaint is answered, and how that is said."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reception_assistant.complaints.complaint import Complaint, Extension, Form, State
from reception_assistant.complaints.regime import Due, Regime
from reception_assistant.errors import BugError, KnownError
from reception_assistant.i18n import _, ngettext
from reception_assistant.naming.spoken_time import month_name, weekday_name

IsWorkingDay = Callable[[date], bool]

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)
_LONGEST_REST = 60  # days in a row without one to work on: then the calendar itself is wrong
_COUNTED_FROM = 14  # days before the end they are counted
_NEAR_STATUTORY, _NEAR_OWN = 7, 1  # days


class TermWords(NamedTuple):
    """The term as the card shows it: the rule and the day it began, and the lines below."""

    head: str
    lines: tuple[str, ...]


def due(
    form: Form,
    received: date,
    regime: Regime,
    extensions: Sequence[Extension],
    is_working_day: IsWorkingDay,
) -> Due:
    """Return the last day inside the term.

    Weeks are counted from the day it came in; of working days the next one is day 1. Extensions
    count from the end of the first term, however late they were written down, and only for what
    came in writing.
    """
    statutory = form is Form.WRITTEN and regime.weeks > 0
    if statutory:
        first = received + regime.weeks * _WEEK
    else:
        days = regime.spoken_days if form is Form.SPOKEN else regime.own_days
        first = after_working_days(received, days, is_working_day)
    extended = extended_weeks(regime, extensions) if form is Form.WRITTEN else 0
    legal = first + extended * _WEEK
    return Due(legal, last_working_day(legal, is_working_day), statutory)


def extended_weeks(regime: Regime, extensions: Sequence[Extension]) -> int:
    """Return how many weeks were added, and never more than the rule allows."""
    return min(sum(each.weeks for each in extensions), regime.extension_weeks)


def weeks_left(regime: Regime, extensions: Sequence[Extension]) -> int:
    """Return how many weeks can still be added."""
    return regime.extension_weeks - extended_weeks(regime, extensions)


def may_extend(complaint: Complaint, regime: Regime, due: Due, today: date) -> bool:
    """Tell whether `complaint` can be given more time now: in writing, and before its term ends."""
    return (
        complaint.state is State.OPEN
        and complaint.form is Form.WRITTEN
        and has_term(complaint)
        and weeks_left(regime, complaint.extensions) > 0
        and not is_overdue(due, today)
    )


def check_extension(
    regime: Regime, extensions: Sequence[Extension], weeks: int, reason: str
) -> None:
    """Raise `KnownError` when so many weeks cannot be added, or when nobody says why."""
    left = weeks_left(regime, extensions)
    if left <= 0:
        raise KnownError(
            _("Deze termijn kan niet langer. Er is niets veranderd."),
            _("Overleg samen wat nu goed is, en maak er een belofte van."),
        )
    if not 0 < weeks <= left:
        raise KnownError(
            ngettext(
                "Er kan nog {left} week bij. Er is niets veranderd.",
                "Er kunnen nog {left} weken bij. Er is niets veranderd.",
                left,
            ).format(left=left),
            _("Kies een ander aantal weken."),
        )
    if not reason.strip():
        raise KnownError(
            _("Er staat nog niet waarom het langer duurt. Er is niets veranderd."),
            _("Schrijf de reden op. Die komt in de brief te staan."),
        )


def after_working_days(start: date, days: int, is_working_day: IsWorkingDay) -> date:
    """Return the working day that comes `days` after `start`; the next working day is day 1."""
    day = start
    for _each in range(days):
        day = _next(day + _DAY, _DAY, is_working_day)
    return day


def last_working_day(day: date, is_working_day: IsWorkingDay) -> date:
    """Return `day`, or the working day before it."""
    return _next(day, -_DAY, is_working_day)


def has_term(complaint: Complaint) -> bool:
    """Tell whether there is somebody to answer: of whom nobody knows a name or number, no."""
    return bool(complaint.person_id or complaint.whom or complaint.reach)


def is_overdue(due: Due | None, today: date) -> bool:
    """Tell whether the last day inside the term is over."""
    return due is not None and today > due.legal


def is_near(due: Due | None, today: date) -> bool:
    """Tell whether the last day comes close; what is over is not near any more."""
    if due is None or is_overdue(due, today):
        return False
    return due.shown - today <= (_NEAR_STATUTORY if due.statutory else _NEAR_OWN) * _DAY


def due_words(due: Due | None, today: date) -> str:
    """Return before when, for the register: "uiterlijk 24 december", "nog 9 dagen".

    `due` is None when there is nobody to answer.
    """
    if due is None:
        return _("geen termijn")
    if today > due.legal:
        late = (today - due.legal).days
        return ngettext("{late} dag te laat", "{late} dagen te laat", late).format(late=late)
    if today > due.shown:
        return _("geen werkdag meer, termijn tot en met {day}").format(day=weekday_name(due.legal))
    return _left_words((due.shown - today).days, due.shown, today)


def term_words(complaint: Complaint, regime: Regime, due: Due, today: date) -> TermWords:
    """Return the term of `complaint` for the card beside it."""
    received = date.fromisoformat(complaint.received)
    head = _("{rule}, {form} op {day}").format(
        rule=regime.label, form=_form_words(complaint.form), day=day_words(received, today)
    )
    if not has_term(complaint):
        return TermWords(head, (_("Geen termijn: er is niemand om te antwoorden."),))
    lines = [_("Antwoord uiterlijk {day}.").format(day=day_words(due.shown, today))]
    if due.shown != due.legal:
        legal = f"{weekday_name(due.legal)} {day_words(due.legal, today)}"
        if due.statutory:
            lines.append(
                _("De wet geeft tot en met {day}, maar dan is de praktijk dicht.").format(day=legal)
            )
        else:
            lines.append(
                _("De afspraak loopt tot en met {day}, maar dan is de praktijk dicht.").format(
                    day=legal
                )
            )
    if may_extend(complaint, regime, due, today):
        left = weeks_left(regime, complaint.extensions)
        lines.append(
            ngettext(
                "Verlengen kan nog {left} week, met een brief en de reden.",
                "Verlengen kan nog {left} weken, met een brief en de reden.",
                left,
            ).format(left=left)
        )
    if not due.statutory:
        lines.append(_("Dit is de eigen termijn van de praktijk."))
    return TermWords(head, tuple(lines))


def day_words(day: date, today: date) -> str:
    """Return "24 december", with the year where it is another one than now."""
    fields = {"day": day.day, "month": month_name(day)}
    if day.year != today.year:
        return _("{day} {month} {year}").format(year=day.year, **fields)
    return _("{day} {month}").format(**fields)


def _left_words(left: int, last: date, today: date) -> str:
    if left == 0:
        return _("uiterlijk vandaag")
    if left == 1:
        return _("uiterlijk morgen")
    if left <= _COUNTED_FROM:
        return ngettext("nog {left} dag", "nog {left} dagen", left).format(left=left)
    return _("uiterlijk {day}").format(day=day_words(last, today))


def _form_words(form: Form) -> str:
    return _("schriftelijk") if form is Form.WRITTEN else _("mondeling")


def _next(day: date, step: timedelta, is_working_day: IsWorkingDay) -> date:
    for _each in range(_LONGEST_REST):
        if is_working_day(day):
            return day
        day += step
    raise BugError("a calendar without working days")
