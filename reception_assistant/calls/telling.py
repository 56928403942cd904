"""How a call is told in a list: who began it, and what was promised."""

from reception_assistant.calls.call import Direction
from reception_assistant.calls.moments import written
from reception_assistant.calls.promise import Promise
from reception_assistant.i18n import N_, _

_DIRECTION = {
    Direction.IN: N_("belde ons"),
    Direction.OUT: N_("wij belden"),
    Direction.DESK: N_("aan de balie"),
}


def direction_words(direction: Direction) -> str:
    """Return who began a conversation."""
    return _(_DIRECTION[direction])


def promise_line(promise: Promise | None) -> str:
    """Return what was promised and before when; "" for nothing."""
    if promise is None:
        return ""
    return _("{what} (voor {moment})").format(
        what=promise.what.rstrip("."), moment=written(promise.before)
    )
