"""Plain words for the words of the trade: looked up by hand, and found in texts."""

from functools import cached_property
from typing import NamedTuple

from reception_assistant.language.lookup import Answer, Lookup
from reception_assistant.language.matching import Match, Matcher
from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.language.words import Phrase, PlainWord, own_words
from reception_assistant.settings.catalogue import DISCIPLINE, OWN_WORDS
from reception_assistant.store import staff as store_staff
from reception_assistant.store.database import Store

LONGEST = 200
"""So many letters of what is typed or selected are looked at."""


class _Choice(NamedTuple):
    """What the settings say about words."""

    discipline: str
    own: tuple[tuple[str, str], ...]


class _Made(NamedTuple):
    """What was made for a choice, and stands as long as nobody chooses otherwise."""

    choice: _Choice
    lookup: Lookup
    matcher: Matcher


class PlainWordsDesk:
    """What may be asked about words."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: _Made | None = None

    def look_up(self, typed: str) -> list[Answer]:
        """Return the words and phrases that answer `typed`, the best first."""
        text = typed[:LONGEST]
        made = self._now()
        return made.lookup.answers(text, [match.found for match in made.matcher.find(text)])

    def find(self, text: str) -> list[Match]:
        """Return the words and phrases in `text`, and where they stand."""
        return self.matcher().find(text)

    def matcher(self) -> Matcher:
        """Return what finds words and phrases here: the same one until a choice changes."""
        return self._now().matcher

    def _now(self) -> _Made:
        with self._store.reading() as connection:
            settings = store_staff.read_settings(connection)
        choice = _Choice(settings.get(DISCIPLINE), settings.pairs(OWN_WORDS))
        made = self._made
        if made is None or made.choice != choice:
            words, phrases = (*own_words(choice.own), *self._words), self._phrases
            made = self._made = _Made(
                choice,
                Lookup(words, phrases, choice.discipline),
                Matcher(words, phrases, choice.discipline),
            )
        return made

    @cached_property
    def _words(self) -> tuple[PlainWord, ...]:
        return shipped_words()

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        return shipped_phrases()
