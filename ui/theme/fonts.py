"""The letters of the window: Inter in three weights, and the size of each kind of text."""

import logging
from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from reception_assistant.paths import resources

log = logging.getLogger(__name__)

FAMILY: Final = "Inter Balie"
FIRST: Final = ("Regular", "SemiBold")
REST: Final = ("Medium",)
WEIGHTS: Final = (*FIRST, *REST)

# How large each kind of text is, in pixels at a text size of 100 percent.
CAPTION: Final = 11
BODY: Final = 13
HEADING: Final = 19
SENTENCE: Final = 22
GREETING: Final = 26


def load(weights: Iterable[str] = WEIGHTS) -> bool:
    """Hand the shipped letters to Qt; without them the letters of the computer are used."""
    for weight in weights:
        path = resources("fonts", f"Inter-{weight}.otf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            log.warning("a font could not be loaded")
            return False
    return True


def body(scale: int = 100) -> QFont:
    """Return the letter of the whole program at a text size of `scale` percent."""
    return sized(BODY, scale)


def caption(scale: int = 100) -> QFont:
    """Return the small letter above a block, as the stylesheet gives it to labels."""
    font = sized(CAPTION, scale, QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
    return font


def heading(scale: int = 100) -> QFont:
    """Return the letter of a heading."""
    return sized(HEADING, scale, QFont.Weight.Medium)


def sentence(scale: int = 100) -> QFont:
    """Return the letter of a sentence to say."""
    return sized(SENTENCE, scale, QFont.Weight.Medium)


def greeting(scale: int = 100) -> QFont:
    """Return the letter of the sentence with which somebody is welcomed."""
    return sized(GREETING, scale, QFont.Weight.Medium)


def sized(size: int, scale: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the letter at `size` pixels times `scale` percent."""
    font = QFont(FAMILY)
    font.setPixelSize(size * scale // 100)
    font.setWeight(weight)
    return font


def tabular(font: QFont | None = None) -> QFont:
    """Return `font` with digits of one width, for columns of times.

    Without `font` the rest is left open, so that the widget goes on following the text size.
    """
    font = QFont() if font is None else QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def scale_of(font: QFont) -> int:
    """Return the text size in percent at which `font` is the letter of the whole program."""
    return font.pixelSize() * 100 // BODY if font.pixelSize() > 0 else 100
