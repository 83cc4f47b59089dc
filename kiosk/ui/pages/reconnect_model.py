from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.reconnect_view import ReconnectView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReconnectModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = ReconnectView()
        speaker.changed.connect(self.changed)

    def show(self, view: ReconnectView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def promised(self) -> str:
        return self._say(self._view.promised)

    @Property(str, notify=changed)
    def ordered(self) -> str:
        return self._say(self._view.ordered)

    @Property(str, notify=changed)
    def late(self) -> str:
        return self._say(self._view.late)

    @Property(str, notify=changed)
    def orderNumber(self) -> str:
        return self._say(self._view.order_number)

    @Property(str, notify=changed)
    def paid(self) -> str:
        return self._say(self._view.paid)

    @Property(str, notify=changed)
    def slip(self) -> str:
        return self._say(self._view.slip)

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
    def claim(self) -> str:
        return self._say(self._view.claim)

    @Property(str, notify=changed)
    def countdown(self) -> str:
        return self._say(self._view.countdown)

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._view.code

    @Property(str, notify=changed)
    def receipt(self) -> str:
        return self._say(self._view.receipt)

    @Slot()
    def finish(self) -> None:
        self.wished.emit(Pressed(Key.HOME))

    @Slot()
    def another(self) -> None:
        self.wished.emit(Pressed(Key.ANOTHER))

    @Slot()
    def printAgain(self) -> None:
        self.wished.emit(Pressed(Key.PRINT_AGAIN))
