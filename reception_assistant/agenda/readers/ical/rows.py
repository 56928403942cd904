"""From events to rows: all that stands under one UID at a time, so that one costs no other."""

from collections.abc import Iterable, Sequence

from reception_assistant.agenda.incoming import IncomingRow, Rejected
from reception_assistant.agenda.readers.ical.changes import Event
from reception_assistant.agenda.readers.ical.components import Component, Note
from reception_assistant.agenda.readers.ical.events import Events, Facts
from reception_assistant.agenda.readers.ical.moments import in_utc
from reception_assistant.agenda.readers.ical.series import Instance, SeriesWriter
from reception_assistant.agenda.readers.ical.times import Original, Times
from reception_assistant.agenda.readers.ical.versions import (
    Version,
    inherit,
    newest,
    read_uid,
)
from reception_assistant.agenda.readers.trouble import NotUnderstoodError, at_line
from reception_assistant.i18n import _


class Rows:
    """Gathers the rows of a calendar, and what was rejected; `all_day` counts what is no visit."""

    def __init__(self, writer: SeriesWriter, times: Times, events: Events, note: Note) -> None:
        self._writer, self._times, self._events, self._note = writer, times, events, note
        self._facts: dict[int, Facts | None] = {}
        self._rows: list[IncomingRow] = []
        self._rejected: list[tuple[int, Rejected]] = []
        self._series_lost = False
        self.all_day = 0

    @property
    def unfinished(self) -> bool:
        """Whether there are appointments in the file that nobody could write out."""
        return self._writer.unfinished or self._series_lost

    @property
    def columns(self) -> frozenset[str]:
        """The columns of ours that the file tells."""
        marked = {"kenmerken"} if any(row.marks for row in self._rows) else set()
        return self._events.columns | marked

    def all(self) -> tuple[IncomingRow, ...]:
        """Return the rows, in the order of the file."""
        return tuple(sorted(self._rows, key=lambda row: (row.line, row.start)))

    def rejected(self) -> tuple[Rejected, ...]:
        """Return what was rejected, in the order of the file."""
        in_order = sorted(self._rejected, key=lambda placed: placed[0])
        return tuple(rejected for _line, rejected in in_order)

    def read_group(self, versions: Sequence[Version]) -> None:
        """Read all that is told under one UID."""
        mains = [version for version in versions if not version.replaces]
        main_version = newest(mains, self._note) if mains else None
        main = self._opened(main_version, main_version.uid) if main_version else None
        replacing = self._replacing(versions, main)
        changed = []
        for original, version in replacing:
            if main_version:
                inherit(version, main_version.original or main_version.event)
            key = version.uid and f"{version.uid}|{original.key}"
            event = self._opened(version, key)
            if event and not event.start.whole_day:
                event.original = original
                changed.append(event)
                self._tell_rule(event)
                self._add(self._writer.single(event, key))
        if main and not main.start.whole_day:
            self._add_main(main, changed, [original for original, _version in replacing])

    def refuse_broken_off(self, event: Component) -> None:
        """Reject the event in which the file ends."""
        reason = _("Deze afspraak is niet af: hier houdt het bestand op.")
        self._refuse(event.line, reason, read_uid(event))

    def _opened(self, version: Version, key: str) -> Event | None:
        """Return the event with its start; None when that is rejected."""
        try:
            start = self._times.start(version.event)
        except NotUnderstoodError as trouble:
            self._refuse(version.line, trouble.reason, key)
            self._series_lost = self._series_lost or _comes_back(version.event)
            return None
        self.all_day += start.whole_day
        return Event(version, start)

    def _replacing(
        self, versions: Iterable[Version], main: Event | None
    ) -> list[tuple[Original, Version]]:
        """Return for each time that is replaced the version that counts."""
        originals: dict[str, Original] = {}
        told: dict[str, list[Version]] = {}
        for version in versions:
            written = version.replaces
            if written is None:  # the series itself
                continue
            try:
                original = self._times.original(written, main.start if main else None)
            except NotUnderstoodError:
                reason = _("Welke afspraak dit vervangt, is niet te lezen (RECURRENCE-ID).")
                self._refuse(version.line, reason, "")
                continue
            originals.setdefault(original.key, original)
            told.setdefault(original.key, []).append(version)
        return [(original, newest(told[key], self._note)) for key, original in originals.items()]

    def _add_main(
        self, main: Event, changed: Sequence[Event], replaced: Sequence[Original]
    ) -> None:
        if _comes_back(main.version.event):
            self._add(self._writer.series(main, changed, replaced))
            return
        begins = in_utc(main.start.wall, self._times.zone(main.start))
        if all(original.utc != begins for original in replaced):
            self._add(self._writer.single(main, main.version.uid))

    def _add(self, instances: Iterable[Instance]) -> None:
        for instance in instances:
            facts = self._facts_of(instance)
            if facts is None:
                continue
            self._rows.append(
                IncomingRow(
                    line=instance.event.version.line,
                    start=instance.start,
                    minutes=instance.minutes,
                    key=instance.key,
                    number=facts.number,
                    name=facts.name,
                    treatment=facts.treatment,
                    practitioner=facts.practitioner,
                    marks=facts.marks,
                    booking=facts.booking,
                )
            )

    def _facts_of(self, instance: Instance) -> Facts | None:
        version = instance.event.version
        if version.place not in self._facts:
            try:
                key = version.uid or instance.start.isoformat()
                facts = self._events.facts(version, key)
            except NotUnderstoodError as trouble:
                self._refuse(version.line, trouble.reason, instance.key)
                facts = None
            self._facts[version.place] = facts
        return self._facts[version.place]

    def _tell_rule(self, event: Event) -> None:
        if _comes_back(event.version.event):
            self._note(
                event.version.line,
                _("de herhaling bij deze ene afspraak hoort daar niet en is overgeslagen."),
            )

    def _refuse(self, line: int, reason: str, key: str) -> None:
        self._rejected.append((line, Rejected(at_line(line), reason, key)))


def _comes_back(event: Component) -> bool:
    return bool(event.first("RRULE") or event.first("RDATE"))
