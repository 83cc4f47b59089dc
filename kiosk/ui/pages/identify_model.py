from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import DigitTyped, Key, Pressed
from kiosk.ui.pages.identify_view import IdentifyView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class IdentifyModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = IdentifyView()
        speaker.changed.connect(self.changed)

    def show(self, view: IdentifyView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self._say(self._view.hint)

    @Property(str, notify=changed)
    def digits(self) -> str:
        return self._say(self._view.digits)

    @Property(str, notify=changed)
    def missing(self) -> str:
        return self._say(self._view.missing)

    @Property(str, notify=changed)
    def wrong(self) -> str:
        return self._say(self._view.wrong)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return self._say(self._view.trouble)

    @Property(str, notify=changed)
    def nextStep(self) -> str:
        return self._say(self._view.next_step)

    @Property(bool, notify=changed)
    def mayLookUp(self) -> bool:
        return self._view.may_look_up

    @Property(str, notify=changed)
    def waiting(self) -> str:
        return self._say(self._view.waiting)

    @Property(str, notify=changed)
    def back(self) -> str:
        return self._say(self._view.back)

    @Slot(str)
    def press(self, digit: str) -> None:
        self.wished.emit(DigitTyped(digit))

    @Slot()
    def deleteLast(self) -> None:
        self.wished.emit(Pressed(Key.DELETE))

    @Slot()
    def clear(self) -> None:
        self.wished.emit(Pressed(Key.CLEAR))

    @Slot()
    def lookUp(self) -> None:
        self.wished.emit(Pressed(Key.LOOK_UP))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))
