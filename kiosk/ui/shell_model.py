"""What the window shows on every page, and the keys that every page has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Language
from kiosk.ui.shell_view import ShellView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Something a key has to say, on a sheet over the counter: why it is off, or the telephone number."""

    title: str = ""
    text: str = ""
    number: str = ""


SILENT = Note()


@QmlElement
class ShellModel(QObject):
    changed = Signal()
    pageChanged = Signal()
    noteChanged = Signal()

    touched = Signal()
    homeRequested = Signal()
    languageRequested = Signal(Language)

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = ShellView()
        self._note = SILENT
        self._page_source = QUrl()
        self._page_model: QObject | None = None
        speaker.changed.connect(self.changed)
        speaker.changed.connect(self.closeNote)

    def show(self, view: ShellView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    def go(self, source: QUrl, model: QObject) -> None:
        """Show a page; the same page again changes nothing but its model's own values."""
        if source != self._page_source:
            self._page_source = source
            self._page_model = model
            self.closeNote()
            self.pageChanged.emit()

    def _set_note(self, note: Note) -> None:
        if note != self._note:
            self._note = note
            self.noteChanged.emit()

    @Property(QUrl, notify=pageChanged)
    def pageSource(self) -> QUrl:
        return self._page_source

    @Property(QObject, notify=pageChanged)
    def pageModel(self) -> QObject | None:
        return self._page_model

    @Property(str, notify=changed)
    def siteName(self) -> str:
        return self._say(self._view.site)

    @Property(str, notify=changed)
    def date(self) -> str:
        return self._say(self._view.date)

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._say(self._view.clock)

    @Property(bool, notify=changed)
    def here(self) -> bool:
        return self._view.here

    @Property(str, notify=changed)
    def who(self) -> str:
        return self._say(self._view.who)

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._say(self._view.number)

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._view.hotline

    @Property(str, notify=changed)
    def otherLanguage(self) -> str:
        """Each language is named in itself: who can't read this one finds the way out of it."""
        return "English" if self._say.language is Language.CHINESE else "中文"

    @Property(bool, notify=noteChanged)
    def noted(self) -> bool:
        return self._note != SILENT

    @Property(str, notify=noteChanged)
    def noteTitle(self) -> str:
        return self._note.title

    @Property(str, notify=noteChanged)
    def noteText(self) -> str:
        return self._note.text

    @Property(str, notify=noteChanged)
    def noteNumber(self) -> str:
        return self._note.number

    @Slot()
    def home(self) -> None:
        self.closeNote()
        self.homeRequested.emit()

    @Slot()
    def changeLanguage(self) -> None:
        other = Language.ENGLISH if self._say.language is Language.CHINESE else Language.CHINESE
        self.languageRequested.emit(other)

    @Slot(str, str)
    def tell(self, title: str, text: str) -> None:
        """A key that is off was touched: say why."""
        self._set_note(Note(title, text))

    @Slot(str, str)
    def tellNumber(self, title: str, text: str) -> None:
        """Somebody is wanted: say who is there, and the number to dial."""
        self._set_note(Note(title, text, self._view.hotline))

    @Slot()
    def closeNote(self) -> None:
        self._set_note(SILENT)
