"""Icons by meaning, drawn from the icon font in a colour role; import after the first paint.

The outlines are read from the font file itself: importing its package would cost 10 ms, and its
7,000 names are not needed.
"""

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

from reception_assistant.errors import BugError
from ui.theme.look import Appearance

log = logging.getLogger(__name__)

GLYPHS: Final[dict[str, tuple[str, int]]] = {
    # meaning: name in Material Design Icons, code point
@@
}

_PACKAGE: Final = "fonticon_mdi7"
_FILE: Final = "fonts/materialdesignicons-webfont.ttf"
_EM: Final = 240


class Icons:
    """Gives icons by meaning; they take the colours that `appearance` has when they are painted."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._font = _icon_font()
        self._outlines: dict[str, QPainterPath] = {}

    def icon(self, meaning: str, role: str = "text", *, on: str = "") -> QIcon:
        """Return the icon for `meaning` in the colour `role`, and in `on` where it is chosen."""
        if meaning not in GLYPHS:
            raise BugError(f"no such icon: {meaning}")
        return QIcon(_Engine(self, self._appearance, meaning, (role, on or role)))

    def outline(self, meaning: str) -> QPainterPath:
        """Return the shape of an icon in a square of 1 by 1."""
        if meaning not in self._outlines:
            self._outlines[meaning] = self._drawn(GLYPHS[meaning][1])
        return self._outlines[meaning]

    def _drawn(self, code_point: int) -> QPainterPath:
        if self._font is None:
            return QPainterPath()
        glyphs = self._font.glyphIndexesForString(chr(code_point))
        shape = self._font.pathForGlyph(glyphs[0])
        shape.translate(0, self._font.ascent())
        painter_scale = _Scale(1 / (self._font.ascent() + self._font.descent()))
        return painter_scale.map(shape)
