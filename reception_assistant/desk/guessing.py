"""A first proposal for the assistant: what columns and titles look like; somebody looks at it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from reception_assistant.agenda.finding import phone_key
from reception_assistant.agenda.profile import (
    CalendarChoices,
    DayOrder,
    NameFrom,
    TreatmentFrom,
)
from reception_assistant.agenda.readers.dates import (
    appointment_day,
    split_moment,
    time_of_day,
)
from reception_assistant.agenda.readers.tables.bsn import is_bsn
from reception_assistant.agenda.readers.tables.columns import column_names, guessed
from reception_assistant.agenda.readers.tables.opening import OpenTable
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.naming.one_field import take_apart
from reception_assistant.naming.prefixes import PREFIX_WORDS, prefix_apart

SEPARATORS = (" - ", " – ", " — ", " | ", " / ", ": ", "; ")

_LOOKED_AT = 50
_MOSTLY, _HALF = 0.6, 0.5
_NEAR = timedelta(days=400)
_PHONE_DIGITS = range(9, 13)
_WORDS_OF_A_NAME = range(2, 6)
_NAMES = {"naam", "achternaam", "voornaam", "roepnaam", "voorletters"}

_Looks = Callable[[str], bool]


def guess_columns(table: OpenTable, vocabulary: Vocabulary, today: date) -> dict[str, str]:
    """Return for each column of ours the column of `table` that most likely is it.

    By their names first; what is still missing by what stands in the other columns.
    """
    named = enumerate(column_names(table.header))
    places = {name: place for place, name in named if place not in table.dropped}
    cells = {name: table.column(place)[:_LOOKED_AT] for name, place in places.items()}
    by_name = guessed(table.header, vocabulary)
    found = {ours: theirs for ours, theirs in by_name.items() if theirs in places}
    if not _NAMES & found.keys():
        found.pop("titel", None)  # what an appointment is called, then
    moments = {name: cells[name] for name, at in places.items() if table.holds_moments(at)}
    _find_start(found, moments)
    kinds: tuple[tuple[str, _Looks], ...] = (
        ("datum", lambda text: _is_near(text, today)),
        ("geboortedatum", lambda text: _is_long_ago(text, today)),
        ("tijd", _is_time),
        ("telefoon", _is_phone),
        ("naam", lambda text: _is_name(text) or _may_be_name(text)),
    )
    for ours, looks in kinds:
        if ours in found or (ours == "naam" and _NAMES & found.keys()):
            continue
        taken = {*found.values(), *moments}
        alike = [name for name in cells if name not in taken and _mostly(looks, cells[name])]
        if ours == "naam":
            alike = _likeliest_people(alike, cells)
        if alike:
            found[ours] = alike[0]
    return found


def guess_prefixes(table: OpenTable, columns: Mapping[str, str]) -> bool:
    """Tell whether the prefixes most likely stand before the surnames, in the same column."""
    if "achternaam" not in columns or "voorvoegsel" in columns:
        return False
    place = column_names(table.header).index(columns["achternaam"])
    return any(prefix_apart(cell)[0] for cell in table.column(place))


def _find_start(found: dict[str, str], moments: Mapping[str, Sequence[str]]) -> None:
    """Add where the day and the time are, when they stand together in one of the `moments`."""
    for one, other in (("datum", "tijd"), ("tijd", "datum")):
        if one not in found and found.get(other) in moments:
            found[one] = found[other]
    free = [name for name in moments if name not in found.values()]
    if "datum" not in found and "tijd" not in found and free:
        # An appointment is made before it is due; its end comes in a later column.
        latest = max(free, key=lambda name: _day_of_moment(moments[name][0]))
        found |= dict.fromkeys(("datum", "tijd"), latest)


def _likeliest_people(names: Iterable[str], cells: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the columns `names` that hold people, the likeliest first.

    People differ most, and the practitioners beside them come again and again. Two words with
    capitals are people only when they differ.
    """
    different = {name: len(set(cells[name])) for name in names}
    some = [
        name
        for name, number in different.items()
        if number > len(cells[name]) * _HALF or _mostly(_is_name, cells[name])
    ]
    return sorted(some, key=lambda name: -different[name])


def guess_calendar(titles: Sequence[str]) -> CalendarChoices:
    """Return how the titles of a calendar are most likely to be read."""
    titles = titles[:_LOOKED_AT]
    for separator in SEPARATORS:
        parts = [title.partition(separator) for title in titles]
        if not _mostly(bool, [sign for _before, sign, _after in parts], empty=True):
            continue
        sides = {
            NameFrom.BEFORE: [before.strip() for before, _sign, _after in parts],
            NameFrom.AFTER: [after.strip() for _before, _sign, after in parts],
        }
        for looks in (_is_name, _may_be_name):
            alike = [name_from for name_from, cells in sides.items() if _mostly(looks, cells)]
            if alike:
                return CalendarChoices(
                    name_from=max(alike, key=lambda name_from: len(set(sides[name_from]))),
                    separator=separator,
                    treatment_from=TreatmentFrom.REST,
                )
    if _mostly(_is_name, titles):
        return CalendarChoices(name_from=NameFrom.TITLE)
    return CalendarChoices()


def _mostly(looks: _Looks, cells: Iterable[str], *, empty: bool = False) -> bool:
    """Tell whether most cells look like that; empty ones count only where asked for."""
    told = [looks(cell) for cell in cells if cell or empty]
    return bool(told) and sum(told) >= _MOSTLY * len(told)


def _day_of_moment(text: str) -> date:
    moment = split_moment(text)
    return (_day(moment.day) if moment else None) or date.min


def _is_near(text: str, today: date) -> bool:
    day = _day(text)
    return day is not None and abs(day - today) < _NEAR


def _is_long_ago(text: str, today: date) -> bool:
    day = _day(text)
    return day is not None and today - day >= _NEAR


def _day(text: str) -> date | None:
    for order in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST):
        try:
            return appointment_day(text, order)
        except NotUnderstoodError:
            continue
    return None


def _is_time(text: str) -> bool:
    try:
        return bool(time_of_day(text)) and not text.isdigit()
    except NotUnderstoodError:
        return False


def _is_phone(text: str) -> bool:
    if any(map(str.isalpha, text)) or ":" in text or is_bsn(text):
        return False
    return len(phone_key(text)) in _PHONE_DIGITS


def _is_name(text: str) -> bool:
    return " " in text and bool(take_apart(text).surname)


def _may_be_name(text: str) -> bool:
    """Tell whether this looks like "Piet Jansen" or "Anna van der Berg"."""
    words = text.split()
    return len(words) in _WORDS_OF_A_NAME and all(
        word.isalpha() and (word[0].isupper() or word in PREFIX_WORDS)
        for word in (words[0], words[-1], *words)
    )
