"""Carries what happens to the visit's machine, and what the machine wants to whoever does it. Lives in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.session.clock import next_wake
from kiosk.session.events import Event, Ticked
from kiosk.session.machine import step
from kiosk.session.state import Session


class Visit(QObject):
    """`changed` after every event; `wanted(effect)` for each thing to be done. One timer: the visit clock."""

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, session: Session, clock: Callable[[], float], parent: QObject | None = None) -> None:
        """`clock`: seconds, monotonic."""
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._rang)

    @property
    def session(self) -> Session:
        return self._session

    @property
    def now(self) -> float:
        return self._clock()

    def happened(self, event: Event) -> None:
        self._session, effects = step(self._session, event, self._clock())
        self._wind()
        self.changed.emit()
        for effect in effects:
            self.wanted.emit(effect)

    def close(self) -> None:
        self._timer.stop()

    def _rang(self) -> None:
        self.happened(Ticked())

    def _wind(self) -> None:
        now = self._clock()
        wake = next_wake(self._session, now)
        if wake is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round((wake - now) * 1000)))
