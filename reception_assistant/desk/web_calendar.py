"""Asking a web address for its calendar: safely, with a limit of time and of size."""

import urllib.error
import urllib.request
from collections.abc import Callable
from time import monotonic
from typing import IO, Protocol
from urllib.parse import urlsplit

from reception_assistant.agenda.readers.kinds import kind_of
from reception_assistant.desk.agenda_files import AgendaFile
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _

MOST_BYTES = 20_000_000
_SILENCE = 10  # seconds without a byte
_WHOLE = 30  # seconds for all of it
_AT_ONCE = 65_536


class Opener(Protocol):
    """Opens an address; `urllib.request.OpenerDirector` is one."""

    def open(
        self, fullurl: urllib.request.Request, data: None = None, timeout: float | None = None
    ) -> IO[bytes]:
        """Return what is at the address, to be read in pieces."""


class _OnlySafe(urllib.request.HTTPRedirectHandler):
    """Follows a redirection only to another https address."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme != "https":
            raise urllib.error.URLError("redirected away from https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def safe_opener() -> Opener:
    """Return what opens https addresses and nothing else."""
    return urllib.request.build_opener(_OnlySafe)


def fetch(address: str, opener: Opener, passed: Callable[[], float] = monotonic) -> AgendaFile:
    """Return the calendar at `address` (https or webcal); `passed` counts seconds.

    Raises:
        KnownError: it cannot be reached in time, or is too large.
    """
    url = "https://" + address.split("://", 1)[-1]
    request = urllib.request.Request(url, headers={"User-Agent": "Balie"})
    end = passed() + _WHOLE
    parts: list[bytes] = []
    size = 0
    try:
        with opener.open(request, timeout=_SILENCE) as answer:
            while part := answer.read(_AT_ONCE):
                parts.append(part)
                size += len(part)
                if size > MOST_BYTES:
                    raise _too_large()
                if passed() > end:
                    raise TimeoutError
    except (OSError, ValueError, urllib.error.URLError) as error:
        raise KnownError(
            _("De agenda op internet is nu niet te bereiken."),
            _("De dag blijft zoals hij was. Balie probeert het vanzelf opnieuw."),
        ) from error
    data = b"".join(parts)
    return AgendaFile(name=urlsplit(url).netloc, place=address, kind=kind_of(data), data=data)


def _too_large() -> KnownError:
    return KnownError(
        _("De agenda op internet is te groot."),
        _("De dag blijft zoals hij was. Vraag om een agenda van een kortere periode."),
    )
