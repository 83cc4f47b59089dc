"""Somebody at the kiosk: eyes and a finger on the screen, banknotes at the slot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QAbstractListModel, QObject

from kiosk.app import Kiosk, start
from kiosk.config import Settings
from kiosk.demo.hand import Hand
from kiosk.demo.slot import put_in
from tests.system import Control

NOTES_YUAN = (100, 50, 20, 10)


@dataclass(frozen=True, slots=True)
class Visitor:
    kiosk: Kiosk
    hand: Hand
    control: Control

    def comes_to_home(self) -> None:
        """The kiosk has come up: cash, printer and hall are there."""
        self.hand.see_exactly("现金")
        self.hand.see_exactly("打印收据")
        self.hand.see("今天")

    def opens(self, number: str) -> None:
        """From home to what is due."""
        self.hand.touch("查电费、缴费")
        self.hand.see("您的户号是多少")
        self.hand.type(number)
        self.hand.touch("查这一户")
        self.hand.see("是这一户吗")
        self.hand.touch("是，看账单")

    def due_minor(self) -> int:
        """What the key for paying says."""
        self.hand.see("用现金缴")
        [sum_] = [text for text in self.hand.texts() if text.startswith("用现金缴 ¥")][:1]
        yuan, _, fen = sum_.removeprefix("用现金缴 ¥").replace(",", "").partition(".")
        return int(yuan) * 100 + int(fen)

    def chooses_cash(self) -> None:
        self.hand.touch("用现金缴")
        self.hand.see("请放入钞票")

    def puts_in(self, *values: int) -> None:
        """Notes in yuan, each as soon as the slot is open for it."""
        for value in values:
            self.offers(value)

    def puts_in_enough_for(self, due_minor: int) -> int:
        """The fewest notes that cover it; gives what they come to, in minor units."""
        left, notes = -(-due_minor // 1000) * 10, list[int]()
        for value in NOTES_YUAN:
            notes += [value] * (left // value)
            left %= value
        self.puts_in(*notes)
        return sum(notes) * 100

    def offers(self, value: int, kind: str = "genuine") -> None:
        put_in(self.hand, self.control, value, kind)

    def sees_in(self, yuan: int) -> None:
        """So much is in, and the slot is open for more."""
        self.hand.wait_for(lambda: self.is_open_with(yuan), f"an open slot with ¥{yuan}")

    def is_open_with(self, yuan: int) -> bool:
        texts = self.hand.texts()
        return f"{yuan}" in texts and self.stop_key(yuan) in texts

    @staticmethod
    def stop_key(yuan: int) -> str:
        return f"到此为止，记 ¥{yuan}"

    def goes_home(self) -> None:
        self.hand.touch("办完了，回首页")
        self.hand.see("灯一直亮着")

    def finds_nothing_of(self, *words: str) -> None:
        """Neither on the screen nor in what its pages hold."""
        left = [
            text for text in (*self.hand.texts(), *held_by(self.kiosk)) if any(word in text for word in words)
        ]
        assert not left


def held_by(kiosk: Kiosk) -> Iterator[str]:
    """Every text that a page's model holds, its lists' rows included."""
    for model in (kiosk.window.shell, *kiosk.window.models.values()):
        assert isinstance(model, QObject)
        meta = model.metaObject()
        for each in (meta.property(index) for index in range(meta.propertyCount())):
            if str(each.typeName()) == "QString":
                yield str(model.property(str(each.name())))
        for rows in model.findChildren(QAbstractListModel):
            for row, role in product(range(rows.rowCount()), rows.roleNames()):
                yield str(rows.data(rows.index(row), role))


@contextmanager
def visit(settings: Settings, control: Control) -> Iterator[Visitor]:
    """A kiosk that runs in this process, and somebody before it."""
    with start(settings) as kiosk:
        kiosk.window.stand_still()
        yield Visitor(kiosk, Hand(kiosk.window.window), control)
