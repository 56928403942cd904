"""From a file on disk to its text: never more than is safe, and only UTF-8."""

from pathlib import Path

from reception_assistant.i18n import _
from reception_assistant.library.finding import Code
from reception_assistant.library.reading.refused import RefusedError

MOST_BYTES = 1_000_000


def read_bytes(path: Path) -> bytes:
    """Return what is in `path`, but hardly more than may be; raises `RefusedError`."""
    try:
        if path.is_file():  # a pipe would keep us waiting for ever
            with path.open("rb") as opened:
                return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise unopened() from error
    raise unopened()


def text_of(data: bytes) -> str:
    """Return the text of `data`; raises `RefusedError` when it is too large or no UTF-8."""
    if len(data) > MOST_BYTES:
        raise RefusedError(
            Code.UNSAFE,
            1,
            _("Dit bestand is groter dan 1 MB. Balie heeft er niets uit gelezen."),
            _("Verdeel het over meer bestanden, met één script in elk bestand."),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(
            Code.UNSAFE,
            data.count(b"\n", 0, error.start) + 1,
            _("Dit bestand is geen tekst in UTF-8. Balie heeft er niets uit gelezen."),
            _("Sla het bestand opnieuw op en kies daarbij UTF-8."),
        ) from error


def unopened() -> RefusedError:
    """Return the trouble with a file or a folder that does not open."""
    return RefusedError(
        Code.UNREADABLE,
        1,
        _("Dit gaat niet open."),
        _("Kijk of het er nog staat, en of u het mag lezen."),
    )
