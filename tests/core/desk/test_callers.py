"""Who is on the line: found by number, and shown with all that helps in the first words."""

import pytest

from reception_assistant.agenda.visit import EventKind
from reception_assistant.calls.phone import number_key
from reception_assistant.cues.cue import Cue
from reception_assistant.desk.caller import Caller
from reception_assistant.desk.people import PersonForm
from reception_assistant.naming.person import PersonName
from tests.core.calls.talks import Talk, fill_library, promise
from tests.helpers.practice import Practice, moment

HEADER = (
    "datum;tijd;duur;kenmerk;patientnummer;voornaam;voorvoegsel;achternaam;aanspreekvorm;"
    "geboortedatum;telefoon;kenmerken;behandeling;behandelaar;dier"
)
JAN = "1;Jan;de;Vries;m;14-3-1958"


def row(when: str, key: str, person: str, rest: str = ";;;;") -> str:
    """Return a line of the agenda; `rest` begins with the phone number."""
    return f"{when};20;{key};{person};{rest}"


def caller_of(practice: Practice, time: str = "09:30", *, at_desk: bool = False) -> Caller:
    visit = practice.visit(time)
    found = practice.desk.callers.caller(visit.person.id, visit.id if at_desk else None)
    assert found is not None
    return found


def kinds(cues: tuple[Cue, ...]) -> list[str]:
    return [cue.kind for cue in cues]


def numbered(practice: Practice, *phones: str) -> None:
    """Let people come today who have these numbers: A, B, and so on."""
    practice.read(
        HEADER,
        *(
            row(f"24-11-2026;{9 + n:02}:30", f"k{n}", f"{n};;;{chr(65 + n)};;", f"{phone};;;;")
            for n, phone in enumerate(phones)
        ),
    )


def surnames_with(practice: Practice, number: str) -> list[str]:
    return sorted(person.name.surname for person in practice.desk.callers.with_number(number))


# --- what is known


def test_somebody_on_the_line_is_shown_with_what_the_first_words_need(practice: Practice) -> None:
    practice.read(
        HEADER,
        row("24-11-2026;09:30", "nu", JAN, "06-12345678;;controle;Bakker;"),
        row("25-05-2027;14:15", "straks", JAN, "06-12345678;;controle;Bakker;"),
    )
    caller = caller_of(practice)
    assert (caller.spoken_name, caller.list_name) == ("meneer De Vries", "Vries, Jan de")
    assert caller.facts == (
        "14-3-1958 (68 jaar) · spreek met u",
        "06-12345678",
        "Volgende afspraak: dinsdag 24 november om 09:30 bij Bakker (controle).",
    )
    assert (caller.age, caller.visit, caller.late, caller.look_at) == (68, None, 0, False)
    practice.at("09:31")
    assert caller_of(practice).facts[-1] == (
        "Volgende afspraak: dinsdag 25 mei 2027 om 14:15 bij Bakker (controle)."
    )


def test_who_has_no_appointment_is_known_by_that_too(practice: Practice) -> None:
    person_id = practice.desk.people.add(PersonForm(name=PersonName(given_name="Sem")), practice.by)
    caller = practice.desk.callers.caller(person_id)
    assert caller is not None
    assert caller.facts == ("spreek met u", "Geen volgende afspraak.")
    assert (caller.age, caller.following, caller.next_start, caller.history) == (None,) * 3 + ((),)


@pytest.mark.parametrize(("born", "spoken"), [("24-11-2008", "u"), ("25-11-2008", "je")])
def test_who_is_not_yet_eighteen_is_spoken_to_as_je(
    born: str, spoken: str, practice: Practice
) -> None:
    practice.read(HEADER, row("24-11-2026;09:30", "n", f"1;Daan;;Mulder;;{born}"))
    assert caller_of(practice).facts[0].endswith(f"spreek met {spoken}")


def test_somebody_who_is_not_there_any_more_is_nobody(practice: Practice) -> None:
    assert practice.desk.callers.caller("weg") is None


def test_a_name_that_could_not_be_taken_apart_is_to_be_looked_at(practice: Practice) -> None:
    practice.read("datum;tijd;naam", "24-11-2026;09:30;Vries de Boer van Jan & Piet")
    caller = caller_of(practice)
    assert caller.look_at == bool(caller.person.name.as_received)
    assert caller.look_at


def test_on_the_telephone_the_cues_are_those_of_somebody_who_cannot_be_seen(
    practice: Practice,
) -> None:
    practice.read(HEADER, row("24-11-2026;09:30", "n", JAN, ";slechthorend;;;"))
    assert kinds(caller_of(practice).cues) == ["hard_of_hearing"]


# --- what was said before


def test_earlier_calls_and_what_was_promised_in_them_are_shown(practice: Practice) -> None:
    fill_library(practice)
    practice.read(HEADER, row("24-11-2026;09:30", "n", JAN))
    person_id = practice.visit().person.id
    for time, note in (("09:00", "eerst"), ("09:10", "daarna")):
        practice.at(time)
        talk = Talk(practice, person_id)
        talk.writes(note)
        talk.ends("terugbelafspraak", promise=promise(practice))
        talk.logged()
    practice.at("09:20")
    caller = caller_of(practice)
    assert [past.note for past in caller.history] == ["daarna", "eerst"]
    assert caller.promised
    (cue,) = caller.cues
    assert cue.kind == "open_promise"
    assert cue.know == (
        "Wij beloofden: Bellen over de rekening. Voor wanneer: vandaag voor vijf uur."
    )


def test_a_call_of_a_moment_ago_is_there_before_it_is_in_the_log(practice: Practice) -> None:
    fill_library(practice)
    practice.read(HEADER, row("24-11-2026;09:30", "n", JAN))
    talk = Talk(practice, practice.visit().person.id)
    talk.writes("zojuist")
    talk.ends("terugbelafspraak", promise=promise(practice))
    caller = caller_of(practice)
    assert [past.note for past in caller.history] == ["zojuist"]
    assert caller.promised


# --- their animal


@pytest.mark.parametrize(
    ("animals", "named"),
    [
        ((";;;Bello",), "Bello"),
        ((";;;Bello", ";;;Bello"), "Bello"),
        ((";;;Bello", ";;;Minoes"), ""),
        ((";;;Bello", "dier-overleden;;;Minoes"), "Bello"),
        (("dier-overleden;;;Minoes",), ""),
    ],
)
def test_the_animal_is_named_where_it_cannot_be_another(
    animals: tuple[str, ...], named: str, practice: Practice
) -> None:
    rows = (
        row(f"24-11-2026;{9 + n:02}:30", f"k{n}", JAN, f";{animal}")
        for n, animal in enumerate(animals)
    )
    practice.read(HEADER, *rows)
    assert caller_of(practice).animal == named


# --- at the desk


def test_at_the_desk_the_visit_comes_with_them(practice: Practice) -> None:
    practice.read(
        HEADER, row("24-11-2026;09:30", "n", JAN, ";gespannen,eerste-bezoek;controle;Bakker;")
    )
    caller = caller_of(practice, at_desk=True)
    assert caller.visit == practice.visit()
    assert set(kinds(caller.cues)) == {"first_visit", "tense"}
    assert kinds(caller_of(practice).cues) == ["tense"]


def test_how_much_later_their_turn_comes_is_told_and_else_seen(practice: Practice) -> None:
    other = "2;Eva;;Kok;v;"
    practice.read(
        HEADER,
        row("24-11-2026;08:40", "a", other, ";;controle;Bakker;"),
        row("24-11-2026;09:10", "b", JAN, ";;controle;Bakker;"),
    )
    assert caller_of(practice, "09:10", at_desk=True).late == 0
    practice.mark(EventKind.TAKEN_IN, "08:40")
    practice.at("09:25")
    assert caller_of(practice, "09:10", at_desk=True).late == 15
    practice.desk.ahead.run_late("Bakker", 40, practice.by)
    assert caller_of(practice, "09:10", at_desk=True).late == 40
    practice.desk.ahead.run_late("Bakker", 0, practice.by)
    assert caller_of(practice, "09:10", at_desk=True).late == 0


def test_a_visit_of_another_day_is_no_visit_now(practice: Practice) -> None:
    practice.read(HEADER, row("24-11-2026;09:30", "n", JAN, ";gespannen;;Bakker;"))
    visit = practice.visit()
    practice.clock.moment = moment(visit.start.date().replace(day=25))
    found = practice.desk.callers.caller(visit.person.id, visit.id)
    assert found is not None
    assert (found.visit, found.late) == (None, 0)
    assert kinds(found.cues) == ["tense"]


# --- by number


_SPELLINGS = (
    "0612345678",
    "06-12345678",
    "06 12 34 56 78",
    "(06) 1234 5678",
    "+31612345678",
    "+31 6 12345678",
    "+31 (0)6 12345678",
    "0031612345678",
    "0031 6 1234 5678",
    "tel:+31612345678",
    "06-12345678 (werk)",
)


@pytest.mark.parametrize("spelling", _SPELLINGS)
def test_a_number_is_the_same_however_it_is_written(spelling: str) -> None:
    assert number_key(spelling) == "0612345678"


def test_whoever_calls_is_found_however_the_number_is_written(practice: Practice) -> None:
    stored = [spelling for spelling in _SPELLINGS if not spelling.startswith("tel:")]
    numbered(practice, *stored, "0687654321")
    everybody = [chr(65 + n) for n in range(len(stored))]
    for called in _SPELLINGS:
        assert surnames_with(practice, called) == everybody, called


def test_everybody_of_a_house_is_found_and_nobody_else(practice: Practice) -> None:
    numbered(practice, "070-1234567", "070 123 4567", "071-1234567", "")
    assert surnames_with(practice, "0701234567") == ["A", "B"]
    assert surnames_with(practice, "+31711234567") == ["C"]


def test_a_number_that_says_nothing_finds_nobody(practice: Practice) -> None:
    numbered(practice, "0612345678", "", "onbekend")
    for number in ("", "anoniem", "anonymous", "onbekend", "0612", "12345678", "+", "—"):
        assert surnames_with(practice, number) == [], number


def test_part_of_a_number_is_not_somebodys_number(practice: Practice) -> None:
    """The search finds parts; who calls is one person or nobody."""
    numbered(practice, "061234567890", "0612345678")
    assert surnames_with(practice, "0612345678") == ["B"]
