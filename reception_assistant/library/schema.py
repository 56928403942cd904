"""The JSON schemas of the files of a pack, made from the types, for editors that check as you type.

`python -m reception_assistant.library.schema` writes them to `resources/schema/`.
"""

import json
from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from reception_assistant.library.context import When
from reception_assistant.library.lists import Allowed, Mandate, Outcome, Pack, Reason, StopSign
from reception_assistant.library.reading.rules import CODES, DAY, ID, NAME, Form, form_of
from reception_assistant.library.script import (
    FIRST_PHASE,
    LAST_PHASE,
    MOST_ANSWERS,
    Answer,
    End,
    Instead,
    Remember,
    Review,
    Script,
    Step,
    Variant,
)
from reception_assistant.paths import resources

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LISTS: Mapping[str, type[Struct]] = {
    "redenen": Reason,
    "uitkomsten": Outcome,
    "kaders": Mandate,
    "stoptekens": StopSign,
    "uitzonderingen": Allowed,
}
_FORMS: Mapping[Form, Mapping[str, Any]] = {
    Form.FILLED: {"minLength": 1},
    Form.START: {"minLength": 1},
    Form.ID: {"pattern": f"^{ID}$"},
    Form.NAME: {"pattern": f"^{NAME}$"},
    Form.DAY: {"pattern": f"^({DAY})?$"},
    Form.CODE: {"enum": list(CODES)},
}
_MORE: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Step", "phase"): {"minimum": FIRST_PHASE, "maximum": LAST_PHASE},
    ("Step", "answers"): {"maxItems": MOST_ANSWERS},
    ("Script", "steps"): {"propertyNames": {"pattern": f"^{NAME}$"}},
}
_KINDS: tuple[type[Struct], ...] = (
    *(Script, Step, Variant, Answer, End, Instead, Remember, Review, When),
    *(Reason, Outcome, Mandate, StopSign, Allowed, Pack),
)
_WAYS: Mapping[str, tuple[str, ...]] = {
    "Step": ("answers", "goto", "end", "back"),
    "Answer": ("goto", "detour", "end", "missing"),
}
"""Of these keys each has exactly one."""

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of file, by the name of its file in `resources/schema/`."""
    found = {"script": _schema(Script, "Script"), "pack": _schema(Pack, "Pack")}
    for name, kind in _LISTS.items():
        found[name] = _schema(tuple[kind, ...], kind.__name__)  # type: ignore[valid-type]
    return {f"{name}.schema.json": schema for name, schema in found.items()}


def schema_text(schema: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write all schemas to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(schema_text(schema), encoding="utf-8", newline="\n")


def _schema(kind: Any, name: str) -> Schema:
    """Return the schema of a file that holds `kind`; its parts are tightened as they are read."""
    made: Schema = json.loads(msgspec.json.encode(msgspec.json.schema(kind)))
    parts = {part: _part(part, about) for part, about in made.pop("$defs").items()}
    return {"$schema": _DIALECT, "title": name} | made | {"$defs": parts}


def _part(name: str, about: Schema) -> Schema:
    """Return one type, as files may have it."""
    about = about | {"description": cleandoc(about["description"])}
    if "properties" in about:
        kind = next(each for each in _KINDS if each.__name__ == name)
        required = frozenset(about["required"])
        about["properties"] = {
            key: _field(kind, key, field, required=key in required)
            for key, field in about["properties"].items()
        }
    if name in _WAYS:
        about["oneOf"] = [{"required": [way]} for way in _WAYS[name]]
    return about


def _field(kind: type[Struct], key: str, field: Schema, *, required: bool) -> Schema:
    """Return one field: without null, which no file has, and with what its text must look like."""
    field = {about: value for about, value in field.items() if about != "default"}
    if "anyOf" in field:
        field = next(each for each in field["anyOf"] if each != {"type": "null"})
    if field.get("type") == "string":
        field |= _FORMS.get(form_of(kind, key, required=required), {})
    elif field.get("type") == "array" and not _holds_facts(field["items"]):
        field = {"anyOf": [field, field["items"]]}  # one word may stand alone
    field |= _MORE.get((kind.__name__, key), {})
    return field


def _holds_facts(item: Schema) -> bool:
    return item.get("$ref", "").rpartition("/")[2] in {kind.__name__ for kind in _KINDS}


if __name__ == "__main__":
    write_schemas(resources("schema"))
