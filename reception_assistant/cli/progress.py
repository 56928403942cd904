"""How far a long command is, on a terminal where somebody waits; Ctrl+C stops it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click

from reception_assistant.agenda.incoming import Progress
from reception_assistant.i18n import _

_QUIET_SECONDS = 1.0
"""So long a command may take before its progress is shown."""
_LINE_START = "\r"
_ERASED = "\r\x1b[K"


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Give a progress that is shown from one second on, and wiped out at the end."""
    begun, shown = monotonic(), -1
    is_seen = sys.stderr.isatty()

    def progress(part: float) -> None:
        nonlocal shown
        percent = int(part * 100)
        if is_seen and percent != shown and monotonic() - begun > _QUIET_SECONDS:
            shown = percent
            told = _("{percent} procent. Met Ctrl+C stopt u.").format(percent=percent)
            click.echo(_LINE_START + told, nl=False, err=True)

    try:
        yield progress
    finally:
        if shown >= 0:
            click.echo(_ERASED, nl=False, err=True)
