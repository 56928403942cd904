"""The command `reception-assistant`: with a sub-command the command line, else the window."""

import gc
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.cli.demo_choice import DEMO, DISCIPLINES, with_demo_named

if TYPE_CHECKING:
    from reception_assistant.paper.html import Page

_VALUED = frozenset({"--data", "--screenshots"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 well, 1 nothing usable, 2 a wrong call."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = window_options(arguments)
    if options is not None:
        return _open_window(options)
    from reception_assistant.cli.main import run  # late: start  # noqa: PLC0415

    return run(arguments, _pdf_of)


def window_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options of a call for the window; None when it is a call for the command line.

    Written out here because the library for the command line would double the time to the window.
    """
    options: dict[str, str] = {}
    rest = iter(with_demo_named(arguments))
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in _VALUED:
            value = value if equals else next(rest, "")
            if not value:
                return None
        elif name != DEMO or value not in DISCIPLINES:
            return None
        options[name] = value
    return options


def _open_window(options: dict[str, str]) -> int:
    # Looking for garbage among all that is being loaded costs a tenth of the start and finds none;
    # `ui.app` switches it on again after the first paint.
    gc.disable()
    # The core comes before Qt, because PySide6 looks at every import after its own; and the data
    # are read in a thread meanwhile.
    from reception_assistant import paths  # late: start  # noqa: PLC0415
    from reception_assistant.desk.beginning import Beginning  # late: start  # noqa: PLC0415

    with ExitStack() as stack:
        if "--screenshots" in options:
            return _take_screenshots(Path(options["--screenshots"]))
        if DEMO in options:
            from reception_assistant.desk import demo  # late: start  # noqa: PLC0415

            folder = stack.enter_context(demo.demo_folder())
            fill = partial(demo.fill, discipline=options[DEMO])
            beginning = Beginning(folder, prepare=fill)
        else:
            beginning = Beginning(paths.data_folder(options.get("--data")))
        try:
            from ui.app import start  # late: start  # noqa: PLC0415
        except ImportError as error:
            return _without_qt(error)
        return start(beginning, demo=DEMO in options)


def _pdf_of(page: "Page") -> bytes:
    """Make a PDF for a command: the one thing that the command line needs Qt for."""
    from ui.printing import pdf_without_window  # late: start  # noqa: PLC0415

    return pdf_without_window(page)


def _take_screenshots(folder: Path) -> int:
    try:
        from ui.app import take_screenshots  # late: start  # noqa: PLC0415
    except ImportError as error:
        return _without_qt(error)
    return take_screenshots(folder)


def _without_qt(error: ImportError) -> int:
    """Answer for a computer that lacks a library of Qt; our own mistakes are raised again."""
    if "PySide6" not in (error.path or "") and ".so" not in str(error):
        raise error
    from reception_assistant.cli.screenless import tell_no_screen  # late: start  # noqa: PLC0415

    return tell_no_screen()


if __name__ == "__main__":
    raise SystemExit(main())
