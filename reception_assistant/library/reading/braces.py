"""Texts that are shown as they were written: a name between braces would stay one."""

from reception_assistant.i18n import _
from reception_assistant.library.reading.walk import shown


def has_braces(text: str) -> bool:
    """Tell whether something in `text` looks as if it will be filled in."""
    return "{" in text or "}" in text


def as_written(text: str) -> tuple[str, str]:
    """Return what is wrong with a brace in `text`, and what to do."""
    return (
        _("Hier vult Balie niets in: «{text}» komt zo op het scherm.").format(text=shown(text)),
        _("Schrijf deze tekst zonder accolades."),
    )
