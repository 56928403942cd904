"""`scripts check`: everything that is wrong with scripts, before anybody has to say them."""

from collections import Counter
from pathlib import Path

import click

from reception_assistant.cli.commands import Command
from reception_assistant.cli.options import data_options
from reception_assistant.cli.output import columns, echo_json
from reception_assistant.clock import SystemClock
from reception_assistant.i18n import _, ngettext
from reception_assistant.library.checking.of_pack import check_reading
from reception_assistant.library.finding import Finding, Severity
from reception_assistant.library.reading.pack import read_pack

_FAILED = 1


@click.command(
    "check",
    cls=Command,
    help=_("Kijk scripts na: één bestand, of een map met alles erin."),
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Antwoord als JSON."))
@data_options
def check(*, path: Path, as_json: bool, **_options: object) -> int:
    """Check what lies at `path`; exit code 1 when there is an error."""
    _must_be_there(path)
    reading = read_pack(path)
    findings = check_reading(reading, SystemClock().now().astimezone().date())
    if as_json:
        echo_json([_as_json(each) for each in findings])
    else:
        rows = [_told(each) for each in findings]
        click.echo(
            "\n".join([*(columns(rows) if rows else ()), _summary(findings, len(reading.scripts))])
        )
    return _FAILED if _count(findings)[Severity.ERROR] else 0


def _must_be_there(path: Path) -> None:
    try:
        there = path.exists()
    except OSError:
        there = False
    if not there:
        raise click.BadParameter(
            _("{name} is er niet. Noem een bestand of een map met scripts.").format(
                name=path.name or path
            )
        )


def _told(finding: Finding) -> list[str]:
    return [
        f"{finding.file}:{finding.line}",
        _("fout") if finding.severity is Severity.ERROR else _("let op"),
        finding.code.value,
        f"{finding.message} {finding.advice}".strip(),
    ]


def _summary(findings: list[Finding], scripts: int) -> str:
    count = _count(findings)
    errors, warnings = count[Severity.ERROR], count[Severity.WARNING]
    if not findings:
        if not scripts:
            return _("Hier staan geen scripts.")
        return ngettext(
            "Alles is in orde: {count} script nagekeken.",
            "Alles is in orde: {count} scripts nagekeken.",
            scripts,
        ).format(count=scripts)
    told_errors = ngettext("{count} fout", "{count} fouten", errors).format(count=errors)
    told_warnings = ngettext("{count} keer «let op»", "{count} keer «let op»", warnings).format(
        count=warnings
    )
    if errors:
        after = _("Los eerst de fouten op, dan kan het script in gebruik.")
    else:
        after = _("Het script kan in gebruik. Lees «let op» nog eens na.")
    return _("{errors} en {warnings}. {after}").format(
        errors=told_errors, warnings=told_warnings, after=after
    )


def _count(findings: list[Finding]) -> Counter[Severity]:
    return Counter(each.severity for each in findings)


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "file": finding.file,
        "line": finding.line,
        "severity": finding.severity.value,
        "code": finding.code.value,
        "message": finding.message,
        "advice": finding.advice,
    }
