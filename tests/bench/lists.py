"""The long lists of after a conversation: from the wish to see one to everything painted."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By, utc_text
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.staff.employee import Role
from tests.bench import world
from tests.bench.measure import Bar, Measured, percentile
from tests.bench.start import environment

PAINTED = Bar(50.0, "ms")
NOTE = "De rekening is hoger dan de prijs van vooraf. Wij leggen ze naast elkaar."

_ROOT = Path(__file__).parents[2]
_PERSONS = 5_000
_CHILD = "tests.bench.children.opening_list"
Fill = Callable[[Desk, list[str], list[By]], None]


def opened(screen: str, fill: Fill) -> Measured:
    """Measure a list again and again, in a practice that `fill` filled."""
    with tempfile.TemporaryDirectory() as name:
        data = world.copy_of(world.small(), Path(name)).folder
        _fill(data, fill)
        first, *others = _run(data, screen)
    remark = f"the slowest {max(others):.1f} ms; the first, with making the screen, {first:.0f} ms"
    return Measured(percentile(others, 50), remark)


def utc(moment: datetime) -> str:
    """Return a moment as the file keeps it."""
    return utc_text(StandingClock(moment))


def _fill(folder: Path, fill: Fill) -> None:
    """Let `fill` add to a world: some of its persons, and who works there, are handed on."""
    with open_desk(folder, clock=StandingClock(world.MOMENT)) as desk:
        desk.library.fill()
        by = By(desk.staff.at_the_desk())
        desk.staff.add("Youssef", Role.RECEPTIONIST, by)
        with desk.store.reading() as connection:
            found = connection.execute("SELECT id FROM persons LIMIT ?", (_PERSONS,)).fetchall()
        fill(desk, [key for (key,) in found], [By(each) for each in desk.staff.everybody()])


def _run(data: Path, screen: str) -> list[float]:
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", _CHILD, str(data), f"{world.MOMENT:%Y-%m-%dT%H:%M}", screen],
        cwd=_ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    took = [float(line) for line in done.stdout.split()]
    if done.returncode or not took or min(took) < 0:
        raise RuntimeError(f"the list of {screen} went wrong: {done.stderr}")
    return took
