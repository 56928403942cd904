"""The rules: each looks at a situation and gives a cue, or nothing; in order of weight."""

from collections.abc import Callable

from reception_assistant.agenda.marks import Mark
from reception_assistant.cues.cue import Cue, Situation, Tone
from reception_assistant.i18n import _

Rule = Callable[[Situation], Cue | None]


def animal_deceased(seen: Situation) -> Cue | None:
    """Warn that the animal is no longer there: nothing cheerful, and no question after it."""
    if not seen.visit.animal_deceased:
        return None
    name = seen.visit.animal or _("Het dier")
    return Cue(
        "animal_deceased",
        _("{animal} is overleden. Vraag niet hoe het gaat.").format(animal=name),
        "",
        _("omdat dit in de agenda staat"),
        Tone.STOP,
    )


def sensitive(seen: Situation) -> Cue | None:
    """Warn that something sad or heavy is going on."""
    if Mark.SENSITIVE not in seen.visit.all_marks:
        return None
    return Cue(
        "sensitive",
        _("Gevoelig bezoek. Houd het rustig en kort."),
        "",
        _("omdat «gevoelig» in de agenda staat"),
        Tone.STOP,
    )


def not_aloud(seen: Situation) -> Cue | None:
    """Warn that the name must not be heard by others."""
    if Mark.NOT_ALOUD not in seen.visit.all_marks:
        return None
    return Cue(
        "not_aloud",
        _("Zeg de naam niet hardop."),
        "",
        _("omdat «niet hardop» bij deze persoon staat"),
        Tone.STOP,
    )


def pronunciation(seen: Situation) -> Cue | None:
    """Tell how the name sounds."""
    if not seen.visit.person.pronunciation:
        return None
    return Cue(
        "pronunciation",
        _("Zo zegt u het: {sound}.").format(sound=seen.visit.person.pronunciation.rstrip(".")),
        "",
        _("omdat de uitspraak bij deze persoon staat"),
        Tone.ATTENTION,
    )


def hard_of_hearing(seen: Situation) -> Cue | None:
    """Tell that somebody hears less well."""
    if Mark.HARD_OF_HEARING not in seen.visit.all_marks:
        return None
    return Cue(
        "hard_of_hearing",
        _("Hoort minder goed. Kijk naar de persoon, praat rustig en duidelijk."),
        "",
        _("omdat «slechthorend» bij deze persoon staat"),
    )


def interpreter(seen: Situation) -> Cue | None:
    """Tell that somebody comes with an interpreter."""
    if Mark.INTERPRETER not in seen.visit.all_marks:
        return None
    return Cue(
        "interpreter",
        _("Er is een tolk bij. Praat tegen de persoon zelf, in korte zinnen."),
        "",
        _("omdat «tolk» bij deze persoon staat"),
    )


def tense(seen: Situation) -> Cue | None:
    """Tell that somebody dreads the visit."""
    if Mark.TENSE not in seen.visit.all_marks:
        return None
    return Cue(
        "tense",
        _("Gespannen. Neem de tijd."),
        _("Wat kunnen wij doen zodat het prettig gaat?"),
        _("omdat «gespannen» bij deze persoon staat"),
    )


def first_visit(seen: Situation) -> Cue | None:
    """Tell that somebody is here for the first time."""
    if Mark.FIRST_VISIT not in seen.visit.all_marks:
        return None
    return Cue(
        "first_visit",
        _("Voor het eerst hier. Wijs de weg en zeg wie er komt."),
        _("Welkom! Zal ik even laten zien waar de wachtkamer is?"),
        _("omdat «eerste bezoek» in de agenda staat"),
        Tone.ATTENTION,
    )


def child_with_parent(seen: Situation) -> Cue | None:
    """Tell that a child comes with somebody, who is greeted too."""
    if not seen.visit.parent:
        return None
    return Cue(
        "child_with_parent",
        _("Komt met {parent}. Groet het kind eerst.").format(parent=seen.visit.parent),
        "",
        _("omdat de begeleider in de agenda staat"),
        Tone.ATTENTION,
    )


RULES: tuple[Rule, ...] = (
    not_aloud,
    animal_deceased,
    sensitive,
    pronunciation,
    child_with_parent,
    first_visit,
    hard_of_hearing,
    interpreter,
    tense,
)


def cues_for(seen: Situation) -> list[Cue]:
    """Return all cues of a situation, the weightiest first."""
    return [cue for rule in RULES if (cue := rule(seen)) is not None]
