"""How long it is: sentences and lines that can be followed by ear, with one question at a time."""

import re
from collections.abc import Iterator

from reception_assistant.i18n import _
from reception_assistant.library.checking.subject import SaidLine, Subject
from reception_assistant.library.counting import Sentence, seconds_for, sentences
from reception_assistant.library.finding import Code, Finding

_MOST_WORDS, _PLEASANT_WORDS = 20, 15
_MOST_SECONDS = 20
_SHOWN_WORDS = 6
_QUESTION = re.compile(r"\?[?!]*")


def lengths(subject: Subject) -> Iterator[Finding]:
    """Find sentences and lines that are too long, and two questions in one breath."""
    for line in subject.lines:
        if line.length > _PLEASANT_WORDS:
            yield from _long_sentences(subject, line)
        if (long := seconds_for(line.length)) > _MOST_SECONDS:
            yield subject.error(
                Code.LONG_LINE,
                line.path,
                _("Dit duurt {seconds} seconden om te zeggen.").format(seconds=long),
                _("Zeg het in twee stappen, met een vraag ertussen."),
            )
        if len(_QUESTION.findall(line.text)) > 1:
            yield subject.warning(
                Code.TWO_QUESTIONS,
                line.path,
                _("Hier staan twee vragen achter elkaar. Mensen antwoorden op de laatste."),
                _("Stel er één, en geef de andere een eigen stap."),
            )


def _long_sentences(subject: Subject, line: SaidLine) -> Iterator[Finding]:
    for sentence in sentences(line.text):
        if sentence.words > _PLEASANT_WORDS:
            yield _long_sentence(subject, line, sentence)


def _long_sentence(subject: Subject, line: SaidLine, sentence: Sentence) -> Finding:
    start = " ".join(sentence.text.split()[:_SHOWN_WORDS])
    message = _("Deze zin telt {count} woorden: «{start} …»").format(
        count=sentence.words, start=start
    )
    if sentence.words > _MOST_WORDS:
        advice = _("Maak er twee zinnen van.")
        return subject.error(Code.LONG_SENTENCE, line.path, message, advice)
    advice = _("Lees hem hardop. Twee korte zinnen zijn beter te volgen.")
    return subject.warning(Code.SENTENCE_OVER_15, line.path, message, advice)
