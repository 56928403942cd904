"""What to know of the person: how the name sounds, how to speak, who comes along."""

from datetime import timedelta

from reception_assistant.agenda.marks import Mark
from reception_assistant.cues.cue import Cue, Priority, Situation, Tone
from reception_assistant.i18n import _
from reception_assistant.naming.spoken import age_on

_NO_CHILD, _GROWN_UP = 12, 18


def not_aloud(seen: Situation) -> Cue | None:
    """Warn that the name must not be heard by others."""
    if Mark.NOT_ALOUD not in seen.visit.all_marks:
        return None
    return Cue(
        "not_aloud",
        _("Zeg de naam niet hardop."),
        "",
        seen.because_marked(Mark.NOT_ALOUD),
        Tone.STOP,
        Priority.HARM,
    )


def pronunciation(seen: Situation) -> Cue | None:
    """Tell how the name sounds."""
    if not seen.visit.person.pronunciation:
        return None
    return Cue(
        "pronunciation",
        _("Zo klinkt de naam: {sound}.").format(sound=seen.visit.person.pronunciation.rstrip(".")),
        "",
        _("omdat de uitspraak bij deze persoon staat"),
        Tone.ATTENTION,
        Priority.WELCOME,
    )


def child_with_parent(seen: Situation) -> Cue | None:
    """Tell that a child comes with somebody, who is greeted too."""
    if not seen.visit.parent or not seen.arriving:
        return None
    born = seen.visit.person.birth_date
    if born and age_on(born, seen.visit.start.date()) >= _NO_CHILD:
        know = _("Komt met {parent}. Groet eerst wie de afspraak heeft.")
    else:
        know = _("Komt met {parent}. Groet het kind eerst.")
    return Cue(
        "child_with_parent",
        know.format(parent=seen.visit.parent),
        "",
        _("omdat de begeleider in de agenda staat"),
        Tone.ATTENTION,
        Priority.WELCOME,
    )


def hard_of_hearing(seen: Situation) -> Cue | None:
    """Tell that somebody hears less well."""
    if Mark.HARD_OF_HEARING not in seen.visit.all_marks:
        return None
    return Cue(
        "hard_of_hearing",
        _("Hoort slecht. Kijk iemand aan en praat rustig."),
        "",
        seen.because_marked(Mark.HARD_OF_HEARING),
    )


def interpreter(seen: Situation) -> Cue | None:
    """Tell that somebody comes with an interpreter."""
    if Mark.INTERPRETER not in seen.visit.all_marks:
        return None
    return Cue(
        "interpreter",
        _("Praat via een tolk. Kijk iemand zelf aan, met korte zinnen."),
        "",
        seen.because_marked(Mark.INTERPRETER),
    )


def tense(seen: Situation) -> Cue | None:
    """Tell that somebody dreads the visit."""
    if Mark.TENSE not in seen.visit.all_marks or not seen.arriving:
        return None
    ask = seen.you(
        _("Wat kunnen wij doen zodat u zich prettig voelt?"),
        _("Wat kunnen wij doen zodat jij je prettig voelt?"),
    )
    return Cue(
        "tense",
        _("Gespannen. Neem de tijd."),
        "" if seen.sober else ask,
        seen.because_marked(Mark.TENSE),
    )


def birthday(seen: Situation) -> Cue | None:
    """Tell that it is somebody's birthday, where the practice wants that and no sorrow is near."""
    born, day = seen.visit.person.birth_date, seen.visit.start.date()
    wanted = seen.wishes.birthdays and seen.arriving and not seen.sober
    if not wanted or born is None or born >= day:
        return None
    age = age_on(born, day)
    if age == age_on(born, day - timedelta(days=1)):
        return None
    aloud = Mark.NOT_ALOUD not in seen.visit.all_marks
    return Cue(
        "birthday",
        _("Wordt vandaag {age}.").format(age=age) if age < _GROWN_UP else _("Is vandaag jarig."),
        _("Van harte gefeliciteerd!") if aloud else "",
        _("omdat de geboortedatum in de agenda staat"),
    )
