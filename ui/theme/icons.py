"""Icons by meaning, drawn from the icon font in a colour role; import after the first paint.

The outlines are read from the font file itself: importing its package would cost 10 ms, and its
7,000 names are not needed.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

from reception_assistant.errors import BugError
from ui.theme.look import Appearance

GLYPHS: Final[dict[str, tuple[str, int]]] = {
    # meaning: (name in Material Design Icons, code point)
    "desk": ("room_service_outline", 0xF0D97),
    "phone": ("phone_outline", 0xF0DF0),
    "follow_ups": ("calendar_clock_outline", 0xF16E1),
    "complaints": ("message_alert_outline", 0xF0A04),
    "scripts": ("script_text_outline", 0xF0BC3),
    "insights": ("chart_box_outline", 0xF154E),
    "settings": ("cog_outline", 0xF08BB),
    "search": ("magnify", 0xF0349),
    "privacy": ("eye_off_outline", 0xF06D1),
    "not_aloud": ("emoticon_neutral_outline", 0xF01F6),
    "show": ("eye_outline", 0xF06D0),
    "call_start": ("phone_plus_outline", 0xF119B),
    "call_end": ("phone_hangup_outline", 0xF1192),
    "call_park": ("phone_paused_outline", 0xF119A),
    "call_resume": ("phone_forward_outline", 0xF1191),
    "person": ("account_outline", 0xF0013),
    "people": ("account_multiple_outline", 0xF000F),
    "unknown": ("account_question_outline", 0xF0B5A),
    "question": ("chat_question_outline", 0xF1739),
    "mood": ("emoticon_outline", 0xF01F2),
    "hand_over": ("account_arrow_right_outline", 0xF0B54),
    "animal": ("paw_outline", 0xF1675),
    "undo": ("undo_variant", 0xF054D),
    "redo": ("redo_variant", 0xF044F),
    "check": ("check", 0xF012C),
    "close": ("close", 0xF0156),
    "attention": ("alert_outline", 0xF002A),
    "stop": ("alert_octagon_outline", 0xF0CE6),
    "calm": ("hand_heart_outline", 0xF157E),
    "boundary": ("hand_back_right_outline", 0xF182D),
    "good": ("check_circle_outline", 0xF05E1),
    "info": ("information_outline", 0xF02FD),
    "help": ("help_circle_outline", 0xF0625),
    "idea": ("lightbulb_on_outline", 0xF06E9),
    "compliment": ("thumb_up_outline", 0xF0514),
    "note": ("note_edit_outline", 0xF1782),
    "add": ("plus", 0xF0415),
    "remove": ("minus", 0xF0374),
    "edit": ("pencil_outline", 0xF0CB6),
    "delete": ("trash_can_outline", 0xF0A7A),
    "save": ("content_save_outline", 0xF0818),
    "copy": ("content_copy", 0xF018F),
    "print": ("printer_outline", 0xF1786),
    "import": ("tray_arrow_down", 0xF0120),
    "export": ("tray_arrow_up", 0xF011D),
    "open": ("folder_open_outline", 0xF0DCF),
    "refresh": ("refresh", 0xF0450),
    "back": ("arrow_left", 0xF004D),
    "forward": ("arrow_right", 0xF0054),
    "up": ("chevron_up", 0xF0143),
    "down": ("chevron_down", 0xF0140),
    "left": ("chevron_left", 0xF0141),
    "right": ("chevron_right", 0xF0142),
    "more": ("dots_horizontal", 0xF01D8),
    "menu": ("menu", 0xF035C),
    "filter": ("filter_variant", 0xF0236),
    "sort": ("sort", 0xF04BA),
    "calendar": ("calendar_blank_outline", 0xF0B66),
    "clock": ("clock_outline", 0xF0150),
    "history": ("history", 0xF02DA),
    "lock": ("lock_outline", 0xF0341),
    "sign_in": ("login", 0xF0342),
    "sign_out": ("logout", 0xF0343),
    "compact": ("dock_right", 0xF10AB),
    "large": ("dock_window", 0xF10AC),
    "play": ("play_outline", 0xF0F1B),
    "flow": ("sitemap_outline", 0xF199C),
    "list": ("format_list_bulleted", 0xF0279),
    "text": ("text_box_outline", 0xF09ED),
    "large_text": ("format_size", 0xF027F),
    "publish": ("publish", 0xF06A7),
    "promise": ("handshake_outline", 0xF15A1),
    "letter": ("email_outline", 0xF01F0),
    "link": ("link_variant", 0xF0339),
    "archive": ("archive_outline", 0xF120E),
    "drag": ("drag_vertical", 0xF01DD),
}

EM: Final = 240
_PACKAGE: Final = "fonticon_mdi7"
_MARGIN: Final = 1 / 16  # round the icon, so that it stays clear of the word beside it
_ASCENT: Final = 448 / 512  # of the font: where the base line lies in the square of an icon


class Icons:
    """Gives icons by meaning; they take the colours that `appearance` has when they are painted."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._font: QRawFont | None = None
        self._outlines: dict[str, QPainterPath] = {}

    def icon(self, meaning: str, role: str = "text", *, on: str = "") -> QIcon:
        """Return the icon for `meaning` in the colour `role`, and in `on` where it is chosen."""
        if meaning not in GLYPHS:
            raise BugError(f"no such icon: {meaning}")
        return QIcon(_Engine(self, meaning, role, on or role))

    def color(self, role: str) -> QColor:
        """Return the colour that `role` has at this moment."""
        return self._appearance.look.color(role)

    def outline(self, meaning: str) -> QPainterPath:
        """Return the shape of an icon in a square of `EM` by `EM`."""
        if self._font is None:
            self._font = QRawFont(str(_font_path()), EM)
        if meaning not in self._outlines:
            glyph = self._font.glyphIndexesForString(chr(GLYPHS[meaning][1]))[0]
            shape = self._font.pathForGlyph(glyph)
            shape.translate(0, EM * _ASCENT)
            self._outlines[meaning] = shape
        return self._outlines[meaning]


class _Engine(QIconEngine):
    """Paints one icon as an outline, so that it is crisp at any size."""

    def __init__(self, icons: Icons, meaning: str, role: str, on: str) -> None:
        super().__init__()
        self._icons = icons
        self._meaning = meaning
        self._role = role
        self._on = on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of `rect`."""
        side = min(rect.width(), rect.height()) * (1 - 2 * _MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2
        )
        painter.scale(side / EM, side / EM)
        painter.fillPath(self._icons.outline(self._meaning), self._color(mode, state))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of `size` pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon, as Qt asks when an icon is copied."""
        return _Engine(self._icons, self._meaning, self._role, self._on)

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return self._icons.color("disabled")
        return self._icons.color(self._on if state == QIcon.State.On else self._role)


def _font_path() -> Path:
    found = find_spec(_PACKAGE)
    folders = (found.submodule_search_locations if found else None) or []
    for folder in folders:
        path = Path(folder, "fonts", "materialdesignicons-webfont.ttf")
        if path.is_file():
            return path
    raise BugError(f"the icon font of {_PACKAGE} is not installed")
