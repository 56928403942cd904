"""The colours of a look, by role.

The files are TOML, read here line by line: `tomllib` would cost 5 ms before the first painted
agenda, and a test holds that both read the same. What must contrast with what: `contrast.py`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn

from reception_assistant.errors import BugError
from reception_assistant.paths import resources

LIGHT: Final = "light"
DARK: Final = "dark"
HIGH_CONTRAST: Final = "high_contrast"
THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST)

_HEX: Final = "0123456789ABCDEFabcdef"


class Theme:
    """One theme: a colour ("#RRGGBB") for every role; never changes."""

    name: str
    background: str
    surface: str
    line: str
    text: str
    muted: str
    disabled: str
    primary: str
    primary_hover: str
    primary_pressed: str
    primary_weak: str
    on_primary: str
    button_border: str
    field_border: str
    hover: str
    selection: str
    focus: str
    focus_on_primary: str
    attention: str
    attention_weak: str
    attention_edge: str
    calm: str
    calm_weak: str
    calm_edge: str
    stop: str
    stop_weak: str
    stop_edge: str
    good: str
    good_weak: str
    good_edge: str
    rail: str
    rail_text: str
    rail_hover: str
    rail_chosen: str
    on_rail_chosen: str
    rail_focus: str
    tooltip: str
    on_tooltip: str

    def __init__(self, name: str, colours: Mapping[str, str]) -> None:
        missing = sorted(set(ROLES) - set(colours))
        unknown = sorted(set(colours) - set(ROLES))
        if missing or unknown:
            raise BugError(f"theme {name}: missing roles {missing}, unknown roles {unknown}")
        self.__dict__.update(colours, name=name)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a theme does not change: {name}")

    def __getitem__(self, role: str) -> str:
        """Return the colour of `role`, written as in the file or as in code."""
        colour = self.__dict__.get(role.replace("-", "_"))
        if colour is None or role == "name":
            raise BugError(f"no such role: {role}")
        return str(colour)


ROLES: Final = tuple(role for role in Theme.__annotations__ if role != "name")


def read_theme(path: Path) -> Theme:
    """Return the theme that stands in the file at `path`."""
    colours: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        role, _equals, rest = line.partition(' = "')
        colour, closed, _comment = rest.partition('"')
        if not closed or len(colour) != len("#RRGGBB") or colour.strip(_HEX) != "#":
            raise BugError(f'{path.name}: not a line like `role = "#RRGGBB"`: {line}')
        colours[role.replace("-", "_")] = colour
    return Theme(path.stem, colours)


def shipped_theme(name: str) -> Theme:
    """Return the theme that ships as `name`: light, dark or high_contrast."""
    return read_theme(resources("theme", f"{name}.toml"))
