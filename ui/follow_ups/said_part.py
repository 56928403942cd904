"""The upper part of the card: for whom, what to say, how to reach them, and what to know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import FollowUp, Kind, State
from reception_assistant.follow_ups.listed import Opened
from reception_assistant.i18n import N_, _
from ui.actions import Do, key_text
from ui.widgets.blocks import GAP, box_of, column, label, say
from ui.widgets.flow import flow
from ui.widgets.wrapping_button import wrapping_button

_KINDS = {
    Kind.PROMISE: N_("Nu: doen wat beloofd is"),
    Kind.CALLBACK: N_("Nu: terugbellen"),
    Kind.THIRD_PARTY: N_("Nu: wij bellen zelf"),
    Kind.SOLVED: N_("Nu: vragen of het is opgelost"),
    Kind.CHECK: N_("Nu: nakijken of het is gebeurd"),
    Kind.REPLY: N_("Nu: laten weten wat ermee is gedaan"),
    Kind.REVIEW: N_("Nu: terugkijken op een verbetering"),
}
_CHANNELS = {
    Channel.MAIL: N_("per mail"),
    Channel.LETTER: N_("per brief"),
    Channel.AT_DESK: N_("aan de balie"),
}
_WITHOUT_A_CALL = (Kind.CHECK, Kind.REVIEW)


class SaidPart(QWidget):
    """Shows one follow-up before something is done about it.

    Signals:
        call_requested: the other is to be called.
        complaint_requested: the complaint that it belongs to is to be seen.
        reopen_requested: it is to be done again.
    """

    call_requested = Signal()
    complaint_requested = Signal()
    reopen_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._who = label("caption"), label("title")
        self._sentence = label("sentence")
        self._what, self._reach = label("body"), label("muted", one_line=True)
        words = _("Bellen")
        call = f"{words}   {key_text(Do.CALL_PERSON)}"
        self.call = wrapping_button(call, "plain", self.call_requested.emit)
        self._complaint = wrapping_button(
            _("Naar de klacht"), "link", self.complaint_requested.emit
        )
        self._hints = label("body")
        self._hints_box = box_of("attention", self._hints)
        self._other, self._answer = label("strong"), label("body")
        self._other_box = box_of("calm", self._other, self._answer)
        self._ended = label("body")
        again = wrapping_button(_("Weer openen"), "plain", self.reopen_requested.emit)
        self._ended_box = box_of("good", self._ended, flow(GAP, again))
        self.setLayout(
            column(
                column_of(self._kind, self._who),
                self._sentence,
                self._what,
                flow(GAP * 2, self._reach, self.call, self._complaint),
                self._other_box,
                self._hints_box,
                self._ended_box,
            )
        )

    def show_one(self, opened: Opened) -> None:
        """Show this one."""
        found = opened.follow_up
        self._kind.setText(_(_KINDS[found.kind]))
        say(self._who, opened.who)
        say(self._sentence, f"“{opened.sentence}”" if opened.sentence else "")
        self._what.setText(_promised(found))
        say(self._reach, _reach(opened))
        say(self._hints, "\n".join(opened.hints))
        self._hints_box.setVisible(bool(opened.hints))
        self._show_other(found)
        self._show_end(found)
        self.call.setVisible(found.kind not in _WITHOUT_A_CALL)
        self._complaint.setVisible(found.complaint_id is not None)

    def _show_other(self, found: FollowUp) -> None:
        words = _("Antwoord van {whom}") if found.answer else _("Wacht op antwoord van {whom}")
        self._other.setText(words.format(whom=found.third_party))
        say(self._answer, found.answer)
        self._other_box.setVisible(bool(found.answer) or found.waits_for_other)

    def _show_end(self, found: FollowUp) -> None:
        gone = found.state is State.GONE
        words = (
            _("Niet meer nodig ({name}): {result}") if gone else _("Afgerond ({name}): {result}")
        )
        ended = words.format(name=found.closed_by, result=found.result)
        self._ended.setText(ended)
        self._ended_box.setHidden(found.state is State.OPEN)


def column_of(*widgets: QWidget) -> QWidget:
    """Return a widget with these close under each other."""
    holder = QWidget()
    holder.setLayout(column(*widgets, gap=2))
    return holder


def _promised(found: FollowUp) -> str:
    return _("Beloofd: {what}. {owner} doet dit.").format(
        what=found.what.rstrip("."), owner=found.owner
    )


def _reach(opened: Opened) -> str:
    channel = _CHANNELS.get(opened.follow_up.channel)
    return " · ".join(filter(None, (_(channel) if channel else "", opened.reach_words)))
