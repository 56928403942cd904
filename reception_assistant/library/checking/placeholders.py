"""What stands between braces: only what can be filled in, with words for when it cannot."""

from collections.abc import Iterator

from reception_assistant.i18n import _
from reception_assistant.library.checking.names import meant
from reception_assistant.library.checking.subject import Subject
from reception_assistant.library.filling import Part, parse
from reception_assistant.library.finding import Code, Finding, Path
from reception_assistant.library.placeholders import ALWAYS_FILLED, OF_PROMISE, Placeholder
from reception_assistant.library.reading.braces import as_written, has_braces
from reception_assistant.library.reading.walk import shown

_CLOSED_LIST = frozenset(each.value for each in Placeholder)


def placeholders(subject: Subject) -> Iterator[Finding]:
    """Find what cannot be filled in, or may turn out empty."""
    yield from _never_filled_in(subject)
    steps = subject.script.steps
    known = _CLOSED_LIST | {step.remember.id for step in steps.values() if step.remember}
    promised = {name for name, step in steps.items() if step.end and step.end.promise}
    for path, parts in _filled_in(subject):
        for part in parts:
            if part.broken:
                yield _broken(subject, path, part)
            elif part.name:
                yield from _named(subject, path, part, known, promised=path[1] in promised)


def _never_filled_in(subject: Subject) -> Iterator[Finding]:
    """Find braces in what is shown as it was written."""
    script = subject.script
    texts = {"title": script.title, "goal": script.goal, "theme": script.theme}
    for name, text in texts.items():
        if has_braces(text):
            message, advice = as_written(text)
            yield subject.error(Code.UNKNOWN_PLACEHOLDER, (name,), message, advice)


def _filled_in(subject: Subject) -> Iterator[tuple[Path, tuple[Part, ...]]]:
    """Give every text that is shown with its placeholders filled in, also those not said."""
    for line in subject.lines:
        yield line.path, line.parts
    for name, step in subject.script.steps.items():
        path: Path = ("steps", name)
        others = [
            ((*path, "key"), step.key),
            ((*path, "tip"), step.tip),
            ((*path, "posture"), step.posture),
            *(((*path, "avoid", at, "say"), pair.say) for at, pair in enumerate(step.avoid)),
            *(
                ((*path, "answers", at, "label"), each.label)
                for at, each in enumerate(step.answers)
            ),
        ]
        if step.remember:
            others.append(((*path, "remember", "label"), step.remember.label))
        for place, text in others:
            if has_braces(text):
                yield place, parse(text)


def _named(
    subject: Subject, path: Path, part: Part, known: frozenset[str], *, promised: bool
) -> Iterator[Finding]:
    name = part.name
    if name not in known:
        yield subject.error(
            Code.UNKNOWN_PLACEHOLDER,
            path,
            _("«{name}» kan Balie niet invullen: niemand weet wat daar komt.").format(
                name=shown(name)
            ),
            meant(name, known, _("Kies iets wat Balie kent, of laat een stap het onthouden.")),
        )
    elif name in OF_PROMISE and not promised:
        yield subject.error(
            Code.UNKNOWN_PLACEHOLDER,
            path,
            _("«{name}» is hier nog niet bekend.").format(name=name),
            _("Gebruik het in een stap die eindigt met een belofte (promise: true)."),
        )
    elif part.fallback is None and name not in ALWAYS_FILLED:
        yield subject.error(
            Code.UNGUARDED_PLACEHOLDER,
            path,
            _("«{name}» is niet bij iedereen bekend.").format(name=name),
            _("Zeg erachter wat er dan komt: {words}. Of laat het dan weg: {nothing}.").format(
                words=f"{{{name}|…}}", nothing=f"{{{name}|}}"
            ),
        )


def _broken(subject: Subject, path: Path, part: Part) -> Finding:
    return subject.error(
        Code.UNKNOWN_PLACEHOLDER,
        path,
        _("«{text}» kan Balie niet invullen.").format(text=shown(part.text)),
        _("Tussen haken staat alleen een naam: {name}, of {words} als die leeg kan zijn.").format(
            name="{praktijk}", words="{naam|…}"
        ),
    )
