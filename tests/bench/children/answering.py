"""Our own window, in which one answer after another is given; tells how long each took, in ms.

From the digit to the next step painted. Each run gives the same answers, so that the figures of
more runs can be laid side by side; an answer after which no step follows is told as 0.
"""

import sys
from functools import partial
from itertools import cycle
from time import perf_counter
from typing import Any

from tests.bench.children.settled import Paints, run_settled

_TIMES = 300
_IN_A_ROW = 25
"""So many answers, and another conversation begins: more than nearly all of them have."""
_SCRIPTS = ("rekening", "kalmeren-in-zeven-stappen", "afspraak-maken", "klacht-aan-de-telefoon")


def _answer_and_tell(person_id: str, window: Any) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415  after the program itself
    from PySide6.QtTest import QTest  # noqa: PLC0415

    work = window.telephone.work()
    panel, paints = work.talking.panel, Paints(window)
    scripts, given, in_a_row = cycle(_SCRIPTS), 0, _IN_A_ROW
    paints.rest_until(lambda: work.stage.library.scripts)
    while given < _TIMES:
        if in_a_row == _IN_A_ROW or _is_over(work):
            _begin(window, person_id, next(scripts))
            paints.rest_until(lambda: work.stage.session.caller is not None)
            in_a_row = 0
        view = work.stage.view()
        ways = [each for each in view.answers if not each.missing]
        if not ways:
            QTest.keyClick(panel, Qt.Key.Key_Return)
        else:
            key = Qt.Key(Qt.Key.Key_0.value + ways[given % len(ways)].key)
            start = perf_counter()
            QTest.keyClick(panel, key)
            took = paints.wait(start)
            print(f"{0 if _is_over(work) else took:.3f}", flush=True)  # noqa: T201
            given += 1
            in_a_row += 1
        paints.rest_until()


def _is_over(work: Any) -> bool:
    """Tell whether there is nothing more to answer."""
    run, view = work.stage.session.conversation.run, work.stage.view()
    ends = view.way == "end" or view.asks_promise
    return bool(ends or run.ended is not None or run.asks_finish)


def _begin(window: Any, person_id: str, script_id: str) -> None:
    """Begin another conversation; the one before is gone."""
    work = window.telephone.work()
    if work.stage.session is not None:
        work._on_finished(work.stage.session)
    window.telephone.start_with(person_id)
    work.talking.begin(script_id)


if __name__ == "__main__":
    data, moment, person = sys.argv[1:]
    run_settled(data, moment, partial(_answer_and_tell, person))
