"""Where slips fall: each as a picture and as text, numbered on from those already there."""

from __future__ import annotations

from pathlib import Path

from devices.simulators.printer.draw import Artist
from devices.simulators.printer.paper import text_of
from devices.simulators.printer.unit import Slip


class Tray:
    def __init__(self, folder: Path, artist: Artist) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._artist = artist
        self.slips = sorted(folder.glob("slip-*.png"))
        """Those that were cut."""
        self.scraps = sorted(folder.glob("scrap-*.png"))
        """Those that were torn off."""

    def catch(self, slip: Slip) -> None:
        """Draw a slip; its picture is whole on disk when this returns."""
        pile, name = (self.scraps, "scrap") if slip.torn else (self.slips, "slip")
        picture = self._folder / f"{name}-{_number(pile) + 1:04}.png"
        picture.with_suffix(".txt").write_text(text_of(slip.rows))
        fresh = picture.with_suffix(".new")
        self._artist.draw(slip).save(fresh, "PNG")
        fresh.replace(picture)
        pile.append(picture)


def _number(pile: list[Path]) -> int:
    return int(pile[-1].stem.partition("-")[2]) if pile else 0
