from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.cash_view import NoteCount
from kiosk.ui.pages.jam_view import JamView
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class JamModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = JamView()
        self._counts = Rows(NoteCount, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: JamView) -> None:
        if view != self._view:
            self._view = view
            self._counts.show(view.counts)
            self.changed.emit()

    @Property(str, notify=changed)
    def safe(self) -> str:
        return self._say(self._view.safe)

    @Property(str, notify=changed)
    def safeMore(self) -> str:
        return self._say(self._view.safe_more)

    @Property(str, notify=changed)
    def claimNumber(self) -> str:
        return self._say(self._view.claim_number)

    @Property(str, notify=changed)
    def answerDue(self) -> str:
        return self._say(self._view.answer_due)

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._say(self._view.hotline)

    @Property(str, notify=changed)
    def stop(self) -> str:
        return self._say(self._view.stop)

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        return self._view.counted

    @Property(bool, notify=changed)
    def mayStop(self) -> bool:
        return self._view.may_stop

    @Property(str, notify=changed)
    def nextStep(self) -> str:
        return self._say(self._view.next_step)

    @Property(Rows, notify=changed)
    def counts(self) -> Rows:
        return self._counts

    @Slot()
    def stopHere(self) -> None:
        self.wished.emit(Pressed(Key.STOP))
