"""One whole visit on a virtual screen: found, paid in cash, receipted; a numbered picture of each step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.app import Kiosk, start
from kiosk.config import read_settings
from kiosk.demo.control import Control
from kiosk.demo.hand import Hand
from kiosk.demo.house import House
from kiosk.demo.slot import put_in

SIZE = (1080, 1920)
ACCOUNT = "3304127786"
NOTES_YUAN = (100, 100, 100, 100, 20, 20)
"""¥440 for ¥433.45: what is over stays on the account."""
FORGED_AFTER_YUAN, ALMOST_YUAN = 400, 420
"""What is in when one comes back, and when a single note is missing."""


@dataclass(slots=True)
class Album:
    """Numbers pictures as they are taken."""

    folder: Path
    take: Callable[[Path], bool]
    pictures: list[Path] = field(default_factory=list)

    def add(self, name: str) -> None:
        picture = self.folder / f"{len(self.pictures) + 1:02d}-{name}.png"
        if not self.take(picture):
            raise OSError(f"could not write {picture}")
        self.pictures.append(picture)


def tour(house: House, out: Path) -> list[Path]:
    """Play the visit; gives the pictures, the slip's last. Raises LostError where the screen stands still."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    with start(read_settings(None, os.environ)) as kiosk:
        kiosk.window.stand_still()
        kiosk.window.window.resize(*SIZE)  # the virtual screen may be smaller than the kiosk's
        album = Album(out, lambda file: kiosk.window.window.grabWindow().save(str(file)))
        visit(kiosk, Control(house.control), album)
    for slip in sorted(house.slips.glob("*.png")):
        copy = out / f"{len(album.pictures) + 1:02d}-{slip.name}"
        shutil.copyfile(slip, copy)
        album.pictures.append(copy)
    return album.pictures


def visit(kiosk: Kiosk, control: Control, album: Album) -> None:
    hand = Hand(kiosk.window.window)
    hand.see_exactly("现金")
    hand.see_exactly("打印收据")
    hand.see("今天")  # the hall has told its outages
    album.add("home")
    hand.touch("查电费、缴费")
    hand.see("您的户号是多少")
    hand.type(ACCOUNT[:6])
    album.add("account-number")
    hand.type(ACCOUNT[6:])
    hand.touch("查")
    hand.see("是这一户吗")
    album.add("is-this-you")
    hand.touch("是，看账单")
    hand.see("433")
    album.add("what-is-due")
    hand.touch("用现金缴")
    pay(hand, control, album)
    hand.see("缴好了")
    hand.see("收据打好了")
    album.add("paid")
    hand.touch("English")
    hand.see("Paid, thank you")
    album.add("paid-in-english")
    hand.touch("Done")
    hand.see("灯一直亮着")
    album.add("home-again")


def pay(hand: Hand, control: Control, album: Album) -> None:
    hand.see("请放入钞票")
    album.add("put-notes-in")
    paid = 0
    for yuan in NOTES_YUAN:
        put_in(hand, control, yuan)
        paid += yuan
        if paid == FORGED_AFTER_YUAN:
            hand.see_exactly(str(paid))
            put_in(hand, control, 100, "forged")
            hand.see("退回来了")
            album.add("a-note-came-back")
            control.ask("take-note")
        if paid == ALMOST_YUAN:
            hand.see_exactly(str(paid))
            hand.see("请放入钞票")
            album.add("almost-enough")
