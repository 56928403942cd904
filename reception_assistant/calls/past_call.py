"""An earlier call, as it is shown with the person."""

from datetime import datetime
from typing import NamedTuple


class PastCall(NamedTuple):
    """One line of the history: `started` is local wall time; labels are those of the lists now."""

    id: str
    started: datetime
    direction: str
    reason: str
    outcome: str
    note: str
    employee: str
    promise: str = ""
