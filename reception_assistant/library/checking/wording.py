"""How it is said: in words that everybody knows, and without hurting or ordering anybody."""

from collections.abc import Iterator

from reception_assistant.i18n import N_, _
from reception_assistant.language.words import Phrase, PhraseKind, PlainWord, Severity
from reception_assistant.library.checking.commands import may_order, order_in
from reception_assistant.library.checking.nominal import nominalisations_in
from reception_assistant.library.checking.passive import may_be_passive, passive_in
from reception_assistant.library.checking.subject import SaidLine, Subject
from reception_assistant.library.checking.words import Spotted, is_of_everybody
from reception_assistant.library.counting import sentences
from reception_assistant.library.finding import Code, Finding

_SOUNDS = {
    PhraseKind.COMMAND: N_("«{said}» klinkt als een bevel."),
    PhraseKind.REPROACH: N_("«{said}» klinkt als een verwijt."),
    PhraseKind.BRUSH_OFF: N_("«{said}» klinkt alsof u iemand wegstuurt."),
    PhraseKind.POLICY: N_("«{said}» klinkt als een muur van regels."),
    PhraseKind.HUSH: N_("«{said}» moet sussen, maar maakt iemand vaak bozer."),
    PhraseKind.CONTRADICTION: N_("«{said}» klinkt als tegenspreken."),
    PhraseKind.JUDGEMENT: N_("«{said}» klinkt als een oordeel."),
    PhraseKind.PUSHY: N_("«{said}» klinkt alsof u aandringt."),
    PhraseKind.GUILT: N_("«{said}» zegt al wie er schuld heeft."),
}


def wordings(subject: Subject) -> Iterator[Finding]:
    """Find words of the trade, hard phrases, figures of speech and the language of letters."""
    finder = subject.background.words
    said = [line.spoken for line in subject.lines]
    words = finder.words(said, subject.script.when.discipline)
    for line, terms, phrases in zip(subject.lines, words, finder.phrases(said), strict=True):
        yield from _jargon(subject, line, terms)
        yield from _phrases(subject, line, phrases)
        yield from _letters(subject, line)
        yield from _orders(subject, line)


def _jargon(subject: Subject, line: SaidLine, terms: list[Spotted]) -> Iterator[Finding]:
    for said, word in terms:
        if not isinstance(word, PlainWord):
            continue
        if word.severity is Severity.EXPLAIN:
            yield subject.warning(
                Code.EXPLAIN_TERM,
                line.path,
                _("Niet iedereen weet wat «{said}» is.").format(said=said),
                _better(word) if word.short else _explained(word),
            )
        else:
            sure = bool(subject.script.when.discipline) or is_of_everybody(word)
            found = subject.error if sure else subject.warning
            yield found(
                Code.JARGON,
                line.path,
                _("«{said}» is geen gewoon woord.").format(said=said),
                _better(word),
            )


def _better(word: PlainWord) -> str:
    if not word.short:
        return _("Zeg het in gewone woorden: «{words}».").format(words=word.explanation)
    if word.severity is Severity.EXPLAIN and word.explanation:
        return _("Zeg liever «{better}», of leg het uit: {explanation}.").format(
            better=word.short, explanation=word.explanation
        )
    return _("Zeg liever «{better}».").format(better=word.short)


def _explained(word: PlainWord) -> str:
    return _("Leg het meteen uit: {explanation}.").format(explanation=word.explanation)


def _phrases(subject: Subject, line: SaidLine, phrases: list[Spotted]) -> Iterator[Finding]:
    for spotted in phrases:
        if isinstance(spotted.what, Phrase):
            yield _phrase(subject, line, spotted.said, spotted.what)
        else:
            yield _figure(subject, line, spotted)


def _phrase(subject: Subject, line: SaidLine, said: str, phrase: Phrase) -> Finding:
    code = Code.COMMAND if phrase.kind is PhraseKind.COMMAND else Code.AVOID_PHRASE
    return subject.warning(
        code,
        line.path,
        _(_SOUNDS[phrase.kind]).format(said=said),
        _("Zeg liever: «{better}» {reason}").format(better=phrase.better, reason=phrase.reason),
    )


def _figure(subject: Subject, line: SaidLine, spotted: Spotted) -> Finding:
    meant = spotted.what.short if isinstance(spotted.what, PlainWord) else ""
    return subject.warning(
        Code.FIGURATIVE,
        line.path,
        _("«{said}» is beeldspraak. Niet iedereen begrijpt die.").format(said=spotted.said),
        _("Zeg gewoon wat u bedoelt: «{meant}».").format(meant=meant),
    )


def _orders(subject: Subject, line: SaidLine) -> Iterator[Finding]:
    if not may_order(line.text, line.words):
        return
    for sentence in sentences(line.text):
        if said := order_in(sentence.text):
            yield subject.warning(
                Code.COMMAND,
                line.path,
                _(_SOUNDS[PhraseKind.COMMAND]).format(said=said),
                _("Vraag het liever: «Wilt u …?» of «Kunt u …?»"),
            )


def _letters(subject: Subject, line: SaidLine) -> Iterator[Finding]:
    """Find the language of letters: nobody does anything in it."""
    if may_be_passive(line.words):
        for said in passive_in(line.text):
            yield subject.warning(
                Code.PASSIVE,
                line.path,
                _("«{said}» zegt niet wie iets doet.").format(said=said),
                _("Noem wie het doet: «ik», «wij» of een naam."),
            )
    if "van" in line.words:
        for said in nominalisations_in(line.text):
            yield subject.warning(
                Code.NOMINALISATION,
                line.path,
                _("«{said}» klinkt als een brief.").format(said=said),
                _("Maak er een werkwoord van, en zeg wie iets doet."),
            )
