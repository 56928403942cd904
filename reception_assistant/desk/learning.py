"""What complaints change: causes that come back, improvements, and whether those helped."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.complaints.learning import Cause, Improvement, Repeated, Worked
from reception_assistant.complaints.reading import read_causes
from reception_assistant.complaints.repeating import cause_of, quarter_of, repeated_causes
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.follow_up_checks import clash, kept_text, owner
from reception_assistant.desk.follow_ups import FollowUpsDesk
from reception_assistant.desk.noted_checks import day_from
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Helped, Kind, NewFollowUp, Source, State
from reception_assistant.i18n import N_, _
from reception_assistant.ids import NewId
from reception_assistant.store import follow_ups as store_follow_ups
from reception_assistant.store import learning as store_learning
from reception_assistant.store.database import Store

_WORKED = {
    Worked.YES: N_("Het hielp."),
    Worked.PARTLY: N_("Het hielp een beetje."),
    Worked.NO: N_("Het hielp niet."),
}


class NewImprovement(NamedTuple):
    """What is done otherwise from now on; the fields are those of `Improvement`."""

    cause: str
    what: str
    owner_id: str
    review: str
    complaint_id: str | None = None
    script_id: str = ""
    rule: str = ""


class LearningDesk:
    """What may be asked about causes and improvements."""

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
        self._time = time
        self._new_id = new_id
        self._follow_ups = follow_ups

    def causes(self) -> list[Cause]:
        """Return why things can go wrong, in the order of the list."""
        return list(self._causes)

    def cause(self, known_as: str) -> Cause:
        """Return the cause with this id, also one that was on the list before."""
        return cause_of(self._causes, known_as)

    def known_cause(self, known_as: str) -> Cause | None:
        """Return the cause with this id; None for what is on no list."""
        found = self.cause(known_as)
        return found if found in self._causes else None

    def repeated(self, today: date | None = None) -> list[Repeated]:
        """Return the causes that came back in the quarter of `today`, the most often first."""
        quarter = quarter_of(today or self._time.now().date())
        with self._store.reading() as connection:
            times = store_learning.times_by_cause(
                connection, quarter.first.isoformat(), quarter.last.isoformat()
            )
            known = store_learning.read_improvements(connection)
        return repeated_causes(self._causes, times, known)

    def improvements(self, *, open_only: bool = False) -> list[Improvement]:
        """Return all improvements, the one to look back at soonest first.

        `open_only` leaves out those of which somebody told whether they helped.
        """
        with self._store.reading() as connection:
            found = store_learning.read_improvements(connection)
        return [each for each in found if each.worked is None] if open_only else found

    def of_complaint(self, complaint_id: str) -> list[Improvement]:
        """Return what a complaint led to."""
        with self._store.reading() as connection:
            return store_learning.of_complaint(connection, complaint_id)

    def improve(self, new: NewImprovement, by: By) -> str:
        """Keep an improvement, and put looking back at it on its owner's list; returns its id.

        The same one again, as long as it runs, changes nothing.

        Raises:
            KnownError: something is still to be filled in, or the owner works here no more.
        """
        improvement = self._improvement(new)
        changed = Changed.COMPLAINTS | Changed.PROMISES
        with self._acting.deed(by, Action.IMPROVEMENT_ADDED, changed) as deed:
            known = _same(store_learning.read_improvements(deed.db.conn), improvement)
            if known:
                deed.needless = True
                return known
            deed.subject_id, deed.detail = improvement.id, improvement.cause
            store_learning.add_improvement(deed.db.conn, improvement)
            self._promise_review(deed, improvement)
        return improvement.id

    def review(
        self, improvement_id: str, worked: Worked, remark: str, by: By, *, again: str = ""
    ) -> None:
        """Keep whether it helped; with `again` (a day, ISO) somebody looks once more that day.

        Raises:
            KnownError: it is gone, somebody else was first, or it did not help and nothing says
                what happens now.
        """
        words = kept_text(remark)
        if worked is not Worked.YES and not (words or again):
            raise KnownError(
                _("Er staat nog niet wat er nu gebeurt."),
                _("Schrijf op wat u nu anders doet, of kies een dag om nog eens te kijken."),
            )
        next_day = day_from(again, self._time.now().date()) if again else ""
        changed = Changed.COMPLAINTS | Changed.PROMISES
        with self._acting.deed(by, Action.IMPROVEMENT_REVIEWED, changed) as deed:
            deed.subject_id, deed.detail = improvement_id, worked
            now = _found(deed, improvement_id)
            if now.worked is not None:
                if (now.worked, now.remark) != (worked, words):
                    raise clash()
                deed.needless = True
                return
            self._close_reviews(deed, improvement_id, words or _(_WORKED[worked]), by)
            kept = replace(now, worked=None if again else worked, remark=words)
            if again:
                looking = self._looking_back(deed, kept, by)
                kept = replace(kept, review=next_day, owner_id=looking)
                self._promise_review(deed, kept)
            store_learning.keep_improvement(deed.db.conn, kept)

    def link(
        self, improvement_id: str, row_version: int, by: By, *, script_id: str = "", rule: str = ""
    ) -> None:
        """Keep which script or rule was changed.

        Raises:
            KnownError: it is gone, or somebody else changed it; nothing is overwritten.
        """
        with self._acting.deed(by, Action.IMPROVEMENT_ADDED, Changed.COMPLAINTS) as deed:
            deed.subject_id, deed.detail = improvement_id, "script_id, rule"
            now = _found(deed, improvement_id)
            linked = replace(now, script_id=script_id, rule=kept_text(rule))
            if linked == now:
                deed.needless = True
                return
            if now.row_version != row_version:
                raise clash()
            store_learning.keep_improvement(deed.db.conn, linked)

    @cached_property
    def _causes(self) -> list[Cause]:
        return list(read_causes())

    def _improvement(self, new: NewImprovement) -> Improvement:
        what, today = kept_text(new.what), self._time.now().date()
        if not (what and new.cause):
            raise KnownError(
                _("Er staat nog niet wat er beter gaat, of door welke oorzaak het misging."),
                _("Kies een oorzaak en schrijf op wat u anders gaat doen."),
            )
        return Improvement(
            id=self._new_id(),
            cause=new.cause,
            what=what,
            owner_id=new.owner_id,
            owner="",
            since=today.isoformat(),
            review=day_from(new.review, today),
            complaint_id=new.complaint_id,
            script_id=new.script_id,
            rule=kept_text(new.rule),
        )

    def _promise_review(self, deed: Deed, improvement: Improvement) -> None:
        number = len(store_learning.promises_of(deed.db.conn, improvement.id)) + 1
        self._follow_ups.add_within(
            deed,
            NewFollowUp(
                kind=Kind.REVIEW,
                source=Source.COMPLAINT,
                what=_("Terugkijken: hielp het? {what}").format(what=improvement.what),
                before=improvement.review,
                owner_id=improvement.owner_id,
                complaint_id=improvement.complaint_id,
                improvement_id=improvement.id,
            ),
            f"{improvement.id}:{number}",
        )

    def _looking_back(self, deed: Deed, improvement: Improvement, by: By) -> str:
        """Return who looks again: its owner, or whoever looks now when the owner left."""
        try:
            return owner(improvement.owner_id, deed.db).id
        except KnownError:
            return by.employee.id

    def _close_reviews(self, deed: Deed, improvement_id: str, result: str, by: By) -> None:
        for key, is_open in store_learning.promises_of(deed.db.conn, improvement_id).items():
            if is_open:
                store_follow_ups.close(
                    deed.db.conn,
                    key,
                    State.DONE,
                    result=result,
                    helped=Helped.NOT_ASKED,
                    closed_utc=self._acting.now_utc(),
                    closed_by=by.employee.id,
                )


def _same(known: list[Improvement], new: Improvement) -> str:
    """Return the id of the same improvement that runs already, or ""."""
    facts = (new.cause, new.what, new.complaint_id)
    return next(
        (
            each.id
            for each in known
            if each.worked is None and (each.cause, each.what, each.complaint_id) == facts
        ),
        "",
    )


def _found(deed: Deed, improvement_id: str) -> Improvement:
    found = store_learning.read_improvement(deed.db.conn, improvement_id)
    if found is None:
        raise KnownError(_("Deze verbetering is er niet meer."), _("Er is niets veranderd."))
    return found
