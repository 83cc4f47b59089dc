from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.restarted_view import RestartedView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RestartedModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = RestartedView()
        speaker.changed.connect(self.changed)

    def show(self, view: RestartedView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._say(self._view.amount)

    @Property(str, notify=changed)
    def account(self) -> str:
        return self._say(self._view.account)

    @Property(str, notify=changed)
    def booked(self) -> str:
        return self._say(self._view.booked)

    @Property(str, notify=changed)
    def receiptNumber(self) -> str:
        return self._say(self._view.receipt_number)

    @Property(str, notify=changed)
    def when(self) -> str:
        return self._say(self._view.when)

    @Property(str, notify=changed)
    def slip(self) -> str:
        return self._say(self._view.slip)

    @Property(str, notify=changed)
    def claim(self) -> str:
        return self._say(self._view.claim)

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._say(self._view.hotline)

    @Property(str, notify=changed)
    def countdown(self) -> str:
        return self._say(self._view.countdown)

    @Slot()
    def finish(self) -> None:
        self.wished.emit(Pressed(Key.HOME))
