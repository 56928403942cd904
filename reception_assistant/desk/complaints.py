"""Complaints: the conversation in seven steps that is its own record, kept for everybody here."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Unpack

from reception_assistant.audit.entry import Action
from reception_assistant.calls.call import CallHead
from reception_assistant.changes import Changed
from reception_assistant.complaints.complaint import Complaint, Field, NewComplaint, Phase
from reception_assistant.complaints.listed import Row, Search, Written
from reception_assistant.complaints.regime import Due, Regime
from reception_assistant.desk.acting import Acting, By
from reception_assistant.desk.complaint_beginning import ComplaintBeginning
from reception_assistant.desk.complaint_changing import ComplaintChanging, Corrections
from reception_assistant.desk.complaint_course import ComplaintCourse
from reception_assistant.desk.complaint_deeds import ComplaintDeeds
from reception_assistant.desk.complaint_export import shared
from reception_assistant.desk.complaint_listing import ComplaintListing
from reception_assistant.desk.complaint_terms import ComplaintTerms
from reception_assistant.desk.complaint_writing import ComplaintWriting
from reception_assistant.desk.follow_ups import FollowUpsDesk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.follow_ups.follow_up import FollowUp, NewFollowUp
from reception_assistant.ids import NewId
from reception_assistant.library.context import Mood
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.database import Store


class ComplaintsDesk:
    """What may be asked about complaints.

    What is private ("tussen de regels") is in what `one` gives and in nothing else. Doing twice
    what was done already changes nothing.
    """

    def __init__(
        self,
        store: Store,
        acting: Acting,
        time: PracticeTime,
        new_id: NewId,
        follow_ups: FollowUpsDesk,
    ) -> None:
        self._store = store
        self._acting = acting
        self._follow_ups = follow_ups
        deeds = ComplaintDeeds(acting, time, new_id)
        self._terms = ComplaintTerms(store)
        self.listing = ComplaintListing(store, time, self._terms)
        self._writing = ComplaintWriting(deeds)
        self._beginning = ComplaintBeginning(store, deeds, self._terms, self._writing)
        self._course = ComplaintCourse(deeds, self._terms, follow_ups)
        self._changing = ComplaintChanging(deeds, self._terms)

    def listed(self, search: Search, limit: int = 500) -> list[Row]:
        """Return the complaints that fit: open ones by the end of their term, then closed ones."""
        return self.listing.listed(search, limit)

    def of_person(self, person_id: str) -> list[Row]:
        """Return the complaints of somebody, in the same order."""
        return self.listing.of_person(person_id)

    def one(self, complaint_id: str) -> Complaint | None:
        """Return a complaint with all that its record holds; None when there is none."""
        with self._store.reading() as connection:
            return store_complaints.read_complaint(connection, complaint_id)

    def who(self, complaint: Complaint) -> str:
        """Return of whom it is, as in the register."""
        return self.listing.who(complaint.id)

    def promised(self, complaint_id: str) -> list[FollowUp]:
        """Return all that was promised with a complaint, also what is done."""
        return self._follow_ups.of_complaint(complaint_id)

    def due(self, complaint: Complaint) -> Due:
        """Return before when there is to be an answer."""
        return self._terms.due(complaint)

    def regimes(self) -> list[Regime]:
        """Return the rules for complaints, in the order in which they are offered."""
        return list(self._terms.regimes)

    def regime(self, complaint: Complaint) -> Regime:
        """Return the rule for a complaint."""
        return self._terms.regime(complaint.regime)

    def begin(self, new: NewComplaint, by: By) -> Complaint:
        """Begin a complaint, at the step that its answers lead to; of one call there is one.

        Without a subject it is called after the customer's own words; without a rule, that of this
        kind of practice holds.

        Raises:
            KnownError: nothing tells what it is about, its day cannot be, or nobody owns it.
        """
        return self._beginning.begin(new, by)

    def from_call(
        self,
        head: CallHead,
        remembered: Mapping[str, str],
        by: By,
        *,
        mood: Mood | None = None,
        whom: str = "",
        subject: str = "",
    ) -> Complaint:
        """Begin the complaint of a call with what its run remembered; the call may still go on.

        The second time it is the same complaint, with what the call told since: only where the
        record is still empty, or has the beginning of it.
        """
        return self._beginning.from_call(
            head, remembered, by, mood=mood, whom=whom, subject=subject
        )

    def write(
        self, complaint_id: str, answers: Mapping[Field, str], versions: Mapping[str, int], by: By
    ) -> Written:
        """Keep answers, without any BSN; `versions` are those of the answers that were on screen.

        Of a closed complaint only what is learned and what is private can still be written. What a
        colleague changed meanwhile is not overwritten: it comes back as a clash, and to
        keep one's own words after all is to write them again with the versions of `Written`. An
        answer can send the record to another step (`Written.complaint.phase`).
        """
        return self._writing.write(complaint_id, answers, versions, by)

    def go_to(self, complaint_id: str, phase: Phase, by: By) -> Complaint:
        """Open a step; back is always possible.

        Raises:
            KnownError: what is lacking, as questions.
        """
        return self._course.go_to(complaint_id, phase, by)

    def offer(
        self,
        complaint_id: str,
        mandate_ids: Sequence[str],
        by: By,
        *,
        was_shown: Sequence[str] | None = None,
    ) -> Complaint:
        """Keep which of what may be offered was offered.

        `was_shown` is what was on screen before: what a colleague offered meanwhile stays then.
        Without it, this comes in place of all that was kept.
        """
        return self._course.offer(complaint_id, mandate_ids, by, was_shown)

    def extend(
        self, complaint_id: str, weeks: int, reason: str, by: By, *, shown: int | None = None
    ) -> Complaint:
        """Give a written complaint more time, counted from the end of its first term.

        The very same twice on a day is once. `shown` is how many extensions were on screen.

        Raises:
            KnownError: its rule does not allow it, the term is over, nobody says why, or a
                colleague gave it more time meanwhile.
        """
        return self._course.extend(complaint_id, weeks, reason, by, shown)

    def hand_over(self, complaint_id: str, to_id: str, note: str, by: By) -> Complaint:
        """Give it to a colleague who works here, with a note; anybody may."""
        return self._course.hand_over(complaint_id, to_id, note, by)

    def promise(self, complaint_id: str, new: NewFollowUp, by: By) -> str:
        """Promise something to the customer and return its id; who it is for is filled in.

        The very same that is still open is not promised twice.

        Raises:
            KnownError: as `FollowUpsDesk.add`.
        """
        return self._course.promise(complaint_id, new, by)

    def close(
        self, complaint_id: str, by: By, reason: str = "", *, ask_later: bool = True
    ) -> Complaint:
        """Close it after the customer's yes, or with a reason.

        Unless `ask_later` is off or nobody can be asked, it makes the follow-up "is het opgelost?".
        """
        return self._course.close(complaint_id, by, reason, ask_later=ask_later)

    def reopen(self, complaint_id: str, why: str, by: By) -> Complaint:
        """Open it again, at the question whether it is solved."""
        return self._course.reopen(complaint_id, why, by)

    def change(
        self, complaint_id: str, row_version: int, by: By, **new: Unpack[Corrections]
    ) -> Complaint:
        """Put right what is named: of whom, about what, how it came, by which rule.

        Raises:
            KnownError: a colleague changed it meanwhile; nothing is overwritten.
        """
        return self._changing.change(complaint_id, row_version, by, new)

    def export(self, first: date | None, last: date | None, by: By) -> list[Complaint]:
        """Return the complaints that came in on these days, without what is private.

        The audit remembers how many.
        """
        search = Search(
            state=None,
            first=first.isoformat() if first else "",
            last=last.isoformat() if last else "",
        )
        with self._store.reading() as connection:
            keys = sorted(store_complaints.search_keys(connection, search), key=_received)
            found = (store_complaints.read_complaint(connection, key.id) for key in keys)
            told = [shared(each) for each in found if each is not None]
        with self._acting.deed(by, Action.COMPLAINTS_EXPORTED, Changed(0)) as deed:
            deed.detail = str(len(told))
        return told


def _received(key: store_complaints.Key) -> tuple[str, str]:
    return (key.received, key.id)
