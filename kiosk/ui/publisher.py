"""Brings what is to be shown onto the window, and takes it away again."""

from __future__ import annotations

from kiosk.session.state import Home, Language, Session
from kiosk.ui.registry import PageModel
from kiosk.ui.shell_view import ShellView
from kiosk.ui.shown import Shown
from kiosk.ui.window import KioskWindow


class Publisher:
    """One page at a time has a view; every other page's model is blank, so nobody's data waits behind a page."""

    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._page: str | None = None
        self._blank: object = None

    def show(self, shown: Shown, shell: ShellView, language: Language) -> None:
        self._window.speaker.use(language)
        self._window.shell.show(shell)
        self._model(shown.page).show(shown.view)
        if shown.page != self._page:
            left, blank = self._page, self._blank
            self._window.show_page(shown.page)
            if left is not None:
                self._model(left).show(blank)
        self._page, self._blank = shown.page, type(shown.view)()

    def forget(self) -> None:
        """A visit is over: what QML has let go of is really gone."""
        self._window.engine.collectGarbage()
        self._window.engine.trimComponentCache()

    def _model(self, page: str) -> PageModel:
        return self._window.models[page]


def is_over(before: Session, after: Session) -> bool:
    """Whether a visit has just ended."""
    return isinstance(after.page, Home) and not isinstance(before.page, Home)
