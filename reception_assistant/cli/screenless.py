"""What to say when there is no screen for the window, and the way on without one."""

import sys

from reception_assistant.i18n import _

NO_SCREEN = 2


def tell_no_screen() -> int:
    """Say that the window cannot open, and return the exit code for it."""
    sentence = _(
        "Balie kan geen venster openen: er is geen scherm bereikbaar, of er ontbreekt een "
        "onderdeel dat daarvoor nodig is. De agenda van vandaag ziet u met: "
        "reception-assistant today"
    )
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
    return NO_SCREEN
