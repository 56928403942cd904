"""What a fault in YAML is called in plain Dutch, and on which line it stands."""

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from reception_assistant.i18n import N_, _
from reception_assistant.library.finding import Code
from reception_assistant.library.reading.refused import RefusedError

_ANYTHING = (
    N_("Vanaf deze regel is het bestand niet te lezen."),
    N_("Kijk op deze regel en die erboven: klopt het inspringen, en sluiten de aanhalingstekens?"),
)
_NO_TEXT = (
    N_("Hier staat een teken dat geen tekst is."),
    N_("Haal het weg, of sla het bestand opnieuw op als gewone tekst."),
)
_OPEN_QUOTE = (
    N_("Hier begint een aanhalingsteken dat nergens sluit."),
    N_("Zet ook achter de zin een aanhalingsteken."),
)
_ASKEW = (
    N_("Deze regel staat niet recht onder de regels waar hij bij hoort."),
    N_("Spring even ver in als de regels erboven, met spaties."),
)
_OPEN_BRACKET = (
    N_("Hier klopt iets niet tussen de haakjes."),
    N_("Sluit elk haakje, en zet tekst met een haakje of een komma tussen aanhalingstekens."),
)
_AS_TOLD = {
    "mapping values are not allowed in this context": (
        N_("Hier staat een dubbele punt te veel, of de regel springt verkeerd in."),
        N_("Zet een zin met een dubbele punt tussen aanhalingstekens."),
    ),
    "found character that cannot start any token": (
        N_("Hier staat een teken waar een regel niet mee kan beginnen, bijvoorbeeld een tab."),
        N_("Spring in met spaties, en zet zo'n zin tussen aanhalingstekens."),
    ),
    "could not find expected ':'": (
        N_("Op of boven deze regel ontbreekt een dubbele punt."),
        N_("Schrijf eerst de sleutel, dan een dubbele punt en een spatie, en dan de tekst."),
    ),
    "found unexpected end of stream": _OPEN_QUOTE,
    "did not find expected key": _ASKEW,
    "did not find expected '-' indicator": _ASKEW,
    "did not find expected ',' or ']'": _OPEN_BRACKET,
    "did not find expected ',' or '}'": _OPEN_BRACKET,
    "did not find expected node content": _OPEN_BRACKET,
}


def unreadable(error: YAMLError, text: str) -> RefusedError:
    """Return why `text` cannot be read as YAML."""
    message, advice = _ANYTHING
    line = 1
    if isinstance(error, MarkedYAMLError):
        message, advice = told = _AS_TOLD.get(error.problem or "", _ANYTHING)
        # The end of the file says nothing: the quote was forgotten where the sentence began.
        mark = error.context_mark if told is _OPEN_QUOTE else error.problem_mark
        line = mark.line + 1 if mark else 1
    elif isinstance(error, ReaderError):
        message, advice = _NO_TEXT
        line = text.encode().count(b"\n", 0, error.position) + 1
    return RefusedError(Code.UNREADABLE, line, _(message), _(advice))
