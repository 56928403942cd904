"""The cells of a table that hold one of a few values: each different text is read once."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.dates import birth_day
from reception_assistant.agenda.readers.day_orders import DayOrders
from reception_assistant.agenda.readers.tables.vocabulary import Vocabulary
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.agenda.visit import Booking
from reception_assistant.i18n import _
from reception_assistant.naming.person import Country, NameUse, Pronoun, Salutation
from reception_assistant.text import fold

Value = TypeVar("Value")

_MINUTES = re.compile(r"(\d{1,5})(?:[.,]0+)? ?(?:m|min|minuten|minuut|')?\.?", re.ASCII)
_HOURS = re.compile(r"0?(\d):([0-5]\d)(?::00)?", re.ASCII)
_MINUTES_A_DAY = 1440
_MOST_QUOTED = 5
_LONGEST_QUOTED = 30

_SALUTATIONS = {
    "m": Salutation.MENEER,
    "man": Salutation.MENEER,
    "meneer": Salutation.MENEER,
    "heer": Salutation.MENEER,
    "de heer": Salutation.MENEER,
    "dhr": Salutation.MENEER,
    "v": Salutation.MEVROUW,
    "vrouw": Salutation.MEVROUW,
    "mevrouw": Salutation.MEVROUW,
    "mevr": Salutation.MEVROUW,
    "mw": Salutation.MEVROUW,
}
_COUNTRIES = {
    "nl": Country.NETHERLANDS,
    "nederland": Country.NETHERLANDS,
    "be": Country.BELGIUM,
    "belgie": Country.BELGIUM,
}
_YES_NO = {"ja": True, "j": True, "nee": False, "n": False}
_BOOKINGS = {fold(word): word for word in Booking}
_MARKS = {fold(mark): mark for mark in Mark}


class Memo(dict[str, Value]):
    """What each text means; a text that was not met before is read by `understand`."""

    def __init__(self, understand: Callable[[str], Value]) -> None:
        super().__init__()
        self._understand = understand

    def __missing__(self, text: str) -> Value:
        value = self[text] = self._understand(text)
        return value


class Remarked(dict[str, Value]):
    """What each text means; one that is not understood means `default`, and is remarked.

    `understand` returns the meaning and what to remark, empty when all is well.
    """

    def __init__(
        self,
        understand: Callable[[str], tuple[Value, str]],
        default: Value,
        remark: Callable[[str], None],
    ) -> None:
        super().__init__({"": default, "-": default})
        self._understand = understand
        self._remark = remark

    def __missing__(self, text: str) -> Value:
        value, trouble = self._understand(text)
        if trouble:
            self._remark(trouble)
        else:
            self[text] = value
        return value


class CellValues:
    """Every column with a closed set of values; `remark` hears what was not understood."""

    def __init__(
        self,
        today: date,
        vocabulary: Vocabulary,
        remark: Callable[[str], None],
        seen: DayOrders,
        order: DayOrder,
    ) -> None:
        self._today, self._seen, self._order = today, seen, order
        self.salutations = Remarked(
            _one_of(
                "aanspreekvorm", {**vocabulary.salutations, **_SALUTATIONS}, Salutation.UNKNOWN
            ),
            Salutation.UNKNOWN,
            remark,
        )
        self.pronouns = Remarked(
            _one_of("aanspreken", {"u": Pronoun.U, "je": Pronoun.JE}, Pronoun.UNKNOWN),
            Pronoun.UNKNOWN,
            remark,
        )
        self.name_uses = Remarked(
            _one_of("naamgebruik", {fold(use): use for use in NameUse}, NameUse.OWN, quoted=True),
            NameUse.OWN,
            remark,
        )
        self.countries = Remarked(
            _one_of("land", _COUNTRIES, Country.NETHERLANDS), Country.NETHERLANDS, remark
        )
        self.title_spoken = Remarked(
            _one_of("titel_gebruiken", _YES_NO, fallback=False), default=False, remark=remark
        )
        self.bookings = Remarked(
            _one_of("status", {**vocabulary.bookings, **_BOOKINGS}, Booking.PLANNED, quoted=True),
            Booking.PLANNED,
            remark,
        )
        self.minutes = Remarked(_minutes, 0, remark)
        self.marks: Remarked[frozenset[Mark]] = Remarked(_marks, frozenset(), remark)
        self.birth_dates = Remarked(self._birth_date, None, remark)

    def _birth_date(self, text: str) -> tuple[date | None, str]:
        self._seen.note(text)
        try:
            return birth_day(text, self._today, self._order), ""
        except NotUnderstoodError:
            return None, _(
                "in de kolom geboortedatum staat geen datum die kan kloppen; "
                "dit vak is overgeslagen."
            )


def _one_of(
    column: str, meanings: Mapping[str, Value], fallback: Value, *, quoted: bool = False
) -> Callable[[str], tuple[Value, str]]:
    shown: set[str] = set()

    def understand(text: str) -> tuple[Value, str]:
        meaning = meanings.get(fold(text))
        if meaning is not None:
            return meaning, ""
        if quoted and (text in shown or len(shown) < _MOST_QUOTED) and len(text) < _LONGEST_QUOTED:
            shown.add(text)
            return fallback, _(
                "de kolom {column} kent “{value}” niet; dit vak is overgeslagen."
            ).format(column=column, value=text)
        return fallback, _(
            "wat in de kolom {column} staat, kent Balie niet; dit vak is overgeslagen."
        ).format(column=column)

    return understand


def _minutes(text: str) -> tuple[int, str]:
    if hours := _HOURS.fullmatch(text):
        return int(hours[1]) * 60 + int(hours[2]), ""
    found = _MINUTES.fullmatch(text.lower())
    if found and int(found[1]) <= _MINUTES_A_DAY:
        return int(found[1]), ""
    return 0, _(
        "in de kolom duur staat geen aantal minuten van 0 tot en met {most}; "
        "dit vak is overgeslagen."
    ).format(most=_MINUTES_A_DAY)


def _marks(text: str) -> tuple[frozenset[Mark], str]:
    words = [fold(word) for word in re.split("[,;]", text)]
    marks = frozenset(_MARKS[word] for word in words if word in _MARKS)
    if all(word in _MARKS for word in words if word):
        return marks, ""
    return marks, _(
        "in de kolom kenmerken staat een woord dat Balie niet kent; alleen dat is overgeslagen."
    )
