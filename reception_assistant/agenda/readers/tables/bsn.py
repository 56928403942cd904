"""Citizen service numbers (BSN) are recognised to be left out: Balie has no ground to keep them."""

from collections.abc import Iterable

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_FEWEST = 20
_SHORTEST = 8  # a spreadsheet drops the zero in front


def is_bsn(text: str) -> bool:
    """Tell whether `text` passes the eleven-test of a BSN (law: Wet algemene bepalingen bsn)."""
    digits = text.removesuffix(".0").replace(".", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and _SHORTEST <= len(digits) <= len(_WEIGHTS)):
        return False
    numbers = map(int, digits.zfill(len(_WEIGHTS)))
    total = sum(weight * number for weight, number in zip(_WEIGHTS, numbers, strict=True))
    return total % 11 == 0 and bool(int(digits))


def holds_bsn(cells: Iterable[str]) -> bool:
    """Tell whether a column with these cells holds citizen service numbers: 20 or more, and all."""
    filled = [cell for cell in cells if cell]
    return len(filled) >= _FEWEST and all(map(is_bsn, filled))
