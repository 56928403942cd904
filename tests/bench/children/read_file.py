"""Reads one file in a process of its own; prints milliseconds, peak memory in MiB, rows, told."""

import gc
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from reception_assistant.clock import StandingClock
from reception_assistant.desk.agenda_files import AgendaFiles, take_file
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.errors import KnownError
from tests.bench.measure import milliseconds

_MOMENT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def main() -> None:
    """Read the file that is named."""
    path = Path(sys.argv[1])
    files = AgendaFiles(PracticeTime(StandingClock(_MOMENT), "Europe/Amsterdam"))
    told = [0, 0]

    def read() -> None:
        try:
            reading = files.read(take_file(path), None, None, lambda _part: None)
        except KnownError:
            told[1] = 1
            return
        told[:] = len(reading.rows), len(reading.rejected) + len(reading.remarks)

    gc.collect()
    took = milliseconds(read)
    sys.stdout.write(f"{took} {_peak()} {told[0]} {told[1]}\n")


def _peak() -> float:
    """Return the most memory of this process in MiB; `getrusage` would count that of its parent."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = (each for each in status if each.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
