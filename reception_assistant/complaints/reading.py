"""The rules and causes that ship with the program, in `scripts_nl/klachten/`."""

import tomllib
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from reception_assistant.complaints.learning import Cause
from reception_assistant.complaints.regime import Regime
from reception_assistant.errors import BugError
from reception_assistant.paths import scripts_nl

RULES, CAUSES = "regels.toml", "oorzaken.toml"
OWN_RULE = "eigen"
"""The rule for a practice of another kind, and for a complaint whose rule is gone."""

_Kind = TypeVar("_Kind", Regime, Cause)


def shipped_regimes() -> tuple[Regime, ...]:
    """Return all rules, in the order of their file."""
    return regimes_in(scripts_nl("klachten", RULES).read_text(encoding="utf-8"))


def read_causes() -> tuple[Cause, ...]:
    """Return all causes, in the order of their file."""
    return causes_in(scripts_nl("klachten", CAUSES).read_text(encoding="utf-8"))


def regimes_in(text: str) -> tuple[Regime, ...]:
    """Read rules; raises `BugError` for what cannot be one."""
    rules = _items(RULES, text, "regel", Regime)
    if OWN_RULE not in {rule.id for rule in rules}:
        raise BugError(f"{RULES}: no rule «{OWN_RULE}»")
    for rule in rules:
        if min(rule.weeks, rule.extension_weeks) < 0 or min(rule.spoken_days, rule.own_days) < 1:
            raise BugError(f"{RULES}: «{rule.id}» has a term that is none")
    return rules


def causes_in(text: str) -> tuple[Cause, ...]:
    """Read causes; raises `BugError` for what cannot be one."""
    causes = _items(CAUSES, text, "oorzaak", Cause)
    _refuse_doubles(CAUSES, (name for each in causes for name in (each.id, *each.aliases)))
    return causes


def regime_of(regimes: Iterable[Regime], regime_id: str) -> Regime:
    """Return the rule with this id; the practice's own when it is not known any more."""
    listed = {rule.id: rule for rule in regimes}
    return listed.get(regime_id) or listed[OWN_RULE]


def usual_regime(regimes: Iterable[Regime], discipline: str) -> Regime:
    """Return the rule that a practice of `discipline` begins with."""
    listed = tuple(regimes)
    fitting = (rule for rule in listed if discipline in rule.discipline)
    return next(fitting, None) or regime_of(listed, OWN_RULE)


def _items(file: str, text: str, name: str, kind: type[_Kind]) -> tuple[_Kind, ...]:
    try:
        told = tomllib.loads(text)[name]
        items = tuple(msgspec.convert(each, kind) for each in told)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise BugError(f"{file}: {error}") from error
    if not all(each.id and each.label.strip() for each in items):
        raise BugError(f"{file}: a line without an id or a label")
    _refuse_doubles(file, (each.id for each in items))
    return items


def _refuse_doubles(file: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BugError(f"{file}: «{name}» stands there twice")
        seen.add(name)
