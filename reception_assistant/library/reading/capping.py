"""How much is told about one file: what nobody reads to the end is cut off, and that is told."""

from collections.abc import Iterable

from reception_assistant.i18n import _
from reception_assistant.library.finding import Finding, Severity

MOST_FINDINGS = 200
"""So many about one file; errors go before warnings."""


def capped(findings: Iterable[Finding]) -> list[Finding]:
    """Return what was found in one file from top to bottom; of far too much only a part."""
    found = sorted(findings, key=lambda each: each.line)
    if len(found) <= MOST_FINDINGS:
        return found
    errors_first = sorted(found, key=lambda each: each.severity is not Severity.ERROR)
    kept = sorted(errors_first[:MOST_FINDINGS], key=lambda each: each.line)
    more = errors_first[MOST_FINDINGS]
    told = more._replace(
        line=max(more.line, kept[-1].line),
        message=_("In dit bestand is nog meer mis. Hier staan de eerste {most} meldingen.").format(
            most=MOST_FINDINGS
        ),
        advice=_("Los deze eerst op, en kijk het bestand dan opnieuw na."),
        step="",
    )
    return [*kept, told]
