"""How the caller sounds, and the way to calm down or to draw a line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from reception_assistant.i18n import N_, _
from reception_assistant.library.context import Moment, Mood
from ui.actions import Do, key_text, words
from ui.call.beside import OWN_WIDTH, beside
from ui.theme.marks import card
from ui.widgets.blocks import EDGE, GAP, column, label
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.wrapping_button import WrappingButton, action_button

_LETTERS = 12
_MOODS = (
    (Mood.CALM, N_("Rustig")),
    (Mood.TENSE, N_("Gespannen")),
    (Mood.ANGRY, N_("Boos")),
)


class MoodPanel(QFrame):
    """Three moods to choose from; below them what helps when it gets heated.

    Signals:
        mood_chosen: it sounds otherwise.
            arg: how (Mood), or None.
        calm_requested: the seven steps are wanted.
        boundary_requested: a line is to be drawn.
    """

    mood_chosen = Signal(object)  # Mood | None
    calm_requested = Signal()
    boundary_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        card(self)
        self.setObjectName("mood")
        self._caption = label("caption")
        self._chips = ChipGroup()
        self._chips.offer([Chip(mood.value, _(words)) for mood, words in _MOODS])
        self._chips.chosen.connect(self._on_chips_chosen)
        calm = action_button(Do.CALM, "stop", self.calm_requested.emit)
        boundary = action_button(Do.BOUNDARY, "link", self.boundary_requested.emit)
        _shorten(calm, Do.CALM, _("Kalmeren"))
        _shorten(boundary, Do.BOUNDARY, _("Grens"))
        helps = beside(GAP // 2, _LETTERS, (calm, 1), (boundary, OWN_WIDTH))
        self.setLayout(column(self._caption, self._chips, helps, edge=EDGE - 4))
        self.use_moment(Moment.PHONE)

    def use_moment(self, moment: Moment) -> None:
        """Ask in the words for the telephone, or for the desk."""
        on_phone = _("Hoe klinkt de beller?")
        question = _("Hoe komt deze bezoeker over?") if moment is Moment.DESK else on_phone
        self._caption.setText(question)
        self._chips.call(question)

    def show_mood(self, mood: Mood | None) -> None:
        """Show how it sounds now."""
        self._chips.choose(mood.value if mood is not None else "")

    def take_keys(self) -> None:
        """Give the keys to the moods."""
        self._chips.take_keys()

    @Slot(str)
    def _on_chips_chosen(self, chosen: str) -> None:
        self.mood_chosen.emit(Mood(chosen) if chosen else None)


def _shorten(made: WrappingButton, what: Do, short: str) -> None:
    """Let a button say it in one word, so that two of them stand on one line."""
    made.setText(f"{short}   {key_text(what)}")
    made.setToolTip(words(what))
    made.setAccessibleName(words(what))
