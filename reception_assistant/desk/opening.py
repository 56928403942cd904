"""Putting the core together over one folder of data."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.changes import ChangeFeed
from reception_assistant.clock import Clock, SystemClock
from reception_assistant.desk.plain_treatments import PlainTreatments
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.ids import NewId, new_id
from reception_assistant.paths import DATABASE
from reception_assistant.settings.catalogue import ZONE
from reception_assistant.store.database import Store
from reception_assistant.store.opening import open_store
from reception_assistant.store.staff import read_settings

if TYPE_CHECKING:
    from reception_assistant.desk.acting import Acting
    from reception_assistant.desk.after import AfterDesk
    from reception_assistant.desk.agenda import AgendaDesk
    from reception_assistant.desk.agenda_files import AgendaFiles
    from reception_assistant.desk.ahead import AheadDesk
    from reception_assistant.desk.assistant import Assistant
    from reception_assistant.desk.callers import CallersDesk
    from reception_assistant.desk.calls import CallsDesk
    from reception_assistant.desk.health import HealthDesk
    from reception_assistant.desk.importing import ImportDesk
    from reception_assistant.desk.library import LibraryDesk
    from reception_assistant.desk.people import PeopleDesk
    from reception_assistant.desk.plain_words import PlainWordsDesk
    from reception_assistant.desk.practitioners import PractitionersDesk
    from reception_assistant.desk.profiles import ProfileDesk
    from reception_assistant.desk.settings import SettingsDesk
    from reception_assistant.desk.sources import SourcesDesk
    from reception_assistant.desk.staff import StaffDesk
    from reception_assistant.desk.standing import StandingDesk
    from reception_assistant.desk.watching import Watching
    from reception_assistant.desk.welcome import WelcomeDesk
    from reception_assistant.store.journal import Journal


class Desk:
    """Everything that may be asked, by subject; `notice` is what the user should know first.

    Each subject is loaded when it is asked for, because the first painted agenda needs few.
    """

    def __init__(self, store: Store, clock: Clock, new_id: NewId) -> None:
        self.store = store
        self.folder = store.path.parent
        self.clock = clock
        self.notice = store.notice
        self.changes = ChangeFeed()
        self.treatments = PlainTreatments()
        self._new_id = new_id
        with store.reading() as connection:
            zone = read_settings(connection).get(ZONE)
        self.time = PracticeTime(clock, zone)

    @cached_property
    def agenda(self) -> "AgendaDesk":
        """The appointments of a day."""
        from reception_assistant.desk.agenda import AgendaDesk  # late: start  # noqa: PLC0415

        return AgendaDesk(self.store, self._acting, self.time, self._new_id, self.treatments)

    @cached_property
    def ahead(self) -> "AheadDesk":
        """What to know before somebody stands at the desk."""
        from reception_assistant.desk.ahead import AheadDesk  # late: start  # noqa: PLC0415

        return AheadDesk(self.store, self._acting, self.time, self._new_id, self._standing)

    @cached_property
    def people(self) -> "PeopleDesk":
        """The people we address."""
        from reception_assistant.desk.people import PeopleDesk  # late: start  # noqa: PLC0415

        return PeopleDesk(self.store, self._acting, self._new_id, self.treatments)

    @cached_property
    def staff(self) -> "StaffDesk":
        """The people who work here."""
        from reception_assistant.desk.staff import StaffDesk  # late: start  # noqa: PLC0415

        return StaffDesk(self.store, self._acting, self._new_id)

    @cached_property
    def practitioners(self) -> "PractitionersDesk":
        """The people whose agenda is kept."""
        from reception_assistant.desk.practitioners import (  # late: start  # noqa: PLC0415
            PractitionersDesk,
        )

        return PractitionersDesk(self.store, self._acting, self._new_id)

    @cached_property
    def settings(self) -> "SettingsDesk":
        """What the practice chose."""
        from reception_assistant.desk.settings import SettingsDesk  # late: start  # noqa: PLC0415

        return SettingsDesk(self.store, self._acting)

    @cached_property
    def imports(self) -> "ImportDesk":
        """Agenda files."""
        from reception_assistant.desk.importing import ImportDesk  # late: start  # noqa: PLC0415

        return ImportDesk(self.store, self._acting, self.time, self._files, self._new_id)

    @cached_property
    def assistant(self) -> "Assistant":
        """What a file is, and how it would be read."""
        from reception_assistant.desk.assistant import Assistant  # late: start  # noqa: PLC0415

        return Assistant(self._files, self._new_id)

    @cached_property
    def profiles(self) -> "ProfileDesk":
        """How the files of each system are read."""
        from reception_assistant.desk.profiles import ProfileDesk  # late: start  # noqa: PLC0415

        return ProfileDesk(self.store, self._acting)

    @cached_property
    def sources(self) -> "SourcesDesk":
        """Where the appointments come from."""
        from reception_assistant.desk.sources import SourcesDesk  # late: start  # noqa: PLC0415

        return SourcesDesk(self.store, self._journal, self._acting, self._files, self._new_id)

    @cached_property
    def watching(self) -> "Watching":
        """The sources that are read again by themselves."""
        from reception_assistant.desk.watching import Watching  # late: start  # noqa: PLC0415

        return Watching(self.store, self.imports, self.clock, self.changes)

    @cached_property
    def plain_words(self) -> "PlainWordsDesk":
        """Plain words for the words of the trade."""
        from reception_assistant.desk.plain_words import (  # late: start  # noqa: PLC0415
            PlainWordsDesk,
        )

        return PlainWordsDesk(self.store)

    @cached_property
    def library(self) -> "LibraryDesk":
        """Scripts, and the lists that belong to them."""
        from reception_assistant.desk.library import LibraryDesk  # late: start  # noqa: PLC0415

        return LibraryDesk(self.store, self.clock, self._new_id, self.changes)

    @cached_property
    def calls(self) -> "CallsDesk":
        """Conversations that are going on, and the log of those that ended."""
        from reception_assistant.desk.calls import CallsDesk  # late: start  # noqa: PLC0415

        return CallsDesk(self.store, self._journal, self._acting, self.time, self._new_id)

    @cached_property
    def callers(self) -> "CallersDesk":
        """Who is on the line."""
        from reception_assistant.desk.callers import CallersDesk  # late: start  # noqa: PLC0415

        return CallersDesk(
            self.store,
            self.time,
            self.people,
            self.agenda,
            self.ahead,
            self.calls,
            self._standing,
        )

    @cached_property
    def after(self) -> "AfterDesk":
        """What comes after a conversation: promises, complaints, and what is learned."""
        from reception_assistant.desk.after import AfterDesk  # late: start  # noqa: PLC0415

        return AfterDesk(self.store, self._acting, self.time, self._new_id, self.library)

    @cached_property
    def welcome(self) -> "WelcomeDesk":
        """The questions of the first start."""
        from reception_assistant.desk.welcome import WelcomeDesk  # late: start  # noqa: PLC0415

        return WelcomeDesk(self.store, self.settings, self.staff, self.practitioners)

    @cached_property
    def health(self) -> "HealthDesk":
        """The state of the program and its data."""
        from reception_assistant.desk.health import HealthDesk  # late: start  # noqa: PLC0415

        return HealthDesk(self.store, self._journal)

    @cached_property
    def _files(self) -> "AgendaFiles":
        from reception_assistant.desk.agenda_files import (  # late: start  # noqa: PLC0415
            AgendaFiles,
        )

        return AgendaFiles(self.time)

    @cached_property
    def _standing(self) -> "StandingDesk":
        from reception_assistant.desk.standing import StandingDesk  # late: start  # noqa: PLC0415

        return StandingDesk(self.store, self.time)

    @cached_property
    def _journal(self) -> "Journal":
        from reception_assistant.store.journal import JOURNAL, Journal  # late: start  # noqa: PLC0415

        return Journal(self.folder / JOURNAL, self.clock)

    @cached_property
    def _acting(self) -> "Acting":
        from reception_assistant.desk.acting import Acting  # late: start  # noqa: PLC0415

        return Acting(self.store, self.clock, self._new_id, self.changes)

    def written_elsewhere(self) -> bool:
        """Tell whether another process wrote since this was asked last; for the writing thread."""
        return self.store.written_elsewhere()

    def close(self) -> None:
        """Close the database, and the journal where it was opened."""
        if "_journal" in self.__dict__:
            self._journal.close()
        self.store.close()


def make_desk(folder: Path, *, clock: Clock | None = None, ids: NewId = new_id) -> Desk:
    """Open the data of a practice in `folder`; whoever asks closes the desk.

    Raises:
        StoreError: the database cannot be opened; the file is then untouched.
    """
    clock = clock or SystemClock()
    store = open_store(folder / DATABASE, clock.now())
    try:
        return Desk(store, clock, ids)
    except BaseException:
        store.close()
        raise


@contextmanager
def open_desk(folder: Path, *, clock: Clock | None = None, ids: NewId = new_id) -> Iterator[Desk]:
    """Open the data of a practice in `folder`, and close it at the end; raises as `make_desk`."""
    desk = make_desk(folder, clock=clock, ids=ids)
    try:
        yield desk
    finally:
        desk.close()
