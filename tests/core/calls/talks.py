"""Conversations at a practice for tests: a small library, and short ways to say what happens."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from reception_assistant.calls.call import CallHead, CallRecord, Direction, Ending
from reception_assistant.calls.promise import Promise
from reception_assistant.library.content import Lists
from reception_assistant.library.lists import Outcome, Reason
from reception_assistant.library.script import Answer, End, Remember, Script, Step
from reception_assistant.run.event import Event, Kind
from reception_assistant.store import library
from reception_assistant.store.library import NewVersion
from tests.helpers.practice import Practice

LISTS = Lists(
    reasons=(Reason(id="rekening", label="Rekening", aliases=("factuur",)),),
    outcomes=(
        Outcome(id="niets-nodig", label="Niets meer nodig", aliases=("klaar",)),
        Outcome(id="terugbelafspraak", label="Wij bellen terug", promise=True),
        Outcome(id="niet-geholpen", label="Niet gelukt", alternative=True, helped=False),
    ),
)
SCRIPT = Script(
    id="rekening",
    title="De rekening",
    start="erkennen",
    steps={
        "erkennen": Step(
            say="Ik hoor u.",
            remember=Remember(id="woorden", label="In eigen woorden"),
            answers=(
                Answer(label="Ja", goto="beloven"),
                Answer(label="Anders", missing=True),
                Answer(label="Wordt boos", detour="kalmeren"),
            ),
        ),
        "beloven": Step(say="Ik bel u.", end=End(outcome="terugbelafspraak", promise=True)),
    },
)
CALMING = Script(
    id="kalmeren", title="Kalmeren", start="horen", steps={"horen": Step(say="Ja.", back=True)}
)
VERSION, CALMING_VERSION = "versie-1", "versie-2"
BSN = "123456782"


def fill_library(practice: Practice) -> None:
    """Give the practice reasons, outcomes and two scripts."""
    with practice.desk.store.writing() as db:
        for item in library.items_of(LISTS):
            library.put_item(db.conn, item)
        made = practice.desk.calls.now_utc()
        for version, script in ((VERSION, SCRIPT), (CALMING_VERSION, CALMING)):
            library.add_version(db.conn, NewVersion(version, script, "yaml", "practice", made))
            library.publish(db.conn, script.id, version, "")


class Talk:
    """One conversation, as a window leads it: what happens is kept at once."""

    def __init__(self, practice: Practice, person_id: str | None = None, number: str = "") -> None:
        self._practice = practice
        self._calls = practice.desk.calls
        self.head: CallHead = self._calls.begin(Direction.IN, practice.by, number, person_id)
        self.events: list[Event] = []
        self.note = ""

    @property
    def id(self) -> str:
        """The id of the call."""
        return self.head.id

    def event(self, kind: Kind, step: str = "", **facts: object) -> Event:
        """Return an event of this moment."""
        version = VERSION if step in SCRIPT.steps else CALMING_VERSION if step else ""
        known = {
            "kind": kind,
            "at_utc": self._calls.now_utc(),
            "employee_id": self._practice.by.employee.id,
            "version": version,
            "step": step,
        }
        return msgspec.convert({**known, **facts}, Event, from_attributes=True)

    def happens(self, *events: Event) -> None:
        """Let something happen."""
        first = len(self.events)
        self.events += events
        self._calls.keep(self.head, first, events, None, self._practice.by)

    def writes(self, note: str) -> str:
        """Keep this note, and return it as it was kept."""
        self.note = self._calls.keep(self.head, 0, (), note, self._practice.by).note
        return self.note

    def is_about(self, **facts: object) -> None:
        """Change the head."""
        self.head = replace(self.head, **facts)

    def ends(self, outcome: str = "niets-nodig", **facts: object) -> None:
        """End the conversation; it is not in the log yet."""
        ending = Ending(
            outcome=outcome,
            ended_utc=self._calls.now_utc(),
            employee_id=self._practice.by.employee.id,
        )
        given = replace(ending, **facts)
        self._calls.end(self.head, 0, self.events, self.note, given, self._practice.by)

    def logged(self) -> CallRecord:
        """Write what is over into the log, and return this call from there."""
        self._calls.log_ended(self._practice.by)
        record = self._calls.record(self.id)
        assert record is not None
        return record


def promise(practice: Practice, what: str = "Bellen over de rekening", **facts: object) -> Promise:
    """Return a promise for today before five."""
    made = Promise(what=what, before="2026-11-24T17:00", owner_id=practice.by.employee.id)
    return replace(made, **facts)


def somebody(practice: Practice, *surnames: str) -> Sequence[str]:
    """Let people come today, and return their ids."""
    practice.read(
        "datum;tijd;patientnummer;achternaam",
        *(f"24-11-2026;{9 + n}:30;{n};{name}" for n, name in enumerate(surnames)),
    )
    return [practice.visit(f"{9 + n:02}:30").person.id for n in range(len(surnames))]
