"""Placeholder until the reader of other databases is there."""

from pathlib import Path
from typing import NamedTuple


class ForeignTable(NamedTuple):
    name: str


class ForeignText(NamedTuple):
    text: str
    remarks: tuple[str, ...] = ()


def foreign_tables(path: Path) -> tuple[ForeignTable, ...]:
    raise NotImplementedError


def foreign_text(path: Path, table: str) -> ForeignText:
    raise NotImplementedError
