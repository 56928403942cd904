"""The note: kept while it is typed, with plain words beside it, and never with a BSN."""

from PySide6.QtCore import QObject, Slot

from reception_assistant.desk.calls import Kept
from reception_assistant.i18n import _
from reception_assistant.language.matching import Matcher
from ui.call.note_panel import NotePanel
from ui.call.session import Session
from ui.call.stage import Stage
from ui.call.words_panel import WordsPanel


class Noting(QObject):
    """Fills the note and the words beside it, and keeps what is typed."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self.note, self.words = NotePanel(), WordsPanel()
        stage.entered.connect(self.show_now)
        stage.keeping.kept.connect(self._on_kept)
        stage.keeping.not_kept.connect(self._on_not_kept)
        self.note.typed.connect(self._on_typed)
        self.note.not_bsn_requested.connect(self._on_not_bsn_requested)
        self.words.look_up_requested.connect(self._on_look_up_requested)
        self.words.word_taken.connect(self.note.insert_word)

    def read_words(self) -> None:
        """Read which words are marked in the note."""
        self._stage.runners.read.run(
            self._stage.desk.plain_words.matcher, self._use, self._stage.tell.trouble
        )

    @Slot()
    def show_now(self) -> None:
        """Show the note of the conversation that is on the screen."""
        session = self._stage.session
        self.note.show_text(session.conversation.note if session is not None else "")
        self.note.setEnabled(session is not None)
        self.note.show_saved(session.kept if session is not None else "")
        if session is not None and session.without_bsn and not session.head.not_bsn:
            self.note.show_without_bsn(session.without_bsn)

    def _use(self, matcher: Matcher) -> None:
        self.note.use_matcher(matcher)

    def lock(self, *, yes: bool) -> None:
        """Let nothing be typed any more while the conversation is being ended."""
        self.note.field.setReadOnly(yes)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        session = self._stage.session
        if session is not None:
            session.conversation.write(text)
            self._stage.keeping.note_typed(session)

    @Slot(object, object)
    def _on_kept(self, session: Session, kept: Kept) -> None:
        if kept.bsn:
            session.without_bsn = kept.note
        if session is not self._stage.session:
            return
        self.note.show_saved(session.kept)
        if kept.bsn:
            self.note.show_without_bsn(kept.note)

    @Slot(object)
    def _on_not_kept(self, session: Session) -> None:
        if session is self._stage.session:
            self.note.show_unsaved(_("Nog niet bewaard. Balie probeert het zo weer."))

    @Slot()
    def _on_not_bsn_requested(self) -> None:
        session, stage = self._stage.session, self._stage
        if session is None:
            return
        session.conversation.keep_digits()
        self.note.put_back()
        by = stage.by()
        stage.runners.write.run(
            lambda: stage.desk.calls.note_no_bsn(session.id, by),
            lambda _none: None,
            stage.tell.trouble,
        )
        stage.keeping.keep(session)

    @Slot(str)
    def _on_look_up_requested(self, typed: str) -> None:
        self._stage.runners.read.run(
            lambda: self._stage.desk.plain_words.look_up(typed),
            lambda answers: self.words.show_answers(typed, answers),
            self._stage.tell.trouble,
        )
