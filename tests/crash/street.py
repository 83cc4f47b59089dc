"""A house for one test after the other, so that what earlier crashes left is there too; a new one after a failure."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tests.crash.drill import Drill
from tests.crash.house import House, house
from tests.crash.points import Crash
from tests.crash.visits import Visit


class Street:
    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._number = 0
        self._house: House | None = None
        self._life = ExitStack()

    def drill(self, visit: Visit, crash: Crash | None = None) -> Drill:
        """Run a visit to its end, with all four books agreed; raises AssertionError."""
        if self._house is None:
            self._number += 1
            self._house = self._life.enter_context(
                house(self._folder / f"house-{self._number}", self._template)
            )
        drill = Drill(self._house, visit, crash)
        try:
            drill.run()
        except BaseException as error:
            error.add_note(f"journal, ledger and logs are in {self._house.folder}")
            self.abandon()
            raise
        return drill

    def abandon(self) -> None:
        """Stop its processes; its files stay for whoever looks into them."""
        self._house = None
        self._life.close()
