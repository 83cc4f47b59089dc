"""The language of now: turns a view's words into text, and says when everything has to be written again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from kiosk.session.state import Language
from kiosk.ui.texts import Words, write


class CatalogueMissingError(Exception):
    """A compiled catalogue could not be read; the message names it."""


class Speaker(QObject):
    """`speaker(words)` is the text in the language of now. Chinese is the source, so it needs no catalogue."""

    changed = Signal()

    def __init__(self, english: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = Language.CHINESE
        self._english = QTranslator(self)
        if not self._english.load(str(english)):
            raise CatalogueMissingError(str(english))

    @property
    def language(self) -> Language:
        return self._language

    def use(self, language: Language) -> None:
        """Switch; nothing but the words changes, whatever has been typed."""
        if language is self._language:
            return
        self._language = language
        if language is Language.ENGLISH:
            QCoreApplication.installTranslator(self._english)
        else:
            QCoreApplication.removeTranslator(self._english)
        self.changed.emit()

    def __call__(self, words: Words) -> str:
        return write(words, self._language, _look_up)


def _look_up(source: str, count: int | None) -> str:
    text = QCoreApplication.translate("", source, "", -1 if count is None else count)
    return text if count is None else text.replace("%n", str(count))
