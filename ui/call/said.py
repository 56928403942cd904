"""What to say, large, with its key point small; or the other way round."""

from PySide6.QtWidgets import QWidget

from reception_assistant.i18n import _, ngettext
from reception_assistant.run.view import StepView
from ui.call.quick_flow import quick_flow
from ui.theme.marks import ink
from ui.widgets.blocks import GAP, column, label, say

_SLOW_FROM = 6


class Said(QWidget):
    """The sentence of a step; one that must be said as written is always the large one.

    `hints` tells how to say it, and is for who shows this to place.
    """

    def __init__(self) -> None:
        super().__init__()
        self._caption = label("caption", _("Kern"), one_line=True)
        self._key = label("muted", one_line=True)
        literal = label("caption", _("Letterlijk zo zeggen"), one_line=True)
        self._literal = ink(literal, "attention")
        self._above = quick_flow(GAP, self._caption, self._key, self._literal)
        self._large, self._small = label("sentence"), label("answer")
        self.hints = label("muted")
        self._view: StepView | None = None
        self._key_first = False
        self.setLayout(column(self._above, self._large, self._small, gap=GAP))

    def show_step(self, view: StepView) -> None:
        """Show what to say at this step, and how."""
        self._view = view
        posture = _("Houding: {posture}").format(posture=view.posture) if view.posture else ""
        pace = _pace(view.seconds) if view.seconds >= _SLOW_FROM else ""
        say(self.hints, " ".join(filter(None, (view.tip, posture, pace))))
        self._write()

    def key_point_first(self, *, on: bool) -> None:
        """Show the key point large from now on, or the sentence."""
        self._key_first = on
        self._write()

    def _write(self) -> None:
        view = self._view
        if view is None:
            return
        sentence = quoted(view.say)
        turned = self._key_first and bool(view.key) and not view.literal
        say(self._large, view.key if turned else sentence)
        say(self._small, sentence if turned else "")
        self._key.setText("" if turned else view.key)
        self._key.setVisible(bool(view.key) and not turned)
        self._caption.setVisible(bool(view.key))
        self._literal.setVisible(view.literal)
        self._above.setVisible(bool(view.key) or view.literal)


def quoted(text: str) -> str:
    """Return what is said between quotes."""
    return f"“{text}”" if text else ""


def _pace(seconds: int) -> str:
    return ngettext(
        "Rustig: deze zin duurt ongeveer {seconds} tel.",
        "Rustig: deze zin duurt ongeveer {seconds} tellen.",
        seconds,
    ).format(seconds=seconds)
