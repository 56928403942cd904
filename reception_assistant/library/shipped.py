"""The pack that ships with the program, in `scripts_nl/`."""

from reception_assistant.library.reading.pack import PackReading, read_pack
from reception_assistant.paths import scripts_nl


def read_shipped() -> PackReading:
    """Read all scripts, lists and words that ship."""
    return read_pack(scripts_nl())
