"""From the start of the process to the painted agenda, and the memory then."""

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import world
from tests.bench.measure import Bar, Measured, Row, row

_PAIRS = 21
_MOST_TIMES = 1.5
_MOST_MEMORY = 1.6
_ROOT = Path(__file__).parents[2]
_OURS, _BARE = "tests.bench.children.our_window", "tests.bench.children.bare_window"
_TRIES = iter(range(100))


class _Seen(NamedTuple):
    milliseconds: float
    mebibytes: float


def rows() -> Iterator[Row]:
    """Measure the start of the program."""
    start = "process start to agenda painted, against a bare window"
    yield row(start, Bar(_MOST_TIMES, "x"), lambda: _start(_pairs(next(_TRIES))))
    memory = "resident memory after that paint, against the same"
    yield row(memory, Bar(_MOST_MEMORY, "x"), lambda: _memory(_pairs(0)))


def _start(pairs: list[tuple[_Seen, _Seen]]) -> Measured:
    ours, bare = (median(seen.milliseconds for seen in each) for each in zip(*pairs, strict=True))
    ratio = median(mine.milliseconds / other.milliseconds for mine, other in pairs)
    return Measured(ratio, f"{ours:.0f} ms against {bare:.0f} ms, {len(pairs)} pairs")


def _memory(pairs: list[tuple[_Seen, _Seen]]) -> Measured:
    ours, bare = (median(seen.mebibytes for seen in each) for each in zip(*pairs, strict=True))
    ratio = median(mine.mebibytes / other.mebibytes for mine, other in pairs)
    return Measured(ratio, f"{ours:.0f} MiB against {bare:.0f} MiB")


@cache
def _pairs(_try: int) -> list[tuple[_Seen, _Seen]]:
    """Return what was seen of both windows, started in turns."""
    for package in ("reception_assistant", "ui", "tests/bench"):
        compileall.compile_dir(_ROOT / package, quiet=2)
    with tempfile.TemporaryDirectory() as name:
        data = world.copy_of(world.big(), Path(name)).folder
        moment = f"{world.desk_day()}T08:30"
        ours, bare = (_OURS, str(data), moment), (_BARE,)
        _run(ours), _run(bare)  # reads everything into the memory of the disk
        return [(_run(ours), _run(bare)) for _pair in range(_PAIRS)]


def _run(arguments: tuple[str, ...]) -> _Seen:
    start = time.monotonic_ns()
    done = subprocess.run(  # noqa: S603  our own programs
        [sys.executable, "-m", *arguments],
        cwd=_ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{arguments[0]} ended without a paint: {done.stderr}")
    moment, kibibytes = done.stdout.split()
    return _Seen((int(moment) - start) / 1e6, int(kibibytes) / 1024)


def environment() -> dict[str, str]:
    """Return the surroundings of a measured window: no screen, and compiled modules."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}
