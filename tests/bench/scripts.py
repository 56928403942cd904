"""Scripts: choosing among thousands, and checking a thousand of them."""

import random
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import cycle, product
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.library.checking.of_pack import check_pack
from reception_assistant.library.context import Age, Context, Discipline, Moment, Mood, Sign, When
from reception_assistant.library.script import Script
from reception_assistant.library.shipped import read_shipped
from reception_assistant.library.texts import shipped_texts
from reception_assistant.store import library
from reception_assistant.store.library import NewVersion
from tests.bench import world
from tests.bench.measure import Bar, Measured, Row, median_of, milliseconds, row

_TO_CHOOSE_FROM, _TO_CHECK = 2_000, 1_000
_FEWEST_STEPS = 10
"""Shorter ones are left out, so that those to check have about twelve steps each."""
_CHOOSING, _CHECKING = Bar(5.0, "ms"), Bar(3_000.0, "ms")
_TODAY = date(2026, 11, 18)
_RUNS = 25
_ID = re.compile(r"^id: .+$", re.MULTILINE)
_FIRST_WORD = re.compile(r'(?<=say: ")\w+')


def choosing() -> Iterator[Row]:
    """Measure what suits a moment."""
    yield row(f"choose among {_TO_CHOOSE_FROM:,} scripts for a context", _CHOOSING, _choose)


def checking() -> Iterator[Row]:
    """Measure reading and checking."""
    yield row(f"check {_TO_CHECK:,} scripts, read and checked", _CHECKING, _check)


def _choose() -> Measured:
    """Ask the desk for everything that suits, in a practice that used many of them."""
    clock = StandingClock(world.MOMENT)
    with tempfile.TemporaryDirectory() as name, open_desk(Path(name), clock=clock) as desk:
        _fill(desk)
        moments = _moments()
        found = [len(desk.library.offers(each)) for each in moments]
        took = [
            median_of(partial(milliseconds, partial(desk.library.offers, each)), _RUNS)
            for each in moments
        ]
    remark = f"the slowest of {len(moments)}; {min(found)} to {max(found)} suit"
    return Measured(max(took), f"{remark}; half within {median(took):.1f} ms")


def _fill(desk: Desk) -> None:
    """Give the practice so many scripts, each for another moment, and a past with them."""
    rng = random.Random(11)  # noqa: S311  the same scripts each time
    desk.library.fill()
    shipped = [each.script for each in desk.library.all().scripts.values()]
    reasons = [each.id for each in desk.library.all().lists.reasons]
    outcomes = [each.id for each in desk.library.all().lists.outcomes]
    with desk.store.writing() as db:
        for number, script in zip(range(len(shipped), _TO_CHOOSE_FROM), cycle(shipped)):
            made = _another(script, number, _some_when(rng, reasons))
            version = NewVersion(f"v{number}", made, "", "practice", "2026-11-18T08:00:00Z")
            library.add_version(db.conn, version)
            library.publish(db.conn, made.id, version.id, "")
            used = [(made.id, each, rng.randrange(1, 90)) for each in rng.sample(outcomes, 3)]
            db.conn.executemany("INSERT INTO script_use VALUES (?, ?, ?)", used)


def _another(script: Script, number: int, when: When) -> Script:
    return replace(script, id=f"{script.id}-{number}", title=f"{script.title} {number}", when=when)


def _some_when(rng: random.Random, reasons: list[str]) -> When:
    return When(
        moment=tuple(rng.sample(list(Moment), rng.choice((0, 1, 1)))),
        discipline=tuple(rng.sample(list(Discipline), rng.choice((0, 0, 2)))),
        reason=tuple(rng.sample(reasons, rng.choice((0, 1, 2)))),
        mood=tuple(rng.sample(list(Mood), rng.choice((0, 0, 2)))),
        age=tuple(rng.sample(list(Age), rng.choice((0, 0, 0, 2)))),
        signs=tuple(rng.sample(list(Sign), rng.choice((0, 0, 0, 2)))),
    )


def _moments() -> list[Context]:
    """Return moments of which little is known, and of which all is."""
    kinds = product(
        Moment, ("", "rekening", "klacht"), (None, *Mood), (frozenset[Sign](), set(Sign))
    )
    return [
        Context(moment, "tandarts", reason, mood, Age.OLDER if mood else None, frozenset(signs))
        for moment, reason, mood, signs in kinds
    ]


def _check() -> Measured:
    with tempfile.TemporaryDirectory() as name:
        steps = _write(Path(name))
        found: list[int] = []

        def check() -> None:
            found.append(len(check_pack(Path(name), _TODAY)))

        check()
        took = median_of(lambda: milliseconds(check), 3)
    return Measured(took, f"{steps / _TO_CHECK:.1f} steps each, {found[-1]} found")


def _write(folder: Path) -> int:
    """Write so many scripts, made of those that ship but said otherwise; returns all steps."""
    texts, steps = shipped_texts(), 0
    scripts = [each for each in read_shipped().scripts if len(each.script.steps) >= _FEWEST_STEPS]
    for number, file in zip(range(_TO_CHECK), cycle(scripts)):
        script = file.script
        text = _ID.sub(f"id: {script.id}-{number}", texts[file.file], count=1)
        # Another word in each line, so that nothing is known from the script before.
        other = _FIRST_WORD.sub(lambda found: f"{found[0]}{'x' * (number // len(scripts))}", text)  # noqa: B023
        (folder / f"{number:04d}.yaml").write_text(other, encoding="utf-8")
        steps += len(script.steps)
    return steps
