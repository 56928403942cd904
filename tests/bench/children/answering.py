"""Our own window, in which one answer after another is given; tells how long each took, in ms.

From the digit to the next step painted: the last paint of a part of the script that follows.
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

    from reception_assistant.run.view import Way  # noqa: PLC0415

    work = window.telephone.work()
    window.telephone.start_with(person_id)
    panel, paints = work.talking.panel, Paints(work.talking.panel)
    paints.rest()
    scripts, turn, given = cycle(_SCRIPTS), 0, 0
    while given < _TIMES:
        view, turn = work.stage.view(), turn + 1
        ways = [each for each in view.answers if not each.missing] if view else []
        done = view is None or view.asks_promise or view.way is Way.END
        if done or turn > _IN_A_ROW:
            turn = 0
            window.telephone.start_with(person_id)
            paints.rest()
            work.talking.begin(next(scripts))
            paints.rest()
        elif not ways:
            QTest.keyClick(panel, Qt.Key.Key_Return)
            paints.rest()
        else:
            key = Qt.Key(Qt.Key.Key_0.value + ways[turn % len(ways)].key)
            paints.look()
            start = perf_counter()
            QTest.keyClick(panel, key)
            print(f"{paints.wait(start):.3f}", flush=True)  # noqa: T201
            given += 1
            paints.rest()


if __name__ == "__main__":
    data, moment, person = sys.argv[1:]
    run_settled(data, moment, partial(_answer_and_tell, person))
