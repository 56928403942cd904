"""Text in the cells of a spreadsheet: harmless there, and read back as it was.

A program for spreadsheets runs a cell as a formula when it begins with one of a few signs. An
apostrophe before it makes it text. Where such a program splits at commas, a cell begins after each
of them, so the same holds there. What begins with an apostrophe itself gets one as well, so that
taking off one at each of those places always gives back what it was.
"""

import re
from collections.abc import Iterable, Sequence

_GUARD = "'"
# Also after quotation marks, which may fall away, and after what is not seen; and the wide signs,
# which some programs take for the narrow ones.
_UNSEEN = r"\"\s\x00-\x20\u200b-\u200f\u2060\ufeff"
_SIGN = r"[=+\-@＝＋－＠]"
_SPLITS = r"[,;\t\r\n]"
_RUNS = re.compile(
    rf"\A(?={_GUARD}|[{_UNSEEN}]*{_SIGN}|[\t\r\n])|"
    rf"(?<={_SPLITS})(?={_GUARD}|(?:(?!{_SPLITS})[{_UNSEEN}])*{_SIGN})"
)
_GUARDED = re.compile(rf"(?:\A|(?<={_SPLITS})){_GUARD}")
_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escaped: letter for letter, escaped in _ESCAPES.items()}
_TO_ESCAPE = re.compile(r"[\\|\n\r]")
_ESCAPED = re.compile(r"\\[\\|nr]")
_BETWEEN = re.compile(r"(?:[^\\|]|\\.)*")


def guarded(text: str) -> str:
    """Return `text` as a cell that no spreadsheet runs."""
    return _RUNS.sub(_GUARD, text)


def unguarded(cell: str) -> str:
    """Return the text that `guarded` put into a cell."""
    return _GUARDED.sub("", cell)


def lines_of(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as the lines of one cell, with "|" between their parts."""
    return "\n".join(
        "|".join(_TO_ESCAPE.sub(lambda found: _ESCAPES[found.group()], part) for part in row)
        for row in rows
    )


def rows_of(cell: str) -> list[tuple[str, ...]]:
    """Return the rows that `lines_of` put into one cell; none for an empty one."""
    return [tuple(map(_read, _parts(line))) for line in cell.split("\n")] if cell else []


def _parts(line: str) -> list[str]:
    parts, at = [], 0
    while at <= len(line):
        found = _BETWEEN.match(line, at)
        end = found.end() if found else len(line)
        parts.append(line[at:end])
        at = end + 1
    return parts


def _read(part: str) -> str:
    return _ESCAPED.sub(lambda found: _PLAIN[found.group()], part)
