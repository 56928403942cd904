"""From choosing a row to the painted card."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import world
from tests.bench.measure import Bar, Measured, Row, median_of, percentile, row
from tests.bench.start import environment

_MOST_MS = 16.0
_ROOT = Path(__file__).parents[2]


def rows() -> Iterator[Row]:
    """Measure choosing a row."""
    yield row("select a row to card painted, p99", Bar(_MOST_MS, "ms"), _choosing)


def _choosing() -> Measured:
    middle: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        data = world.copy_of(world.big(), Path(name)).folder

        def once() -> float:
            took = _run(data)
            middle.append(percentile(took, 50))
            return percentile(took, 99)

        figure = median_of(once)
    return Measured(figure, f"half of them within {percentile(middle, 50):.1f} ms")


def _run(data: Path) -> list[float]:
    moment = f"{world.desk_day()}T08:30"
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "tests.bench.children.choosing", str(data), moment],
        cwd=_ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    took = [float(line) for line in done.stdout.split()]
    if done.returncode or not took or min(took) <= 0:
        raise RuntimeError(f"choosing rows went wrong: {done.stderr}")
    return took
