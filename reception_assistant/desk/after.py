"""What comes after a conversation: promises, complaints, and what is learned of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from reception_assistant.desk.acting import Acting
from reception_assistant.desk.library import LibraryDesk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.ids import NewId
from reception_assistant.store.database import Store

if TYPE_CHECKING:
    from reception_assistant.desk.complaints import ComplaintsDesk
    from reception_assistant.desk.feedback import FeedbackDesk
    from reception_assistant.desk.follow_ups import FollowUpsDesk
    from reception_assistant.desk.incidents import IncidentsDesk
    from reception_assistant.desk.learning import LearningDesk
    from reception_assistant.desk.letters import LettersDesk
    from reception_assistant.desk.mandates import MandatesDesk
    from reception_assistant.desk.overview import OverviewDesk


class AfterDesk:
    """The desks for what comes after a conversation, each made when it is asked for."""

    def __init__(
        self,
        store: Store,
        acting: Acting,
        time: PracticeTime,
        new_id: NewId,
        library: LibraryDesk,
    ) -> None:
        self._store = store
        self._acting = acting
        self._time = time
        self._new_id = new_id
        self._library = library

    @cached_property
    def follow_ups(self) -> "FollowUpsDesk":
        """What was promised, and what becomes of it."""
        from reception_assistant.desk.follow_ups import FollowUpsDesk  # late: start  # noqa: PLC0415

        return FollowUpsDesk(self._store, self._acting, self._time, self._new_id)

    @cached_property
    def complaints(self) -> "ComplaintsDesk":
        """Complaints in seven steps."""
        from reception_assistant.desk.complaints import ComplaintsDesk  # late: start  # noqa: PLC0415

        return ComplaintsDesk(self._store, self._acting, self._time, self._new_id, self.follow_ups)

    @cached_property
    def learning(self) -> "LearningDesk":
        """What complaints change."""
        from reception_assistant.desk.learning import LearningDesk  # late: start  # noqa: PLC0415

        return LearningDesk(self._store, self._acting, self._time, self._new_id, self.follow_ups)

    @cached_property
    def feedback(self) -> "FeedbackDesk":
        """Compliments and ideas."""
        from reception_assistant.desk.feedback import FeedbackDesk  # late: start  # noqa: PLC0415

        return FeedbackDesk(self._store, self._acting, self._time, self._new_id, self.follow_ups)

    @cached_property
    def incidents(self) -> "IncidentsDesk":
        """Incidents of aggression."""
        from reception_assistant.desk.incidents import IncidentsDesk  # late: start  # noqa: PLC0415

        return IncidentsDesk(self._store, self._acting, self._time, self._new_id)

    @cached_property
    def mandates(self) -> "MandatesDesk":
        """What may be offered here, and never."""
        from reception_assistant.desk.mandates import MandatesDesk  # late: start  # noqa: PLC0415

        return MandatesDesk(self._store, self._acting, self._new_id)

    @cached_property
    def overview(self) -> "OverviewDesk":
        """The year in figures, and the page for the change of shift."""
        from reception_assistant.desk.ahead import AheadDesk  # late: start  # noqa: PLC0415
        from reception_assistant.desk.overview import OverviewDesk  # late: start  # noqa: PLC0415
        from reception_assistant.desk.standing import StandingDesk  # late: start  # noqa: PLC0415

        standing = StandingDesk(self._store, self._time)
        return OverviewDesk(
            self._store,
            self._time,
            self.follow_ups,
            self.complaints,
            self.learning,
            AheadDesk(self._store, self._acting, self._time, self._new_id, standing),
            self._library,
        )

    @cached_property
    def letters(self) -> "LettersDesk":
        """Letters about a complaint."""
        from reception_assistant.desk.letters import LettersDesk  # late: start  # noqa: PLC0415

        return LettersDesk(
            self._store, self._acting, self._time, self._new_id, self.complaints, self.learning
        )
