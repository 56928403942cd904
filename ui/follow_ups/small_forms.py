"""The small forms of a card: not reached, handed over, answered, not needed any more."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot

from reception_assistant.follow_ups.follow_up import Reached
from reception_assistant.follow_ups.grouping import day_words
from reception_assistant.i18n import N_, _
from reception_assistant.staff.employee import Employee
from ui.follow_ups.inline_form import LONGEST, InlineForm, asked, words_of
from ui.follow_ups.moment_field import MomentField
from ui.follow_ups.owner_field import OwnerField
from ui.widgets.chips import Chip, ChipGroup
from ui.widgets.form import text_field

_REACHED = (
    (Reached.NOT_REACHED, N_("Niet bereikt")),
    (Reached.VOICEMAIL, N_("Ingesproken")),
    (Reached.LEFT_WORD, N_("Boodschap achtergelaten")),
    (Reached.SPOKEN, N_("Gesproken, nog niet klaar")),
)


class Tried(NamedTuple):
    """How an attempt went; `next_try` is "" where the practice's own rule decides."""

    reached: Reached
    note: str
    next_try: str


class Handed(NamedTuple):
    """To whom it goes, with the note that goes with it."""

    to_id: str
    note: str


class TriedForm(InlineForm):
    """How an attempt went, and when to try again.

    Signals:
        proposal_requested: the moment that the practice's own rule proposes is to be shown.
            arg: how it went (Reached).
    """

    proposal_requested = Signal(object)  # Reached

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.how = ChipGroup()
        question = _("Hoe ging het?")
        self.how.call(question)
        self.how.offer([Chip(each.value, _(words)) for each, words in _REACHED])
        self.note = text_field(longest=LONGEST)
        self.again = MomentField(_("Wanneer probeert u het weer?"), now)
        note = asked(_("Wat moet de volgende weten? Mag leeg blijven."), self.note)
        super().__init__(
            _("Niet gelukt? Dan plannen we het opnieuw."),
            _("Vastleggen"),
            self.how,
            note,
            self.again,
        )
        self._reached, self._now = Reached.NOT_REACHED, now
        self.how.chosen.connect(self._on_how_chosen)

    def open(self) -> None:
        """Begin with "not reached" and nothing typed."""
        self.is_quiet()
        self.note.setText("")
        self.again.set_text("")
        self._on_how_chosen(Reached.NOT_REACHED.value)

    def propose(self, reached: Reached, moment: str) -> None:
        """Say from when the practice's own rule tries again (ISO, local) when it went like this."""
        if reached is not self._reached or not moment:
            return
        at = datetime.fromisoformat(moment)
        words = _("Leeg laten mag. Dan is het {day} om {time}.")
        self.again.set_hint(words.format(day=day_words(at, self._now()), time=f"{at:%H:%M}"))

    def take_keys(self) -> None:
        """Let the keys go to how it went."""
        self.how.take_keys()

    def lacking(self) -> str:
        """Ask for a moment that is understood."""
        if self.again.is_empty() or self.again.window_typed() is not None:
            return ""
        self.again.show_wrong()
        return _("Kijk het moment nog eens na.")

    def filled(self) -> Tried:
        """Return how it went."""
        found = None if self.again.is_empty() else self.again.window_typed()
        moment = (found.after or found.before) if found is not None else None
        again = moment.isoformat(timespec="minutes") if moment is not None else ""
        return Tried(self._reached, words_of(self.note), again)

    @Slot(str)
    def _on_how_chosen(self, chosen: str) -> None:
        """Keep one of them chosen."""
        self._reached = Reached(chosen) if chosen else self._reached
        self.how.choose(self._reached.value)
        self.again.set_hint(_("Leeg laten mag."))
        self.proposal_requested.emit(self._reached)


class HandOverForm(InlineForm):
    """To whom it goes, and what they must know."""

    def __init__(self) -> None:
        self.to = OwnerField()
        self.note = text_field(longest=LONGEST)
        super().__init__(
            _("Overdragen"),
            _("Overdragen"),
            asked(_("Aan wie?"), self.to),
            asked(_("Wat moet uw collega weten?"), self.note),
        )

    def open(self, people: Sequence[Employee], owner_id: str) -> None:
        """Ask; whoever owns it now is not offered."""
        self.is_quiet()
        self.note.setText("")
        self.to.offer([each for each in people if each.id != owner_id])

    def take_keys(self) -> None:
        """Let the keys go to whom."""
        (self.to if self.to.count() > 1 else self.note).setFocus()

    def lacking(self) -> str:
        """Ask for a note."""
        if not self.to.owner_id:
            return _("Er is geen collega om het aan over te dragen.")
        if words_of(self.note):
            return ""
        self.note.setFocus()
        return _("Schrijf er een zin bij, zodat uw collega meteen verder kan.")

    def filled(self) -> Handed:
        """Return to whom, and the note."""
        return Handed(self.to.owner_id, words_of(self.note))


class WordsForm(InlineForm):
    """One question, answered in words."""

    def __init__(self, title: str, question: str, save: str, lacking: str) -> None:
        self.words = text_field(longest=LONGEST)
        self._asks = lacking
        super().__init__(title, save, asked(question, self.words))

    def open(self) -> None:
        """Ask, with nothing typed."""
        self.is_quiet()
        self.words.setText("")

    def take_keys(self) -> None:
        """Let the keys go to the field."""
        self.words.setFocus()

    def lacking(self) -> str:
        """Ask for words."""
        if words_of(self.words):
            return ""
        self.words.setFocus()
        return self._asks

    def filled(self) -> str:
        """Return the words."""
        return words_of(self.words)


def answer_form() -> WordsForm:
    """Return the form for what a third party said."""
    return WordsForm(
        _("Antwoord gekregen"),
        _("Wat was het antwoord?"),
        _("Vastleggen"),
        _("Schrijf op wat er gezegd is. Dan kunt u het doorgeven."),
    )


def gone_form() -> WordsForm:
    """Return the form for what is not needed any more."""
    return WordsForm(
        _("Niet meer nodig"),
        _("Waarom is het niet meer nodig?"),
        _("Van de lijst halen"),
        _("Schrijf op waarom. Zo weet iedereen later wat er is afgesproken."),
    )
