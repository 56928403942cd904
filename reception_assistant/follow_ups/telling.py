"""The sentence to begin with when something is done that was promised.

Who picks up is not known yet, so the sentence tells neither what it is about nor which practice is
calling; the screen shows that beside it. Nothing in it is cheerful: it fits a sad occasion too.
"""

from datetime import datetime
from typing import NamedTuple

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind
from reception_assistant.follow_ups.grouping import is_late
from reception_assistant.i18n import N_, _
from reception_assistant.naming.greeting import PartOfDay, greeting_word, part_of_day
from reception_assistant.naming.sentence import full_stop_once, tidy
from reception_assistant.naming.spoken_time import date_words, weekday_name

_WEEK = 7


class Addressee(NamedTuple):
    """Whom we speak with: `name` as it is said, "" when it is not known.

    `je` tells that they are young, or want it so; a `child` is reached through a parent. Where it
    is not `aloud`, nobody who listens may hear the name, or that something was promised.
    """

    name: str = ""
    je: bool = False
    child: bool = False
    aloud: bool = True


class Speaker(NamedTuple):
    """Who says it: the employee, by name and by id, and the practice."""

    name: str
    id: str
    practice: str = ""


class _Moment(NamedTuple):
    """What the sentences depend on: u or je, who promised, when ("gisteren "), and whether late."""

    je: bool
    own: bool
    when: str
    late: bool


# Each sentence with u, and with je.
_Pair = tuple[str, str]
_KEPT_OWN: dict[Kind, _Pair] = {
    Kind.PROMISE: (
        N_("Ik bel u, zoals ik {when}beloofde."),
        N_("Ik bel je, zoals ik {when}beloofde."),
    ),
    Kind.CALLBACK: (
        N_("Ik bel u terug, zoals ik {when}beloofde."),
        N_("Ik bel je terug, zoals ik {when}beloofde."),
    ),
    Kind.THIRD_PARTY: (
        N_("Ik heb voor u gebeld, zoals ik {when}beloofde."),
        N_("Ik heb voor je gebeld, zoals ik {when}beloofde."),
    ),
}
_KEPT_FOR_OTHER: dict[Kind, _Pair] = {
    Kind.PROMISE: (
        N_("Ik bel u, zoals we {when}beloofden."),
        N_("Ik bel je, zoals we {when}beloofden."),
    ),
    Kind.CALLBACK: (
        N_("Ik bel u terug, zoals we {when}beloofden."),
        N_("Ik bel je terug, zoals we {when}beloofden."),
    ),
    Kind.THIRD_PARTY: (
        N_("We hebben voor u gebeld, zoals we {when}beloofden."),
        N_("We hebben voor je gebeld, zoals we {when}beloofden."),
    ),
}
_ASKED: dict[Kind, _Pair] = {
    Kind.SOLVED: (
        N_("Ik hoor graag of het voor u is opgelost."),
        N_("Ik hoor graag of het voor je is opgelost."),
    ),
    Kind.CHECK: (
        N_("Ik hoor graag of alles is gegaan zoals we met u afspraken."),
        N_("Ik hoor graag of alles is gegaan zoals we met je afspraken."),
    ),
    Kind.REPLY: (
        N_("U vertelde ons wat u ervan vond. Ik vertel u graag wat we daarmee deden."),
        N_("Je vertelde ons wat je ervan vond. Ik vertel je graag wat we daarmee deden."),
    ),
}
_SORRY_OWN = N_("Het spijt me dat ik later bel dan ik beloofde.")
_SORRY_FOR_OTHER = N_("Het spijt me dat we later bellen dan we beloofden.")
_SORRY_ASKING: _Pair = (
    N_("Het spijt me dat u nu pas van ons hoort."),
    N_("Het spijt me dat je nu pas van ons hoort."),
)
_SORRY_WAITING: _Pair = (
    N_("Het spijt me dat u hier langer op heeft gewacht."),
    N_("Het spijt me dat je hier langer op hebt gewacht."),
)
_ENCLOSED_OWN: _Pair = (
    N_("Hierbij krijgt u wat ik {when}beloofde."),
    N_("Hierbij krijg je wat ik {when}beloofde."),
)
_ENCLOSED_FOR_OTHER: _Pair = (
    N_("Hierbij krijgt u wat we {when}beloofden."),
    N_("Hierbij krijg je wat we {when}beloofden."),
)
_READY: _Pair = (
    N_("Wat we {when}beloofden, ligt voor u klaar."),
    N_("Wat we {when}beloofden, ligt voor je klaar."),
)
_DISCREET: _Pair = (N_("Komt het uit dat ik u bel?"), N_("Komt het uit dat ik je bel?"))
_EARLIER_TODAY = {
    PartOfDay.NIGHT: N_("vannacht"),
    PartOfDay.MORNING: N_("vanmorgen"),
    PartOfDay.AFTERNOON: N_("vanmiddag"),
    PartOfDay.EVENING: N_("vanavond"),
}


def opening(
    follow_up: FollowUp, to: Addressee, by: Speaker, now: datetime, made: datetime | None = None
) -> str:
    """Return the sentence to begin with; `made` is when it was promised, in wall time like `now`.

    "Goedemorgen meneer Jansen, met Sanne. Ik bel u terug, zoals ik gisteren beloofde. Komt het
    nu uit?" An internal question stands in its place where there is nobody to call.
    """
    if follow_up.kind is Kind.REVIEW:
        return _("Wat is er door deze verandering beter geworden, en wat nog niet?")
    if follow_up.kind is Kind.THIRD_PARTY and not follow_up.answer:
        return _to_third_party(follow_up, by, now)
    moment = _Moment(
        je=to.je and not to.child,
        own=follow_up.owner_id == by.id and not follow_up.hand_overs,
        when=_since(made, now),
        late=is_late(datetime.fromisoformat(follow_up.before), now),
    )
    if follow_up.channel in (Channel.MAIL, Channel.LETTER):
        return f"{_salutation(to)}\n{' '.join(_written(follow_up.kind, moment))}"
    if follow_up.channel is Channel.AT_DESK:
        return " ".join((_at_desk(to, now), *_handed(moment, aloud=to.aloud)))
    if not to.aloud:
        return f"{_on_phone('', by, now)} {_of(_DISCREET, moment)}"
    hello = _to_parent(to, by, now) if to.child else _on_phone(to.name, by, now)
    return " ".join((hello, *_called(follow_up.kind, moment), _("Komt het nu uit?")))


def _called(kind: Kind, moment: _Moment) -> tuple[str, ...]:
    if kind in _ASKED:
        asked = _of(_ASKED[kind], moment)
        return (_of(_SORRY_ASKING, moment), asked) if moment.late else (asked,)
    if moment.late:
        return (_(_SORRY_OWN) if moment.own else _(_SORRY_FOR_OTHER),)
    return (_of((_KEPT_OWN if moment.own else _KEPT_FOR_OTHER)[kind], moment),)


def _written(kind: Kind, moment: _Moment) -> tuple[str, ...]:
    if kind in _ASKED:
        return _called(kind, moment)
    enclosed = _of(_ENCLOSED_OWN if moment.own else _ENCLOSED_FOR_OTHER, moment)
    return (_of(_SORRY_WAITING, moment), enclosed) if moment.late else (enclosed,)


def _handed(moment: _Moment, *, aloud: bool) -> tuple[str, ...]:
    if not aloud:
        return ()
    ready = _of(_READY, moment)
    return (_of(_SORRY_WAITING, moment), ready) if moment.late else (ready,)


def _of(pair: _Pair, moment: _Moment) -> str:
    return _(pair[moment.je]).format(when=moment.when)


def _on_phone(name: str, by: Speaker, now: datetime) -> str:
    name, own = tidy(name), tidy(by.name)
    if name and own:
        sentence = _("{greeting} {name}, met {employee}.")
    elif name:
        sentence = _("{greeting} {name}.")
    elif own:
        sentence = _("{greeting}, met {employee}.")
    else:
        sentence = _("{greeting}.")
    return full_stop_once(sentence.format(greeting=greeting_word(now), name=name, employee=own))


def _to_parent(to: Addressee, by: Speaker, now: datetime) -> str:
    name = tidy(to.name)
    asked = _("Spreek ik met een ouder van {name}?") if name else _("Spreek ik met een ouder?")
    return f"{_on_phone('', by, now)} {asked.format(name=name)}"


def _at_desk(to: Addressee, now: datetime) -> str:
    name = tidy(to.name) if to.aloud else ""
    sentence = _("{greeting} {name}.") if name else _("{greeting}.")
    return full_stop_once(sentence.format(greeting=greeting_word(now), name=name))


def _salutation(to: Addressee) -> str:
    name = tidy(to.name)
    if to.child:
        hello = _("Beste ouder van {name},") if name else _("Beste ouder,")
    else:
        hello = _("Beste {name},") if name else _("Goedendag,")
    return hello.format(name=name)


def _to_third_party(follow_up: FollowUp, by: Speaker, now: datetime) -> str:
    """Return how we begin with somebody else whom we call for a client: without their name."""
    own, practice = tidy(by.name), tidy(by.practice)
    if own and practice:
        hello = _("{greeting}, met {employee} van {practice}.")
    elif practice:
        hello = _("{greeting}, u spreekt met {practice}.")
    else:
        hello = _("{greeting}, met {employee}.") if own else _("{greeting}.")
    if follow_up.waits_for_other:
        asked = _("Ik vroeg u eerder iets namens iemand die bij ons komt. Weet u al meer?")
    else:
        asked = _("Ik bel namens iemand die bij ons komt. Wie kan mij verder helpen?")
    greeting = hello.format(greeting=greeting_word(now), employee=own, practice=practice)
    return f"{full_stop_once(greeting)} {asked}"


def _since(made: datetime | None, now: datetime) -> str:
    """Return when it was promised, with a space behind it: "gisteren ", "afgelopen vrijdag "."""
    if made is None or made > now:
        return ""
    away = (now.date() - made.date()).days
    if away == 0:
        return _(_EARLIER_TODAY[part_of_day(made)]) + " "
    if away == 1:
        return _("gisteren") + " "
    if away < _WEEK:
        return _("afgelopen {weekday}").format(weekday=weekday_name(made)) + " "
    day = date_words(made, year=made.year != now.year)
    return _("op {day}").format(day=day) + " "
