"""The benchmark: `python -m tests.bench [--json] [PART ...]`, a table of what is reached."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from tests.bench import (
    ahead,
    calls,
    card,
    complaints,
    day,
    finding,
    follow_ups,
    importing,
    note,
    reading,
    scripts,
    start,
    words,
    world,
)
from tests.bench.measure import Row, shown

_PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "start": start.rows,
    "card": card.rows,
    "find": finding.rows,
    "import": importing.rows,
    "day": day.rows,
    "ahead": ahead.rows,
    "read": reading.rows,
    "words": words.rows,
    "choose": scripts.choosing,
    "check": scripts.checking,
    "answer": calls.answering,
    "open-call": calls.opening,
    "note": note.rows,
    "follow-ups": follow_ups.rows,
    "complaints": complaints.rows,
}
_WITHOUT_WORLD = {"read", "words", "choose", "check", "answer", "open-call", "note"}
_HEADS = ("what", "figure", "bar", "met", "calibration")


def main() -> int:
    """Measure what is asked for; 0 when every bar is reached, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measures speed and size with 100,000 persons and 1,000,000 appointments.",
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(_PARTS)}")
    parser.add_argument("--json", action="store_true", help="write JSON instead of a table")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(_PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    parts = options.parts or list(_PARTS)
    if set(parts) - _WITHOUT_WORLD:
        _say("making the worlds, once; this takes minutes")
        world.big(), world.small()
    measured = []
    for name in parts:
        for each in _PARTS[name]():
            measured.append(each)
            _say(" | ".join(_cells(each)))
    sys.stdout.write(_as_json(measured) if options.json else _as_table(measured))
    return 0 if all(each.met for each in measured) else 1


def _cells(row: Row) -> tuple[str, ...]:
    figure = shown(row.figure, row.bar.unit)
    figure = f"{figure} ({row.remark})" if row.remark else figure
    met = "yes" if row.met else "no"
    return row.what, figure, f"at most {row.bar.text()}", met, f"{row.calibration:.1f} ms"


def _as_table(rows: list[Row]) -> str:
    lines = [_HEADS, tuple("---" for _head in _HEADS), *(_cells(row) for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _as_json(rows: list[Row]) -> str:
    told = [{**row._asdict(), "bar": row.bar.most, "unit": row.bar.unit} for row in rows]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
