"""What reading a file will do: what is new, changed, the same, and gone; nothing is done yet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from reception_assistant.agenda.incoming import IncomingRow, Reading, Rejected
from reception_assistant.agenda.matching import Entry
from reception_assistant.agenda.telling import (
    APPOINTMENT_FIELDS,
    PERSON_FIELDS,
    appointment_told,
    differences,
    merged,
    person_told,
    silent_fields,
)
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.naming.spoken_time import date_words
from reception_assistant.text import fold

_DAY = len("2026-03-03")
_LARGE_PART = 0.5
_MADE_KEY = "="  # begins a key that we made, because the source gives none


class KnownAppointment(NamedTuple):
    """An appointment that we have: `starts` local wall time, `marked` when the desk noted it."""

    id: str
    source_key: str
    starts: str
    person_id: str
    practitioner: str
    said: str
    withdrawn: bool
    marked: bool


class Keyed(NamedTuple):
    """A row with its person, and the key under which we keep its appointment."""

    row: IncomingRow
    entry: Entry
    starts: str
    key: str


class PersonStep(NamedTuple):
    """A person to be added or brought up to date."""

    entry: Entry
    told: tuple[str, ...]
    fields: dict[str, str]


class AppointmentStep(NamedTuple):
    """An appointment to be added (`known` is None) or brought up to date."""

    id: str
    key: str
    told: tuple[str, ...]
    fields: dict[str, str]
    known: KnownAppointment | None


@dataclass(slots=True)
class Plan:
    """All steps of one import, with the counts that are shown.

    `first` and `last` are the days between which the appointments lie.
    """

    read: int = 0
    unchanged: int = 0
    changed: int = 0
    new: int = 0
    persons: list[PersonStep] = field(default_factory=list)
    appointments: list[AppointmentStep] = field(default_factory=list)
    withdrawn: list[KnownAppointment] = field(default_factory=list)
    kept_back: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    first: date | None = None
    last: date | None = None


class Known(NamedTuple):
    """What we have of a source: by key, those in the days of the file, and those added by hand."""

    by_key: Mapping[str, KnownAppointment]
    in_period: Sequence[KnownAppointment]
    by_hand: Mapping[tuple[str, str], KnownAppointment]


def rows_read(reading: Reading) -> int:
    """Return how many rows a file has, understood or not; none when it is refused as a whole."""
    return len(reading.rows) + len(reading.rejected) if reading.columns else 0


def keyed(placed: Iterable[tuple[IncomingRow, Entry]]) -> list[Keyed]:
    """Return the rows with their keys.

    Where the source gives none, the key is start, person and practitioner; and the animal,
    because an owner may come with two of them at once.
    """
    rows = []
    for row, entry in placed:
        starts = row.start.isoformat(timespec="minutes")
        key = row.key or (
            f"{_MADE_KEY}{starts}|{entry.person_id}|{fold(row.practitioner)}|{fold(row.animal)}"
        )
        rows.append(Keyed(row, entry, starts, key))
    return rows


def make_plan(
    reading: Reading,
    rows: Sequence[Keyed],
    known: Known,
    new_id: NewId,
    *,
    now: datetime,
    even_large: bool,
) -> Plan:
    """Return what is to be done for the rows of `reading`.

    `now` is local wall time; `even_large` lets more than half of a day be withdrawn.
    """
    plan = Plan(
        read=rows_read(reading),
        rejected=list(reading.rejected),
        remarks=list(reading.remarks),
        first=min((row.row.start.date() for row in rows), default=None),
        last=max((row.row.start.date() for row in rows), default=None),
    )
    touched = _plan_persons(plan, rows, silent_fields(PERSON_FIELDS, reading.columns))
    silent = silent_fields(APPOINTMENT_FIELDS, reading.columns)
    lines: dict[str, int] = {}
    by_hand = dict(known.by_hand)
    otherwise = _otherwise(known.in_period, rows)
    for row, entry, starts, key in rows:
        if key in lines:
            plan.rejected.append(_double(reading.place, row.line, lines[key]))
            continue
        lines[key] = row.line
        told = appointment_told(row, entry.person_id, starts)
        place = (starts, entry.person_id)
        have = known.by_key.get(key) or by_hand.pop(place, None)
        if have is None and not row.key and (have := otherwise.pop(place, None)):
            lines[have.source_key] = row.line
        step = _appointment_step(key, told, silent, have, new_id)
        _count(plan, step, person_changed=entry.person_id in touched)
    if reading.whole:
        _plan_withdrawals(plan, reading, lines.keys(), known.in_period, now, even_large=even_large)
    return plan


def _otherwise(
    in_period: Iterable[KnownAppointment], rows: Sequence[Keyed]
) -> dict[tuple[str, str], KnownAppointment]:
    """Return by start and person what has no key of its own and is not in the file as it was.

    It is the same appointment with another practitioner; of two at once nobody knows which.
    """
    keys = {row.key for row in rows}
    found: dict[tuple[str, str], list[KnownAppointment]] = {}
    for each in in_period:
        if each.source_key.startswith(_MADE_KEY) and each.source_key not in keys:
            found.setdefault((each.starts, each.person_id), []).append(each)
    return {place: same[0] for place, same in found.items() if len(same) == 1}


def _plan_persons(plan: Plan, rows: Sequence[Keyed], silent: frozenset[str]) -> set[str]:
    """Add the steps for the persons; return the ids of known persons that changed."""
    touched: set[str] = set()
    entries = {row.entry.person_id: row.entry for row in rows}
    for entry in entries.values():
        told = merged(person_told(entry.rows), entry.said, PERSON_FIELDS, silent)
        fields = differences(told, entry.said, PERSON_FIELDS)
        if fields:
            plan.persons.append(PersonStep(entry, told, fields))
            if not entry.is_new:
                touched.add(entry.person_id)
    return touched


def _appointment_step(
    key: str,
    told: tuple[str, ...],
    silent: frozenset[str],
    known: KnownAppointment | None,
    new_id: NewId,
) -> AppointmentStep:
    if known is None:
        return AppointmentStep(new_id(), key, told, {}, None)
    told = merged(told, known.said, APPOINTMENT_FIELDS, silent)
    fields = differences(told, known.said, APPOINTMENT_FIELDS)
    return AppointmentStep(known.id, key, told, fields, known)


def _count(plan: Plan, step: AppointmentStep, *, person_changed: bool) -> None:
    if step.known is None:
        plan.new += 1
        plan.appointments.append(step)
    elif step.fields or step.known.withdrawn or step.known.source_key != step.key:
        plan.changed += 1
        plan.appointments.append(step)
    elif person_changed:
        plan.changed += 1
    else:
        plan.unchanged += 1


def _plan_withdrawals(
    plan: Plan,
    reading: Reading,
    keys: Iterable[str],
    in_period: Sequence[KnownAppointment],
    now: datetime,
    *,
    even_large: bool,
) -> None:
    """Withdraw what is gone from the file, only inside what the file covers."""
    practitioners = {row.practitioner for row in reading.rows}
    unread = {rejected.key for rejected in reading.rejected if rejected.key}
    kept = {*keys, *unread}
    today = now.date()
    of_today = (row.start for row in reading.rows if row.start.date() == today)
    first_today = min(of_today, default=None)
    standing = [each for each in in_period if not each.withdrawn]
    gone: dict[str, list[KnownAppointment]] = {}
    for each in standing:
        if each.source_key in kept or each.marked or each.practitioner not in practitioners:
            continue
        if not _is_before(each.starts, today, first_today):
            gone.setdefault(each.starts[:_DAY], []).append(each)
    sizes = Counter(each.starts[:_DAY] for each in standing)
    for day, leaving in sorted(gone.items()):
        if len(leaving) > sizes[day] * _LARGE_PART and not even_large:
            plan.kept_back += len(leaving)
            plan.remarks.append(_too_many(day, len(leaving), sizes[day]))
        else:
            plan.withdrawn += leaving


def _is_before(starts: str, today: date, first_today: datetime | None) -> bool:
    """Tell whether this is an appointment of today that the file no longer looks back at."""
    if starts[:_DAY] != today.isoformat():
        return False
    return first_today is None or starts < first_today.isoformat(timespec="minutes")


def _double(place: str, line: int, earlier: int) -> Rejected:
    where = _(place)
    return Rejected(
        where.format(number=line),
        _("Deze afspraak staat ook op {place}.").format(place=where.format(number=earlier)),
    )


def _too_many(day: str, leaving: int, total: int) -> str:
    return _(
        "Op {day} zouden {leaving} van de {total} afspraken verdwijnen. Dat is meer dan de helft, "
        "daarom blijven ze staan. Klopt het bestand? Lees het dan nog eens in met --yes."
    ).format(day=date_words(date.fromisoformat(day)), leaving=leaving, total=total)
