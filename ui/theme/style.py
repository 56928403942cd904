"""From roles to Qt: the palette, the one stylesheet, and the look that joins theme and size."""

import re
from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette

from reception_assistant.paths import resources
from ui.theme import fonts
from ui.theme.colors import Theme

STEP: Final = 4
SMALLEST, LARGEST = 100, 200

_TOKEN: Final = re.compile(r"\$(?:([a-z-]+)|(\d+)px([+-]\d))")
_LENGTH: Final = re.compile(r"\b(\d+)px")
_HAIRLINE: Final = 2

_PALETTE: Final = (
    (QPalette.ColorRole.Window, "background"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "background"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "on_primary"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "button_border"),
    (QPalette.ColorRole.Dark, "field_border"),
    (QPalette.ColorRole.Shadow, "line"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.Accent, "primary"),
    (QPalette.ColorRole.HighlightedText, "on_primary"),
    (QPalette.ColorRole.Link, "primary"),
    (QPalette.ColorRole.LinkVisited, "primary"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "on_tooltip"),
)
_DISABLED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


class Look:
    """A theme at a text size (100 to 200 percent): every size and colour on screen."""

    def __init__(self, theme: Theme, scale: int = 100) -> None:
        self.theme = theme
        self.scale = min(max(scale, SMALLEST), LARGEST)

    def px(self, pixels: int) -> int:
        """Return a length that was drawn for a text size of 100 percent."""
        return pixels * self.scale // 100

    def space(self, steps: int) -> int:
        """Return a distance of so many steps of 4 pixels."""
        return self.px(steps * STEP)

    def color(self, role: str) -> QColor:
        """Return the colour of `role` for somebody who paints."""
        return QColor(self.theme[role])

    def font(self) -> QFont:
        """Return the letter of the whole program."""
        return fonts.body(self.scale)

    def palette(self) -> QPalette:
        """Return the colours by which Qt paints what no stylesheet rule names."""
        palette = QPalette()
        for place, role in _PALETTE:
            palette.setColor(place, self.color(role))
        for place in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.color("disabled"))
        return palette

    def stylesheet(self, pictures: str) -> str:
        """Return the stylesheet; `pictures` is the folder of the small pictures in fields."""

        def filled(found: re.Match[str]) -> str:
            role, pixels, more = found.groups()
            if role == "pictures":
                return pictures
            return self.theme[role] if role else f"{self.px(int(pixels)) + int(more)}px"

        text = resources("theme", "balie.qss").read_bytes().decode()
        if self.scale != SMALLEST:
            text = _LENGTH.sub(self._scaled, text)
        return _TOKEN.sub(filled, text)

    def _scaled(self, found: re.Match[str]) -> str:
        pixels = int(found[1])
        adjusted = found.string[found.start() - 1] == "$"  # scaled later, with what is added
        return found[0] if pixels <= _HAIRLINE or adjusted else f"{self.px(pixels)}px"
