"""Looking into JSON that may hold anything: what has another form than it should is left out."""

from collections.abc import Callable
from datetime import date

from reception_assistant.agenda.readers.cells import tidy, tidy_lines, visible
from reception_assistant.i18n import _

Fields = dict[str, object]
Note = Callable[[str], None]
"""Hears a remark that goes on after its place, so without a capital."""

TWICE = "\0twice"
"""The key that is added to an object in which a key stands more than once."""


class Part:
    """A JSON object that is looked into by the names that FHIR gives its parts.

    What is missing is empty; what is there in a form that it cannot have is empty too, and noted.
    The names come from our own code, so that they may stand in a remark.
    """

    __slots__ = ("_fields", "_note")

    def __init__(self, fields: Fields, note: Note) -> None:
        self._fields = fields
        self._note = note
        if TWICE in fields:
            note(_("hier staat een onderdeel twee keer; alleen het laatste is gelezen."))

    def __bool__(self) -> bool:
        return bool(self._fields)

    def value(self, name: str) -> object:
        """Return whatever stands under `name`."""
        return self._fields.get(name)

    def text(self, name: str) -> str:
        """Return a text on one line, made clean; a whole number counts as text."""
        return self._cleaned(self._fields.get(name), name, tidy)

    def lines(self, name: str) -> str:
        """Return a text that may have several lines, made clean."""
        return self._cleaned(self._fields.get(name), name, tidy_lines)

    def texts(self, name: str) -> list[str]:
        """Return the texts of a list; what is null there is empty, so that places are kept."""
        found = self._fields.get(name)
        items = found if isinstance(found, list) else [found]
        return [self._cleaned(item, name, tidy) for item in items]

    def number(self, name: str) -> int | None:
        """Return a whole number, also one that stands between quotes."""
        found = self._fields.get(name)
        if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) <= 9:  # noqa: PLR2004
            return int(found)
        if isinstance(found, int) and not isinstance(found, bool):
            return found
        if isinstance(found, float) and found.is_integer():
            return int(found)
        if found is not None:
            self._odd(name)
        return None

    def flag(self, name: str) -> bool:
        """Return whether something is said to be so."""
        found = self._fields.get(name)
        if found in ("true", "false"):
            return found == "true"
        if found is not None and not isinstance(found, bool):
            self._odd(name)
        return found is True

    def part(self, name: str) -> "Part":
        """Return the object under `name`."""
        found = self._fields.get(name)
        if isinstance(found, dict):
            return Part(found, self._note)
        if found is not None:
            self._odd(name)
        return Part({}, self._note)

    def parts(self, name: str) -> list["Part"]:
        """Return the objects in the list under `name`; one object without a list counts too."""
        return [part for part in self.places(name) if part]

    def places(self, name: str) -> list["Part"]:
        """Return the objects in a list like `parts`, with an empty one for each null."""
        return [Part(fields, self._note) for fields in self.objects(name, keep_null=True)]

    def objects(self, name: str, *, keep_null: bool = False) -> list[Fields]:
        """Return the bare objects in the list under `name`."""
        found = self._fields.get(name)
        objects: list[Fields] = []
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict):
                objects.append(item)
            elif item is not None:
                self._odd(name)
            elif keep_null:
                objects.append({})
        return objects

    def _cleaned(self, found: object, name: str, tidied: Callable[[str], str]) -> str:
        if isinstance(found, str):
            if found.isascii() and found.isprintable():  # as nearly every text is
                return " ".join(found.split()) if " " in found else found
            return tidied(visible(self._whole(found)))
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
        if found is not None:
            self._odd(name)
        return ""

    def _whole(self, text: str) -> str:
        # JSON can write half of a letter (\ud800), which no file and no screen can hold.
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            self._note(_("sommige letters zijn beschadigd; daar staat nu �."))
            return "".join("�" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
        return text

    def _odd(self, name: str) -> None:
        self._note(
            _("“{name}” heeft een vorm die Balie niet kent; dat is overgeslagen.").format(name=name)
        )


def is_part(value: object) -> bool:
    """Tell whether `value` is a resource: an object that says of which type it is."""
    return isinstance(value, dict) and isinstance(value.get("resourceType"), str)


def extension(part: Part, name: str) -> Part:
    """Return the extension whose address ends in `name`, or an empty part."""
    for each in part.parts("extension"):
        if each.text("url").rpartition("/")[2] == name:
            return each
    return Part({}, unheard)


def code_in(found: Part) -> str:
    """Return the code that an extension holds, in whichever of its forms."""
    code = found.text("valueCode") or found.text("valueString")
    if code:
        return code
    coding = found.part("valueCoding").text("code")
    return coding or next(iter(codes(found.part("valueCodeableConcept"))), "")


def codes(concept: Part) -> list[str]:
    """Return the codes of a concept."""
    return [code for coding in concept.parts("coding") if (code := coding.text("code"))]


def words(concept: Part) -> str:
    """Return a concept in words: its text, or else what a code is shown as."""
    text = concept.text("text")
    if text:
        return text
    shown = (coding.text("display") for coding in concept.parts("coding"))
    return next(filter(None, shown), "")


def is_current(period: Part, today: date) -> bool:
    """Tell whether `today` lies in a period, whose days may be told as a month or a year."""
    day = today.isoformat()
    first, last = period.text("start")[: len(day)], period.text("end")[: len(day)]
    return first <= day[: len(first)] and (not last or last >= day[: len(last)])


def unheard(_text: str) -> None:
    """Take the place of a note about nothing."""
