"""What is done about a follow-up from its card, and about a promise from its form."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import (
    Done,
    FollowUp,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
)
from reception_assistant.follow_ups.grouping import day_words
from reception_assistant.i18n import _
from ui.follow_ups.card import FollowUpCard
from ui.follow_ups.promise_form import PromiseForm
from ui.follow_ups.small_forms import Handed, Tried
from ui.tasks import Result, Runners
from ui.widgets.banner import Tell


class Doing(QObject):
    """Writes what was filled in, tells that it is kept, and how to take it back.

    Signals:
        kept: something was written; the list is to be read again.
            arg: the id of the follow-up.
        added: something new was promised.
            arg: its id.
    """

    kept = Signal(str)
    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        card: FollowUpCard,
        form: PromiseForm,
    ) -> None:
        super().__init__(card)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._card, self._form = card, form
        card.done.done.connect(self._on_done)
        card.tried.saved.connect(self._on_tried)
        card.tried.proposal_requested.connect(self._on_proposal_requested)
        card.hand_over.saved.connect(self._on_handed_over)
        card.answer.saved.connect(self._on_answered)
        card.gone.saved.connect(self._on_gone)
        card.said.reopen_requested.connect(self._on_reopen_requested)
        form.saved.connect(self._on_form_saved)

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        one, who, by = self._shown(), self._who(), self._by()
        if one is None:
            return
        is_unsolved = one.kind is Kind.SOLVED and done.helped in (Helped.NO, Helped.PARTLY)

        def kept(following: str | None) -> None:
            self._keep(one.id)
            if is_unsolved:
                self._tell.tell(
                    _("Afgerond. De klacht staat weer open, bij de vraag of het is opgelost.")
                )
            elif following is None:
                self._offer_undo(_("Afgerond: {who}.").format(who=who), one.id)
            else:
                text = _("Afgerond. Wat u nu voor {who} doet, staat op de lijst.")
                self._tell.tell(text.format(who=who))

        self._write(lambda: self._desk.after.follow_ups.done(one.id, done, by), kept)

    @Slot(object)
    def _on_tried(self, tried: Tried) -> None:
        one, who, by = self._shown(), self._who(), self._by()
        if one is None:
            return

        def kept(after: FollowUp) -> None:
            self._keep(one.id)
            self._tell.tell(_next_words(who, after.next_try, self._desk.time.now()))

        self._write(
            lambda: self._desk.after.follow_ups.tried(
                one.id, tried.reached, tried.note, by, tried.next_try
            ),
            kept,
        )

    @Slot(object)
    def _on_handed_over(self, handed: Handed) -> None:
        one, by = self._shown(), self._by()
        if one is None:
            return

        def kept(after: FollowUp) -> None:
            self._keep(one.id)
            text = _("Overgedragen. {name} zorgt er nu voor.")
            self._tell.tell(text.format(name=after.owner))

        self._write(
            lambda: self._desk.after.follow_ups.hand_over(one.id, handed.to_id, handed.note, by),
            kept,
        )

    @Slot(object)
    def _on_answered(self, answer: str) -> None:
        one, who, by = self._shown(), self._who(), self._by()
        if one is None:
            return

        def kept(_nothing: None) -> None:
            self._keep(one.id)
            self._tell.tell(_("Het antwoord staat erbij. Vertel het nu aan {who}.").format(who=who))

        self._write(lambda: self._desk.after.follow_ups.answered(one.id, answer, by), kept)

    @Slot(object)
    def _on_gone(self, reason: str) -> None:
        one, who, by = self._shown(), self._who(), self._by()
        if one is None:
            return

        def kept(_nothing: None) -> None:
            self._keep(one.id)
            self._offer_undo(_("Van de lijst gehaald: {who}.").format(who=who), one.id)

        self._write(lambda: self._desk.after.follow_ups.not_needed(one.id, reason, by), kept)

    @Slot(object)
    def _on_form_saved(self, new: NewFollowUp) -> None:
        by, before = self._by(), self._form.changed
        desk = self._desk.after.follow_ups
        if before is None:
            self._write(lambda: desk.add(new, by), self._on_added)
            return

        def kept(_nothing: None) -> None:
            self._tell.tell(_("De belofte is gewijzigd."))
            self.added.emit(before.id)

        self._write(lambda: desk.change(before.id, before.row_version, new, by), kept)

    @Slot(object)
    def _on_proposal_requested(self, reached: Reached) -> None:
        one = self._shown()
        if one is not None:
            self._runners.read.run(
                lambda: self._desk.after.follow_ups.next_try(one.id, reached),
                partial(self._card.tried.propose, reached),
                self._tell.trouble,
            )

    @Slot()
    def _on_reopen_requested(self) -> None:
        one = self._shown()
        if one is not None:
            self._reopen(one.id)

    def _reopen(self, follow_up_id: str) -> None:
        by = self._by()

        def kept(_nothing: None) -> None:
            self._tell.tell(_("Het staat weer open, met alles wat erbij geschreven is."))
            self.added.emit(follow_up_id)

        self._write(lambda: self._desk.after.follow_ups.reopen(follow_up_id, by), kept)

    def _on_added(self, follow_up_id: str) -> None:
        self._tell.tell(_("Vastgelegd. Het staat op de lijst."))
        self.added.emit(follow_up_id)

    def _keep(self, follow_up_id: str) -> None:
        self._card.forget(follow_up_id)
        self.kept.emit(follow_up_id)

    def _offer_undo(self, text: str, follow_up_id: str) -> None:
        self._tell.tell(text, _("Ongedaan maken"), partial(self._reopen, follow_up_id))

    def _write(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._runners.write.run(work, done, self._tell.trouble)

    def _shown(self) -> FollowUp | None:
        return self._card.opened.follow_up if self._card.opened is not None else None

    def _who(self) -> str:
        return self._card.opened.who if self._card.opened is not None else ""


def _next_words(who: str, next_try: str, now: datetime) -> str:
    if not next_try:
        return _("Vastgelegd. {who} blijft op de lijst staan.").format(who=who)
    at = datetime.fromisoformat(next_try)
    text = _("Vastgelegd. De volgende poging is {day} om {time}.")
    return text.format(day=day_words(at, now), time=f"{at:%H:%M}")
