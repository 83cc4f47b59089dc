"""An owner for Qt objects in tests: they die with it, here and now, not in whatever thread the collector runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QObject


@contextmanager
def owner() -> Iterator[QObject]:
    root = QObject()
    try:
        yield root
    finally:
        shiboken6.delete(root)
