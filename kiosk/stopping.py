"""Ctrl-C and the service manager's stop end Qt's event loop in order, instead of cutting the process off."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` in the main thread when the process is asked to end.

    Python runs handlers only between its own instructions, of which Qt's loop executes none: a byte in a socket wakes it.
    """
    inside, outside = socket.socketpair()
    for end in (inside, outside):
        end.settimeout(0)  # neither side may ever wait
    notifier = QSocketNotifier(inside.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: inside.recv(1))
    woken_before = signal.set_wakeup_fd(outside.fileno())
    handled_before = {each: signal.signal(each, lambda *_: stop()) for each in STOPS}
    try:
        yield
    finally:
        for each, handler in handled_before.items():
            signal.signal(each, handler)
        signal.set_wakeup_fd(woken_before)
        notifier.setEnabled(False)
        inside.close()
        outside.close()
