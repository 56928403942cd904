"""A first proposal for the assistant: what columns and titles look like; somebody looks at it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from reception_assistant.agenda.finding import phone_key
from reception_assistant.agenda.profile import CalendarChoices, NameFrom, TreatmentFrom
from reception_assistant.agenda.readers.dates import appointment_day, time_of_day
from reception_assistant.agenda.readers.tables.columns import guessed
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.naming.one_field import take_apart

SEPARATORS = (" - ", " – ", " — ", " | ", " / ", ": ", "; ")

_LOOKED_AT = 50
_MOSTLY = 0.6
_NEAR = timedelta(days=400)
_PHONE_DIGITS = range(9, 13)
_NAMES = {"naam", "achternaam", "voornaam", "roepnaam", "voorletters"}

_Looks = Callable[[str], bool]


def guess_columns(table: OpenTable, vocabulary: Vocabulary, today: date) -> dict[str, str]:
    """Return for each column of ours the column of `table` that most likely is it.

    By their names first; what is still missing by what stands in the other columns.
    """
    names = table.header.names
    place = {name: at for at, name in reversed([*enumerate(names)])}
    found = {
        ours: theirs
        for ours, theirs in guessed(table.header, vocabulary).items()
        if place[theirs] not in table.dropped
    }
    free = [
        (name, table.column(at)[:_LOOKED_AT])
        for at, name in enumerate(names)
        if name and at not in table.dropped and name not in found.values()
    ]
    if "datum" not in found and "tijd" not in found:
        moments = [name for name, _cells in free if table.holds_moments(place[name])]
        found |= dict.fromkeys(("datum", "tijd"), moments[0]) if moments else {}
    kinds: tuple[tuple[str, _Looks], ...] = (
        ("datum", lambda text: _is_near(text, today)),
        ("geboortedatum", lambda text: _is_past(text, today)),
        ("tijd", _is_time),
        ("telefoon", _is_phone),
        ("naam", _is_name),
    )
    for ours, looks in kinds:
        if ours in found or (ours == "naam" and _NAMES & found.keys()):
            continue
        for name, cells in free:
            if name not in found.values() and _mostly(looks, cells):
                found[ours] = name
                break
    return found


def guess_calendar(titles: Sequence[str]) -> CalendarChoices:
    """Return how the titles of a calendar are most likely to be read."""
    titles = titles[:_LOOKED_AT]
    for separator in SEPARATORS:
        parts = [title.partition(separator) for title in titles]
        if not _mostly(bool, [sign for _before, sign, _after in parts], empty=True):
            continue
        for name_from, at in ((NameFrom.BEFORE, 0), (NameFrom.AFTER, 2)):
            if _mostly(_is_name, [part[at].strip() for part in parts]):
                return CalendarChoices(
                    name_from=name_from, separator=separator, treatment_from=TreatmentFrom.REST
                )
    if _mostly(_is_name, titles):
        return CalendarChoices(name_from=NameFrom.TITLE)
    return CalendarChoices()


def _mostly(looks: _Looks, cells: Iterable[str], *, empty: bool = False) -> bool:
    """Tell whether most cells look like that; empty ones count only where asked for."""
    told = [looks(cell) for cell in cells if cell or empty]
    return bool(told) and sum(told) >= _MOSTLY * len(told)


def _is_near(text: str, today: date) -> bool:
    day = _day(text)
    return day is not None and abs(day - today) < _NEAR


def _is_past(text: str, today: date) -> bool:
    day = _day(text)
    return day is not None and day < today


def _day(text: str) -> date | None:
    try:
        return appointment_day(text)
    except NotUnderstoodError:
        return None


def _is_time(text: str) -> bool:
    try:
        return bool(time_of_day(text)) and not text.isdigit()
    except NotUnderstoodError:
        return False


def _is_phone(text: str) -> bool:
    return len(phone_key(text)) in _PHONE_DIGITS and not any(map(str.isalpha, text))


def _is_name(text: str) -> bool:
    return " " in text and bool(take_apart(text).surname)
