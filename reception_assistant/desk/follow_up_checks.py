"""What must be right before something is promised, and the texts of it as they may be kept."""

from datetime import datetime, time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reception_assistant.calls.bsn import without_bsn
from reception_assistant.calls.phone import read_number
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from reception_assistant.follow_ups.follow_up import FollowUp, Helped, Kind, NewFollowUp, State
from reception_assistant.i18n import _
from reception_assistant.run.cleaning import sound
from reception_assistant.staff.employee import Employee
from reception_assistant.store.follow_ups import When
from reception_assistant.store.people import read_person
from reception_assistant.store.staff import read_employees

if TYPE_CHECKING:
    from reception_assistant.store.driver import Database

_END = time(17)
"""A day without a time means until then."""
_DAY_LENGTH = len("2026-11-24")
_LONGEST = 4_000


def kept_text(text: str) -> str:
    """Return what somebody typed as it may be kept: without a BSN, and not endless."""
    return without_bsn(sound(text.strip())[:_LONGEST]).text


def moment_kept(text: str) -> str:
    """Return a moment as it is kept, and what cannot be one as it is."""
    moment = _moment(text)
    return moment.isoformat(timespec="minutes") if moment else text


def next_moment(text: str) -> str:
    """Return when to try again as it is kept, "" for none.

    Raises:
        KnownError: it is no moment.
    """
    if text and _moment(text) is None:
        raise _no_moment()
    return moment_kept(text)


def checked(
    new: NewFollowUp, time_here: PracticeTime, db: "Database", *, before_was: str = ""
) -> NewFollowUp:
    """Return what is promised as it may be kept; `before_was` is the moment that was promised.

    Raises:
        KnownError: something is still to be filled in, or cannot be.
    """
    new = _cleaned(new, time_here.now())
    if not new.what:
        raise _not_yet(_("Er staat nog niet wat u belooft."), _("Schrijf op wat u gaat doen."))
    if new.kind is Kind.THIRD_PARTY and not new.third_party:
        raise _not_yet(_("Er staat nog niet wie u gaat bellen."), _("Vul in wie u belt."))
    before = _moment(new.before)
    if before is None or (new.before != before_was and before <= time_here.now()):
        raise _no_moment()
    after = _moment(new.after)
    if new.after and (after is None or after >= before):
        raise _not_yet(
            _("Het begin komt na het einde."), _("Kies een begin dat voor het einde ligt.")
        )
    owner(new.owner_id, db)
    if new.person_id is not None and read_person(db.conn, new.person_id) is None:
        raise _not_yet(_("Deze persoon is er niet meer."), _("Zoek de persoon nog eens op."))
    return new


def when(new: NewFollowUp, made_utc: str, time_here: PracticeTime) -> When:
    """Return the moments of it as the file keeps them."""
    return When(made_utc, time_here.zone, time_here.to_utc(new.before))


def owner(employee_id: str, db: "Database") -> Employee:
    """Return who will see to it; raises `KnownError` for who does not work here (any more)."""
    known = {each.id: each for each in read_employees(db.conn)}
    found = known.get(employee_id)
    if found is None:
        raise _not_yet(_("Er is nog niemand gekozen die dit doet."), _("Kies een collega."))
    if not found.active:
        raise _not_yet(
            _("{name} werkt hier niet meer.").format(name=found.name), _("Kies een collega.")
        )
    return found


def needed(text: str, message: str, advice: str) -> str:
    """Return `text` as it may be kept; raises `KnownError` when nothing was typed."""
    kept = kept_text(text)
    if not kept:
        raise _not_yet(message, advice)
    return kept


def refuse_without_next(helped: Helped, following: NewFollowUp | None) -> None:
    """Raise `KnownError` when somebody is not helped (or in part), and nothing follows."""
    if helped in (Helped.NO, Helped.PARTLY) and following is None:
        raise KnownError(
            _("Deze persoon is nog niet helemaal geholpen. Alles wat u schreef staat er nog."),
            _("Wat doet u nu voor deze persoon? Schrijf dat op, met wie en voor wanneer."),
        )


def refuse_closed(follow_up: FollowUp) -> None:
    """Raise `KnownError` when it is not to be done any more."""
    if follow_up.state is not State.OPEN:
        raise KnownError(
            _("Dit is al afgesloten, misschien door een collega. Er is niets overschreven."),
            _("Bekijk het nog eens. U kunt het weer openen."),
        )


def clash() -> KnownError:
    """Return what to say when somebody else changed it meanwhile."""
    return KnownError(
        _("Een collega heeft dit net veranderd. Er is niets overschreven."),
        _("Bekijk wat er nu staat, en vul uw wijziging daarna opnieuw in."),
    )


def gone() -> KnownError:
    """Return what to say when there is none."""
    return KnownError(
        _("Deze belofte is er niet meer. Er is niets veranderd."),
        _("Ververs de lijst en kies de belofte opnieuw."),
    )


def _cleaned(new: NewFollowUp, now: datetime) -> NewFollowUp:
    """Return it as it may be kept; numbers and addresses to reach somebody stay."""
    return replace(
        new,
        what=kept_text(new.what),
        before=_end_of_today(now) if _is_over_today(new.before, now) else moment_kept(new.before),
        after=moment_kept(new.after),
        by=kept_text(new.by),
        reach=_kept_reach(new.reach),
        whom=kept_text(new.whom),
        third_party=kept_text(new.third_party),
        third_reach=_kept_reach(new.third_reach),
        person_id=new.person_id or None,
        call_id=new.call_id or None,
        complaint_id=new.complaint_id or None,
        feedback_id=new.feedback_id or None,
        improvement_id=new.improvement_id or None,
    )


def _kept_reach(text: str) -> str:
    """Return how to reach somebody; a telephone number stays, also when it could be a BSN."""
    reach = sound(text.strip())[:_LONGEST]
    is_number = not any(map(str.isalpha, reach)) and read_number(reach) is not None
    return reach if is_number else kept_text(reach)


def _moment(text: str) -> datetime | None:
    """Return a local moment; a day alone lasts until the end of the afternoon."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        return None
    return datetime.combine(moment, _END) if len(text) == _DAY_LENGTH else moment


def _is_over_today(text: str, now: datetime) -> bool:
    """Tell whether somebody named today, after the end of the afternoon."""
    return text == now.date().isoformat() and now.time() >= _END


def _end_of_today(now: datetime) -> str:
    return datetime.combine(now, time(23, 59)).isoformat(timespec="minutes")


def _no_moment() -> KnownError:
    return _not_yet(
        _("Er staat nog geen goed moment bij."), _("Kies een moment dat nog moet komen.")
    )


def _not_yet(message: str, advice: str) -> KnownError:
    return KnownError(message, " ".join((_("Er is niets verloren."), advice)))
