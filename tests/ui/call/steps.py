"""Steps, scripts that fit and conversations, as the core hands them to the middle of the screen."""

from reception_assistant.library.lists import Mandate, May
from reception_assistant.library.offer import Offer
from reception_assistant.library.script import Remember
from reception_assistant.run.view import AnswerView, InsteadView, PathPart, StepView, Way
from ui.call.call_tabs import CallChip

ASKED = StepView(
    script_id="rekening",
    title="Klacht over een rekening",
    step="verhelderen",
    say="Wat ik u hoor zeggen, meneer Jansen, is dat u meer moet betalen. Klopt dat?",
    way=Way.ANSWERS,
    key="Vat samen in de woorden van de beller",
    tip="Wacht op het antwoord. Ga niet in discussie: u hoeft nu nog niets op te lossen.",
    avoid=(InsteadView("Dat staat gewoon in de offerte.", "Ik zoek het met u uit."),),
    answers=(
        AnswerView(1, 0, "Ja, dat klopt"),
        AnswerView(2, 3, "Nee, het zit anders: vraag door"),
        AnswerView(3, 4, "Wordt bozer", aside=True),
        AnswerView(4, 5, "Iets anders", missing=True),
    ),
    path=(PathPart("Rekening"), PathPart("Erkennen"), PathPart("Verhelderen")),
)
CALM = ASKED._replace(
    script_id="kalmeren",
    title="Kalmeren in zeven stappen",
    step="erkennen",
    say="Ik hoor dat u hier echt mee zit, meneer Jansen. Dat vind ik vervelend voor u.",
    key="Erken het gevoel, nog niet de schuld",
    phase=2,
    aside=True,
    posture="Zit rechtop en adem rustig uit.",
    remember=Remember(id="emotie", label="Wat voelt de beller?"),
    path=(*ASKED.path, PathPart("Kalmeren", 1), PathPart("Erkennen", 1)),
    seconds=7,
)
SAID = ASKED._replace(
    step="doorvragen",
    say="Vertelt u mij wat er anders is?",
    way=Way.ON,
    answers=(),
    avoid=(),
    path=(*ASKED.path, PathPart("Doorvragen")),
)
PROMISE = SAID._replace(step="beloven", say="", way=Way.END, asks_promise=True)
OFFERS = (
    Offer("hoger", "De rekening is hoger dan begroot", ("reden: rekening", "klinkt boos")),
    Offer("klacht", "Klacht over een rekening", ("reden: rekening",)),
)
MANDATES = (
    Mandate(id="a", label="Een andere afspraak", may=May.SELF, say="Ik zoek een andere tijd."),
    Mandate(id="b", label="Vandaag terugbellen", may=May.SELF, say="Ik bel u vandaag terug."),
    Mandate(id="c", label="In delen betalen", may=May.CONSULT, say="Ik vraag of dat kan."),
    Mandate(id="d", label="Voor iemand met spoed gaan", may=May.NEVER, say="Morgen kan wel."),
)
JANSEN = CallChip("1", "meneer Jansen", "sinds 09:08", running=True, parked=False)
UNKNOWN = CallChip("2", "Beller onbekend", "geparkeerd 4 min", running=False, parked=True)
LONG_NAME = CallChip(
    "3",
    "mevrouw De Heusch de la Zangrye van Nieuwerkerk aan den IJssel-Boetzelaer van Oosterhout",
    "geparkeerd 12 min",
    running=False,
    parked=True,
)
