"""Reading the sample persons, to try scripts on."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import NamedTuple, TypeVar

from reception_assistant.i18n import _
from reception_assistant.library.context import Sign
from reception_assistant.library.finding import Code, Finding
from reception_assistant.library.reading.opening import text_of
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.walk import Ids, Walk, shown
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.naming.person import Country, NameUse, PersonName, Salutation

COLUMNS = (
    "id",
    "omschrijving",
    "voornaam",
    "voorletters",
    "voorvoegsel",
    "achternaam",
    "naamgebruik",
    "partner_voorvoegsel",
    "partner_achternaam",
    "aanspreekvorm",
    "geboortejaar",
    "land",
    "dier",
    "volgende_afspraak",
    "kenmerken",
)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_YEAR = re.compile(r"[0-9]{4}")
_NAME_USES = {use.value: use for use in NameUse} | {"": NameUse.OWN}
_SALUTATIONS = {form.value: form for form in Salutation}
_COUNTRIES = {country.value: country for country in Country} | {"": Country.NETHERLANDS}
_NEXT = {"ja": True, "nee": False, "": False}
_SIGNS = {sign.value: sign for sign in Sign}

_Meaning = TypeVar("_Meaning")


class PersonsReading(NamedTuple):
    """The sample persons, and everything that is wrong with their file."""

    persons: tuple[SamplePerson, ...]
    findings: list[Finding]


def read_persons(data: bytes, file: str) -> PersonsReading:
    """Read sample persons from the bytes of a table; a row that cannot be used is left out."""
    walk = Walk(file)
    ids = Ids(walk)
    persons = []
    try:
        for row in _rows(walk, text_of(data)):
            persons.append(row.person())
            ids.take(row.cells["id"], row.path("id"))
    except RefusedError as refused:
        walk.findings.append(refused.finding(file))
    return PersonsReading(tuple(persons), walk.by_line())


class _Row:
    """One row of the table, which says for itself what is wrong with it."""

    def __init__(self, walk: Walk, number: int, cells: Mapping[str, str]) -> None:
        self._walk = walk
        self._number = number
        self.cells = cells

    def path(self, column: str) -> tuple[int, str]:
        """Return where a cell stands."""
        return self._number, column

    def person(self) -> SamplePerson:
        """Return the person of this row."""
        for column, cell in self.cells.items():
            self._walk.seen(cell, self.path(column))
        return SamplePerson(
            id=self._id(),
            description=self.cells["omschrijving"],
            name=self._name(),
            birth_year=self._year(),
            animal=self.cells["dier"],
            has_next_appointment=self._word("volgende_afspraak", _NEXT) or False,
            signs=self._signs(),
        )

    def _id(self) -> str:
        text = self.cells["id"]
        if not _ID.fullmatch(text):
            self._walk.report(
                Code.BAD_ID,
                self.path("id"),
                _("«{id}» kan geen id zijn.").format(id=shown(text)),
                _("Gebruik letters, cijfers en streepjes, zoals P15."),
            )
        return text

    def _name(self) -> PersonName:
        return PersonName(
            given_name=self.cells["voornaam"],
            initials=self.cells["voorletters"],
            prefix=self.cells["voorvoegsel"],
            surname=self.cells["achternaam"],
            name_use=self._word("naamgebruik", _NAME_USES) or NameUse.OWN,
            partner_prefix=self.cells["partner_voorvoegsel"],
            partner_surname=self.cells["partner_achternaam"],
            salutation=self._word("aanspreekvorm", _SALUTATIONS) or Salutation.UNKNOWN,
            country=self._word("land", _COUNTRIES) or Country.NETHERLANDS,
        )

    def _year(self) -> int:
        text = self.cells["geboortejaar"]
        if text and not _YEAR.fullmatch(text):
            self._walk.wrong(
                self.path("geboortejaar"),
                _("«{text}» is geen jaar.").format(text=shown(text)),
                _("Schrijf het geboortejaar met vier cijfers, of laat het leeg."),
            )
            return 0
        return int(text or 0)

    def _signs(self) -> frozenset[Sign]:
        signs = set()
        for word in filter(None, self.cells["kenmerken"].split("|")):
            if sign := _SIGNS.get(word):
                signs.add(sign)
            else:
                self._walk.wrong_word(self.path("kenmerken"), word, _SIGNS)
        return frozenset(signs)

    def _word(self, column: str, words: Mapping[str, _Meaning]) -> _Meaning | None:
        word = self.cells[column]
        if word not in words:
            self._walk.wrong_word(self.path(column), word, filter(None, words))
        return words.get(word)


def _rows(walk: Walk, text: str) -> Iterator[_Row]:
    """Give the rows that have all columns."""
    lines = _lines(walk, text)
    columns = tuple(next(lines, ()))
    if columns and columns != COLUMNS:
        walk.wrong(
            (),
            _("De eerste regel heeft niet de kolommen van de proefpersonen."),
            _("Schrijf daar, met komma's: {columns}.").format(columns=",".join(COLUMNS)),
        )
        return
    for number, cells in enumerate(lines):
        if len(cells) == len(COLUMNS):
            yield _Row(walk, number, dict(zip(COLUMNS, cells, strict=True)))
        elif cells:
            walk.wrong(
                (number,),
                _("Op deze regel staat niet in elke kolom iets, of er zijn er te veel."),
                _("Zet tekst met een komma tussen aanhalingstekens."),
            )


def _lines(walk: Walk, text: str) -> Iterator[list[str]]:
    """Give the cells of each row, the head first, and note where each of the others begins."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    number = -1
    while True:
        walk.lines[number,] = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            walk.report(
                Code.UNREADABLE,
                (number,),
                _("Vanaf deze regel is de tabel niet te lezen."),
                _("Kijk of elk aanhalingsteken ook weer sluit."),
            )
            return
        yield cells
        number += 1
