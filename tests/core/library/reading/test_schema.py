"""The schemas that ship are those of the types."""

from pathlib import Path
from typing import Any

import pytest

from reception_assistant.library.schema import schema_text, schemas, write_schemas
from reception_assistant.library.script import Step
from reception_assistant.paths import resources

SCRIPT = schemas()["script.schema.json"]


@pytest.mark.parametrize("name", list(schemas()))
def test_the_files_are_made_from_the_types(name: str) -> None:
    told = "run: python -m reception_assistant.library.schema"
    assert resources("schema", name).read_text(encoding="utf-8") == schema_text(schemas()[name]), (
        told
    )


def test_no_file_is_left_of_something_that_is_gone() -> None:
    assert {path.name for path in resources("schema").iterdir()} == set(schemas())


def test_they_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new")
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(schemas())


def test_a_step_has_exactly_its_own_keys_and_one_way_on() -> None:
    step = SCRIPT["$defs"]["Step"]
    assert tuple(step["properties"]) == Step.__struct_fields__
    assert step["additionalProperties"] is False
    assert {"required": ["back"]} in step["oneOf"]
    assert step["properties"]["phase"] == {"type": "integer", "minimum": 1, "maximum": 7}
    assert step["properties"]["answers"]["maxItems"] == 9


def test_one_word_may_stand_where_several_may() -> None:
    assert SCRIPT["$defs"]["When"]["properties"]["mood"] == {
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/$defs/Mood"}},
            {"$ref": "#/$defs/Mood"},
        ]
    }


def test_nothing_is_ever_null() -> None:
    assert "null" not in [each for schema in schemas().values() for each in _types(schema)]


def _types(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [found for each in schema for found in _types(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema["type"]] if isinstance(schema.get("type"), str) else []
    return own + [found for each in schema.values() for found in _types(each)]
