"""Reading a pack: all scripts in a folder, with the lists and the words that lie beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reception_assistant.language.words import Phrase, PlainWord
from reception_assistant.library.content import Lists, ScriptFile
from reception_assistant.library.finding import Finding, Places
from reception_assistant.library.lists import Allowed, Mandate, Outcome, Pack, Reason, StopSign
from reception_assistant.library.reading import folder as side
from reception_assistant.library.reading.folder import PackFile, file_alone, files_of
from reception_assistant.library.reading.opening import read_bytes
from reception_assistant.library.reading.persons import read_persons
from reception_assistant.library.reading.refused import RefusedError
from reception_assistant.library.reading.script import read_script
from reception_assistant.library.reading.side_files import read_about, read_list
from reception_assistant.library.reading.words import read_plain_words, read_sentences

_LISTS: Mapping[str, tuple[str, type[Reason | Outcome | Mandate | StopSign | Allowed]]] = {
    side.REASONS: ("reasons", Reason),
    side.OUTCOMES: ("outcomes", Outcome),
    side.MANDATES: ("mandates", Mandate),
    side.STOP_SIGNS: ("stop_signs", StopSign),
    side.ALLOWED: ("allowed", Allowed),
}


class ListsReading(NamedTuple):
    """The lists of a pack, and everything that is wrong with their form."""

    lists: Lists
    findings: list[Finding]


class PackReading(NamedTuple):
    """All that was read of a pack, and everything that is wrong with its form.

    `pack` is None when it does not say what it is; `places` holds the lines of each list by the
    name of its file, an item under its place in `lists`.
    """

    pack: Pack | None
    scripts: list[ScriptFile]
    lists: Lists
    findings: list[Finding]
    words: tuple[PlainWord, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    places: Mapping[str, Places] = {}


def read_pack(path: Path) -> PackReading:
    """Read the pack in a folder, or one file; never raises, whatever is in them."""
    gathered = _Gathered()
    if path.is_dir():
        files, findings = files_of(path)
        gathered.findings += findings
    else:
        files = [file_alone(path)]
    for each in files:
        gathered.take(each)
    return gathered.reading()


def read_lists(folder: Path) -> ListsReading:
    """Read only the lists of the pack in a folder; a list that is not there is empty."""
    gathered = _Gathered()
    files, findings = files_of(folder)
    gathered.findings += (each for each in findings if each.file in side.LISTS)
    for each in files:
        if each.side in side.LISTS:
            gathered.take(each)
    reading = gathered.reading()
    return ListsReading(reading.lists, reading.findings)


class _Gathered:
    """Gathers what the files of a pack hold."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._pack: Pack | None = None
        self._scripts: list[ScriptFile] = []
        self._lists: dict[str, Any] = {}
        self._words: tuple[PlainWord, ...] = ()
        self._phrases: tuple[Phrase, ...] = ()
        self._places: dict[str, Places] = {}
        self._takers: Mapping[str, Callable[[bytes, PackFile], list[Finding]]] = {
            "": self._take_script,
            side.PACK: self._take_about,
            side.PERSONS: self._take_persons,
            side.WORDS: self._take_words,
            side.PHRASES: self._take_phrases,
        }

    def take(self, each: PackFile) -> None:
        """Read one file."""
        try:
            data = read_bytes(each.path)
        except RefusedError as refused:
            self.findings.append(refused.finding(each.name))
            return
        self.findings += self._takers.get(each.side, self._take_list)(data, each)

    def reading(self) -> PackReading:
        """Return all that was gathered, file by file."""
        return PackReading(
            self._pack,
            self._scripts,
            Lists(**self._lists),
            sorted(self.findings, key=lambda finding: (finding.file, finding.line)),
            self._words,
            self._phrases,
            self._places,
        )

    def _take_script(self, data: bytes, each: PackFile) -> list[Finding]:
        script, findings = read_script(data, each.name)
        if script is not None:
            self._scripts.append(script)
        return findings

    def _take_about(self, data: bytes, each: PackFile) -> list[Finding]:
        self._pack, findings = read_about(data, each.name)
        return findings

    def _take_list(self, data: bytes, each: PackFile) -> list[Finding]:
        field, kind = _LISTS[each.side]
        self._lists[field], findings, places = read_list(data, each.name, kind)
        if self._lists[field]:
            self._places[each.name] = places
        return findings

    def _take_persons(self, data: bytes, each: PackFile) -> list[Finding]:
        self._lists["persons"], findings = read_persons(data, each.name)
        return findings

    def _take_words(self, data: bytes, each: PackFile) -> list[Finding]:
        self._words, findings = read_plain_words(data, each.name)
        return findings

    def _take_phrases(self, data: bytes, each: PackFile) -> list[Finding]:
        self._phrases, findings = read_sentences(data, each.name)
        return findings
