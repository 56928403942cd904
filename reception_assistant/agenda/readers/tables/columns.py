"""Which column of a table holds what: by the names that we know, or by what somebody chose."""

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from msgspec import Struct

from reception_assistant.agenda.profile import DayOrder, TableChoices
from reception_assistant.agenda.readers.remarks import Remarks, listed
from reception_assistant.agenda.readers.tables.animals import (
    hides_animal,
    may_be_animal,
    owner_and_animal,
)
from reception_assistant.agenda.readers.tables.text import Header
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary, word_key
from reception_assistant.agenda.readers.trouble import UnclearColumnsError, UnreadableFileError
from reception_assistant.i18n import N_, _, ngettext

OWN_NAME_COLUMNS = (
    "naam",
    "voornaam",
    "roepnaam",
    "voorletters",
    "voorvoegsel",
    "achternaam",
)
PARTNER_COLUMNS = ("naamgebruik", "partner_voorvoegsel", "partner_achternaam")
ADDRESS_COLUMNS = ("aanspreekvorm", "aanspreken", "titel", "titel_gebruiken", "land")
READ_COLUMNS = ("datum", "tijd", "duur", "geboortedatum", "kenmerken", "status", "eindtijd")
"""The columns whose text has a meaning."""
TAKEN_COLUMNS = ("kenmerk", "patientnummer", "telefoon", "behandeling", "behandelaar")
TOLD_COLUMNS = ("dier", "diersoort", "ouder", "uitspraak", "opmerking")
NAME_PARTS = (*OWN_NAME_COLUMNS, "partner_voorvoegsel", "partner_achternaam")
"""The columns that hold letters of a name."""
OUR_COLUMNS = (
    *("datum", "tijd", "eindtijd", "duur", "kenmerk", "patientnummer"),
    *(*OWN_NAME_COLUMNS, *PARTNER_COLUMNS, *ADDRESS_COLUMNS),
    *("geboortedatum", "telefoon", "behandeling", "behandelaar", *TOLD_COLUMNS),
    *("kenmerken", "status"),
)
"""Every column that a table can have, in the order in which they are offered."""

_REQUIRED = ("datum", "tijd")
_ENOUGH_OF_A_NAME = frozenset(NAME_PARTS) - {"voorvoegsel", "partner_voorvoegsel"}
_MUST_BE_CLEAR = frozenset({*_REQUIRED, "naam", "achternaam"})
_OF_COLUMN = {"datum": N_("de dag"), "tijd": N_("de tijd"), "naam": N_("de naam")}
_MOST_NAMED = 5
_LONGEST_NAMED = 30

IsMoment = Callable[[int], bool]
"""Tells whether the column at a place holds a day together with a time."""


class Columns(Struct, frozen=True, kw_only=True):
    """Where each column of ours stands in a table of `width` columns.

    One that the table has not stands just past the last. `unnamed` are the places without a name;
    `own` tells that every name is our own, so that the rules of our own form hold.
    """

    places: Mapping[str, int]
    width: int
    unnamed: tuple[int, ...] = ()
    own: bool = False
    day_order: DayOrder = DayOrder.UNKNOWN
    prefix_in_surname: bool = False

    def place(self, name: str) -> int:
        """Return where the column `name` stands in a row."""
        return self.places.get(name, self.width)

    def picker(self, names: tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what takes the columns `names` out of a row, quickly."""
        return itemgetter(*(self.place(name) for name in names))

    @property
    def known(self) -> frozenset[str]:
        """Our columns that the table has; an end tells how long it takes."""
        return frozenset(
            "duur" if name == "eindtijd" else name for name in self.places if name in OUR_COLUMNS
        )


def known_score(cells: Iterable[str], vocabulary: Vocabulary) -> int:
    """Return how many different columns of ours `cells` names."""
    return len({vocabulary.columns.get(word_key(cell)) for cell in cells} - {None})


def guessed(header: Header, vocabulary: Vocabulary) -> dict[str, str]:
    """Return for each column of ours the name in `header` that most likely is it."""
    best: dict[str, str] = {}
    for cell in header.names:
        name = vocabulary.columns.get(word_key(cell))
        if name and (name not in best or _rank(cell, vocabulary) < _rank(best[name], vocabulary)):
            best[name] = cell
    owner, animal = owner_and_animal(header.names, vocabulary)
    if animal:
        best |= {"naam": owner, "dier": animal}
    return {name: cell for name, cell in best.items() if cell}


def column_names(header: Header) -> tuple[str, ...]:
    """Return by which name each column can be chosen: "naam (2)" for the second one called naam."""
    counted = dict.fromkeys(filter(None, header.names), 1)
    names: dict[str, None] = {}
    for place, cell in enumerate(header.names, 1):
        name = first = cell or _("kolom {number}").format(number=place)
        while name in names or (name != cell and name in counted):
            counted[first] = number = counted.get(first, 1) + 1
            name = f"{first} ({number})"
        names[name] = None
    return tuple(names)


def known_columns(
    header: Header,
    vocabulary: Vocabulary,
    dropped: frozenset[int],
    is_moment: IsMoment,
    remarks: Remarks,
) -> Columns:
    """Return where our columns are by the names that we know; the places `dropped` are not read.

    Raises `UnclearColumnsError` when a column is missing that no appointment can do without, or
    when two may be it.
    """
    candidates: dict[str, list[int]] = {}
    unknown: list[str] = []
    for place, cell in enumerate(header.names):
        if not cell or place in dropped:
            continue
        if name := vocabulary.columns.get(word_key(cell)):
            candidates.setdefault(name, []).append(place)
        else:
            unknown.append(cell)
    double: list[str] = []
    places = {
        name: _most_usual(name, some, header, vocabulary, remarks, double)
        for name, some in candidates.items()
    }
    for one, other in (_REQUIRED, _REQUIRED[::-1]):
        if one not in places and other in places and is_moment(places[other]):
            places[one] = places[other]
    whole = header.names[places["naam"]] if "naam" in places else ""
    if whole and may_be_animal(whole, header.names, vocabulary):
        raise UnclearColumnsError(
            _("De kolom {name} kan het dier zijn, of de eigenaar.").format(name=quoted([whole])),
            _("Kies wat erin staat."),
        )
    _require(places, header, dropped, vocabulary)
    _tell(header, remarks, double=double, unknown=unknown)
    return Columns(
        places=places,
        width=len(header.names),
        unnamed=_unnamed(header),
        own=all(_rank(header.names[place], vocabulary) == 0 for place in places.values()),
    )


def chosen_columns(
    header: Header, choices: TableChoices, dropped: frozenset[int], remarks: Remarks
) -> Columns:
    """Return where our columns are as somebody chose; the places `dropped` are not read.

    Raises `UnclearColumnsError` when the table has not the columns that were chosen, or when no
    appointment can be made of them.
    """
    names = column_names(header)
    found = {chosen: _place_of(chosen, names) for chosen in choices.columns.values()}
    missing = [chosen for chosen, place in found.items() if place is None]
    if missing:
        raise UnclearColumnsError(
            ngettext(
                "De kolom {names} staat niet in dit bestand.",
                "De kolommen {names} staan niet in dit bestand.",
                len(missing),
            ).format(names=quoted(missing)),
            _("Kies opnieuw welke kolom wat is."),
        )
    places = {
        name: place
        for name, chosen in choices.columns.items()
        if (place := found[chosen]) is not None and name in OUR_COLUMNS and place not in dropped
    }
    for one, other in (_REQUIRED, _REQUIRED[::-1]):
        if one not in places and other in places:
            places[one] = places[other]
    _require_chosen(places)
    _tell(header, remarks, double=[], unknown=[])
    return Columns(
        places=places,
        width=len(header.names),
        unnamed=tuple(place for place in _unnamed(header) if place not in places.values()),
        day_order=choices.day_order,
        prefix_in_surname=choices.prefix_in_surname,
    )


def signature(header: Header) -> str:
    """Return by what a table with this header is known again."""
    return "|".join(sorted(word_key(name) for name in header.names))


def no_header() -> tuple[str, str]:
    """Return what to say of a table without names of columns."""
    return (
        _("In dit bestand staan geen namen van kolommen."),
        _("Zet er een regel boven met bijvoorbeeld datum;tijd;naam."),
    )


def quoted(names: list[str]) -> str:
    """Return some names of columns as they stand in a sentence; long ones are cut."""
    shown = [_("“{name}”").format(name=_cut(name)) for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("nog {count} andere", "nog {count} andere", more).format(count=more))
    return listed(shown)


def _place_of(chosen: str, names: tuple[str, ...]) -> int | None:
    """Return where the column `chosen` stands: as it is written, or else by its letters."""
    if chosen in names:
        return names.index(chosen)
    key, keys = word_key(chosen), [word_key(name) for name in names]
    return keys.index(key) if key and key in keys else None


def _most_usual(
    name: str,
    places: list[int],
    header: Header,
    vocabulary: Vocabulary,
    remarks: Remarks,
    double: list[str],
) -> int:
    """Return which of some columns is `name`; raises `UnclearColumnsError` when that is a guess."""
    chosen, *others = sorted(places, key=lambda place: _rank(header.names[place], vocabulary))
    called = header.names[chosen]
    different = [at for at in others if word_key(header.names[at]) != word_key(called)]
    if len(different) < len(others):
        double.append(called if _rank(called, vocabulary) else name)
    if different:
        hidden = name == "naam" and hides_animal(header.names, vocabulary)
        if name in _MUST_BE_CLEAR and (hidden or _rank(called, vocabulary)):
            either = sorted((chosen, different[0]))
            raise _two_of(name, *(header.names[place] for place in either))
        for place in different:
            remarks.say(_passed_over(name, called, header.names[place]))
    return chosen


def _rank(cell: str, vocabulary: Vocabulary) -> int:
    return vocabulary.rank.get(word_key(cell), len(vocabulary.rank))


def _unnamed(header: Header) -> tuple[int, ...]:
    return tuple(place for place, cell in enumerate(header.names) if not cell)


def _two_of(name: str, one: str, other: str) -> UnclearColumnsError:
    return UnclearColumnsError(
        _("Twee kolommen kunnen de kolom {name} zijn: {names}.").format(
            name=name, names=quoted([one, other])
        ),
        _("Kies welke kolom het is."),
    )


def _passed_over(name: str, chosen: str, other: str) -> str:
    return _("De kolom {name} is gelezen uit {chosen}; {other} is overgeslagen.").format(
        name=name, chosen=quoted([chosen]), other=quoted([other])
    )


def _require(
    places: Mapping[str, int], header: Header, dropped: frozenset[int], vocabulary: Vocabulary
) -> None:
    """Raise what is missing; where no column is left that may be it, nobody can help it."""
    missing = [name for name in _REQUIRED if name not in places]
    if not missing and places.keys() & _ENOUGH_OF_A_NAME:
        return
    left = any(
        cell and place not in dropped and _rank(cell, vocabulary)
        for place, cell in enumerate(header.names)
    )
    error = UnclearColumnsError if left else UnreadableFileError
    if not header.line:
        raise error(*no_header())
    advice = _("Zet wat ontbreekt op regel {line}, bij de namen van de kolommen.").format(
        line=header.line
    )
    if not missing:
        raise error(
            _("De kolom naam ontbreekt in dit bestand, en ook achternaam en voornaam."), advice
        )
    message = ngettext(
        "De kolom {names} ontbreekt in dit bestand.",
        "De kolommen {names} ontbreken in dit bestand.",
        len(missing),
    ).format(names=listed(missing))
    raise error(message, advice)


def _require_chosen(places: Mapping[str, int]) -> None:
    missing = [name for name in _REQUIRED if name not in places]
    if not places.keys() & _ENOUGH_OF_A_NAME:
        missing.append("naam")
    if missing:
        raise UnclearColumnsError(
            ngettext(
                "Er is nog geen kolom gekozen voor {names}.",
                "Er zijn nog geen kolommen gekozen voor {names}.",
                len(missing),
            ).format(names=listed([_(_OF_COLUMN[name]) for name in missing])),
            _("Zonder die kan Balie niemand begroeten."),
        )


def _tell(header: Header, remarks: Remarks, *, double: list[str], unknown: list[str]) -> None:
    for line in header.above:
        remarks.add(line, _("dit staat boven de namen van de kolommen en is overgeslagen."))
    if unknown:
        text = ngettext(
            "Balie kent deze kolom niet en slaat hem over: {names}.",
            "Balie kent deze kolommen niet en slaat ze over: {names}.",
            len(unknown),
        )
        remarks.say(text.format(names=quoted(unknown)))
    if double:
        text = ngettext(
            "Deze kolom staat er meer dan één keer in: {names}. Alleen de eerste is gelezen.",
            "Deze kolommen staan er meer dan één keer in: {names}. "
            "Steeds is alleen de eerste gelezen.",
            len(double),
        )
        remarks.say(text.format(names=quoted(double)))


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAMED else name[: _LONGEST_NAMED - 1] + "…"
