"""Opening and closing the help, and going from page to page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from ui.help.pages import PageName, page_for
from ui.help.panel import HelpPanel
from ui.help.text import Page, read_pages
from ui.tasks import Runners


class HelpWork(QObject):
    """Shows the help for the screen one is on, beside that screen.

    `current_page` says which page belongs to what is shown now; `over` is the part of `main` that
    the help lies over, and all of it where none is given.
    """

    def __init__(
        self,
        runners: Runners,
        main: QWidget,
        current_page: Callable[[], str],
        over: QWidget | None = None,
    ) -> None:
        super().__init__(main)
        self._runners, self._main, self._over = runners, main, over or main
        self._current_page = current_page
        self._pages: dict[PageName, Page] = {}
        self._panel: HelpPanel | None = None
        self._wanted = False
        self._had_focus: QWidget | None = None

    def is_open(self) -> bool:
        """Tell whether the help is open."""
        return self._panel is not None

    @Slot()
    def toggle(self) -> None:
        """Open the help at the page of this screen, or close it."""
        if self._panel is not None:
            self.close()
        elif self._pages:
            self._open()
        else:
            self._wanted = not self._wanted
            if self._wanted:
                self._runners.files.run(read_pages, self._on_read, self._on_unread)

    @Slot()
    def close(self) -> None:
        """Close the help, and give the keys back to where they were."""
        if self._panel is None:
            return
        panel, self._panel = self._panel, None
        before, self._had_focus = self._had_focus, None
        focus = QApplication.focusWidget()
        if focus is not None and panel.isAncestorOf(focus):
            back = before if before is not None and isValid(before) else self._main
            (back if back.isVisible() else self._screen()).setFocus()
        panel.hide()
        panel.deleteLater()

    def _screen(self) -> QWidget:
        """Return what had the keys last on the screen that is shown now."""
        over = self._over
        screen = over.currentWidget() if isinstance(over, QStackedWidget) else None
        before: QWidget | None = screen.focusWidget() if screen is not None else None
        return before or screen or self._main

    @Slot()
    def follow(self) -> None:
        """Show the page of another screen that was just opened, when the help is open."""
        if self._panel is not None:
            self._show(self._current_page())

    def _open(self) -> None:
        self._had_focus = QApplication.focusWidget()
        self._panel = HelpPanel(self._over, self._main)
        self._panel.left.connect(self.close)
        self._panel.page_requested.connect(self._on_page_requested)
        self._on_page_requested(self._current_page())

    @Slot(str)
    def _on_page_requested(self, name: str) -> None:
        self._show(name)
        if self._panel is not None:
            self._panel.take_keys()

    def _show(self, name: str) -> None:
        if self._panel is not None:
            page = self._pages[page_for(name)]
            others = (each for each in self._pages.values() if each is not page)
            self._panel.show_page(page, others)

    def _on_read(self, pages: dict[PageName, Page]) -> None:
        self._pages = pages
        wanted, self._wanted = self._wanted, False
        if wanted:
            self._open()

    def _on_unread(self, error: Exception) -> None:
        self._wanted = False
        raise error
