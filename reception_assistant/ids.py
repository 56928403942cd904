"""Ids that sort by the time they were made: UUID version 7 (RFC 9562, section 5.7)."""

import os
import time
from collections.abc import Callable

NewId = Callable[[], str]
"""Makes the next id; handed in, so that a test can foresee it."""


def new_id() -> str:
    """Return a new UUIDv7 as text."""
    milliseconds = time.time_ns() // 1_000_000
    noise = int.from_bytes(os.urandom(10), "big")
    high = (milliseconds << 16) | 0x7000 | (noise >> 68)
    low = (0b10 << 62) | (noise & 0x3FFF_FFFF_FFFF_FFFF)
    digits = f"{high:016x}{low:016x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
