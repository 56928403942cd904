"""Whom we wait for, how somebody is reached, and what to keep in mind with a follow-up."""

from datetime import datetime

from reception_assistant.calls.phone import read_number
from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, Reached
from reception_assistant.follow_ups.grouping import day_words
from reception_assistant.i18n import N_, _
from reception_assistant.naming.spoken_time import number_words

_NOT_SPOKEN = frozenset({Reached.NOT_REACHED, Reached.VOICEMAIL})
_TWICE = 2
_AT = {
    Channel.MAIL: N_("mailen"),
    Channel.LETTER: N_("brief sturen"),
    Channel.AT_DESK: N_("aan de balie"),
}


def waits_for(follow_up: FollowUp) -> str:
    """Return whom we asked and wait for; "" where we do not wait."""
    return (follow_up.third_party or _("een ander")) if follow_up.waits_for_other else ""


def reach_words(follow_up: FollowUp) -> str:
    """Return how to reach whom we speak with now: "06 12345678", "jan@voorbeeld.nl · mailen".

    As long as a third party has no answer, that is the third party.
    """
    if follow_up.kind is Kind.THIRD_PARTY and not follow_up.answer:
        return " · ".join(filter(None, (follow_up.third_party, _shown(follow_up.third_reach))))
    way = _AT.get(follow_up.channel)
    shown = follow_up.reach.strip() if way else _shown(follow_up.reach)
    return " · ".join(filter(None, (shown, _(way) if way else "")))


def hints(
    follow_up: FollowUp, now: datetime, asked: datetime | None = None, *, owner_left: bool = False
) -> tuple[str, ...]:
    """Return what to keep in mind, the weightiest first.

    `asked` is when the third party was asked (wall time, like `now`); `owner_left` tells that who
    sees to it does not work here any more.
    """
    found = []
    if owner_left:
        found.append(
            _("{owner} werkt hier niet meer. Draag dit over, of neem het zelf.").format(
                owner=follow_up.owner
            )
        )
    if follow_up.was_handed_over_often:
        found.append(_handed_over_often(follow_up))
    missed = _missed(follow_up)
    if missed >= _TWICE:
        found.append(
            _("{times} keer niet gesproken. Probeer een ander moment van de dag.").format(
                times=_capital(number_words(missed))
            )
        )
    if follow_up.waits_for_other:
        found.append(_waiting(follow_up, now, asked))
    elif follow_up.kind is Kind.THIRD_PARTY and not follow_up.answer:
        found.append(_("Wij bellen zelf. De klant hoeft niets te doen."))
    elif follow_up.answer:
        found.append(_("Het antwoord: {answer}").format(answer=follow_up.answer))
    return tuple(found)


def _handed_over_often(follow_up: FollowUp) -> str:
    times = number_words(len(follow_up.hand_overs))
    return _("Dit is al {times} keer overgedragen. Maak het zelf af.").format(times=times)


def _missed(follow_up: FollowUp) -> int:
    """Return how often in a row we did not speak with them, up to now."""
    count = 0
    for attempt in reversed(follow_up.attempts):
        if attempt.reached not in _NOT_SPOKEN:
            break
        count += 1
    return count


def _waiting(follow_up: FollowUp, now: datetime, asked: datetime | None) -> str:
    whom = waits_for(follow_up)
    if asked is None:
        return _("Wacht op {whom}.").format(whom=whom)
    return _("Wacht op {whom}, gevraagd: {day}.").format(whom=whom, day=day_words(asked, now))


def _shown(reach: str) -> str:
    number = read_number(reach) if reach.strip() else None
    return number.shown if number else reach.strip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
