"""How another program reaches the window that is open: one line of JSON, and one in answer.

A telephone system does this at each ringing call, so it takes no Qt and no database.
"""

import getpass
import hashlib
import json
import os
import socket
import sys
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

PROTOCOL = 1
LONGEST_LINE = 10_000  # bytes
SECONDS = 2.0
_LONGEST_NUMBER = 60


class Wish(StrEnum):
    """What may be asked of a window."""

    SHOW = "show"
    CALL = "call"


class Reply(StrEnum):
    """What a window answers."""

    SHOWN = "shown"
    TAKEN = "taken"
    REFUSED = "refused"


class Message(NamedTuple):
    """One wish; `number` is who calls, as the telephone system writes it."""

    wish: Wish
    number: str = ""


def server_name(folder: Path | None) -> str:
    """Return under which name the window of `folder` listens; None is the window of the demo."""
    about = str(folder.resolve()) if folder is not None else f"demo of {getpass.getuser()}"
    return "balie-" + hashlib.sha256(about.encode()).hexdigest()[:24]


def line_of(message: Message) -> bytes:
    """Return the line that says `message`."""
    payload = {"number": message.number} if message.wish is Wish.CALL else {}
    said = {"protocol": PROTOCOL, "kind": message.wish.value, "payload": payload}
    return json.dumps(said).encode() + b"\n"


def answer_of(reply: Reply) -> bytes:
    """Return the line that answers `reply`."""
    return json.dumps({"protocol": PROTOCOL, "kind": reply.value}).encode() + b"\n"


def read_line(line: bytes) -> Message | None:
    """Return what a line asks; None for rubbish, and for what another version would say."""
    try:
        asked = json.loads(line)
        if asked["protocol"] != PROTOCOL:
            return None
        wish = Wish(asked["kind"])
        number = asked["payload"]["number"] if wish is Wish.CALL else ""
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(number, str) or len(number) > _LONGEST_NUMBER:
        return None
    return Message(wish, number)


def send(folder: Path | None, message: Message) -> Reply | None:
    """Say `message` to the window of `folder`, and return its answer; None when none is there."""
    try:
        answer = _exchange(server_name(folder), line_of(message))
    except OSError:
        return None
    try:
        return Reply(json.loads(answer)["kind"])
    except (ValueError, TypeError, KeyError):
        return Reply.REFUSED


def _exchange(name: str, line: bytes) -> bytes:
    """Send a line to the place where Qt's local server of this name listens."""
    if sys.platform == "win32":
        with Path(rf"\\.\pipe\{name}").open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.readline(LONGEST_LINE)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as spoken:
        spoken.settimeout(SECONDS)
        spoken.connect(str(Path(os.environ.get("TMPDIR") or "/tmp") / name))  # noqa: S108  as QDir.tempPath
        spoken.sendall(line)
        with spoken.makefile("rb") as heard:
            return heard.readline(LONGEST_LINE)
