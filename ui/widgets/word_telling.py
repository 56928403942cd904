"""What is told about an answer, in the words of the screen."""

from typing import NamedTuple

from reception_assistant.i18n import N_, _
from reception_assistant.language.lookup import Answer
from reception_assistant.language.words import Discipline, Phrase, PlainWord, Severity
from ui.theme.marks import Role

_OF_WHOM = {
    Discipline.DENTIST: N_("Vakwoord bij de tandarts: {term}"),
    Discipline.VET: N_("Vakwoord bij de dierenarts: {term}"),
    Discipline.GP: N_("Vakwoord bij de huisarts: {term}"),
    Discipline.WELFARE: N_("Vakwoord in zorg en welzijn: {term}"),
    Discipline.GENERAL: N_("Moeilijk woord: {term}"),
    Discipline.OWN: N_("Woord van uw eigen praktijk: {term}"),
}
_USE = {
    Severity.AVOID: N_("Zeg dit vakwoord liever niet in een gesprek."),
    Severity.EXPLAIN: N_("U mag dit vakwoord zeggen. Leg dan meteen uit wat het is."),
}


class Telling(NamedTuple):
    """The lines about one answer; those that are empty are not shown.

    `said` is what goes to the clipboard, and `large` how it stands on the screen.
    """

    said: str
    large: str
    role: Role
    above: str = ""
    meaning: str = ""
    name: str = ""
    use: str = ""
    avoid: bool = False
    advice: str = ""
    warning: str = ""

    def aloud(self) -> str:
        """Return all of it as a screen reader says it."""
        lines = (self.above, self.large, self.meaning, self.name, self.use, self.advice)
        return " ".join(filter(None, (*lines, self.warning)))


def telling(answer: Answer) -> Telling:
    """Return what is told about `answer`."""
    return _of_phrase(answer) if isinstance(answer, Phrase) else _of_word(answer)


def _of_phrase(phrase: Phrase) -> Telling:
    return Telling(
        said=phrase.better,
        large=_("Wel: {phrase}").format(phrase=phrase.better),
        role="heading",
        above=_("Liever niet: {phrase}").format(phrase=phrase.pattern),
        meaning=phrase.reason,
    )


def _of_word(word: PlainWord) -> Telling:
    stop = _("Let op: dit woord kan bij een stopteken horen. Volg wat uw praktijk afsprak.")
    own = word.discipline is Discipline.OWN
    return Telling(
        said=word.said,
        large=word.said,
        role="sentence" if word.short else "heading",
        meaning=_sentence(word.explanation) if word.short else "",
        name=_(_OF_WHOM[word.discipline]).format(term=word.term),
        use="" if own else _(_USE[word.severity]),
        avoid=word.severity is Severity.AVOID,
        advice=_sentence(word.advice),
        warning=stop if word.red_flag else "",
    )


def _sentence(text: str) -> str:
    """Return a few words as a sentence."""
    ends = "" if text.endswith((".", "?", "!")) else "."
    return f"{text[:1].upper()}{text[1:]}{ends}" if text else ""
