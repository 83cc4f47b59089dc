"""A disk that keeps only what was synced: SQLite writes through it, and the power is cut at every sync."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

_numbers = itertools.count()


@dataclass(slots=True)
class Platter:
    """What is on disk for good, and which writes are still on their way."""

    durable: bytes = b""
    pending: list[Callable[[bytearray], None]] = field(default_factory=list)

    def sync(self) -> None:
        self.durable, self.pending = self.after(len(self.pending)), []

    def after(self, writes: int) -> bytes:
        """As it would be had so many of the pending writes arrived before the power went."""
        image = bytearray(self.durable)
        for write in self.pending[:writes]:
            write(image)
        return bytes(image)


class Disk(apsw.VFS):
    """`cut` is called with the disk at each sync, just before it and just after it."""

    def __init__(self, cut: Callable[[Disk], None]) -> None:
        self.name = f"power-cut-{next(_numbers)}"
        super().__init__(self.name, base="")
        self.cut = cut
        self.platters: dict[str, Platter] = {}

    def connect(self, file: Path) -> apsw.Connection:
        return apsw.Connection(str(file), vfs=self.name)

    def images(self, *, torn: bool) -> dict[str, bytes]:
        """Each file's content after the cut, by name; `torn`: half of the pending writes did arrive."""
        return {
            Path(name).name: platter.after(len(platter.pending) // 2 if torn else 0)
            for name, platter in self.platters.items()
        }

    def xOpen(self, name: Any, flags: list[int]) -> DiskFile:  # noqa: N802 (SQLite's names)
        return DiskFile(self, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: N802
        self.platters.pop(name, None)
        super().xDelete(name, syncdir)


class DiskFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        file = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._platter = disk.platters.setdefault(file, Platter()) if file else Platter()

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        content = bytes(data)

        def write(image: bytearray) -> None:
            image.extend(bytes(max(0, offset - len(image))))
            image[offset : offset + len(content)] = content

        self._platter.pending.append(write)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        super().xTruncate(size)

        def truncate(image: bytearray) -> None:
            del image[size:]

        self._platter.pending.append(truncate)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.cut(self._disk)
        super().xSync(flags)
        self._platter.sync()
        self._disk.cut(self._disk)
