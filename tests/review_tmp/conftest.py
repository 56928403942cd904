from collections.abc import Iterator
from pathlib import Path
import pytest
from tests.helpers.practice import Practice, open_practice
@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    with open_practice(tmp_path / "data") as practice:
        yield practice
