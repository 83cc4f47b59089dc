"""A kiosk that is asked to end ends in order."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.stopping import stopped_by_signals


def test_a_signal_reaches_qt_s_loop_though_python_runs_nothing(qtbot: QtBot) -> None:
    stops: list[int] = []
    before = signal.getsignal(signal.SIGTERM)
    with stopped_by_signals(lambda: stops.append(1)):
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
        qtbot.waitUntil(lambda: stops == [1], timeout=3000)
    assert signal.getsignal(signal.SIGTERM) is before
