"""How commands answer: JSON for programs, tidy columns for people."""

from collections.abc import Sequence
from typing import Any

import click
import msgspec


def echo_json(value: Any) -> None:
    """Print `value` as JSON on several lines."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return the rows as lines in which the columns stand under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
