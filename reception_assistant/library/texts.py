"""The texts of what ships, without reading what they say."""

from collections.abc import Mapping

from reception_assistant.library.reading.folder import files_of
from reception_assistant.paths import scripts_nl


def shipped_texts() -> Mapping[str, str]:
    """Return the text of each file that ships, by the name that findings and scripts have."""
    return {
        each.name: each.path.read_text(encoding="utf-8") for each in files_of(scripts_nl()).files
    }
