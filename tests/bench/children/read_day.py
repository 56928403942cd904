"""Reads the day again and again until a line comes in; tells the longest time and how often."""

import sys
import threading
from pathlib import Path
from time import sleep

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import open_desk
from tests.bench import world
from tests.bench.measure import milliseconds

_PAUSE = 0.01


def main() -> None:
    """Read the day of the folder that is named on the command line."""
    over = threading.Event()

    def listen() -> None:
        sys.stdin.readline()
        over.set()

    day, now = world.desk_day(), world.MOMENT.replace(tzinfo=None)
    with open_desk(Path(sys.argv[1]), clock=StandingClock(world.MOMENT)) as desk:
        desk.agenda.day(day, now)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        threading.Thread(target=listen, daemon=True).start()
        took = []
        while not over.is_set():
            took.append(milliseconds(lambda: desk.agenda.day(day, now)))
            sleep(_PAUSE)
    sys.stdout.write(f"{max(took):.3f} {len(took)}\n")


if __name__ == "__main__":
    main()
