"""An apology that blames nobody, with what we do and a look whether it was done.

"Het spijt me dat" goes with what happened to somebody. Who did it is not in there: not the client,
not a colleague, and no guilt either, as that is for somebody else to say.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from reception_assistant.complaints.complaint import Where
from reception_assistant.complaints.guides import Emotion
from reception_assistant.complaints.terms import IsWorkingDay, after_working_days
from reception_assistant.complaints.wording import Mark
from reception_assistant.errors import KnownError
from reception_assistant.i18n import N_, _
from reception_assistant.language.matching import Match, Matcher
from reception_assistant.language.words import Phrase, PhraseKind

CHECK_AFTER = 2
"""So many working days later somebody looks whether it has happened."""

_CHECK_AT = "17:00"
_TEAMS = 8  # of which the matcher is remembered


class Check(NamedTuple):
    """What somebody looks at later, and before when (local time, ISO): a follow-up CHECK."""

    what: str
    before: str


class Apology(NamedTuple):
    """What is said, what we do, and how we see that it was done."""

    sentence: str
    action: str
    check: Check


_BEGINNINGS = (
    N_("u zo lang heeft gewacht"),
    N_("u zo lang niets van ons hoorde"),
    N_("u dit twee keer heeft moeten vertellen"),
    N_("u voor niets bent gekomen"),
    N_("de rekening u zo heeft laten schrikken"),
    N_("het anders ging dan u had gehoopt"),
)

_FELT: Mapping[Where, str] = {
    Where.PHONE: N_("Ik hoor dat u {emotion} bent."),
    Where.DESK: N_("Ik zie dat u {emotion} bent."),
}
_FELT_READ = N_("Ik lees dat u {emotion} bent.")
_EMOTIONS: Mapping[Emotion, str] = {
    Emotion.TENSE: N_("gespannen"),
    Emotion.ANGRY: N_("boos"),
    Emotion.SAD: N_("verdrietig"),
    Emotion.WORRIED: N_("ongerust"),
    Emotion.DISAPPOINTED: N_("teleurgesteld"),
}

_THEIR_FAULT = N_("geeft de ander de schuld")
_OUR_FAULT = N_("geeft een collega de schuld")
_GUILT = N_("erkent al schuld")
_TAKEN_BACK = N_("neemt het excuus terug")

_SAY_WHAT = N_("Het spijt me dat het zo is gegaan.")
_SAY_TWICE = N_("Het spijt me. Ik kijk wat we nu kunnen doen.")
_SAY_WE = N_("Het spijt me dat wij dit niet beter hebben geregeld.")

_ROLES = (
    *("mijn collega", "onze collega", "een collega", "die collega", "de collega", "de balie"),
    *("de assistente", "de assistent", "de stagiaire", "de stagiair", "de mondhygiënist"),
    *("de tandarts", "de dokter", "de dierenarts", "de huisarts", "de vorige"),
)
_NOT_DONE = (
    *("gebeld", "gezegd", "gelezen", "gemeld", "betaald", "afgezegd", "geluisterd", "begrepen"),
    *("gevraagd", "opgelet", "doorgegeven", "verteld"),
)

# What an apology never holds: up to three words may stand where there are dots. "U niet bent
# gebeld" is what happened to somebody, and "u niet heeft gebeld" is a reproach.
_PATTERNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    _THEIR_FAULT: (
        _SAY_WHAT,
        (
            *("u te laat", "u vergat", "u het vergat", "u het bent vergeten", "u was vergeten"),
            *("u zich heeft vergist", "u zich vergiste", "u het verkeerd", "u verkeerd heeft"),
            *("u niet op tijd was", "u niet op tijd kwam", "u had moeten", "u had ... moeten"),
            *("omdat u", "doordat u", "door u", "uw fout", "uw schuld", "uw eigen", "aan u ligt"),
            *("u overdrijft", "u moeilijk doet", "u lastig bent"),
            *(f"u niet ... heeft {done}" for done in _NOT_DONE),
        ),
    ),
    _TAKEN_BACK: (
        _SAY_TWICE,
        (
            *("als u dat", "als u zich", "als u het", "als ik u", "als wij u", "als dat zo"),
            *("mocht u", "u zich zo voelt", "u zich ... voelt", "u dat vindt", "u vindt dat"),
            *(f"u {what} zo {sees}" for what in ("het", "dat") for sees in ("ziet", "ervaart")),
            *(f"maar {who}" for who in ("u", "ik", "wij", "we", "het", "dat", "dit", "de", "er")),
        ),
    ),
    _OUR_FAULT: (
        _SAY_WE,
        tuple(f"{how} {who}" for how in ("dat", "door", "omdat", "doordat") for who in _ROLES),
    ),
    _GUILT: (
        _SAY_WHAT,
        (
            *("onze fout", "onze schuld", "mijn fout", "mijn schuld", "fout van ons"),
            *("aansprakelijk", "nalatig", "schadevergoeding", "een blunder", "onze blunder"),
        ),
    ),
}


def beginnings() -> tuple[str, ...]:
    """Return what often goes behind "Het spijt me dat"."""
    return tuple(map(_, _BEGINNINGS))


def sentence(happened: str, emotion: str, where: Where, names: Iterable[str] = ()) -> str:
    """Return the apology for what `happened` to somebody, who feels `emotion` ("" not known).

    `names` are those of the team. Raises `KnownError` with a better sentence for an apology that
    puts the blame on somebody, and for one that says nothing.
    """
    what = _after_that(happened)
    if not what:
        raise KnownError(
            _("Er staat nog niet wat de ander overkwam."),
            _("Maak de zin af: «Het spijt me dat …»"),
        )
    sorry = _("Het spijt me dat {what}.").format(what=what)
    if found := blaming(sorry, names):
        raise KnownError(
            _("Dit excuus {sounds}: «{words}».").format(
                sounds=found[0].sounds, words=found[0].words
            ),
            _("Zeg liever: «{better}»").format(better=found[0].better),
        )
    felt = _felt(emotion, where)
    return f"{felt} {sorry}" if felt else sorry


def blaming(text: str, names: Iterable[str] = ()) -> tuple[Mark, ...]:
    """Return what puts the blame on somebody in an apology, or takes it back.

    A name of the team counts only as it is written, so that «wit» is not somebody called Wit.
    """
    team = tuple(sorted({name.strip() for name in names if _has_letters(name)}))
    found = (each for each in _matcher(team).find(text) if _counts(each, text, team))
    return tuple(_mark(each, text) for each in found)


def with_proof(
    said: str, action: str, today: date, is_working_day: IsWorkingDay, days: int = CHECK_AFTER
) -> Apology:
    """Return an apology with what we do and the check that it was done.

    Raises `KnownError` when nothing is done: then it is only words.
    """
    what = " ".join(action.split())
    if not what:
        raise KnownError(
            _("Bij dit excuus staat nog niet wat u gaat doen."),
            _("Schrijf op wat er nu gebeurt. Dan komt er ook echt iets van."),
        )
    day = after_working_days(today, days, is_working_day)
    check = Check(
        _("Kijk na of dit is gebeurd: {action}").format(action=what),
        f"{day.isoformat()}T{_CHECK_AT}",
    )
    return Apology(said, what, check)


def _felt(emotion: str, where: Where) -> str:
    if emotion not in tuple(Emotion) or emotion == Emotion.CALM:
        return ""  # in other words it would not fit into the sentence
    said = _FELT.get(where, _FELT_READ)
    return _(said).format(emotion=_(_EMOTIONS[Emotion(emotion)]))


def _after_that(happened: str) -> str:
    """Return what goes behind "Het spijt me dat", however much of that was typed."""
    words = " ".join(happened.split()).rstrip(".!… ")
    words = _SORRY.sub("", words)
    first, _space, rest = words.partition(" ")
    return f"{first.lower()} {rest}".strip() if first in _SENTENCE_STARTS else words


_SORRY = re.compile(
    r"^(?:(?:het spijt (?:me|mij|ons)|sorry|excuses?|onze excuses|mijn excuses)\b[\s,.]*)?"
    r"(?:dat\s+(?=\S)|dat$)?",
    re.IGNORECASE,
)
_SENTENCE_STARTS = frozenset({"U", "Uw", "Er", "Dit", "Het", "De", "Wij", "We", "Niemand"})


@lru_cache(_TEAMS)
def _matcher(team: tuple[str, ...]) -> Matcher:
    phrases = [
        Phrase(pattern, better, sounds, PhraseKind.REPROACH)
        for sounds, (better, patterns) in _PATTERNS.items()
        for pattern in patterns
    ]
    phrases += [Phrase(name, _SAY_WE, _OUR_FAULT, PhraseKind.REPROACH) for name in team]
    return Matcher((), phrases, "")


def _counts(match: Match, text: str, team: tuple[str, ...]) -> bool:
    pattern = match.found[0]
    return pattern not in team or text[match.start : match.end] == pattern


def _mark(match: Match, text: str) -> Mark:
    found = match.found
    better, sounds = (found.better, found.why) if isinstance(found, Phrase) else (found.said, "")
    words = text[match.start : match.end]
    return Mark(match.start, match.end, words, _(sounds), _(better), "")


def _has_letters(name: str) -> bool:
    return any(map(str.isalnum, name))
