"""What may be asked about the sources of the agenda: what they told, and which are watched."""

import contextlib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from reception_assistant.agenda.incoming import no_progress
from reception_assistant.agenda.profile import Kind, Profile
from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.agenda_files import AgendaFile, AgendaFiles, take_file
from reception_assistant.desk.source_choice import Belonging
from reception_assistant.desk.watched_place import is_address, newest_file
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.store import sources, watches
from reception_assistant.store.database import Store
from reception_assistant.store.journal import Journal
from reception_assistant.store.profiles import read_profiles
from reception_assistant.store.readings import (
    KeptReading,
    Problem,
    last_source_from,
    problems_of,
    readings_of,
)
from reception_assistant.store.removal import Holding, holding, remove_source
from reception_assistant.store.sources import Source
from reception_assistant.store.watches import Watch

FEWEST_MINUTES, USUAL_MINUTES, MOST_MINUTES = 5, 15, 24 * 60


class SourceView(NamedTuple):
    """A source with all that is shown of it; `readings` are the last ones, newest first."""

    source: Source
    holding: Holding
    readings: tuple[KeptReading, ...]
    problems: tuple[Problem, ...]
    profile: Profile | None = None
    watch: Watch | None = None


class SourcesDesk:
    """Looks after the sources."""

    def __init__(
        self,
        store: Store,
        journal: Journal,
        acting: Acting,
        files: AgendaFiles,
        new_id: NewId,
    ) -> None:
        self._store, self._journal, self._acting = store, journal, acting
        self._files, self._new_id = files, new_id

    def all(self) -> list[SourceView]:
        """Return every source, by name, with what was not understood at its last reading."""
        with self._store.reading() as connection:
            profiles = {each.id: each for each in read_profiles(connection)}
            watched = {each.source_id: each for each in watches.read_watches(connection)}
            views = []
            for source in sources.read_sources(connection):
                readings = readings_of(connection, source.id)
                problems = problems_of(connection, readings[0].id) if readings else []
                views.append(
                    SourceView(
                        source,
                        holding(connection, source.id),
                        tuple(readings),
                        tuple(problems),
                        profiles.get(source.profile_id or ""),
                        watched.get(source.id),
                    )
                )
        return views

    def named(self, name: str) -> SourceView:
        """Return the source called `name`; raises `KnownError` when there is none."""
        for view in self.all():
            if view.source.name.casefold() == name.strip().casefold():
                return view
        raise KnownError(
            _("Er is geen bron «{name}».").format(name=name),
            _("Met «agenda sources» ziet u welke er zijn."),
        )

    def remove(self, source_id: str, by: By) -> None:
        """Remove a source with its appointments, and how its files are read.

        The people whom nobody else told of go too, unless they were put right by hand, called us
        before, or are on the line now.
        """
        with self._acting.deed(by, Action.SOURCE_REMOVED, Changed.DAY | Changed.SOURCES) as deed:
            if source_id not in {each.id for each in sources.read_sources(deed.db.conn)}:
                deed.needless = True
                return
            held = holding(deed.db.conn, source_id)
            remove_source(deed.db.conn, source_id, self._talking())
            deed.subject_id, deed.detail = source_id, f"appointments={held.appointments}"

    def watch(
        self, place: str, by: By, *, profile: Profile | None = None, minutes: int = USUAL_MINUTES
    ) -> Source:
        """Read what is at `place` again whenever it changes; return the source that it feeds.

        `place` is a file, a folder, or an address (https, webcal) that is asked every `minutes`.
        A source is fed from one place only: the last that was chosen.

        Raises:
            UnclearColumnsError: somebody must say which column of the file holds what.
            KnownError: the place does not exist or is not allowed, or only a manager may do this.
        """
        place, every = place.strip(), 0
        if is_address(place):
            every = min(max(minutes, FEWEST_MINUTES), MOST_MINUTES)
            belongs = self._of_address(place, profile)
        else:
            path = _full_path(place)
            place, belongs = str(path), self._of_files(path, profile)
        with self._acting.deed(by, Action.SOURCE_WATCHED, Changed.SOURCES) as deed:
            connection = deed.db.conn
            source = belongs.among(sources.read_sources(connection), self._new_id)
            sources.save_source(deed.db, source)
            for other in watches.read_watches(connection):
                if other.place == place and other.source_id != source.id:
                    watches.delete_watch(connection, other.source_id)
            watches.save_watch(connection, Watch(source.id, place, every))
            deed.subject_id = source.id
        return source

    def unwatch(self, source_id: str, by: By) -> None:
        """Watch a source no more; what was read of it stays."""
        with self._acting.deed(by, Action.SOURCE_WATCHED, Changed.SOURCES) as deed:
            watches.delete_watch(deed.db.conn, source_id)
            deed.subject_id = source_id

    def _talking(self) -> set[str]:
        """Return the people in conversations that are not in the log yet."""
        persons = (each.head.person_id for each in self._journal.read())
        return {each for each in persons if each is not None}

    def _of_address(self, address: str, profile: Profile | None) -> Belonging:
        host = _host(address)
        with self._store.writing() as db:  # asked in the thread that writes
            before = "" if profile else last_source_from(db.conn, address)
        return Belonging(Kind.CALENDAR, host, f"web|{address}", profile, before)

    def _of_files(self, path: Path, profile: Profile | None) -> Belonging:
        newest = newest_file(path)
        if newest is None:
            return Belonging(Kind.TABLE, path.stem or str(path), f"map|{path}", profile)
        file = take_file(newest)
        if profile is None:
            profile = self._files.recognised(file, self._profiles())
        if newest == path:
            self._try(file, profile)
        known = file.kind in (Kind.CALENDAR, Kind.FHIR) and profile is None
        signature = self._files.signature(file) if known else ""
        return Belonging(file.kind, self._files.title(file), signature, profile)

    def _try(self, file: AgendaFile, profile: Profile | None) -> None:
        """Raise what keeps `file` from being read: better now than when nobody looks."""
        if file.kind in (Kind.TABLE, Kind.DATABASE):
            table = self._files.open(file, profile.table.table if profile else "")
            self._files.read_table(table.beginning(1), profile, no_progress)

    def _profiles(self) -> list[Profile]:
        with self._store.writing() as db:  # asked in the thread that writes
            return read_profiles(db.conn)


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host or any(map(str.isspace, address)):
        raise KnownError(
            _("Dit adres is niet compleet."),
            _("Er is niets veranderd. Kopieer het hele adres van de agenda, vanaf https."),
        )
    return host


def _full_path(place: str) -> Path:
    if not place:
        raise KnownError(
            _("Er is nog niets gekozen om te volgen."),
            _("Kies een bestand, een map, of een adres dat met https begint."),
        )
    try:
        place.encode()
    except UnicodeEncodeError as error:
        raise KnownError(
            _("In deze naam staat een teken dat niet bewaard kan worden."),
            _("Er is niets veranderd. Geef het bestand of de map een andere naam."),
        ) from error
    path = Path(place)
    with contextlib.suppress(RuntimeError):  # "~" of somebody who is not there
        path = path.expanduser()
    return path.absolute()
