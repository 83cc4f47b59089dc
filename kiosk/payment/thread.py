"""The payment thread as the screen sees it: intents go in, frozen views come out, and neither side waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from hall.contract import AccountSummary, PaymentEnd, Quote, UtilityInfo
from kiosk.identity import Identity
from kiosk.payment.desk import EDGES, Desk, Edges, Place

CLOSE_MS_MAX = 5000


class PaymentThread(QObject):
    """Lives in the screen's thread. Disk, devices and hall are touched in the other one alone."""

    viewChanged = Signal(object)  # noqa: N815 (Qt's way)
    """A `PaymentView`."""
    devicesChanged = Signal(object)  # noqa: N815
    """A `DevicesView`."""
    _set_utility = Signal(object)
    _begin = Signal(object, object, object, str)
    _stop = Signal(object)
    _print_again = Signal()
    _dismiss = Signal()

    def __init__(
        self,
        identity: Identity,
        hall_url: str,
        devices_url: str,
        state_dir: Path,
        parent: QObject | None = None,
        *,
        edges: Edges = EDGES,
    ) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("payment")
        self._desk = Desk(Place(identity, hall_url, devices_url, state_dir), edges)
        self._desk.moveToThread(self._thread)
        self._thread.started.connect(self._desk.open)
        self._thread.finished.connect(self._desk.close)
        self._thread.finished.connect(self._desk.deleteLater)
        self._desk.viewChanged.connect(self.viewChanged)
        self._desk.devicesChanged.connect(self.devicesChanged)
        self._set_utility.connect(self._desk.set_utility)
        self._begin.connect(self._desk.begin)
        self._stop.connect(self._desk.stop)
        self._print_again.connect(self._desk.print_again)
        self._dismiss.connect(self._desk.dismiss)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Ends the thread; a payment under way is taken up by the next start."""
        self._thread.quit()
        self._thread.wait(CLOSE_MS_MAX)

    def set_utility(self, utility: UtilityInfo) -> None:
        """Before the first payment, and whenever the hall tells anew."""
        self._set_utility.emit(utility)

    def begin(
        self, account: AccountSummary, quote: Quote, months: tuple[str, ...] | None, language: str
    ) -> None:
        """Start a cash payment; while one is under way nothing happens. Without cash: Stage.UNAVAILABLE."""
        self._begin.emit(account, quote, months, language)

    def stop(self, why: PaymentEnd) -> None:
        """The customer stops early, or has gone: a held note goes back, what is in the box counts."""
        self._stop.emit(why)

    def print_again(self) -> None:
        self._print_again.emit()

    def dismiss(self) -> None:
        """The visit is over and its payment is forgotten on the screen: Stage.IDLE follows."""
        self._dismiss.emit()
