"""How everything is measured here: medians, beside a fixed piece of work, and one second try."""

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import NamedTuple

RUNS = 5
_NEAR_MISS = 1.3


class Bar(NamedTuple):
    """What is to be reached: at most `most`, in `unit`."""

    most: float
    unit: str
    """"x" for times as much, "ms" for milliseconds."""

    def text(self) -> str:
        """Return the bar as the table shows it."""
        return shown(self.most, self.unit)


class Row(NamedTuple):
    """One line of the table."""

    what: str
    figure: float
    bar: Bar
    met: bool
    calibration: float
    """What the fixed piece of work took meanwhile, in milliseconds."""
    remark: str = ""


class Measured(NamedTuple):
    """One figure, and what is to be said with it."""

    figure: float
    remark: str = ""
    met: bool | None = None
    """Set where being at most the bar is not all there is to it."""


def row(what: str, bar: Bar, measure: Callable[[], Measured]) -> Row:
    """Measure one line of the table; what is missed by less than 30 percent is measured again."""
    found = _judged(what, bar, measure)
    if not found.met and found.figure < bar.most * _NEAR_MISS:
        found = _judged(what, bar, measure)
        return found._replace(remark=f"{found.remark}; second try".removeprefix("; "))
    return found


def median_of(measure: Callable[[], float], runs: int = RUNS) -> float:
    """Return the median of some runs."""
    return median(measure() for _run in range(runs))


def percentile(figures: Sequence[float], percent: int) -> float:
    """Return the figure that `percent` of `figures` do not pass."""
    return sorted(figures)[min(len(figures) - 1, len(figures) * percent // 100)]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def calibration() -> float:
    """Return the milliseconds of a fixed piece of plain Python, to compare computers by."""
    return median_of(lambda: milliseconds(_fixed_work))


def shown(figure: float, unit: str) -> str:
    """Return a figure with its unit."""
    return f"{figure:.2f} x" if unit == "x" else f"{figure:.1f} {unit}"


def _judged(what: str, bar: Bar, measure: Callable[[], Measured]) -> Row:
    before = calibration()
    found = measure()
    met = found.figure <= bar.most if found.met is None else found.met
    return Row(what, found.figure, bar, met, (before + calibration()) / 2, found.remark)


def _fixed_work() -> int:
    words = [f"{number:x}" for number in range(20_000)]
    return sum(len(word) for word in sorted(words, key=lambda word: word[::-1]))
