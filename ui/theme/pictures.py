"""The few small pictures inside fields (tick, arrow, dot), drawn in the colours of a theme.

A stylesheet takes a picture from a path only, so they are handed to Qt as resources in memory.
"""

from typing import Final

from PySide6.QtCore import qRegisterResourceData, qUnregisterResourceData

from ui.theme.colors import Theme

_STROKE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="{path}" fill="none"'
    ' stroke="{colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_FILE, _FOLDER = 0, 2
_SHAPES: Final = (
    ("check", "M2.5 6.2 5 8.7 9.7 3.6", "on_primary"),
    ("dash", "M3 6H9", "on_primary"),
    ("dot", "M5.2 6a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0", "on_primary"),
    ("up", "M2.5 7.75 6 4.25l3.5 3.5", "muted"),
    ("down", "M2.5 4.25 6 7.75l3.5-3.5", "muted"),
    ("left", "M7.75 2.5 4.25 6l3.5 3.5", "muted"),
    ("right", "M4.25 2.5 7.75 6l-3.5 3.5", "muted"),
)


class Pictures:
    """The pictures of one theme, known to Qt for as long as this object is kept."""

    def __init__(self, theme: Theme) -> None:
        self.folder = f":/balie-{theme.name}"
        files = {
            f"{name}.svg": _STROKE.format(path=path, colour=theme[role]).encode()
            for name, path, role in _SHAPES
        }
        self._parts = _packed(self.folder.removeprefix(":/"), files)
        qRegisterResourceData(1, *self._parts)

    def forget(self) -> None:
        """Take the pictures back from Qt."""
        qUnregisterResourceData(1, *self._parts)


def _packed(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return tree, names and data of `files` in `folder`, as Qt's resource compiler packs them."""
    names, data = bytearray(), bytearray()
    tree = bytearray(_numbers((0, 4), (_FOLDER, 2), (1, 4), (1, 4)))  # the root holds one: the next
    at = _add_name(names, folder)
    tree += _numbers((at, 4), (_FOLDER, 2), (len(files), 4), (2, 4))
    for name, content in sorted(files.items(), key=lambda item: _hashed(item[0])):
        at = _add_name(names, name)
        tree += _numbers((at, 4), (_FILE, 2), (0, 2), (1, 2), (len(data), 4))
        data += _numbers((len(content), 4)) + content
    return bytes(tree), bytes(names), bytes(data)


def _add_name(names: bytearray, name: str) -> int:
    offset = len(names)
    names += _numbers((len(name), 2), (_hashed(name), 4)) + name.encode("utf-16-be")
    return offset


def _numbers(*numbers: tuple[int, int]) -> bytes:
    return b"".join(number.to_bytes(size, "big") for number, size in numbers)


def _hashed(name: str) -> int:
    number = 0
    for letter in name:
        number = (number << 4) + ord(letter)
        number ^= (number & 0xF0000000) >> 23
        number &= 0x0FFFFFFF
    return number
