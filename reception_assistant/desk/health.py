"""Is everything well? The checks behind `reception-assistant doctor`."""

import shutil
from pathlib import Path
from typing import NamedTuple

from reception_assistant import paths
from reception_assistant.i18n import _
from reception_assistant.store import driver, migrations
from reception_assistant.store.database import Store
from reception_assistant.store.health import is_whole
from reception_assistant.store.journal import Journal
from reception_assistant.store.place import unsafe_reason

_ENOUGH_SPACE = 500_000_000
_FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


class Finding(NamedTuple):
    """One thing that was looked at: what was seen, and what to do when it is not well."""

    subject: str
    seen: str
    advice: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing has to be done."""
        return not self.advice


class HealthDesk:
    """What may be asked about the state of the program and its data."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def examine(self) -> list[Finding]:
        """Look at everything that can be wrong, and return what was found."""
        return [
            self._database(),
            self._conversations(),
            _sqlite(),
            _place(self._store.path.parent),
            _space(self._store.path.parent),
            _fonts(),
        ]

    def _database(self) -> Finding:
        with self._store.reading() as connection:
            whole = is_whole(connection)
        if whole:
            seen = _("in orde, versie {number}").format(number=migrations.VERSION)
            return Finding(_("gegevens"), seen)
        self._store.note_damage()
        return Finding(
            _("gegevens"),
            _("beschadigd"),
            _("Sluit Balie en start opnieuw: het bestand wordt dan apart gezet, niet gewist."),
        )

    def _conversations(self) -> Finding:
        """Look at the conversations that are not in the log yet; a broken file is moved aside."""
        whole, number = self._journal.is_whole(), len(self._journal.read())
        if whole and not self._journal.notice:
            seen = _("in orde, {number} nog niet in het logboek").format(number=number)
            return Finding(_("gesprekken"), seen)
        advice = self._journal.notice or _("Sluit Balie en start opnieuw.")
        return Finding(_("gesprekken"), _("beschadigd"), advice)


def _sqlite() -> Finding:
    version = ".".join(map(str, driver.sqlite_version()))
    old = driver.sqlite_version() < driver.OLDEST_SQLITE
    return Finding("SQLite", version, _("Installeer Balie opnieuw.") if old else "")


def _place(folder: Path) -> Finding:
    reason = unsafe_reason(folder)
    if reason:
        return Finding(_("plaats"), reason, _("Kies met --data een map op deze computer."))
    return Finding(_("plaats"), _("op de schijf van deze computer"))


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    seen = _("{number} MB vrij").format(number=free // 1_000_000)
    scarce = free < _ENOUGH_SPACE
    return Finding(_("ruimte"), seen, _("Maak ruimte vrij op de schijf.") if scarce else "")


def _fonts() -> Finding:
    missing = [name for name in _FONTS if not paths.resources("fonts", name).is_file()]
    if missing:
        return Finding(
            _("letters"),
            _("er ontbreken letters: {names}").format(names=", ".join(missing)),
            _("Installeer Balie opnieuw; uw gegevens blijven staan."),
        )
    return Finding(_("letters"), _("aanwezig"))
