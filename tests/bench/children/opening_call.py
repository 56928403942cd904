"""Our own window, in which a call with somebody is opened again and again; tells each in ms.

From the wish to everything painted: the script, and all that is known of who it is.
"""

import sys
from functools import partial
from time import perf_counter
from typing import Any

from tests.bench.children.settled import Paints, run_settled

_TIMES = 25


def _open_and_tell(person_id: str, window: Any) -> None:
    start = perf_counter()
    work = window.telephone.work()
    paints = Paints(window)
    for _time in range(_TIMES):
        window.telephone.start_with(person_id)
        session = work.stage.session
        took = paints.wait(start, lambda: session.caller is not None)  # noqa: B023
        print(f"{took:.3f}", flush=True)  # noqa: T201
        assert session.caller.history
        paints.rest_until()
        work._on_finished(session)  # not kept waiting, and not shown beside the next one
        window.show_desk()
        paints.rest_until()
        start = perf_counter()


if __name__ == "__main__":
    data, moment, person = sys.argv[1:]
    run_settled(data, moment, partial(_open_and_tell, person))
