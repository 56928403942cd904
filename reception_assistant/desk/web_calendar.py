"""Asking a web address for its calendar: safely, with a limit of time and of size."""

import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import IO, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from reception_assistant.agenda.readers.kinds import kind_of
from reception_assistant.desk.agenda_files import AgendaFile, take_file
from reception_assistant.desk.watched_place import Found, is_address
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.store.watches import Watch

MOST_BYTES = 20_000_000
MOST_SECONDS = 30
"""So long all of it may take."""

_SILENCE = 10  # seconds without a byte
_AT_ONCE = 65_536
_GIVEN_UP = timedelta(seconds=MOST_SECONDS + _SILENCE)
_REFUSED = frozenset({401, 403, 404, 410})  # asking again will not help
_Result = TypeVar("_Result")


Start = Callable[[Callable[[], AgendaFile]], "Future[AgendaFile]"]
"""Begins some work, and gives where its result will be."""


class Answer(Protocol):
    """What a website answers; `http.client.HTTPResponse` is one."""

    def __enter__(self) -> Self:
        """Be closed at the end."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> object:
        """Close it."""

    def read1(self, most: int, /) -> bytes:
        """Return what has come in so far, nothing at the end."""


class Opener(Protocol):
    """Opens an address; `urllib.request.OpenerDirector` is one."""

    def open(
        self, fullurl: urllib.request.Request, data: None = None, timeout: float | None = None
    ) -> Answer:
        """Return what is at the address, to be read in pieces."""


class WatchedAddress:
    """The web address of one watched source: asked from time to time, without waiting for it."""

    def __init__(self, opener: Opener, start: Start) -> None:
        self._opener, self._start = opener, start
        self._asked: datetime | None = None
        self._under_way: Future[AgendaFile] | None = None

    def look(self, watch: Watch, now: datetime, *, at_once: bool) -> Found | None:
        """Return the calendar when it is another than before; None when there is nothing to do.

        Raises:
            KnownError: it could not be fetched.
        """
        file = fetch(watch.place, self._opener) if at_once else self._fetched(watch, now)
        if file is None:
            return None
        seen = sha256(file.data).hexdigest()
        return None if seen == watch.seen and not at_once else Found((file,), seen)

    def _fetched(self, watch: Watch, now: datetime) -> AgendaFile | None:
        if self._under_way is None:
            if not self._is_due(watch, now):
                return None
            self._asked = now
            self._under_way = self._start(lambda: fetch(watch.place, self._opener))
        if not self._under_way.done() and self._passed(now) < _GIVEN_UP:
            return None
        under_way, self._under_way = self._under_way, None
        if not under_way.done():
            raise unreachable()
        return under_way.result()

    def _is_due(self, watch: Watch, now: datetime) -> bool:
        is_fresh = not (watch.seen or watch.trouble)  # whoever just asked for it wants to see it
        return is_fresh or self._passed(now) >= timedelta(minutes=watch.every_minutes)

    def _passed(self, now: datetime) -> timedelta:
        """Return how long ago it was asked; very long after the clock was put back."""
        if self._asked is None or now < self._asked:
            return timedelta.max
        return now - self._asked


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
        fp.close()  # what it says beside the new address has no limit of size
        if urlsplit(newurl).scheme != "https":
            raise KnownError(
                _("De agenda op internet verwijst door naar een adres dat niet beveiligd is."),
                _("De dag blijft zoals hij was. Vraag om een adres dat met https begint."),
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def safe_opener() -> Opener:
    """Return what opens https addresses and nothing else."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _OnlySafe(),
    ):
        opener.add_handler(handler)
    return opener


def fetch(address: str, opener: Opener, passed: Callable[[], float] = monotonic) -> AgendaFile:
    """Return the calendar at `address` (https or webcal); `passed` counts seconds.

    Raises:
        KnownError: it cannot be reached in time, is cut off, or is too large.
    """
    url = "https://" + address.split("://", 1)[-1]
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "Balie"})
        data = _whole(opener, request, passed)
        name = urlsplit(url).hostname or ""
    except urllib.error.HTTPError as error:
        error.close()
        raise (_refused() if error.code in _REFUSED else unreachable()) from error
    except (OSError, ValueError, HTTPException) as error:
        raise unreachable() from error
    return AgendaFile(name=name, place=address, kind=kind_of(data), data=data)


def is_there(place: str) -> bool:
    """Tell whether `place` is a web address, or a file that is there."""
    return is_address(place) or Path(place).is_file()


def take(place: str | Path) -> AgendaFile:
    """Return the file at a path, or what is at an address; raises `KnownError`."""
    if isinstance(place, str) and is_address(place):
        return fetch(place, safe_opener())
    return take_file(Path(place))


def in_background(work: Callable[[], _Result]) -> "Future[_Result]":
    """Do `work` in a thread of its own, which nothing waits for, not even the end of the program.

    A website that says nothing keeps neither the other sources waiting nor the window open.
    """
    future: Future[_Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001  it is raised where the result is asked for
            future.set_exception(error)

    threading.Thread(target=run, name="web calendar", daemon=True).start()
    return future


def unreachable() -> KnownError:
    """Return what to say of a website that gives no answer in time, or half of one."""
    return KnownError(
        _("De agenda op internet is nu niet te bereiken."),
        _("De dag blijft zoals hij was. Balie probeert het vanzelf opnieuw."),
    )


def _whole(opener: Opener, request: urllib.request.Request, passed: Callable[[], float]) -> bytes:
    end = passed() + MOST_SECONDS
    parts: list[bytes] = []
    size = 0
    with opener.open(request, timeout=_SILENCE) as answer:
        while part := answer.read1(_AT_ONCE):
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise _too_large()
            if passed() > end:
                raise TimeoutError
        headers = getattr(answer, "headers", None) or {}
        if size < int(headers.get("Content-Length") or 0):
            raise ConnectionError("cut off")
    return b"".join(parts)


def _refused() -> KnownError:
    return KnownError(
        _("De website geeft deze agenda niet, of niet meer."),
        _("De dag blijft zoals hij was. Kijk of het adres nog klopt."),
    )


def _too_large() -> KnownError:
    return KnownError(
        _("De agenda op internet is te groot."),
        _("De dag blijft zoals hij was. Vraag om een agenda van een kortere periode."),
    )
