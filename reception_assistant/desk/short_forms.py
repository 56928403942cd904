"""How this practice says its treatments; loaded before the first painted agenda."""

from reception_assistant.language.short_forms import ShortForms, shipped_short_forms
from reception_assistant.settings.catalogue import (
    DISCIPLINE,
    OWN_WORDS,
    PLAIN_TREATMENTS,
    Settings,
)


def short_forms(settings: Settings) -> ShortForms:
    """Return how treatments are said: in plain words, or as they stand in the agenda."""
    if not settings.yes(PLAIN_TREATMENTS):
        return ShortForms()
    return shipped_short_forms(settings.get(DISCIPLINE), settings.pairs(OWN_WORDS))
