"""Words of guilt, blame, command and defence in what we say, each with a better sentence.

What is found is found by the matcher of the practice (`language.matching`); here is only which of
it counts, in which fields, and how that is said.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reception_assistant.complaints.complaint import Field
from reception_assistant.i18n import N_, _
from reception_assistant.language.matching import Match, Matcher
from reception_assistant.language.words import Phrase, PhraseKind, PlainWord

OURS = frozenset(
    {
        Field.APOLOGY,
        Field.SOLUTION,
        Field.ALTERNATIVE,
        Field.GAIN_CUSTOMER,
        Field.GAIN_PRACTICE,
        Field.STAY_IN_TOUCH,
        Field.CAUSE_TEXT,
    }
)
"""What we say ourselves. The customer's own words are never marked."""

_SOUNDS: Mapping[PhraseKind, str] = {
    PhraseKind.COMMAND: N_("klinkt als een bevel"),
    PhraseKind.REPROACH: N_("klinkt als een verwijt"),
    PhraseKind.GUILT: N_("erkent al schuld"),
    PhraseKind.CONTRADICTION: N_("klinkt als verdedigen"),
    PhraseKind.BRUSH_OFF: N_("klinkt als wegsturen"),
    PhraseKind.POLICY: N_("klinkt als verschuilen achter regels"),
    PhraseKind.HUSH: N_("klinkt als: het valt wel mee"),
    PhraseKind.JUDGEMENT: N_("is een oordeel over een mens"),
    PhraseKind.PUSHY: N_("klinkt als aandringen"),
}
_WORD = N_("is een vakwoord")


class Mark(NamedTuple):
    """Something better said otherwise, and where it stands; `sounds` is what is wrong with it."""

    start: int
    end: int
    words: str
    sounds: str
    better: str
    why: str

    @property
    def line(self) -> str:
        """The line below the text: what is wrong, and what to say."""
        return _("«{words}» {sounds}. Zeg liever: «{better}»").format(
            words=self.words, sounds=self.sounds, better=self.better
        )


def marks(matcher: Matcher, field: Field, text: str) -> tuple[Mark, ...]:
    """Return what is better said otherwise in `text`, which was written in `field`."""
    return marks_in(matcher, text) if field in OURS else ()


def marks_in(matcher: Matcher, text: str) -> tuple[Mark, ...]:
    """Return what is better said otherwise in a text of ours, such as a letter."""
    return tuple(_mark(match, text) for match in matcher.find(text))


def _mark(match: Match, text: str) -> Mark:
    found, words = match.found, text[match.start : match.end]
    if isinstance(found, Phrase):
        return Mark(
            match.start, match.end, words, _(_SOUNDS[found.kind]), found.better, found.reason
        )
    return _mark_of_word(match, found, words)


def _mark_of_word(match: Match, found: PlainWord, words: str) -> Mark:
    return Mark(match.start, match.end, words, _(_WORD), found.said, found.explanation)
