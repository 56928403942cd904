"""Files for paper: new ones only, and only for whoever asked for them."""

from pathlib import Path

from reception_assistant.errors import KnownError
from reception_assistant.i18n import _

_ONLY_OURS = 0o600


def save_new(path: Path, content: bytes) -> None:
    """Write a new file that only this user may read.

    Raises:
        KnownError: there is such a file already, or none can be written there.
    """
    refuse_existing(path)
    try:
        path.touch(mode=_ONLY_OURS, exist_ok=False)
        try:
            path.write_bytes(content)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    except FileExistsError:
        refuse_existing(path)
    except OSError as error:
        raise KnownError(
            _("Het bestand {name} kan hier niet worden bewaard.").format(name=path.name),
            _("Kies een map waarin u mag schrijven, of maak ruimte op de schijf."),
        ) from error


def refuse_existing(path: Path) -> None:
    """Raise `KnownError` when there is such a file already."""
    if path.exists():
        raise KnownError(
            _("Het bestand {name} is er al.").format(name=path.name),
            _("Er is niets overschreven. Kies een andere naam."),
        )
