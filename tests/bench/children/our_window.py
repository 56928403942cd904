"""Our own window, as `python -m reception_assistant` opens it, up to the first painted agenda.

The clock stands still on a day that has as many rows as the table of the bare window.
"""

import sys
from typing import TYPE_CHECKING

from tests.bench.children.end import tell_and_end
from tests.bench.children.hook import Hook

if TYPE_CHECKING:
    from types import ModuleType


def standing_at(moment: str) -> Hook:
    """Let the program believe that it is `moment` (UTC, ISO)."""

    def stop_clock(clock: "ModuleType") -> None:
        now = clock.datetime.fromisoformat(moment).replace(tzinfo=clock.UTC)
        clock.SystemClock.now = lambda _self: now

    return Hook({"reception_assistant.clock": stop_clock})


def main() -> None:
    """Open the window on the folder and at the moment on the command line."""
    folder, moment = sys.argv[1:]

    def end_when_painted(app: "ModuleType") -> None:
        def settle(window: object, *_rest: object) -> None:
            if not window.front_desk.panel.view.model().rowCount():  # type: ignore[attr-defined]
                sys.exit("the agenda is empty")
            tell_and_end()

        app._settle = settle  # type: ignore[attr-defined]

    standing_at(moment)
    Hook({"ui.app": end_when_painted})
    from reception_assistant.__main__ import main as run  # noqa: PLC0415  after the hooks

    sys.exit(run(["--data", folder]))


if __name__ == "__main__":
    main()
