"""All words on screen pass through here: gettext with Dutch message ids.

Dutch needs no catalogue. A translation whose placeholders differ from the Dutch is refused, so
that a slip of a translator can never break a sentence.
"""

import gettext as _gettext
from pathlib import Path

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def install(language: str, folder: Path) -> None:
    """Speak `language` from now on; a language without a catalogue in `folder` falls to Dutch."""
    global _catalogue  # noqa: PLW0603  the one module-level object that may change: the catalogue
    _catalogue = _gettext.translation("balie", folder, languages=[language], fallback=True)


def _(message: str) -> str:
    """Return `message` (Dutch) in the language of the user."""
    return _kept(_catalogue.gettext(message), message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form for `number` of something."""
    translated = _catalogue.ngettext(singular, plural, number)
    return _kept(translated, singular if number == 1 else plural)


def pgettext(context: str, message: str) -> str:
    """Return `message` where the Dutch word alone has two meanings."""
    return _kept(_catalogue.pgettext(context, message), message)


def N_(message: str) -> str:  # noqa: N802  the name that gettext tools look for
    """Mark `message` for translation where it is declared; `_` translates it when shown."""
    return message


def placeholders(message: str) -> set[str]:
    """Return the fields of `message` as they are written; raises `ValueError` at a stray brace."""
    from string import Formatter  # late: start  # noqa: PLC0415

    return {
        f"{{{field}!{conversion or ''}:{spec or ''}}}"
        for _text, field, spec, conversion in Formatter().parse(message)
        if field is not None
    }


def _kept(translated: str, message: str) -> str:
    if translated is message:
        return message
    try:
        same = placeholders(translated) == placeholders(message)
    except ValueError:
        same = False
    return translated if same else message
