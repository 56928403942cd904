"""The colours of a look, by role, and the contrast that they owe the eye.

The files are TOML, read here line by line: `tomllib` would cost 5 ms before the first painted
agenda, and a test holds that both read the same.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from reception_assistant.errors import BugError
from reception_assistant.paths import resources

LIGHT: Final = "light"
DARK: Final = "dark"
HIGH_CONTRAST: Final = "high_contrast"
THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST)

TEXT: Final = 4.5
MARK: Final = 3.0

_LINE: Final = re.compile(r'([a-z][a-z-]*) *= *"(#[0-9A-Fa-f]{6})" *(?:#.*)?')


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
        if role not in ROLES:
            if (role := role.replace("-", "_")) not in ROLES:
                raise BugError(f"no such role: {role}")
        return str(self.__dict__[role])


ROLES: Final = tuple(role for role in Theme.__annotations__ if role != "name")


class Pair(NamedTuple):
    """Two roles that meet on screen, and the least contrast between them."""

    front: str
    back: str
    least: float


def _meet(least: float, fronts: str, backs: str) -> tuple[Pair, ...]:
    return tuple(Pair(front, back, least) for front in fronts.split() for back in backs.split())


PAIRS: Final = (
    *_meet(TEXT, "text muted primary", "background surface hover selection"),
    *_meet(TEXT, "attention calm stop good", "background surface hover selection"),
    *_meet(TEXT, "text muted", "attention_weak calm_weak stop_weak good_weak primary_weak"),
    *_meet(TEXT, "primary", "primary_weak"),
    *_meet(TEXT, "attention", "attention_weak"),
    *_meet(TEXT, "calm", "calm_weak"),
    *_meet(TEXT, "stop", "stop_weak"),
    *_meet(TEXT, "good", "good_weak"),
    *_meet(TEXT, "on_primary", "primary primary_hover primary_pressed"),
    *_meet(TEXT, "rail_text", "rail rail_hover"),
    *_meet(TEXT, "on_rail_chosen", "rail_chosen"),
    *_meet(TEXT, "on_tooltip", "tooltip"),
    *_meet(MARK, "disabled", "background surface"),
    *_meet(MARK, "field_border", "background surface"),
    *_meet(MARK, "focus", "background surface hover selection primary_weak"),
    *_meet(MARK, "focus", "attention_weak calm_weak stop_weak good_weak"),
    *_meet(MARK, "focus_on_primary", "background surface"),
    *_meet(MARK, "stop", "background surface"),
    *_meet(MARK, "rail_focus", "rail rail_hover"),
)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it: 1 (none) to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def read_theme(path: Path) -> Theme:
    """Return the theme that stands in the file at `path`."""
    colours: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise BugError(f'{path.name}: not a line like `role = "#RRGGBB"`: {line}')
        colours[found[1].replace("-", "_")] = found[2]
    return Theme(path.stem, colours)


def shipped_theme(name: str) -> Theme:
    """Return the theme that ships as `name`: light, dark or high_contrast."""
    return read_theme(resources("theme", f"{name}.toml"))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
