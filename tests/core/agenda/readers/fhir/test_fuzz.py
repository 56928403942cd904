"""Whatever a FHIR file holds: no crash, and nothing that gets lost in silence."""

import copy
import json
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.agenda.readers.fhir.helpers import (
    BSN,
    EXTENSION,
    Json,
    appointment,
    bundle,
    ndjson,
    patient,
    practitioner,
    reading,
    taking,
)

Slot = tuple[dict[str, object] | list[object], str | int]

FULL = bundle(
    appointment("Patient/p1", "Practitioner/d1", minutesDuration=20, comment="Belt liever."),
    appointment(
        id="a2",
        participant=[taking("#c1", "Kok, A."), taking("Patient/dog"), taking("RelatedPerson/r1")],
        contained=[patient(id="c1")],
        end="2026-11-03T09:25:00+01:00",
        serviceType=[{"coding": [{"display": "Controle"}], "text": "Controle"}],
        meta={"lastUpdated": "2026-11-01T10:00:00Z", "versionId": "2"},
    ),
    patient(
        name=[
            {
                "use": "official",
                "family": "de Vries",
                "_family": {
                    "extension": [
                        {"url": EXTENSION + "humanname-own-name", "valueString": "Vries"},
                        {"url": EXTENSION + "humanname-own-prefix", "valueString": "de"},
                    ]
                },
                "given": ["Jan", "J."],
                "_given": [
                    None,
                    {
                        "extension": [
                            {"url": EXTENSION + "iso21090-EN-qualifier", "valueCode": "IN"}
                        ]
                    },
                ],
                "extension": [
                    {
                        "url": EXTENSION + "humanname-assembly-order",
                        "valueCodeableConcept": {"coding": [{"code": "NL1"}]},
                    }
                ],
                "prefix": ["dr."],
                "period": {"start": "2001"},
            },
            {"use": "usual", "given": ["Jantje"]},
        ],
        telecom=[{"system": "phone", "value": "06-12345678", "use": "mobile", "rank": 1}],
        birthDate="1980-01-02",
        identifier=[{"system": BSN, "value": "999990019"}],
        deceasedBoolean=False,
    ),
    patient(
        id="dog",
        animal={"species": {"text": "hond"}},
        contact=[{"name": {"family": "Vos"}, "relationship": [{"text": "eigenaar"}]}],
    ),
    {"resourceType": "RelatedPerson", "id": "r1", "patient": {"reference": "Patient/dog"}},
    practitioner(),
    bundle({"resourceType": "Slot"}, total=1, link=[{"relation": "self"}]),
)
# What is nearly right is what goes wrong.
TEXTS = st.one_of(
    st.sampled_from(
        ["", "Patient/p1", "#c1", "#", "urn:uuid:", "Bundle", "Appointment", "2026-11-03", "NL3"]
    ),
    st.text(max_size=8),
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    TEXTS,
    st.sampled_from([FULL, appointment(), patient()]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inside: st.one_of(
        st.lists(inside, max_size=3), st.dictionaries(TEXTS, inside, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["start", "end", "minutesDuration", "participant", "serviceType", "comment", "contained"]
)


def slots(value: object) -> Iterator[Slot]:
    """Give every place in `value` where something stands."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield value, key
            yield from slots(inside)
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield value, place
            yield from slots(inside)


SLOTS = len(list(slots(FULL)))


def changed(changes: list[tuple[int, object]]) -> Json:
    """Return the full bundle with something else at some of its places."""
    file: Json = copy.deepcopy(FULL)
    for number, value in changes:
        every = list(slots(file))
        if every:
            holder, key = every[number % len(every)]
            holder[key] = copy.deepcopy(value)  # type: ignore[index]
    return file


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, SLOTS), VALUES), min_size=1, max_size=4))
def test_any_value_at_any_place_gives_a_reading(changes: list[tuple[int, object]]) -> None:
    found = reading(json.dumps(changed(changes)))
    assert found.rows or found.rejected or found.remarks


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=4), st.booleans())
def test_any_bytes_at_any_place_give_a_reading(
    changes: list[tuple[int, bytes]],
    by_line: bool,  # noqa: FBT001
) -> None:
    entries = FULL["entry"]
    assert isinstance(entries, list)
    data = bytearray(
        (ndjson(*(each["resource"] for each in entries)) if by_line else json.dumps(FULL)).encode()
    )
    for place, replacement in changes:
        start = place % len(data)
        data[start : start + len(replacement) + place % 2] = replacement
    found = reading(bytes(data))
    assert found.rows or found.rejected or found.remarks


@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading(data: bytes) -> None:
    found = reading(data)
    assert found.rows or found.rejected or found.remarks


@settings(deadline=None)
@given(st.lists(st.tuples(FIELDS, VALUES), min_size=1, max_size=5))
def test_every_appointment_is_a_row_or_a_refusal(fields: list[tuple[str, object]]) -> None:
    visits = [appointment(id=f"a{n}") | {name: value} for n, (name, value) in enumerate(fields)]
    found = reading(json.dumps(bundle(*visits, patient())))
    told = {row.line for row in found.rows} | {
        int(each.where.removeprefix("afspraak ")) for each in found.rejected
    }
    assert told == set(range(1, len(visits) + 1))
