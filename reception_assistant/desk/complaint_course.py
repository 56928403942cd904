"""The course of a complaint: on to the next step, to a colleague, to its end, and open again."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.calls.promise import Channel
from reception_assistant.complaints.complaint import Complaint, Extension, Form, Phase, State
from reception_assistant.complaints.mandates_said import require_possible
from reception_assistant.complaints.steps import require_closing, require_step
from reception_assistant.complaints.terms import (
    after_working_days,
    check_extension,
    has_term,
    is_overdue,
)
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaint_deeds import Change, ComplaintDeeds, refuse_closed, there
from reception_assistant.desk.complaint_reopening import reopen
from reception_assistant.desk.complaint_terms import ComplaintTerms
from reception_assistant.desk.follow_up_checks import clash, kept_text, needed, owner
from reception_assistant.desk.follow_ups import FollowUpsDesk
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Source
from reception_assistant.i18n import _
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store import follow_ups as store_follow_ups
from reception_assistant.store.library import read_lists

_SOLVED_AFTER = 5
"""After so many working days somebody asks whether it is really solved."""
_END_OF_DAY = time(17)


class ComplaintCourse:
    """Leads complaints through their steps; what was done already changes nothing."""

    def __init__(
        self, deeds: ComplaintDeeds, terms: ComplaintTerms, follow_ups: FollowUpsDesk
    ) -> None:
        self._deeds = deeds
        self._terms = terms
        self._follow_ups = follow_ups

    def go_to(self, complaint_id: str, phase: Phase, by: By) -> Complaint:
        """Open a step; see `ComplaintsDesk.go_to`."""
        with self._deeds.open_change(complaint_id, Action.COMPLAINT_STEPPED, by) as change:
            was = change.was
            if phase is was.phase:
                change.deed.needless = True
                return was
            require_step(was, phase)
            change.deed.detail = str(int(phase))
            if phase < was.phase:
                self._deeds.note(change, "back", detail=str(int(phase)))
            return self._changed(change, {"phase": int(phase)})

    def offer(
        self,
        complaint_id: str,
        mandate_ids: Sequence[str],
        by: By,
        was_shown: Sequence[str] | None = None,
    ) -> Complaint:
        """Keep what may be offered; see `ComplaintsDesk.offer`."""
        with self._deeds.open_change(complaint_id, Action.COMPLAINT_CHANGED, by) as change:
            offered = _merged(change.was.mandates, mandate_ids, was_shown)
            if offered == change.was.mandates:
                change.deed.needless = True
                return change.was
            require_possible(read_lists(change.connection).mandates, offered)
            change.deed.detail = "mandates"
            self._deeds.note(change, "changed", field="mandates")
            joined = store_complaints.joined_mandates(offered)
            return self._changed(change, {"mandates": joined})

    def extend(
        self, complaint_id: str, weeks: int, reason: str, by: By, shown: int | None = None
    ) -> Complaint:
        """Give more time; see `ComplaintsDesk.extend`."""
        with self._deeds.change(complaint_id, Action.COMPLAINT_EXTENDED, by) as change:
            was, why = change.was, kept_text(reason)
            refuse_closed(was)
            if self._is_extended(was, weeks, why):
                change.deed.needless = True
                return was
            if shown is not None and shown != len(was.extensions):
                raise clash()
            self._refuse_extension(was)
            check_extension(self._terms.regime(was.regime), was.extensions, weeks, why)
            now = self._deeds.acting.now_utc()
            change.deed.detail = str(weeks)
            store_complaints.add_extension(
                change.connection,
                was.id,
                Extension(at_utc=now, weeks=weeks, reason=why),
                (self._deeds.new_id(), by.employee.id),
            )
            self._deeds.note(change, "extended", detail=why)
            return self._changed(change, {})

    def hand_over(self, complaint_id: str, to_id: str, note: str, by: By) -> Complaint:
        """Give it to a colleague; see `ComplaintsDesk.hand_over`."""
        with self._deeds.open_change(complaint_id, Action.COMPLAINT_HANDED_OVER, by) as change:
            to = owner(to_id, change.deed.db)
            told = needed(
                note,
                _("Er staat nog niet wat uw collega moet weten."),
                _("Er is niets veranderd. Schrijf een korte notitie."),
            )
            if to.id == change.was.owner_id:
                if not _is_handed_over(change.was, to.name, told):
                    raise KnownError(
                        _("Deze collega zorgt hier al voor. Er is niets veranderd."),
                        _("Kies een ander, of schrijf uw notitie bij een stap."),
                    )
                change.deed.needless = True
                return change.was
            detail = _handed_over(change.was.owner, to.name, told)
            self._deeds.note(change, "handed_over", detail=detail)
            return self._changed(change, {"owner_id": to_id})

    def promise(self, complaint_id: str, new: NewFollowUp, by: By) -> str:
        """Promise something to the customer; see `ComplaintsDesk.promise`."""
        with self._deeds.open_change(complaint_id, Action.FOLLOW_UP_ADDED, by) as change:
            before = store_follow_ups.of_complaint(change.connection, complaint_id)
            made = self._follow_ups.add_within(change.deed, _of_complaint(new, change.was))
            change.deed.subject_id = made
            change.deed.needless = made in {each.id for each in before}
            if not change.deed.needless:
                self._deeds.note(change, "promised", detail=kept_text(new.what))
            return made

    def close(
        self, complaint_id: str, by: By, reason: str = "", *, ask_later: bool = True
    ) -> Complaint:
        """Close it; see `ComplaintsDesk.close`."""
        with self._deeds.change(complaint_id, Action.COMPLAINT_CLOSED, by) as change:
            was = change.was
            if was.state is State.CLOSED:
                change.deed.needless = True
                return was
            why = kept_text(reason)
            require_closing(was, why)
            if ask_later:
                self._ask_later(change)
            # The figures of a year count with this day, whatever the practice chooses later.
            last = self._terms.due(was).legal.isoformat() if has_term(was) else ""
            self._deeds.note(change, "closed", field=last, detail=why)
            now = self._deeds.acting.now_utc()
            closed = {"state": State.CLOSED.value, "closed_utc": now, "closed_reason": why}
            return self._changed(change, closed)

    def reopen(self, complaint_id: str, why: str, by: By) -> Complaint:
        """Open it again; see `ComplaintsDesk.reopen`."""
        with self._deeds.change(complaint_id, Action.COMPLAINT_REOPENED, by) as change:
            was = change.was
            if was.state is State.OPEN:
                change.deed.needless = True
                return was
            told = needed(
                why,
                _("Er staat nog niet waarom de klacht weer opengaat."),
                _("Er is niets veranderd. Schrijf op wat er nu speelt."),
            )
            return reopen(change, self._deeds, told)

    def _is_extended(self, was: Complaint, weeks: int, why: str) -> bool:
        """Tell whether this is what was given last, today: then a key was pressed twice."""
        if not was.extensions:
            return False
        last, time_here = was.extensions[-1], self._deeds.time
        is_today = time_here.from_utc(last.at_utc).date() == time_here.now().date()
        return is_today and (last.weeks, last.reason) == (weeks, why)

    def _refuse_extension(self, was: Complaint) -> None:
        call_instead = _("Laat zelf weten dat het langer duurt, en maak er een belofte van.")
        if not has_term(was):
            raise KnownError(
                _("Er is niemand om te antwoorden, dus ook geen termijn. Er is niets veranderd."),
                _("Vul eerst in van wie de klacht is."),
            )
        if was.form is not Form.WRITTEN:
            raise KnownError(
                _("Verlengen hoort bij een klacht op papier of per mail. Er is niets veranderd."),
                call_instead,
            )
        if self._terms.regime(was.regime).extension_weeks <= 0:
            raise KnownError(
                _("Bij deze regeling is er geen extra tijd vastgelegd. Er is niets veranderd."),
                call_instead,
            )
        if is_overdue(self._terms.due(was), self._deeds.time.now().date()):
            raise KnownError(
                _("De termijn is al voorbij. Verlengen kan dan niet meer."),
                _("Er is niets veranderd. Bel vandaag, en zeg wanneer u antwoordt."),
            )

    def _ask_later(self, change: Change) -> None:
        """Let the owner ask whether it is really solved; nobody can ask who is not known."""
        was = change.was
        if not (was.person_id or was.whom or was.reach):
            return
        today = self._deeds.time.now().date()
        day = after_working_days(today, _SOLVED_AFTER, self._terms.is_working_day)
        asking = NewFollowUp(
            kind=Kind.SOLVED,
            what=_("Vragen of het is opgelost: {subject}").format(subject=was.subject),
            before=datetime.combine(day, _END_OF_DAY).isoformat(timespec="minutes"),
            owner_id=self._asking(change),
            channel=Channel.CALL,
        )
        closed_before = sum(event.kind == "closed" for event in was.events)
        key = f"{was.id}:opgelost:{closed_before + 1}"
        self._follow_ups.add_within(change.deed, _of_complaint(asking, was), key)

    def _asking(self, change: Change) -> str:
        """Return who asks: the owner, or whoever closes it when the owner left."""
        try:
            return owner(change.was.owner_id, change.deed.db).id
        except KnownError:
            return change.by.employee.id

    def _changed(self, change: Change, columns: Mapping[str, object]) -> Complaint:
        store_complaints.change_complaint(change.connection, change.was.id, columns)
        return there(change.connection, change.was.id)


def _merged(
    theirs: Sequence[str], mine: Sequence[str], was_shown: Sequence[str] | None
) -> tuple[str, ...]:
    """Return what is offered by everybody: `mine` changes only what it had before it otherwise."""
    before = theirs if was_shown is None else was_shown
    kept = [each for each in theirs if each in mine or each not in before]
    return tuple(dict.fromkeys([*kept, *(each for each in mine if each not in before)]))


def _handed_over(before: str, after: str, note: str) -> str:
    """Return the line of the step log."""
    return _("{before} → {after}: {note}").format(before=before, after=after, note=note)


def _is_handed_over(was: Complaint, name: str, note: str) -> bool:
    """Tell whether the last hand-over was this very one: then a key was pressed twice."""
    told = [event.detail for event in was.events if event.kind == "handed_over"]
    return bool(told) and told[-1].endswith(_handed_over("", name, note))


def _of_complaint(new: NewFollowUp, was: Complaint) -> NewFollowUp:
    """Return what is promised, to whom the complaint is of.

    The call is not named: it may not be in the log yet, and the complaint leads to it.
    """
    return replace(
        new,
        source=Source.COMPLAINT,
        complaint_id=was.id,
        call_id=None,
        person_id=new.person_id or was.person_id,
        whom=new.whom.strip() or was.whom,
        reach=new.reach.strip() or was.reach,
        subject=new.subject or was.reason,
    )
