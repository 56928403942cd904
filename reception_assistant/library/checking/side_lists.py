"""The lists beside the scripts: what they name must be there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.library.checking.names import (
    ids_of,
    meant,
    unknown_outcome,
    unknown_reason,
)
from reception_assistant.library.content import Lists
from reception_assistant.library.finding import Code, Finding, Path, Places, Severity
from reception_assistant.library.lists import Allowed, Reason, StopSign
from reception_assistant.library.reading.capping import capped
from reception_assistant.library.reading.folder import ALLOWED, REASONS, STOP_SIGNS
from reception_assistant.library.reading.pack import PackReading
from reception_assistant.library.reading.walk import printable, shown
from reception_assistant.library.script import Script


class _Wrong(NamedTuple):
    """Something wrong in a list: where, what and what to do about it."""

    code: Code
    path: Path
    message: str
    advice: str


def side_lists(reading: PackReading, lists: Lists, known: Mapping[str, Script]) -> list[Finding]:
    """Return what the lists of a pack name, and `lists`, `known` and the pack do not have."""
    own = reading.lists
    scripts = {**known, **{file.script.id: file.script for file in reading.scripts}}
    wrong = {
        REASONS: _outcomes(own.reasons, ids_of(lists.outcomes)),
        STOP_SIGNS: _reasons(own.stop_signs, ids_of(lists.reasons)),
        ALLOWED: _scripts(own.allowed, scripts),
    }
    return [
        finding
        for file, found in wrong.items()
        for finding in capped(
            _told(each, file, reading.places.get(file, Places())) for each in found
        )
    ]


def _told(wrong: _Wrong, file: str, places: Places) -> Finding:
    return Finding(
        file,
        places.line(*wrong.path),
        Severity.ERROR,
        wrong.code,
        printable(wrong.message),
        printable(wrong.advice),
    )


def _outcomes(reasons: Sequence[Reason], known: frozenset[str]) -> Iterator[_Wrong]:
    for place, reason in enumerate(reasons):
        for at, name in enumerate(reason.outcomes):
            if name not in known:
                path = (place, "outcomes", at)
                yield _Wrong(Code.UNKNOWN_OUTCOME, path, *unknown_outcome(name, known))


def _reasons(stop_signs: Sequence[StopSign], known: frozenset[str]) -> Iterator[_Wrong]:
    for place, sign in enumerate(stop_signs):
        for at, name in enumerate(sign.reason):
            if name not in known:
                path = (place, "reason", at)
                yield _Wrong(Code.UNKNOWN_REASON, path, *unknown_reason(name, known))


def _scripts(allowed: Sequence[Allowed], known: Mapping[str, Script]) -> Iterator[_Wrong]:
    """Find exceptions for what is not there: nobody would notice that they do nothing."""
    for place, each in enumerate(allowed):
        script = known.get(each.script)
        if script is None:
            yield _Wrong(
                Code.WRONG_VALUE,
                (place, "script"),
                _("Het script «{name}» is er niet.").format(name=shown(each.script)),
                meant(each.script, known, _("Haal deze regel weg, of kies een ander script.")),
            )
        elif each.step and each.step not in script.steps:
            yield _Wrong(
                Code.WRONG_VALUE,
                (place, "step"),
                _("De stap «{name}» is er niet.").format(name=shown(each.step)),
                meant(each.step, script.steps, _("Haal deze regel weg, of kies een andere stap.")),
            )
