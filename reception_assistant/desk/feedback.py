"""Compliments, ideas and remarks: written down at once, thanked for, and answered when promised."""

from datetime import date, datetime, timedelta

from reception_assistant.audit.entry import Action
from reception_assistant.calls.promise import Channel
from reception_assistant.changes import Changed
from reception_assistant.complaints.feedback import Feedback, NewFeedback, Sort
from reception_assistant.complaints.thanks import reply_to_do, thanks, with_care
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.follow_up_checks import clash, kept_text
from reception_assistant.desk.follow_ups import FollowUpsDesk
from reception_assistant.desk.noted_checks import day_from, refuse_gone_person
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Helped, Kind, NewFollowUp, Source, State
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.library.context import Moment
from reception_assistant.store import feedback as store_feedback
from reception_assistant.store import follow_ups as store_follow_ups
from reception_assistant.store.database import Store

_TWICE = timedelta(minutes=1)
"""The same words within this time are one and the same, told twice by a double press."""
_DAY = timedelta(days=1)
_ALWAYS, _AFTER_ALL = "", "~"


class FeedbackDesk:
    """What may be asked about what people tell us."""

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

    def tell(self, new: NewFeedback, by: By) -> str:
        """Write down what somebody tells; returns its id.

        With `reply_before` it goes on the list of what is still to be done, in the same moment.

        Raises:
            KnownError: nothing was told, or an answer was promised to nobody or for a past day.
        """
        told = self._told(new, by)
        changed = Changed.COMPLAINTS | Changed.PROMISES if new.reply_before else Changed.COMPLAINTS
        with self._acting.deed(by, Action.FEEDBACK_TOLD, changed) as deed:
            refuse_gone_person(deed, told.person_id)
            since = datetime.fromisoformat(told.at_utc) - _TWICE
            known = store_feedback.same_since(
                deed.db.conn, told, since.isoformat(timespec="milliseconds")
            )
            if known:
                deed.needless = True
                return known
            deed.subject_id, deed.detail = told.id, told.sort
            store_feedback.add_feedback(deed.db.conn, told)
            if told.reply_before:
                self._promise_reply(deed, told, new.reach.strip())
        return told.id

    def one(self, feedback_id: str) -> Feedback | None:
        """Return what was told; None when there is nothing with this id."""
        with self._store.reading() as connection:
            return store_feedback.read_feedback(connection, feedback_id)

    def listed(self, sort: Sort | None = None, limit: int = 500) -> list[Feedback]:
        """Return what was told last, the newest first; of one sort when that is asked."""
        with self._store.reading() as connection:
            return store_feedback.newest(connection, sort, limit)

    def of_person(self, person_id: str, limit: int = 20) -> list[Feedback]:
        """Return what somebody told, the newest first."""
        with self._store.reading() as connection:
            return store_feedback.of_person(connection, person_id, limit)

    def reply(self, feedback_id: str, done: str, by: By) -> None:
        """Keep what was done with it; the promise to answer is kept with that.

        Raises:
            KnownError: it is gone, nothing is filled in, or somebody else was first.
        """
        words = kept_text(done)
        if not words:
            raise KnownError(
                _("Er staat nog niet wat u ermee deed."),
                _("Vul in een paar woorden in wat er is gedaan."),
            )
        changed = Changed.COMPLAINTS | Changed.PROMISES
        with self._acting.deed(by, Action.FEEDBACK_REPLIED, changed) as deed:
            deed.subject_id = feedback_id
            now = store_feedback.read_feedback(deed.db.conn, feedback_id)
            if now is None:
                raise KnownError(_("Dit bericht is er niet meer."), _("Er is niets veranderd."))
            if now.done:
                if now.done != words:
                    raise clash()
                deed.needless = True
                return
            self._keep_reply(deed, feedback_id, words, by)

    def thanks(self, sort: Sort, moment: Moment, reply_before: str = "") -> str:
        """Return the sentence of thanks to say, with by when they hear more (a day, ISO)."""
        return thanks(sort, moment, date.fromisoformat(reply_before) if reply_before else None)

    def with_care(self, where: str) -> str:
        """Return what to think of where others read the answer; "" where nobody else can."""
        return with_care(where)

    def numbers(self, first: date | None = None, last: date | None = None) -> dict[Sort, int]:
        """Return how much of each sort was told on these days or between them."""
        from_utc = self._midnight(first) if first else _ALWAYS
        until_utc = self._midnight(last + _DAY) if last else _AFTER_ALL
        with self._store.reading() as connection:
            return store_feedback.numbers(connection, from_utc, until_utc)

    def _told(self, new: NewFeedback, by: By) -> Feedback:
        text = kept_text(new.text)
        if not text:
            raise KnownError(
                _("Er staat nog niet wat er is verteld."),
                _("Schrijf het eerst in een paar woorden op."),
            )
        whom, reply = kept_text(new.whom), ""
        if new.reply_before:
            reply = day_from(new.reply_before, self._time.now().date())
            if not (new.person_id or whom):
                raise KnownError(
                    _("Er staat nog niet wie het antwoord krijgt."),
                    _("Vul een naam in, of laat de dag voor het antwoord leeg."),
                )
        return Feedback(
            id=self._new_id(),
            sort=new.sort,
            text=text,
            at_utc=self._acting.now_utc(),
            employee_id=by.employee.id,
            employee=by.employee.name,
            where=new.where,
            person_id=new.person_id,
            whom=whom,
            about=kept_text(new.about),
            reply_before=reply,
        )

    def _promise_reply(self, deed: Deed, told: Feedback, reach: str) -> None:
        self._follow_ups.add_within(
            deed,
            NewFollowUp(
                kind=Kind.REPLY,
                source=Source.FEEDBACK,
                what=reply_to_do(told.sort),
                before=told.reply_before,
                owner_id=told.employee_id,
                channel=Channel.MAIL if "@" in reach else Channel.CALL,
                reach=reach,
                person_id=told.person_id,
                whom=told.whom,
                feedback_id=told.id,
            ),
            f"{told.id}:1",
        )

    def _keep_reply(self, deed: Deed, feedback_id: str, words: str, by: By) -> None:
        now_utc = self._acting.now_utc()
        store_feedback.keep_done(deed.db.conn, feedback_id, words, now_utc)
        for key, is_open in store_feedback.promises_of(deed.db.conn, feedback_id).items():
            if is_open:
                store_follow_ups.close(
                    deed.db.conn,
                    key,
                    State.DONE,
                    result=words,
                    helped=Helped.NOT_ASKED,
                    closed_utc=now_utc,
                    closed_by=by.employee.id,
                )

    def _midnight(self, day: date) -> str:
        return self._time.to_utc(f"{day.isoformat()}T00:00")
