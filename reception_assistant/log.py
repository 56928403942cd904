"""The log of the program: a file that can be sent to support as it is.

Health data stays out of it by construction: of what is handed to a log line only numbers, ids
and members of our own enums are shown, and an error is logged by its kind and place, never by its
message, which may quote what somebody typed.
"""

import logging
import re
import traceback
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST = 1_000_000
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class NoHealthData(logging.Filter):
    """Replaces each argument that could be something about a person by dots."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without what people said or are called."""
        if not isinstance(record.msg, str):
            record.msg = _harmless(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_harmless(value) for value in record.args)
        elif record.args:
            record.args = {key: _harmless(value) for key, value in record.args.items()}
        return True


class PlacesOnly(logging.Formatter):
    """Writes an error as its kind and the lines of code it passed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, also when another handler wrote out the whole error before."""
        before, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = before

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  logging's name
        """Return kind and places of the error, without its message."""
        return places(ei[1])


def places(error: BaseException | None) -> str:
    """Return kind and places of `error` and of its causes, one a line, without messages."""
    lines: list[str] = []
    while error is not None:
        lines.append(type(error).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


def start(folder: Path) -> logging.Handler:
    """Write the log to `folder` from now on; returns the handler, to be closed at the end.

    Where nothing can be written the program runs without a log.
    """
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "balie.log", maxBytes=_LARGEST, backupCount=2, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.addFilter(NoHealthData())
    handler.setFormatter(PlacesOnly(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop(handler: logging.Handler) -> None:
    """Close the log that `start` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _harmless(value: object) -> object:
    if isinstance(value, int | float | Enum) or value is None:
        return value
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    return "…"
