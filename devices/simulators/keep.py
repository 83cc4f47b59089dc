"""Keeps what a simulated device holds, on disk at the moment it changes: a kill or a power cut loses nothing."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from devices.simulators.acceptor.note import Contents

_CONTENTS = TypeAdapter(Contents)


class StateFolderError(Exception):
    """The state folder cannot be used; the message says why."""


class Keep:
    """One file, replaced as a whole; the old one stands until the new one is on the disk."""

    def __init__(self, folder: Path) -> None:
        """Raises StateFolderError if another simulator works in the folder, or its file can't be read."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._file = folder / "acceptor.json"
        self._lock = (folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StateFolderError(f"{folder}: another simulator uses this folder") from error
        self._kept = self._load()

    @property
    def contents(self) -> Contents:
        return self._kept

    def keep(self, contents: Contents) -> None:
        """Return when it is on the disk."""
        if contents == self._kept:
            return
        new = self._file.with_suffix(".new")
        with new.open("wb") as file:
            file.write(_CONTENTS.dump_json(contents, indent=1))
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        self._kept = contents

    def close(self) -> None:
        self._lock.close()

    def _load(self) -> Contents:
        if not self._file.exists():
            return Contents()
        try:
            return _CONTENTS.validate_json(self._file.read_bytes())
        except (ValidationError, AssertionError) as error:
            raise StateFolderError(f"{self._file}: not what a simulator wrote: {error}") from error
