"""What every test stands on: Qt without a screen, and no unexpected line in the log."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Tests run beside one another: how long an example takes says nothing there.
settings.register_profile("beside", deadline=None)
settings.load_profile("beside")

os.environ["QT_QPA_PLATFORM"] = "offscreen"


class _FailOnWarning(logging.Handler):
    """Remembers every line of WARNING or worse that the test did not ask for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when the test made a WARNING; `@pytest.mark.logs` says that it may."""
    handler = _FailOnWarning()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.lines and not request.node.get_closest_marker("logs"):
        pytest.fail(f"unexpected log lines: {handler.lines}")
