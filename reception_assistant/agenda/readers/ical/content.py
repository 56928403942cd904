"""One line of a calendar: the parameters of a property, its value, and the text in it."""

import quopri
import re
from typing import NamedTuple

from reception_assistant.agenda.readers.cells import tidy, visible

_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*(?:=((?:"[^"]*"|[^";:]++)*+))?')
_ESCAPED = re.compile(r'\\([nN,;:\\"])')
_COMMA = re.compile(r"(?<!\\),")
_CARET = re.compile(r"\^([n'^])")
_BY_CARET = {"n": "\n", "'": '"', "^": "^"}
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_CHARSETS = frozenset({"utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii"})
_MOST_PARAMETERS = 50
_LONGEST_READ = 20_000


class Property(NamedTuple):
    """A property as it stands in the file; the names of its parameters are in capitals."""

    line: int
    parameters: tuple[tuple[str, str], ...]
    value: str

    def parameter(self, name: str) -> str:
        """Return the parameter `name`, empty when it is not there."""
        return next((value for key, value in self.parameters if key == name), "")


def read_property(line: int, text: str) -> Property:
    """Return the property on `line`; what is not well written costs only itself."""
    head, _colon, value = text.partition(":")
    if ";" not in head:
        return Property(line, (), value)
    parameters: list[tuple[str, str]] = []
    at = text.index(";")
    while len(parameters) < _MOST_PARAMETERS and (found := _PARAMETER.match(text, at)):
        written = (found[2] or "").replace('"', "").strip()
        if "^" in written:
            written = _CARET.sub(lambda caret: _BY_CARET[caret[1]], written)
        parameters.append((found[1].upper(), written))
        at = found.end()
    return Property(line, tuple(parameters), text[at:].partition(":")[2])


def text_of(found: Property) -> str:
    """Return the text of a property on one line, without signs that nobody can see."""
    value = found.value[:_LONGEST_READ]
    if found.parameters and _is_printable(found):
        value = _from_printable(value, found.parameter("CHARSET").lower())
    if "\\" in value:
        value = _ESCAPED.sub(lambda sign: " " if sign[1] in "nN" else sign[1], value)
    return clean(value)


def texts_of(found: Property) -> list[str]:
    """Return the texts of a property that may hold several."""
    words = _COMMA.split(found.value[:_LONGEST_READ])
    return [text_of(found._replace(value=word)) for word in words]


def clean(text: str) -> str:
    """Return `text` on one line, without signs that nobody can see."""
    return tidy(visible(text))


def without_tags(text: str) -> str:
    """Return a description without the signs of a web page: "<br>", "</p>"."""
    return tidy(_TAG.sub(" ", text)) if "<" in text else text


def _is_printable(found: Property) -> bool:
    return any(
        "QUOTED-PRINTABLE" in (name, value.upper())
        for name, value in found.parameters
        if name in {"ENCODING", "QUOTED-PRINTABLE"}
    )


def _from_printable(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode())
    if charset in _CHARSETS:
        return data.decode(charset, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
