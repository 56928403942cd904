"""Writing a script in its one form: what is read again is exactly what was written.

Text that any reader of YAML could take for something else stands in quotes, and so does what is
said aloud.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct, structs

from reception_assistant.library.context import When
from reception_assistant.library.script import Answer, Script, Step

ORDER: Mapping[type[Struct], tuple[str, ...]] = {
    Script: ("id", "title", "theme", "goal", "when", "review", "start", "steps"),
    Step: (
        "phase",
        "key",
        "say",
        "literal",
        "variants",
        "tip",
        "posture",
        "avoid",
        "remember",
        "answers",
        "goto",
        "end",
        "back",
    ),
    Answer: ("label", "goto", "detour", "end", "missing", "when"),
}
"""The order of the keys where it is another one than that of the type."""

_SPOKEN = frozenset({"say", "instead"})
# Letters, and between them what means nothing in YAML; a comma does between brackets.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,'’().!/€–-]*[\w.!)€])?")
_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
# What cannot stand between quotes as it is, and what nobody would see there.
_TO_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]'
)


def script_yaml(script: Script) -> str:
    """Return the YAML of `script`, without what is as usual."""
    return "".join(f"{line}\n" for line in _script_lines(script))


def _script_lines(script: Script) -> Iterator[str]:
    for name, value in _given(script):
        if name == "steps" and script.steps:
            yield "steps:"
            for step_id, step in script.steps.items():
                yield f"  {_text(step_id)}:"
                yield from (f"    {line}" for line in _step_lines(step))
        elif isinstance(value, When):
            yield f"{name}:"
            yield from (f"  {key}: {_value(key, facet)}" for key, facet in _given(value))
        else:
            yield f"{name}: {_value(name, value)}"


def _step_lines(step: Step) -> Iterator[str]:
    for name, value in _given(step):
        if isinstance(value, tuple):
            yield f"{name}:"
            yield from (f"  - {_value(name, each)}" for each in value)
        else:
            yield f"{name}: {_value(name, value)}"


def _given(fact: Struct) -> Iterator[tuple[str, Any]]:
    """Give the fields of a fact that are not as usual, in the order of the file."""
    usual = _usual(type(fact))
    for name in ORDER.get(type(fact), fact.__struct_fields__):
        value = getattr(fact, name)
        if value != usual[name]:
            yield name, value


@cache
def _usual(kind: type[Struct]) -> Mapping[str, object]:
    """Return what each field is when nothing is written; what must be written is never usual."""
    return {
        field.name: field.default if field.default_factory is NODEFAULT else field.default_factory()
        for field in structs.fields(kind)
    }


def _value(name: str, value: object, *, inside: bool = False) -> str:
    """Return a value on one line; `inside` tells that it stands between brackets."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return _quoted(value) if name in _SPOKEN else _text(value, inside=inside)
        case Struct():
            pairs = (f"{key}: {_value(key, each, inside=True)}" for key, each in _given(value))
            return "{" + ", ".join(pairs) + "}"
        case tuple():
            return "[" + ", ".join(_value(name, each, inside=True) for each in value) + "]"
    return "{}"  # a script without steps


def _text(text: str, *, inside: bool = False) -> str:
    """Return a text as it is when every reader takes it for one, and else in quotes."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT
    return text if plain and not (inside and "," in text) else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{_TO_ESCAPE.sub(lambda found: _escape(found[0]), text)}"'


def _escape(letter: str) -> str:
    return _ESCAPED.get(letter) or f"\\u{ord(letter):04x}"
