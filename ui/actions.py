"""Everything that a key or a menu can do, in one table."""

from enum import StrEnum
from typing import NamedTuple

from reception_assistant.i18n import N_, _


class Do(StrEnum):
    """The actions, by id."""

    ARRIVED = "visit.arrived"
    TAKEN_IN = "visit.taken_in"
    LEFT = "visit.left"
    NO_SHOW = "visit.no_show"
    UNDO = "visit.undo"
    SEARCH = "search"
    PRIVACY = "privacy"
    EDIT_PERSON = "person.edit"
    ADD_PERSON = "person.add"
    ADD_APPOINTMENT = "appointment.add"
    CHANGE_APPOINTMENT = "appointment.change"
    CANCEL_APPOINTMENT = "appointment.cancel"
    DAY_BEFORE = "day.before"
    DAY_AFTER = "day.after"
    TODAY = "day.today"
    IMPORT = "agenda.import"
    DESK = "screen.desk"
    SETTINGS = "screen.settings"
    LARGER = "text.larger"
    SMALLER = "text.smaller"
    LATE = "practitioner.late"
    PLAIN_WORDS = "words"
    HELP = "help"
    WELCOME = "welcome"
    CALL = "call.start"
    CALL_PERSON = "call.start_person"
    CALM = "call.calm"
    BOUNDARY = "call.boundary"
    HAND_OVER = "call.hand_over"
    PARK = "call.park"
    FINISH = "call.finish"
    NEXT_CALL = "call.next"
    PHONE = "screen.phone"
    KEY_POINT = "call.key_point"
    CALLER = "call.caller"
    REASON = "call.reason"
    MOOD = "call.mood"
    NOTE = "call.note"
    UNKNOWN = "call.unknown"
    NEXT_PART = "call.next_part"
    BETTER_WORD = "note.better_word"
    FOLLOW_UPS = "screen.follow_ups"
    COMPLAINTS = "screen.complaints"
    COMPLAIN = "complaint.begin"
    PROMISE = "promise.add"
    NEW_PROMISE = "follow_up.add"
    SHEET = "follow_up.sheet"
    DONE = "follow_up.done"
    NOT_REACHED = "follow_up.not_reached"
    ANSWERED = "follow_up.answered"
    TO_COLLEAGUE = "follow_up.to_colleague"
    NOT_NEEDED = "follow_up.not_needed"
    CHANGE_PROMISE = "follow_up.change"
    TELL = "register.add"
    FIND_COMPLAINT = "register.find"
    STEP_ON = "register.step_on"
    STEP_BACK = "register.step_back"
    PRINT = "paper.print"
    SAVE_PDF = "paper.save_pdf"
    SAVE_TABLE = "paper.save_table"
    COPY_TEXT = "paper.copy_text"
    OVERVIEW = "paper.overview"
    FEEDBACK_CARD = "paper.feedback_card"


class Action(NamedTuple):
    """One action: its words, its key, its icon, and whether the key works on every screen.

    Keys of one screen stand here too, so that the help knows them; two screens may use the same.
    """

    id: Do
    text: str
    shortcut: str = ""
    icon: str = ""
    everywhere: bool = True


TABLE = (
    Action(Do.ARRIVED, N_("Aangemeld"), "Return", "check", everywhere=False),
    Action(Do.TAKEN_IN, N_("Naar binnen"), "F3", "sign_in"),
    Action(Do.LEFT, N_("Vertrokken"), "F4", "sign_out"),
    Action(Do.NO_SHOW, N_("Niet gekomen"), "Shift+F4", "close"),
    Action(Do.UNDO, N_("Ongedaan maken"), "Ctrl+Z", "undo"),
    Action(Do.SEARCH, N_("Zoek iemand"), "Ctrl+K", "search"),
    Action(Do.PRIVACY, N_("Scherm afschermen"), "Ctrl+Shift+L", "privacy"),
    Action(Do.EDIT_PERSON, N_("Gegevens verbeteren"), "Ctrl+E", "edit"),
    Action(Do.ADD_PERSON, N_("Nieuwe persoon"), "Ctrl+Shift+N", "person"),
    Action(Do.ADD_APPOINTMENT, N_("Nieuwe afspraak"), "Ctrl+N", "add"),
    Action(Do.CHANGE_APPOINTMENT, N_("Verzetten"), "Ctrl+Shift+E", "calendar"),
    Action(Do.CANCEL_APPOINTMENT, N_("Afzeggen"), "Ctrl+Del", "close"),
    Action(Do.DAY_BEFORE, N_("Een dag terug"), "Ctrl+PgUp", "back"),
    Action(Do.DAY_AFTER, N_("Een dag verder"), "Ctrl+PgDown", "forward"),
    Action(Do.TODAY, N_("Naar vandaag"), "Ctrl+Home", "calendar"),
    Action(Do.IMPORT, N_("Agenda inlezen"), "Ctrl+O", "import"),
    Action(Do.DESK, N_("Naar de balie"), "Ctrl+1", "desk"),
    Action(Do.SETTINGS, N_("Instellingen"), "Ctrl+,", "settings"),
    Action(Do.LARGER, N_("Letters groter"), "Ctrl++", "add"),
    Action(Do.SMALLER, N_("Letters kleiner"), "Ctrl+-", "remove"),
    Action(Do.LATE, N_("Loopt uit"), "Ctrl+T", "clock"),
    Action(Do.PLAIN_WORDS, N_("Gewone taal"), "Ctrl+J", "text"),
    Action(Do.HELP, N_("Uitleg"), "F1", "help"),
    Action(Do.WELCOME, N_("De eerste vragen"), "", "idea", everywhere=False),
    Action(Do.CALL, N_("Gesprek starten"), "F5", "call_start"),
    Action(Do.CALL_PERSON, N_("Gesprek met deze persoon"), "Shift+F5", "call_start"),
    Action(Do.CALM, N_("Kalmeren in 7 stappen"), "F8", "calm"),
    Action(Do.BOUNDARY, N_("Grens aangeven"), "Shift+F8", "boundary"),
    Action(Do.HAND_OVER, N_("Direct overdragen"), "F9", "hand_over"),
    Action(Do.PARK, N_("Parkeren"), "F7", "call_park", everywhere=False),
    Action(Do.FINISH, N_("Gesprek afronden"), "Ctrl+Return", "call_end", everywhere=False),
    Action(Do.NEXT_CALL, N_("Volgend gesprek"), "Ctrl+Tab", "call_resume", everywhere=False),
    Action(Do.PHONE, N_("Naar de telefoon"), "Ctrl+2", "phone"),
    Action(Do.KEY_POINT, N_("Kernpunt groot"), "Ctrl+Shift+K", "large_text", everywhere=False),
    Action(Do.CALLER, N_("Naar de beller"), "Alt+B", "person", everywhere=False),
    Action(Do.REASON, N_("Naar de reden"), "Alt+R", "question", everywhere=False),
    Action(Do.MOOD, N_("Naar hoe de beller klinkt"), "Alt+K", "mood", everywhere=False),
    Action(Do.NOTE, N_("Naar de notitie"), "Alt+N", "note", everywhere=False),
    Action(Do.UNKNOWN, N_("Beller onbekend"), "Alt+O", "unknown", everywhere=False),
    Action(Do.NEXT_PART, N_("Volgende deel"), "F6", "forward", everywhere=False),
    Action(Do.FOLLOW_UPS, N_("Naar de opvolging"), "Ctrl+3", "follow_ups"),
    Action(Do.COMPLAINTS, N_("Naar de klachten"), "Ctrl+4", "complaints"),
    Action(Do.COMPLAIN, N_("Klacht of feedback noteren"), "Ctrl+Shift+M", "complaints"),
    Action(Do.PROMISE, N_("Iets beloven"), "Ctrl+Shift+B", "follow_ups"),
    Action(Do.NEW_PROMISE, N_("Nieuwe belofte"), "Ctrl+N", "add", everywhere=False),
    Action(Do.SHEET, N_("Overdracht afdrukken"), "Ctrl+P", "print", everywhere=False),
    Action(Do.DONE, N_("Afgerond"), "Ctrl+Return", "check", everywhere=False),
    Action(Do.NOT_REACHED, N_("Niet bereikt"), "Alt+B", "call_end", everywhere=False),
    Action(Do.ANSWERED, N_("Antwoord gekregen"), "Alt+A", "note", everywhere=False),
    Action(Do.TO_COLLEAGUE, N_("Overdragen"), "Alt+O", "hand_over", everywhere=False),
    Action(Do.NOT_NEEDED, N_("Niet meer nodig"), "Alt+X", "close", everywhere=False),
    Action(Do.CHANGE_PROMISE, N_("Wijzigen"), "Ctrl+E", "edit", everywhere=False),
    Action(Do.TELL, N_("Klacht of feedback noteren"), "Ctrl+N", "add", everywhere=False),
    Action(Do.FIND_COMPLAINT, N_("Zoeken in de lijst"), "Ctrl+F", "search", everywhere=False),
    Action(Do.STEP_ON, N_("Verder"), "Ctrl+Return", "forward", everywhere=False),
    Action(Do.STEP_BACK, N_("Vorige stap"), "Alt+Left", "back", everywhere=False),
    Action(Do.PRINT, N_("Afdrukken"), "Ctrl+P", "print", everywhere=False),
    Action(Do.SAVE_PDF, N_("Bewaar als PDF"), "Ctrl+S", "save", everywhere=False),
    Action(Do.SAVE_TABLE, N_("Bewaar als rekenblad"), "Ctrl+Shift+S", "export", everywhere=False),
    Action(Do.COPY_TEXT, N_("Kopieer de tekst"), "Ctrl+Shift+C", "copy", everywhere=False),
    Action(Do.OVERVIEW, N_("Jaaroverzicht van klachten"), "", "complaints", everywhere=False),
    Action(Do.FEEDBACK_CARD, N_("Kaartje voor feedback"), "", "note", everywhere=False),
    Action(Do.BETTER_WORD, N_("Beter woord"), "Ctrl+.", "text", everywhere=False),
)
BY_ID = {action.id: action for action in TABLE}

# How the keys are called on a Dutch keyboard, longest first.
_KEYS = (
    ("Return", N_("Enter")),
    ("PgDown", N_("PgDn")),
    ("Shift", N_("Shift")),
    ("Left", N_("←")),
    ("Ctrl", N_("Ctrl")),
)


def key_text(what: Do) -> str:
    """Return the key of an action as it stands on the keyboard."""
    text = BY_ID[what].shortcut
    for code, name in _KEYS:
        text = text.replace(code, _(name))
    return text


def words(what: Do) -> str:
    """Return the words of an action."""
    return _(BY_ID[what].text)


def button_words(what: Do) -> str:
    """Return the words of an action with its key, as they stand on a button."""
    return f"{words(what)}   {key_text(what)}"
