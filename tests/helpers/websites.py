"""A website for tests: it answers what it was told to, without any network."""

import io
import urllib.request
from collections.abc import Callable
from concurrent.futures import Future
from http.client import HTTPMessage, HTTPResponse
from typing import cast

from reception_assistant.desk.agenda_files import AgendaFile
from reception_assistant.desk.web_calendar import Answer


class Website:
    """Opens addresses with the given answers, the last one again and again; `asked` in order."""

    def __init__(self, *answers: bytes | Answer | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def open(
        self, fullurl: urllib.request.Request, data: None = None, timeout: float | None = None
    ) -> Answer:
        """Answer what is next."""
        assert timeout is not None, "a website that says nothing would be waited for for ever"
        self.asked.append(fullurl.full_url)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return io.BytesIO(answer) if isinstance(answer, bytes) else answer


def at_once(work: Callable[[], AgendaFile]) -> "Future[AgendaFile]":
    """Do `work` here and now."""
    future: Future[AgendaFile] = Future()
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001  it is raised where the result is asked for
        future.set_exception(error)
    return future


class Slow:
    """Does work only when it is told to."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Callable[[], AgendaFile], Future[AgendaFile]]] = []

    def __call__(self, work: Callable[[], AgendaFile]) -> "Future[AgendaFile]":
        """Begin with `work`, and get nowhere."""
        future: Future[AgendaFile] = Future()
        self._waiting.append((work, future))
        return future

    def finish(self) -> None:
        """Get done with all of it after all."""
        for work, future in self._waiting:
            future.set_result(work())
        self._waiting.clear()


class _Socket:
    """What a website sends over the wire."""

    def __init__(self, sent: bytes) -> None:
        self._sent = sent

    def makefile(self, _mode: str) -> io.BytesIO:
        """Return it, to be read."""
        return io.BytesIO(self._sent)


class Server(urllib.request.BaseHandler):
    """Stands in for the network below urllib: what each address sends, as it comes over the wire.

    `asked` are the addresses in order.
    """

    handler_order = 100  # before the one that goes out

    def __init__(self, pages: dict[str, bytes]) -> None:
        self._pages = pages
        self.asked: list[str] = []

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        """Answer a request."""
        self.asked.append(req.full_url)
        answer = HTTPResponse(cast("object", _Socket(self._pages[req.full_url])))  # type: ignore[arg-type]
        answer.begin()
        answer.msg = cast("HTTPMessage", answer.reason)  # as urllib's own handler does
        return answer


def page(status: str, body: bytes = b"", **headers: str) -> bytes:
    """Return a page as it comes over the wire."""
    told = {"Content_Length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
    return "\r\n".join((f"HTTP/1.1 {status}", *lines, "", "")).encode() + body
