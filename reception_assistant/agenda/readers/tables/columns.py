"""The columns of our own CSV: which of them a file has, and what is strange about its header."""

from collections.abc import Callable
from operator import itemgetter

from msgspec import Struct

from reception_assistant.agenda.readers.remarks import Remarks, listed
from reception_assistant.agenda.readers.tables.text import Header
from reception_assistant.agenda.readers.trouble import UnreadableFileError
from reception_assistant.i18n import _, ngettext
from reception_assistant.text import fold

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
READ_COLUMNS = ("datum", "tijd", "duur", "geboortedatum", "kenmerken", "status")
"""The columns whose text has a meaning."""
TAKEN_COLUMNS = ("kenmerk", "patientnummer", "telefoon", "behandeling", "behandelaar")
TOLD_COLUMNS = ("dier", "diersoort", "ouder", "uitspraak", "opmerking")
NAME_PARTS = (*OWN_NAME_COLUMNS, "partner_voorvoegsel", "partner_achternaam")
"""The columns that hold letters of a name."""

_REQUIRED = ("datum", "tijd")
_ENOUGH_OF_A_NAME = frozenset(NAME_PARTS) - {"voorvoegsel", "partner_voorvoegsel"}
_MOST_NAMED = 5
_LONGEST_NAMED = 30


class OwnColumns(Struct, frozen=True, kw_only=True):
    """Where each known column stands; one that the file has not stands just past the last."""

    names: tuple[str, ...]
    """The known name of each column of the file, empty for an unknown one."""
    width: int
    unnamed: tuple[int, ...]
    """The places of columns without any name."""

    def place(self, name: str) -> int:
        """Return where the column `name` stands in a row."""
        return self.names.index(name) if name in self.names else self.width

    def picker(self, names: tuple[str, ...]) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what takes the columns `names` out of a row, quickly."""
        return itemgetter(*(self.place(name) for name in names))

    @property
    def known(self) -> frozenset[str]:
        """The known columns that the file has."""
        return frozenset(filter(None, self.names))


def known_columns(cells: list[str]) -> int:
    """Return how many different columns of ours `cells` names."""
    return len({_known(cell) for cell in cells} - {""})


def own_columns(header: Header, remarks: Remarks) -> OwnColumns:
    """Return the columns of the file, with a remark about unknown, double and skipped ones.

    Raises `UnreadableFileError` when a column is missing that no appointment can do without.
    """
    names: list[str] = []
    double: list[str] = []
    unknown: list[str] = []
    for cell in header.names:
        name = _known(cell)
        if name and name in names:
            double.append(name)
            name = ""
        elif cell and not name:
            unknown.append(cell)
        names.append(name)
    _require(frozenset(names), header.line)
    _tell(header, remarks, double=list(dict.fromkeys(double)), unknown=unknown)
    return OwnColumns(
        names=tuple(names),
        width=len(names),
        unnamed=tuple(place for place, cell in enumerate(header.names) if not cell),
    )


def _require(names: frozenset[str], line: int) -> None:
    missing = [name for name in _REQUIRED if name not in names]
    advice = _("Zet wat ontbreekt op regel {line}, bij de namen van de kolommen.").format(line=line)
    if missing:
        message = ngettext(
            "De kolom {names} ontbreekt in dit bestand.",
            "De kolommen {names} ontbreken in dit bestand.",
            len(missing),
        ).format(names=listed(missing))
        raise UnreadableFileError(message, advice)
    if not names & _ENOUGH_OF_A_NAME:
        raise UnreadableFileError(
            _("De kolom naam ontbreekt in dit bestand, en ook achternaam en voornaam."), advice
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
        remarks.say(text.format(names=_quoted(unknown)))
    if double:
        text = ngettext(
            "Deze kolom staat er meer dan één keer in: {names}. Alleen de eerste is gelezen.",
            "Deze kolommen staan er meer dan één keer in: {names}. "
            "Steeds is alleen de eerste gelezen.",
            len(double),
        )
        remarks.say(text.format(names=_quoted(double)))


def _quoted(names: list[str]) -> str:
    shown = [_("“{name}”").format(name=_cut(name)) for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("nog {count} andere", "nog {count} andere", more).format(count=more))
    return listed(shown)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAMED else name[: _LONGEST_NAMED - 1] + "…"


def _key(name: str) -> str:
    return fold(name).replace(" ", "")


_ALL = (
    *(*OWN_NAME_COLUMNS, *PARTNER_COLUMNS, *ADDRESS_COLUMNS),
    *(*READ_COLUMNS, *TAKEN_COLUMNS, *TOLD_COLUMNS),
)
_BY_KEY = {_key(name): name for name in _ALL}


def _known(cell: str) -> str:
    return _BY_KEY.get(_key(cell), "")
