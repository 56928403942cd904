"""A program that is killed in the middle of a conversation: what was said to be saved is there."""

import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from reception_assistant.call_pop import Message, Reply, Wish, send
from reception_assistant.desk import demo
from reception_assistant.desk.opening import open_desk
from reception_assistant.paths import DATABASE
from reception_assistant.store import driver
from reception_assistant.store.journal import JOURNAL
from tests.core.calls.talks import fill_library
from tests.end_to_end.test_window import wait_until, window
from tests.helpers.practice import open_practice

_TWO_SECONDS = 2.0

# Talks as fast as it can, and says of everything when it is kept: "typed" a note of so many
# letters at this time, "saved" so many events and letters, "ended" and "logged" a conversation.
_TALKING = """
import sys, time
from pathlib import Path
from reception_assistant.calls.call import Direction, Ending
from reception_assistant.desk.acting import By
from reception_assistant.call_pop import Message, Reply, Wish, send
from reception_assistant.desk import demo
from reception_assistant.desk.opening import open_desk
from reception_assistant.run.event import Event, Kind

def tell(*words):
    print(*words, flush=True)

with open_desk(Path(sys.argv[1])) as desk:
    calls, by = desk.calls, By(desk.staff.at_the_desk())
    me = by.employee.id
    while True:
        head, note, events, seen = calls.begin(Direction.IN, by), "", [], 0
        for number in range(25):
            note += f"woord {number} "
            tell("typed", head.id, len(note), time.monotonic())
            text = f"antwoord {number}"
            now = calls.now_utc()
            events.append(Event(kind=Kind.MISSING, at_utc=now, employee_id=me, text=text))
            seen = calls.keep(head, number, events[-1:], note, by, seen=seen).revision
            tell("saved", head.id, len(events), len(note))
        ending = Ending(outcome="niets-nodig", ended_utc=calls.now_utc(), employee_id=me)
        calls.end(head, len(events), (), note, ending, by, seen=seen)
        tell("ended", head.id, len(events), len(note))
        calls.log_ended(by)
        tell("logged", head.id, len(events), len(note))
"""


class Told(NamedTuple):
    """What the program said of one conversation before it was killed."""

    events: int = 0
    letters: int = 0
    ended: bool = False
    logged: bool = False


class Promised:
    """All that was said to be saved, over all kills."""

    def __init__(self) -> None:
        self.calls: dict[str, Told] = {}
        self.typed: list[tuple[str, int, float]] = []

    def hear(self, line: str) -> None:
        """Take in one line of the program; the last one may have been cut off."""
        if not line.endswith("\n"):
            return
        what, call, *numbers = line.split()
        if what == "typed":
            self.typed.append((call, int(numbers[0]), float(numbers[1])))
        else:
            events, letters = map(int, numbers)
            self.calls[call] = Told(events, letters, what != "saved", what == "logged")


def _kill(folder: Path, promised: Promised, lines: int) -> None:
    """Let the program talk until it said so many lines, and kill it."""
    process = subprocess.Popen(  # noqa: S603  our own lines
        [sys.executable, "-c", _TALKING, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    promised.typed.clear()
    for _each in range(lines):
        promised.hear(process.stdout.readline())
    process.kill()
    for line in process.stdout:
        promised.hear(line)
    process.stdout.close()
    assert process.wait(timeout=30) != 0


def _check_whole(folder: Path) -> None:
    """Look at every page of both files."""
    for name in (DATABASE, JOURNAL):
        connection = driver.connect(folder / name)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()


def _check(folder: Path, promised: Promised) -> None:
    """Look whether everything is there that was said to be saved."""
    _check_whole(folder)
    with open_desk(folder) as desk:
        going_on = {each.head.id: each for each in desk.calls.open_calls()}
        kept = {key: (len(each.events), each.note) for key, each in going_on.items()}
        waiting = {each.head.id: each for each in desk.calls._journal.read() if each.ending}
        kept |= {key: (len(each.events), each.note) for key, each in waiting.items()}
        logged = {record.id: record for record in desk.calls.records()}
        with desk.store.reading() as connection:
            query = "SELECT call_id, COUNT(*) FROM call_events GROUP BY call_id"
            events = dict(connection.execute(query).fetchall())
        kept |= {key: (events.get(key, 0), record.note) for key, record in logged.items()}
        assert desk.calls.notice == ""
    for call, told in promised.calls.items():
        number, note = kept[call]
        assert number >= told.events
        assert len(note) >= told.letters
        assert not (told.ended and call in going_on)
        assert not told.logged or call in logged
    _check_typed(promised, {key: note for key, (_number, note) in kept.items()})


def _check_typed(promised: Promised, notes: dict[str, str]) -> None:
    """What was typed longer than two seconds before the end is in the notes."""
    last = promised.typed[-1][2]
    for call, letters, at in promised.typed:
        if last - at > _TWO_SECONDS:
            assert len(notes[call]) >= letters


def _talk_and_kill(folder: Path, times: int, seed: int) -> None:
    chance, promised = random.Random(seed), Promised()  # noqa: S311  no secret
    with open_practice(folder) as practice:
        fill_library(practice)
    for _each in range(times):
        _kill(folder, promised, chance.randrange(1, 160))
        _check(folder, promised)
    assert len(promised.calls) >= times


def test_a_conversation_outlives_a_kill(tmp_path: Path) -> None:
    _talk_and_kill(tmp_path / "data", 3, seed=1)


@pytest.mark.slow
def test_a_conversation_outlives_fifty_kills(tmp_path: Path) -> None:
    _talk_and_kill(tmp_path / "data", 50, seed=random.randrange(1_000_000))  # noqa: S311


def _numbers(folder: Path) -> set[str]:
    """Return who is on the line, as the journal has it."""
    with open_desk(folder) as desk:
        return {each.head.number for each in desk.calls.open_calls()}


def _call_and_kill(folder: Path, number: str, seconds: float) -> None:
    """Let the window be called, and kill it so long after the call was kept."""
    (folder / "log" / "balie.log").unlink(missing_ok=True)  # it tells when the window is there
    with window(folder) as process:
        assert send(folder, Message(Wish.CALL, number)) is Reply.TAKEN
        wait_until(lambda: number in _numbers(folder))
        threading.Event().wait(seconds)
        process.kill()
        assert process.wait(timeout=30) != 0


@pytest.mark.slow
def test_conversations_outlive_five_kills_of_the_window(tmp_path: Path) -> None:
    """Each window finds the calls of those before it, and gets one of its own."""
    folder, chance = tmp_path / "data", random.Random()  # noqa: S311  no secret
    folder.mkdir()
    demo.fill(folder)
    numbers = [f"061234567{each}" for each in range(5)]
    for count, number in enumerate(numbers, start=1):
        _call_and_kill(folder, number, chance.uniform(0, 1))
        _check_whole(folder)
        assert _numbers(folder) == set(numbers[:count])
