"""Every screen in every state, small and large, light and dark: nothing cut off or overlapping."""

import gettext
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.profile import TableChoices
from reception_assistant.agenda.visit import Status
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda import Booked
from reception_assistant.desk.agenda_files import take_file
from reception_assistant.desk.importing import How
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.people import PersonForm
from reception_assistant.errors import KnownError
from reception_assistant.naming.person import NameUse, PersonName, Salutation
from reception_assistant.staff.employee import Role
from tests.helpers.layout import findings
from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, bury, demo_desk, open_window, show
from ui.screenshots import screens
from ui.theme.colors import DARK, HIGH_CONTRAST, LIGHT

SIZES = ((1366, 768), (1024, 700))
LOOKS = (
    (LIGHT, 100),
    (LIGHT, 150),
    (DARK, 100),
    (DARK, 150),
    (HIGH_CONTRAST, 100),
)
LONG = PersonName(
    given_name="Maximiliana Wilhelmina Theodora",
    prefix="van der",
    surname="Boetzelaer van Oosterhout tot Asperen en Langerak",
    name_use=NameUse.PARTNER_OWN,
    partner_prefix="de",
    partner_surname="Heusch de la Zangrye van Nieuwerkerk aan den IJssel",
    salutation=Salutation.MEVROUW,
)
UNKNOWN = PersonName(as_received="Bouwbedrijf Donaudampfschifffahrtsgesellschaft en Zonen t.a.v. J")
ALL_MARKS = frozenset(Mark)
TROUBLE = KnownError(
    "Deze gegevens zijn net door iemand anders veranderd, terwijl u ze aan het verbeteren was.",
    "Er is niets overschreven. Open de gegevens nog eens en kijk ze na voordat u ze bewaart.",
)
EMPTY_DAY = date(2031, 3, 2)


def fill_with_the_rare(desk: Desk) -> None:
    """Add who is seldom seen: endless names, every mark, no appointment, cancelled."""
    at = By(desk.staff.at_the_desk())
    for name, time, remark in (
        (LONG, "09:03", "Komt met de rolstoeltaxi en wil graag bij de deur wachten tot hij er is."),
        (UNKNOWN, "09:07", ""),
        (LONG._replace(given_name="Cornelia"), "09:08", ""),
    ):
        form = PersonForm(
            name=name,
            birth_date=date(1948, 12, 31),
            phone="06 11 22 33 99",
            pronunciation="mak-si-mi-li-AA-na BOET-se-laar",
            marks=ALL_MARKS if name is LONG else frozenset(),
        )
        person = desk.people.add(form, at)
        desk.agenda.add(
            Booked(
                person_id=person,
                start=datetime.fromisoformat(f"{TODAY}T{time}"),
                minutes=20,
                treatment="parodontologische nazorgbehandeling met wortelpuntontsteking",
                practitioner="Van Oosterhout-Hoogeveen",
                animal="Prins Willem-Alexander van de Achterhoek",
                species="Noordelijke witwangdwergooruil",
                marks=ALL_MARKS if name is LONG else frozenset(),
                remark=remark,
            ),
            at,
        )
    form = PersonForm(name=LONG._replace(given_name="Anna", surname="Zonderafspraak"))
    desk.people.add(form, at)
    gone = next(each for each in desk.agenda.day(TODAY, None).visits if each.person.name == UNKNOWN)
    desk.agenda.cancel(gone.id, gone.version, at)


def fill_sources(desk: Desk) -> None:
    """Add a source of which much is not understood, and that is followed but gone."""
    everybody = desk.staff.everybody()
    at = By(next(each for each in everybody if each.role is Role.MANAGER))
    long = "Agenda van de tandartsengroepspraktijk aan de Burgemeester van Heemskercklaan"
    path = desk.folder / f"{long}.csv"
    rows = [f"24-11-2031;{hour}:00;X;612345678" for hour in range(20, 34)]
    path.write_text("\n".join(("Wanneer;tijd;Wie;telefoon", *rows, "")), encoding="utf-8")
    taken = take_file(path)
    columns = {"datum": "Wanneer", "tijd": "tijd", "naam": "Wie", "telefoon": "telefoon"}
    profile = replace(
        desk.assistant.look(taken, ()).profile,
        name=long[:60],
        table=TableChoices(columns=columns),
    )
    kept = desk.profiles.save(profile, at)
    desk.imports.import_taken(taken, at, How(profile=kept))
    desk.sources.watch(str(path), at)
    path.unlink()
    for watch in desk.watching.watches():
        news = desk.watching.look(watch, at_once=True)
        assert news is not None
        desk.watching.read(news, at)


def states(opened: OpenWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """Give how to bring the window to each state, each from the one before."""
    window, work = opened.window, opened.window.work

    def choose(time: str) -> None:
        work.editing.close()
        opened.choose(time)

    def typed(text: str) -> None:
        window.header.open_search()
        opened.search.clear()
        QTest.keyClicks(opened.search, text)

    def leave_search() -> None:
        QTest.keyClick(opened.search, Qt.Key.Key_Escape)

    def without_appointment() -> None:
        leave_search()
        work.show_person(opened.found("zonderafspraak"))

    def again(show_form: Callable[[], None]) -> Callable[[], None]:
        def bring() -> None:
            work.editing.close()
            show_form()

        return bring

    def form_in_trouble(show_form: Callable[[], None]) -> None:
        again(show_form)()
        form = work.editing.form()
        assert form is not None
        form.show_trouble(TROUBLE)

    yield "who is next", lambda: choose("09:10")
    yield "everything to know of somebody", lambda: choose("09:03")
    yield "their data", again(work.edit_person)
    yield "their data in trouble", lambda: form_in_trouble(work.edit_person)
    yield "their appointment", again(work.change_appointment)
    yield "their appointment in trouble", lambda: form_in_trouble(work.change_appointment)
    yield "cancelled and not understood", lambda: choose("09:07")
    yield "data not understood", work.edit_person
    yield "new person", again(work.add_person)
    yield "left already", lambda: choose(_first(opened, Status.LEFT))
    yield "people found", lambda: typed("van")
    yield "nobody found", lambda: typed("qqqq")
    yield "no appointment", without_appointment
    yield "new appointment", work.add_appointment
    yield from _news(opened)
    yield from _other_screens(opened)


def _news(opened: OpenWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    window, work = opened.window, opened.window.work
    yield "news", lambda: window.banner.tell("mevrouw De Vries is aangemeld.", "Ongedaan maken")
    yield "much trouble", lambda: window.banner.trouble(TROUBLE)
    yield "at work", lambda: window.banner.working("De agenda wordt ingelezen.", 0.4, work.reload)
    yield "quiet again", window.banner.clear


def _other_screens(opened: OpenWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    window, work = opened.window, opened.window.work

    def another_day() -> None:
        empty = opened.desk.agenda.day(EMPTY_DAY, None)
        work.show_day(empty, opened.desk.ahead.outlook(empty))

    def assistant_in_trouble() -> None:
        page = window.sources.page()
        assert page is not None
        page.show_trouble(TROUBLE)

    yield "sources", screens(window)["instellingen-agenda"]
    yield "address", window.sources.screen.open_web
    yield "no address", window.sources.screen.close_web
    yield "assistant", screens(window)["assistent-tabel"]
    yield "assistant in trouble", assistant_in_trouble
    yield "at the desk again", screens(window)["balie"]
    yield "nobody in the agenda", another_day
    yield "today again", lambda: work.go_days(0)
    yield from screens(window).items()
    yield "names again", window.hide_names


def _first(opened: OpenWindow, status: Status) -> str:
    return next(f"{each.start:%H:%M}" for each in opened.visits() if each.status is status)


def walk(opened: OpenWindow, sizes: tuple[tuple[int, int], ...]) -> list[str]:
    """Look at every state at every size and return all findings."""
    found = []
    for width, height in sizes:
        opened.window.resize(width, height)
        for name, bring in states(opened):
            bring()
            let_it_settle()
            found += [f"{width}x{height} {name}: {each}" for each in findings(opened.window)]
    return found


def let_it_settle() -> None:
    """Let the layouts have their say, also those that wait for others."""
    bury()
    for _again in range(12):
        QApplication.processEvents()


@pytest.fixture(scope="module")
def rare_made(demo_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo practice with the rare among its people, to be copied."""
    folder = tmp_path_factory.mktemp("rare") / "made"
    with demo_desk(demo_made, folder) as (desk, _clock):
        fill_with_the_rare(desk)
        fill_sources(desk)
    return folder


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_cut_off_or_covered(
    rare_made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot, theme: str, scale: int
) -> None:
    """Whatever the screen, the size and the look: all text can be read, every name is whole."""
    with (
        demo_desk(rare_made, tmp_path / "data") as (desk, clock),
        open_window(qapp, desk, clock, look=(theme, scale)) as opened,
    ):
        show(qtbot, opened)
        found = walk(opened, SIZES)
    assert not found, "\n" + "\n".join(found)


class _Longer(gettext.NullTranslations):
    """A language in which every text is 40 percent longer."""

    def gettext(self, message: str) -> str:
        return _longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return _longer(message)


def _longer(message: str) -> str:
    """Return `message` with words put after it, so that it is 40 percent longer."""
    more = -(-len(message) * 4 // 10)
    filler = " ".join(["plus"] * -(-more // 5))
    return f"{message} {filler}"[: len(message) + max(more, 3)].rstrip() if message else ""


@pytest.fixture
def longer_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reception_assistant.i18n._catalogue", _Longer())


@pytest.mark.usefixtures("longer_language")
@pytest.mark.parametrize("theme", [LIGHT])
def test_a_language_with_longer_words_fits_too(
    rare_made: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot, theme: str
) -> None:
    """A translation that is 40 percent longer needs no other screen."""
    with (
        demo_desk(rare_made, tmp_path / "data") as (desk, clock),
        open_window(qapp, desk, clock, look=(theme, 100)) as opened,
    ):
        show(qtbot, opened)
        found = walk(opened, SIZES[:1])
    assert not found, "\n" + "\n".join(found)
