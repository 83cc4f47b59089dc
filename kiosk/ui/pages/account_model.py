from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, MonthToggled, Pressed
from kiosk.ui.pages.account_view import AccountView, MonthRow
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccountModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = AccountView()
        self._months = Rows(MonthRow, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: AccountView) -> None:
        if view != self._view:
            self._view = view
            self._months.show(view.months)
            self.changed.emit()

    @Property(str, notify=changed)
    def headline(self) -> str:
        return self._say(self._view.headline)

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._say(self._view.amount)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._say(self._view.name)

    @Property(str, notify=changed)
    def town(self) -> str:
        return self._say(self._view.town)

    @Property(str, notify=changed)
    def order(self) -> str:
        return self._say(self._view.order)

    @Property(str, notify=changed)
    def more(self) -> str:
        return self._say(self._view.more)

    @Property(str, notify=changed)
    def fewer(self) -> str:
        return self._say(self._view.fewer)

    @Property(str, notify=changed)
    def cash(self) -> str:
        return self._say(self._view.cash)

    @Property(str, notify=changed)
    def cashMore(self) -> str:
        return self._say(self._view.cash_more)

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._say(self._view.paper)

    @Property(str, notify=changed)
    def pay(self) -> str:
        return self._say(self._view.pay)

    @Property(str, notify=changed)
    def nextStep(self) -> str:
        return self._say(self._view.next_step)

    @Property(str, notify=changed)
    def waiting(self) -> str:
        return self._say(self._view.waiting)

    @Property(bool, notify=changed)
    def mayPay(self) -> bool:
        return self._view.may_pay

    @Property(bool, notify=changed)
    def mayRetry(self) -> bool:
        return self._view.may_retry

    @Property(int, notify=changed)
    def rowsFree(self) -> int:
        return self._view.rows_free

    @Property(bool, notify=changed)
    def nothingDue(self) -> bool:
        return self._view.nothing_due

    @Property(Rows, notify=changed)
    def months(self) -> Rows:
        return self._months

    @Slot(str)
    def toggle(self, month: str) -> None:
        self.wished.emit(MonthToggled(month))

    @Slot()
    def seeMore(self) -> None:
        self.wished.emit(Pressed(Key.LATER))

    @Slot()
    def seeFewer(self) -> None:
        self.wished.emit(Pressed(Key.EARLIER))

    @Slot()
    def payNow(self) -> None:
        self.wished.emit(Pressed(Key.PAY))

    @Slot()
    def retry(self) -> None:
        self.wished.emit(Pressed(Key.RETRY))

    @Slot()
    def another(self) -> None:
        self.wished.emit(Pressed(Key.ANOTHER))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))

    @Slot()
    def goHome(self) -> None:
        self.wished.emit(Pressed(Key.HOME))
