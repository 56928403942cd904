"""What the window gets after its first paint: banner, privacy screen, card, keys and icons."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from reception_assistant.desk.opening import Desk
from reception_assistant.language.lookup import Answer
from ui.actions import Do
from ui.aftercare import Aftercare
from ui.ask import Ask
from ui.changes import ChangeBridge
from ui.first_start import FirstStart
from ui.front_desk.work import DeskWork
from ui.heartbeat import Heartbeat
from ui.help.pages import page_at
from ui.help.work import HelpWork
from ui.keys import Handlers, give_keys
from ui.look_choice import LookChoice
from ui.main_window import MainWindow, Parts
from ui.plain_words.work import PlainWordsWork, selected_text
from ui.searching import Searching
from ui.settings.work import SettingsWork
from ui.sitting import Sitting
from ui.sources.dropping import FileDrop
from ui.sources.following import Following
from ui.sources.importing import Importing
from ui.sources.work import SourcesWork
from ui.tasks import Runners
from ui.telephone import Telephone
from ui.text_keys import TextKeys
from ui.theme.icons import Icons
from ui.theme.look import Appearance
from ui.widgets.banner import Banner
from ui.widgets.privacy import PrivacyScreen
from ui.widgets.rail import Place


def complete(
    window: MainWindow,
    desk: Desk,
    runners: Runners,
    appearance: Appearance,
    ask: Ask,
    changes: ChangeBridge,
) -> None:
    """Make what the first paint did not need, and give it to `window`."""
    banner, icons = Banner(), Icons(appearance)
    for place in (window.rail, window.header, window.front_desk.panel.view):
        place.take_icons(icons)
    sitting = Sitting(desk, runners, banner, ask, window.header, window.first, window.front_desk)
    by = sitting.by
    importing = Importing(desk, runners, banner, ask, by, parent=window)
    sources = SourcesWork(desk, runners, banner, ask, by, importing)
    look_up = partial(_look_up, desk)
    work = DeskWork(window.front_desk, desk, runners, banner, appearance, by)
    telephone = Telephone(desk, runners, banner, by, parent=window)
    parts = Parts(
        runners=runners,
        changes=changes,
        sitting=sitting,
        banner=banner,
        privacy=PrivacyScreen(),
        work=work,
        sources=sources,
        settings=SettingsWork(desk, runners, banner, by, sources.screen),
        help=HelpWork(runners, window.main, partial(_help_page, window), window.screens),
        plain_words=PlainWordsWork(look_up, runners, banner, window.main, window.header),
        first_start=FirstStart(desk, runners, banner, by, icons, sources, window),
        searching=Searching(desk, runners, banner, window.header, work),
        telephone=telephone,
        aftercare=Aftercare(desk, runners, banner, by, appearance, telephone, ask),
        heart=Heartbeat(desk, runners, changes, parent=window),
    )
    window.settle(parts)
    Following(desk, runners, banner, by, parent=window)
    looks = LookChoice(desk, runners, banner, by, appearance, parent=window)
    _connect(window, parts, looks, icons)
    give_keys(window, icons, looks, _everywhere(window, parts))
    parts.telephone.get_ready()


def _connect(window: MainWindow, parts: Parts, looks: LookChoice, icons: Icons) -> None:
    """Let the parts hear of one another."""
    importing = parts.sources.importing
    parts.settings.theme_chosen.connect(looks.wear)
    parts.settings.size_chosen.connect(looks.resize)
    window.screens.currentChanged.connect(lambda _number: parts.help.follow())
    window.went_elsewhere.connect(parts.plain_words.close)
    window.main.installEventFilter(TextKeys(window))
    FileDrop(window.main).dropped.connect(importing.open)
    window.closed.connect(importing.stop)
    window.closed.connect(parts.telephone.flush)
    window.closed.connect(parts.aftercare.flush)
    parts.searching.call_requested.connect(parts.telephone.start_with)
    parts.telephone.left.connect(parts.work.marking.rest_a_moment)
    parts.telephone.left.connect(partial(_leave_telephone, window, parts))
    parts.telephone.complaint_requested.connect(partial(parts.aftercare.complain, at_desk=False))
    parts.work.script_requested.connect(parts.telephone.start_at_desk)
    window.header.offer_call(parts.telephone.start, icons)


def _everywhere(window: MainWindow, parts: Parts) -> Handlers:
    """Return what can be done on every screen."""
    return {
        Do.SEARCH: window.header.open_search,
        Do.PRIVACY: window.hide_names,
        Do.IMPORT: parts.sources.choose_file,
        Do.DESK: window.open_desk,
        Do.SETTINGS: window.open_settings,
        Do.PLAIN_WORDS: partial(_open_plain_words, window, parts),
        Do.HELP: parts.help.toggle,
        Do.WELCOME: parts.first_start.ask,
        **_of_conversations(window, parts),
    }


def _open_plain_words(window: MainWindow, parts: Parts) -> None:
    """Open the plain words: beside the note where there is one, over the screen elsewhere."""
    telephone = parts.telephone
    if telephone.is_on(window.screens.currentWidget()) and telephone.work().is_talking:
        telephone.work().going.look_up(selected_text(QApplication.focusWidget()))
    else:
        parts.plain_words.open()


def _leave_telephone(window: MainWindow, parts: Parts) -> None:
    """Go back to what somebody was called for, or else to the desk."""
    if not parts.aftercare.come_back():
        window.show_desk()


def _of_conversations(window: MainWindow, parts: Parts) -> Handlers:
    """Return what can be done with conversations, and after them, on every screen."""
    telephone, aftercare = parts.telephone, parts.aftercare

    def at_desk() -> bool:
        return window.screens.currentWidget() is window.front_desk

    def call_shown() -> None:
        if aftercare.calls_shown(window.screens.currentWidget()):
            return
        person = window.work.shown_person() if at_desk() else None
        if person is not None:
            telephone.start_with(person.id)
        else:
            telephone.start()

    def promise() -> None:
        person = window.work.shown_person() if at_desk() else None
        aftercare.promise(person)

    return {
        Do.CALL: telephone.start,
        Do.CALL_PERSON: call_shown,
        Do.PHONE: partial(window.go_to, Place.PHONE),
        Do.FOLLOW_UPS: partial(window.go_to, Place.FOLLOW_UPS),
        Do.COMPLAINTS: partial(window.go_to, Place.COMPLAINTS),
        Do.COMPLAIN: lambda: aftercare.complain(at_desk=at_desk()),
        Do.PROMISE: promise,
        Do.SHEET: aftercare.show_hand_over,
        Do.OVERVIEW: aftercare.show_overview,
        Do.FEEDBACK_CARD: aftercare.show_feedback_card,
        Do.CALM: lambda: telephone.calm(at_desk=at_desk()),
        Do.BOUNDARY: lambda: telephone.draw_boundary(at_desk=at_desk()),
        Do.HAND_OVER: lambda: telephone.hand_over(at_desk=at_desk()),
    }


def _help_page(window: MainWindow) -> str:
    """Return which page of the help belongs to where the keys go now."""
    if window.header.search.hasFocus() or window.plain_words.is_open():
        return page_at(QApplication.focusWidget())
    screen = window.screens.currentWidget() or window
    focus: QWidget | None = screen.focusWidget()
    return page_at(focus if focus is not None else screen)


def _look_up(desk: Desk, typed: str) -> list[Answer]:
    """Look a word up; the words are loaded by the thread that reads."""
    return desk.plain_words.look_up(typed)
