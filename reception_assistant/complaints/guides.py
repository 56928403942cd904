"""What the record says in each step: what to do, what to say, and what to ask.

On the phone one hears that somebody is angry, at the desk one sees it, and in a letter one reads
it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from reception_assistant.complaints.complaint import Field, Phase, Where, Yes
from reception_assistant.complaints.steps import FIELDS
from reception_assistant.i18n import N_, _


class Goal(StrEnum):
    """What this conversation is for, chosen in step 1."""

    KEEP = "behouden"
    SOLVE = "oplossen"
    UNDERSTAND = "begrijpen"
    RESTORE = "herstellen"


class Emotion(StrEnum):
    """What somebody feels, as the receptionist hears or sees it."""

    CALM = "rustig"
    TENSE = "gespannen"
    ANGRY = "boos"
    SAD = "verdrietig"
    WORRIED = "ongerust"
    DISAPPOINTED = "teleurgesteld"


class Question(NamedTuple):
    """One field of a step: its heading, what to ask aloud ("" for nothing), and a hint to write."""

    field: Field
    label: str
    ask: str = ""
    hint: str = ""


class Guide(NamedTuple):
    """One step: the key point, the sentence to say ("" for none), tips, and its questions.

    `behaviours` are what shows at the desk that you are there for somebody; elsewhere none.
    """

    phase: Phase
    title: str
    key: str
    say: str
    tips: tuple[str, ...]
    questions: tuple[Question, ...]
    behaviours: tuple[str, ...] = ()


class _Text(NamedTuple):
    title: str
    key: str
    say: str = ""
    tips: tuple[str, ...] = ()


_TEXTS: Mapping[Phase, _Text] = {
    Phase.PREPARE: _Text(
        N_("Voorbereiden"),
        N_("Weet wat u wilt bereiken, en wat u mag aanbieden"),
        tips=(
            N_("Kijk bij de kaders wat u zelf mag beslissen."),
            N_("Lees terug wat er al bekend is. Dan hoeft de ander het niet te herhalen."),
            N_("Komt dit vaker voor? Kijk dan wat toen hielp, voor de ander én voor u."),
        ),
    ),
    Phase.ACKNOWLEDGE: _Text(
        N_("Erkennen"),
        N_("Erken het gevoel, nog niet de schuld"),
        tips=(
            N_("Wees daarna even stil. De ander mag uitpraten."),
            N_("Verdedig niets. Herhaal in het kort wat u opvangt."),
            N_("Vraag u af wat dit voor de ander zo lastig maakt."),
        ),
    ),
    Phase.CLARIFY: _Text(
        N_("Verhelderen"),
        N_("Vraag door, tot de ander zegt: zo is het"),
        N_("Ik wil het goed begrijpen. Vertelt u eens, wat is er gebeurd?"),
        (
            N_("Schrijf de woorden van de ander op, niet die van u."),
            N_("Denk nog niet aan de oplossing. Misschien speelt er iets anders."),
            N_("Komt u er samen niet uit? Vraag een collega om mee te luisteren."),
        ),
    ),
    Phase.SOLVE: _Text(
        N_("Oplossen"),
        N_("Noem één duidelijke oplossing, en iets wat ook kan"),
        N_("Dank u wel, nu is het mij duidelijk. Zal ik vertellen wat ik wil doen?"),
        (
            N_("Blijf binnen uw kaders. Beloof niets voor een ander."),
            N_("Kan iets niet? Zeg dan meteen wat wel kan."),
            N_("Gebruik gewone woorden en korte zinnen."),
        ),
    ),
    Phase.CHECK: _Text(
        N_("Checken"),
        N_("Vraag of dit het echt oplost"),
        N_("Ik wil zeker weten dat dit u helpt."),
        (
            N_("Alleen de ander weet het antwoord. Vul het niet zelf in."),
            N_("Is het een nee? Dan weet u meer dan net. Ga samen een stap terug."),
        ),
    ),
    Phase.DO: _Text(
        N_("Doen"),
        N_("Begin meteen, en zeg wat er wanneer gebeurt"),
        N_("Dank u wel. Ik ga er nu mee aan de slag."),
        (
            N_("Noem een dag en een tijd. Zeg ook wie het doet."),
            N_("Vraag hoe u elkaar het beste kunt bereiken."),
            N_("Duurt het langer? Bel dan vóór de afgesproken tijd."),
        ),
    ),
    Phase.LEARN: _Text(
        N_("Leren"),
        N_("Zoek waar het echt door kwam, en verander één ding"),
        tips=(
            N_("Vraag een paar keer door: hoe kon dat gebeuren?"),
            N_("Kijk naar hoe het werk gaat, niet naar wie het deed."),
            N_("Spreek af wie iets verandert, en wanneer u samen terugkijkt."),
        ),
    ),
}

_ACKNOWLEDGED: Mapping[Where, str] = {
    Where.PHONE: N_("Ik hoor dat dit u hoog zit. Fijn dat u het vertelt."),
    Where.DESK: N_("Ik zie dat dit u hoog zit. Fijn dat u het vertelt."),
}
_ACKNOWLEDGED_READ = N_("Ik lees dat dit u hoog zit. Fijn dat u ons dit schrijft.")

_QUESTIONS: Mapping[Field, Question] = {
    each.field: each
    for each in (
        Question(Field.GOAL, N_("Wat wilt u bereiken?")),
        Question(
            Field.EXPECTED,
            N_("Wat had de ander verwacht?"),
            hint=N_("Bijvoorbeeld: op tijd aan de beurt"),
        ),
        Question(
            Field.EXPERIENCED,
            N_("Hoe ging het?"),
            hint=N_("Bijvoorbeeld: veertig minuten gewacht"),
        ),
        Question(Field.EMOTION, N_("Welk gevoel merkt u?")),
        Question(
            Field.APOLOGY,
            N_("Uw excuus"),
            hint=N_("Het spijt me dat …"),
        ),
        Question(
            Field.WORDS,
            N_("In eigen woorden"),
            N_("Wat is er gebeurd?"),
            N_("Zo letterlijk als het lukt"),
        ),
        Question(
            Field.MORE,
            N_("Meer hierover"),
            N_("Wilt u mij daar iets meer over vertellen?"),
        ),
        Question(
            Field.BEHIND,
            N_("Wat zit erachter?"),
            N_("Wat raakt u hiervan het meest?"),
        ),
        Question(
            Field.HELP,
            N_("Waar help ik mee?"),
            N_("Waarmee kan ik u nu het beste helpen?"),
        ),
        Question(
            Field.WISH,
            N_("De wens"),
            N_("Wat zou u het liefst zien gebeuren?"),
        ),
        Question(
            Field.ACCEPTABLE,
            N_("Wat is ook goed?"),
            N_("Wanneer is het voor u in orde?"),
        ),
        Question(
            Field.CONFIRMED,
            N_("Klopt dat?"),
            N_("Ik vat het even samen. Klopt dat zo?"),
            N_("Dit is het antwoord van de ander"),
        ),
        Question(
            Field.SOLUTION,
            N_("Wat gaan we doen?"),
            N_("Dit wil ik voor u doen."),
        ),
        Question(
            Field.ALTERNATIVE,
            N_("Of anders"),
            N_("Past dat niet zo goed? Dit kan ook."),
        ),
        Question(Field.GAIN_CUSTOMER, N_("Wat heeft de ander eraan?")),
        Question(Field.GAIN_PRACTICE, N_("Wat hebben wij eraan?")),
        Question(
            Field.SOUNDS,
            N_("Hoe klinkt het?"),
            N_("Hoe klinkt dit voor u?"),
        ),
        Question(
            Field.THINKS,
            N_("Wat vindt de ander?"),
            N_("Wat denkt u ervan?"),
        ),
        Question(
            Field.MEETS,
            N_("Is dit waar de ander op hoopte?"),
            N_("Is dit waar u op hoopte?"),
        ),
        Question(
            Field.SOLVED,
            N_("Is het opgelost?"),
            N_("Is het hiermee voor u opgelost?"),
            N_("Dit is het antwoord van de ander"),
        ),
        Question(
            Field.STAY_IN_TOUCH,
            N_("Hoe houden we contact?"),
            N_("Hoe bereik ik u het beste, en wanneer?"),
            N_("Bijvoorbeeld: bellen, na vijf uur"),
        ),
        Question(Field.CAUSE, N_("De oorzaak")),
        Question(
            Field.CAUSE_TEXT,
            N_("Hoe kwam het?"),
            hint=N_("Over hoe het werk gaat, niet over wie het deed"),
        ),
        Question(
            Field.BETWEEN_LINES,
            N_("Tussen de regels"),
            hint=N_("Alleen voor u en uw collega’s. Dit komt in geen brief of verslag."),
        ),
    )
}

_BEHAVIOURS = (
    N_("Kijk de ander rustig aan."),
    N_("Sta of zit rechtop."),
    N_("Houd uw armen los en uw handen open."),
    N_("Leg uw werk weg en knik mee."),
)
_BEHAVING_IN = frozenset({Phase.ACKNOWLEDGE, Phase.CLARIFY})

_BEHIND = (
    N_("Wat had het voor u goed gemaakt op dat moment?"),
    N_("Wat betekent dit voor u, thuis of op uw werk?"),
    N_("Is dit vaker gebeurd, bij ons of ergens anders?"),
    N_("Waar bent u bang voor als dit zo blijft?"),
    N_("Wat had u van ons willen horen?"),
    N_("Wat is voor u nu het belangrijkste?"),
)
_BETWEEN_LINES = (
    N_("Waar werd de stem zachter of juist harder?"),
    N_("Wat werd niet gezegd, maar hoorde of zag u wel?"),
    N_("Wat kwam telkens terug?"),
    N_("Weet u het zeker, of vult u het in? Vraag het dan na."),
)

_GOALS: Mapping[Goal, str] = {
    Goal.KEEP: N_("Deze persoon blijft bij ons"),
    Goal.SOLVE: N_("Het probleem is weg"),
    Goal.UNDERSTAND: N_("Wij begrijpen wat er speelde"),
    Goal.RESTORE: N_("Het vertrouwen komt terug"),
}
_EMOTIONS: Mapping[Emotion, str] = {
    Emotion.CALM: N_("rustig"),
    Emotion.TENSE: N_("gespannen"),
    Emotion.ANGRY: N_("boos"),
    Emotion.SAD: N_("verdrietig"),
    Emotion.WORRIED: N_("ongerust"),
    Emotion.DISAPPOINTED: N_("teleurgesteld"),
}
_ANSWERS: Mapping[Yes, str] = {Yes.YES: N_("ja"), Yes.PARTLY: N_("deels"), Yes.NO: N_("nee")}


def guide(phase: Phase, where: Where) -> Guide:
    """Return what the record says in a step to somebody who was told it `where`."""
    text = _TEXTS[phase]
    say = _ACKNOWLEDGED.get(where, _ACKNOWLEDGED_READ) if phase is Phase.ACKNOWLEDGE else text.say
    at_desk = where is Where.DESK and phase in _BEHAVING_IN
    return Guide(
        phase,
        _(text.title),
        _(text.key),
        _(say) if say else "",
        tuple(map(_, text.tips)),
        tuple(map(question, FIELDS[phase])),
        tuple(map(_, _BEHAVIOURS)) if at_desk else (),
    )


def title(phase: Phase) -> str:
    """Return the name of a step, for the bar with all seven."""
    return _(_TEXTS[phase].title)


def question(field: Field) -> Question:
    """Return what is asked in one field."""
    found = _QUESTIONS[field]
    return Question(
        field,
        _(found.label),
        _(found.ask) if found.ask else "",
        _(found.hint) if found.hint else "",
    )


def prompts(field: Field) -> tuple[str, ...]:
    """Return what helps to fill in a field: six questions for what is behind it, and others."""
    texts = {Field.BEHIND: _BEHIND, Field.BETWEEN_LINES: _BETWEEN_LINES}.get(field, ())
    return tuple(map(_, texts))


def choices(field: Field) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen in a field, as it is kept and as it is shown; () is free text.

    CAUSE has the list of the practice (`reading.causes`).
    """
    return tuple((value, _(label)) for value, label in _CHOICES.get(field, {}).items())


_CHOICES: Mapping[Field, Mapping[str, str]] = {
    Field.GOAL: {goal.value: label for goal, label in _GOALS.items()},
    Field.EMOTION: {each.value: label for each, label in _EMOTIONS.items()},
    Field.CONFIRMED: {each.value: _ANSWERS[each] for each in (Yes.YES, Yes.NO)},
    Field.SOLVED: {each.value: label for each, label in _ANSWERS.items()},
}
