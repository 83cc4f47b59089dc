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
    def title(self) -> str:
        return self._say(self._view.title)

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._say(self._view.text)

    @Property(str, notify=changed)
    def safe(self) -> str:
        return self._say(self._view.safe)

    @Property(str, notify=changed)
    def safeMore(self) -> str:
        return self._say(self._view.safe_more)

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        return self._view.counted

    @Property(str, notify=changed)
    def claimNumber(self) -> str:
        return self._say(self._view.claim_number)

    @Property(str, notify=changed)
    def answerDue(self) -> str:
        return self._say(self._view.answer_due)

    @Property(bool, notify=changed)
    def finished(self) -> bool:
        return self._view.finished

    @Property(str, notify=changed)
    def waiting(self) -> str:
        return self._say(self._view.waiting)

    @Property(str, notify=changed)
    def proofNumber(self) -> str:
        return self._say(self._view.proof.number)

    @Property(str, notify=changed)
    def proofCode(self) -> str:
        return self._view.proof.code

    @Property(str, notify=changed)
    def proofWhen(self) -> str:
        return self._say(self._view.proof.when)

    @Property(str, notify=changed)
    def slip(self) -> str:
        return self._say(self._view.slip)

    @Property(str, notify=changed)
    def slipMore(self) -> str:
        return self._say(self._view.slip_more)

    @Property(bool, notify=changed)
    def slipPrinted(self) -> bool:
        return self._view.slip_printed

    @Property(bool, notify=changed)
    def slipFailed(self) -> bool:
        return self._view.slip_failed

    @Property(bool, notify=changed)
    def mayPrintAgain(self) -> bool:
        return self._view.may_print_again

    @Property(str, notify=changed)
    def countdown(self) -> str:
        return self._say(self._view.countdown)

    @Property(Rows, notify=changed)
    def counts(self) -> Rows:
        return self._counts

    @Slot()
    def finish(self) -> None:
        self.wished.emit(Pressed(Key.HOME))

    @Slot()
    def another(self) -> None:
        self.wished.emit(Pressed(Key.ANOTHER))

    @Slot()
    def printAgain(self) -> None:
        self.wished.emit(Pressed(Key.PRINT_AGAIN))
