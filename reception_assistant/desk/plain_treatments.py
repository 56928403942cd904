"""Treatments as they are said here; loaded before the first painted agenda."""

from typing import TYPE_CHECKING

from reception_assistant.agenda.day import Day, Following
from reception_assistant.language.short_forms import ShortForms, shipped_short_forms
from reception_assistant.settings.catalogue import (
    DISCIPLINE,
    OWN_WORDS,
    PLAIN_TREATMENTS,
    Settings,
)
from reception_assistant.store.staff import read_settings

if TYPE_CHECKING:
    from reception_assistant.store.driver import Connection

_CHOICES = (PLAIN_TREATMENTS, DISCIPLINE, OWN_WORDS)


class PlainTreatments:
    """Says treatments in plain words; what that takes is kept until the practice chooses anew."""

    def __init__(self) -> None:
        self._made: tuple[tuple[str, ...], ShortForms] | None = None

    def in_day(self, day: Day, settings: Settings) -> Day:
        """Return `day` in which every treatment is known in plain words too."""
        return day.in_plain_words(self._forms(settings).plain)

    def in_following(
        self, following: Following | None, connection: "Connection"
    ) -> Following | None:
        """Return the next appointment with its treatment in plain words too."""
        if following is None:
            return None
        plain = self._forms(read_settings(connection)).plain
        return following._replace(plain=plain(following.treatment))

    def _forms(self, settings: Settings) -> ShortForms:
        chosen = tuple(settings.get(each) for each in _CHOICES)
        made = self._made
        if made is None or made[0] != chosen:
            made = self._made = chosen, short_forms(settings)
        return made[1]


def short_forms(settings: Settings) -> ShortForms:
    """Return how treatments are said: in plain words, or as they stand in the agenda."""
    if not settings.yes(PLAIN_TREATMENTS):
        return ShortForms()
    return shipped_short_forms(settings.get(DISCIPLINE), settings.pairs(OWN_WORDS))
