"""The log as a file for others: CSV for a spreadsheet or JSON for a program, and read back.

The heads of the columns are part of the format. The ones that are only for reading (local times,
what reasons and outcomes are called) are passed over when such a file is read.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from io import StringIO

import msgspec

from reception_assistant.calls.call import CallRecord, Remembered
from reception_assistant.calls.cells import guarded, lines_of, rows_of, unguarded
from reception_assistant.calls.promise import Promise
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.library.content import Lists

FromUtc = Callable[[str], datetime]
"""Gives the wall time of a moment in UTC (ISO)."""

_DELIMITER = ";"
_ALSO_READ = (_DELIMITER, ",", "\t")
_SHOWN = ("datum", "van", "tot", "reden", "afloop")
_KEPT = {
    "richting": "direction",
    "nummer": "number",
    "medewerker": "employee",
    "stemming begin": "mood_start",
    "stemming eind": "mood_end",
    "notitie": "note",
    "alternatief": "alternative",
    "gesprek": "id",
    "begonnen utc": "started_utc",
    "geëindigd utc": "ended_utc",
    "reden id": "reason",
    "afloop id": "outcome",
    "persoon id": "person_id",
    "medewerker id": "employee_id",
    "script": "script_id",
    "scriptversie": "script_version",
}
_PATH, _REMEMBERED = "stappen", "onthouden"
_PROMISE = {
    "belofte": "what",
    "belofte voor": "before",
    "belofte wie": "by",
    "belofte hoe": "channel",
    "belofte bereik": "reach",
    "belofte eigenaar id": "owner_id",
}
_HEADS = (*_SHOWN, *_KEPT, *_PROMISE, _PATH, _REMEMBERED)
_MOMENT = len("2026-11-24T09:00")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class Format(StrEnum):
    """How the file is written."""

    CSV = "csv"
    JSON = "json"


def written_json(records: Sequence[CallRecord]) -> str:
    """Return the calls as JSON."""
    return msgspec.json.format(msgspec.json.encode(records), indent=2).decode() + "\n"


def written_csv(records: Sequence[CallRecord], lists: Lists, from_utc: FromUtc) -> str:
    """Return the calls as CSV, one on each row, that a spreadsheet shows and does not run."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=_DELIMITER, lineterminator="\r\n")
    writer.writerow(_HEADS)
    for record in records:
        cells = {**_shown(record, lists, from_utc), **_kept(record)}
        writer.writerow([guarded(cells[head]) for head in _HEADS])
    return out.getvalue()


def read_calls(content: bytes) -> list[CallRecord]:
    """Return the calls in a file that one of the above wrote.

    Raises:
        KnownError: it is no such file, or a call in it cannot be read.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_log() from error
    records = _read_json(text) if text.lstrip().startswith("[") else list(_read_csv(text))
    for number, record in enumerate(records, start=1):
        if not _is_sound(record):
            raise _unreadable(number)
        if not all(map(_is_of_our_time, _moments(record))):
            raise _of_another_time(number)
    return records


def _shown(record: CallRecord, lists: Lists, from_utc: FromUtc) -> dict[str, str]:
    began, ended = from_utc(record.started_utc), from_utc(record.ended_utc)
    reason, outcome = lists.reason(record.reason), lists.outcome(record.outcome)
    return {
        "datum": f"{began:%d-%m-%Y}",
        "van": f"{began:%H:%M}",
        "tot": f"{ended:%H:%M}",
        "reden": reason.label if reason else record.reason,
        "afloop": outcome.label if outcome else record.outcome,
    }


def _kept(record: CallRecord) -> dict[str, str]:
    promise = record.promise
    return {
        **{head: getattr(record, name) or "" for head, name in _KEPT.items()},
        **{head: getattr(promise, name) if promise else "" for head, name in _PROMISE.items()},
        _PATH: lines_of((step,) for step in record.path),
        _REMEMBERED: lines_of((each.id, each.label, each.text) for each in record.remembered),
    }


def _read_json(text: str) -> list[CallRecord]:
    try:
        return msgspec.json.decode(text, type=list[CallRecord])
    except msgspec.DecodeError as error:
        raise _no_log() from error


def _read_csv(text: str) -> Iterator[CallRecord]:
    limit = csv.field_size_limit(len(text) + 1)  # a note can be long
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise _no_log() from error
    finally:
        csv.field_size_limit(limit)
    if not rows or not set(_HEADS[len(_SHOWN) :]) <= set(rows[0]):
        raise _no_log()
    for number, row in enumerate(filter(any, rows[1:]), start=1):
        if len(row) != len(rows[0]):
            raise _unreadable(number)
        cells = dict(zip(rows[0], map(unguarded, row), strict=True))
        try:
            yield _record(cells)
        except (msgspec.ValidationError, ValueError) as error:
            raise _unreadable(number) from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(_ALSO_READ, key=head.count)


def _record(cells: Mapping[str, str]) -> CallRecord:
    facts: dict[str, object] = {name: cells[head] for head, name in _KEPT.items()}
    for name in ("person_id", "mood_start", "mood_end"):
        facts[name] = facts[name] or None
    facts["path"] = tuple(step for (step,) in rows_of(cells[_PATH]))
    facts["remembered"] = tuple(
        Remembered(id=key, label=label, text=text)
        for key, label, text in rows_of(cells[_REMEMBERED])
    )
    promise = {name: cells[head] for head, name in _PROMISE.items()}
    facts["promise"] = msgspec.convert(promise, Promise) if promise["what"] else None
    return msgspec.convert(facts, CallRecord)


def _is_sound(record: CallRecord) -> bool:
    """Tell whether a call has what the log cannot do without."""
    promise = record.promise
    return (
        bool(record.id and record.outcome and record.employee_id)
        and (promise is None or bool(promise.what))
        and all(map(_is_moment, _moments(record)))
    )


def _moments(record: CallRecord) -> tuple[str, ...]:
    times = record.started_utc, record.ended_utc
    return (*times, record.promise.before) if record.promise else times


def _is_moment(text: str) -> bool:
    try:
        return len(text) >= _MOMENT and datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _is_of_our_time(moment: str) -> bool:
    """Tell whether a moment can be shown in any zone: years at the end of time cannot."""
    return _FIRST_YEAR <= datetime.fromisoformat(moment).year <= _LAST_YEAR


def _no_log() -> KnownError:
    return KnownError(
        _("Dit bestand is geen logboek van Balie, of het is veranderd."),
        _("Er is niets toegevoegd. Kies een bestand dat met «calls export» is gemaakt."),
    )


def _unreadable(number: int) -> KnownError:
    return KnownError(
        _("Gesprek {number} in dit bestand is niet te lezen.").format(number=number),
        _("Er is niets toegevoegd. Maak het bestand opnieuw met «calls export»."),
    )


def _of_another_time(number: int) -> KnownError:
    return KnownError(
        _("Gesprek {number} in dit bestand heeft een datum die niet kan.").format(number=number),
        _("Er is niets toegevoegd. De jaren lopen van {first} tot en met {last}.").format(
            first=_FIRST_YEAR, last=_LAST_YEAR
        ),
    )
