"""Reading one file of about a million bytes of each kind, also those that were made to hurt."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.files import DATABASES, FILES
from tests.bench.measure import Bar, Measured, Row, row

_TIME, _MEMORY = Bar(2_000.0, "ms"), Bar(300.0, "MiB")


def rows() -> Iterator[Row]:
    """Measure time and peak memory of a fresh process for each file."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "agenda.file"
        for what, make in FILES.items():
            path.write_bytes(make())
            yield from _of(what, path)
        for what, fill in DATABASES.items():
            path.unlink(missing_ok=True)
            fill(path)
            yield from _of(what, path)


def _of(what: str, path: Path) -> Iterator[Row]:
    size = f"{path.stat().st_size / 1_000_000:.1f} MB"
    peaks: list[float] = []

    def time() -> Measured:
        took, peak, found, told = _read(path)
        peaks.append(peak)
        return Measured(
            took, f"{size}; {found:.0f} rows, {told:.0f} told", _is_told(found, told, took)
        )

    yield row(f"read {what}", _TIME, time)
    yield row(f"read {what}: memory", _MEMORY, lambda: Measured(min(peaks)))


def _is_told(found: float, told: float, took: float) -> bool:
    return took <= _TIME.most and bool(found or told)


def _read(path: Path) -> tuple[float, ...]:
    command = [sys.executable, "-m", "tests.bench.children.read_file", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)  # noqa: S603
    return tuple(float(word) for word in done.stdout.split()[:4])
