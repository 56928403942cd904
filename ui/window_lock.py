"""One window for each folder of data: a lock that the system gives back when the program ends."""

import sys
from pathlib import Path
from typing import IO

from reception_assistant.errors import StoreError
from reception_assistant.i18n import _

_LOCK = "balie.lock"


def take_lock(folder: Path) -> IO[bytes] | None:
    """Return the lock on the window of `folder`, to be closed; None when another window has it.

    Raises:
        StoreError: nothing may be written in the folder.
    """
    try:
        lock = (folder / _LOCK).open("ab")
    except OSError as error:
        raise StoreError(
            _("Balie mag niet schrijven in de map met gegevens."),
            _("Er is niets verloren. Vraag wie uw computer beheert om schrijfrechten op die map."),
        ) from error
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  only there on Windows

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  not there on Windows

            fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock
