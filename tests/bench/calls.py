"""A call: from an answer to the next step, and from the wish to everything that is known."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain, cycle, islice, repeat
from pathlib import Path
from statistics import median

from reception_assistant.calls.call import CallRecord, Direction
from reception_assistant.clock import StandingClock
from reception_assistant.desk import demo
from reception_assistant.desk.acting import By, utc_text
from reception_assistant.desk.opening import open_desk
from reception_assistant.staff.employee import Role
from tests.bench import world
from tests.bench.measure import Bar, Measured, Row, percentile, row
from tests.bench.start import environment

_ROOT = Path(__file__).parents[2]
_ANSWERING, _OPENING = Bar(16.0, "ms"), Bar(50.0, "ms")
_CALLS, _OF_OTHERS = 500, 10_000
_RUNS = 5
_NOTE = "Belt over de rekening. Die is hoger dan de prijs van vooraf. Wij leggen ze naast elkaar."


def answering() -> Iterator[Row]:
    """Measure the next step."""
    yield row("answer key to next step painted, p99", _ANSWERING, _answer)


def opening() -> Iterator[Row]:
    """Measure a call with somebody who called often."""
    yield row(f"open a call for a person with {_CALLS} earlier calls", _OPENING, _open)


def _answer() -> Measured:
    """Take of each answer the median of some runs: what the computer did besides is no part of it.

    Each run gives the same answers, and what they cost the program comes back in each.
    """
    runs = [_run("tests.bench.children.answering") for _run_of in range(_RUNS)]
    took = [median(of_one) for of_one in zip(*runs, strict=True)]
    steps = [each for each in took if each]
    single = median(percentile([each for each in run if each], 99) for run in runs)
    remark = f"half of them within {median(steps):.1f} ms; p99 of one run {single:.1f} ms"
    return Measured(percentile(steps, 99), remark)


def _open() -> Measured:
    first, *others = _run("tests.bench.children.opening_call")
    remark = f"the slowest {max(others):.1f} ms; the first, with making the screen, {first:.0f} ms"
    return Measured(percentile(others, 50), remark)


def _run(child: str) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        person_id = _fill(data)
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", child, str(data), f"{world.MOMENT:%Y-%m-%dT%H:%M}", person_id],
            cwd=_ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    took = [float(line) for line in done.stdout.split()]
    if done.returncode or not took or min(took) < 0:
        raise RuntimeError(f"{child} went wrong: {done.stderr}")
    return took


def _fill(folder: Path) -> str:
    """Make the demo practice with a log of calls; returns who called most often."""
    clock = StandingClock(world.MOMENT)
    demo.fill(folder, clock)
    with open_desk(folder, clock=clock) as desk:
        desk.library.fill()
        by = next(By(each) for each in desk.staff.everybody() if each.role is Role.MANAGER)
        visits = desk.agenda.day(world.TODAY, None).visits
        often, *others = dict.fromkeys(visit.person.id for visit in visits)
        callers = chain(repeat(often, _CALLS), islice(cycle(others), _OF_OTHERS))
        records = [_record(*each, by) for each in enumerate(callers)]
        desk.calls.add_records(records, by)
    return often


def _record(number: int, person_id: str, by: By) -> CallRecord:
    began = world.MOMENT - timedelta(hours=number + 1)
    return CallRecord(
        id=f"{number:08x}-0000-7000-8000-000000000000",
        direction=Direction.IN,
        started_utc=_utc(began),
        ended_utc=_utc(began + timedelta(minutes=4)),
        employee_id=by.employee.id,
        employee=by.employee.name,
        outcome="informatie-gegeven",
        number="0612345678",
        person_id=person_id,
        reason="rekening",
        script_id="rekening",
        note=_NOTE,
    )


def _utc(moment: datetime) -> str:
    return utc_text(StandingClock(moment))
