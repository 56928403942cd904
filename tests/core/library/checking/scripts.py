"""Scripts for the tests of checking: the shortest without fault, and what is found in others."""

from collections.abc import Iterable, Mapping
from datetime import date

from reception_assistant.language.shipped import shipped_phrases, shipped_words
from reception_assistant.library.checking.check import check
from reception_assistant.library.checking.words import WordFinder
from reception_assistant.library.content import Lists, ScriptFile
from reception_assistant.library.context import Sign
from reception_assistant.library.finding import Code, Finding
from reception_assistant.library.lists import Outcome, Reason
from reception_assistant.library.reading.script import read_script
from reception_assistant.library.sample_person import SamplePerson
from reception_assistant.library.script import Script
from reception_assistant.naming.person import PersonName

TODAY = date(2026, 11, 24)
WORDS = WordFinder(shipped_words(), shipped_phrases())
LISTS = Lists(
    reasons=(Reason(id="rekening", label="Rekening", aliases=("factuur",)),),
    outcomes=(
        Outcome(id="klaar", label="Klaar", aliases=("gereed",)),
        Outcome(id="terugbelafspraak", label="Wij bellen terug", promise=True),
    ),
    persons=(
        SamplePerson(
            id="P1",
            description="Man, gewone naam",
            name=PersonName(surname="Smit"),
            birth_year=1980,
        ),
        SamplePerson(
            id="P2",
            description="Meisje van zeven",
            name=PersonName(given_name="Noor"),
            birth_year=2019,
            signs=frozenset({Sign.FIRST_VISIT}),
        ),
    ),
)

HEAD = """\
id: proef
title: Een proef
when: {discipline: [tandarts]}
review: {by: Praktijkmanager, date: 2026-11-01, next: 2027-11-01}
start: eerst
steps:
"""
FIRST_LINE = HEAD.count("\n") + 1
"""On which line the first step stands."""

ASKED = """\
  eerst:
    say: "Waarmee kan ik u helpen?"
    answers:
      - {label: Iets over de rekening, goto: laatst}
      - {label: Iets anders, missing: true}
"""
LAST = """\
  laatst:
    say: "Fijne dag nog."
    end: {outcome: klaar}
"""


def script_of(text: str, file: str = "proef.yaml") -> ScriptFile:
    """Return a script that is read without findings of the reading itself."""
    script, found = read_script(text.encode(), file)
    assert found == []
    assert script is not None
    return script


def saying(line: str, *, head: str = HEAD) -> str:
    """Return a script in which one line is said."""
    return f'{head}  eerst:\n    say: "{line}"\n    end: {{outcome: klaar}}\n'


def found_in(
    *texts: str, lists: Lists = LISTS, known: Iterable[Script] = (), today: date = TODAY
) -> list[Finding]:
    """Return all that is found in scripts, the first of which is called proef.yaml."""
    files = [script_of(text, f"proef{number or ''}.yaml") for number, text in enumerate(texts)]
    others: Mapping[str, Script] = {script.id: script for script in known}
    return check(files, lists, known=others, words=WORDS, today=today)


def codes(*texts: str, lists: Lists = LISTS, known: Iterable[Script] = ()) -> list[str]:
    """Return the codes of what is found."""
    return [each.code.value for each in found_in(*texts, lists=lists, known=known)]


def said(line: str, *, head: str = HEAD) -> list[str]:
    """Return the codes of what is found in one line that is said."""
    return codes(saying(line, head=head))


def only(code: Code, *texts: str, lists: Lists = LISTS, known: Iterable[Script] = ()) -> Finding:
    """Return the one finding there is, of `code`."""
    found = found_in(*texts, lists=lists, known=known)
    assert [each.code for each in found] == [code], found
    return found[0]


def line_of(text: str, part: str) -> int:
    """Return on which line `part` stands first."""
    return text[: text.index(part)].count("\n") + 1
