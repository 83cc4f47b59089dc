"""The device host, with a crash point before and after each save of its till and each order about a note."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from devices.cash_acceptor import device
from devices.cash_acceptor.itl_ssp.link import SspLink
from devices.cash_acceptor.memory import Memory, open_memory
from devices.cash_acceptor.till import Line, Till
from devices.cli import serve
from tests.crash.announcer import Announcer


class AnnouncedMemory:
    def __init__(self, memory: Memory, announcer: Announcer) -> None:
        self._memory = memory
        self._announcer = announcer

    def save(self, till: Till, lines: Iterable[Line]) -> None:
        last = till.transaction
        what = f"save {last.status.value} {last.phase.value}"
        self._announcer.reached(f"before {what}")
        self._memory.save(till, lines)
        self._announcer.reached(f"after {what}")


class AnnouncedLink(SspLink):
    """An order is on the wire only later, when the driver has had its turn."""

    announcer: Announcer

    def stack(self, now: float) -> None:
        self.announcer.reached("before order stack")
        super().stack(now)
        self.announcer.reached("after order stack")

    def give_back(self, now: float) -> None:
        self.announcer.reached("before order give back")
        super().give_back(now)
        self.announcer.reached("after order give back")

    def taken_down(self, now: float) -> None:
        self.announcer.reached("before order taken down")
        super().taken_down(now)
        self.announcer.reached("after order taken down")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--announce", required=True)
    serve.add_arguments(parser)
    given = parser.parse_args()
    AnnouncedLink.announcer = announcer = Announcer("devices", given.announce)

    def memory_of(path: Path) -> tuple[Any, Till]:
        memory, till = open_memory(path)
        return AnnouncedMemory(memory, announcer), till

    vars(device).update(open_memory=memory_of, SspLink=AnnouncedLink)
    return serve.run(given)


if __name__ == "__main__":
    sys.exit(main())
