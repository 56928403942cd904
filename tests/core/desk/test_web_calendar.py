"""A calendar on the internet: fetched safely, and never waited for without end."""

import http.client
import io
import ssl
import threading
import urllib.error
import urllib.request
from email.message import Message
from itertools import count
from pathlib import Path
from typing import cast

import pytest

from reception_assistant.agenda.profile import Kind
from reception_assistant.desk.web_calendar import (
    MOST_BYTES,
    fetch,
    in_background,
    safe_opener,
    take,
)
from reception_assistant.errors import KnownError
from tests.helpers.websites import Server, Website, page

HERE = "https://voorbeeld.nl/geheim/a.ics"
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Endless(io.BytesIO):
    """An answer that never ends, so much at a time."""

    def __init__(self, piece: bytes) -> None:
        super().__init__()
        self._piece = piece
        self.pieces = 0

    def read1(self, size: int | None = -1, /) -> bytes:
        self.pieces += 1
        return self._piece


class Headed(io.BytesIO):
    """An answer that says beforehand how long it is."""

    def __init__(self, content: bytes, length: str) -> None:
        super().__init__(content)
        self.headers = {"Content-Length": length}


def trouble(*answers: bytes | Exception | io.BytesIO) -> str:
    """Return what is said of a website that answers so."""
    with pytest.raises(KnownError) as caught:
        fetch(HERE, Website(*answers))
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["https", "webcal", "webcals", "WebCal"])
def test_a_calendar_is_fetched_over_https_whatever_it_calls_itself(scheme: str) -> None:
    website = Website(CALENDAR)
    address = HERE.replace("https", scheme)
    file = fetch(address, website)
    assert website.asked == [HERE]
    assert (file.data, file.kind, file.place) == (CALENDAR, Kind.CALENDAR, address)


def test_what_it_is_called_gives_no_address_away() -> None:
    assert fetch("https://u:pw@voorbeeld.nl:8443/geheim", Website(CALENDAR)).name == "voorbeeld.nl"


@pytest.mark.parametrize(
    "error",
    [
        urllib.error.URLError("no such host"),
        TimeoutError("silence"),
        ConnectionResetError(),
        ssl.SSLCertVerificationError("expired"),
        http.client.IncompleteRead(b""),
        http.client.BadStatusLine("x"),
        http.client.InvalidURL("port"),
        http.client.LineTooLong("header"),
        UnicodeEncodeError("ascii", "é", 0, 1, "x"),
        ValueError("unknown url type"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_the_network_does_the_day_stays(error: Exception) -> None:
    told = trouble(error)
    assert "nu niet te bereiken" in told
    assert "De dag blijft zoals hij was." in told
    assert "geheim" not in told


def test_too_much_is_refused_while_it_comes_in() -> None:
    endless = Endless(b"x" * 1_000_000)
    assert "te groot" in trouble(endless)
    assert endless.pieces == MOST_BYTES // 1_000_000 + 1


def test_a_website_that_drips_is_left_after_half_a_minute() -> None:
    seconds = count()
    drip = Endless(b"x")
    with pytest.raises(KnownError):
        fetch(HERE, Website(drip), lambda: float(next(seconds)))
    assert drip.pieces == 31


@pytest.mark.parametrize("length", ["34", "x"])
def test_half_a_calendar_is_no_calendar(length: str) -> None:
    """Whatever is missing would be taken for withdrawn."""
    assert "nu niet te bereiken" in trouble(Headed(CALENDAR, length))


def test_a_calendar_as_long_as_it_said_is_whole() -> None:
    assert fetch(HERE, Website(Headed(CALENDAR, str(len(CALENDAR))))).data == CALENDAR


@pytest.mark.parametrize(
    ("code", "words"), [(404, "niet meer"), (401, "niet meer"), (500, "nu niet")]
)
def test_a_refusal_says_what_to_look_at(code: int, words: str) -> None:
    body = io.BytesIO(b"<html>")
    assert words in trouble(urllib.error.HTTPError(HERE, code, "no", Message(), body))
    assert body.closed


@pytest.mark.parametrize(
    "address", ["https://localhost:poort/x", "https://[::1/x", "https:///x", "https://"]
)
def test_an_address_that_is_none_is_known_trouble(address: str) -> None:
    """By what urllib itself makes of them; none of them gets as far as the network."""
    with pytest.raises(KnownError):
        fetch(address, safe_opener())


@pytest.mark.parametrize(
    "address", ["http://localhost/x", "ftp://localhost/x", "file:///etc/hostname", "data:,x"]
)
def test_nothing_but_https_is_opened(address: str) -> None:
    with pytest.raises(urllib.error.URLError, match="unknown url type"):
        safe_opener().open(urllib.request.Request(address), timeout=1)  # noqa: S310  that is the question


def over_the_wire(pages: dict[str, bytes]) -> tuple[urllib.request.OpenerDirector, Server]:
    """Return the real opener, with a server under it."""
    opener, server = cast("urllib.request.OpenerDirector", safe_opener()), Server(pages)
    opener.add_handler(server)
    return opener, server


def test_a_redirection_to_another_safe_address_is_followed() -> None:
    there = "https://elders.nl/b.ics"
    opener, server = over_the_wire(
        {
            HERE: page("302 Found", b"x" * 1000, Location=there),
            there: page("301 Moved", Location="/c.ics"),
            "https://elders.nl/c.ics": page("200 OK", CALENDAR),
        }
    )
    assert fetch(HERE, opener).data == CALENDAR
    assert server.asked == [HERE, there, "https://elders.nl/c.ics"]


@pytest.mark.parametrize(
    "to", ["http://voorbeeld.nl/a.ics", "ftp://voorbeeld.nl/a.ics", "file:///etc/hostname"]
)
def test_a_redirection_away_from_https_is_not_followed(to: str) -> None:
    opener, server = over_the_wire({HERE: page("302 Found", Location=to)})
    with pytest.raises(KnownError):
        fetch(HERE, opener)
    assert server.asked == [HERE]


def test_a_redirection_to_http_says_that_it_is_not_safe() -> None:
    opener, _server = over_the_wire({HERE: page("307 Found", Location="http://voorbeeld.nl/")})
    with pytest.raises(KnownError, match="niet beveiligd"):
        fetch(HERE, opener)


def test_a_redirection_to_itself_comes_to_an_end() -> None:
    opener, server = over_the_wire({HERE: page("302 Found", Location=HERE)})
    with pytest.raises(KnownError):
        fetch(HERE, opener)
    assert len(server.asked) < 20


def test_a_page_that_is_cut_off_on_the_wire_is_noticed() -> None:
    opener, _server = over_the_wire({HERE: page("200 OK", CALENDAR, Content_Length="5000")})
    with pytest.raises(KnownError, match="nu niet te bereiken"):
        fetch(HERE, opener)


def test_a_page_in_chunks_is_put_together() -> None:
    body = b"5\r\nBEGIN\r\nb\r\n:VCALENDAR\n\r\n0\r\n\r\n"
    opener, _server = over_the_wire(
        {HERE: page("200 OK", body, Transfer_Encoding="chunked", Content_Length="")}
    )
    assert fetch(HERE, opener).data == b"BEGIN:VCALENDAR\n"


def test_chunks_that_stop_halfway_are_noticed() -> None:
    opener, _server = over_the_wire(
        {HERE: page("200 OK", b"ff\r\nBEGIN", Transfer_Encoding="chunked", Content_Length="")}
    )
    with pytest.raises(KnownError, match="nu niet te bereiken"):
        fetch(HERE, opener)


def test_a_missing_page_is_told_from_a_website_that_is_down() -> None:
    opener, _server = over_the_wire({HERE: page("404 Not Found", b"<html>")})
    with pytest.raises(KnownError, match="Kijk of het adres nog klopt"):
        fetch(HERE, opener)


def test_a_slow_website_keeps_nobody_waiting() -> None:
    """Also not the end of the program: its thread is one that Python does not wait for."""
    answered = threading.Event()
    future = in_background(lambda: answered.wait(60))
    (thread,) = (each for each in threading.enumerate() if each.name == "web calendar")
    assert thread.daemon
    assert not future.done()
    answered.set()
    assert future.result(60) is True
    thread.join()


def test_trouble_in_the_background_is_told_where_the_answer_is_asked_for() -> None:
    future = in_background(lambda: fetch(HERE, Website(TimeoutError())))
    with pytest.raises(KnownError):
        future.result(60)


def test_a_file_can_be_taken_like_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(CALENDAR)
    assert take(path) == take(str(path))
    with pytest.raises(KnownError, match="https"):
        take("http://voorbeeld.nl/a.ics")
