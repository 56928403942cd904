"""Looking at a script again: somebody said when, and that day has not passed."""

from collections.abc import Iterator
from datetime import date

from reception_assistant.i18n import _
from reception_assistant.library.checking.subject import Subject
from reception_assistant.library.finding import Code, Finding


def review(subject: Subject) -> Iterator[Finding]:
    """Find a script that is due, or of which nobody said when it is."""
    told = subject.script.review
    day = _day(told.next) if told else None
    if day is None:
        yield subject.warning(
            Code.REVIEW_DUE,
            ("review", "next"),
            _("Er staat niet bij wanneer iemand dit script weer doorleest."),
            _("Kies een dag, bijvoorbeeld over een jaar (review, next)."),
        )
    elif day < subject.background.today:
        yield subject.warning(
            Code.REVIEW_DUE,
            ("review", "next"),
            _("Dit script was op {day} aan de beurt om door te lezen.").format(
                day=f"{day:%d-%m-%Y}"
            ),
            _("Lees het hardop, verander wat niet meer klopt, en kies een nieuwe dag."),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
