"""The command `reception-assistant`: with a sub-command the command line, else the window."""

import sys
from collections.abc import Sequence

_VALUED = frozenset({"--data", "--screenshots"})
_FLAGS = frozenset({"--demo"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 well, 1 nothing usable, 2 a wrong call."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = window_options(arguments)
    if options is None:
        from reception_assistant.cli.main import run  # late: start  # noqa: PLC0415

        return run(arguments)
    from ui.app import start  # late: start  # noqa: PLC0415

    return start(
        data=options.get("--data"),
        demo="--demo" in options,
        screenshots=options.get("--screenshots"),
    )


def window_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options of a call for the window; None when it is a call for the command line.

    Written out here because the library for the command line would double the time to the window.
    """
    options: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument in _FLAGS:
            options[argument] = "yes"
        elif name in _VALUED:
            value = value if equals else next(rest, "")
            if not value:
                return None
            options[name] = value
        else:
            return None
    return options


if __name__ == "__main__":
    raise SystemExit(main())
