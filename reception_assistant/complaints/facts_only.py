"""Facts of an incident: words that judge a person are marked, with what to write instead."""

from functools import lru_cache

from reception_assistant.complaints.wording import Mark, marks_in
from reception_assistant.i18n import N_, _
from reception_assistant.language.matching import Matcher
from reception_assistant.language.words import Phrase, PhraseKind

_SAID = N_("Schrijf op wat er is gezegd, woord voor woord.")
_DONE = N_("Schrijf op wat u zag: wat deed de ander?")
_SOUNDED = N_("Schrijf op wat u hoorde: schreeuwen, schelden, zwijgen.")
_WHY = N_("Een feit kan een ander ook zien of horen. Een oordeel over een persoon niet.")
_JUDGING = (
    (_SAID, "brutaal brutale onbeschoft onbeschofte onbeleefd onbeleefde grof grove gemeen gemene"),
    (_SAID, "asociaal asociale respectloos respectloze onredelijk onredelijke racist"),
    (_DONE, "agressief agressieve gevaarlijk gevaarlijke dreigend dreigende bedreigend"),
    (_DONE, "dronken gestoord gestoorde verward verwarde gek gekke psychopaat crimineel"),
    (_DONE, "lastig lastige moeilijke vervelend vervelende raar rare eng enge"),
    (_SOUNDED, "hysterisch hysterische idioot idiote debiel onmogelijk onmogelijke zeurpiet"),
    (_SOUNDED, "woest woeste ontoerekeningsvatbaar onhandelbaar onhandelbare overdreven"),
)


def judging_words(text: str) -> tuple[Mark, ...]:
    """Return the words in `text` that judge somebody; they are marked, never refused."""
    return marks_in(_matcher(), text)


@lru_cache(maxsize=1)
def _matcher() -> Matcher:
    phrases = (
        Phrase(word, _(better), _(_WHY), PhraseKind.JUDGEMENT)
        for better, words in _JUDGING
        for word in words.split()
    )
    return Matcher((), phrases, "")
