"""FHIR: what kind of file it is, and what else stands in it."""

import json

import pytest

from reception_assistant.agenda.readers.fhir.reader import read_fhir
from reception_assistant.errors import Cancelled
from tests.core.agenda.readers.fhir.helpers import (
    TODAY,
    ZONE,
    Json,
    appointment,
    bundle,
    ndjson,
    patient,
    practitioner,
    reading,
    taking,
)

NEXT = [{"relation": "self", "url": "x"}, {"relation": "next", "url": "y"}]
PAGE = ("Dit bestand is één pagina van een langere lijst. Wat er niet in staat, laat Balie staan.",)
INCLUDED = {"resource": patient(), "search": {"mode": "include"}}
MATCH = {"resource": appointment(), "search": {"mode": "match"}}


def lasting(**more: object) -> Json:
    return appointment(participant=[taking("Patient/p1", "Smit, J.")], **more)


@pytest.mark.parametrize(
    ("file", "whole"),
    [
        (bundle(appointment(), patient()), True),
        (bundle(bundle(appointment(), patient())), True),
        ([appointment(), patient()], True),
        (ndjson(appointment(), patient()), True),
        (bundle(type="searchset", total=1, entry=[MATCH, INCLUDED]), True),
        (bundle(appointment(), patient(), type="message"), False),
        (bundle(appointment(), patient(), type="transaction"), False),
        (bundle(appointment(), patient(), type="history"), False),
        (bundle(appointment(), patient(), type="document"), False),
        (bundle(appointment(), patient(), type=None), False),
        (bundle(bundle(appointment(), patient(), type="history")), False),
        (appointment("#p1", contained=[patient()]), False),
    ],
)
def test_only_a_file_that_holds_everything_may_withdraw_what_is_not_in_it(
    file: object,
    whole: bool,  # noqa: FBT001
) -> None:
    found = reading(file)
    assert (len(found.rows), found.rejected, found.remarks) == (1, (), ())
    assert found.whole is whole


@pytest.mark.parametrize("more", [{"link": NEXT}, {"total": 2}])
def test_a_page_of_a_longer_list_is_told_and_withdraws_nothing(more: Json) -> None:
    found = reading(bundle(**({"type": "searchset", "entry": [MATCH, INCLUDED]} | more)))
    assert (len(found.rows), found.remarks, found.whole) == (1, PAGE, False)


def test_persons_without_an_appointment_are_counted_once() -> None:
    found = reading(bundle(appointment(), patient(), patient(id="p2"), patient(id="p2")))
    assert found.remarks == (
        "1 persoon in dit bestand heeft geen afspraak en is niet overgenomen.",
    )


def test_who_has_only_a_proposal_is_not_called_without_an_appointment() -> None:
    found = reading(bundle(appointment(status="proposed"), patient()))
    assert len(found.remarks) == 1


def test_what_else_is_in_the_file_is_counted_by_type_and_a_strange_type_is_not_repeated() -> None:
    others: list[Json] = [
        {"resourceType": "Slot"},
        {"resourceType": "Slot"},
        {"resourceType": "Location", "name": "Kamer 2"},
        {"resourceType": "Geheim"},
    ]
    found = reading(bundle(appointment(), patient(), practitioner(), *others))
    assert found.remarks == (
        "Dit staat ook in het bestand en is niet nodig voor de agenda: "
        "Slot (2), Location (1) en onbekend (1).",
    )


def test_a_file_without_appointments_says_so() -> None:
    assert reading(practitioner()).remarks == ("In dit bestand staat geen enkele afspraak.",)
    assert reading(bundle()).remarks == ("In dit bestand staat geen enkele afspraak.",)
    assert reading("[]").remarks == ("In dit bestand staat geen enkele afspraak.",)


def test_entries_without_anything_in_them_are_counted() -> None:
    gone = {"request": {"method": "DELETE", "url": "Appointment/a9"}}
    found = reading(bundle(entry=[gone, {"resource": lasting()}, {"resource": patient()}]))
    assert len(found.rows) == 1
    assert found.remarks == (
        "In dit bestand staat 1 onderdeel zonder inhoud; dat is overgeslagen.",
    )


def test_of_two_versions_of_an_appointment_the_newer_counts() -> None:
    def version(number: str, start: str) -> Json:
        return appointment(meta={"versionId": number}, start=start)

    new, old = version("10", "2026-11-03T10:00:00Z"), version("9", "2026-11-03T09:00:00Z")
    for file, place in ((bundle(new, old, patient()), 2), (bundle(old, new, patient()), 1)):
        found = reading(file)
        assert [row.start.hour for row in found.rows] == [11]
        assert found.rejected == ()
        assert found.remarks == (
            f"Afspraak {place}: dit is een oudere versie van een afspraak; overgeslagen.",
        )


def test_the_same_id_twice_is_refused_once() -> None:
    found = reading(ndjson(patient(), appointment(), appointment()))
    assert [row.line for row in found.rows] == [2]
    assert [(each.where, each.reason) for each in found.rejected] == [
        ("regel 3", "Het kenmerk van deze afspraak staat ook bij regel 2.")
    ]


def test_appointments_without_an_id_are_all_read() -> None:
    assert [row.key for row in reading(bundle(*[lasting(id=None)] * 3, patient())).rows] == [""] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("indent", [None, 2])
def test_every_encoding_gives_the_same_names(encoding: str, indent: int | None) -> None:
    file = bundle(appointment(), patient(name=[{"family": "Bérg"}]))
    found = reading(json.dumps(file, ensure_ascii=False, indent=indent).encode(encoding))
    assert [row.name.surname for row in found.rows] == ["Bérg"]
    assert (found.rejected, found.remarks) == ((), ())


def test_an_encoding_that_fhir_does_not_know_is_read_and_remarked() -> None:
    file = bundle(appointment(), patient(name=[{"family": "Bérg"}]))
    found = reading(json.dumps(file, ensure_ascii=False).encode("cp1252"))
    assert [row.name.surname for row in found.rows] == ["Bérg"]
    assert found.remarks == (
        "De letters zijn niet opgeslagen zoals FHIR het vraagt; kijk na of de namen kloppen.",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_any_line_end_parts_the_lines_of_ndjson(end: str) -> None:
    found = reading(end.join(ndjson(appointment(), patient()).split("\n")) + end)
    assert [row.name.surname for row in found.rows] == ["Smit"]


def test_a_long_file_on_one_line_is_read() -> None:
    many = [appointment(id=f"a{number}") for number in range(6000)]
    text = json.dumps(bundle(*many, patient()))
    assert len(text) > 1_000_000
    assert len(reading(text).rows) == 6000


def test_the_part_done_is_told_and_the_user_can_stop() -> None:
    parts: list[float] = []
    data = json.dumps(bundle(*[lasting(id=f"a{n}") for n in range(1500)])).encode()
    read_fhir(data, zone=ZONE, today=TODAY, progress=parts.append)
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    assert len(parts) > 5

    def stop(part: float) -> None:
        if part > 0:
            raise Cancelled("Gestopt.")

    with pytest.raises(Cancelled):
        read_fhir(data, zone=ZONE, today=TODAY, progress=stop)
