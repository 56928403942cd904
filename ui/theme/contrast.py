"""Which colours meet on screen, and the contrast that they owe the eye (WCAG 2.2, AA)."""

from typing import Final, NamedTuple

TEXT: Final = 4.5
MARK: Final = 3.0
_DARKEST: Final = 0.04045  # below this WCAG counts a channel as a straight line


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


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= _DARKEST:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
