"""Which page of the help belongs to which screen, and which keys stand on it."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.i18n import N_, _
from ui.actions import TABLE, Do, key_text, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PageName(StrEnum):
    """The pages, by the name of their file in `resources/help`, in the order of the list."""

    DESK = "balie"
    CUES = "aandachtspunten"
    PHONE = "telefoon"
    CALM = "kalmeren"
    NOTE = "notitie"
    FINISH = "afronden"
    FOLLOW_UPS = "opvolging"
    COMPLAINTS = "klachten"
    PAPER = "papier"
    PERSON = "persoon"
    APPOINTMENT = "afspraak"
    SEARCH = "zoeken"
    PLAIN_WORDS = "gewone-taal"
    PRIVACY = "afschermen"
    IMPORT = "agenda-inlezen"
    SETTINGS = "instellingen"
    FIRST_TIME = "eerste-keer"
    KEYS = "sneltoetsen"


class Key(NamedTuple):
    """A key as it stands on the keyboard, and what it does."""

    text: str
    words: str


class KeyGroup(NamedTuple):
    """Keys that belong together, with what stands above them."""

    title: str
    keys: tuple[Key, ...]


class _Other(NamedTuple):
    """A key that is no action of the table, because it belongs to a list, a field or a form."""

    text: str
    words: str


_WALK = _Other(N_("Pijltjes"), N_("Door de lijst lopen"))
_NEXT_FIELD = _Other(N_("Tab"), N_("Naar het volgende veld"))
_KEEP = _Other(N_("Ctrl+Enter"), N_("Bewaren"))
_READ = _Other(N_("Ctrl+Enter"), N_("Inlezen zoals gekozen"))
_CHOOSE = _Other(N_("Enter"), N_("Kiezen"))
_COPY = _Other(N_("Enter"), N_("De gewone woorden kopiëren"))
_LEAVE = _Other(N_("Esc"), N_("Terug"))
_CALL_FOUND = _Other(N_("Shift+Enter"), N_("Gesprek met wie u vond"))
_ANSWER = _Other(N_("1 tot 9"), N_("Een antwoord kiezen"))
_ON = _Other(N_("Enter"), N_("Verder in het script"))
_BACK = _Other(N_("Backspace"), N_("Een stap terug"))
_ANSWER_TYPING = _Other(N_("Alt+1 tot 9"), N_("Een antwoord kiezen terwijl u typt"))
_BACK_TYPING = _Other(N_("Alt+←"), N_("Een stap terug terwijl u typt"))
_TO_SCRIPT = _Other(N_("Esc"), N_("Terug naar het script"))
_WHERE_IT_WAS = _Other(N_("Esc"), N_("Terug naar waar u was"))
_INTO_NOTE = _Other(N_("Enter"), N_("Gewone woorden in de notitie zetten"))
_OUTCOME = _Other(N_("1 tot 9"), N_("Kiezen hoe het afliep"))
_WRITE_DOWN = _Other(N_("Enter"), N_("Gesprek bewaren"))
_CALL_BACK = _Other(N_("Enter"), N_("Bellen met wie u koos"))
_OPEN_COMPLAINT = _Other(N_("Enter"), N_("Verder bij de stap waar u was"))
_OUT_OF_FORM = _Other(N_("Esc"), N_("Uit het formulier"))
_FROM_PAPER = _Other(N_("Esc"), N_("Terug naar waar u vandaan kwam"))
_TO_LIST = _Other(N_("Esc"), N_("Terug naar de lijst"))

_Line = Do | _Other

_VISITS: tuple[_Line, ...] = (
    *(_WALK, Do.ARRIVED, Do.TAKEN_IN, Do.LEFT, Do.NO_SHOW, Do.UNDO, Do.LATE),
)
_APPOINTMENTS: tuple[_Line, ...] = (
    *(Do.ADD_APPOINTMENT, Do.CHANGE_APPOINTMENT, Do.CANCEL_APPOINTMENT),
)
_PEOPLE: tuple[_Line, ...] = (Do.EDIT_PERSON, Do.ADD_PERSON)
_DAYS: tuple[_Line, ...] = (Do.DAY_BEFORE, Do.DAY_AFTER, Do.TODAY)
_BEGIN: tuple[_Line, ...] = (Do.CALL, Do.CALL_PERSON, Do.PHONE)
_WHO: tuple[_Line, ...] = (Do.CALLER, Do.UNKNOWN, Do.REASON, Do.MOOD)
_SCRIPT: tuple[_Line, ...] = (*(_ANSWER, _ON, _BACK, _ANSWER_TYPING, _BACK_TYPING, Do.KEY_POINT),)
_HEATED: tuple[_Line, ...] = (Do.CALM, Do.BOUNDARY, Do.HAND_OVER)
_WAITING: tuple[_Line, ...] = (Do.PARK, Do.NEXT_CALL)
_ASKED: tuple[_Line, ...] = (Do.COMPLAIN, Do.PROMISE)
_PROMISED: tuple[_Line, ...] = (
    *(Do.NEW_PROMISE, Do.CHANGE_PROMISE, Do.DONE, Do.NOT_REACHED, Do.ANSWERED),
    *(Do.TO_COLLEAGUE, Do.NOT_NEEDED, Do.SHEET),
)
_COMPLAINED: tuple[_Line, ...] = (Do.TELL, Do.FIND_COMPLAINT, Do.STEP_ON, Do.STEP_BACK)
_ON_PAPER: tuple[_Line, ...] = (Do.PRINT, Do.SAVE_PDF, Do.SAVE_TABLE, Do.COPY_TEXT)
_FORM: tuple[_Line, ...] = (_NEXT_FIELD, _KEEP, _LEAVE)
_TEXT: tuple[_Line, ...] = (Do.LARGER, Do.SMALLER)

_ON_PAGE: dict[PageName, tuple[_Line, ...]] = {
    PageName.DESK: (
        *(*_VISITS, Do.CALL, Do.CALL_PERSON, Do.CALM),
        *(Do.SEARCH, Do.PLAIN_WORDS, Do.EDIT_PERSON, *_APPOINTMENTS, *_DAYS, Do.PRIVACY),
    ),
    PageName.CUES: (Do.LATE, Do.EDIT_PERSON),
    PageName.PHONE: (*_BEGIN, *_WHO, *_SCRIPT, _TO_SCRIPT),
    PageName.CALM: (*_HEATED, _WHERE_IT_WAS, Do.COMPLAIN),
    PageName.NOTE: (
        *(Do.NOTE, Do.BETTER_WORD, Do.PLAIN_WORDS, _INTO_NOTE, _TO_SCRIPT, Do.NEXT_PART),
    ),
    PageName.FINISH: (Do.FINISH, _OUTCOME, _WRITE_DOWN, _TO_SCRIPT, *_WAITING, Do.CALL, Do.PHONE),
    PageName.FOLLOW_UPS: (
        *(Do.FOLLOW_UPS, Do.PROMISE, _WALK, _CALL_BACK, Do.CALL_PERSON, *_PROMISED),
        *(_OUT_OF_FORM, Do.NEXT_PART),
    ),
    PageName.COMPLAINTS: (
        *(Do.COMPLAINTS, Do.COMPLAIN, _WALK, _OPEN_COMPLAINT, *_COMPLAINED),
        *(Do.BOUNDARY, Do.BETTER_WORD, _TO_LIST, Do.NEXT_PART),
    ),
    PageName.PAPER: (*_ON_PAPER, _FROM_PAPER),
    PageName.PERSON: (*_PEOPLE, *_FORM),
    PageName.APPOINTMENT: (*_APPOINTMENTS, *_FORM),
    PageName.SEARCH: (Do.SEARCH, _WALK, _CHOOSE, _CALL_FOUND, _LEAVE),
    PageName.PLAIN_WORDS: (Do.PLAIN_WORDS, _COPY, _LEAVE),
    PageName.PRIVACY: (Do.PRIVACY, Do.EDIT_PERSON),
    PageName.IMPORT: (Do.IMPORT, Do.SETTINGS, _NEXT_FIELD, _READ, _LEAVE),
    PageName.SETTINGS: (Do.SETTINGS, Do.DESK, *_TEXT, _NEXT_FIELD, _LEAVE),
    PageName.FIRST_TIME: (Do.HELP, Do.IMPORT, Do.SETTINGS, _NEXT_FIELD, _LEAVE),
}
_EVERYTHING: tuple[tuple[str, tuple[_Line, ...]], ...] = (
    (N_("Wie er komt en gaat"), _VISITS),
    (N_("Een gesprek beginnen"), (*_BEGIN, _CALL_FOUND)),
    (
        N_("Tijdens een gesprek"),
        (*_WHO, *_SCRIPT, _TO_SCRIPT, Do.NOTE, Do.BETTER_WORD, Do.NEXT_PART, Do.FINISH, *_WAITING),
    ),
    (N_("Als het moeilijk wordt"), (*_HEATED, _WHERE_IT_WAS)),
    (N_("Na een gesprek"), (*_ASKED, Do.FOLLOW_UPS, Do.COMPLAINTS)),
    (N_("Op het scherm Opvolging"), (_CALL_BACK, *_PROMISED)),
    (N_("Op het scherm Klachten"), (_OPEN_COMPLAINT, *_COMPLAINED)),
    (N_("Op papier"), _ON_PAPER),
    (N_("Mensen en afspraken"), (Do.SEARCH, *_PEOPLE, *_APPOINTMENTS)),
    (N_("Een andere dag"), _DAYS),
    (N_("In een formulier"), _FORM),
)
_REST = N_("Overal")
_HERE = N_("Toetsen")

_OF_PART = {
    "front_desk": PageName.DESK,
    "call": PageName.PHONE,
    "calls": PageName.FINISH,
    "stop": PageName.CALM,
    "note.panel": PageName.NOTE,
    "words.panel": PageName.NOTE,
    "finish": PageName.FINISH,
    "follow_ups": PageName.FOLLOW_UPS,
    "complaints": PageName.COMPLAINTS,
    "paper": PageName.PAPER,
    "settings": PageName.SETTINGS,
    "welcome": PageName.FIRST_TIME,
    "words": PageName.PLAIN_WORDS,
    "person_editor": PageName.PERSON,
    "appointment_editor": PageName.APPOINTMENT,
    "search": PageName.SEARCH,
    "assistant": PageName.IMPORT,
    "sources": PageName.IMPORT,
}
"""The page of a part of a screen, by the name of its widget."""


def page_for(screen: str) -> PageName:
    """Return the page of a screen; one without a page of its own gets the list of all keys."""
    try:
        return PageName(screen)
    except ValueError:
        return PageName.KEYS


def page_at(widget: "QWidget | None", screen: str = "") -> PageName:
    """Return the page of the part of a screen that holds `widget`, or else of the `screen`."""
    while widget is not None:
        if widget.objectName() in _OF_PART:
            return _OF_PART[widget.objectName()]
        widget = widget.parentWidget()
    return page_for(screen)


def actions_of(page: PageName) -> tuple[Do, ...]:
    """Return the actions whose keys stand on a page."""
    if page is PageName.KEYS:
        return tuple(action.id for action in TABLE if action.shortcut)
    return tuple(each for each in _ON_PAGE[page] if isinstance(each, Do))


def keys_of(page: PageName) -> tuple[KeyGroup, ...]:
    """Return the keys of a page, as they are in the table of actions now."""
    if page is not PageName.KEYS:
        return (_group(_HERE, _ON_PAGE[page]),)
    named = {each for _title, lines in _EVERYTHING for each in lines}
    rest = tuple(each for each in actions_of(page) if each not in named)
    return tuple(_group(title, lines) for title, lines in (*_EVERYTHING, (_REST, rest)))


def _group(title: str, lines: tuple[_Line, ...]) -> KeyGroup:
    return KeyGroup(_(title), tuple(map(_key, lines)))


def _key(line: _Line) -> Key:
    if isinstance(line, _Other):
        return Key(_(line.text), _(line.words))
    return Key(key_text(line), words(line))
