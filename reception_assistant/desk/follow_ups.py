"""What was promised to whom, and what becomes of it: tried, handed over, done, or not needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.changes import Changed
from reception_assistant.desk import follow_up_checks as checks
from reception_assistant.desk.acting import Acting, By, Deed
from reception_assistant.desk.complaint_deeds import ComplaintDeeds
from reception_assistant.desk.complaint_reopening import reopen_unsolved
from reception_assistant.desk.follow_up_opening import opened
from reception_assistant.desk.follow_up_rows import listed
from reception_assistant.desk.follow_up_timing import bounds, is_repeated, planned
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import (
    Attempt,
    Done,
    FollowUp,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
    State,
)
from reception_assistant.follow_ups.listed import Listed, Opened, Which
from reception_assistant.i18n import _
from reception_assistant.ids import NewId
from reception_assistant.store import follow_ups as store
from reception_assistant.store.database import Store
from reception_assistant.store.follow_up_lines import read_lines
from reception_assistant.store.staff import read_settings

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection


class FollowUpsDesk:
    """What may be asked about what is still to be done for somebody.

    Each write is one transaction with its entry in the audit. Doing the same twice is doing it
    once; what a colleague changed meanwhile is never overwritten: then `KnownError` says so.
    """

    def __init__(self, store_: Store, acting: Acting, time: PracticeTime, new_id: NewId) -> None:
        self._store = store_
        self._acting = acting
        self._time = time
        self._new_id = new_id

    def listed(self, which: Which, by: By) -> Listed:
        """Return what is still to be done in its groups, what is due first in front."""
        with self._store.reading() as connection:
            found = read_lines(connection, Which(which), by.employee.id, bounds(self._time))
        return listed(*found, self._time.now())

    def one(self, follow_up_id: str) -> Opened | None:
        """Return one with how to begin, what to know and what was before; None without one."""
        with self._store.reading() as connection:
            return opened(connection, follow_up_id, self._time)

    def of_person(self, person_id: str) -> list[FollowUp]:
        """Return what is still to be done for somebody, what is due first before."""
        with self._store.reading() as connection:
            return store.open_of(connection, person_id)

    def of_complaint(self, complaint_id: str) -> list[FollowUp]:
        """Return all that was promised with a complaint, also what is done by now."""
        with self._store.reading() as connection:
            return store.of_complaint(connection, complaint_id)

    def next_try(self, follow_up_id: str, reached: Reached = Reached.NOT_REACHED) -> str:
        """Return from when the practice tries again when this is how it goes now ("" for none)."""
        with self._store.reading() as connection:
            found, chosen = store.read(connection, follow_up_id), read_settings(connection)
        return planned(found, Reached(reached), self._time, chosen) if found else ""

    def add(self, new: NewFollowUp, by: By, follow_up_id: str = "") -> str:
        """Promise something from now on, and return its id.

        The very same that is still open is not promised twice: then its id comes back. With
        `follow_up_id` it gets that id, and adding it again changes nothing.
        """
        with self._acting.deed(by, Action.FOLLOW_UP_ADDED, Changed.PROMISES) as deed:
            deed.subject_id, added = self._add(deed, new, follow_up_id)
            deed.needless = not added
        return deed.subject_id

    def add_within(self, deed: Deed, new: NewFollowUp, follow_up_id: str = "") -> str:
        """Promise something as a part of another deed, and return its id; else as `add`."""
        deed.changed |= Changed.PROMISES
        return self._add(deed, new, follow_up_id)[0]

    def change(self, follow_up_id: str, row_version: int, new: NewFollowUp, by: By) -> None:
        """Let it be what `new` says; where it came from stays, and its owner too.

        Raises:
            KnownError: a colleague changed it meanwhile, or something is still to be filled in.
        """
        with self._open(follow_up_id, Action.FOLLOW_UP_CHANGED, by) as (deed, found):
            new = _with_links(new, found)
            if new.owner_id != found.owner_id:
                raise KnownError(
                    _("Een ander zorgt hier vanaf nu voor. Er is nog niets veranderd."),
                    _("Kies «Overdragen» en schrijf er een zin bij voor uw collega."),
                )
            owner_left = replace(new, owner_id=by.employee.id)  # who left may keep it until then
            checked = checks.checked(owner_left, self._time, deed.db, before_was=found.before)
            new = replace(checked, owner_id=found.owner_id)
            changed = [name for name in new.__struct_fields__ if _differs(new, found, name)]
            if not changed:
                deed.needless = True
                return
            if row_version != found.row_version:
                raise checks.clash()
            deed.detail = " ".join(sorted(changed))
            made = checks.when(new, found.made_utc, self._time)
            store.rewrite(deed.db.conn, follow_up_id, new, made)

    def tried(
        self, follow_up_id: str, reached: Reached, note: str, by: By, next_try: str = ""
    ) -> FollowUp:
        """Keep that somebody tried, and plan the next try: `next_try`, or the practice's own rule.

        What was promised stays due when it was.
        """
        reached = Reached(reached)
        with self._open(follow_up_id, Action.FOLLOW_UP_TRIED, by) as (deed, found):
            attempt = Attempt(
                at_utc=self._acting.now_utc(),
                employee_id=by.employee.id,
                employee=by.employee.name,
                reached=reached,
                note=checks.kept_text(note),
            )
            if is_repeated(found, attempt):
                deed.needless = True
                return found
            chosen = read_settings(deed.db.conn)
            again = checks.next_moment(next_try) or planned(found, reached, self._time, chosen)
            store.add_attempt(deed.db.conn, follow_up_id, self._new_id(), attempt, again)
            deed.detail = str(len(found.attempts) + 1)
            return _read(deed.db.conn, follow_up_id)

    def hand_over(self, follow_up_id: str, to_id: str, note: str, by: By) -> FollowUp:
        """Give it to a colleague, with a note; anybody may, also of who does not work here now."""
        with self._open(follow_up_id, Action.FOLLOW_UP_HANDED_OVER, by) as (deed, found):
            note = checks.needed(
                note,
                _("Er staat nog geen zin bij voor uw collega."),
                _("Schrijf wat er al gedaan is, en wat er nog moet gebeuren."),
            )
            taker = checks.owner(to_id, deed.db)
            if taker.id == found.owner_id:
                if not found.hand_overs or found.hand_overs[-1].note != note:
                    raise KnownError(
                        _("Deze collega zorgt hier al voor. Er is niets veranderd."),
                        _("Kies een ander, of schrijf uw zin bij een poging."),
                    )
                deed.needless = True
                return found
            given = store.Given(self._new_id(), self._acting.now_utc(), taker.id, note)
            store.hand_over(deed.db.conn, follow_up_id, given)
            deed.detail = str(len(found.hand_overs) + 1)
            return _read(deed.db.conn, follow_up_id)

    def answered(self, follow_up_id: str, answer: str, by: By) -> None:
        """Keep what the third party said: from now on it is due for the client again."""
        with self._open(follow_up_id, Action.FOLLOW_UP_CHANGED, by) as (deed, found):
            if found.kind is not Kind.THIRD_PARTY:
                raise KnownError(
                    _("Hierbij wachten wij niet op een ander. Er is niets veranderd."),
                    _("Rond het af, of schrijf een nieuwe belofte op."),
                )
            answer = checks.needed(
                answer, _("Er staat nog geen antwoord."), _("Schrijf op wat u hoorde.")
            )
            deed.needless = _says(found.answer, answer)
            deed.detail = "answer"
            if not deed.needless:
                store.answered(deed.db.conn, follow_up_id, _joined(found.answer, answer))

    def done(self, follow_up_id: str, done: Done, by: By) -> str | None:
        """Keep what happened and whether somebody feels helped; returns the id of what follows.

        Where a complaint turns out not to be solved after all, it opens again.

        Raises:
            KnownError: nothing was written, or somebody is not helped and nothing follows.
        """
        result = checks.needed(
            done.result,
            _("Er staat nog niet wat er is gebeurd."),
            _("Schrijf in een paar woorden op hoe het afliep."),
        )
        checks.refuse_without_next(done.helped, done.following)
        with self._deed(follow_up_id, Action.FOLLOW_UP_DONE, by) as (deed, found):
            if found.state is State.DONE and _says(found.result, result):
                deed.needless = True
                return store.following_of(deed.db.conn, found)
            checks.refuse_closed(found)
            following = None
            if done.following is not None:
                new = _with_links(done.following, found)
                key = store.following_id(found.id, found.row_version + 1)
                following = self.add_within(deed, new, key)
            self._close(deed, found, State.DONE, result, by, done.helped)
            deeds = ComplaintDeeds(self._acting, self._time, self._new_id)
            reopen_unsolved(deeds, deed, by, found, replace(done, result=result))
            deed.detail = Helped(done.helped).value
            return following

    def not_needed(self, follow_up_id: str, reason: str, by: By) -> None:
        """Keep that it is not needed any more, and why."""
        with self._deed(follow_up_id, Action.FOLLOW_UP_GONE, by) as (deed, found):
            reason = checks.needed(
                reason,
                _("Er staat nog niet waarom dit niet meer nodig is."),
                _("Schrijf het in een paar woorden op."),
            )
            if found.state is State.GONE and _says(found.result, reason):
                deed.needless = True
                return
            checks.refuse_closed(found)
            self._close(deed, found, State.GONE, reason, by)

    def reopen(self, follow_up_id: str, by: By) -> None:
        """Let it be still to be done; what was written at its end stays."""
        with self._deed(follow_up_id, Action.FOLLOW_UP_REOPENED, by) as (deed, found):
            deed.needless = found.state is State.OPEN
            if not deed.needless:
                store.reopen(deed.db.conn, follow_up_id)

    def _add(self, deed: Deed, new: NewFollowUp, follow_up_id: str) -> tuple[str, bool]:
        """Keep what is promised; returns its id, and whether it was not there yet."""
        if follow_up_id and store.read(deed.db.conn, follow_up_id) is not None:
            return follow_up_id, False
        new = checks.checked(new, self._time, deed.db)
        same = store.same_as(deed.db.conn, new)
        if same and not follow_up_id:
            return same, False
        key = follow_up_id or self._new_id()
        when = checks.when(new, self._acting.now_utc(), self._time)
        return key, store.add(deed.db.conn, key, new, when)

    @contextmanager
    def _deed(self, follow_up_id: str, action: Action, by: By) -> Iterator[tuple[Deed, FollowUp]]:
        """Give a deed, and the follow-up as it is at that moment."""
        with self._acting.deed(by, action, Changed.PROMISES) as deed:
            deed.subject_id = follow_up_id
            yield deed, _read(deed.db.conn, follow_up_id)

    @contextmanager
    def _open(self, follow_up_id: str, action: Action, by: By) -> Iterator[tuple[Deed, FollowUp]]:
        """Give a deed with a follow-up that is still to be done."""
        with self._deed(follow_up_id, action, by) as (deed, found):
            checks.refuse_closed(found)
            yield deed, found

    def _close(
        self,
        deed: Deed,
        found: FollowUp,
        state: State,
        result: str,
        by: By,
        helped: Helped | None = None,
    ) -> None:
        store.close(
            deed.db.conn,
            found.id,
            state,
            result=_joined(found.result, result),
            helped=helped,
            closed_utc=self._acting.now_utc(),
            closed_by=by.employee.id,
        )


def _read(connection: "Connection", follow_up_id: str) -> FollowUp:
    found = store.read(connection, follow_up_id)
    if found is None:
        raise checks.gone()
    return found


def _with_links(new: NewFollowUp, found: FollowUp) -> NewFollowUp:
    """Return `new` with where `found` came from, as far as it does not say so itself."""
    person_id = new.person_id or (None if new.whom else found.person_id)
    return replace(
        new,
        source=found.source,
        person_id=person_id,
        whom=new.whom or ("" if person_id else found.whom),
        subject=new.subject or found.subject,
        call_id=new.call_id or found.call_id,
        complaint_id=new.complaint_id or found.complaint_id,
        feedback_id=new.feedback_id or found.feedback_id,
        improvement_id=new.improvement_id or found.improvement_id,
    )


def _differs(new: NewFollowUp, found: FollowUp, name: str) -> bool:
    return bool(getattr(new, name) != getattr(found, name))


def _says(kept: str, text: str) -> bool:
    """Tell whether `text` was the last that was written here."""
    return kept == text or kept.endswith(f"\n{text}")


def _joined(before: str, text: str) -> str:
    """Return what was written earlier with what is written now below it."""
    return "\n".join(filter(None, (before, text)))
