"""Running the program, or a few lines of Python, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Told:
    """What a process said, and its exit code."""

    code: int
    out: str
    err: str


def started(
    *arguments: str | Path, data: Path | None = None, **variables: str
) -> "subprocess.Popen[bytes]":
    """Start the program; the caller waits for its end."""
    command = [sys.executable, "-m", "reception_assistant", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603  our own program
        command,
        cwd=_ROOT,
        env=_environment(data, variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def balie(*arguments: str | Path, data: Path | None = None, **variables: str) -> Told:
    """Run the program to its end."""
    process = started(*arguments, data=data, **variables)
    try:
        out, err = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return Told(process.returncode, out.decode("utf-8"), err.decode("utf-8"))


def python(script: str, *arguments: str | Path) -> Told:
    """Run a few lines of Python to their end; `arguments` are its sys.argv[1:]."""
    told = subprocess.run(  # noqa: S603  our own lines
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=_ROOT,
        env=_environment(None, {}),
        capture_output=True,
        timeout=_LONGEST,
        check=False,
    )
    return Told(told.returncode, told.stdout.decode("utf-8"), told.stderr.decode("utf-8"))


def _environment(data: Path | None, variables: Mapping[str, str]) -> dict[str, str]:
    usual = {
        name: value
        for name, value in os.environ.items()
        if name != "RECEPTION_ASSISTANT_DATA" and not name.startswith("COV_")
    }
    here = {"RECEPTION_ASSISTANT_DATA": str(data)} if data else {}
    return {**usual, "PYTHONIOENCODING": "utf-8", **here, **variables}
