"""Which demo is wanted: `--demo` alone is the usual one; small, for it is loaded at the start."""

from collections.abc import Sequence

DEMO = "--demo"
DISCIPLINES = ("tandarts", "dierenarts", "huisarts", "welzijn")
"""The kinds of practice that have a demo, the usual one first."""


def with_demo_named(arguments: Sequence[str]) -> list[str]:
    """Return `arguments` in which every --demo says which: the one after it, or the usual one."""
    named: list[str] = []
    options = list(arguments)
    after = options.index("--") if "--" in options else len(options)
    for argument in options[:after]:
        if argument in DISCIPLINES and named and named[-1] == DEMO:
            named[-1] = f"{DEMO}={argument}"
        else:
            named.append(argument)
    usual = f"{DEMO}={DISCIPLINES[0]}"
    return [usual if each == DEMO else each for each in named] + options[after:]
