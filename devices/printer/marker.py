"""A file that says: a part of a slip may be hanging in the slot. It outlives the host, and a power cut."""

from __future__ import annotations

import os
from pathlib import Path


class SlotMarker:
    """Without it, a host killed while it printed would hand one customer's half slip out with the next one's."""

    def __init__(self, path: Path | None) -> None:
        """None: nothing is kept."""
        self._path = path

    @property
    def is_set(self) -> bool:
        return self._path is not None and self._path.exists()

    def set(self, *, hangs: bool) -> None:
        """On disk when this returns. Raises OSError."""
        if self._path is None or hangs == self._path.exists():
            return
        if hangs:
            self._path.touch()
        else:
            self._path.unlink()
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
