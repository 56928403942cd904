"""What a reader can stumble over: a whole file, a row, or one cell."""

from reception_assistant.agenda.incoming import Reading, Rejected
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _


class UnreadableFileError(KnownError):
    """The whole file is of no use; nothing was read."""


class UnclearColumnsError(UnreadableFileError):
    """Which column of a table holds what must be said by somebody."""


class NotUnderstoodError(ValueError):
    """A cell, or the row that needs it, could not be understood; `reason` says why, in Dutch."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def at_line(line: int) -> str:
    """Return where something stands in a file with lines."""
    return _("regel {line}").format(line=line)


def whole_file_refused(trouble: UnreadableFileError) -> Reading:
    """Return the reading of a file that could not be read at all."""
    return Reading(rows=(), columns=frozenset(), rejected=(Rejected(_("bestand"), str(trouble)),))
