"""Are you still there: how long the visit still waits, and what becomes of the money."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.payment.view import PaymentView
from kiosk.ui.texts import NOTHING, Money, Words, say


@dataclass(frozen=True, slots=True)
class StillThereView:
    seconds: int = 0
    share: float = 0.0
    """How much of the waiting time is left."""
    money: Words = NOTHING


def still_there_view(payment: PaymentView, seconds_left: int, seconds_of: float) -> StillThereView:
    return StillThereView(
        seconds=seconds_left,
        share=min(1.0, seconds_left / seconds_of) if seconds_of else 0.0,
        money=(
            say("放进去的 {sum} 会记到户里。", sum=Money(payment.paid_minor))
            if payment.paid_minor
            else say("还没有付钱。")
        ),
    )
