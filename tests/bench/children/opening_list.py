"""Our own window, in which one of the long lists is read again and again; tells each in ms.

From the wish to everything painted: Opvolging is opened, with the card of who is chosen; in the
register of Klachten the open ones and the closed ones are chosen in turns. The first figure is that
of the screen when it is asked for the first time.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from time import perf_counter
from typing import Any

from tests.bench.children.settled import Paints, run_settled

_TIMES = 25
_LEAST_ROWS = 500


_Ways = tuple[Any, tuple[Any, str], Iterator[Callable[[], None]]]


class _Shown:
    """Counts how often something was shown, until it is asked again."""

    def __init__(self, part: Any, name: str) -> None:
        self._show, self._times = getattr(part, name), 0
        setattr(part, name, self._count)

    def again(self) -> Callable[[], bool]:
        """Return what tells whether it was shown since now."""
        before = self._times
        return lambda: self._times > before

    def _count(self, *told: Any) -> None:
        self._show(*told)
        self._times += 1


def _open_and_tell(name: str, window: Any) -> None:
    from ui.widgets.rail import Place  # noqa: PLC0415  after the program itself

    place = {"follow_ups": Place.FOLLOW_UPS, "complaints": Place.COMPLAINTS}[name]
    paints = Paints(window)
    paints.rest_until(lambda: not window._runners.read._waiting)
    start = perf_counter()
    window.go_to(place)
    view, last, wish = (_follow_ups if name == "follow_ups" else _complaints)(window, place)
    first = paints.wait(start, view.model().rowCount)
    print(f"{first:.3f}", flush=True)  # noqa: T201
    paints.rest_until()
    shown = _Shown(*last)
    for _time in range(_TIMES):
        wanted = next(wish)
        paints.rest_until()
        there = shown.again()
        start = perf_counter()
        wanted()
        print(f"{paints.wait(start, there):.3f}", flush=True)  # noqa: T201
        assert view.model().rowCount() >= _LEAST_ROWS
        assert view.isVisible()
        paints.rest_until()


def _follow_ups(window: Any, place: Any) -> _Ways:
    """Return the list, what is shown last, and what one wishes: to come back from the desk."""

    def wishes() -> Iterator[Callable[[], None]]:
        while True:
            window.open_desk()
            yield partial(window.go_to, place)

    work = window.aftercare.follow_ups()
    return work.panel.view, (work.card, "show_one"), wishes()


def _complaints(window: Any, _place: Any) -> _Ways:
    """Return the list, what is shown last, and what one wishes: another part of the register."""
    register = window.aftercare.complaints().screen.register
    chips = (register.shelves.chip(shelf).click for shelf in cycle(("gesloten", "open")))
    return register.view, (register, "show_lines"), chips


if __name__ == "__main__":
    data, moment, screen = sys.argv[1:]
    run_settled(data, moment, partial(_open_and_tell, screen))
