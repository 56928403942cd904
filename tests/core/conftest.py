"""A practice for each test of the core that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.practice import Practice, open_practice


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """Give a new practice, on Tuesday 24 November 2026 at nine o'clock."""
    with open_practice(tmp_path / "data") as practice:
        yield practice
