"""What was not understood, as a list that can be read."""

from collections.abc import Sequence

from reception_assistant.i18n import ngettext


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """Return the first `most` of `lines`, and how many more there are."""
    more = len(lines) - most
    if more <= 0:
        return list(lines)
    told = ngettext("en nog {number} andere", "en nog {number} andere", more)
    return [*lines[:most], told.format(number=more)]
