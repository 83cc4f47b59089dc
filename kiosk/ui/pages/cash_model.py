from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.cash_view import CashView, NoteCount
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CashModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = CashView()
        self._counts = Rows(NoteCount, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: CashView) -> None:
        if view != self._view:
            self._view = view
            self._counts.show(view.counts)
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._say(self._view.title)

    @Property(str, notify=changed)
    def ruleMore(self) -> str:
        return self._say(self._view.rule_more)

    @Property(str, notify=changed)
    def paid(self) -> str:
        return self._say(self._view.paid)

    @Property(str, notify=changed)
    def missing(self) -> str:
        return self._say(self._view.missing)

    @Property(float, notify=changed)
    def share(self) -> float:
        return self._view.share

    @Property(str, notify=changed)
    def due(self) -> str:
        return self._say(self._view.due)

    @Property(str, notify=changed)
    def over(self) -> str:
        return self._say(self._view.over)

    @Property(str, notify=changed)
    def enough(self) -> str:
        return self._say(self._view.enough)

    @Property(str, notify=changed)
    def stopping(self) -> str:
        return self._say(self._view.stopping)

    @Property(str, notify=changed)
    def stop(self) -> str:
        return self._say(self._view.stop)

    @Property(bool, notify=changed)
    def mayStop(self) -> bool:
        return self._view.may_stop

    @Property(bool, notify=changed)
    def mayGoBack(self) -> bool:
        return self._view.may_go_back

    @Property(str, notify=changed)
    def nextStep(self) -> str:
        return self._say(self._view.next_step)

    @Property(bool, notify=changed)
    def waitsForNote(self) -> bool:
        return self._view.waits_for_note

    @Property(bool, notify=changed)
    def closing(self) -> bool:
        return self._view.closing

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._say(self._view.reason)

    @Property(str, notify=changed)
    def remedy(self) -> str:
        return self._say(self._view.remedy)

    @Property(str, notify=changed)
    def remedyOther(self) -> str:
        return self._say(self._view.remedy_other)

    @Property(str, notify=changed)
    def safe(self) -> str:
        return self._say(self._view.safe)

    @Property(Rows, notify=changed)
    def counts(self) -> Rows:
        return self._counts

    @Slot()
    def stopHere(self) -> None:
        self.wished.emit(Pressed(Key.STOP))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))
