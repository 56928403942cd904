"""Where things lie: the data that ships with the program and the folder of the practice."""

import os
import sys
from pathlib import Path

DATA_VARIABLE = "RECEPTION_ASSISTANT_DATA"
DATABASE = "balie.db"


def resources(*parts: str) -> Path:
    """Return a path in `resources/`, wherever the program is installed."""
    return _shipped("resources", *parts)


def scripts_nl(*parts: str) -> Path:
    """Return a path in `scripts_nl/`, wherever the program is installed."""
    return _shipped("scripts_nl", *parts)


def data_folder(chosen: str | None = None) -> Path:
    """Return the folder of this practice's data: chosen, from the environment, or the user's own.

    The few lines for the user's own folder are here and not in platformdirs, because they run
    before the first painted agenda.
    """
    named = chosen or os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Balie"
    if sys.platform == "darwin":
        return home / "Library/Application Support/Balie"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "balie"


def _shipped(*parts: str) -> Path:
    package = Path(__file__).parent
    installed = package / "_data"
    return (installed if installed.is_dir() else package.parent).joinpath(*parts)
