"""Writing in the record of a complaint, also when a colleague writes in it at the same time."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from reception_assistant.audit.entry import Action
from reception_assistant.complaints.complaint import Complaint, Field, Phase, Yes
from reception_assistant.complaints.listed import Clash, Written
from reception_assistant.complaints.steps import FIELDS, YES_FIELDS, after_answers
from reception_assistant.desk.acting import By
from reception_assistant.desk.complaint_deeds import (
    Change,
    ComplaintDeeds,
    clean,
    refuse_closed,
    there,
)
from reception_assistant.errors import BugError
from reception_assistant.i18n import _
from reception_assistant.store import complaints as store_complaints
from reception_assistant.store.complaints import Answered

_ALWAYS_OPEN = frozenset({*FIELDS[Phase.LEARN], Field.BETWEEN_LINES})
"""What can still be learned of a complaint that is closed."""
_ANSWERED = "answered"
_TOLD = "told"
"""The kind of the event that tells of an answer that came from the call itself."""
_NOTHING = Answered("", 0, "", "", "")


class _Sorted(NamedTuple):
    """What is to be kept, and what would overwrite a colleague."""

    kept: dict[Field, str]
    clashes: tuple[Clash, ...]


class ComplaintWriting:
    """Keeps answers field by field, so that two people who write lose nothing."""

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds

    def write(
        self, complaint_id: str, answers: Mapping[Field, str], versions: Mapping[str, int], by: By
    ) -> Written:
        """Keep what can be kept; see `ComplaintsDesk.write`."""
        with self._deeds.change(complaint_id, Action.COMPLAINT_WRITTEN, by) as change:
            standing = store_complaints.read_answers(change.connection, complaint_id)
            found = self._sorted(answers, versions, standing)
            if not found.kept:
                change.deed.needless = True
                return Written(change.was, found.clashes)
            if not found.kept.keys() <= _ALWAYS_OPEN:
                refuse_closed(change.was)
            self.put(change, found.kept, standing)
            return Written(there(change.connection, complaint_id), found.clashes)

    def put(
        self,
        change: Change,
        answers: Mapping[Field, str],
        standing: Mapping[str, Answered],
        *,
        in_call: bool = False,
    ) -> None:
        """Keep answers, and go where they send the record: back, or round again."""
        kind = _TOLD if in_call else _ANSWERED
        written = self._deeds.acting.now_utc(), change.by.employee.id
        told = [field.value for field in answers if field is not Field.BETWEEN_LINES]
        change.deed.detail = " ".join(sorted(told))
        for field, value in answers.items():
            store_complaints.put_answer(change.connection, change.was.id, field, value, written)
            if _is_news(field, standing.get(field, _NOTHING), change.by):
                detail = value if field in YES_FIELDS else ""
                self._deeds.note(change, kind, field=field, detail=detail)
        self._move(change, answers, written)

    def _move(self, change: Change, answers: Mapping[Field, str], written: tuple[str, str]) -> None:
        was = change.was
        now = replace(was, answers={**was.answers, **answers})
        move = after_answers(now, answers)
        if not move.kind:
            return
        looped = move.kind == "looped"
        self._deeds.note(change, move.kind, detail=now.answer(Field.SOLVED) if looped else "")
        store_complaints.change_complaint(
            change.connection, was.id, {"phase": int(move.phase), "loops": was.loops + looped}
        )
        for field in move.clears:
            store_complaints.put_answer(change.connection, was.id, field, "", written)

    def _sorted(
        self,
        answers: Mapping[Field, str],
        versions: Mapping[str, int],
        standing: Mapping[str, Answered],
    ) -> _Sorted:
        """Return which answers can be kept; what stands there already is no answer."""
        kept: dict[Field, str] = {}
        clashes = []
        for field, text in answers.items():
            mine, theirs = clean(text), standing.get(field, _NOTHING)
            if field in YES_FIELDS and mine and mine not in tuple(Yes):
                raise BugError("an answer to «klopt dat?» that is none")
            if mine == theirs.value or _was_counted(field, mine, theirs, versions):
                continue
            if theirs.version == versions.get(field, 0):
                kept[field] = mine
            else:
                when = self._when(theirs.at_utc)
                clashes.append(Clash(field, mine, theirs.value, theirs.employee, when))
        return _Sorted(kept, tuple(clashes))

    def _when(self, at_utc: str) -> str:
        moment, now = self._deeds.time.from_utc(at_utc), self._deeds.time.now()
        return moment_words(moment, now)


def moment_words(moment: datetime, now: datetime) -> str:
    """Return when something was written: "vandaag om 09:12", "op 23-11-2026 om 16:40"."""
    clock = f"{moment:%H:%M}"
    if moment.date() == now.date():
        return _("vandaag om {time}").format(time=clock)
    return _("op {day} om {time}").format(day=f"{moment:%d-%m-%Y}", time=clock)


def unfinished(was: Complaint, told: Mapping[Field, str]) -> dict[Field, str]:
    """Return what the record lacks of what a call told since it began.

    That is what was never filled in there, what goes on from what stands there, and another answer
    to "klopt dat?" as long as nobody gave one in the record. What was emptied by hand stays empty.
    """
    by_hand = {event.field for event in was.events if event.kind == _ANSWERED}
    found = {}
    for field, text in told.items():
        mine, kept = clean(text), was.answer(field)
        if field in YES_FIELDS:
            goes_on = field not in by_hand
        else:
            goes_on = field not in was.versions or (bool(kept) and mine.startswith(kept))
        if mine != kept and goes_on:
            found[field] = mine
    return found


def _is_news(field: Field, was: Answered, by: By) -> bool:
    """Tell whether a line in the step log is worth it: not for each word that is typed."""
    return field in YES_FIELDS or not was.value or was.employee_id != by.employee.id


def _was_counted(field: Field, mine: str, theirs: Answered, versions: Mapping[str, int]) -> bool:
    """Tell whether this "not solved" was told already: it is counted once, and asked anew."""
    stale = theirs.version != versions.get(field, 0)
    return field is Field.SOLVED and stale and not theirs.value and mine in (Yes.PARTLY, Yes.NO)
